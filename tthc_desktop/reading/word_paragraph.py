"""The words of one Word paragraph: runs as accepted, fields as shown, boxes and notes aside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn, Self

from lxml import etree

from tthc_desktop.domain.text_run import Run
from tthc_desktop.errors import Refused
from tthc_desktop.reading.limits import LIMITS
from tthc_desktop.reading.word_names import child_of, flattened, value_of, w
from tthc_desktop.reading.word_styles import CharacterLook, Styles, character_look

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RUN, _TEXT, _FIELD = w("r"), w("t"), w("fldChar")
_BREAKS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n",
           w("noBreakHyphen"): "-", w("sym"): "•"}  # fmt: skip
_SILENT = frozenset({w("rPr"), w("softHyphen"), w("lastRenderedPageBreak"), w("annotationRef")})
_GRAPHICS = frozenset({w("drawing"), w("pict"), w("object")})
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_ASIDE = frozenset({*_GRAPHICS, *_NOTES, w("commentReference")})


@dataclass
class Aside:
    """What a document holds beside its running text; filled while it is read."""

    name: str = ""
    hidden: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: int = 0
    formulas: list[str] = field(default_factory=list)
    comments: int = 0
    characters: int = 0
    runs: int = 0
    paragraphs: int = 0
    foreign_letters: int = 0
    legacy_characters: int = 0
    legacy_fonts: set[str] = field(default_factory=set)

    def count_run(self, text: str) -> None:
        """Count a run; Refused where a document is longer than any plan."""
        self.runs += 1
        self.characters += len(text)
        if self.runs > LIMITS.runs or self.characters > LIMITS.characters:
            self.refuse_length()

    def count_paragraph(self) -> None:
        """Count a paragraph, also one of a cell."""
        self.paragraphs += 1
        if self.paragraphs > LIMITS.paragraphs:
            self.refuse_length()

    def refuse_length(self) -> NoReturn:
        """Say that the document is too long."""
        raise Refused(
            f"Tệp “{self.name}” quá dài cho một kế hoạch. "
            "Hãy lưu riêng phần kế hoạch thành tệp mới."
        )


@dataclass
class ParagraphWords:
    """Collects the runs of one paragraph and the text boxes anchored in it."""

    styles: Styles
    aside: Aside
    look: CharacterLook
    properties: etree._Element | None = None
    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    _fields: list[bool] = field(default_factory=list)

    @classmethod
    def of(cls, paragraph: etree._Element, styles: Styles, aside: Aside) -> Self:
        """Return an empty collection in the look of the paragraph's style."""
        properties = child_of(paragraph, "pPr")
        _, look = styles.paragraph(value_of(properties, "pStyle"))
        return cls(styles, aside, look, properties)

    def take(self, paragraph: etree._Element) -> None:
        """Take all that the paragraph shows, in order."""
        for child in flattened(paragraph):
            if child.tag == _RUN:
                self._take_run(child)
            elif child.tag in {f"{_MATHS}oMath", f"{_MATHS}oMathPara"}:
                self._take_formula(child)
            elif child.tag in _GRAPHICS:
                self._take_graphic(child)

    def _take_run(self, run: etree._Element) -> None:
        properties = child_of(run, "rPr")
        look = self.look
        if properties is not None:
            style = self.styles.characters(value_of(properties, "rStyle"))
            look = character_look(properties).over(style.over(look))
        text = "".join(self._texts(run))
        self.aside.count_run(text)
        if not text:
            return
        if look.hidden:
            self.aside.hidden.append(text)
            return
        if look.font:
            self._note_font(look.font, text)
        text = text.upper() if look.capitals else text
        self.runs.append(Run(text, bool(look.bold), bool(look.italic)))

    def _texts(self, run: etree._Element) -> Iterator[str]:
        for child in flattened(run):
            if child.tag == _FIELD:
                self._turn_field(child.get(w("fldCharType")))
            elif child.tag in _ASIDE:
                self._take_aside(child)
            elif child.tag not in _SILENT and not any(self._fields):
                yield (child.text or "") if child.tag == _TEXT else _other_text(child)

    def _take_aside(self, element: etree._Element) -> None:
        """Take what stands in a run without being text of the line."""
        if element.tag in _GRAPHICS:
            self._take_graphic(element)
        elif element.tag in _NOTES:
            self.aside.notes.append((_NOTES[element.tag], element.get(w("id"), "")))
        else:
            self.aside.comments += 1

    def _turn_field(self, kind: str | None) -> None:
        """Follow a field: its code is not shown, its result is; codes nest in codes."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _take_graphic(self, graphic: etree._Element) -> None:
        boxes = [box for box in graphic.iter(w("txbxContent")) if not _is_inner(box, graphic)]
        self.boxes.extend(boxes)
        pictures = [*graphic.iter(f"{_DRAWING}blip"), *graphic.iter(f"{_VML}imagedata")]
        self.aside.pictures += len(pictures)

    def _take_formula(self, formula: etree._Element) -> None:
        self.aside.formulas.append(_text_in(formula, f"{_MATHS}t"))

    def _note_font(self, font: str, text: str) -> None:
        if font.casefold().startswith((".vn", "vni-", "vni ")):
            self.aside.legacy_fonts.add(font)
            self.aside.legacy_characters += len(text)
            # Letters only Unicode has: the font is a leftover, the text is not legacy.
            self.aside.foreign_letters += sum(c in "ăđơưĂĐƠƯ" or "ạ" <= c <= "ỹ" for c in text)


def _other_text(element: etree._Element) -> str:
    return _BREAKS.get(element.tag) or _text_in(element, _TEXT)


def _text_in(element: etree._Element, name: str) -> str:
    return "".join(one.text or "" for one in element.iter(name))


def _is_inner(box: etree._Element, graphic: etree._Element) -> bool:
    for ancestor in box.iterancestors():
        if ancestor is graphic:
            return False
        if ancestor.tag == w("txbxContent"):
            return True
    return False
