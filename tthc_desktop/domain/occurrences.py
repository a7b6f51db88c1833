"""Occurrences of a task in the plan year: a pure function of schedule, year and calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tthc_desktop.domain.periods import ONCE, Period, periods_of_year
from tthc_desktop.domain.timing import (
    REPORT_CALENDAR,
    ContinuousClause,
    DateClause,
    Frequency,
    PeriodClause,
    RecurringClause,
    Schedule,
    WordsClause,
)
from tthc_desktop.domain.working_days import WorkingDays

# What the report calendar dates: reports are made of quarters, halves, nine months, years.
_REPORTED: tuple[Frequency, ...] = ("quarter", "half", "nine_months", "year")


@dataclass(frozen=True, slots=True)
class ReportCalendar:
    """When data of a period close and how many working days later the report is due.

    Source: NĐ 09/2019/NĐ-CP, Điều 12 (closing day 14); the two days are a profile of the
    office (domain.md, section 1.2).
    """

    closing_day: int = 14
    working_days_after: int = 2


@dataclass(frozen=True, slots=True)
class PlannedOccurrence:
    """A period of a task; `due` is the last day still in time, None where nothing is due."""

    period: str
    due: date | None = None
    overdue_from: date | None = None


def plan_occurrences(
    schedule: Schedule,
    year: int,
    working_days: WorkingDays,
    calendar: ReportCalendar = ReportCalendar(),
) -> tuple[PlannedOccurrence, ...]:
    """Return the occurrences of a leaf in *year*; at least one, so nothing leaves a sheet.

    A continuous task is reviewed each quarter without due day, unless a quarterly clause
    stands beside it; words that give no day make one occurrence `once` without due day.
    """
    found: dict[str, PlannedOccurrence] = {}
    for planned in _dated(schedule, year, working_days, calendar):
        found.setdefault(planned.period, planned)
    quarterly = any(
        isinstance(one, RecurringClause) and "quarter" in one.every for one in schedule.clauses
    )
    if not quarterly and any(isinstance(one, ContinuousClause) for one in schedule.clauses):
        for period in periods_of_year("quarter", year):
            found.setdefault(period.key, PlannedOccurrence(period.key))
    return tuple(found.values()) or (PlannedOccurrence(ONCE),)


def _dated(
    schedule: Schedule, year: int, working_days: WorkingDays, calendar: ReportCalendar
) -> Iterator[PlannedOccurrence]:
    singles = 0
    for clause in schedule.clauses:
        if isinstance(clause, DateClause | PeriodClause):
            singles += 1
            due = _last_day_in_time(clause)
            key = ONCE if singles == 1 else f"{ONCE}-{singles}"
            yield PlannedOccurrence(key, due, due + timedelta(days=1))
        elif isinstance(clause, RecurringClause):
            for frequency in clause.every:
                for period in periods_of_year(frequency, year):
                    due = _due_of(period, frequency, clause.anchor, working_days, calendar)
                    yield PlannedOccurrence(period.key, due, due + timedelta(days=1))


def _last_day_in_time(clause: DateClause | PeriodClause) -> date:
    if isinstance(clause, PeriodClause):
        return clause.end
    return clause.day - timedelta(days=1) if clause.exclusive else clause.day


def _due_of(
    period: Period,
    frequency: Frequency,
    anchor: str,
    working_days: WorkingDays,
    calendar: ReportCalendar,
) -> date:
    if anchor == REPORT_CALENDAR and frequency in _REPORTED:
        closing = period.end.replace(day=calendar.closing_day)
        return working_days.add(closing, calendar.working_days_after)
    return working_days.last_working(period.start, period.end)


def waits_for_document(schedule: Schedule) -> bool:
    """Whether nothing can be done before a document comes: external words and no day."""
    kinds = [one for one in schedule.clauses if isinstance(one, WordsClause)]
    return (
        bool(kinds)
        and all(one.kind == "external" for one in kinds)
        and len(kinds) == len(schedule.clauses)
    )
