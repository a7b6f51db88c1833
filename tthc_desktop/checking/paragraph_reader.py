"""One paragraph of Word's XML as a fact: its runs with their effective looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tthc_desktop.checking.drawn_lines import drawn_lines
from tthc_desktop.checking.facts import CellPlace, Paragraph, RunFact
from tthc_desktop.checking.looks import LetterLook, ParagraphLook, Values, letter_look
from tthc_desktop.checking.looks import paragraph_look as look_of
from tthc_desktop.checking.style_sheet import StyleSheet
from tthc_desktop.checking.written import written_letters, written_paragraph
from tthc_desktop.document.word_xml import Element
from tthc_desktop.reading.word_names import child_of, flattened, value_of, w
from tthc_desktop.reading.word_numbering import AutomaticNumbers
from tthc_desktop.reading.word_paragraph import Aside

_RUN, _TEXT, _FIELD = w("r"), w("t"), w("fldChar")
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n",
          w("noBreakHyphen"): "-", w("sym"): "•"}  # fmt: skip
_GRAPHICS = (w("drawing"), w("pict"), w("object"))


@dataclass(frozen=True)
class Surroundings:
    """Where a paragraph stands."""

    section: int = 0
    width: int = 0
    cell: CellPlace | None = None
    table_style: str | None = None


@dataclass
class ParagraphReader:
    """Reads paragraphs in order: automatic numbers count through the document."""

    styles: StyleSheet
    numbers: AutomaticNumbers
    list_indents: Mapping[tuple[int, int], Values]
    theme: Mapping[str, str]
    aside: Aside
    _fields: list[bool] = field(default_factory=list)

    def read(self, element: Element, around: Surroundings) -> Paragraph:
        """Return the paragraph; Refused where the document is longer than any we take."""
        self.aside.count_paragraph()
        properties = child_of(element, "pPr")
        style_id = value_of(properties, "pStyle")
        base = self.styles.paragraph(style_id, around.table_style)
        look, label = self._look(base.paragraph, written_paragraph(properties), style_id)
        self._fields.clear()
        runs = tuple(self._runs(element, base.letters))
        has_graphic = any(next(element.iter(name), None) is not None for name in _GRAPHICS)
        return Paragraph(
            runs,
            look,
            around.section,
            around.width,
            label,
            style_id or "",
            around.cell,
            drawn_lines(element) if has_graphic else (),
        )

    def _look(self, base: Values, own: Values, style_id: str | None) -> tuple[ParagraphLook, str]:
        """Return the look with the indents of an automatic list, and the number it prints."""
        look = look_of({**base, **own})
        if not look.list_id:
            return look, ""
        level = look.list_level
        if level is None:
            level = self.numbers.level_of_style(look.list_id, style_id)
        indents = self.list_indents.get((look.list_id, level), {})
        merged = {**base, **indents, **own} if "list_id" in own else {**indents, **base, **own}
        label = self.numbers.next_label(look.list_id, level)
        return look_of(merged), label.text if label else ""

    def _runs(self, element: Element, base: Values) -> Iterator[RunFact]:
        for run in flattened(element):
            if run.tag != _RUN:
                continue
            text = "".join(self._texts(run))
            self.aside.count_run(text)
            look = self._letters(child_of(run, "rPr"), base) if text else None
            if look and not look.hidden:
                yield RunFact(text.upper() if look.capitals else text, look)

    def _letters(self, properties: Element | None, base: Values) -> LetterLook:
        if properties is None:
            return letter_look(base)
        style = self.styles.letters(value_of(properties, "rStyle"))
        return letter_look({**base, **style, **written_letters(properties, self.theme)})

    def _texts(self, run: Element) -> Iterator[str]:
        for child in flattened(run):
            if child.tag == _FIELD:
                self._turn_field(child.get(w("fldCharType")))
            elif not any(self._fields):
                yield (child.text or "") if child.tag == _TEXT else _SIGNS.get(child.tag, "")

    def _turn_field(self, kind: str | None) -> None:
        """Follow a field: its code is not shown, its result is; codes nest in codes."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()
