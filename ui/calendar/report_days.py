"""The days of the report calendar in a year: data close, and the report is sent."""

from __future__ import annotations

from datetime import date

from tthc_desktop.domain.numbering import roman
from tthc_desktop.domain.occurrences import SHIPPED_CALENDAR, ReportCalendar
from tthc_desktop.domain.working_days import WorkingDays

_LAST_MONTHS = (3, 6, 9, 12)


def report_days(
    year: int, days: WorkingDays, calendar: ReportCalendar = SHIPPED_CALENDAR
) -> dict[date, str]:
    """Return what is said of each day: when a quarter's data close and when it is due."""
    told: dict[date, str] = {}
    for place, month in enumerate(_LAST_MONTHS, 1):
        closing = calendar.closing_in(date(year, month, 1))
        told[closing] = f"Chốt số liệu báo cáo quý {roman(place)}"
        count = calendar.working_days_after
        due = calendar.due_after(closing, days)
        told[due] = (
            f"Gửi báo cáo quý {roman(place)}: chốt {closing.day}/{closing.month} và {count} ngày "
            "làm việc"
        )
    return told
