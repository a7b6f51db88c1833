"""Rows of cells, as Excel hands them, read as entries of a register, one row after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.reporting.entry_doubles import double_words, entry_key
from tthc_desktop.domain.reporting.entry_fields import (
    Entry,
    EntryField,
    Register,
    entry_from_texts,
)
from tthc_desktop.errors import Refused
from tthc_desktop.vietnamese_text import clean_line, fold

Rows = Sequence[Sequence[str]]
_FEWEST_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class RowRead:
    """A row by its number, with its entry, or (None) with the sentence that says why not."""

    number: int
    cells: tuple[str, ...]
    entry: Any
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class RowsRead:
    """Rows with the columns they stand in; None for a column the register does not know."""

    columns: tuple[EntryField | None, ...]
    rows: tuple[RowRead, ...]


def read_rows(
    register: Register,
    rows: Rows,
    *,
    year: int,
    held: Iterable[Entry] = (),
    order: Sequence[EntryField] = (),
) -> RowsRead:
    """Return what rows mean; empty ones are left out, one that is *held* already is refused.

    A first row of column headings says which column is which, else they stand in *order*, or in
    that of the register. A day without a year lies in *year*.
    """
    columns, body, first = _columns(register, rows, order)
    found: list[RowRead] = []
    known = {entry_key(register, one) for one in held} if register.unique else set()
    for number, row in enumerate(body, start=first):
        cells = tuple(clean_line(cell) for cell in row)
        if not any(cells):
            continue
        values = {one.name: cell for one, cell in zip(columns, cells, strict=False) if one}
        place = f"Dòng {number}: "
        try:
            entry = entry_from_texts(register, values, year=year, entry_id=new_id(), place=place)
        except Refused as error:
            found.append(RowRead(number, cells, None, error.message))
            continue
        key = entry_key(register, entry)
        if key and key in known:
            trouble = f"{place}{double_words(register, entry)}"
            found.append(RowRead(number, cells, None, trouble))
            continue
        known.add(key)
        found.append(RowRead(number, cells, entry))
    return RowsRead(columns, tuple(found))


def _columns(
    register: Register, rows: Rows, order: Sequence[EntryField]
) -> tuple[tuple[EntryField | None, ...], Rows, int]:
    headings = {fold(one.heading): one for one in register.fields}
    named = tuple(headings.get(fold(clean_line(cell))) for cell in rows[0]) if rows else ()
    if sum(one is not None for one in named) >= _FEWEST_HEADINGS:
        return named, rows[1:], 2
    return tuple(order) or register.fields, rows, 1
