"""Words painted into a cell: wrapped to so many lines, the last one cut with "…"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from ui.kit.theme import line_height

ELLIPSIS = "…"
_MANY_LINES = 200
# Fonts by their key: one made anew from its key is wider than the one it came from.
_FONTS: dict[str, QFont] = {}


def paint_words(
    painter: QPainter,
    room: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    lines: int = 2,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Paint *text* centred in the height of *room*, in at most *lines* lines."""
    if not text:
        return
    painter.setFont(font)
    painter.setPen(colour)
    key = font.key()
    _FONTS.setdefault(key, QFont(font))
    broken = _lines_of(text, key, room.width(), lines)
    height = line_height(font)
    top = room.center().y() - height * len(broken) / 2
    for place, line in enumerate(broken):
        strip = QRectF(room.left(), top + place * height, room.width(), height)
        painter.drawText(strip, align | Qt.AlignmentFlag.AlignVCenter, line)


@lru_cache(maxsize=2048)
def _lines_of(text: str, font_key: str, width: float, lines: int) -> tuple[str, ...]:
    """Return the lines of *text*, kept: the same cells are painted again and again."""
    return tuple(_broken(text, _FONTS[font_key], width, lines))


def _broken(text: str, font: QFont, width: float, lines: int) -> Iterator[str]:
    metrics = QFontMetricsF(font)
    for paragraph in text.split("\n"):
        if lines <= 0:
            return
        if metrics.horizontalAdvance(paragraph) <= width:
            lines -= 1
            yield paragraph
            continue
        for line in _wrapped(paragraph, font, width, lines):
            lines -= 1
            yield line


def _wrapped(text: str, font: QFont, width: float, lines: int) -> Iterator[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    # One line more than wanted tells whether anything is left to cut.
    while len(starts) <= lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        starts.append(line.textStart())
    layout.endLayout()
    shown = starts[:lines]
    for start, end in zip(shown, [*shown[1:], None], strict=True):
        if end is None and len(starts) > lines:
            rest = text[start : start + 2 * (starts[lines] - start) + 8]
            metrics = QFontMetricsF(font)
            yield metrics.elidedText(rest + ELLIPSIS, Qt.TextElideMode.ElideRight, width)
        else:
            yield text[start:end].strip()


def line_count(text: str, font: QFont, width: float) -> int:
    """Return how many lines *text* takes at a width."""
    return sum(1 for _ in _broken(text, font, width, _MANY_LINES))
