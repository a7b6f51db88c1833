"""The acts of the menu Trợ giúp."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.frame.actions import Actions
from ui.help.about import About
from ui.kit.trouble import open_place

if TYPE_CHECKING:
    from ui.help.help_window import HelpWindow


class HelpActs(QObject):
    """Opens the help, the folder of the log, and tells what the program is made of."""

    def __init__(self, log_folder: Path, page: Callable[[], int], window: QWidget) -> None:
        """Speak on *window*, whose page *page* tells."""
        super().__init__(window)
        self._log_folder = log_folder
        self._page = page
        self._window = window
        self._help: HelpWindow | None = None

    def connect_to(self, actions: Actions) -> None:
        """Do what the menu asks for."""
        actions.help.triggered.connect(self._show_help)
        actions.open_log_folder.triggered.connect(lambda: open_place(self._log_folder))
        actions.about.triggered.connect(self._show_about)

    def _show_help(self) -> None:
        from ui.help.help_pages import PAGE_HEADINGS
        from ui.help.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self._window)
        self._help.show_section(PAGE_HEADINGS[self._page()])
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def _show_about(self) -> None:
        about = About(self._window)
        about.finished.connect(about.deleteLater)
        about.open()
