"""Writing an edit: one transaction, one journal row; and the open plan after it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskEdit, TaskSnapshot
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
    return PlanProgress(_rebuilt(progress.plan, moved, gone), directory, occurrences)


def _rebuilt(plan: Plan, moved: dict[str, TaskSnapshot], gone: set[str]) -> Plan:
    """Return the plan with every task at its place: those of *moved* as they say."""
    from tthc_desktop.domain.task_tree import task_places

    nodes: dict[tuple[str | None, str | None], list[tuple[int, Task]]] = {}
    for place, task in task_places(plan):
        if task.id not in moved and task.id not in gone:
            key = place.annex_id, place.parent_id
            nodes.setdefault(key, []).append((place.position, task))
    for snapshot in moved.values():
        key = snapshot.place.annex_id, snapshot.place.parent_id
        nodes.setdefault(key, []).append((snapshot.place.position, snapshot.task))

    def rows(annex_id: str | None, parent_id: str | None) -> tuple[Task, ...]:
        found = sorted(nodes.get((annex_id, parent_id), ()), key=lambda node: node[0])
        return tuple(_with_children(task, rows(annex_id, task.id)) for _, task in found)

    annexes = tuple(replace(one, tasks=rows(one.id, None)) for one in plan.annexes)
    return replace(plan, annexes=annexes, follow_up=rows(None, None))


def _with_children(task: Task, children: tuple[Task, ...]) -> Task:
    return task if task.children == children else replace(task, children=children)


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
            [one.period, unit.respondent_id, unit.record.state, unit.record.percent]
            for one in snapshot.occurrences
            for unit in one.units
        ],
    }
