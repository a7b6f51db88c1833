"""A list of a register's entries, one row each; what differs between registers is overridden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.reporting.entry_doubles import refuse_double
from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
from tthc_desktop.domain.reporting.entry_fields import (
    EntryField,
    FieldKind,
    Register,
    entry_from_texts,
    entry_texts,
    value_words,
)
from tthc_desktop.domain.reporting.entry_rows import read_rows
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from ui.registers.register_sheet import (
    PastedRow,
    Pasting,
    Picks,
    Scope,
    SheetCell,
    SheetColumn,
    SheetFacts,
    SheetRow,
)

_NUMBERS = (FieldKind.COUNT, FieldKind.AMOUNT)
_WIDTHS = {FieldKind.DAY: 96, FieldKind.COUNT: 92, FieldKind.AMOUNT: 110, FieldKind.YES_NO: 92}
_TEXT_WIDTH = 150


def field_columns(register: Register, **widths: int) -> dict[str, SheetColumn]:
    """Return the columns of a register's fields by name; *widths* of those unlike their kind."""
    return {
        one.name: SheetColumn(
            one.heading,
            widths.get(one.name, _WIDTHS.get(one.kind, _TEXT_WIDTH)),
            one.name,
            is_number=one.kind in _NUMBERS,
            hint=_hint(one),
        )
        for one in register.fields
    }


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What follows from an entry: cells by their heading, and by what its row is picked out."""

    cells: Mapping[str, SheetCell] = field(default_factory=dict)
    picks: frozenset[str] = frozenset()


class EntrySheet:
    """Every entry in a row, the oldest first; a row at the foot takes new ones."""

    can_add = True
    lines = 2
    needs_period = False
    has_scope = True
    empty = "Sổ chưa có mục nào. Gõ vào dòng cuối, hoặc chép từ Excel rồi dán (Ctrl+V)."
    # The field whose day lies in the period that is looked at.
    day_field = ""

    def __init__(self, register: Register, columns: Sequence[SheetColumn], title: str) -> None:
        """Show *register* in *columns*."""
        self.register, self.columns, self.title = register, tuple(columns), title
        self._fields = {one.name: one for one in register.fields}
        self._known: dict[str, SheetRow] = {}
        self._context: object = None

    def picks(self, book: RegisterBook) -> Picks:
        """Return by what its rows can be picked out: by nothing."""
        del book
        return Picks("")

    def rows(self, book: RegisterBook, scope: Scope) -> tuple[SheetRow, ...]:
        """Return a row for each entry of the period."""
        context = self.depends_on(book)
        if context != self._context:
            self._context = context
            self._known.clear()
        return tuple(
            self._kept(one, book, scope)
            for one in book.of(self.register)
            if self._is_in(one, book, scope)
        )

    def facts(self, book: RegisterBook, scope: Scope) -> SheetFacts:
        """Count nothing."""
        del book, scope
        return SheetFacts()

    def offered(self, column: SheetColumn, book: RegisterBook) -> tuple[str, ...]:
        """Return choices, or what was typed in the column before."""
        found = self.field(column)
        if found is None:
            return ()
        if found.choices:
            return tuple(words for _, words in found.choices)
        if found.kind is FieldKind.YES_NO:
            return "Có", "Không"
        if found.kind is not FieldKind.TEXT:
            return ()
        used = (getattr(one, found.name) for one in book.of(self.register))
        return tuple(dict.fromkeys(one for one in used if one))

    def field(self, column: SheetColumn) -> EntryField | None:
        """Return the field typed in a column."""
        return self._fields.get(column.name)

    def change(
        self, book: RegisterBook, scope: Scope, row: SheetRow, name: str, text: str
    ) -> EntryChange:
        """Return the entry with another value."""
        del scope
        texts = {**entry_texts(self.register, row.entry), name: text}
        after = entry_from_texts(self.register, texts, year=book.today.year, entry_id=row.key)
        refuse_double(self.register, after, book.of(self.register), row.entry)
        return EntryChange(row.entry, self.completed(row.entry, after))

    def added(self, book: RegisterBook, scope: Scope, texts: Mapping[str, str]) -> EntryChange:
        """Return a new entry."""
        del scope
        entry = entry_from_texts(self.register, texts, year=book.today.year, entry_id=new_id())
        refuse_double(self.register, entry, book.of(self.register))
        return EntryChange(None, self.completed(None, entry))

    def removed(self, rows: Sequence[SheetRow]) -> EntryEdit:
        """Return the edit that takes entries out."""
        words = f"xóa {len(rows)} dòng" if len(rows) > 1 else "xóa dòng"
        return EntryEdit(self.register, words, tuple(EntryChange(one.entry) for one in rows))

    def pasted(
        self, book: RegisterBook, scope: Scope, block: Sequence[Sequence[str]],
        row: SheetRow | None,
    ) -> Pasting:  # fmt: skip
        """Return a new entry for each row; columns as they stand in the grid, or as headed."""
        del scope, row
        order = [found for one in self.columns if (found := self.field(one))]
        held = book.of(self.register)
        read = read_rows(self.register, block, year=book.today.year, held=held, order=order)
        rows = tuple(
            PastedRow(
                str(one.number), one.cells,
                None if one.entry is None else EntryChange(None, self.completed(None, one.entry)),
                one.trouble.removeprefix(f"Dòng {one.number}: ").removesuffix(_UNCHANGED),
            )
            for one in read.rows
        )  # fmt: skip
        headings = tuple(one.heading if one else "(bỏ qua)" for one in read.columns)
        added = sum(one.change is not None for one in rows)
        return Pasting(headings, rows, f"dán {added} dòng")

    def completed(self, before: Any, after: Any) -> Any:  # noqa: ANN401 - the register's own type
        """Return an entry with what follows from its new values."""
        del before
        return after

    def worked_out(self, entry: Any, book: RegisterBook, scope: Scope) -> WorkedOut:  # noqa: ANN401
        """Return what follows from an entry, once for all of its row."""
        del entry, book, scope
        return WorkedOut()

    def depends_on(self, book: RegisterBook) -> object:
        """Return what a row is worked out from beside its entry; while it stays, rows are kept."""
        return book.today, id(book.working_days)

    def _is_in(self, entry: Any, book: RegisterBook, scope: Scope) -> bool:  # noqa: ANN401
        if not self.day_field or not scope.period:
            return True
        return book.window(scope.period).holds(getattr(entry, self.day_field))

    def _kept(self, entry: Any, book: RegisterBook, scope: Scope) -> SheetRow:  # noqa: ANN401
        """Return the row of an entry, made anew where the entry is another one."""
        found = self._known.get(entry.id)
        if found is None or found.entry is not entry:
            found = self._known[entry.id] = self._row(entry, book, scope)
        return found

    def _row(self, entry: Any, book: RegisterBook, scope: Scope) -> SheetRow:  # noqa: ANN401
        worked = self.worked_out(entry, book, scope)
        cells = []
        for column in self.columns:
            found = self.field(column)
            if found is None:
                cells.append(worked.cells.get(column.heading, SheetCell()))
                continue
            value = getattr(entry, found.name)
            is_measure = found.kind in (*_NUMBERS, FieldKind.DAY)
            words = value_words(found, value)
            cells.append(SheetCell(words, value=value if is_measure else None))
        return SheetRow(entry.id, tuple(cells), entry, worked.picks)


_UNCHANGED = " Chưa thay đổi gì."


def day_words(day: date | None) -> str:
    """Return a day as cells write it."""
    return f"{day:%d/%m/%Y}" if day else ""


def _hint(one: EntryField) -> str:
    if one.kind is FieldKind.DAY:
        return "dd/mm/yyyy, gõ 2805 cũng được"
    return "Bắt buộc" if one.required else ""
