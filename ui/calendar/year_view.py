"""Lịch năm as a page: the strip, the month in words, the bars by unit; a month at the right."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QStackedWidget

from tthc_desktop.domain.working_days import CalendarDay, WorkingDays
from tthc_desktop.use_cases.unit_states import UnitStates
from ui.calendar.month_grid import MonthGrid
from ui.calendar.month_pane import WIDTH, MonthPane
from ui.calendar.year_rows import Mark, YearPage
from ui.calendar.year_strip import YearStrip
from ui.kit import theme
from ui.kit.command_row import CommandRow
from ui.kit.right_pane import PageWithPane
from ui.kit.text_fields import name_choices
from ui.progress_picture.unit_bars import UnitBars

_ALL_UNITS = "Mọi phòng, đơn vị"
_UNIT_LETTERS = 18


class YearView(PageWithPane):
    """Shows what it is given; leaving, recording and printing are asked for by signal."""

    name = "year"
    facts_changed = Signal()
    close_asked = Signal()
    due_opened = Signal(object)
    unit_chosen = Signal(str)

    def __init__(self, export: QAction) -> None:
        """Make an empty page; *export* is the act of the menu that writes the calendar file."""
        self.strip, self.month, self.bars = YearStrip(), MonthGrid(has_words=True), UnitBars()
        self.stack = QStackedWidget()
        self.page: YearPage | None = None
        self.month_pane = MonthPane()
        super().__init__(self.stack, self.month_pane, WIDTH)
        for widget in (self.strip, self.month, _scrolled(self.bars)):
            self.stack.addWidget(widget)
        self.stack.setFocusProxy(self.strip)
        self.setFocusProxy(self.stack)
        self.units = QComboBox()
        name_choices(self.units, "Phòng, đơn vị chủ trì")
        self.units.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.units.setMinimumContentsLength(_UNIT_LETTERS)
        self.units.setMinimumHeight(theme.line_height(self.font()) + 10)
        self.back = QAction("Về bảng nhiệm vụ", self)
        self.save = QAction("Lưu PDF, ảnh…", self)
        self.copy = QAction("Chép hình", self)
        self.print = QAction("In lịch…", self)
        self.views = [QAction(words, self) for words in ("Dải năm", "Tháng", "Theo phòng")]
        group = QActionGroup(self)
        for place, action in enumerate(self.views):
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda *_, at=place: self.show_view(at))
        self.views[0].setChecked(True)
        self.row = CommandRow(
            (
                ("chevron-left", self.back), self.units, ("table", self.views[0]),
                ("calendar", self.views[1]), ("chart", self.views[2]), ("save", self.save),
                ("copy", self.copy), ("calendar", export),
            ),
            ("print", self.print),
        )  # fmt: skip
        self.put_above(self.row)
        for one in (self.strip, self.month, self.bars):
            one.addActions([self.copy, self.save, self.print])
            one.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_asked)
        self._connect()

    @property
    def facts(self) -> str:
        """What the status bar says."""
        return self.page.facts if self.page else ""

    @property
    def panes(self) -> tuple[CommandRow, QStackedWidget, MonthPane]:
        """What F6 walks along."""
        return self.row, self.stack, self.month_pane

    @property
    def view(self) -> int:
        """Which of the three is shown: strip, month, bars."""
        return self.stack.currentIndex()

    def show_view(self, place: int) -> None:
        """Show the strip, the month or the bars by unit."""
        self.views[place].setChecked(True)
        self.stack.setCurrentIndex(place)
        shown = (self.strip, self.month, self.bars)[place]
        self.stack.setFocusProxy(shown)
        shown.setFocus()

    def offer_units(self, units: list[tuple[str, str]], chosen: str) -> None:
        """Offer the units that lead, by id and name."""
        blocked = self.units.blockSignals(True)
        self.units.clear()
        self.units.addItem(_ALL_UNITS, "")
        for unit_id, words in units:
            self.units.addItem(words, unit_id)
        self.units.setCurrentIndex(max(self.units.findData(chosen), 0))
        self.units.blockSignals(blocked)

    def show_page(
        self,
        page: YearPage,
        units: tuple[UnitStates, ...],
        days: WorkingDays,
        holidays: tuple[CalendarDay, ...],
        flags: dict[date, str],
        checked: str,
    ) -> None:
        """Show a year with its working days; *flags* are the days of the report calendar."""
        self.page = page
        self.bars.show_units(units)
        self.month.show_page(page, days, flags)
        self.month_pane.show_page(page, days, holidays, flags, checked)
        self.strip.show_page(page)
        self._follow_day(self.month_pane.grid.day)
        self.facts_changed.emit()

    def _connect(self) -> None:
        self.back.triggered.connect(self.close_asked)
        self.units.activated.connect(lambda at: self.unit_chosen.emit(self.units.itemData(at)))
        self.strip.mark_chosen.connect(self._follow_mark)
        self.strip.record_asked.connect(lambda mark: self.due_opened.emit(mark.next_due))
        self.month.day_chosen.connect(self.month_pane.show_day)
        self.month.day_entered.connect(lambda _: self.month_pane.list.setFocus())
        self.month_pane.day_chosen.connect(self._follow_day)
        self.month_pane.due_opened.connect(self.due_opened)

    def _follow_mark(self, mark: Mark) -> None:
        self.month_pane.show_day(mark.day)
        self.month.show_day(mark.day)

    def _follow_day(self, day: date) -> None:
        self.month.show_day(day)


def _scrolled(bars: UnitBars) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(bars)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
