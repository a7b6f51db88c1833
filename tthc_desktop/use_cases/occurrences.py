"""Making the occurrences of tasks, and making them anew without losing what was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.occurrences import (
    SHIPPED_CALENDAR,
    PlannedOccurrence,
    ReportCalendar,
    plan_occurrences,
)
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.ports import ProgressStore
from tthc_desktop.use_cases.working_days import shipped_working_days


@dataclass(frozen=True, slots=True)
class Renewal:
    """What must change so that a task has the occurrences its schedule plans."""

    added: tuple[Occurrence, ...]
    changed: tuple[Occurrence, ...]
    removed: tuple[str, ...]


def planned_for(
    task: Task,
    year: int,
    working_days: WorkingDays | None = None,
    calendar: ReportCalendar = SHIPPED_CALENDAR,
) -> tuple[PlannedOccurrence, ...]:
    """Return the planned occurrences of a leaf; none for a group.

    Without *working_days* and *calendar* by the ones that are shipped.
    """
    if task.is_group:
        return ()
    return plan_occurrences(task.schedule, year, working_days or shipped_working_days(), calendar)


def first_occurrences(
    plan: Plan,
    working_days: WorkingDays | None = None,
    calendar: ReportCalendar = SHIPPED_CALENDAR,
) -> Iterator[Occurrence]:
    """Yield the occurrences of every leaf of a new plan."""
    for row in plan.numbered_tasks():
        for planned in planned_for(row.task, plan.year, working_days, calendar):
            yield _new(row.task, planned)


def renew(
    task: Task,
    present: tuple[Occurrence, ...],
    year: int,
    working_days: WorkingDays | None = None,
    calendar: ReportCalendar = SHIPPED_CALENDAR,
) -> Renewal:
    """Return the change from the present occurrences to those planned now.

    (Task, period) keeps its id; an occurrence that is no longer planned goes only when
    nothing was recorded for it. One that a document or a case has dated keeps its day.
    """
    planned = {one.period: one for one in planned_for(task, year, working_days, calendar)}
    known = {one.period: one for one in present}
    added = tuple(_new(task, one) for period, one in planned.items() if period not in known)
    moved = (
        replace(one, due=planned[period].due, overdue_from=planned[period].overdue_from)
        for period, one in known.items()
        if period in planned and one.source is None
    )
    changed = tuple(one for one in moved if one != known[one.period])
    removed = tuple(one.id for one in present if one.period not in planned and not one.is_recorded)
    return Renewal(added, changed, removed)


def apply_renewal(store: ProgressStore, renewal: Renewal) -> None:
    """Write a renewal."""
    store.remove(renewal.removed)
    for one in renewal.changed:
        store.set(one)
    store.add(renewal.added)


def _new(task: Task, planned: PlannedOccurrence) -> Occurrence:
    return Occurrence(new_id(), task.id, planned.period, planned.due, planned.overdue_from)
