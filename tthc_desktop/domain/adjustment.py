"""A điều chỉnh: a change of an issued plan, with its reason and the document that asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from tthc_desktop.domain.task_edit import TaskEdit, TaskSnapshot


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Why an issued plan is changed, and by which document (number and date as written)."""

    reason: str = ""
    document: str = ""


NO_ADJUSTMENT = Adjustment()


def is_adjustment(edit: TaskEdit) -> bool:
    """Whether an edit changes what an issued plan says: its words, units, timing, rows.

    Results that are recorded are none; nor are rows that are followed but not printed.
    """
    return any(_says(one.before) != _says(one.after) for one in edit.changes)


def _says(snapshot: TaskSnapshot | None) -> object:
    if snapshot is None or snapshot.place.annex_id is None:
        return None
    task, place = snapshot.task, snapshot.place
    return place, task.runs, task.timing, task.lead, task.coordinating
