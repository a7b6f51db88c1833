"""The days a report tells of, and when it is due.

Source: Nghị định 09/2019/NĐ-CP, Điều 12 (data close on the 14th); the working days after it
are a profile of the office. Deadlines of plans count in calendar periods, never in these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tthc_desktop.domain.occurrences import LAST_CLOSING_DAY, SHIPPED_CALENDAR, ReportCalendar
from tthc_desktop.domain.periods import parse_period, periods_of_year
from tthc_desktop.domain.timing import Frequency
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.errors import Refused

_LISTED: tuple[Frequency, ...] = ("month", "quarter", "half", "nine_months", "year")
# The quarters that tile a longer period.
_QUARTERS = {"H1": (1, 2), "H2": (3, 4), "9M": (1, 2, 3), "": (1, 2, 3, 4)}


@dataclass(frozen=True, slots=True)
class ReportWindow:
    """A period by its key, the first and last day of its data, and the last day to send it."""

    period: str
    start: date
    end: date
    due: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the window; no day lies in none."""
        return day is not None and self.start <= day <= self.end


def report_window(
    period: str, working_days: WorkingDays, calendar: ReportCalendar = SHIPPED_CALENDAR
) -> ReportWindow:
    """Return the window of a period; one from day to day (ad hoc, week) keeps its own days.

    Raises Refused for what is no period or a closing day that not every month has.
    """
    found = parse_period(period)
    if found is None:
        message = f"Không có kỳ báo cáo “{period}”. Viết như 2026-06, 2026-Q2, 2026-H1, 2026."
        raise Refused(message)
    if not calendar.is_possible:
        message = (
            f"Ngày chốt số liệu phải từ 1 đến {LAST_CLOSING_DAY} hoặc là ngày cuối tháng. "
            "Chưa thay đổi gì."
        )
        raise Refused(message)
    start, end = found.start, found.end
    if ".." not in period and "W" not in period:
        before = start - timedelta(days=1)
        start = calendar.closing_in(before) + timedelta(days=1)
        end = calendar.closing_in(end)
    return ReportWindow(period, start, end, calendar.due_after(end, working_days))


def report_windows(
    year: int, working_days: WorkingDays, calendar: ReportCalendar = SHIPPED_CALENDAR
) -> Iterator[ReportWindow]:
    """Yield the windows of a year: 12 months, 4 quarters, both halves, 9 months, the year."""
    for frequency in _LISTED:
        for period in periods_of_year(frequency, year):
            yield report_window(period.key, working_days, calendar)


def previous_period(period: str) -> str | None:
    """Return the period of the same length before this one; None for an ad hoc one."""
    return _shifted(period, -1)


def next_period(period: str) -> str | None:
    """Return the period of the same length after this one; None for an ad hoc one."""
    return _shifted(period, 1)


def same_period_last_year(period: str) -> str | None:
    """Return the same period of the year before; None for an ad hoc one."""
    if ".." in period or parse_period(period) is None:
        return None
    return f"{int(period[:4]) - 1}{period[4:]}"


def quarters_within(period: str) -> tuple[str, ...]:
    """Return the quarters that tile a half, nine months or a year; none for another period."""
    year, _, part = period.partition("-")
    if ".." in period or part not in _QUARTERS:
        return ()
    return tuple(f"{year}-Q{one}" for one in _QUARTERS[part])


def _shifted(period: str, by: int) -> str | None:
    if ".." in period or parse_period(period) is None:
        return None
    year, part = int(period[:4]), period[5:]
    if part == "9M" or not part:
        return f"{year + by}{period[4:]}"
    for frequency in ("month", "quarter", "half", "week"):
        keys = [
            one.key
            for each in (year - 1, year, year + 1)
            for one in periods_of_year(frequency, each)
        ]
        if period in keys:
            return keys[keys.index(period) + by]
    return None
