"""Reading the journal of changes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, String, cast, or_, select

from db.tables import JournalRow, OccurrenceRow
from tthc_desktop.domain.journal import Act, JournalEntry

_ONE_TASK = ("task", "occurrence")


class SqlJournalStore:
    """The journal as one connection sees it."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def of_subject(self, plan_id: str, task_id: str) -> tuple[JournalEntry, ...]:
        """Return the acts on a task and on its occurrences, newest first."""
        occurrences = select(OccurrenceRow.id).where(OccurrenceRow.task_id == task_id)
        columns = JournalRow.__table__.c
        rows = self._connection.execute(
            select(
                columns.at, columns.who, columns.words, columns.subject, columns.subject_id,
                columns.plan_id, columns.before, columns.after, columns.reason, columns.document,
            )
            .where(columns.plan_id == plan_id)
            .where(
                or_(
                    columns.subject_id == task_id,
                    columns.subject_id.in_(occurrences),
                    # An act on several tasks holds their values under their ids.
                    cast(columns.before, String).contains(task_id, autoescape=True),
                    cast(columns.after, String).contains(task_id, autoescape=True),
                )
            )
            .order_by(columns.id.desc())
        ).all()  # fmt: skip
        entries = (JournalEntry(at, who, Act(*values)) for at, who, *values in rows)
        return tuple(one for one in entries if _is_of(one.act, task_id))


def _is_of(act: Act, task_id: str) -> bool:
    if act.subject in _ONE_TASK:
        return True
    return any(isinstance(one, dict) and task_id in one for one in (act.before, act.after))


def journal_row(act: Act, at: str, who: str) -> dict[str, Any]:
    """Return the row of an act done *at* a local time (ISO) from the account *who*."""
    return {"at": at, "who": who, **asdict(act)}
