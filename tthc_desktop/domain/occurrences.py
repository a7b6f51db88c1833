"""Occurrences of a task in the plan year: a pure function of schedule, year and calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tthc_desktop.domain.periods import ONCE, Period, month_end, numbered_period, periods_of_year
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
LAST_CLOSING_DAY = 28  # the last one that every month has
MONTH_END = 0


@dataclass(frozen=True, slots=True)
class ReportCalendar:
    """When data of a period close and how many working days later the report is due.

    `closing_day` is 1 to 28, or `MONTH_END` for each month's last. Source: NĐ 09/2019/NĐ-CP,
    Điều 12 (closing day 14); the two days are a profile of the office (domain.md, section 1.2).
    """

    closing_day: int = 14
    working_days_after: int = 2

    @property
    def is_possible(self) -> bool:
        """Whether every month has the closing day."""
        is_day = MONTH_END <= self.closing_day <= LAST_CLOSING_DAY
        return is_day and self.working_days_after >= 0

    def closing_in(self, day: date) -> date:
        """Return the day on which data close in the month of *day*."""
        if self.closing_day == MONTH_END:
            return month_end(day.year, day.month)
        return day.replace(day=self.closing_day)

    def due_after(self, closing: date, working_days: WorkingDays) -> date:
        """Return the last day on which what closed on *closing* is sent in time, a working day."""
        return working_days.next_working(working_days.add(closing, self.working_days_after))


SHIPPED_CALENDAR = ReportCalendar()


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
    calendar: ReportCalendar = SHIPPED_CALENDAR,
) -> tuple[PlannedOccurrence, ...]:
    """Return the occurrences of a leaf in *year*; at least one, so nothing leaves a sheet.

    A period with several due days has one occurrence for each (see `numbered_period`).

    A continuous task is reviewed each quarter without due day, unless a quarterly clause
    stands beside it; words that give no day make one occurrence `once` without due day.
    """
    found: dict[str, PlannedOccurrence] = {}
    days: dict[str, list[date]] = {}
    for period_key, due in _recurring_days(schedule, year, working_days, calendar):
        known = days.setdefault(period_key, [])
        if due not in known:
            known.append(due)
            key = numbered_period(period_key, len(known))
            found[key] = planned_until(key, due)
    for planned in _single_days(schedule, year, working_days):
        found[planned.period] = planned
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
    return numbered_period(ONCE, number)


def _recurring_days(
    schedule: Schedule, year: int, working_days: WorkingDays, calendar: ReportCalendar
) -> Iterator[tuple[str, date]]:
    for clause in schedule.clauses:
        if not isinstance(clause, RecurringClause):
            continue
        for frequency in _frequencies(clause):
            for period in periods_of_year(frequency, year):
                for due in _dues_in(period, frequency, clause, working_days, calendar):
                    yield period.key, due


def _single_days(
    schedule: Schedule, year: int, working_days: WorkingDays
) -> Iterator[PlannedOccurrence]:
    dues = (_single_due(one, year, working_days) for one in schedule.clauses)
    for number, due in enumerate((one for one in dues if one is not None), 1):
        yield planned_until(single_period(number), due)


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


def _dues_in(
    period: Period,
    frequency: Frequency,
    clause: RecurringClause,
    working_days: WorkingDays,
    calendar: ReportCalendar,
) -> list[date]:
    """Return the last days in time of one period, in order; one unless several are named."""
    named = {due_on_day(day, period) for day in clause.days} - {None}
    if named:
        return sorted(one for one in named if one)
    if clause.anchor == REPORT_CALENDAR and frequency in REPORTED:
        return [calendar.due_after(calendar.closing_in(period.end), working_days)]
    return [working_days.last_working(period.start, period.end)]


def waits_for_document(schedule: Schedule) -> bool:
    """Whether nothing can be done before a document comes: external words and no day."""
    kinds = [one for one in schedule.clauses if isinstance(one, WordsClause)]
    return (
        bool(kinds)
        and all(one.kind == "external" for one in kinds)
        and len(kinds) == len(schedule.clauses)
    )
