"""Sections of a Word file with the headers and footers that work in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tthc_desktop.checking.facts import Margin, Paragraph, Section
from tthc_desktop.checking.paragraph_reader import ParagraphReader, Surroundings
from tthc_desktop.checking.written import length_of
from tthc_desktop.document.word_xml import Element, R
from tthc_desktop.reading.gate import GatedPackage
from tthc_desktop.reading.limits import LIMITS
from tthc_desktop.reading.word_names import child_of, flag_of, flattened, w, whole_number

_DEFAULT, _FIRST = "default", "first"
_LETTER_PAGE = (12240, 15840)  # Word's own page where a section says none
_WORDS_MARGIN = 1440


def section_elements(body: Element) -> Iterator[Element]:
    """Yield the properties of each section, in order."""
    for block in flattened(body):
        found = block if block.tag == w("sectPr") else child_of(child_of(block, "pPr"), "sectPr")
        if found is not None:
            yield found


def text_width(element: Element) -> int:
    """Return the width between the margins of a section, in twips."""
    size, margins = child_of(element, "pgSz"), child_of(element, "pgMar")
    width = length_of(size, "w") or _LETTER_PAGE[0]
    left, right, gutter = (_margin(margins, name) for name in ("left", "right", "gutter"))
    return width - left - right - gutter


@dataclass
class SectionReader:
    """Reads sections in order: a header that is not written is the one before."""

    package: GatedPackage
    reader: ParagraphReader
    margins: list[Margin] = field(default_factory=list)
    _parts: dict[str, Margin] = field(default_factory=dict)
    _held: dict[tuple[str, str], Margin] = field(default_factory=dict)

    def read(self, element: Element) -> Section:
        """Return a section."""
        self._take_references(element)
        size, margins = child_of(element, "pgSz"), child_of(element, "pgMar")
        numbers = child_of(element, "pgNumType")
        start = None if numbers is None else whole_number(numbers.get(w("start")))
        none = Margin()
        kinds = (_DEFAULT, _FIRST)
        return Section(
            length_of(size, "w") or _LETTER_PAGE[0],
            length_of(size, "h") or _LETTER_PAGE[1],
            _margin(margins, "top"),
            _margin(margins, "bottom"),
            _margin(margins, "left") + _margin(margins, "gutter"),
            _margin(margins, "right"),
            flag_of(element, "titlePg") is True,
            start,
            self._held.get(("header", _DEFAULT), none),
            self._held.get(("header", _FIRST), none),
            tuple(self._held[key] for kind in kinds if (key := ("footer", kind)) in self._held),
        )

    def _take_references(self, element: Element) -> None:
        links = self.package.relationships(self.package.main_part)
        for place in ("header", "footer"):
            for reference in element.iterchildren(w(f"{place}Reference")):
                link = links.get(reference.get(f"{{{R}}}id", ""))
                if link:
                    kind = reference.get(w("type"), _DEFAULT)
                    self._held[place, kind] = self._margin(link.target)

    def _margin(self, part: str) -> Margin:
        if part not in self._parts:
            self._parts[part] = _read_margin(self.package, part, self._paragraph)
            self.margins.append(self._parts[part])
        return self._parts[part]

    def _paragraph(self, element: Element) -> Paragraph:
        return self.reader.read(element, Surroundings())


def _read_margin(package: GatedPackage, part: str, read: Callable[[Element], Paragraph]) -> Margin:
    data = package.part(part) or b""
    root = package.xml(part) if 0 < len(data) <= LIMITS.margin_bytes else None
    elements = () if root is None else tuple(root.iter(w("p")))
    held = [(element, read(element)) for element in elements]
    number = next((one for element, one in held if _has_page_field(element)), None)
    return Margin(tuple(one for _, one in held), number)


def _has_page_field(paragraph: Element) -> bool:
    simple = (one.get(w("instr"), "") for one in paragraph.iter(w("fldSimple")))
    codes = "".join(one.text or "" for one in paragraph.iter(w("instrText")))
    return any("PAGE" in code.upper().split() for code in (*simple, codes))


def _margin(margins: Element | None, name: str) -> int:
    length = length_of(margins, name)
    if length is None:
        return 0 if name == "gutter" or margins is not None else _WORDS_MARGIN
    return abs(length)
