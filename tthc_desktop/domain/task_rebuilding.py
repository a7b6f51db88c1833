"""The task tree after an edit: what the edit names is put in place, all else stays as it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import replace
from operator import is_

from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskChange
from tthc_desktop.domain.task_tree import Rows, TaskPlace, task_lists

# A list and a parent in it: where rows stand together.
_Family = tuple[str | None, str | None]


def with_changes(plan: Plan, changes: Iterable[TaskChange]) -> Plan:
    """Return the plan with *changes* done; lists without any stay the objects they were."""
    building = _Rebuilding(plan, changes)
    annexes = tuple(
        one if (rows := building.rows(one.id, None, one.tasks)) is one.tasks
        else replace(one, tasks=rows)
        for one in plan.annexes
    )  # fmt: skip
    return replace(plan, annexes=annexes, follow_up=building.rows(None, None, plan.follow_up))


class _Rebuilding:
    def __init__(self, plan: Plan, changes: Iterable[TaskChange]) -> None:
        self._left: set[str] = set()
        self._changed: set[_Family] = set()
        self._put: dict[_Family, list[tuple[int, Task]]] = defaultdict(list)
        for one in changes:
            self._left.add(one.task_id)
            if one.before is not None:
                self._changed.add(_family(one.before.place))
            if one.after is not None:
                key = _family(one.after.place)
                self._put[key].append((one.after.place.position, one.after.task))
        self._changed |= self._put.keys()
        self._present: dict[_Family, Rows] = {}
        for annex_id, rows in task_lists(plan):
            self._note_children(annex_id, rows, self._left)

    def _note_children(self, annex_id: str | None, rows: Rows, wanted: Container[str]) -> None:
        for task in rows:
            if task.children:
                if task.id in wanted:
                    self._present[annex_id, task.id] = task.children
                self._note_children(annex_id, task.children, wanted)

    def rows(self, annex_id: str | None, parent_id: str | None, present: Rows) -> Rows:
        """Return the rows of a parent as they are after the edit."""
        key = annex_id, parent_id
        if key not in self._changed:
            made = [self._below(annex_id, task) if task.children else task for task in present]
            return present if all(map(is_, present, made)) else tuple(made)
        placed = [(at, task) for at, task in enumerate(present) if task.id not in self._left]
        placed = sorted((*placed, *self._put.get(key, ())), key=lambda one: one[0])
        return tuple(self._placed(annex_id, task) for _, task in placed)

    def _placed(self, annex_id: str | None, task: Task) -> Task:
        """Return a task of a changed list; of one that moved, the children are those of now."""
        if task.id not in self._left:
            return self._below(annex_id, task)
        return self._over(annex_id, task, self._present.get((annex_id, task.id), ()))

    def _below(self, annex_id: str | None, task: Task) -> Task:
        return self._over(annex_id, task, task.children)

    def _over(self, annex_id: str | None, task: Task, present: Rows) -> Task:
        if not present and (annex_id, task.id) not in self._changed:
            return task if not task.children else replace(task, children=())
        children = self.rows(annex_id, task.id, present)
        return task if _are_same(children, task.children) else replace(task, children=children)


def _family(place: TaskPlace) -> _Family:
    return place.annex_id, place.parent_id


def _are_same(one: Rows, other: Rows) -> bool:
    return one is other or (len(one) == len(other) and all(map(is_, one, other)))
