"""Lists with a row for every indicator of the index 766: figures of a period, and maxima."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
from tthc_desktop.domain.reporting.entry_fields import (
    EntryField,
    Register,
    entry_from_texts,
    entry_texts,
)
from tthc_desktop.domain.reporting.index_scores import Indicator
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from tthc_desktop.vietnamese_text import clean_line, fold
from ui.registers.register_sheet import (
    PastedRow,
    Pasting,
    Picks,
    Scope,
    SheetColumn,
    SheetRow,
)

_CODE = "Chỉ tiêu"
_UNCHANGED = " Chưa thay đổi gì."
_UNKNOWN = "Không có chỉ tiêu này"


class IndicatorSheet(ABC):
    """Rows are there already: the first value typed makes an entry, the last taken out ends it."""

    can_add = False
    lines = 1
    needs_period = True
    has_scope = True
    empty = ""

    def __init__(self, register: Register, columns: Sequence[SheetColumn], title: str) -> None:
        """Show *register* in *columns*."""
        self.register, self.columns, self.title = register, tuple(columns), title
        self._fields = {one.name: one for one in register.fields}
        self._typed = [one for one in self.columns if one.name]

    def picks(self, book: RegisterBook) -> Picks:
        """Return by what its rows can be picked out: by nothing."""
        del book
        return Picks("")

    def offered(self, column: SheetColumn, book: RegisterBook) -> tuple[str, ...]:
        """Return nothing: only numbers are typed."""
        del column, book
        return ()

    def field(self, column: SheetColumn) -> EntryField | None:
        """Return the field typed in a column."""
        return self._fields.get(column.name)

    @abstractmethod
    def rows(self, book: RegisterBook, scope: Scope) -> tuple[SheetRow, ...]:
        """Return a row for each indicator; for the lists that are made of this one."""

    @abstractmethod
    def begun(self, book: RegisterBook, scope: Scope, indicator: Indicator) -> dict[str, str]:
        """Return the texts an entry begins with; for the lists that are made of this one."""

    def change(
        self, book: RegisterBook, scope: Scope, row: SheetRow, name: str, text: str
    ) -> EntryChange:
        """Return the indicator's entry with another value."""
        return self._changed(book, scope, row, {name: text})

    def added(self, book: RegisterBook, scope: Scope, texts: Mapping[str, str]) -> EntryChange:
        """Refuse: the indicators are given."""
        raise Refused(_UNKNOWN)

    def removed(self, rows: Sequence[SheetRow]) -> EntryEdit:
        """Return the edit that takes the values of rows out."""
        changes = tuple(EntryChange(one.entry) for one in rows if one.entry is not None)
        words = f"xóa số liệu của {len(changes)} chỉ tiêu"
        return EntryEdit(self.register, words, changes)

    def pasted(
        self, book: RegisterBook, scope: Scope, block: Sequence[Sequence[str]],
        row: SheetRow | None,
    ) -> Pasting:  # fmt: skip
        """Return the values of a block: by the codes in its first column, else from *row* on.

        A name after the code is passed over, so is a first row of headings.
        """
        rows = [one for one in self.rows(book, scope) if not one.is_group]
        by_code = {one.key: one for one in rows}
        cells = [[clean_line(cell) for cell in line] for line in block if any(line)]
        if cells and fold(cells[0][0]) in (fold(_CODE), "ma", "ma so", "stt"):
            cells = cells[1:]
        has_codes = any(line[0] in by_code for line in cells)
        first = rows.index(row) if row in rows else 0
        found = []
        for place, line in enumerate(cells, start=first):
            at = rows[place] if place < len(rows) else None
            if has_codes:
                at = by_code.get(line[0])
            values = self._values_in(line[1:] if has_codes else line)
            found.append(self._pasted(book, scope, at, line[0] if has_codes else "", values))
        headings = (_CODE, *(one.heading for one in self._typed))
        return Pasting(headings, tuple(found), "dán số liệu")

    def _values_in(self, cells: Sequence[str]) -> tuple[str, ...]:
        rest = list(cells)
        if len(rest) > len(self._typed) and not any(letter.isdigit() for letter in rest[0]):
            rest = rest[1:]
        return tuple(rest[: len(self._typed)])

    def _pasted(
        self, book: RegisterBook, scope: Scope, row: SheetRow | None, code: str,
        values: tuple[str, ...],
    ) -> PastedRow:  # fmt: skip
        if row is None:
            return PastedRow(code, (code, *values), None, _UNKNOWN)
        shown = (row.key, *values)
        texts = {one.name: text for one, text in zip(self._typed, values, strict=False)}
        try:
            change = self._changed(book, scope, row, texts)
        except Refused as error:
            return PastedRow(row.key, shown, None, error.message.removesuffix(_UNCHANGED))
        return PastedRow(row.key, shown, change)

    def _changed(
        self, book: RegisterBook, scope: Scope, row: SheetRow, typed: Mapping[str, str]
    ) -> EntryChange:
        indicator = next(one for one in book.indicators if one.code == row.key)
        before: Any = row.entry
        if before is None:
            texts = self.begun(book, scope, indicator)
        else:
            texts = entry_texts(self.register, before)
        texts |= {name: clean_line(text) for name, text in typed.items()}
        if self.is_ended(texts):
            return EntryChange(before, None)
        entry_id = before.id if before is not None else new_id()
        after = entry_from_texts(self.register, texts, year=book.today.year, entry_id=entry_id)
        return EntryChange(before, after)

    def is_ended(self, texts: Mapping[str, str]) -> bool:
        """Whether nothing is left of an entry."""
        return not any(texts.get(one.name) for one in self._typed)
