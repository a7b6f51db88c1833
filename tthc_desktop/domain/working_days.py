"""Working days: Monday to Friday, less days off, plus Saturdays worked in exchange.

Sources: Bộ luật Lao động 2019, Điều 111, 112; the swaps of each year are the Government's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_SATURDAY = 5


class DayKind(StrEnum):
    """Why a day is off, or worked; `NORMAL` takes an entry of the shipped table away."""

    HOLIDAY = "holiday"
    COMPENSATORY = "compensatory"
    SWAPPED = "swapped"
    WORKED = "worked"
    NORMAL = "normal"


DAY_KIND_WORDS: dict[DayKind, str] = {
    DayKind.HOLIDAY: "Nghỉ lễ",
    DayKind.COMPENSATORY: "Nghỉ bù",
    DayKind.SWAPPED: "Nghỉ hoán đổi",
    DayKind.WORKED: "Làm bù",
    DayKind.NORMAL: "Ngày thường",
}


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """An entry of the table: a day, what it is, and its name."""

    day: date
    kind: DayKind
    name: str = ""


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

    def next_working(self, day: date) -> date:
        """Return *day*, or the first working day after it where it is off."""
        return day if self.is_working(day) else self.add(day, 1)

    def working_before(self, day: date) -> date:
        """Return the last working day before *day*."""
        day -= timedelta(days=1)
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day

    def last_working(self, start: date, end: date) -> date:
        """Return the last working day from *start* to *end*; *end* where there is none."""
        day = end
        while day >= start:
            if self.is_working(day):
                return day
            day -= timedelta(days=1)
        return end


def overlaid(shipped: Iterable[CalendarDay], own: Iterable[CalendarDay]) -> tuple[CalendarDay, ...]:
    """Return the shipped table with the office's own entries in place of those of their days."""
    days = {one.day: one for one in shipped} | {one.day: one for one in own}
    return tuple(sorted(days.values(), key=lambda one: one.day))


def working_days_of(days: Iterable[CalendarDay]) -> WorkingDays:
    """Return the table that the entries make."""
    entries = [one for one in days if one.kind is not DayKind.NORMAL]
    worked = frozenset(one.day for one in entries if one.kind is DayKind.WORKED)
    return WorkingDays(frozenset(one.day for one in entries) - worked, worked)
