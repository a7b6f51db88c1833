"""The acts that lead to the pages: their words and keys, once for menus and buttons."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow


class PreviewActions:
    """Of use while a plan is open."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the actions of *window*; nothing is connected yet."""
        self._window = window
        self.show = self._new("&Xem trang in", "Ctrl+F2")
        self.print = self._new("&In…", "Ctrl+P")
        self.electronic_annex = self._new("X&uất phụ lục điện tử…")

    @property
    def all(self) -> tuple[QAction, ...]:
        """All of them: they need an open plan."""
        return self.show, self.print, self.electronic_annex

    @property
    def of_pages(self) -> tuple[QAction, ...]:
        """Look and print, as they stand together in the menu Tệp."""
        return self.show, self.print

    def _new(self, text: str, keys: str = "") -> QAction:
        action = QAction(text, self._window)
        action.setIconText(text.replace("&", ""))
        if keys:
            action.setShortcut(QKeySequence(keys))
        self._window.addAction(action)
        return action
