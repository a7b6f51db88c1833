"""The working days that count: the shipped table with what the office changed in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import resources
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.working_days import (
    CalendarDay,
    DayKind,
    WorkingDays,
    overlaid,
    working_days_of,
)
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.vietnamese_text import clean_line


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """The table of one year as it counts, and when the office confirmed it (None: not yet)."""

    year: int
    days: tuple[CalendarDay, ...]
    confirmed_on: date | None

    @property
    def warning(self) -> str:
        """What a person must know of a year that nobody has confirmed; nothing else."""
        if self.confirmed_on is not None:
            return ""
        return (
            f"Cơ quan chưa xác nhận lịch nghỉ và làm bù năm {self.year}. Hạn tính theo ngày làm "
            "việc có thể thay đổi. Hãy đối chiếu với thông báo nghỉ lễ, tết rồi xác nhận."
        )


@lru_cache(maxsize=1)
def shipped_days() -> tuple[CalendarDay, ...]:
    """Return the shipped table for 2025 to 2028; other years know weekends only."""
    days = json.loads(resources.text("calendar/working_days.json"))["days"]
    return tuple(
        CalendarDay(date.fromisoformat(one["date"]), DayKind(one["kind"]), one["name"])
        for one in days
    )


@lru_cache(maxsize=1)
def shipped_working_days() -> WorkingDays:
    """Return the shipped table as it counts."""
    return working_days_of(shipped_days())


def office_working_days(work: UnitOfWork) -> WorkingDays:
    """Return the table that counts for the office, inside an open unit of work."""
    own = work.working_days.days()
    return working_days_of(overlaid(shipped_days(), own)) if own else shipped_working_days()


def calendar_year(units: UnitsOfWork, year: int) -> CalendarYear:
    """Return the table of a year with its confirmation; `warning` is empty once confirmed."""
    with units.reading() as work:
        return _calendar_year(work, year)


def _calendar_year(work: UnitOfWork, year: int) -> CalendarYear:
    days = overlaid(shipped_days(), work.working_days.days())
    of_year = tuple(one for one in days if one.day.year == year)
    shown = tuple(one for one in of_year if one.kind is not DayKind.NORMAL)
    return CalendarYear(year, shown, work.working_days.confirmed_on(year))


def set_calendar_year(units: UnitsOfWork, year: int, days: Iterable[CalendarDay]) -> int:
    """Make *days* the table of a year; return how many occurrences moved to another day.

    Only what differs from the shipped table is kept. Occurrences of our open plans are made
    anew in the same transaction; what was recorded stays. Raises Refused for a day of another
    year or one that stands twice.
    """
    from tthc_desktop.use_cases.due_renewal import renew_all

    wanted = _checked(year, days)
    shipped = {one.day: one for one in shipped_days() if one.day.year == year}
    own = [one for one in wanted.values() if shipped.get(one.day) != one]
    own += [CalendarDay(day, DayKind.NORMAL) for day in shipped if day not in wanted]
    with units.writing() as work:
        before = _calendar_year(work, year)
        work.working_days.set_year(year, own)
        moved = renew_all(work)
        work.commit(_act(f"Sửa lịch nghỉ và làm bù năm {year}", before, _calendar_year(work, year)))
    return moved


def confirm_year(units: UnitsOfWork, year: int, *, on: date | None) -> None:
    """Keep that the office confirmed the table of a year on a day, or takes that back (None)."""
    words = "Xác nhận" if on else "Bỏ xác nhận"
    with units.writing() as work:
        before = _calendar_year(work, year)
        work.working_days.confirm(year, on)
        act = _act(f"{words} lịch nghỉ và làm bù năm {year}", before, _calendar_year(work, year))
        work.commit(act)


def _checked(year: int, days: Iterable[CalendarDay]) -> dict[date, CalendarDay]:
    found: dict[date, CalendarDay] = {}
    for one in days:
        if one.day.year != year:
            message = f"Ngày {one.day:%d/%m/%Y} không thuộc năm {year}. Chưa thay đổi gì."
            raise Refused(message)
        if one.day in found:
            message = f"Ngày {one.day:%d/%m/%Y} ghi hai lần. Hãy bỏ một dòng. Chưa thay đổi gì."
            raise Refused(message)
        found[one.day] = CalendarDay(one.day, one.kind, clean_line(one.name))
    return found


def _act(words: str, before: CalendarYear, after: CalendarYear) -> Act:
    return Act(words, "calendar", str(after.year), before=_values(before), after=_values(after))


def _values(calendar: CalendarYear) -> dict[str, object]:
    confirmed = calendar.confirmed_on.isoformat() if calendar.confirmed_on else None
    days = [[one.day.isoformat(), one.kind.value, one.name] for one in calendar.days]
    return {"confirmed_on": confirmed, "days": days}
