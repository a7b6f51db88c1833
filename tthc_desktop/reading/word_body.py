"""The walk through the body of a Word file: paragraphs, tables, sections, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from tthc_desktop.errors import Refused
from tthc_desktop.reading.limits import LIMITS
from tthc_desktop.reading.run_cleaning import clean_runs
from tthc_desktop.reading.source import (
    Label,
    SourceCell,
    SourceItem,
    SourceParagraph,
    SourceTable,
    cell,
    paragraph,
)
from tthc_desktop.reading.steps import SILENT, Steps
from tthc_desktop.reading.word_names import (
    child_of,
    flattened,
    number_of,
    value_of,
    w,
    whole_number,
)
from tthc_desktop.reading.word_numbering import AutomaticNumbers
from tthc_desktop.reading.word_paragraph import Aside, ParagraphWords
from tthc_desktop.reading.word_styles import ParagraphLook, Styles, paragraph_look

_PARAGRAPHS_A_STEP = 100


@dataclass
class BodyWalk:
    """Walks the body once, counting lists and tables on its way."""

    styles: Styles
    numbers: AutomaticNumbers
    aside: Aside
    items: list[SourceItem] = field(default_factory=list)
    _tables: int = 0
    _section_start: int = 0
    _steps: Steps = SILENT
    _expected: int = 1

    def take_body(self, body: etree._Element, steps: Steps = SILENT) -> None:
        """Take every block; a section's orientation stands at its end."""
        self._steps, self._expected = steps, sum(1 for _ in body.iter(w("p")))
        for item, section in self._blocks(body, depth=0):
            if item is not None:
                self.items.append(item)
            if section is not None:
                self._close_section(section)

    def _close_section(self, section: etree._Element) -> None:
        if _is_landscape(section):
            for place in range(self._section_start, len(self.items)):
                self.items[place] = replace(self.items[place], landscape=True)
        self._section_start = len(self.items)

    def _blocks(
        self, parent: etree._Element, depth: int
    ) -> Iterator[tuple[SourceItem | None, etree._Element | None]]:
        """Yield blocks, and the section that ends with them; deleted marks join paragraphs."""
        held: ParagraphWords | None = None
        for block in flattened(parent):
            if block.tag == w("p"):
                words = self._words(block, held)
                held = words if _mark_is_deleted(words.properties) else None
                for item in () if held else self._paragraph_items(words, depth):
                    yield item, None
                yield None, child_of(words.properties, "sectPr")
            else:
                yield self._other_block(block, depth)
        for item in self._paragraph_items(held, depth) if held else ():
            yield item, None

    def _other_block(
        self, block: etree._Element, depth: int
    ) -> tuple[SourceItem | None, etree._Element | None]:
        if block.tag == w("tbl"):
            return self._table(block, depth + 1), None
        if block.tag == w("altChunk"):
            self.aside.pictures += 1
        return None, block if block.tag == w("sectPr") else None

    def _words(self, block: etree._Element, held: ParagraphWords | None) -> ParagraphWords:
        """Return what a paragraph says, behind what is held of the ones joined to it."""
        self.aside.count_paragraph()
        if self.aside.paragraphs % _PARAGRAPHS_A_STEP == 1:
            self._steps.reach(min(1.0, self.aside.paragraphs / self._expected))
        words = ParagraphWords.of(block, self.styles, self.aside)
        if held:
            words.runs[:0], words.boxes[:0] = held.runs, held.boxes
        words.take(block)
        return words

    def _paragraph_items(self, words: ParagraphWords, depth: int) -> Iterator[SourceItem]:
        style_id = value_of(words.properties, "pStyle")
        style_look, _ = self.styles.paragraph(style_id)
        own = paragraph_look(words.properties)
        label = self._label(own, style_look, style_id)
        raw = clean_runs(words.runs)
        if raw or label:
            yield paragraph(
                raw,
                label=label,
                centred=own.over(style_look).alignment == "center",
                style=self.styles.name(style_id),
            )
        for box in words.boxes:
            self._refuse_depth(depth + 1)
            yield from (item for item, _ in self._blocks(box, depth + 1) if item is not None)

    def _label(
        self, own: ParagraphLook, style_look: ParagraphLook, style_id: str | None
    ) -> Label | None:
        list_id = style_look.list_id if own.list_id is None else own.list_id
        if not list_id:
            return None
        level = own.over(style_look).list_level
        if level is None:
            level = self.numbers.level_of_style(list_id, style_id)
        return self.numbers.next_label(list_id, level)

    def _table(self, table: etree._Element, depth: int) -> SourceTable:
        self._refuse_depth(depth)
        self._tables += 1
        place = self._tables
        rows = [
            tuple(self._cells(row, depth))
            for row in flattened(table)
            if row.tag == w("tr") and not _is_deleted_row(row)
        ]
        return SourceTable(place, tuple(rows))

    def _cells(self, row: etree._Element, depth: int) -> Iterator[SourceCell]:
        row_properties = child_of(row, "trPr")
        used = 0
        yield from _empty_cells(number_of(row_properties, "gridBefore"))
        for element in flattened(row):
            properties = child_of(element, "tcPr")
            if element.tag != w("tc") or _has(properties, "cellDel"):
                continue
            held = tuple(self._cell_paragraphs(element, depth))
            span = max(1, min(number_of(properties, "gridSpan") or 1, LIMITS.columns - used))
            used += span
            merge = value_of(properties, "vMerge")
            yield cell(held, span=span, continues=merge in {"", "continue"})
        yield from _empty_cells(number_of(row_properties, "gridAfter"))

    def _cell_paragraphs(self, cell: etree._Element, depth: int) -> Iterator[SourceParagraph]:
        """Yield the cell's paragraphs; a table inside it becomes paragraphs too."""
        for item, _ in self._blocks(cell, depth):
            if isinstance(item, SourceParagraph):
                yield item
            elif item is not None:
                for row in item.rows:
                    for inner in row:
                        yield from inner.paragraphs

    def _refuse_depth(self, depth: int) -> None:
        if depth > LIMITS.table_depth:
            raise Refused(
                f"Tệp “{self.aside.name}” có bảng lồng trong bảng quá nhiều tầng nên không đọc "
                "được. Hãy bỏ bớt bảng lồng nhau rồi thử lại."
            )


def _empty_cells(count: int | None) -> Iterator[SourceCell]:
    if count:
        yield SourceCell(span=max(1, min(count, LIMITS.columns)), absent=True)


def _has(properties: etree._Element | None, name: str) -> bool:
    return child_of(properties, name) is not None


def _is_deleted_row(row: etree._Element) -> bool:
    return _has(child_of(row, "trPr"), "del")


def _mark_is_deleted(properties: etree._Element | None) -> bool:
    mark = child_of(properties, "rPr")
    return _has(mark, "del") or _has(mark, "moveFrom")


def _is_landscape(section: etree._Element) -> bool:
    size = child_of(section, "pgSz")
    if size is None:
        return False
    width, height = (whole_number(size.get(w(name))) or 0 for name in ("w", "h"))
    return width > height or (width == height == 0 and size.get(w("orient")) == "landscape")
