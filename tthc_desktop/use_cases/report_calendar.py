"""The office's report calendar: when data close, how many working days later reports are due."""

from __future__ import annotations

from typing import Any

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.occurrences import MONTH_END, SHIPPED_CALENDAR, ReportCalendar
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork

SETTING = "report_calendar"
MOST_WORKING_DAYS = 30
_LAST = "last"
_NOT_POSSIBLE = (
    "Ngày chốt số liệu phải từ 1 đến 28 hoặc là ngày cuối tháng, số ngày làm việc sau ngày chốt "
    "từ 0 đến 30. Chưa thay đổi gì."
)


def office_report_calendar(work: UnitOfWork) -> ReportCalendar:
    """Return the calendar that counts for the office, inside an open unit of work."""
    kept = work.settings.get(SETTING)
    if not isinstance(kept, dict):
        return SHIPPED_CALENDAR
    day = kept["closing_day"]
    return ReportCalendar(MONTH_END if day == _LAST else day, kept["working_days_after"])


def report_calendar(units: UnitsOfWork) -> ReportCalendar:
    """Return the calendar that counts for the office."""
    with units.reading() as work:
        return office_report_calendar(work)


def set_report_calendar(
    units: UnitsOfWork, calendar: ReportCalendar, *, undoing: bool = False
) -> int:
    """Make *calendar* the office's; return how many occurrences moved to another day.

    Occurrences of our open plans are made anew in the same transaction: they keep their ids
    and what was recorded. A report that was made keeps the calendar it was made with. Raises
    Refused for a closing day that not every month has; the same calendar writes nothing.
    """
    from tthc_desktop.use_cases.due_renewal import renew_all

    if not calendar.is_possible or calendar.working_days_after > MOST_WORKING_DAYS:
        raise Refused(_NOT_POSSIBLE)
    with units.writing() as work:
        before = office_report_calendar(work)
        if before == calendar:
            return 0
        # The shipped calendar is not kept, so that a later version may ship another one.
        work.settings.put(SETTING, None if calendar == SHIPPED_CALENDAR else _values(calendar))
        moved = renew_all(work)
        words = "Hoàn tác: sửa lịch báo cáo" if undoing else "Sửa lịch báo cáo"
        act = Act(words, "calendar", SETTING, before=_values(before), after=_values(calendar))
        work.commit(act)
    return moved


def _values(calendar: ReportCalendar) -> dict[str, Any]:
    day = _LAST if calendar.closing_day == MONTH_END else calendar.closing_day
    return {"closing_day": day, "working_days_after": calendar.working_days_after}
