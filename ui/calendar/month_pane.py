"""The month at the right of the year: its days, what falls due on the chosen one, days off."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tthc_desktop.domain.working_days import CalendarDay, WorkingDays
from ui.calendar.due_rows import DUE_ROLE, DueRows, fill
from ui.calendar.month_grid import MonthGrid
from ui.calendar.year_rows import Due, YearPage
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.panes import ThinLine

WIDTH = 300
_SIDE = 14
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


class MonthPane(QWidget):
    """Follows the mark of the strip; a due task is opened by Enter or double click."""

    day_chosen = Signal(object)
    due_opened = Signal(object)

    def __init__(self) -> None:
        """Make a pane of nothing."""
        super().__init__()
        self._page: YearPage | None = None
        self._holidays: tuple[CalendarDay, ...] = ()
        self._flags: dict[date, str] = {}
        self._title = QLabel()
        self._title.setFont(theme.font(theme.TITLE_PT, strong=True))
        self.before = _arrow("Tháng trước", "chevron-left")
        self.after = _arrow("Tháng sau", "chevron-right")
        self.grid = MonthGrid(has_words=False)
        self._day = QLabel()
        self._day.setFont(theme.font(strong=True))
        self.list = QListWidget()
        self.list.setAccessibleName("Việc đến hạn trong ngày")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(DueRows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._off, self._checked = QLabel(wordWrap=True), QLabel(wordWrap=True)
        for grey in (self._off, self._checked):
            theme.make_secondary(grey)
            grey.setFont(theme.font(theme.HEADER_PT))
        self._lay_out()
        self.setAccessibleName("Tháng và việc trong ngày")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.grid.day_chosen.connect(self._choose)
        self.grid.day_entered.connect(lambda _: self.list.setFocus())
        self.list.itemActivated.connect(self._open)
        self.setFocusProxy(self.grid)

    def show_page(
        self,
        page: YearPage,
        days: WorkingDays,
        holidays: tuple[CalendarDay, ...],
        flags: dict[date, str],
        checked: str,
    ) -> None:
        """Show a year; *checked* says whether the office has confirmed its table."""
        self._page, self._holidays, self._flags = page, holidays, flags
        self.grid.show_page(page, days, flags)
        self._checked.setText(checked)
        day = self.grid.day
        self.show_day(day if day.year == page.year else _first_shown(page))

    def show_day(self, day: date) -> None:
        """Show a day and its month."""
        self.grid.show_day(day)
        self._title.setText(f"Tháng {day.month}/{day.year}")
        self._day.setText(f"{_WEEKDAYS[day.weekday()]}, {day.day}/{day.month}/{day.year}")
        dues = self._page.dues_on(day) if self._page else ()
        fill(self.list, dues, self._flags.get(day, ""))
        own = [
            one for one in self._holidays if (one.day.year, one.day.month) == (day.year, day.month)
        ]
        told = ", ".join(f"{one.day.day}/{one.day.month} {one.name}".strip() for one in own)
        self._off.setText(f"Ngày nghỉ, làm bù trong tháng: {told or 'không có'}")

    def _choose(self, day: date) -> None:
        self.show_day(day)
        self.day_chosen.emit(day)

    def _turn(self, step: int) -> None:
        day = self.grid.day
        first = day.replace(day=1)
        other = first - timedelta(days=1) if step < 0 else first + timedelta(days=31)
        last = monthrange(other.year, other.month)[1]
        self._choose(other.replace(day=min(day.day, last)))

    def _open(self, item: QListWidgetItem) -> None:
        due = item.data(DUE_ROLE)
        if isinstance(due, Due):
            self.due_opened.emit(due)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.before)
        head.addWidget(self.after)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 8, _SIDE, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.grid)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addWidget(self._day)
        layout.addWidget(self.list, 1)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addWidget(self._off)
        layout.addWidget(self._checked)


def _first_shown(page: YearPage) -> date:
    return page.today if page.today.year == page.year else date(page.year, 1, 1)


def _arrow(name: str, image: str) -> AppButton:
    button = AppButton(name, ButtonKind.BAR, icon=image)
    button.hide_words()
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
