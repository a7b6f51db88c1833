"""Page bar, the commands of the page, and the bar of long work: what stands above a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.actions import PAGES, Actions
from ui.command_row import CommandRow
from ui.page_bar import PageBar
from ui.panes import ThinLine
from ui.plan_box import PlanBox
from ui.work_bar import WorkBar

_SIDE = 8
_ICONS = ("doc", "table", "chart")


class TopBars(QWidget):
    """Each page has its own row of commands."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        """Make the bars; the filled command of a page is its export."""
        super().__init__(parent)
        self.page_bar = PageBar(tuple(zip(_ICONS, PAGES, strict=True)))
        self.plan_box = PlanBox()
        self.work_bar = WorkBar()
        importing = ("import", actions.import_plan)
        word, excel = ("word", actions.export_word), ("excel", actions.export_excel)
        self._rows = QStackedWidget()
        self._rows.addWidget(CommandRow((importing, ("pdf", actions.export_pdf)), word))
        self._rows.addWidget(CommandRow((), excel, first=self.plan_box))
        self._rows.addWidget(CommandRow((importing, word, excel)))
        self._rows.setFixedHeight(self._rows.sizeHint().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        pages = QHBoxLayout()
        pages.setContentsMargins(_SIDE, 0, _SIDE, 0)
        pages.addWidget(self.page_bar, 1)
        layout.addLayout(pages)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal, is_strong=True))
        layout.addWidget(self._rows)
        layout.addWidget(self.work_bar)

    @property
    def row(self) -> CommandRow:
        """The commands of the current page."""
        row = self._rows.currentWidget()
        assert isinstance(row, CommandRow)  # noqa: S101 - nothing else is put there
        return row

    def show_page(self, place: int) -> None:
        """Show the current page's name and commands."""
        self.page_bar.setCurrentIndex(place)
        self._rows.setCurrentIndex(place)

    def show_commands(self, *, are_shown: bool) -> None:
        """Hide the commands while the empty screen offers the ways to begin."""
        self._rows.setVisible(are_shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the white ground of the page bar."""
        QPainter(self).fillRect(event.rect(), theme.paints(self.palette()).surf)
