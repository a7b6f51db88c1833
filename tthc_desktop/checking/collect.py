"""A gated Word file becomes facts, in one walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from tthc_desktop.checking.facts import Block, CellPlace, DocumentFacts, Paragraph, Row, Table
from tthc_desktop.checking.paragraph_reader import ParagraphReader, Surroundings
from tthc_desktop.checking.section_reader import SectionReader, section_elements, text_width
from tthc_desktop.checking.style_sheet import StyleSheet, list_indents, theme_fonts
from tthc_desktop.checking.table_shape import TableShape
from tthc_desktop.document.word_xml import Element
from tthc_desktop.errors import Refused
from tthc_desktop.reading.gate import GatedPackage
from tthc_desktop.reading.limits import LIMITS
from tthc_desktop.reading.word_names import child_of, flag_of, flattened, w
from tthc_desktop.reading.word_numbering import AutomaticNumbers
from tthc_desktop.reading.word_paragraph import Aside


def collect_facts(package: GatedPackage) -> DocumentFacts:
    """Return the facts of a Word file; Refused for one without a body, or too long."""
    root = package.xml(package.main_part)
    body = child_of(root, "body")
    if body is None:
        raise Refused(f"Tệp “{package.name}” không có nội dung. Hãy chọn tệp khác.")
    reader = _reader(package)
    elements = list(section_elements(body))
    walk = _Walk(reader, [text_width(one) for one in elements])
    blocks = tuple(walk.blocks(body, Surroundings(width=walk.width), 0))
    sections = SectionReader(package, reader)
    return DocumentFacts(blocks, tuple(map(sections.read, elements)), tuple(sections.margins))


def _reader(package: GatedPackage) -> ParagraphReader:
    links = package.relationships(package.main_part).values()
    parts = {link.kind: link.target for link in links}
    theme = theme_fonts(package.xml(parts.get("theme", "")))
    numbering = package.xml(parts.get("numbering", ""))
    return ParagraphReader(
        StyleSheet(package.xml(parts.get("styles", "")), theme),
        AutomaticNumbers(numbering),
        list_indents(numbering),
        theme,
        Aside(package.name),
    )


@dataclass
class _Walk:
    """Walks the body once, counting sections and tables on its way."""

    reader: ParagraphReader
    widths: list[int]
    section: int = 0
    _tables: int = field(default=0, init=False)

    @property
    def width(self) -> int:
        """The text's width in the present section."""
        return self.widths[self.section] if self.section < len(self.widths) else 0

    def blocks(self, parent: Element, around: Surroundings, depth: int) -> Iterator[Block]:
        """Yield what *parent* holds; what is nested deeper than any office does is left out."""
        for block in flattened(parent):
            if block.tag == w("p"):
                yield self.reader.read(block, around)
                yield from self._boxes(block, depth)
                if child_of(child_of(block, "pPr"), "sectPr") is not None:
                    self.section += 1
                    around = Surroundings(self.section, self.width)
            elif block.tag == w("tbl") and depth < LIMITS.table_depth:
                yield self._table(block, around, depth + 1)

    def _boxes(self, paragraph: Element, depth: int) -> Iterator[Block]:
        """Yield the text boxes anchored in a paragraph, in their newer form."""
        if depth >= LIMITS.table_depth or next(paragraph.iter(w("txbxContent")), None) is None:
            return
        around = Surroundings(self.section)
        for run in flattened(paragraph):
            for graphic in flattened(run):
                for box in graphic.iter(w("txbxContent")):
                    yield from self.blocks(box, around, depth + 1)

    def _table(self, element: Element, around: Surroundings, depth: int) -> Table:
        self._tables += 1
        place = self._tables
        shape = TableShape.of(element, self.reader.styles, around.width)
        rows = tuple(
            self._row(row, shape, place, number, depth)
            for number, row in enumerate(_children(element, "tr"), 1)
        )
        return Table(place, self.section, rows, shape.width, around.width, shape.ruled)

    def _row(self, element: Element, shape: TableShape, table: int, number: int, depth: int) -> Row:
        cells = list(_children(element, "tc"))
        widths = shape.cell_widths(cells)
        held = tuple(
            self._cell(cell, width, CellPlace(table, number, column, len(cells)), shape, depth)
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True), 1)
        )
        return Row(held, flag_of(child_of(element, "trPr"), "tblHeader") is True)

    def _cell(
        self, element: Element, width: int, place: CellPlace, shape: TableShape, depth: int
    ) -> tuple[Paragraph, ...]:
        around = Surroundings(self.section, width, place, shape.style)
        return tuple(_paragraphs(self.blocks(element, around, depth)))


def _paragraphs(blocks: Iterator[Block]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a cell, also those of a table inside it."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from block.paragraphs


def _children(parent: Element, name: str) -> Iterator[Element]:
    return (one for one in flattened(parent) if one.tag == w(name))
