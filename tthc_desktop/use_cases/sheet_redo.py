"""Merging files once more whose merge was taken back: as it was chosen then, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.sheet_merge import CellConflict
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.merge_desk import MergeDesk
from tthc_desktop.use_cases.sheet_deciding import chosen_cells, still_right
from tthc_desktop.use_cases.sheet_merge import apply_merge
from tthc_desktop.use_cases.sheet_proposals import (
    AppliedFile,
    FileProposal,
    MergeChoices,
    MergeProposal,
)

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class MergedFile:
    """A file that was merged: what it would change, what was chosen of it, what was written."""

    proposal: FileProposal
    choices: MergeChoices
    applied: AppliedFile

    @property
    def as_applied(self) -> MergeChoices:
        """The choices that write what was written, without the cells that were left then."""
        path, choices = self.proposal.path, self.choices
        late = frozenset((path, one.place.cell) for one in self.applied.left)
        kept = {cell: side for cell, side in choices.chosen.items() if cell not in late}
        return replace(choices, left=choices.left | late, chosen=kept)


def merge_again(units: UnitsOfWork, merged: Sequence[MergedFile]) -> tuple[MergedFile, ...]:
    """Write again what was written of files whose merge was taken back since.

    Raises Refused, before anything is written, where the office has other values meanwhile;
    StorageTrouble as for every writing: files before that one are written.
    """
    _check(units, merged)
    done: list[MergedFile] = []
    for one in merged:
        (applied,) = apply_merge(units, MergeProposal((one.proposal,)), one.as_applied)
        done.append(replace(one, applied=applied))
    return tuple(done)


def _check(units: UnitsOfWork, merged: Iterable[MergedFile]) -> None:
    with units.reading() as work:
        desk = MergeDesk(work)
        late: list[CellConflict] = []
        for one in merged:
            file, wanted, _ = chosen_cells(one.proposal, one.as_applied)
            decided = still_right(desk, file, wanted)
            late.extend(decided.late)
            for change in decided.written:
                place = change.place
                desk.lay_over((place.occurrence_id, place.unit_id, place.field), change.new)
    if late:
        raise Refused(_changed_meanwhile(late))


def _changed_meanwhile(late: Sequence[CellConflict]) -> str:
    cells = [
        f"nhiệm vụ {one.place.number} ({period_words(one.place.period)}), ô {one.place.cell}"
        for one in late[:_MOST_NAMED]
    ]
    if len(late) > _MOST_NAMED:
        cells.append(f"{len(late) - _MOST_NAMED} ô khác")
    return (
        f"Số liệu tại Sở đã đổi sau khi hoàn tác: {'; '.join(cells)}. Hãy nhận lại tệp của phòng "
        "để chọn giá trị. Chưa ghi gì."
    )
