"""Occurrences of a task in the plan year: a pure function of schedule, year and calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tthc_desktop.domain.periods import ONCE, Period, periods_of_year
from tthc_desktop.domain.recurring_days import due_on_day
from tthc_desktop.domain.relative_days import relative_due, written_start
from tthc_desktop.domain.timing import (
    REPORT_CALENDAR,
    REPORTED,
    Clause,
    ContinuousClause,
    DateClause,
    Frequency,
    PeriodClause,
    RecurringClause,
    RelativeClause,
    Schedule,
    WordsClause,
)
from tthc_desktop.domain.working_days import WorkingDays

# "Báo cáo định kỳ" without a frequency: quarters and year (domain.md 6.4, row 12).
_WITHOUT_FREQUENCY: tuple[Frequency, ...] = ("quarter", "year")


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
        isinstance(one, RecurringClause) and "quarter" in _frequencies(one)
        for one in schedule.clauses
    )
    if not quarterly and any(isinstance(one, ContinuousClause) for one in schedule.clauses):
        for period in periods_of_year("quarter", year):
            found.setdefault(period.key, PlannedOccurrence(period.key))
    return tuple(found.values()) or (PlannedOccurrence(ONCE),)


def planned_until(period: str, due: date) -> PlannedOccurrence:
    """Return an occurrence whose last day in time is *due*."""
    return PlannedOccurrence(period, due, due + timedelta(days=1))


def single_period(number: int) -> str:
    """Return the key of a task's *number*-th single date: once, once-2, once-3."""
    return ONCE if number == 1 else f"{ONCE}-{number}"


def _dated(
    schedule: Schedule, year: int, working_days: WorkingDays, calendar: ReportCalendar
) -> Iterator[PlannedOccurrence]:
    singles = 0
    for clause in schedule.clauses:
        if isinstance(clause, RecurringClause):
            for frequency in _frequencies(clause):
                for period in periods_of_year(frequency, year):
                    due = _due_of(period, frequency, clause, working_days, calendar)
                    yield planned_until(period.key, due)
            continue
        due_once = _single_due(clause, year, working_days)
        if due_once is not None:
            singles += 1
            yield planned_until(single_period(singles), due_once)


def _frequencies(clause: RecurringClause) -> tuple[Frequency, ...]:
    return clause.every or _WITHOUT_FREQUENCY


def _single_due(clause: Clause, year: int, working_days: WorkingDays) -> date | None:
    """Return the last day in time of a clause that does not recur, None where it has none."""
    if isinstance(clause, PeriodClause):
        return clause.end
    if isinstance(clause, DateClause):
        return clause.day - timedelta(days=1) if clause.exclusive else clause.day
    if isinstance(clause, RelativeClause):
        start = written_start(clause, year)
        return relative_due(clause, start, working_days) if start else None
    return None


def _due_of(
    period: Period,
    frequency: Frequency,
    clause: RecurringClause,
    working_days: WorkingDays,
    calendar: ReportCalendar,
) -> date:
    for day in clause.days:
        due = due_on_day(day, period)
        if due is not None:
            return due
    if clause.anchor == REPORT_CALENDAR and frequency in REPORTED:
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
