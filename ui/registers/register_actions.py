"""The registers in the menu Báo cáo: their words, once for the menu and for links."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow


class RegisterActions:
    """What stands in the menu Báo cáo for registers and forms; nothing is connected yet."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*."""
        self._window = window
        self.petitions = self._new("Sổ phả&n ánh, kiến nghị")
        self.activities = self._new("Hoạt động tr&uyền thông")
        self.index = self._new("Bộ chỉ số &766")
        self.procedures = self._new("T&hủ tục hành chính của Sở")
        self.forms = self._new("&Mẫu biểu…")

    @property
    def registers(self) -> tuple[QAction, ...]:
        """The registers in the order of the menu."""
        return self.petitions, self.activities, self.index, self.procedures

    def enable(self, *, has_file: bool) -> None:
        """Let the registers of a data file be opened, or not."""
        for action in (*self.registers, self.forms):
            action.setEnabled(has_file)

    def _new(self, text: str) -> QAction:
        action = QAction(text, self._window)
        action.setIconText(text.replace("&", ""))
        action.setEnabled(False)
        self._window.addAction(action)
        return action
