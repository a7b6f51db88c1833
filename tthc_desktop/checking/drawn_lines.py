"""Lines drawn in a paragraph: shapes of today's Word and of Word before 2010. Lengths in twips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tthc_desktop.checking.written import twips
from tthc_desktop.document.word_xml import Element

_WORD_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_EMU_PER_TWIP = 635
_STRAIGHT = frozenset({"line", "straightConnector1"})
_WIDTH = re.compile(r"(?:^|;)\s*width:\s*([-\d.]+\w*)")
# A line is as good as level when it rises by less than this part of its length.
_LEVEL = 0.1


def drawn_lines(paragraph: Element) -> tuple[int, ...]:
    """Return the lengths of the level lines that are anchored in *paragraph*."""
    new = [*_shapes(paragraph)]
    # A file for both kinds of Word says every line twice.
    return tuple(new or _old_lines(paragraph))


def _shapes(paragraph: Element) -> Iterator[int]:
    for extent in paragraph.iter(f"{_WORD_DRAWING}extent"):
        held = extent.getparent()
        forms = () if held is None else held.iter(f"{_DRAWING}prstGeom")
        across, down = _emu(extent.get("cx")), _emu(extent.get("cy"))
        if any(form.get("prst") in _STRAIGHT for form in forms) and down <= across * _LEVEL:
            yield across // _EMU_PER_TWIP


def _old_lines(paragraph: Element) -> Iterator[int]:
    for line in paragraph.iter(f"{_VML}line"):
        start, end = (_point(line.get(name, "")) for name in ("from", "to"))
        if abs(end[1] - start[1]) <= abs(end[0] - start[0]) * _LEVEL:
            yield abs(end[0] - start[0])
    for shape in paragraph.iter(f"{_VML}shape"):
        width = _WIDTH.search(shape.get("style", ""))
        if shape.get(f"{_OFFICE}connectortype") == "straight" and width:
            yield abs(twips(width[1]) or 0)


def _emu(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 12 else 0


def _point(text: str) -> tuple[int, int]:
    across, _, down = text.partition(",")
    return twips(across.strip()) or 0, twips(down.strip()) or 0
