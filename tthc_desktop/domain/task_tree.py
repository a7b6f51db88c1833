"""Acts on the task tree of a plan: each takes a plan and returns the changed one.

Tasks stand in lists: an annex's table, or the plan's follow-up list. Rows that an act cannot
take (a move past the end, a row into itself) stay where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import is_

from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.task import Task

Rows = tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class TaskPlace:
    """Where a task stands: its list (annex id, None for follow-up), parent and position."""

    annex_id: str | None
    parent_id: str | None
    position: int


def task_places(plan: Plan) -> Iterator[tuple[TaskPlace, Task]]:
    """Yield every task of the plan with its place, parents before their children."""
    for annex in plan.annexes:
        yield from _places(annex.id, None, annex.tasks)
    yield from _places(None, None, plan.follow_up)


def _places(
    annex_id: str | None, parent_id: str | None, rows: Rows
) -> Iterator[tuple[TaskPlace, Task]]:
    for position, task in enumerate(rows):
        yield TaskPlace(annex_id, parent_id, position), task
        if task.children:
            yield from _places(annex_id, task.id, task.children)


def place_of(plan: Plan, task_id: str) -> TaskPlace | None:
    """Return where a task stands; None where the plan has no such task."""
    for annex_id, rows in task_lists(plan):
        if (found := _place_in(annex_id, None, rows, task_id)) is not None:
            return found
    return None


def _place_in(
    annex_id: str | None, parent_id: str | None, rows: Rows, task_id: str
) -> TaskPlace | None:
    for position, task in enumerate(rows):
        if task.id == task_id:
            return TaskPlace(annex_id, parent_id, position)
        if task.children and (found := _place_in(annex_id, task.id, task.children, task_id)):
            return found
    return None


def tasks_of(plan: Plan, task_ids: Collection[str]) -> dict[str, Task]:
    """Return these tasks of the plan, by id."""
    found: dict[str, Task] = {}
    for _, rows in task_lists(plan):
        _find(rows, task_ids, found)
    return found


def _find(rows: Rows, task_ids: Collection[str], found: dict[str, Task]) -> None:
    for task in rows:
        if task.id in task_ids:
            found[task.id] = task
        if task.children:
            _find(task.children, task_ids, found)


def task_lists(plan: Plan) -> list[tuple[str | None, Rows]]:
    """Return the lists of a plan: each annex's id and rows, then None and what is followed."""
    return [*((annex.id, annex.tasks) for annex in plan.annexes), (None, plan.follow_up)]


def with_values(plan: Plan, changed: Mapping[str, Task]) -> Plan:
    """Return the plan with the values of tasks replaced by those in *changed*, by id.

    Children stay those of the plan.
    """

    def act(rows: Rows) -> Rows:
        return _same(
            rows,
            [
                _valued(task, changed, act) if task.children or task.id in changed else task
                for task in rows
            ],
        )

    return _in_lists(plan, act)


def _valued(task: Task, changed: Mapping[str, Task], act: Callable[[Rows], Rows]) -> Task:
    children = act(task.children) if task.children else task.children
    values = changed.get(task.id, task)
    if values is task and children is task.children:
        return task
    return replace(values, children=children)


def without(plan: Plan, task_ids: Collection[str]) -> Plan:
    """Return the plan without these tasks and all below them."""

    def act(rows: Rows) -> Rows:
        return _same(
            rows,
            [
                _with_children(task, act(task.children)) if task.children else task
                for task in rows
                if task.id not in task_ids
            ],
        )

    return _in_lists(plan, act)


def with_inserted(plan: Plan, place: TaskPlace, tasks: Iterable[Task]) -> Plan:
    """Return the plan with *tasks* put in at *place*, before what stands there."""
    new = tuple(tasks)

    def put(rows: Rows) -> Rows:
        return (*rows[: place.position], *new, *rows[place.position :])

    if place.parent_id is None:
        return _in_list(plan, place.annex_id, put)

    def act(rows: Rows) -> Rows:
        return _same(
            rows,
            [
                replace(task, children=put(task.children))
                if task.id == place.parent_id
                else _with_children(task, act(task.children))
                if task.children
                else task
                for task in rows
            ],
        )

    return _in_list(plan, place.annex_id, act)


def moved_to(plan: Plan, task_ids: Collection[str], place: TaskPlace) -> Plan:
    """Return the plan with these tasks, in their order, standing at *place*.

    *place* counts positions as they are before the move. A place inside one of the tasks
    changes nothing.
    """
    moved = _topmost(plan, task_ids)
    inside = {one.id for task in moved for one in _below(task)}
    if not moved or place.parent_id in inside:
        return plan
    siblings = _siblings(plan, place)
    before = sum(task.id in task_ids for task in siblings[: place.position])
    target = replace(place, position=place.position - before)
    return with_inserted(without(plan, {task.id for task in moved}), target, moved)


def moved_by(plan: Plan, task_ids: Collection[str], step: int) -> Plan:
    """Return the plan with these tasks one place up (*step* -1) or down (1) among siblings."""

    def act(rows: Rows) -> Rows:
        row_list = [
            _with_children(task, act(task.children)) if task.children else task for task in rows
        ]
        order = range(len(row_list)) if step < 0 else range(len(row_list) - 1, -1, -1)
        for at in order:
            to = at + step
            if row_list[at].id not in task_ids or not 0 <= to < len(row_list):
                continue
            if row_list[to].id not in task_ids:
                row_list[at], row_list[to] = row_list[to], row_list[at]
        return _same(rows, row_list)

    return _in_lists(plan, act)


def indented(plan: Plan, task_ids: Collection[str]) -> Plan:
    """Return the plan with these tasks as last children of the row above them."""

    def act(rows: Rows) -> Rows:
        kept: list[Task] = []
        for task in rows:
            if task.id in task_ids and kept:
                above = kept.pop()
                kept.append(replace(above, children=(*above.children, task)))
            else:
                kept.append(_with_children(task, act(task.children)))
        return _same(rows, kept)

    return _in_lists(plan, act)


def outdented(plan: Plan, task_ids: Collection[str]) -> Plan:
    """Return the plan with these tasks one level up, after their parent.

    The rows after them become their children, as in every outline: the order stays.
    """

    def act(rows: Rows) -> Rows:
        result: list[Task] = []
        for task in rows:
            first = next((n for n, one in enumerate(task.children) if one.id in task_ids), None)
            if first is None or task.id in task_ids:
                result.append(_with_children(task, act(task.children)))
                continue
            result.append(_with_children(task, act(task.children[:first])))
            for child in task.children[first:]:
                if child.id in task_ids:
                    result.append(child)
                else:
                    last = result.pop()
                    result.append(replace(last, children=(*last.children, child)))
        return _same(rows, result)

    return _in_lists(plan, act)


def _topmost(plan: Plan, task_ids: Collection[str]) -> list[Task]:
    """Return these tasks in the plan's order; what hangs below one of them comes with it."""
    found: list[Task] = []

    def look(rows: Rows) -> None:
        for task in rows:
            if task.id in task_ids:
                found.append(task)
            elif task.children:
                look(task.children)

    for annex in plan.annexes:
        look(annex.tasks)
    look(plan.follow_up)
    return found


def _below(task: Task) -> Iterator[Task]:
    """Yield the task and all below it."""
    yield task
    for child in task.children:
        yield from _below(child)


def _siblings(plan: Plan, place: TaskPlace) -> Rows:
    if place.parent_id is None:
        if place.annex_id is None:
            return plan.follow_up
        return next(one.tasks for one in plan.annexes if one.id == place.annex_id)
    parent = tasks_of(plan, (place.parent_id,)).get(place.parent_id)
    return parent.children if parent else ()


def _with_children(task: Task, children: Rows) -> Task:
    return task if children is task.children else replace(task, children=children)


def _same(rows: Rows, made: list[Task]) -> Rows:
    """Return *rows* themselves where nothing in them was changed."""
    if len(rows) == len(made) and all(map(is_, rows, made)):
        return rows
    return tuple(made)


def _in_lists(plan: Plan, act: Callable[[Rows], Rows]) -> Plan:
    annexes = tuple(replace(one, tasks=act(one.tasks)) for one in plan.annexes)
    return replace(plan, annexes=annexes, follow_up=act(plan.follow_up))


def _in_list(plan: Plan, annex_id: str | None, act: Callable[[Rows], Rows]) -> Plan:
    if annex_id is None:
        return replace(plan, follow_up=act(plan.follow_up))
    annexes = tuple(
        replace(one, tasks=act(one.tasks)) if one.id == annex_id else one for one in plan.annexes
    )
    return replace(plan, annexes=annexes)
