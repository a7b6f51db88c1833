"""Occurrences and what was recorded for them, in tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from db.evidence_store import SqlEvidenceStore
from db.tables import OccurrenceRow, TaskRow, UnitProgressRow
from tthc_desktop.domain.progress import DueSource, Occurrence, Record, State, UnitRecord
from tthc_desktop.domain.task_edit import TaskChange

_RECORD = ("state", "percent", "result", "evidence", "difficulty", "done_on", "reason", "note")
_OPEN_RECORD = Record()
_SOURCE = ("source_kind", "source_number", "source_day", "source_text")


class SqlProgressStore:
    """Progress as one connection sees it."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection
        self._proofs = SqlEvidenceStore(connection)

    def of_plan(self, plan_id: str) -> Mapping[str, tuple[Occurrence, ...]]:
        """Return the occurrences of a plan by task id, in the order they were planned."""
        units = self._units(plan_id)
        evidence, answers = self._proofs.evidence(plan_id), self._proofs.answers(plan_id)
        columns = OccurrenceRow.__table__.c
        rows = self._connection.execute(
            select(
                columns.id, columns.task_id, columns.period, columns.due, columns.overdue_from,
                columns.closed, *(columns[name] for name in (*_SOURCE, *_RECORD)),
            )
            .join(TaskRow, TaskRow.id == OccurrenceRow.task_id)
            .where(TaskRow.plan_id == plan_id)
            .order_by(OccurrenceRow.task_id, OccurrenceRow.position)
        ).all()  # fmt: skip
        found: dict[str, list[Occurrence]] = defaultdict(list)
        for occurrence_id, task_id, period, due, overdue_from, closed, *values in rows:
            source, record = values[: len(_SOURCE)], values[len(_SOURCE) :]
            found[task_id].append(
                Occurrence(
                    occurrence_id, task_id, period, due, overdue_from,
                    tuple(units.get(occurrence_id, ())), _record(record) if closed else None,
                    _source(*source) if source[0] else None,
                    evidence.get(occurrence_id, ()), answers.get(occurrence_id, ()),
                )
            )  # fmt: skip
        return {task_id: tuple(occurrences) for task_id, occurrences in found.items()}

    def _units(self, plan_id: str) -> dict[str, list[UnitRecord]]:
        columns = UnitProgressRow.__table__.c
        rows = self._connection.execute(
            select(
                columns.occurrence_id, columns.respondent_id, *(columns[name] for name in _RECORD)
            )
            .join(OccurrenceRow, OccurrenceRow.id == UnitProgressRow.occurrence_id)
            .join(TaskRow, TaskRow.id == OccurrenceRow.task_id)
            .where(TaskRow.plan_id == plan_id)
        ).all()
        found: dict[str, list[UnitRecord]] = defaultdict(list)
        for occurrence_id, respondent_id, *values in rows:
            found[occurrence_id].append(UnitRecord(respondent_id, _record(values)))
        return found

    def add(self, occurrences: Iterable[Occurrence]) -> None:
        """Write new occurrences; those of one task in the order given."""
        places: dict[str, int] = {}
        rows = []
        new = tuple(occurrences)
        for one in new:
            place = places.get(one.task_id)
            place = self._last_place(one.task_id) + 1 if place is None else place + 1
            places[one.task_id] = place
            rows.append(_occurrence_row(one, place))
        self._insert(rows, new)

    def _insert(self, rows: list[dict[str, Any]], occurrences: Iterable[Occurrence]) -> None:
        if rows:
            self._connection.execute(insert(OccurrenceRow), rows)
        new = tuple(occurrences)
        unit_rows = [row for one in new for row in unit_progress_rows(one)]
        if unit_rows:
            self._connection.execute(insert(UnitProgressRow), unit_rows)
        self._proofs.write(one for one in new if one.evidence or one.answers)

    def _last_place(self, task_id: str) -> int:
        last = self._connection.execute(
            select(OccurrenceRow.position)
            .where(OccurrenceRow.task_id == task_id)
            .order_by(OccurrenceRow.position.desc())
            .limit(1)
        ).scalar()
        return -1 if last is None else last

    def set(self, occurrence: Occurrence) -> None:
        """Write due days, unit records, closing and proofs of a known occurrence."""
        self._set(occurrence, {})
        self._proofs.write([occurrence])

    def _set(self, occurrence: Occurrence, more: dict[str, Any]) -> None:
        self._connection.execute(
            update(OccurrenceRow)
            .where(OccurrenceRow.id == occurrence.id)
            .values({**_occurrence_values(occurrence), **more})
        )
        self._connection.execute(
            delete(UnitProgressRow).where(UnitProgressRow.occurrence_id == occurrence.id)
        )
        rows = unit_progress_rows(occurrence)
        if rows:
            self._connection.execute(insert(UnitProgressRow), rows)

    def remove(self, occurrence_ids: Iterable[str]) -> None:
        """Remove occurrences."""
        ids = list(occurrence_ids)
        if ids:
            self._connection.execute(delete(OccurrenceRow).where(OccurrenceRow.id.in_(ids)))

    def write_occurrences(self, changes: Sequence[TaskChange]) -> None:
        """Write the occurrences of the tasks that *changes* leave in the plan."""
        gone: list[str] = []
        rows: list[dict[str, Any]] = []
        new: list[Occurrence] = []
        for change in changes:
            if change.after is None:
                continue  # taken out with its task
            before = change.before.occurrences if change.before else ()
            known = {one.id: (place, one) for place, one in enumerate(before)}
            wanted = change.after.occurrences
            gone += known.keys() - {one.id for one in wanted}
            for place, one in enumerate(wanted):
                if one.id not in known:
                    rows.append(_occurrence_row(one, place))
                    new.append(one)
                elif (place, one) != known[one.id]:
                    self._set(one, {"position": place})
                    if _proofs(one) != _proofs(known[one.id][1]):
                        self._proofs.write([one])
        self.remove(gone)
        self._insert(rows, new)


def _proofs(one: Occurrence) -> tuple[object, object]:
    return one.evidence, one.answers


def _occurrence_row(one: Occurrence, place: int) -> dict[str, Any]:
    return {
        "id": one.id,
        "task_id": one.task_id,
        "position": place,
        **_occurrence_values(one),
    }


def _source(kind: str, number: str | None, day: date | None, text: str | None) -> DueSource:
    is_case = kind == "case"
    return DueSource("case" if is_case else "document", number or "", day, text or "")


def _record(values: list[Any]) -> Record:
    state, *rest = values
    return Record(State(state) if state else None, *rest)


def _record_values(record: Record) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in _RECORD}
    values["state"] = record.state.value if record.state else None
    return values


def closing_values(one: Occurrence) -> dict[str, Any]:
    """Return the columns of the Văn phòng's own closing."""
    return {"closed": one.closing is not None, **_record_values(one.closing or _OPEN_RECORD)}


def _occurrence_values(one: Occurrence) -> dict[str, Any]:
    return {
        "period": one.period,
        "due": one.due,
        "overdue_from": one.overdue_from,
        "source_kind": one.source.kind if one.source else None,
        "source_number": one.source.number if one.source else None,
        "source_day": one.source.day if one.source else None,
        "source_text": one.source.text if one.source else None,
        **closing_values(one),
    }


def unit_progress_rows(one: Occurrence) -> list[dict[str, Any]]:
    """Return the rows of what the units recorded for an occurrence."""
    return [
        {
            "occurrence_id": one.id,
            "respondent_id": unit.respondent_id,
            **_record_values(unit.record),
        }
        for unit in one.units
    ]
