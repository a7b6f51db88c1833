"""Evidence and answered difficulties, in tables; read and written with their occurrence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, delete, insert, select

from db.evidence_tables import DifficultyAnswerRow, EvidenceRow
from db.tables import OccurrenceRow, TaskRow
from tthc_desktop.domain.difficulty_answer import DifficultyAnswer
from tthc_desktop.domain.evidence import Evidence, EvidenceKind
from tthc_desktop.domain.progress import Occurrence

_PIECE = ("number", "issued_on", "subject", "link", "attachment_id", "note")
_ANSWER = ("respondent_id", "told", "answer", "answered_on")
_Row = TypeVar("_Row", Evidence, DifficultyAnswer)
ByOccurrence = Mapping[str, tuple[_Row, ...]]


class SqlEvidenceStore:
    """Evidence and answers as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def evidence(self, plan_id: str) -> ByOccurrence[Evidence]:
        """Return the pieces of a plan by occurrence id, in the order they were added."""
        columns = EvidenceRow.__table__.c
        wanted = select(
            columns.occurrence_id, columns.id, columns.kind, columns.respondent_id,
            *(columns[name] for name in _PIECE),
        ).order_by(columns.occurrence_id, columns.position)  # fmt: skip
        found: dict[str, list[Evidence]] = defaultdict(list)
        for place, piece_id, kind, unit, *values in self._connection.execute(
            _of_plan(wanted, columns.occurrence_id, plan_id)
        ):
            found[place].append(Evidence(piece_id, EvidenceKind(kind), unit, *values))
        return {place: tuple(pieces) for place, pieces in found.items()}

    def answers(self, plan_id: str) -> ByOccurrence[DifficultyAnswer]:
        """Return the answered difficulties of a plan by occurrence id."""
        columns = DifficultyAnswerRow.__table__.c
        wanted = select(
            columns.occurrence_id, columns.id, *(columns[name] for name in _ANSWER)
        ).order_by(columns.answered_on, columns.id)
        found: dict[str, list[DifficultyAnswer]] = defaultdict(list)
        for place, *values in self._connection.execute(
            _of_plan(wanted, columns.occurrence_id, plan_id)
        ):
            found[place].append(DifficultyAnswer(*values))
        return {place: tuple(answers) for place, answers in found.items()}

    def write(self, occurrences: Iterable[Occurrence]) -> None:
        """Write the pieces and answers of occurrences that are there, and no others of them."""
        pieces: list[dict[str, Any]] = []
        answers: list[dict[str, Any]] = []
        for one in occurrences:
            for table in (EvidenceRow, DifficultyAnswerRow):
                self._connection.execute(delete(table).where(table.occurrence_id == one.id))
            pieces += _piece_rows(one)
            answers += _answer_rows(one)
        if pieces:
            self._connection.execute(insert(EvidenceRow), pieces)
        if answers:
            self._connection.execute(insert(DifficultyAnswerRow), answers)


def _of_plan(
    wanted: Select[Any],
    occurrence_id: Any,  # noqa: ANN401 - a column
    plan_id: str,
) -> Select[Any]:
    return (
        wanted.join(OccurrenceRow, OccurrenceRow.id == occurrence_id)
        .join(TaskRow, TaskRow.id == OccurrenceRow.task_id)
        .where(TaskRow.plan_id == plan_id)
    )


def _piece_rows(one: Occurrence) -> list[dict[str, Any]]:
    return [
        {
            "id": piece.id,
            "occurrence_id": one.id,
            "respondent_id": piece.respondent_id,
            "position": place,
            "kind": piece.kind.value,
            **{name: getattr(piece, name) for name in _PIECE},
        }
        for place, piece in enumerate(one.evidence)
    ]


def _answer_rows(one: Occurrence) -> list[dict[str, Any]]:
    return [
        {
            "id": answer.id,
            "occurrence_id": one.id,
            **{name: getattr(answer, name) for name in _ANSWER},
        }
        for answer in one.answers
    ]
