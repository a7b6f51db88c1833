"""The card of a conflict's side and the box of a change, painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.text_painting import paint_words

_RADIUS = 4
_IN = 3.5
_DOT_LEFT = 17
_WORDS_LEFT = 32
_LINES = 5


def paint_card(
    painter: QPainter, room: QRectF, palette: QPalette, words: str, *, is_on: bool
) -> None:
    """Paint one side of a conflict with its round mark; the chosen one has the accent."""
    paints = theme.paints(palette)
    card = room.adjusted(_IN, _IN, -_IN - 1, -_IN - 1)
    painter.setBrush(paints.tint if is_on else paints.surf)
    painter.setPen(QPen(paints.acc if is_on else paints.btn, 2 if is_on else 1))
    painter.drawRoundedRect(card, _RADIUS, _RADIUS)
    radius = theme.scaled(7)
    centre = QPointF(card.left() + theme.scaled(_DOT_LEFT), card.center().y())
    painter.setBrush(paints.surf)
    painter.setPen(QPen(paints.acc if is_on else paints.edge, 1.5))
    painter.drawEllipse(centre, radius, radius)
    if is_on:
        painter.setBrush(paints.acc)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(centre, radius * 0.55, radius * 0.55)
    inner = card.adjusted(theme.scaled(_WORDS_LEFT), 0, -4, 0)
    paint_words(painter, inner, words, theme.font(strong=is_on), paints.text, lines=_LINES)


def paint_box(painter: QPainter, room: QRectF, palette: QPalette, *, is_on: bool) -> None:
    """Paint the box of a change, ticked where it is taken."""
    paints = theme.paints(palette)
    size = theme.scaled(15)
    box = QRectF(room.left() + 9.5, round(room.center().y() - size / 2) + 0.5, size, size)
    painter.setBrush(paints.acc if is_on else paints.surf)
    painter.setPen(QPen(paints.acc if is_on else paints.edge, 1))
    painter.drawRoundedRect(box, 3, 3)
    if is_on:
        paint_icon(painter, "check", box.adjusted(0.5, 0.5, -0.5, -0.5), paints.on_acc)
