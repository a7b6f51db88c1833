"""What the year of a plan shows: a row a task that is due or waits, a mark a day."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.use_cases.today import MonthLoad, plan_today

# A row of the page, and a mark of that row.
Place = tuple[int, int]
_DONE = (Shown.DONE, Shown.DONE_LATE, Shown.NO_CASE, Shown.CANCELLED)
_SEVERITY = {shown: place for place, shown in enumerate(Shown)}


@dataclass(frozen=True, slots=True)
class Due:
    """An occurrence that falls due, as it is shown."""

    task_id: str
    occurrence_id: str
    number: str
    content: str
    period: str
    lead: str
    day: date
    shown: Shown


@dataclass(frozen=True, slots=True)
class Mark:
    """What falls due on one day for one task."""

    day: date
    dues: tuple[Due, ...]

    @property
    def shown(self) -> Shown:
        """The worst of its states."""
        return min((one.shown for one in self.dues), key=_SEVERITY.__getitem__)

    @property
    def next_due(self) -> Due:
        """The first one that is still to be done, else the first."""
        return next((one for one in self.dues if one.shown not in _DONE), self.dues[0])

    @property
    def words(self) -> str:
        """The day, with how many fall on it: "16×2"."""
        count = len(self.dues)
        return f"{self.day.day}×{count}" if count > 1 else str(self.day.day)


@dataclass(frozen=True, slots=True)
class YearRow:
    """A group, or a task with its marks; one that waits has a dashed line."""

    number: str
    content: str
    is_group: bool
    marks: tuple[Mark, ...] = ()
    waits: bool = False
    task_id: str = ""


@dataclass(frozen=True)
class YearPage:
    """The year of one plan as seen on a day."""

    plan_id: str
    year: int
    today: date
    rows: tuple[YearRow, ...]
    months: tuple[MonthLoad, ...]
    undated: str
    leads: tuple[tuple[str, str], ...] = ()  # the units that lead anything: id and name
    unit: str = ""  # the name of the unit whose tasks alone are shown

    def dues_on(self, day: date) -> tuple[Due, ...]:
        """Return what falls due on a day, in table order."""
        return self.by_day.get(day, ())

    @cached_property
    def by_day(self) -> dict[date, tuple[Due, ...]]:
        """What falls due, by day."""
        found: dict[date, list[Due]] = {}
        for row in self.rows:
            for mark in row.marks:
                found.setdefault(mark.day, []).extend(mark.dues)
        return {day: tuple(dues) for day, dues in found.items()}

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every mark by its row and its place there, in table order."""
        return tuple(
            (at, place) for at, row in enumerate(self.rows) for place in range(len(row.marks))
        )

    @cached_property
    def in_time(self) -> tuple[tuple[date, Place], ...]:
        """Every mark by its day, those of one day in table order."""
        return tuple(sorted((self.mark(place).day, place) for place in self.places))

    @cached_property
    def by_occurrence(self) -> dict[str, Place]:
        """The mark of every occurrence, by its id."""
        return {due.occurrence_id: at for at in self.places for due in self.mark(at).dues}

    def mark(self, place: Place) -> Mark:
        """Return the mark at a place."""
        row, at = place
        return self.rows[row].marks[at]

    def first_from(self, day: date) -> Place | None:
        """Return the first mark from a day on, else the last one; None where there is none."""
        at = bisect_left(self.in_time, (day, (0, 0)))
        found = self.in_time[at : at + 1] or self.in_time[-1:]
        return found[0][1] if found else None

    def work_out(self) -> None:
        """Work out here and now what the page would else work out when it is first asked."""
        assert self.by_day is not None  # noqa: S101 - asking for them is what makes them
        assert self.in_time is not None  # noqa: S101
        assert self.by_occurrence is not None  # noqa: S101

    @property
    def facts(self) -> str:
        """The facts for the status bar."""
        done = sum(one.done for one in self.months)
        overdue = sum(one.overdue for one in self.months)
        total = sum(one.total for one in self.months)
        return f"{total} kỳ có hạn trong năm · {done} đã xong · {overdue} quá hạn"


def year_page(progress: PlanProgress, today: date, unit_id: str = "") -> YearPage:
    """Work out the year; with *unit_id* only the tasks that this unit leads."""
    year = progress.plan.year
    rows = tuple(_with_groups(progress, today, unit_id))
    shown = {row.task_id for row in rows}
    states = [
        state.shown
        for row in progress.leaves()
        if row.task.id not in shown
        and (not unit_id or unit_id in progress.lead_units(row.task))
        and (state := progress.task_state(row.task, today)) is not None
    ]
    continuous = states.count(Shown.CONTINUOUS)
    others = len(states) - continuous
    parts = [f"{continuous} nhiệm vụ thường xuyên"] if continuous else []
    parts += [f"{others} nhiệm vụ chưa có hạn"] if others else []
    months = _months(rows, year) if unit_id else plan_today(progress, today).months
    leading = {one for row in progress.leaves() for one in progress.lead_units(row.task)}
    leads = tuple((one.id, one.name) for one in progress.directory.respondents if one.id in leading)
    page = YearPage(
        progress.plan.id, year, today, rows, months, " · ".join(parts), leads,
        dict(leads).get(unit_id, ""),
    )  # fmt: skip
    page.work_out()
    return page


def _with_groups(progress: PlanProgress, today: date, unit_id: str) -> Iterator[YearRow]:
    """Yield the rows with the nearest group above them, once."""
    group: NumberedTask | None = None
    for row in progress.plan.numbered_tasks():
        if row.task.is_group:
            group = row
            continue
        if unit_id and unit_id not in progress.lead_units(row.task):
            continue
        found = _row(progress, row, today)
        if not found.marks and not found.waits:
            continue
        if group is not None:
            yield YearRow(group.number, _line(group.task.content), is_group=True)
            group = None
        yield found


def _row(progress: PlanProgress, row: NumberedTask, today: date) -> YearRow:
    task = row.task
    names = progress.directory
    lead = "; ".join(one.words or names.get(one.respondent_id).name for one in task.lead)
    content = _line(task.content)
    by_day: dict[date, list[Due]] = {}
    waits = False
    for one in progress.of_task(task):
        shown = progress.shown(task, one, today).shown
        if one.due is not None and one.due.year == progress.plan.year:
            due = _due(row, one, one.due, content, lead, shown)
            by_day.setdefault(one.due, []).append(due)
        waits = waits or shown is Shown.WAITING
    marks = tuple(Mark(day, tuple(dues)) for day, dues in sorted(by_day.items()))
    return YearRow(row.number, content, False, marks, waits, task.id)


def _due(
    row: NumberedTask, occurrence: Occurrence, day: date, content: str, lead: str, shown: Shown
) -> Due:
    return Due(row.task.id, occurrence.id, row.number, content, occurrence.period, lead, day, shown)


def _line(content: str) -> str:
    return " ".join(content.split())


def _months(rows: tuple[YearRow, ...], year: int) -> tuple[MonthLoad, ...]:
    done, overdue, other = ([0] * 13 for _ in range(3))
    for row in rows:
        for mark in row.marks:
            for due in mark.dues:
                is_done = due.shown in (Shown.DONE, Shown.DONE_LATE)
                counts = done if is_done else overdue if due.shown is Shown.OVERDUE else other
                counts[mark.day.month] += mark.day.year == year
    return tuple(MonthLoad(one, done[one], overdue[one], other[one]) for one in range(1, 13))
