"""The cells of a returned sheet that are decided, and whether the office still has its values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tthc_desktop.domain.sent_sheet import MergedCell
from tthc_desktop.domain.sheet_merge import CellChange, CellConflict, value_of
from tthc_desktop.use_cases.merge_desk import MergeDesk, OfficeRow
from tthc_desktop.use_cases.sheet_proposals import FileProposal, MergeChoices, OnConflict

# A cell, and the side whose value is to count.
Wanted = tuple[CellChange, OnConflict]


def _with_confirmed(file: FileProposal, choices: MergeChoices) -> FileProposal:
    """Return the file with the rows found by their words that the person confirmed."""
    rows = [one for one in file.likely if (file.path, one.cell) in choices.likely]
    sheet_of = dict(file.sheet_of)
    for row in rows:
        sheet_of |= dict.fromkeys(row.places, row.sheet_id)
    return replace(
        file,
        changes=(*file.changes, *(one for row in rows for one in row.changes)),
        conflicts=(*file.conflicts, *(one for row in rows for one in row.conflicts)),
        sheet_of=sheet_of,
    )


def chosen_cells(
    file: FileProposal, choices: MergeChoices
) -> tuple[FileProposal, list[Wanted], tuple[CellConflict, ...]]:
    """Return the file with its confirmed rows, the cells to decide, and conflicts left for later.

    Each cell to decide stands with the side whose value is to count.
    """
    file = _with_confirmed(file, choices)
    wanted: list[Wanted] = [
        (one, OnConflict.RETURNED)
        for one in file.changes
        if (file.path, one.place.cell) not in choices.left
    ]
    left: list[CellConflict] = []
    for one in file.conflicts:
        choice = choices.chosen.get((file.path, one.place.cell), choices.on_conflict)
        if choice is OnConflict.ASK:
            left.append(one)
        else:
            wanted.append((CellChange(one.place, one.sent, one.office, one.returned), choice))
    return file, wanted, tuple(left)


@dataclass
class Decided:
    """What is written, what was changed meanwhile, and the cells to remember by sheet."""

    written: tuple[CellChange, ...] = ()
    late: tuple[CellConflict, ...] = ()
    cells: list[tuple[str, MergedCell]] = field(default_factory=list)


def still_right(desk: MergeDesk, file: FileProposal, wanted: Sequence[Wanted]) -> Decided:
    """Compare each cell once more with what the office has now."""
    decided = Decided()
    written: list[CellChange] = []
    late: list[CellConflict] = []
    for change, choice in wanted:
        place, sheet_id = change.place, file.sheet_of[change.place]
        sheet = desk.sheet(sheet_id)
        office = sheet and desk.office_row(sheet.head, place.occurrence_id)
        if not office or place.field not in office.fields or office.unit_id != place.unit_id:
            late.append(CellConflict(place, change.sent, change.new, change.old))
            continue
        now = desk.value(office, place.field)
        is_taken = choice is OnConflict.RETURNED
        if is_taken and now not in (change.old, change.sent, change.new):
            late.append(CellConflict(place, change.sent, change.new, now))
            continue
        if is_taken:
            written.append(replace(change, old=now))
        decided.cells.append((sheet_id, _merged(change, office, is_taken=is_taken)))
    decided.written, decided.late = tuple(written), tuple(late)
    return decided


def _merged(change: CellChange, office: OfficeRow, *, is_taken: bool) -> MergedCell:
    """Return what is remembered: the value that stood in the record, not the one shown."""
    place = change.place
    return MergedCell(
        place.occurrence_id, place.unit_id, place.number, place.period, place.field,
        value_of(office.own_record, place.field), change.new, is_taken,
    )  # fmt: skip
