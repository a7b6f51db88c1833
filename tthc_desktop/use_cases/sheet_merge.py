"""Returned sheets in: first what they would change, then, once it was looked at, writing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.sent_sheet import MergedCell, SheetAnswer
from tthc_desktop.domain.sheet_merge import CellRefusal, RefusalKind
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.sheets.returned_sheet import SUFFIX, read_returned_sheet
from tthc_desktop.use_cases.merge_desk import MergeDesk
from tthc_desktop.use_cases.sheet_answers import missing_names
from tthc_desktop.use_cases.sheet_deciding import chosen_cells, still_right
from tthc_desktop.use_cases.sheet_file_reading import FileReader
from tthc_desktop.use_cases.sheet_proposals import (
    AppliedFile,
    FileProposal,
    MergeChoices,
    MergeProposal,
    OnConflict,
)
from tthc_desktop.use_cases.sheet_writing import write_cells

_ALL = MergeChoices()


def propose_merge(
    units: UnitsOfWork,
    files: Iterable[Path],
    *,
    plan_id: str | None = None,
    on_conflict: OnConflict = OnConflict.ASK,
) -> MergeProposal:
    """Return what returned files would change; nothing is written.

    A folder stands for the .xlsx files in it. Files are looked at in order, each as if those
    before it were written (conflicts as *on_conflict* says). A file that cannot be taken is
    refused in its own proposal, the others go on. With *plan_id* only sheets of that plan.
    """
    with units.reading() as work:
        desk = MergeDesk(work)
        found = tuple(_of_file(desk, path, plan_id, on_conflict) for path in _files(files))
        return MergeProposal(found, missing_names(work, found))


def _files(given: Iterable[Path]) -> Iterator[Path]:
    for path in given:
        if path.is_dir():
            inside = (one for one in path.iterdir() if one.suffix.lower() == SUFFIX)
            # "~$…" is what Excel lays beside a file that is open.
            yield from sorted(one for one in inside if not one.name.startswith("~$"))
        else:
            yield path


def _of_file(
    desk: MergeDesk, path: Path, plan_id: str | None, on_conflict: OnConflict
) -> FileProposal:
    try:
        found = FileReader(desk, read_returned_sheet(path), plan_id).proposal()
    except Refused as refused:
        return FileProposal(path, refused=(CellRefusal(None, refused.message, RefusalKind.FILE),))
    values = [(one.place, one.new) for one in found.changes]
    if on_conflict is not OnConflict.ASK:
        for one in found.conflicts:
            is_taken = on_conflict is OnConflict.RETURNED
            values.append((one.place, one.returned if is_taken else one.office))
    for place, value in values:
        desk.lay_over((place.occurrence_id, place.unit_id, place.field), value)
    return found


def apply_merge(
    units: UnitsOfWork, proposal: MergeProposal, choices: MergeChoices = _ALL
) -> tuple[AppliedFile, ...]:
    """Write a proposal, each file in a transaction of its own with a journal line per cell.

    Every cell is compared once more with what the office has at that moment: one that was
    changed since the proposal stays and is told as a conflict. Files refused as a whole or
    not chosen are left out. Raises StorageTrouble; files before that one are written.
    """
    known: dict[str, PlanProgress] = {}
    return tuple(
        _apply(units, one, choices, known)
        for one in proposal.files
        if not one.refusal and (choices.files is None or one.path in choices.files)
    )


def _apply(
    units: UnitsOfWork,
    file: FileProposal,
    choices: MergeChoices,
    known: dict[str, PlanProgress],
) -> AppliedFile:
    file, wanted, left = chosen_cells(file, choices)
    if not wanted and file.is_known:
        return AppliedFile(file.path, "", (), left)
    with units.writing() as work:
        desk = MergeDesk(work, known)
        decided = still_right(desk, file, wanted)
        merge_id = new_id()
        work.sheets.add_answers(_answers(file, merge_id, decided.cells))
        write_cells(work, file, decided.written, desk.occurrences(file.plan_id or ""))
    return AppliedFile(file.path, merge_id, decided.written, (*left, *decided.late))


def _answers(
    file: FileProposal, merge_id: str, cells: Iterable[tuple[str, MergedCell]]
) -> Iterator[SheetAnswer]:
    """Yield what is kept of the file, for each sheet it brings rows of."""
    by_sheet: dict[str, list[MergedCell]] = {file.sheet_ids[0]: []}
    for sheet_id, cell in cells:
        by_sheet.setdefault(sheet_id, []).append(cell)
    for sheet_id, merged in by_sheet.items():
        yield SheetAnswer(new_id(), merge_id, sheet_id, file.path.name, file.sha256, tuple(merged))
