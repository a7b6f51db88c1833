"""Columns by quarter: the current one filled, the others outlined, a number on every column."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tthc_desktop.domain.reporting.pictures import PictureBar, ReportPicture
from ui.charts.picture_look import PictureLook, put_words

_HEIGHT, _HIGHEST, _WIDEST, _PART = 150, 200, 96, 0.78
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def columns_height(look: PictureLook) -> float:
    """Return how high the picture is where nothing else says so."""
    return look.px(_HEIGHT) + 2 * look.line


def paint_columns(
    painter: QPainter, picture: ReportPicture, room: QRectF, look: PictureLook
) -> None:  # fmt: skip
    """Paint the columns of a picture into *room*; no axis, each has its number."""
    slot = min(room.width() / len(picture.bars), look.px(_WIDEST) / _PART)
    left = room.left() + (room.width() - slot * len(picture.bars)) / 2
    high_room = min(room.height() - 2 * look.line, look.px(_HIGHEST))
    foot = room.top() + look.line + high_room
    most = max((one.value or 0.0 for one in picture.bars), default=0.0) or 1.0
    for place, bar in enumerate(picture.bars):
        high = max(round(high_room * (bar.value or 0.0) / most), 0)
        middle = left + slot * (place + 0.5)
        column = QRectF(middle - slot * _PART / 2, foot - high, slot * _PART, high)
        _paint_column(painter, bar, column, look)
        name = QRectF(middle - slot / 2, foot, slot, look.line)
        font = look.strong if bar.is_current else look.text
        colour = look.paints.text if bar.is_current else look.paints.text2
        put_words(painter, name, bar.label, font, colour, _CENTRE)
    painter.setPen(QPen(look.paints.line2, 1))
    painter.drawLine(QLineF(left, foot, left + slot * len(picture.bars), foot))


def _paint_column(painter: QPainter, bar: PictureBar, column: QRectF, look: PictureLook) -> None:
    paints = look.paints
    if column.height():
        painter.setPen(QPen(paints.acc, 1))
        painter.setBrush(paints.acc if bar.is_current else paints.tint)
        painter.drawRect(column)
    above = QRectF(column.left(), column.top() - look.line, column.width(), look.line)
    wide = above.adjusted(-look.px(8), 0, look.px(8), 0)
    put_words(
        painter, wide, bar.words, look.strong if bar.is_current else look.text, paints.text, _CENTRE
    )
