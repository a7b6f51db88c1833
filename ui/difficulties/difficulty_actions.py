"""The act on difficulties: its words once for menus and right clicks."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow


class DifficultyActions:
    """`difficulties` opens the window; of use once there is a data file."""

    def __init__(self, window: QMainWindow) -> None:
        """Make the action of *window*; nothing is connected yet."""
        self.difficulties = QAction("&Khó khăn, vướng mắc…", window)
        self.difficulties.setIconText("Khó khăn, vướng mắc…")
        self.difficulties.setEnabled(False)
        window.addAction(self.difficulties)
