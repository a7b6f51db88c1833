"""Writing an edit: one transaction, one journal row; and the open plan after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from operator import is_
from typing import Any

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskEdit, TaskSnapshot
from tthc_desktop.domain.task_tree import families
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork


def apply_edit(
    units: UnitsOfWork, progress: PlanProgress, edit: TaskEdit, *, undoing: bool = False
) -> PlanProgress:
    """Write *edit* and return the open plan as it stands then.

    *progress* is the plan as it was opened and edited so far. Raises Refused for a plan that
    is read-only, StorageTrouble where it cannot be written; then nothing is changed.
    """
    if progress.plan.state in (PlanState.REFERENCE, PlanState.CLOSED):
        message = "Kế hoạch này chỉ để đọc, không sửa được. Chưa thay đổi gì."
        raise Refused(message)
    if edit.is_empty:
        return progress
    after = edited(progress, edit)
    with units.writing() as work:
        if edit.newcomers:
            known = work.office.directory().respondents
            work.office.set_respondents((*known, *edit.newcomers))
        work.plans.write_tasks(edit.plan_id, edit.changes)
        work.progress.write_occurrences(edit.changes)
        if edit.leavers:
            work.office.remove_respondents(one.id for one in edit.leavers)
        work.commit(_act(edit, undoing=undoing))
    return after


def edited(progress: PlanProgress, edit: TaskEdit) -> PlanProgress:
    """Return the plan with *edit* done to it, without writing."""
    gone = {one.task_id for one in edit.changes if one.after is None}
    occurrences = {k: v for k, v in progress.occurrences.items() if k not in gone}
    moved: dict[str, TaskSnapshot] = {}
    for one in edit.changes:
        if one.after is not None:
            occurrences[one.task_id] = one.after.occurrences
            moved[one.task_id] = one.after
    leaving = {one.id for one in edit.leavers}
    respondents = tuple(one for one in progress.directory.respondents if one.id not in leaving)
    directory = (
        Directory((*respondents, *edit.newcomers))
        if edit.leavers or edit.newcomers
        else progress.directory
    )
    return PlanProgress(_Rebuilding(progress.plan, moved, gone).plan(), directory, occurrences)


class _Rebuilding:
    """Puts changed tasks at their places; lists without any stay the objects they were."""

    def __init__(self, plan: Plan, moved: dict[str, TaskSnapshot], gone: set[str]) -> None:
        self._plan = plan
        self._left = moved.keys() | gone
        self._present = families(plan)
        self._put: dict[tuple[str | None, str | None], list[tuple[int, Task]]] = {}
        for one in moved.values():
            key = one.place.annex_id, one.place.parent_id
            self._put.setdefault(key, []).append((one.place.position, one.task))

    def plan(self) -> Plan:
        annexes = tuple(replace(one, tasks=self._rows(one.id, None)) for one in self._plan.annexes)
        return replace(self._plan, annexes=annexes, follow_up=self._rows(None, None))

    def _rows(self, annex_id: str | None, parent_id: str | None) -> tuple[Task, ...]:
        key = annex_id, parent_id
        rows, put = self._present.get(key, ()), self._put.get(key)
        if put is None and not any(task.id in self._left for task in rows):
            made = [self._task(annex_id, task) if task.children else task for task in rows]
            is_same = all(map(is_, rows, made))
            return rows if is_same else tuple(made)
        placed = [(at, task) for at, task in enumerate(rows) if task.id not in self._left]
        placed = sorted((*placed, *(put or ())), key=lambda one: one[0])
        return tuple(self._task(annex_id, task) for _, task in placed)

    def _task(self, annex_id: str | None, task: Task) -> Task:
        children = self._rows(annex_id, task.id)
        return task if _are_same(children, task.children) else replace(task, children=children)


def _are_same(one: tuple[Task, ...], other: tuple[Task, ...]) -> bool:
    return len(one) == len(other) and all(map(is_, one, other))


def _act(edit: TaskEdit, *, undoing: bool) -> Act:
    words = f"{'Hoàn tác: ' if undoing else ''}{edit.words}"
    return Act(
        words=words[0].upper() + words[1:],
        subject="tasks",
        subject_id=edit.changes[0].task_id if edit.changes else edit.plan_id,
        plan_id=edit.plan_id,
        before={one.task_id: _values(one.before) for one in edit.changes},
        after={one.task_id: _values(one.after) for one in edit.changes},
    )


def _values(snapshot: TaskSnapshot | None) -> dict[str, Any] | None:
    if snapshot is None:
        return None
    task, place = snapshot.task, snapshot.place
    return {
        "place": [place.annex_id, place.parent_id, place.position],
        "content": task.content,
        "timing": task.timing,
        "lead": list(task.lead_ids),
        "coordinating": list(task.coordinating_ids),
        "recorded": [
            [one.period, unit, _recorded(record)]
            for one in snapshot.occurrences
            for unit, record in _records(one)
        ],
    }


def _records(occurrence: Occurrence) -> Iterator[tuple[str | None, Record]]:
    """Yield what the units recorded, then the Văn phòng's own closing under None."""
    yield from ((one.respondent_id, one.record) for one in occurrence.units)
    if occurrence.closing is not None:
        yield None, occurrence.closing


def _recorded(record: Record) -> dict[str, Any]:
    values = {one.name: getattr(record, one.name) for one in fields(record)}
    values["done_on"] = record.done_on.isoformat() if record.done_on else None
    return {name: value for name, value in values.items() if value not in (None, "")}
