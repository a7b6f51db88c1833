"""Stacked bars with the hatches of the states, one a unit, and a legend with counts below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from tthc_desktop.domain.reporting.pictures import PictureBar
from tthc_desktop.use_cases.unit_states import PARTS
from ui.charts.picture_look import PictureLook, put_words
from ui.kit.hatched_bar import paint_hatched
from ui.kit.state_look import StateLook, state_look

Bars = tuple[PictureBar, ...]
_BETWEEN, _BAR, _GAP, _TOTAL, _SWATCH = 2, 18, 10, 40, 12
_NAME_PART = 0.52
_NARROW = 430
_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_STATES = {words: states[0] for words, states in PARTS}


def stacked_height(bars: Bars, width: float, look: PictureLook) -> float:
    """Return how high the picture of so many units is at a width."""
    columns = _legend_columns(bars, width, look)
    rows = -(-len(_legend(bars)) // columns)
    return len(bars) * _row(bars, width, look) + look.px(_GAP) + rows * look.line


def paint_stacked(painter: QPainter, bars: Bars, room: QRectF, look: PictureLook) -> None:
    """Paint the bars of units into *room*; names that would be cut stand above them."""
    names = 0.0 if _is_narrow(bars, room.width(), look) else _names_width(bars, look)
    most = max((one.value or 0.0 for one in bars), default=0.0) or 1.0
    width = room.width() - names - (0 if not names else look.px(_TOTAL))
    top = room.top()
    for one in bars:
        strip = QRectF(room.left() + names, top, width * (one.value or 0.0) / most, look.px(_BAR))
        if names:
            name = QRectF(room.left(), top, names - look.px(_GAP), strip.height())
            total = QRectF(strip.right() + look.px(6), top, look.px(_TOTAL), strip.height())
            put_words(painter, total, one.words, look.strong, look.paints.text)
        else:
            name = QRectF(room.left(), top, room.width() - look.px(_TOTAL), look.line)
            total = QRectF(room.left(), top, room.width(), look.line)
            put_words(painter, total, one.words, look.strong, look.paints.text, _RIGHT)
            strip.translate(0, look.line)
        put_words(painter, name, one.label, look.text, look.paints.text)
        _paint_parts(painter, one, strip, look)
        top += _row(bars, room.width(), look)
    _paint_legend(painter, bars, QRectF(room.left(), top + look.px(_GAP), room.width(), 0), look)


def _paint_parts(painter: QPainter, bar: PictureBar, strip: QRectF, look: PictureLook) -> None:
    left = strip.left()
    for part in bar.parts:
        if not part.count:
            continue
        width = strip.width() * part.count / (bar.value or 1.0)
        start, end = round(left), round(left + width)
        place = QRectF(start, strip.top(), max(end - start - look.px(_BETWEEN), 1), strip.height())
        paint_hatched(painter, place, _look_of(part.words, look))
        left += width
        number = look.width(str(part.count), strong=True) + look.px(6)
        if number <= place.width() - 2:
            pill = QRectF(0, 0, number, place.height() - look.px(4))
            pill.moveCenter(place.center())
            painter.fillRect(pill, look.paints.surf)
            colour = _look_of(part.words, look).colour
            put_words(painter, pill, str(part.count), look.strong, colour, _CENTRE)


def _paint_legend(painter: QPainter, bars: Bars, room: QRectF, look: PictureLook) -> None:
    columns = _legend_columns(bars, room.width(), look)
    for place, (words, told) in enumerate(_legend(bars)):
        row, column = divmod(place, columns)
        size = look.px(_SWATCH)
        left = room.left() + column * room.width() / columns
        entry = QRectF(left, room.top() + row * look.line, room.width() / columns, look.line)
        swatch = QRectF(entry.left() + 1, entry.center().y() - size / 2, size * 1.6, size)
        paint_hatched(painter, swatch, _look_of(words, look))
        put_words(
            painter, entry.adjusted(size * 1.6 + look.px(7), 0, 0, 0), told, look.text,
            look.paints.text,
        )  # fmt: skip


def _legend(bars: Bars) -> list[tuple[str, str]]:
    """Return the states that there are with their counts, in the order of the parts."""
    counts: dict[str, int] = {}
    for one in bars:
        for part in one.parts:
            counts[part.words] = counts.get(part.words, 0) + part.count
    return [(words, f"{words}: {count}") for words, count in counts.items() if count]


def _legend_columns(bars: Bars, width: float, look: PictureLook) -> int:
    widest = max((look.width(told) for _, told in _legend(bars)), default=1.0)
    needed = widest + look.px(_SWATCH) * 1.6 + look.px(20)
    return max(1, min(4, int(width / needed)))


def _names_width(bars: Bars, look: PictureLook) -> float:
    return max((look.width(one.label) for one in bars), default=0.0) + look.px(_GAP) + 2


def _is_narrow(bars: Bars, width: float, look: PictureLook) -> bool:
    return width < look.px(_NARROW) or _names_width(bars, look) > width * _NAME_PART


def _row(bars: Bars, width: float, look: PictureLook) -> float:
    name = look.line if _is_narrow(bars, width, look) else 0
    return look.px(_BAR) + look.px(_GAP) + name


def _look_of(words: str, look: PictureLook) -> StateLook:
    return state_look(_STATES.get(words, PARTS[-1][1][0]), look.palette)
