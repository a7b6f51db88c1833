"""Page bar, the commands of the page, and the bar of long work: what stands above a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.frame.actions import PAGES, Actions, Page
from ui.frame.page_bar import PageBar
from ui.frame.plan_box import PlanBox
from ui.kit import theme
from ui.kit.band import Band
from ui.kit.command_row import CommandRow
from ui.kit.panes import ThinLine
from ui.kit.work_bar import WorkBar
from ui.search.search_field import SearchField

_SIDE = 8
_ICONS = ("home", "doc", "table", "chart")


class TopBars(QWidget):
    """Each page has its own row of commands."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        """Make the bars; the filled command of a page is its export."""
        super().__init__(parent)
        self.page_bar = PageBar(tuple(zip(_ICONS, PAGES, strict=True)))
        self.plan_box = PlanBox()
        self.search = SearchField()
        self.work_bar = WorkBar()
        self.warning = Band(is_warning=True)
        self.notice = Band(is_warning=False)
        self._has_commands = True
        self._actions = actions
        self._rows = QStackedWidget()
        self._rows.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        pages = QHBoxLayout()
        pages.setContentsMargins(_SIDE, 0, _SIDE, 0)
        pages.addWidget(self.page_bar, 1)
        pages.addWidget(self.search)
        layout.addLayout(pages)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal, is_strong=True))
        layout.addWidget(self.warning)
        layout.addWidget(self.notice)
        layout.addWidget(self._rows)
        layout.addWidget(self.work_bar)

    def fill(self) -> None:
        """Make the rows of commands: after the first paint, which shows none of them."""
        actions = self._actions
        importing = ("import", actions.import_plan)
        word, excel = ("word", actions.export_word), ("excel", actions.export_excel)
        self._rows.addWidget(CommandRow(()))
        self._rows.addWidget(
            CommandRow(
                (
                    ("plus", actions.life.new_menu),
                    importing,
                    ("undo", actions.tasks.undo),
                    ("redo", actions.tasks.redo),
                    actions.plan.style,
                    *actions.plan.commands,
                    word,
                    ("pdf", actions.export_pdf),
                    ("flag", actions.life.issue),
                ),
                ("print", actions.preview.show),
            )
        )
        record = ("edit", actions.look.record)
        commands = (*actions.tasks.commands, excel)
        self._rows.addWidget(CommandRow(commands, record, first=self.plan_box))
        self._rows.addWidget(
            CommandRow(
                (
                    ("plus", actions.report.create_menu),
                    ("import", actions.sheets.receive),
                    ("undo", actions.tasks.undo),
                    ("redo", actions.tasks.redo),
                    ("check", actions.report.check),
                    ("copy", actions.compare.compare),
                    word,
                    excel,
                    ("flag", actions.report.submit),
                ),
                ("print", actions.preview.show),
            )
        )
        self._rows.setFixedHeight(self._rows.sizeHint().height())
        self.show_page(self.page_bar.currentIndex())

    @property
    def commands(self) -> QWidget:
        """The room in which the commands of the pages stand."""
        return self._rows

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
        self._show_rows()

    def show_commands(self, *, are_shown: bool) -> None:
        """Hide the commands while the empty screen offers the ways to begin."""
        self._has_commands = are_shown
        self._show_rows()

    def _show_rows(self) -> None:
        is_today = self.page_bar.currentIndex() == Page.TODAY
        self._rows.setVisible(self._has_commands and not is_today)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the white ground of the page bar."""
        QPainter(self).fillRect(event.rect(), theme.paints(self.palette()).surf)
