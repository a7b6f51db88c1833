"""What tasks follow, in the data file."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from db.evidence_tables import TaskSourceRow
from db.tables import TaskRow
from tthc_desktop.domain.task_sources import SourceKind, TaskSource


class SqlSourceStore:
    """The sources of tasks as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def of_plan(self, plan_id: str) -> tuple[TaskSource, ...]:
        """Return what the tasks of a plan follow."""
        rows = self._connection.execute(
            select(TaskSourceRow.task_id, TaskSourceRow.kind, TaskSourceRow.reference)
            .join(TaskRow, TaskRow.id == TaskSourceRow.task_id)
            .where(TaskRow.plan_id == plan_id)
            .order_by(TaskSourceRow.task_id, TaskSourceRow.kind, TaskSourceRow.reference)
        )
        return tuple(_source(*row) for row in rows)

    def followers(self, kind: SourceKind, reference: str) -> dict[str, tuple[str, ...]]:
        """Return the ids of the tasks that follow a source, by the id of their plan."""
        rows = self._connection.execute(
            select(TaskRow.plan_id, TaskSourceRow.task_id)
            .join(TaskRow, TaskRow.id == TaskSourceRow.task_id)
            .where(TaskSourceRow.kind == kind.value, TaskSourceRow.reference == reference)
            .order_by(TaskRow.plan_id, TaskSourceRow.task_id)
        )
        found: dict[str, tuple[str, ...]] = {}
        for plan_id, task_id in rows:
            found[plan_id] = (*found.get(plan_id, ()), task_id)
        return found

    def put(self, source: TaskSource) -> None:
        """Let a task follow a source; one it follows already stays."""
        self.remove(source)
        self._connection.execute(
            insert(TaskSourceRow).values(
                task_id=source.task_id, kind=source.kind.value, reference=source.reference
            )
        )

    def remove(self, source: TaskSource) -> None:
        """Let a task follow a source no more."""
        self._connection.execute(
            delete(TaskSourceRow).where(
                TaskSourceRow.task_id == source.task_id,
                TaskSourceRow.kind == source.kind.value,
                TaskSourceRow.reference == source.reference,
            )
        )


def _source(task_id: str, kind: str, reference: str) -> TaskSource:
    return TaskSource(task_id, SourceKind(kind), reference)
