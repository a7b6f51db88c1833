"""Words of WordprocessingML: elements, units, bytes. Whoever adds children keeps their order."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NAMES = {"w": W, "r": R}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml publishes its type under no other name


def root(tag: str) -> Element:
    """Return the root element of a part."""
    return etree.Element(_word_name(tag), nsmap=NAMES)


def add(parent: Element, tag: str, **attributes: str | int) -> Element:
    """Add an element with attributes, all in Word's namespace, after the others."""
    child = etree.SubElement(parent, _word_name(tag))
    for name, value in attributes.items():
        child.set(_word_name(name), str(value))
    return child


def add_text(parent: Element, text: str) -> None:
    """Add words; without the mark Word drops blanks at their ends."""
    child = etree.SubElement(parent, _word_name("t"))
    child.text = text
    if text != text.strip():
        child.set(_XML_SPACE, "preserve")


@cache
def _word_name(name: str) -> str:
    return f"{{{W}}}{name}"


def to_bytes(element: Element) -> bytes:
    """Return the part that *element* is the root of."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips_of_mm(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def twips_of_pt(points: float) -> int:
    """Return a gap in twentieths of a point."""
    return round(points * 20)


def emus_of_mm(millimetres: float) -> int:
    """Return a length as drawings count it: 914 400 to the inch."""
    return round(millimetres * 914_400 / 25.4)


def half_points(points: float) -> int:
    """Return a font size as Word counts it."""
    return round(points * 2)


def eighth_points(points: float) -> int:
    """Return the thickness of a line as Word counts it."""
    return round(points * 8)


def column_twips(widths_mm: tuple[float, ...]) -> list[int]:
    """Return the widths of columns; together they are as wide as the whole, rounding aside."""
    edges = [twips_of_mm(sum(widths_mm[:place])) for place in range(len(widths_mm) + 1)]
    return [right - left for left, right in pairwise(edges)]
