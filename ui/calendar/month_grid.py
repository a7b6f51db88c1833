"""A month as a grid of weeks: days off grey, what falls due as icons, or in words where large."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tthc_desktop.domain.working_days import WorkingDays
from ui.calendar.month_painting import (
    MonthRoom,
    MonthShown,
    head_height,
    least_day_height,
    paint_month,
)
from ui.calendar.year_rows import Due, YearPage
from ui.kit import theme

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# More are counted, not read aloud one by one.
_MOST_SPOKEN = 8


class MonthGrid(QWidget):
    """One day is chosen; arrows walk, past the month's end into the next."""

    day_chosen = Signal(object)
    day_entered = Signal(object)

    def __init__(self, *, has_words: bool) -> None:
        """Make a grid of nothing; *has_words* writes what falls due into the days."""
        super().__init__()
        self._has_words = has_words
        self._shown: MonthShown | None = None
        self.day = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Các ngày trong tháng")
        vertical = QSizePolicy.Policy.Expanding if has_words else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def show_page(self, page: YearPage, days: WorkingDays, flags: Mapping[date, str]) -> None:
        """Show a year; *flags* are days on which report data close or are sent."""
        self._shown = MonthShown(page, days, flags)
        self.update()

    def show_day(self, day: date) -> None:
        """Show the month of a day and stand at it, without telling of it."""
        self.day = day
        dues = self._dues(day)
        told = [f"{one.number} {one.content}, {one.shown}" for one in dues[:_MOST_SPOKEN]]
        told += [f"và {len(dues) - len(told)} việc khác"] * (len(dues) > len(told))
        words = "; ".join(told) or "không có việc đến hạn"
        self.setAccessibleDescription(f"{day:%d/%m/%Y}: {words}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of six weeks."""
        return QSize(theme.scaled(260), head_height() + 6 * least_day_height())

    def minimumSizeHint(self) -> QSize:
        """Return the room in which the numbers can be read."""
        return QSize(theme.scaled(180), head_height() + 6 * least_day_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows, enter a day by Enter, Home is today."""
        if step := _STEPS.get(Qt.Key(event.key())):
            self._choose(self.day + timedelta(days=step))
        elif event.key() == Qt.Key.Key_Home and self._shown is not None:
            self._choose(self._shown.page.today)
        elif event.key() in _ENTER:
            self.day_entered.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day that is clicked."""
        for day in self._month.days if self._shown else ():
            if self._month.of(day).contains(event.position()):
                self._choose(day)
                return

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enter the day."""
        if self._shown and self._month.of(self.day).contains(event.position()):
            self.day_entered.emit(self.day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names of the weekdays and the days."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.paints(self.palette()).surf)
        if self._shown is not None and self.day != date.min:
            paint_month(
                painter, self._month, self._shown, self.palette(), chosen=self.day,
                has_focus=self.hasFocus(),
            )  # fmt: skip

    @property
    def _month(self) -> MonthRoom:
        return MonthRoom(QRectF(self.rect()), self.day.replace(day=1), self._has_words)

    def _choose(self, day: date) -> None:
        self.show_day(day)
        self.day_chosen.emit(day)

    def _dues(self, day: date) -> tuple[Due, ...]:
        return self._shown.dues(day) if self._shown else ()
