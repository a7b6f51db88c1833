"""Writing merged cells: records, a journal line for each cell, and the act of the whole file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.progress import Occurrence, Record, UnitRecord
from tthc_desktop.domain.sheet_merge import CellChange, value_as_json
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.use_cases.sheet_proposals import FileProposal


def write_cells(
    work: UnitOfWork,
    file: FileProposal,
    changes: Iterable[CellChange],
    known: Mapping[str, Occurrence],
) -> None:
    """Write the cells of one returned file and commit, the merge as one act above them."""
    whose = file.unit_name or "tất cả đơn vị"
    words = f"Nhận phiếu tiến độ của {whose}"
    write_changes(work, file.plan_id or "", tuple(changes), words, file.path, known)


def write_changes(
    work: UnitOfWork,
    plan_id: str,
    changes: tuple[CellChange, ...],
    words: str,
    file: Path,
    known: Mapping[str, Occurrence],
) -> None:
    """Write values into the records of *known* occurrences, each with its line, and commit."""
    touched: dict[str, Occurrence] = {}
    for one in changes:
        place = one.place
        occurrence = touched.get(place.occurrence_id) or known[place.occurrence_id]
        touched[place.occurrence_id] = _with(occurrence, one)
    work.sheets.write_records(touched.values())
    work.sheets.write_journal(_acts(plan_id, changes, words))
    work.commit(
        Act(
            words=f"{words}: {len(changes)} ô, tệp “{file.name}”",
            subject="sheet",
            subject_id=plan_id,
            plan_id=plan_id,
        )
    )


def _with(occurrence: Occurrence, change: CellChange) -> Occurrence:
    """Return the occurrence with a value written; a record left empty is none."""
    place = change.place
    values: dict[str, Any] = {place.field: change.new}
    if place.unit_id is None:
        closing = replace(occurrence.closing or Record(), **values)
        return replace(occurrence, closing=None if closing == Record() else closing)
    record = replace(occurrence.record_of(place.unit_id), **values)
    kept = [one for one in occurrence.units if one.respondent_id != place.unit_id]
    if record != Record():
        kept.append(UnitRecord(place.unit_id, record))
    return replace(occurrence, units=tuple(kept))


def _acts(plan_id: str, changes: Iterable[CellChange], words: str) -> Iterator[Act]:
    for one in changes:
        place = one.place
        cell = f", ô {place.cell}" if place.cell else ""
        yield Act(
            words=f"{words}: nhiệm vụ {place.number}, kỳ {place.period}{cell}",
            subject="occurrence",
            subject_id=place.occurrence_id,
            plan_id=plan_id,
            before={place.field: value_as_json(one.old)},
            after={place.field: value_as_json(one.new)},
        )
