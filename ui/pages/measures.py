"""Lengths and fonts of the page in one device-free unit, so that screen and PDF break alike.

Every length comes from `nd30`; a line set for the screen's own resolution would break
elsewhere than on paper and space Times New Roman badly at small sizes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QRawFont

from tthc_desktop.document import nd30

UNITS_PER_INCH = 720
_POINTS_PER_INCH = 72
_MM_PER_INCH = 25.4
# The metric twin of Times New Roman, where the office's font is not installed.
FAMILIES = [nd30.FONT, "Liberation Serif"]


def units_of_mm(millimetres: float) -> float:
    """Return a length in page units."""
    return millimetres * UNITS_PER_INCH / _MM_PER_INCH


def units_of_pt(points: float) -> float:
    """Return a size or gap in page units."""
    return points * UNITS_PER_INCH / _POINTS_PER_INCH


def page_font(size_pt: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the document's font, its size in page units.

    No hinting and no kerning: advances are the font's own, as Word sets them by default.
    No ligatures: a search in the PDF must find the letters.
    """
    font = QFont(FAMILIES)
    font.setPixelSize(round(units_of_pt(size_pt)))
    font.setBold(bold)
    font.setItalic(italic)
    font.setKerning(False)
    font.setFeature(QFont.Tag("liga"), 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@dataclass(frozen=True, slots=True)
class LineHeight:
    """Height of a line at single spacing and how far its base line lies below its top."""

    height: float
    ascent: float


@lru_cache(maxsize=64)
def single_line(size_pt: float) -> LineHeight:
    """Return the single line of a size, from the font's own `hhea` table.

    Qt leaves out the table's line gap on some systems, which Word counts: 1.107 instead of
    1.150 times the size.
    """
    font = page_font(size_pt)
    raw = QRawFont.fromFont(font)
    table = raw.fontTable("hhea").data() if raw.isValid() else b""
    if len(table) < struct.calcsize(">4x3h") or not raw.unitsPerEm():
        metrics = QFontMetricsF(font)
        return LineHeight(metrics.height() + metrics.leading(), metrics.ascent())
    ascent, descent, gap = struct.unpack_from(">4x3h", table)
    scale = font.pixelSize() / raw.unitsPerEm()
    return LineHeight((ascent - descent + gap) * scale, ascent * scale)
