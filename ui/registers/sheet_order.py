"""Which rows of a sheet are shown, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tthc_desktop.vietnamese_text import clean_line, fold, sort_key
from ui.registers.register_sheet import SheetRow


@dataclass(frozen=True, slots=True)
class SheetFilter:
    """What is asked for: words without marks, a key of the sheet's picks."""

    words: str = ""
    pick: str = ""

    @property
    def asks(self) -> bool:
        """Whether it leaves rows out."""
        return bool(clean_line(self.words) or self.pick)


@dataclass(frozen=True, slots=True)
class SheetSort:
    """By which column rows are sorted to look at them."""

    column: int
    is_descending: bool = False


def shown_rows(
    rows: Sequence[SheetRow], wanted: SheetFilter, sort: SheetSort | None
) -> list[SheetRow]:
    """Return the rows that are asked for; rows that sum up go where anything is asked."""
    words = fold(clean_line(wanted.words)).split()
    found = [
        one
        for one in rows
        if one.is_group
        or ((not wanted.pick or wanted.pick in one.picks) and (not words or one.holds(words)))
    ]
    if wanted.asks or sort is not None:
        found = [one for one in found if not one.is_group]
    if sort is not None:
        found.sort(key=lambda one: _key(one.cells[sort.column].held), reverse=sort.is_descending)
    return found


def _key(value: Any) -> tuple[int, Any]:  # noqa: ANN401 - what a column holds
    """Return what sorts days, numbers and words, each among themselves; nothing comes last."""
    if value is None or value == "":
        return 9, 0
    if isinstance(value, date):
        return 1, value.toordinal()
    if isinstance(value, int | float):
        return 2, float(value)
    return 3, sort_key(str(value))
