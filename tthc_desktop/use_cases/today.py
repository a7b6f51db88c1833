"""What must be done today: over every plan of ours that is still open, one row an occurrence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import cached_property

from tthc_desktop.domain.occurrences import SHIPPED_CALENDAR, ReportCalendar
from tthc_desktop.domain.periods import month_end, periods_of_year
from tthc_desktop.domain.plan import PlanKind, PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, State
from tthc_desktop.domain.reporting.petitions import Petition
from tthc_desktop.domain.shown_state import SOON_DAYS, Shown, ShownState
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.ports import UnitsOfWork

NOT_FOLLOWED = (PlanState.CLOSED, PlanState.REFERENCE)
_OPEN = (State.NOT_STARTED, State.IN_PROGRESS, None)
_MONTHS = range(1, 13)


class DueSection(Enum):
    """The four sections of the work list; an occurrence stands in one of them or in none."""

    OVERDUE = "overdue"
    WEEK = "week"
    MONTH = "month"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class DueRow:
    """An occurrence that is not done: where it belongs and what a list shows of it.

    One `is_petition`: a phản ánh, kiến nghị, which belongs to no plan. Its id stands for the
    occurrence's, its next step for the period.
    """

    plan_id: str
    plan_kind: PlanKind
    plan_year: int
    task_id: str
    occurrence_id: str
    number: str
    content: str
    period: str
    due: date | None
    lead: tuple[str, ...]
    state: ShownState
    is_petition: bool = False


@dataclass(frozen=True, slots=True)
class MonthLoad:
    """How many occurrences fall due in a month of the plan's year, and what became of them."""

    month: int
    done: int
    overdue: int
    other: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + self.overdue + self.other


@dataclass(frozen=True, slots=True)
class PlanToday:
    """One plan as seen on a day: its rows by section, its tasks by state, its months."""

    plan_id: str
    kind: PlanKind
    year: int
    rows: tuple[tuple[DueSection, DueRow], ...]
    states: tuple[tuple[Shown, int], ...]
    months: tuple[MonthLoad, ...]

    @property
    def tasks(self) -> int:
        """How many tasks the plan has, groups left out."""
        return sum(count for _, count in self.states)


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """A quarter as reported: data from `start` to `closing`, the report sent until `due`."""

    key: str
    start: date
    closing: date
    due: date


@dataclass(frozen=True)
class Overview:
    """Everything Hôm nay shows; its sections are put in order once, by who works it out."""

    today: date
    plans: tuple[PlanToday, ...]
    period: ReportPeriod
    petitions: tuple[tuple[DueSection, DueRow], ...] = ()

    def section(self, section: DueSection) -> tuple[DueRow, ...]:
        """Return the rows of a section over all plans, oldest first."""
        return self.sections[section]

    @cached_property
    def sections(self) -> Mapping[DueSection, tuple[DueRow, ...]]:
        """The rows of all sections."""
        found: dict[DueSection, list[DueRow]] = {section: [] for section in DueSection}
        of_plans = (pair for plan in self.plans for pair in plan.rows)
        for section, row in (*of_plans, *self.petitions):
            found[section].append(row)
        return {
            section: tuple(sorted(rows, key=lambda row: row.due or date.max))
            for section, rows in found.items()
        }

    @property
    def overdue(self) -> int:
        """How many occurrences are late: the red number."""
        return len(self.sections[DueSection.OVERDUE])

    @property
    def control_plan(self) -> PlanToday | None:
        """The control plan of this year, else the newest there is."""
        control = [one for one in self.plans if one.kind is PlanKind.CONTROL]
        of_year = [one for one in control if one.year == self.today.year]
        return next(iter((*of_year, *control)), None)

    def with_plan(self, plan: PlanToday) -> Overview:
        """Return the overview with one plan worked out anew."""
        plans = tuple(plan if one.plan_id == plan.plan_id else one for one in self.plans)
        return _in_order(replace(self, plans=plans))


def today_overview(units: UnitsOfWork, today: date) -> Overview:
    """Work out Hôm nay over all our plans that are neither closed nor kept to compare with."""
    from tthc_desktop.use_cases.opening import plan_progress
    from tthc_desktop.use_cases.petition_dues import petition_dues
    from tthc_desktop.use_cases.report_calendar import office_report_calendar
    from tthc_desktop.use_cases.working_days import office_working_days

    with units.reading() as work:
        ids = [one.id for one in work.plans.summaries() if one.state not in NOT_FOLLOWED]
        read = [plan_progress(work, plan_id) for plan_id in ids]
        working_days = office_working_days(work)
        calendar = office_report_calendar(work)
        held = work.entries.all(Petition.register, Petition)
    plans = tuple(plan_today(progress, today) for progress in read)
    period = report_period(today, working_days, calendar)
    petitions = tuple(petition_dues(held, working_days, today))
    return _in_order(Overview(today, plans, period, petitions))


def _in_order(overview: Overview) -> Overview:
    """Return the overview with its sections worked out already."""
    assert overview.sections is not None  # noqa: S101 - asking for them is what makes them
    return overview


def plan_today(progress: PlanProgress, today: date) -> PlanToday:
    """Work out one plan's part; an edit makes only this part anew."""
    plan = progress.plan
    counts = progress.counts(today)
    return PlanToday(
        plan.id,
        plan.kind,
        plan.year,
        tuple(_rows(progress, today)),
        tuple((shown, counts[shown]) for shown in Shown if counts[shown]),
        _months(progress, today),
    )


def report_period(
    today: date, working_days: WorkingDays, calendar: ReportCalendar = SHIPPED_CALENDAR
) -> ReportPeriod:
    """Return the quarter that is reported next, its data closed by the report calendar.

    A quarter that is closed is at hand until its report is due.
    """
    years = (today.year, today.year + 1)
    quarters = [one for year in years for one in periods_of_year("quarter", year)]
    found = []
    for quarter in quarters:
        closing = calendar.closing_in(quarter.end)
        before = calendar.closing_in(quarter.start - timedelta(days=1))
        due = calendar.due_after(closing, working_days)
        found.append(ReportPeriod(quarter.key, before + timedelta(days=1), closing, due))
    return next(one for one in found if today <= one.due)


def _rows(progress: PlanProgress, today: date) -> Iterator[tuple[DueSection, DueRow]]:
    for numbered in progress.leaves():
        for occurrence in progress.of_task(numbered.task):
            section = _section(progress, numbered, occurrence, today)
            if section is not None:
                yield section, _row(progress, numbered, occurrence, today)


def _section(
    progress: PlanProgress, numbered: NumberedTask, occurrence: Occurrence, today: date
) -> DueSection | None:
    state = progress.record(numbered.task, occurrence).state
    if state is State.WAITING_DOCUMENT:
        return DueSection.WAITING
    if state not in _OPEN or occurrence.due is None:
        return None
    if occurrence.due < today:
        return DueSection.OVERDUE
    if occurrence.due <= today + timedelta(days=SOON_DAYS):
        return DueSection.WEEK
    return DueSection.MONTH if occurrence.due <= month_end(today.year, today.month) else None


def _row(
    progress: PlanProgress, numbered: NumberedTask, occurrence: Occurrence, today: date
) -> DueRow:
    plan, task = progress.plan, numbered.task
    return DueRow(
        plan.id,
        plan.kind,
        plan.year,
        task.id,
        occurrence.id,
        numbered.number,
        task.content,
        occurrence.period,
        occurrence.due,
        tuple(one.words or progress.directory.get(one.respondent_id).name for one in task.lead),
        progress.shown(task, occurrence, today),
    )


def _months(progress: PlanProgress, today: date) -> tuple[MonthLoad, ...]:
    done: Counter[int] = Counter()
    overdue: Counter[int] = Counter()
    other: Counter[int] = Counter()
    for numbered in progress.leaves():
        for occurrence in progress.of_task(numbered.task):
            if occurrence.due is None or occurrence.due.year != progress.plan.year:
                continue
            state = progress.record(numbered.task, occurrence).state
            if state is State.DONE:
                done[occurrence.due.month] += 1
            elif state in _OPEN and occurrence.due < today:
                overdue[occurrence.due.month] += 1
            else:
                other[occurrence.due.month] += 1
    return tuple(MonthLoad(one, done[one], overdue[one], other[one]) for one in _MONTHS)
