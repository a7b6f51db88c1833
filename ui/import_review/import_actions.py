"""The acts of bringing a plan in that have no place among the old ones."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow


class ImportActions:
    """Nhập từ bảng nhớ tạm stands in the menu Tệp, Đề xuất nhiệm vụ theo dõi in Kế hoạch."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        self.paste_plan = self._new("Nhập kế hoạch từ &bảng nhớ tạm")
        self.propose_follow_up = self._new("Đề &xuất nhiệm vụ theo dõi…")

    def _new(self, text: str) -> QAction:
        action = QAction(text, self._window)
        action.setIconText(text.replace("&", ""))
        action.setEnabled(False)
        self._window.addAction(action)
        return action
