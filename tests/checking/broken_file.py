"""A Word file that a test breaks, by its words."""

from __future__ import annotations

import copy
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Pt, RGBColor, Twips
from docx.text.paragraph import Paragraph
from lxml import etree

_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


class BrokenFile:
    """Finds paragraphs by their first words, wherever they stand."""

    def __init__(self, path: Path) -> None:
        self.document: Document = docx.Document(str(path))

    def section(self, number: int = 1) -> Section:
        return self.document.sections[number - 1]

    def paragraphs(self, start: str) -> list[Paragraph]:
        found = [
            Paragraph(one, self.document) for one in self.document.element.body.iter(qn("w:p"))
        ]
        return [one for one in found if one.text.strip().startswith(start)]

    def paragraph(self, start: str, place: int = 1) -> Paragraph:
        return self.paragraphs(start)[place - 1]

    def letters(
        self,
        start: str,
        *,
        place: int = 1,
        size: float | None = None,
        bold: bool | None = None,
        italic: bool | None = None,
        underline: bool | None = None,
        font: str | None = None,
        colour: str | None = None,
    ) -> None:
        """Change the letters of a paragraph."""
        for run in self.paragraph(start, place).runs:
            run.font.size = Pt(size) if size else run.font.size
            run.font.name = font or run.font.name
            if bold is not None:
                run.font.bold = bold
            if italic is not None:
                run.font.italic = italic
            if underline is not None:
                run.font.underline = underline
            if colour is not None:
                run.font.color.rgb = RGBColor.from_string(colour)

    def align(self, start: str, alignment: str) -> None:
        self.paragraph(start).alignment = _ALIGNMENTS[alignment]

    def spacing(
        self, start: str, *, before: float | None = None, line: float | None = None
    ) -> None:
        """Change the gap above in points, the line spacing as a multiple."""
        form = self.paragraph(start).paragraph_format
        form.space_before = form.space_before if before is None else Pt(before)
        form.line_spacing = line or form.line_spacing

    def indent(self, start: str, twips: int) -> None:
        self.paragraph(start).paragraph_format.first_line_indent = Twips(twips)

    def write(self, start: str, text: str, place: int = 1) -> None:
        """Replace the words of a paragraph, keeping the look of its first run."""
        first, *rest = self.paragraph(start, place).runs
        first.text = text
        for run in rest:
            run.text = ""

    def remove(self, start: str, place: int = 1) -> None:
        element = self.paragraph(start, place)._p
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    def copy_after(self, start: str, text: str) -> None:
        """Add a paragraph of the same look behind one."""
        old = self.paragraph(start)
        new = copy.deepcopy(old._p)
        old._p.addnext(new)
        Paragraph(new, old._parent).runs[0].text = text

    def rule_under(self, start: str) -> etree._Element:
        """Return the paragraph that draws the line under one."""
        for one in self.paragraph(start)._p.itersiblings(qn("w:p")):
            if one.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None:
                return one
        raise AssertionError(start)

    def set_rule_indent(self, start: str, twips: int) -> None:
        indent = self.rule_under(start).find(f"{qn('w:pPr')}/{qn('w:ind')}")
        assert indent is not None
        indent.set(qn("w:left"), str(twips))
        indent.set(qn("w:right"), str(twips))

    def remove_rule(self, start: str) -> None:
        rule = self.rule_under(start)
        borders = rule.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
        assert borders is not None
        borders.getparent().remove(borders)  # type: ignore[union-attr]

    def section_property(self, name: str, number: int = 1) -> etree._Element:
        found: etree._Element | None = self.section(number)._sectPr.find(qn(f"w:{name}"))
        assert found is not None
        return found

    def drop_section_property(self, name: str, number: int = 1) -> None:
        found = self.section_property(name, number)
        found.getparent().remove(found)  # type: ignore[union-attr]

    def ruled_table(self, number: int = 1) -> etree._Element:
        tables = self.document.element.body.iter(qn("w:tbl"))
        path = f"{qn('w:tblPr')}/{qn('w:tblBorders')}"
        found: list[etree._Element] = [one for one in tables if one.find(path) is not None]
        return found[number - 1]

    def add_run_property(self, start: str, name: str, **attributes: str) -> None:
        """Write a property of every run that python-docx does not know."""
        for run in self.paragraph(start).runs:
            element = OxmlElement(name)
            for key, value in attributes.items():
                element.set(qn(f"w:{key}"), value)
            run._r.get_or_add_rPr().insert(0, element)
