"""How wide a text in Times New Roman is, without any toolkit.

Rules are as long as their words and a name wraps or not before Word or Qt is asked, so the
layout needs widths of its own. They come from the advance widths of the metric twin
Liberation Serif; no kerning, as Word sets Times New Roman by default.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import resources

MM_PER_POINT = 25.4 / 72
_TABLE = "fonts/times_new_roman_widths.json"
# A figure's width, for the rare character that the table lacks.
_ELSE = 1024

Measure = Callable[[str], float]


def text_width_mm(text: str, size_pt: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of *text* on one line."""
    advances, units_per_em = _advances(bold=bold, italic=italic)
    units = 0
    for character in text:
        width = advances.get(character)
        if width is None:
            width = 0 if unicodedata.combining(character) else _ELSE
        units += width
    return units * size_pt * MM_PER_POINT / units_per_em


def measure_of(size_pt: float, *, bold: bool = False, italic: bool = False) -> Measure:
    """Return a function that measures texts of one look."""
    return lambda text: text_width_mm(text, size_pt, bold=bold, italic=italic)


@lru_cache
def _advances(*, bold: bool, italic: bool) -> tuple[dict[str, int], int]:
    table = json.loads(resources.text(_TABLE))
    face = "_".join(word for word, on in (("bold", bold), ("italic", italic)) if on) or "regular"
    return {
        chr(int(first) + place): width
        for first, stretch in table[face].items()
        for place, width in enumerate(stretch)
    }, table["units_per_em"]
