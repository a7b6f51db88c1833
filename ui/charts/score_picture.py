"""Bars of points: filled as far as was reached, outlined to what there could be at most."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tthc_desktop.domain.reporting.pictures import ReportPicture
from ui.charts.picture_look import PictureLook, put_words

_BAR, _GAP, _BESIDE = 16, 9, 8
_NAME_PART = 0.42
_RIGHT = Qt.AlignmentFlag.AlignRight


def scores_height(picture: ReportPicture, width: float, look: PictureLook) -> float:
    """Return how high the picture is at a width."""
    return len(picture.bars) * _row(picture, width, look)


def paint_scores(
    painter: QPainter, picture: ReportPicture, room: QRectF, look: PictureLook
) -> None:
    """Paint a bar for each group into *room*, the points at its right.

    Where the names would be cut they stand above their bars.
    """
    height, strip = _row(picture, room.width(), look), look.px(_BAR)
    numbers = max(look.width(one.words, strong=True) for one in picture.bars) + look.px(_BESIDE)
    names = 0.0 if _is_narrow(picture, room.width(), look) else _names_width(picture, look)
    most = max(max(one.maximum or 0.0, one.value or 0.0) for one in picture.bars) or 1.0
    scale = (room.width() - names - numbers - 1) / most
    for place, bar in enumerate(picture.bars):
        row = QRectF(room.left(), room.top() + place * height, room.width(), height)
        if names:
            name = QRectF(row.left(), row.top(), names - look.px(_BESIDE), row.height())
            left, top = row.left() + names, row.center().y() - strip / 2
        else:
            name = QRectF(row.left(), row.top(), row.width(), look.line)
            left, top = row.left(), row.top() + look.line
        put_words(painter, name, bar.label, look.text, look.paints.text)
        painter.setPen(QPen(look.paints.acc, 1))
        painter.setBrush(look.paints.tint)
        painter.drawRect(QRectF(left, top, scale * (bar.maximum or 0.0), strip))
        painter.setBrush(look.paints.acc)
        painter.drawRect(QRectF(left, top, scale * (bar.value or 0.0), strip))
        points = QRectF(row.left(), top - strip, row.width(), 3 * strip)
        put_words(painter, points, bar.words, look.strong, look.paints.text, _RIGHT)


def _names_width(picture: ReportPicture, look: PictureLook) -> float:
    return max(look.width(one.label) for one in picture.bars) + look.px(_BESIDE)


def _is_narrow(picture: ReportPicture, width: float, look: PictureLook) -> bool:
    return _names_width(picture, look) > width * _NAME_PART


def _row(picture: ReportPicture, width: float, look: PictureLook) -> float:
    if _is_narrow(picture, width, look):
        return look.line + look.px(_BAR) + look.px(_GAP)
    return max(look.px(_BAR) + look.px(_GAP), look.line + 2)
