"""Days counted from an event (Bộ luật Dân sự 2015, Điều 147, 148)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from tthc_desktop.domain.timing import DateClause, RelativeClause
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.domain.working_days import WorkingDays

_MONTHS = 12


def relative_due(clause: RelativeClause, start: date, working_days: WorkingDays) -> date:
    """Return the last day in time counted from *start*, which is not counted itself.

    Months end on the day of the same number; a last day that is off moves to the next
    working day.
    """
    if clause.working:
        return working_days.add(start, clause.days)
    due = _months_after(start, clause.months) + timedelta(days=clause.days)
    return working_days.next_working(due)


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def written_start(clause: RelativeClause, year: int) -> date | None:
    """Return the day that the words count from ("kể từ ngày 15/3/2026"), None for an event."""
    clauses = read_timing(clause.start, year).clauses
    if len(clauses) == 1 and isinstance(clauses[0], DateClause) and not clauses[0].manner:
        return clauses[0].day
    return None
