"""A sentence of the report as it is painted: the page's letters, a tint behind its figures."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from ui.kit import theme
from ui.pages.measures import FAMILIES

_TEXT_PT = 11.5
_BETWEEN_LINES = 3.0
_ROUND = 2.0
_BESIDE, _ABOVE = 1.5, 0.0
_FONTS: dict[str, QFont] = {}
Places = tuple[tuple[int, int], ...]


def text_font(*, italic: bool = False) -> QFont:
    """Return the letters of the report's text on the screen; they grow with the program's."""
    font = theme.font(_TEXT_PT, italic=italic)
    font.setFamilies(FAMILIES)
    return font


def line_gap() -> float:
    """Return the room between two lines, for the marks of two-storey letters."""
    return float(theme.scaled(_BETWEEN_LINES))


def words_height(text: str, font: QFont, width: float) -> float:
    """Return how high *text* is, wrapped to *width*."""
    _FONTS.setdefault(font.key(), QFont(font))
    layout = _laid(text, font.key(), round(width))
    last = layout.lineAt(layout.lineCount() - 1)
    # The field in which it is typed has the same room below its last line.
    return last.y() + last.height() + line_gap()


def paint_sentence(
    painter: QPainter, room: QRectF, text: str, places: Places, font: QFont,
    colours: tuple[QColor, QColor],
) -> None:  # fmt: skip
    """Paint *text* from the top of *room*; *colours* are those of the letters and the tint."""
    _FONTS.setdefault(font.key(), QFont(font))
    layout = _laid(text, font.key(), round(room.width()))
    letters, tint = colours
    painter.save()
    painter.translate(room.topLeft())
    painter.setPen(tint)
    painter.setBrush(tint)
    for start, end in places:
        for patch in _patches(layout, _units(text, start), _units(text, end)):
            painter.drawRoundedRect(patch, _ROUND, _ROUND)
    painter.setPen(letters)
    layout.draw(painter, QPointF(0, 0))
    painter.restore()


def _patches(layout: QTextLayout, start: int, end: int) -> list[QRectF]:
    """Return the rooms of letters, one a line."""
    patches = []
    for place in range(layout.lineCount()):
        line = layout.lineAt(place)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if first < end and start < last:
            left = _across(layout, place, max(start, first))
            right = _across(layout, place, min(end, last))
            patches.append(
                QRectF(left - _BESIDE, line.y() + _ABOVE, right - left + 2 * _BESIDE, line.height())
            )
    return patches


def _across(layout: QTextLayout, place: int, at: int) -> float:
    # Qt's type hints do not say what comes back: the place and the cursor.
    found: Any = layout.lineAt(place).cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)


def _units(text: str, place: int) -> int:
    # Qt counts UTF-16 units.
    return len(text[:place].encode("utf-16-le")) // 2


@lru_cache(maxsize=1024)
def _laid(text: str, font_key: str, width: int) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), _FONTS[font_key])
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height() + line_gap()
    layout.endLayout()
    return layout
