"""Working days: Monday to Friday, less days off, plus Saturdays worked in exchange."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The office's table of days off (lễ, nghỉ bù, hoán đổi) and of days worked (làm bù)."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether the office works on *day*."""
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def add(self, day: date, count: int) -> date:
        """Return the *count*-th working day after *day* (*day* itself not counted)."""
        while count:
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day

    def last_working(self, start: date, end: date) -> date:
        """Return the last working day from *start* to *end*; *end* where there is none."""
        day = end
        while day >= start:
            if self.is_working(day):
                return day
            day -= timedelta(days=1)
        return end
