"""Places in a plan's task tree, found beside a row."""

from __future__ import annotations

from dataclasses import replace

from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.task_tree import TaskPlace, place_of
from ui.tasks.row_dragging import Beside


def beside(plan: Plan, task_id: str, where: Beside) -> TaskPlace | None:
    """Return the place before or after a task, or that of its first child."""
    found = place_of(plan, task_id)
    if found is None or where is Beside.BEFORE:
        return found
    if where is Beside.INSIDE:
        return TaskPlace(found.annex_id, task_id, 0)
    return replace(found, position=found.position + 1)


def end_of_lists(plan: Plan) -> TaskPlace:
    """Return where the first task of a plan without any goes: its table, else what is followed."""
    if plan.annexes:
        return TaskPlace(plan.annexes[0].id, None, len(plan.annexes[0].tasks))
    return TaskPlace(None, None, len(plan.follow_up))
