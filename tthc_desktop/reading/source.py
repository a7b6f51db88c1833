"""What a file says, whatever kind of file it is: paragraphs and tables in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tthc_desktop.domain.text_run import Run, joined_runs, runs_text
from tthc_desktop.reading.results import ReadWarning

COLUMN_GAP = "\t"
LINE_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Label:
    """A number or bullet that Word prints by itself; `value` is its place in the list."""

    text: str
    value: int = 1
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph. `raw` keeps soft breaks and column gaps, `runs` has single blanks only."""

    raw: tuple[Run, ...]
    runs: tuple[Run, ...]
    label: Label | None = None
    centred: bool = False
    heading: bool = False
    style: str = ""
    landscape: bool = False

    @property
    def text(self) -> str:
        """The plain text on one line."""
        return runs_text(self.runs)

    @property
    def shown_text(self) -> str:
        """The plain text behind its automatic number."""
        return f"{self.label.text} {self.text}".strip() if self.label else self.text

    @property
    def bold(self) -> bool:
        """Whether every letter is bold, or the paragraph is marked as a heading."""
        return self.heading or all(run.bold for run in self.runs if has_letters(run.text))

    def lines(self) -> list[SourceParagraph]:
        """Return the paragraph cut at its soft breaks, empty lines left out."""
        return self._cut(LINE_BREAK)

    def columns(self) -> list[SourceParagraph]:
        """Return the paragraph cut at tabs and wide gaps; an empty column stays."""
        return self._cut(COLUMN_GAP, keep_empty=True)

    def _cut(self, mark: str, *, keep_empty: bool = False) -> list[SourceParagraph]:
        if not any(mark in run.text for run in self.raw):
            return [self] if keep_empty or self.runs or self.label else []
        pieces = [
            replace(self, raw=raw, runs=single_blanks(raw)) for raw in cut_runs(self.raw, mark)
        ]
        return [one for one in pieces if keep_empty or one.runs or one.label]


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell: what it holds and how many columns it covers.

    `runs` are all its paragraphs on one line, automatic numbers in front. `continues` if it
    goes on from above, `absent` where the row leaves the column out.
    """

    paragraphs: tuple[SourceParagraph, ...] = ()
    runs: tuple[Run, ...] = ()
    span: int = 1
    continues: bool = False
    absent: bool = False

    @property
    def text(self) -> str:
        """The plain text on one line."""
        return runs_text(self.runs)


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table; `place` counts the tables of the file from 1."""

    place: int
    rows: tuple[tuple[SourceCell, ...], ...]
    landscape: bool = False

    @property
    def columns(self) -> int:
        """How many columns the widest row covers."""
        return max((sum(cell.span for cell in row) for row in self.rows), default=0)


SourceItem = SourceParagraph | SourceTable


@dataclass(frozen=True, slots=True)
class Source:
    """A whole file: its text in order, what could not be taken, and what is worth telling."""

    items: tuple[SourceItem, ...]
    not_understood: tuple[str, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()

    def texts(self) -> Iterator[str]:
        """Yield the text of every paragraph, also of those in tables."""
        for item in self.items:
            if isinstance(item, SourceParagraph):
                yield item.text
            else:
                for row in item.rows:
                    for cell in row:
                        yield from (paragraph.text for paragraph in cell.paragraphs)


def paragraph(  # the one way to make one, so that `runs` always follows from `raw`
    raw: Iterable[Run],
    *,
    label: Label | None = None,
    centred: bool = False,
    heading: bool = False,
    style: str = "",
) -> SourceParagraph:
    """Return a paragraph of *raw*."""
    kept = tuple(raw)
    return SourceParagraph(kept, single_blanks(kept), label, centred, heading, style)


def cell(held: Iterable[SourceParagraph], *, span: int = 1, continues: bool = False) -> SourceCell:
    """Return a cell that holds these paragraphs."""
    kept = tuple(held)
    return SourceCell(kept, single_blanks(tuple(_with_blanks(kept))), span, continues)


def single_blanks(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return *runs* joined as the domain joins them; quickly where all look the same."""
    if len({(run.bold, run.italic) for run in runs}) > 1:
        return joined_runs(runs)
    text = " ".join(runs_text(runs).split())
    return (Run(text, runs[0].bold, runs[0].italic),) if text else ()


def cut_runs(runs: Iterable[Run], mark: str) -> list[tuple[Run, ...]]:
    """Return *runs* cut at every *mark*."""
    pieces: list[list[Run]] = [[]]
    for run in runs:
        for place, text in enumerate(run.text.split(mark)):
            if place:
                pieces.append([])
            if text:
                pieces[-1].append(Run(text, run.bold, run.italic))
    return [tuple(piece) for piece in pieces]


def has_letters(text: str) -> bool:
    """Whether there is anything in *text* but blanks, dots and lines."""
    return any(character.isalnum() for character in text)


def _with_blanks(paragraphs: tuple[SourceParagraph, ...]) -> Iterator[Run]:
    for one in paragraphs:
        yield Run(" ")
        if one.label:
            yield Run(f"{one.label.text} ")
        yield from one.runs
