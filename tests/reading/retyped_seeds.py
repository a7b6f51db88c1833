"""A plan kept as text, typed into Word in the habits of an office."""

import unicodedata
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from tests.reading import invented_plan
from tests.reading import typing_habits as habits
from tests.reading.word_lists import add_lists, number
from tthc_desktop.domain.text_run import Run
from tthc_desktop.reading.markers import dash_length, marker_of
from tthc_desktop.reading.source import Source, SourceParagraph, SourceTable
from tthc_desktop.reading.text_source import read_text

HABITS = ("tabbed", "automatic", "decomposed", "landscape")
PARENT, AGENCY = "UBND TỈNH SÔNG LAM", "SỞ CÔNG VIÊN VÀ CÂY XANH"
_LEVELS = {"roman": 0, "arabic 1": 1, "letter": 2}
_BULLETS = 2


def retyped(seed: Path, habit: str, folder: Path) -> Path:
    """Return a Word file that says what *seed* says, in one of HABITS."""
    document = docx.Document()
    add_lists(document)
    typist = _Typist(document, habit)
    typist.type(read_text(seed))
    file = folder / f"{seed.stem}-{habit}.docx"
    document.save(str(file))
    return file


class _Typist:
    def __init__(self, document: Document, habit: str) -> None:
        self.document = document
        self.habit = habit
        self.in_foot = False

    def type(self, source: Source) -> None:
        items = list(source.items)
        self._head(items)
        for item in items:
            if isinstance(item, SourceTable):
                self._table(item)
            else:
                self._paragraph(item)

    def _head(self, items: list[SourceParagraph | SourceTable]) -> None:
        typed, place = (item.text for item in items[:2] if isinstance(item, SourceParagraph))
        del items[:2]
        if self.habit == "tabbed":
            self._line(f"{PARENT}\t{invented_plan.NATION}")
            self._line(f"{AGENCY}\t\t{invented_plan.MOTTO}")
            self._line(f"{typed}\t{place}")
            return
        table = self.document.add_table(2, 2)
        habits._lines(table.cell(0, 0), map(self._odd, (PARENT, AGENCY)), bold=self._odd(AGENCY))
        habits._lines(table.cell(0, 1), (invented_plan.NATION, invented_plan.MOTTO))
        habits._lines(table.cell(1, 0), (self._odd(typed),))
        habits._lines(table.cell(1, 1), (self._odd(place),))

    def _paragraph(self, item: SourceParagraph) -> None:
        self.in_foot |= item.text.startswith("Nơi nhận")
        marker = marker_of(item.text)
        dash = dash_length(item.text)
        if self.habit == "automatic" and not self.in_foot and (marker or dash):
            length = marker.length if marker else dash
            line = self._runs([Run(item.text[length:], bold=item.bold)])
            level = _LEVELS[marker.style] if marker else 0
            number(line, 1 if marker else _BULLETS, level)
            return
        line = self._runs(item.runs)
        if item.text.isupper() or item.heading or (item.bold and not marker):
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def _table(self, table: SourceTable) -> None:
        if self.habit == "landscape" and table.place == 1:
            section = self.document.add_section()
            section.page_width, section.page_height = section.page_height, section.page_width
        rows = [[self._odd(cell.text) for cell in row] for row in table.rows]
        typed = habits._fill(self.document, rows)
        if self.habit == "landscape":
            for row, texts in zip(typed.rows, rows, strict=True):
                if texts[0].endswith(".") and not any(texts[2:]):
                    habits._merge_group(row.cells, tuple(texts))

    def _runs(self, runs: tuple[Run, ...] | list[Run]) -> Paragraph:
        line = self.document.add_paragraph()
        for run in runs:
            text = self._odd(run.text)
            step = 5 if self.habit == "decomposed" else len(text)
            for start in range(0, len(text), step):
                piece = line.add_run(text[start : start + step])
                piece.bold, piece.italic = run.bold, run.italic
        return line

    def _line(self, text: str) -> None:
        self.document.add_paragraph(text)

    def _odd(self, text: str) -> str:
        if self.habit != "decomposed":
            return text
        return unicodedata.normalize("NFD", text).replace(" ", "\u00a0", 2)
