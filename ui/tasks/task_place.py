"""Which task the table of Nhiệm vụ stands at, and how to bring it to another."""

from __future__ import annotations

from ui.tasks.task_columns import Column
from ui.tasks.task_table import TaskTable
from ui.tasks.task_tree_model import ROW_ROLE, TaskTreeModel


def task_at(table: TaskTable) -> str:
    """Return the id of the current task; empty where none is."""
    row = table.currentIndex().data(ROW_ROLE)
    return row.id if row is not None else ""


def go_to_task(table: TaskTable, task_id: str) -> None:
    """Make a task the current one and let it be seen; its groups are opened."""
    model = table.model()
    assert isinstance(model, TaskTreeModel)  # noqa: S101 - the table has no other
    index = model.reveal(task_id)
    if index.isValid():
        index = index.siblingAtColumn(Column.CONTENT)
        table.setCurrentIndex(index)
        table.scrollTo(index, TaskTable.ScrollHint.PositionAtCenter)
