"""The windows of a year by a report calendar: data from, closing day, last day of sending."""

from __future__ import annotations

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.reporting.windows import ReportWindow, report_windows
from tthc_desktop.domain.working_days import WorkingDays
from ui.kit import theme

_HEADS = ("Kỳ báo cáo", "Số liệu từ ngày", "Chốt số liệu", "Hạn gửi")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_LINES = 9
_DUE = 3


class WindowList(QTreeWidget):
    """Quarters, halves, nine months and the year; a day of sending that moves is bold."""

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__()
        self.setAccessibleName("Các kỳ báo cáo của năm")
        self.setHeaderLabels(_HEADS)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setMinimumHeight(_LINES * (theme.line_height(self.font()) + 6))
        for column, width in enumerate((150, 130, 130)):
            self.setColumnWidth(column, theme.scaled(width))

    def show_year(
        self, year: int, days: WorkingDays, calendar: ReportCalendar, kept: ReportCalendar
    ) -> int:
        """Show the windows of a year; return how many days of sending differ from those *kept*."""
        self.clear()
        moved = 0
        shown = zip(_windows(year, days, calendar), _windows(year, days, kept), strict=True)
        for window, before in shown:
            item = QTreeWidgetItem(self, list(_words(window)))
            if window.due != before.due:
                moved += 1
                item.setFont(_DUE, theme.font(strong=True))
        return moved


def _windows(year: int, days: WorkingDays, calendar: ReportCalendar) -> tuple[ReportWindow, ...]:
    """Return what is reported of a year; its months are dated by their own words."""
    months = {f"{year}-{one:02}" for one in range(1, 13)}
    found = report_windows(year, days, calendar)
    return tuple(one for one in found if one.period not in months)


def _words(window: ReportWindow) -> tuple[str, ...]:
    due = f"{window.due:%d/%m/%Y} ({_WEEKDAYS[window.due.weekday()]})"
    return period_words(window.period), f"{window.start:%d/%m/%Y}", f"{window.end:%d/%m/%Y}", due
