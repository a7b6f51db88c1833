"""A progress sheet as it went out: to whom, when, and what every cell held."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tthc_desktop.domain.sheet_merge import Value


@dataclass(frozen=True, slots=True)
class SentRow:
    """A row as sent. `fixed` are the texts of the columns nobody fills, by heading.

    `fields` are the values of the cells to fill; a field that is not in it was not the
    unit's to fill. `occurrence_id` is "" for a group row.
    """

    occurrence_id: str
    number: str
    period: str
    fixed: dict[str, str]
    fields: dict[str, Value] = field(default_factory=dict)

    @property
    def content(self) -> str:
        """What is to be done."""
        return self.fixed.get("Nội dung công việc", "")


@dataclass(frozen=True, slots=True)
class SheetHead:
    """A sheet without its rows; `unit_id` None: all units, `period` "": the whole year.

    `sent_at` is local time (ISO), "" until it is written. `return_on` and `addressee` are what
    the sheet says of its return; None and "" for the sheet of all units and those of old versions.
    """

    id: str
    plan_id: str
    unit_id: str | None
    period: str
    file_name: str
    sent_at: str = ""
    return_on: date | None = None
    addressee: str = ""


@dataclass(frozen=True, slots=True)
class SentSheet:
    """A sheet as sent."""

    head: SheetHead
    rows: tuple[SentRow, ...]


@dataclass(frozen=True, slots=True)
class MergedCell:
    """A cell that was merged; `taken` is False where the office's value was chosen."""

    occurrence_id: str
    unit_id: str | None
    number: str
    period: str
    field: str
    old: Value
    new: Value
    taken: bool = True


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """What a returned file brought of one sheet; `merged_at` is local time (ISO)."""

    id: str
    merge_id: str
    sheet_id: str
    file_name: str
    sha256: str
    cells: tuple[MergedCell, ...]
    undone: bool = False
    merged_at: str = ""
