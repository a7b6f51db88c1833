"""A register as a grid shows it: columns, rows of words, and what typing in them changes.

A sheet knows one register and no Qt: it turns the book into rows and what a person typed into
edits. `RegisterPage` shows any of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
from tthc_desktop.domain.reporting.entry_fields import EntryField, Register
from tthc_desktop.domain.shown_state import ShownState
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from tthc_desktop.vietnamese_text import fold


@dataclass(frozen=True, slots=True)
class Scope:
    """The year and the period that are looked at; no period: all time, figures of `at_hand`."""

    year: int
    period: str = ""
    at_hand: str = ""

    @property
    def key(self) -> str:
        """The key of the period that figures are counted for."""
        return self.period or self.at_hand or str(self.year)


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column; without `name` it is worked out and cannot be typed in."""

    heading: str
    width: int
    name: str = ""
    is_number: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """Words of a cell; `state` gives it an icon, `warning` says what does not fit in it.

    `value` is the day or the number behind the words, for sorting and for Excel.
    """

    words: str = ""
    state: ShownState | None = None
    warning: str = ""
    value: Any = None

    @property
    def held(self) -> Any:  # noqa: ANN401 - a day, a number or words
        """The value where there is one, else the words."""
        return self.words if self.value is None else self.value


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: the id of its entry or another key, its cells, by what it can be picked out.

    `entry` is what a person edits; a row without cells to type in (`is_group`) only sums up.
    """

    key: str
    cells: tuple[SheetCell, ...]
    entry: Any = None
    picks: frozenset[str] = frozenset()
    is_group: bool = False

    def holds(self, words: Sequence[str]) -> bool:
        """Whether all of the folded *words* stand in it."""
        text = fold(" ".join(one.words for one in self.cells))
        return all(word in text for word in words)


@dataclass(frozen=True, slots=True)
class FactTable:
    """A small table beside the grid: a title, headings if any, rows; all but the first right."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What is counted: one line above the grid, tables beside it."""

    line: str = ""
    tables: tuple[FactTable, ...] = ()


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row of the clipboard: what it changes, or the sentence that says why it is not taken."""

    label: str
    cells: tuple[str, ...]
    change: EntryChange | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Pasting:
    """Rows of the clipboard as they were understood; `words` name the act."""

    headings: tuple[str, ...]
    rows: tuple[PastedRow, ...] = ()
    words: str = ""

    @property
    def changes(self) -> tuple[EntryChange, ...]:
        """What is written of them."""
        found = (one.change for one in self.rows if one.change is not None)
        return tuple(one for one in found if one.before != one.after)


@dataclass(frozen=True, slots=True)
class Picks:
    """By what rows are picked out: the words for all of them, then keys with their words."""

    every: str
    choices: tuple[tuple[str, str], ...] = field(default=())


class RegisterSheet(Protocol):
    """What a page needs of a list of a register."""

    @property
    def title(self) -> str:
        """Its name on the page."""
        ...

    @property
    def register(self) -> Register:
        """The register that it shows."""
        ...

    @property
    def columns(self) -> tuple[SheetColumn, ...]:
        """Its columns from the left."""
        ...

    @property
    def can_add(self) -> bool:
        """Whether it has a row at its foot in which new entries are typed."""
        ...

    @property
    def lines(self) -> int:
        """How many lines of words its rows have."""
        ...

    @property
    def needs_period(self) -> bool:
        """Whether it shows one period only, never all time."""
        ...

    @property
    def has_scope(self) -> bool:
        """Whether year and period matter to it at all."""
        ...

    @property
    def empty(self) -> str:
        """What is said where it has no row yet."""
        ...

    def picks(self, book: RegisterBook) -> Picks:
        """Return by what its rows can be picked out."""
        ...

    def rows(self, book: RegisterBook, scope: Scope) -> tuple[SheetRow, ...]:
        """Return its rows in their own order."""
        ...

    def facts(self, book: RegisterBook, scope: Scope) -> SheetFacts:
        """Return what is counted beside it."""
        ...

    def offered(self, column: SheetColumn, book: RegisterBook) -> tuple[str, ...]:
        """Return the words that are offered in a column."""
        ...

    def field(self, column: SheetColumn) -> EntryField | None:
        """Return the field typed in a column; None for what is worked out."""
        ...

    def change(self, book: RegisterBook, scope: Scope, row: SheetRow, name: str, text: str
               ) -> EntryChange:  # fmt: skip
        """Return what *text* in the field *name* of a row changes; Refused where it does not fit.

        Empty text takes the value out.
        """
        ...

    def added(self, book: RegisterBook, scope: Scope, texts: Mapping[str, str]) -> EntryChange:
        """Return the new entry of typed texts by field name; Refused where they make none."""
        ...

    def removed(self, rows: Sequence[SheetRow]) -> EntryEdit:
        """Return the edit that takes the entries of rows out."""
        ...

    def pasted(self, book: RegisterBook, scope: Scope, block: Sequence[Sequence[str]],
               row: SheetRow | None) -> Pasting:  # fmt: skip
        """Return what a block of cells means, pasted while one stands in *row*."""
        ...
