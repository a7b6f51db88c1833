"""Taking the merge of one file back: what nobody changed since gets its old value again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.sent_sheet import MergedCell
from tthc_desktop.domain.sheet_merge import CellChange, CellPlace, value_of
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.sheet_writing import write_changes


@dataclass(frozen=True, slots=True)
class UndoneMerge:
    """Cells that have their old value again, and those changed since, which stay."""

    restored: tuple[MergedCell, ...]
    kept: tuple[MergedCell, ...]


def undo_merge(units: UnitsOfWork, merge_id: str) -> UndoneMerge:
    """Take back what `apply_merge` wrote of one file, in one transaction.

    Afterwards the file counts as not answered and can be merged again. Raises Refused where
    there is no such merge or it was taken back before.
    """
    with units.writing() as work:
        answers = work.sheets.answers_of_merge(merge_id)
        sheet = work.sheets.get(answers[0].sheet_id) if answers else None
        if sheet is None or answers[0].undone:
            message = "Lần nhận phiếu này không còn hoặc đã được hoàn tác. Chưa thay đổi gì."
            raise Refused(message)
        cells = [cell for one in answers for cell in one.cells if cell.taken]
        found = work.progress.of_plan(sheet.head.plan_id).values()
        known = {one.id: one for some in found for one in some}
        restored, kept = _sorted(known, cells)
        work.sheets.set_undone(merge_id)
        changes = tuple(CellChange(_place(cell), cell.new, cell.new, cell.old) for cell in restored)
        words = "Hoàn tác nhận phiếu tiến độ"
        write_changes(work, sheet.head.plan_id, changes, words, Path(answers[0].file_name), known)
    return UndoneMerge(tuple(restored), tuple(kept))


def _sorted(
    known: Mapping[str, Occurrence], cells: list[MergedCell]
) -> tuple[list[MergedCell], list[MergedCell]]:
    restored: list[MergedCell] = []
    kept: list[MergedCell] = []
    for cell in cells:
        occurrence = known.get(cell.occurrence_id)
        record = None
        if occurrence is not None:
            unit = cell.unit_id
            record = occurrence.closing if unit is None else occurrence.record_of(unit)
        is_same = record is not None and value_of(record, cell.field) == cell.new
        (restored if is_same else kept).append(cell)
    return restored, kept


def _place(cell: MergedCell) -> CellPlace:
    return CellPlace("", cell.occurrence_id, cell.unit_id, cell.number, cell.period, cell.field)
