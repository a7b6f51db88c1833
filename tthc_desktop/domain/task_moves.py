"""What differs between two states of a plan's task tree, at the cost of the difference alone.

A state is made from the one before, so that all an act leaves alone is the same object in both.
"""

from __future__ import annotations

from collections.abc import Iterator

from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_tree import Rows, TaskPlace, task_lists

Placed = dict[str, tuple[TaskPlace, Task]]
# The rows that stand together, by their list and their parent.
_Key = tuple[str | None, str | None]
_Families = dict[_Key, Rows]


def moved_tasks(before: Plan, after: Plan) -> tuple[Placed, Placed]:
    """Return the tasks of both plans that are not the same object at the same place, by id.

    Parents come before their children.
    """
    old: _Families = {}
    new: _Families = {}
    lists, lists_after = dict(task_lists(before)), dict(task_lists(after))
    for annex_id in dict.fromkeys((*lists, *lists_after)):
        there, then = lists.get(annex_id, ()), lists_after.get(annex_id, ())
        _gather((annex_id, None), there, then, old, new)
    return dict(_differing(old, new)), dict(_differing(new, old))


def _gather(key: _Key, there: Rows, then: Rows, old: _Families, new: _Families) -> None:
    """Put the rows into *old* and *new*, with all below them that is not the same in both."""
    if there is then:
        return
    old[key], new[key] = there, then
    same = {id(task) for task in there} & {id(task) for task in then}
    left = {task.id: task for task in there if id(task) not in same}
    for task in then:
        if id(task) in same:
            continue
        was = left.pop(task.id, None)
        if was is None:
            _add(key[0], task, new)
        elif was.children or task.children:
            _gather((key[0], task.id), was.children, task.children, old, new)
    for task in left.values():
        _add(key[0], task, old)


def _add(annex_id: str | None, task: Task, found: _Families) -> None:
    if task.children:
        found[annex_id, task.id] = task.children
        for child in task.children:
            _add(annex_id, child, found)


def _differing(these: _Families, others: _Families) -> Iterator[tuple[str, tuple[TaskPlace, Task]]]:
    for (annex_id, parent_id), rows in these.items():
        there = others.get((annex_id, parent_id), ())
        if there is rows:
            continue
        for position, task in enumerate(rows):
            if position >= len(there) or there[position] is not task:
                yield task.id, (TaskPlace(annex_id, parent_id, position), task)
