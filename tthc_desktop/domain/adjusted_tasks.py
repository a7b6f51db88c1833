"""What was changed in the task tables of an issued plan since it was issued."""

from __future__ import annotations

from dataclasses import dataclass

from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.task import NumberedTask, Task, numbered


@dataclass(frozen=True, slots=True)
class AdjustedTask:
    """A printed task as issued and as it is now; None where it was or is not there."""

    before: NumberedTask | None
    after: NumberedTask | None

    @property
    def task_id(self) -> str:
        """The id, the same before and after."""
        row = self.after or self.before
        return row.task.id if row else ""


def adjusted_tasks(issued: Plan, present: Plan) -> tuple[AdjustedTask, ...]:
    """Return the printed tasks that differ, in the order of the present tables, gone ones last.

    A row that only got another number since one was put in before it is no change.
    """
    was, now = _printed(issued), _printed(present)
    changed = [
        AdjustedTask(was.get(task_id), row)
        for task_id, row in now.items()
        if task_id not in was or _says(was[task_id].task) != _says(row.task)
    ]
    gone = [AdjustedTask(row, None) for task_id, row in was.items() if task_id not in now]
    return (*changed, *gone)


def _printed(plan: Plan) -> dict[str, NumberedTask]:
    return {row.task.id: row for annex in plan.annexes for row in numbered(annex.tasks)}


def _says(task: Task) -> object:
    """What the row prints; names frozen at issuing and names of today may be spelt otherwise."""
    return task.runs, task.timing, task.lead_ids, task.coordinating_ids
