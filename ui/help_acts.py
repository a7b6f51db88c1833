"""The acts of the menu Trợ giúp."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.about import About
from ui.actions import Actions
from ui.trouble import open_place


class HelpActs(QObject):
    """Opens the folder of the log and tells what the program is made of."""

    def __init__(self, log_folder: Path, window: QWidget) -> None:
        """Speak on *window*."""
        super().__init__(window)
        self._log_folder = log_folder
        self._window = window

    def connect_to(self, actions: Actions) -> None:
        """Do what the menu asks for."""
        actions.open_log_folder.triggered.connect(lambda: open_place(self._log_folder))
        actions.about.triggered.connect(self._show_about)

    def _show_about(self) -> None:
        about = About(self._window)
        about.finished.connect(about.deleteLater)
        about.open()
