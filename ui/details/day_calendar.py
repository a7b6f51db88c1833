"""A calendar that pops up to choose a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCalendarWidget,
    QFrame,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

# The parts of Qt's calendar have no names of their own.
_PARTS = {
    "qt_calendar_prevmonth": "Tháng trước",
    "qt_calendar_nextmonth": "Tháng sau",
    "qt_calendar_monthbutton": "Chọn tháng",
    "qt_calendar_yearbutton": "Chọn năm",
    "qt_calendar_yearedit": "Năm",
    "qt_calendar_calendarview": "Các ngày trong tháng",
}


class DayCalendar(QFrame):
    """Closes when a day is chosen, by Esc, or clicked away from."""

    chosen = Signal(object)

    def __init__(self, day: date, parent: QWidget) -> None:
        """Show the month of *day*."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName("Lịch")
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName("Lịch")
        self._calendar.setLocale(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        form = QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        self._calendar.setVerticalHeaderFormat(form)
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        for part in self._calendar.findChildren(QWidget):
            if isinstance(part, QToolButton | QSpinBox | QAbstractItemView):
                part.setAccessibleName(_PARTS.get(part.objectName(), "Lịch"))
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._calendar)
        self._calendar.setFocus()

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()
