"""What falls due: over our plans that are not closed, one row an occurrence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tthc_desktop.domain.office import Respondent
from tthc_desktop.domain.plan import PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, State
from tthc_desktop.domain.task import NumberedTask, Task
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.opening import find_unit, plan_progress
from tthc_desktop.vietnamese_text import clean_line

_NOT_FOLLOWED = (PlanState.CLOSED, PlanState.REFERENCE)
_OPEN = (State.NOT_STARTED, State.IN_PROGRESS, State.WAITING_DOCUMENT)


@dataclass(frozen=True, slots=True)
class DueTask:
    """An occurrence that is not done; `due` is the last day still in time."""

    plan_id: str
    number: str
    content: str
    lead: tuple[str, ...]
    period: str
    due: date
    overdue_days: int
    state: State


def due_tasks(
    units: UnitsOfWork, *, today: date, within: int, division: str | None = None
) -> tuple[DueTask, ...]:
    """Return what is not done and due until *within* days from today, overdue always.

    With *division* what that unit leads and has not done itself. Sorted by day, then as the
    plans and their tables stand. Raises Refused for an unknown unit.
    """
    with units.reading() as work:
        directory = work.office.directory()
        unit = find_unit(directory, clean_line(division)) if division is not None else None
        ids = [one.id for one in work.plans.summaries() if one.state not in _NOT_FOLLOWED]
        opened = [plan_progress(work, plan_id) for plan_id in ids]
    last = _later(today, within)
    rows = [row for one in opened for row in _rows(one, today, last, unit)]
    return tuple(sorted(rows, key=lambda row: row.due))


def _later(today: date, days: int) -> date:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return date.max


def _rows(
    opened: PlanProgress, today: date, last: date, unit: Respondent | None
) -> Iterator[DueTask]:
    for row in opened.leaves():
        for occurrence in opened.of_task(row.task):
            if occurrence.due is None or occurrence.due > last:
                continue
            state = _state(opened, row.task, occurrence, unit)
            if state in _OPEN:
                yield _due_task(opened, row, occurrence, occurrence.due, today, state)


def _state(
    opened: PlanProgress, task: Task, occurrence: Occurrence, unit: Respondent | None
) -> State | None:
    """Return the state that counts: the occurrence's, or the unit's own; None: not its task."""
    whole = opened.record(task, occurrence).state
    if unit is None or (unit.members and unit.id in task.lead_ids):
        return whole
    if unit.id not in opened.lead_units(task):
        return None
    closed = occurrence.closing is not None and occurrence.closing.state is not None
    return whole if closed else opened.unit_record(task, occurrence, unit.id).state


def _due_task(
    opened: PlanProgress,
    row: NumberedTask,
    occurrence: Occurrence,
    due: date,
    today: date,
    state: State,
) -> DueTask:
    names = opened.directory
    return DueTask(
        opened.plan.id,
        row.number,
        row.task.content,
        tuple(one.words or names.get(one.respondent_id).name for one in row.task.lead),
        occurrence.period,
        due,
        max((today - due).days, 0),
        state,
    )
