"""The acts on progress sheets: their words, once for menus, buttons and right clicks."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu


class SheetActions:
    """What stands in the menu Nhiệm vụ for sheets out to every phòng and back."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        self.send = self._new("&Gửi phiếu cho phòng…")
        self.receive = self._new("&Nhận phiếu…")
        self.unanswered = self._new("&Phòng chưa trả lời…")
        self.summary = self._new("&Bảng tổng hợp cho lãnh đạo…")
        self.menu_action = QAction("Phiếu tiến độ ch&o phòng", window)
        menu = QMenu(window)
        menu.addActions([self.send, self.receive])
        menu.addSeparator()
        menu.addActions([self.unanswered, self.summary])
        self.menu_action.setMenu(menu)

    @property
    def task_menu(self) -> tuple[QAction, ...]:
        """A group of the menu Nhiệm vụ; a menu of its own, since that one has no letters left."""
        return (self.menu_action,)

    def _new(self, text: str) -> QAction:
        action = QAction(text, self._window)
        action.setIconText(text.replace("&", ""))
        action.setEnabled(False)
        self._window.addAction(action)
        return action
