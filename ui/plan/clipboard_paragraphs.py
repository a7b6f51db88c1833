"""What the clipboard holds as paragraphs: bold and italic stay, every other look is dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QFont, QTextBlock, QTextDocument, QTextFrame, QTextTable

from tthc_desktop.domain.text_run import Run, runs_text
from tthc_desktop.reading.run_cleaning import clean_runs
from tthc_desktop.use_cases.paragraph_guess import Pasted
from tthc_desktop.use_cases.paragraph_words import cleaned
from tthc_desktop.vietnamese_text import clean_text

# More is a whole file, which is imported, not pasted.
MOST_CHARACTERS = 400_000
_MOST_PARAGRAPHS = 2_000
# Word's own notes to itself, and pictures, which no paragraph can hold.
_NOISE = re.compile(
    r"<(xml|script|o:p)\b.*?</\1>|<img[^>]*>|</?v:[^>]*>", re.DOTALL | re.IGNORECASE
)


def pasted_in(data: QMimeData, *, text_only: bool = False) -> tuple[Pasted, ...]:
    """Return the paragraphs and tables that clipboard data hold, none for none."""
    if data.hasHtml() and not text_only and len(data.html()) <= MOST_CHARACTERS:
        document = _Document()
        document.setHtml(_NOISE.sub("", data.html()))
        found = tuple(_kept(_of_frame(document.rootFrame())))
        if found:
            return found[:_MOST_PARAGRAPHS]
    lines = clean_runs((Run(data.text()[:MOST_CHARACTERS]),))
    pieces = (line for run in lines for line in run.text.split("\n"))
    return tuple(Pasted((Run(one),)) for one in pieces if one.strip())[:_MOST_PARAGRAPHS]


class _Document(QTextDocument):
    """Fetches nothing: neither pictures nor style sheets, from anywhere."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        return None


def _kept(found: Iterator[Pasted]) -> Iterator[Pasted]:
    for one in found:
        # Blanks at the ends stay: one paragraph goes into the middle of a line.
        if one.rows or runs_text(cleaned(one.runs)):
            yield Pasted(clean_runs(one.runs), one.rows)


def _of_frame(frame: QTextFrame) -> Iterator[Pasted]:
    walk = frame.begin()
    while not walk.atEnd():
        inner = walk.currentFrame()
        if isinstance(inner, QTextTable):
            yield Pasted(rows=_rows(inner))
        elif inner is not None:
            yield from _of_frame(inner)
        else:
            yield from _of_block(walk.currentBlock())
        walk += 1


def _of_block(block: QTextBlock) -> Iterator[Pasted]:
    """Yield a paragraph; its soft breaks begin new ones, and its list's mark comes back."""
    runs: list[Run] = []
    if (mark := block.textList()) is not None:
        text = mark.itemText(block)
        is_number = any(letter.isalnum() for letter in text)
        runs.append(Run(f"{text} " if is_number else "- "))
    for run in _runs(block):
        first, *rest = run.text.split("\u2028")
        runs.append(Run(first, run.bold, run.italic))
        for piece in rest:
            yield Pasted(tuple(runs))
            runs = [Run(piece, run.bold, run.italic)]
    yield Pasted(tuple(runs))


def _runs(block: QTextBlock) -> Iterator[Run]:
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        shape = piece.charFormat()
        is_bold = shape.fontWeight() > QFont.Weight.Medium
        yield Run(piece.text().replace("\ufffc", ""), is_bold, shape.fontItalic())
        pieces += 1


def _rows(table: QTextTable) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(_cell(table, row, column) for column in range(table.columns()))
        for row in range(table.rows())
    )


def _cell(table: QTextTable, row: int, column: int) -> str:
    cell = table.cellAt(row, column)
    if cell.row() != row or cell.column() != column:
        # Part of a cell over several rows or columns.
        return ""
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), cursor.MoveMode.KeepAnchor)
    return clean_text(cursor.selectedText())
