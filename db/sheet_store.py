"""Progress sheets as they were sent, and what came back, in tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from db.journal_store import journal_row
from db.progress_store import closing_values, unit_progress_rows
from db.sheet_tables import SheetAnswerRow, SheetRow
from db.tables import JournalRow, OccurrenceRow, UnitProgressRow
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.sent_sheet import (
    MergedCell,
    SentRow,
    SentSheet,
    SheetAnswer,
    SheetHead,
)
from tthc_desktop.domain.sheet_merge import value_as_json, value_from_json

_HEAD = (
    "id", "plan_id", "respondent_id", "period", "file_name", "sent_at", "return_on", "addressee",
)  # fmt: skip
_ANSWER = ("id", "merge_id", "sheet_id", "file_name", "sha256", "cells", "undone", "merged_at")


class SqlSheetStore:
    """Sheets as one connection sees them."""

    def __init__(self, connection: Connection, *, who: str, at: str) -> None:
        """Work on the connection of a unit of work; *at* is its time (local, ISO)."""
        self._connection = connection
        self._who = who
        self._at = at

    def add(self, sheets: Iterable[SentSheet]) -> None:
        """Write sheets as sent now; one that is known was sent once more."""
        sent = tuple(sheets)
        known = self._known(one.head.id for one in sent)
        for one in sent:
            if one.head.id in known:
                self._send_again(one.head)
        rows = [
            {
                "id": one.head.id,
                "plan_id": one.head.plan_id,
                "respondent_id": one.head.unit_id,
                "period": one.head.period,
                "file_name": one.head.file_name,
                "sent_at": self._at,
                "return_on": one.head.return_on,
                "addressee": one.head.addressee or None,
                "rows": [_row_as_json(row) for row in one.rows],
            }
            for one in sent
            if one.head.id not in known
        ]
        if rows:
            self._connection.execute(insert(SheetRow), rows)

    def _known(self, sheet_ids: Iterable[str]) -> set[str]:
        found = select(SheetRow.id).where(SheetRow.id.in_(list(sheet_ids)))
        return set(self._connection.execute(found).scalars())

    def _send_again(self, head: SheetHead) -> None:
        changed = update(SheetRow).where(SheetRow.id == head.id)
        self._connection.execute(changed.values(sent_at=self._at, file_name=head.file_name))

    def remove(self, sheet_ids: Iterable[str]) -> None:
        """Take sheets out that could not be written to their files."""
        self._connection.execute(delete(SheetRow).where(SheetRow.id.in_(list(sheet_ids))))

    def get(self, sheet_id: str) -> SentSheet | None:
        """Return a sheet with its rows, None where there is none of this id."""
        columns = SheetRow.__table__.c
        found = self._connection.execute(
            select(*(columns[name] for name in _HEAD), columns.rows).where(columns.id == sheet_id)
        ).one_or_none()
        if found is None:
            return None
        *head, rows = found
        return SentSheet(_head(*head), tuple(_row_from_json(row) for row in rows))

    def heads(self, plan_id: str | None = None, period: str | None = None) -> tuple[SheetHead, ...]:
        """Return the sheets sent (of a plan, of a period), the oldest first, without rows."""
        columns = SheetRow.__table__.c
        wanted = select(*(columns[name] for name in _HEAD))
        if plan_id is not None:
            wanted = wanted.where(columns.plan_id == plan_id)
        if period is not None:
            wanted = wanted.where(columns.period == period)
        rows = self._connection.execute(wanted.order_by(columns.sent_at, columns.id)).all()
        return tuple(_head(*row) for row in rows)

    def answers(self, sheet_ids: Iterable[str]) -> tuple[SheetAnswer, ...]:
        """Return what came back of these sheets and was not undone, the oldest first."""
        columns = SheetAnswerRow.__table__.c
        rows = self._connection.execute(
            select(*(columns[name] for name in _ANSWER))
            .where(columns.sheet_id.in_(list(sheet_ids)), columns.undone.is_(False))
            .order_by(columns.merged_at, columns.id)
        ).all()
        return tuple(_answer(*row) for row in rows)

    def answers_of_merge(self, merge_id: str) -> tuple[SheetAnswer, ...]:
        """Return what one merged file brought, undone or not."""
        columns = SheetAnswerRow.__table__.c
        rows = self._connection.execute(
            select(*(columns[name] for name in _ANSWER)).where(columns.merge_id == merge_id)
        ).all()
        return tuple(_answer(*row) for row in rows)

    def add_answers(self, answers: Iterable[SheetAnswer]) -> None:
        """Write what a returned file brought, as merged now."""
        rows = [
            {
                **{name: getattr(one, name) for name in _ANSWER},
                "merged_at": self._at,
                "cells": [_cell_as_json(cell) for cell in one.cells],
            }
            for one in answers
        ]
        if rows:
            self._connection.execute(insert(SheetAnswerRow), rows)

    def set_undone(self, merge_id: str) -> None:
        """Keep that the merge of a file was taken back."""
        self._connection.execute(
            update(SheetAnswerRow).where(SheetAnswerRow.merge_id == merge_id).values(undone=True)
        )

    def write_records(self, occurrences: Iterable[Occurrence]) -> None:
        """Write unit records and closings of many known occurrences at once."""
        changed = tuple(occurrences)
        if not changed:
            return
        execute = self._connection.execute
        execute(
            delete(UnitProgressRow).where(UnitProgressRow.occurrence_id == bindparam("one")),
            [{"one": one.id} for one in changed],
        )
        rows = [row for one in changed for row in unit_progress_rows(one)]
        if rows:
            execute(insert(UnitProgressRow), rows)
        closings = [{"one": one.id, **closing_values(one)} for one in changed]
        own = OccurrenceRow.__table__
        execute(update(own).where(own.c.id == bindparam("one")), closings)  # type: ignore[arg-type]

    def write_journal(self, acts: Iterable[Act]) -> None:
        """Write a journal row for each act; the transaction's own row comes with its commit."""
        rows = [journal_row(act, self._at, self._who) for act in acts]
        if rows:
            self._connection.execute(insert(JournalRow), rows)


def _head(*values: Any) -> SheetHead:  # noqa: ANN401 - columns of one row
    head = SheetHead(*values)
    return replace(head, addressee=head.addressee or "")  # no word in sheets of old versions


def _row_as_json(row: SentRow) -> list[Any]:
    fields = {name: value_as_json(value) for name, value in row.fields.items()}
    return [row.occurrence_id, row.number, row.period, row.fixed, fields]


def _row_from_json(row: list[Any]) -> SentRow:
    occurrence_id, number, period, fixed, held = row
    fields = {name: value_from_json(name, value) for name, value in held.items()}
    return SentRow(occurrence_id, number, period, fixed, fields)


def _cell_as_json(cell: MergedCell) -> dict[str, Any]:
    return {**asdict(cell), "old": value_as_json(cell.old), "new": value_as_json(cell.new)}


def _cell_from_json(cell: dict[str, Any]) -> MergedCell:
    values = {name: value_from_json(cell["field"], cell[name]) for name in ("old", "new")}
    return MergedCell(**{**cell, **values})


def _answer(*values: Any) -> SheetAnswer:  # noqa: ANN401 - columns of one row
    held = dict(zip(_ANSWER, values, strict=True))
    held["cells"] = tuple(_cell_from_json(cell) for cell in held["cells"])
    return SheetAnswer(**held)
