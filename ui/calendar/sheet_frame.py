"""What every page of the year has on paper: its title, its number, the legend at the foot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette

from tthc_desktop.domain.shown_state import Shown
from ui.calendar.paper import HEIGHT, WIDTH
from ui.kit import theme
from ui.kit.hatched_bar import paint_hatched
from ui.kit.icons import paint_icon
from ui.kit.state_look import state_look

MARGIN, TITLE, LEGEND = 38, 40, 30
_ICON, _GAP = 14, 17
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_STATES = (
    Shown.DONE, Shown.DONE_LATE, Shown.IN_TIME, Shown.SOON, Shown.OVERDUE, Shown.NOT_STARTED,
    Shown.WAITING,
)  # fmt: skip
_FLAG = "Ngày chốt số liệu, ngày gửi báo cáo"
_BARS = (("đã xong", Shown.DONE), ("quá hạn", Shown.OVERDUE), ("còn lại", Shown.NOT_STARTED))


def paint_title(painter: QPainter, title: str, number: str, palette: QPalette) -> None:
    """Paint the title at the left, the number of the page at the right."""
    paints = theme.paints(palette)
    room = QRectF(MARGIN, MARGIN, WIDTH - 2 * MARGIN, TITLE - 8)
    painter.setFont(theme.font(theme.HEADER_PT))
    painter.setPen(paints.text2)
    painter.drawText(room, _RIGHT, number)
    painter.setFont(theme.font(theme.REPORT_PT, strong=True))
    painter.setPen(paints.text)
    room = room.adjusted(0, 0, -80, 0)
    words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, _LEFT, words)


def paint_legend(
    painter: QPainter, palette: QPalette, *, has_bars: bool = False, has_flags: bool = False
) -> None:
    """Paint what icons, hatches and flags mean, at the foot."""
    paints = theme.paints(palette)
    surf, y = paints.surf, HEIGHT - MARGIN - LEGEND / 2
    painter.setFont(theme.font(theme.HEADER_PT))
    left = float(MARGIN)
    for shown in _STATES:
        look = state_look(shown, palette)
        paint_icon(painter, look.icon, _box(left, y), look.colour, surf)
        left = _say(painter, left, y, shown.value, palette)
    if has_flags:
        paint_icon(painter, "flag", _box(left, y), paints.text2, surf)
        left = _say(painter, left, y, _FLAG, palette)
    if has_bars:
        left = _say(painter, left - 19, y, "Cột tháng:", palette) - 6
        for words, shown in _BARS:
            paint_hatched(painter, _box(left, y).adjusted(0, 1, 0, -1), state_look(shown, palette))
            left = _say(painter, left, y, words, palette)


def _box(left: float, y: float) -> QRectF:
    return QRectF(left, y - _ICON / 2, _ICON, _ICON)


def _say(painter: QPainter, left: float, y: float, words: str, palette: QPalette) -> float:
    """Paint words beside a box and return where the next box begins."""
    metrics = painter.fontMetrics()
    painter.setPen(theme.paints(palette).text2)
    painter.drawText(QPointF(left + 19, y + metrics.ascent() / 2 - 1), words)
    return left + 19 + metrics.horizontalAdvance(words) + _GAP
