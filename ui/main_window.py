"""The window's frame: menu, bars, room for the pages, status bar. Light, for a quick start.

What the frame shows comes from `window_content`, which is imported after the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from tthc_desktop import TITLE
from ui.frame.actions import Actions, Page
from ui.frame.status_line import StatusLine
from ui.frame.top_bars import TopBars
from ui.session.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tthc_desktop.program import Program
    from ui.window_content import WindowContent

_SMALLEST = 900, 430
_AT_FIRST = 1280, 690


class MainWindow(QMainWindow):
    """Knows of pages only their number; `fill` gives it what it shows."""

    first_painted = Signal()
    page_chosen = Signal(int)
    width_changed = Signal()
    closing = Signal()

    def __init__(self, settings: Settings) -> None:
        """Make the frame with its first page current and nothing on it."""
        super().__init__()
        self._settings = settings
        self._is_painted = False
        self._content: WindowContent | None = None
        self.actions_of_menu = Actions(self)
        self.bars = TopBars(self.actions_of_menu)
        self.body = QStackedWidget()
        self.status = StatusLine()
        self._lay_out()
        self._connect()
        self.show_page(Page.TODAY)
        self.enable(has_plan=False)

    @property
    def settings(self) -> Settings:
        """What the window remembers."""
        return self._settings

    @property
    def is_filled(self) -> bool:
        """Whether the window has its pages."""
        return self._content is not None

    @property
    def content(self) -> WindowContent:
        """What the window shows; there only once it is filled."""
        assert self._content is not None  # noqa: S101 - nobody asks before `fill`
        return self._content

    def fill(self, program: Program, data: Path | None) -> WindowContent:
        """Put the pages in at once; they are empty until the data file is opened."""
        for _ in self.slices(program, data):
            continue
        return self.content

    def slices(self, program: Program, data: Path | None) -> Iterator[None]:
        """Put the pages in by and by; the content is whole when all slices are done."""
        from ui.window_content import WindowContent

        self.bars.fill()
        yield
        content = WindowContent(self, program, data)
        yield from content.slices()
        self._content = content

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, once, that the window can be seen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell what depends on the width."""
        super().resizeEvent(event)
        self.width_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; work under way comes to its end."""
        self._settings.geometry = self.saveGeometry()
        self.closing.emit()
        super().closeEvent(event)

    def show_page(self, place: int) -> None:
        """Make a page the current one, whether by key, by click or by menu."""
        self.bars.show_page(place)
        self.actions_of_menu.pages[place].setChecked(True)
        self.page_chosen.emit(place)

    def enable(self, *, has_plan: bool) -> None:
        """Let the acts that need an open plan be done, or not."""
        actions = self.actions_of_menu
        for action in (*actions.exports, *actions.of_pages):
            action.setEnabled(has_plan)

    def show_bars(self, *, are_of_use: bool) -> None:
        """Leave the empty screen alone with its own ways to begin."""
        self.bars.page_bar.setEnabled(are_of_use)
        self.bars.show_commands(are_shown=are_of_use)

    def say_facts(self, facts: str) -> None:
        """Say at the right of the status bar what the page counts."""
        self.status.facts.setText(facts)

    def _connect(self) -> None:
        actions = self.actions_of_menu
        actions.quit.triggered.connect(self.close)
        for place, action in enumerate(actions.pages):
            action.triggered.connect(lambda *_, chosen=place: self.show_page(chosen))
        self.bars.page_bar.currentChanged.connect(self.show_page)

    def _lay_out(self) -> None:
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_AT_FIRST)
        self.restoreGeometry(self._settings.geometry)
        self.actions_of_menu.fill_menus()
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bars)
        layout.addWidget(self.body, 1)
        self.setCentralWidget(central)
        self.body.addWidget(QWidget())
        self.setStatusBar(self.status)
