"""What `w:rPr` and `w:pPr` write, as values by the names of the looks; the rest is absent."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from tthc_desktop.checking.looks import UNRESOLVED
from tthc_desktop.document.word_xml import Element
from tthc_desktop.reading.word_names import OFF, child_of, number_of, w

_FLAGS = {w("b"): "bold", w("i"): "italic", w("caps"): "capitals", w("vanish"): "hidden"}
_VALUE, _RULE = w("val"), w("lineRule")
_LENGTH = re.compile(r"^(-?\d{1,7}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|pi)?$")
_TWIPS = {"mm": 1440 / 25.4, "cm": 14400 / 25.4, "in": 1440.0, "pt": 20.0, "pc": 240.0,
          "pi": 240.0}  # fmt: skip
_DRAWN = frozenset({"nil", "none", ""})
_AUTO_GAP = 280  # what Word takes for "auto" before and after: 14 pt
_LINE_GAP = 2.4  # hundredths of a line, in twips


def twips(text: str | None) -> int | None:
    """Return a length in twips, None for none or nonsense."""
    found = _LENGTH.match(text) if text else None
    if found is None:
        return None
    return round(float(found[1]) * _TWIPS.get(found[2] or "", 1.0))


def length_of(element: Element | None, *names: str) -> int | None:
    """Return the first of these attributes that is a length."""
    if element is None:
        return None
    found = (twips(element.get(w(name))) for name in names)
    return next((one for one in found if one is not None), None)


def is_on(element: Element) -> bool:
    """Whether a switch is on."""
    return element.get(_VALUE, "") not in OFF


def written_letters(properties: Element | None, theme: Mapping[str, str]) -> dict[str, object]:
    """Return what a `w:rPr` writes; *theme* names the fonts of the file's theme."""
    values: dict[str, object] = {}
    for child in () if properties is None else properties:
        name = _FLAGS.get(child.tag)
        if name:
            values[name] = is_on(child)
        else:
            _take_letters(values, child, theme)
    return values


def _take_letters(values: dict[str, object], child: Element, theme: Mapping[str, str]) -> None:
    value = child.get(_VALUE, "")
    match child.tag.rpartition("}")[2]:
        case "sz":
            size = twips(value)
            if size is not None and size > 0:
                values["size_pt"] = size / 2
        case "u":
            values["underlined"] = value not in OFF
        case "color":
            values["colour"] = (value or child.get(w("themeColor"), "auto")).upper()
        case "vertAlign":
            values["raised"] = value in {"superscript", "subscript"}
        case "rFonts":
            values |= _written_fonts(child, theme)


def _written_fonts(child: Element, theme: Mapping[str, str]) -> dict[str, str]:
    fonts: dict[str, str] = {}
    for name, slot in (("ascii", "ascii_font"), ("hAnsi", "high_font")):
        themed = child.get(w(f"{name}Theme"))
        font = theme.get(themed, UNRESOLVED) if themed else child.get(w(name))
        if font is not None:
            fonts[slot] = font
    return fonts


def written_paragraph(properties: Element | None) -> dict[str, object]:
    """Return what a `w:pPr` writes."""
    values: dict[str, object] = {}
    for child in () if properties is None else properties:
        _take_paragraph(values, child)
    return values


def _take_paragraph(values: dict[str, object], child: Element) -> None:
    match child.tag.rpartition("}")[2]:
        case "jc":
            values["alignment"] = _alignment(child.get(_VALUE, ""))
        case "ind":
            values |= written_indents(child)
        case "spacing":
            values |= _written_spacing(child)
        case "contextualSpacing":
            values["contextual"] = is_on(child)
        case "numPr":
            values |= {
                name: number
                for name, tag in (("list_id", "numId"), ("list_level", "ilvl"))
                if (number := number_of(child, tag)) is not None
            }
        case "pBdr":
            values["ruled_above"] = _is_ruled(child, "top")
            values["ruled_below"] = _is_ruled(child, "bottom")
        case "framePr":
            values["framed_centred"] = child.get(w("xAlign")) == "center"


def written_indents(element: Element | None) -> dict[str, object]:
    """Return what a `w:ind` writes."""
    values: dict[str, object] = {}
    left, right = length_of(element, "left", "start"), length_of(element, "right", "end")
    first, hanging = length_of(element, "firstLine"), length_of(element, "hanging")
    if left is not None:
        values["left"] = left
    if right is not None:
        values["right"] = right
    if hanging is not None or first is not None:
        values["first_line"] = (first or 0) if hanging is None else -hanging
    return values


def _written_spacing(element: Element) -> dict[str, object]:
    values: dict[str, object] = {}
    for name in ("before", "after"):
        lines, gap = length_of(element, f"{name}Lines"), length_of(element, name)
        if element.get(w(f"{name}Autospacing"), "0") not in OFF:
            values[name] = _AUTO_GAP
        elif lines:
            values[name] = math.floor(lines * _LINE_GAP)
        elif gap is not None:
            values[name] = gap
    line = length_of(element, "line")
    if line is not None:
        values["line"], values["line_rule"] = line, element.get(_RULE, "auto")
    return values


def _alignment(value: str) -> str:
    return {"start": "left", "end": "right"}.get(value, value)


def _is_ruled(borders: Element, edge: str) -> bool:
    found = child_of(borders, edge)
    return found is not None and found.get(_VALUE, "") not in _DRAWN
