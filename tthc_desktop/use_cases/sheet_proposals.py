"""What a returned sheet would change: values a window or a script looks at before writing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tthc_desktop.domain.sheet_merge import (
    CellChange,
    CellConflict,
    CellPlace,
    CellRefusal,
    RefusalKind,
)


class OnConflict(StrEnum):
    """What happens to a cell that both sides changed, where nobody chose."""

    ASK = "ask"
    RETURNED = "returned"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class LikelyRow:
    """A row without identity, found by its words; `score` is 0 to 1. Not taken until confirmed.

    `cell` is where its row begins in the file and is its key in `MergeChoices.likely`.
    """

    cell: str
    number: str
    content: str
    score: float
    sheet_id: str
    changes: tuple[CellChange, ...]
    conflicts: tuple[CellConflict, ...]

    @property
    def places(self) -> tuple[CellPlace, ...]:
        """Where something was changed."""
        changed = [one.place for one in self.changes]
        return (*changed, *(one.place for one in self.conflicts))


@dataclass(frozen=True, slots=True)
class FileProposal:
    """One file: `changes` are accepted by default, `conflicts` are to be chosen.

    A file refused as a whole has one refusal without cell. `edition` counts the sheets sent
    to this unit for the period up to this one, `is_newest` says that none was sent later.
    `is_known` says that this very file was merged before. `sheet_ids` are the sheets its rows
    belong to, the first one the most rows.
    """

    path: Path
    sha256: str = ""
    unit_id: str | None = None
    unit_name: str | None = None
    plan_id: str | None = None
    period: str = ""
    sent_at: str = ""
    edition: int = 0
    is_newest: bool = True
    is_known: bool = False
    sheet_ids: tuple[str, ...] = ()
    changes: tuple[CellChange, ...] = ()
    conflicts: tuple[CellConflict, ...] = ()
    likely: tuple[LikelyRow, ...] = ()
    refused: tuple[CellRefusal, ...] = ()
    sheet_of: Mapping[CellPlace, str] = field(default_factory=dict)

    @property
    def refusal(self) -> str:
        """Why the whole file is refused, "" where it is not."""
        whole = (one.message for one in self.refused if one.kind is RefusalKind.FILE)
        return next(whole, "")

    @property
    def has_news(self) -> bool:
        """Whether there is anything to take or to choose."""
        return bool(self.changes or self.conflicts or any(one.changes for one in self.likely))


@dataclass(frozen=True, slots=True)
class MergeProposal:
    """All files in the order given, and the names of the units that are still to answer.

    `missing` counts the files of the proposal as answers.
    """

    files: tuple[FileProposal, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MergeChoices:
    """What the person chose; cells are named by the file's path and the cell's address.

    `left` are changes not to be taken, `chosen` decides conflicts one by one, `likely` are
    the rows found by their words that were confirmed. `files` None: all of them.
    """

    on_conflict: OnConflict = OnConflict.ASK
    left: frozenset[tuple[Path, str]] = frozenset()
    chosen: Mapping[tuple[Path, str], OnConflict] = field(default_factory=dict)
    likely: frozenset[tuple[Path, str]] = frozenset()
    files: frozenset[Path] | None = None


@dataclass(frozen=True, slots=True)
class AppliedFile:
    """What was written of one file. `merge_id` takes it back; "" where nothing was kept."""

    path: Path
    merge_id: str
    written: tuple[CellChange, ...]
    left: tuple[CellConflict, ...]
