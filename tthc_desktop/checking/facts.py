"""What a Word file is, as rules see it: frozen paragraphs, tables, sections and margins.

Lengths in twips, sizes in points.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property

from tthc_desktop.checking.looks import LetterLook, ParagraphLook
from tthc_desktop.vietnamese_text import clean_line, fold


@dataclass(frozen=True, slots=True)
class RunFact:
    """Words of one look; tabs are tabs, line breaks line feeds."""

    text: str
    look: LetterLook

    @property
    def has_letters(self) -> bool:
        """Whether it prints a letter or figure that is not raised."""
        return not self.look.raised and any(one.isalnum() for one in self.text)


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a paragraph in a table stands; all count from 1, `across` columns in its row."""

    table: int
    row: int
    column: int
    across: int


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or one line of it (see `lines`); `label` is its automatic number."""

    runs: tuple[RunFact, ...]
    look: ParagraphLook
    section: int
    width: int
    label: str = ""
    style: str = ""
    cell: CellPlace | None = None
    drawn: tuple[int, ...] = ()
    beside: bool = False
    column: int = 0

    @cached_property
    def typed(self) -> str:
        """The text exactly as typed."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def text(self) -> str:
        """The text on one line, cleaned, behind its automatic number."""
        return clean_line(f"{self.label} {self.typed}")

    @cached_property
    def folded(self) -> str:
        """The text without marks and capitals; "" for a long one, which is no component."""
        return fold(self.text) if len(self.text) <= 400 else ""

    @property
    def lettered(self) -> tuple[RunFact, ...]:
        """The runs that print letters or figures."""
        return tuple(run for run in self.runs if run.has_letters)

    @property
    def sizes(self) -> frozenset[float]:
        """The sizes of its letters."""
        return frozenset(run.look.size_pt for run in self.lettered)

    @property
    def size_pt(self) -> float:
        """The size most of its letters have, 0 without letters."""
        counts: dict[float, int] = {}
        for run in self.lettered:
            counts[run.look.size_pt] = counts.get(run.look.size_pt, 0) + len(run.text)
        return max(counts, key=lambda size: counts[size], default=0.0)

    @property
    def bold(self) -> bool:
        """Whether all letters are bold."""
        return all(run.look.bold for run in self.lettered)

    @property
    def any_bold(self) -> bool:
        """Whether a letter is bold."""
        return any(run.look.bold for run in self.lettered)

    @property
    def italic(self) -> bool:
        """Whether all letters are italic."""
        return all(run.look.italic for run in self.lettered)

    @property
    def any_italic(self) -> bool:
        """Whether a letter is italic."""
        return any(run.look.italic for run in self.lettered)

    @property
    def centred(self) -> bool:
        """Whether it is centred, as far as the file tells: a column between tabs may be."""
        return self.beside or self.look.alignment == "center"

    @property
    def empty(self) -> bool:
        """Whether it prints no text."""
        return not self.text

    @property
    def is_fake_line(self) -> bool:
        """Whether it is a line made of characters."""
        bare = self.typed.replace(" ", "") if len(self.typed) < 200 else ""
        return len(bare) > 2 and not bare.strip("_-–—─―¯⎯.*")

    @cached_property
    def lines(self) -> tuple[Paragraph, ...]:
        """The paragraph cut at line breaks and at tabs between words."""
        found: list[Paragraph] = []
        for runs in _cut(self.runs, "\n"):
            columns = [one for one in enumerate(_cut(runs, "\t")) if _says(one[1])]
            beside = len(columns) > 1 or any(place for place, _ in columns)
            label = "" if found else self.label
            for place, held in columns:
                found.append(
                    replace(self, runs=held, label=label, beside=beside, column=place, drawn=())
                )
                label = ""
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the paragraphs of each cell."""

    cells: tuple[tuple[Paragraph, ...], ...]
    repeated: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each cell on one line."""
        return tuple(" ".join(one.text for one in cell if one.text) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `place` counts the tables of the file from 1, `room` is the text's width there."""

    place: int
    section: int
    rows: tuple[Row, ...]
    width: int
    room: int
    ruled: bool = False

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of all cells, row by row."""
        return tuple(one for row in self.rows for cell in row.cells for one in cell)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Margin:
    """A page header or footer."""

    paragraphs: tuple[Paragraph, ...] = ()
    number: Paragraph | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one kind; headers as they work, inherited ones too."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    first_differs: bool = False
    number_start: int | None = None
    header: Margin = Margin()
    first_header: Margin = Margin()
    footers: tuple[Margin, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A whole Word file."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    margins: tuple[Margin, ...] = ()


def is_composed(text: str) -> bool:
    """Whether *text* is in the form NFC."""
    return unicodedata.is_normalized("NFC", text)


def _cut(runs: tuple[RunFact, ...], mark: str) -> list[tuple[RunFact, ...]]:
    pieces: list[list[RunFact]] = [[]]
    for run in runs:
        for place, text in enumerate(run.text.split(mark)):
            if place:
                pieces.append([])
            if text:
                pieces[-1].append(RunFact(text, run.look))
    return [tuple(piece) for piece in pieces]


def _says(runs: tuple[RunFact, ...]) -> bool:
    return any(run.text.strip() for run in runs)
