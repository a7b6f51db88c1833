"""Days that come back in every period: the 17th of a quarter's last month, 15/12, Friday."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from tthc_desktop.domain.periods import Period
from tthc_desktop.domain.timing import AnchorDay


def due_on_day(day: AnchorDay, period: Period) -> date | None:
    """Return the last day in time that *day* gives in *period*; None where it lies in another.

    A fixed day keeps its place on a day off: only the words of the plan may move it.
    """
    found = _day_in(day, period)
    if found is None:
        return None
    return found - timedelta(days=1) if day.exclusive else found


def _day_in(day: AnchorDay, period: Period) -> date | None:
    if day.of == "week":
        return period.start + timedelta(days=day.day - 1)
    if day.of == "month":
        found = _clamped(period.start.year, day.month, day.day)
        return found if period.start <= found <= period.end else None
    if day.of == "next_year":
        return _clamped(period.end.year + 1, day.month, day.day)
    month = period.start if day.of == "first_month" else period.end
    if day.of == "next_month":
        month = month + timedelta(days=1)
    return _clamped(month.year, month.month, day.day)


def _clamped(year: int, month: int, day: int) -> date:
    """Return the day, the month's last where it has fewer (BLDS 2015, Điều 148.3)."""
    return date(year, month, min(day, monthrange(year, month)[1]))
