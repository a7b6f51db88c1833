"""Confirmed answers to what a superior's plan asks, in the data file."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from db.report_tables import ComparisonAnswerRow
from tthc_desktop.domain.comparison_answer import ComparisonAnswer


class SqlComparisonStore:
    """The answers as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def all(self, plan_id: str, superior_id: str) -> tuple[ComparisonAnswer, ...]:
        """Return what was confirmed between two plans."""
        row = ComparisonAnswerRow
        found = self._connection.execute(
            select(row.asked_id, row.state, row.answered_by, row.confirmed_on, row.note)
            .where(row.plan_id == plan_id, row.superior_id == superior_id)
            .order_by(row.asked_id)
        )
        return tuple(
            ComparisonAnswer(plan_id, superior_id, asked, state, tuple(ids), on, note)
            for asked, state, ids, on, note in found
        )

    def put(self, answer: ComparisonAnswer) -> None:
        """Write an answer; one to the same request is replaced."""
        self.remove(answer.plan_id, answer.superior_id, answer.asked_id)
        self._connection.execute(
            insert(ComparisonAnswerRow).values(
                plan_id=answer.plan_id,
                superior_id=answer.superior_id,
                asked_id=answer.asked_id,
                state=answer.state,
                answered_by=list(answer.answered_by),
                note=answer.note,
                confirmed_on=answer.confirmed_on,
            )
        )

    def remove(self, plan_id: str, superior_id: str, asked_id: str) -> None:
        """Take an answer out: what the program proposes holds again."""
        row = ComparisonAnswerRow
        self._connection.execute(
            delete(row).where(
                row.plan_id == plan_id, row.superior_id == superior_id, row.asked_id == asked_id
            )
        )
