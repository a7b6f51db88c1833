"""Bars below the year: how much falls due in each month, and where today stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.today import MonthLoad
from ui.calendar.year_painting import YearRoom, paint_today
from ui.calendar.year_rows import YearPage
from ui.kit import theme
from ui.kit.hatched_bar import paint_hatched
from ui.kit.state_look import state_look

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SIDE = 14


def paint_bars(
    painter: QPainter, room: YearRoom, page: YearPage, area: QRectF, palette: QPalette
) -> None:
    """Paint how much falls due in each month, what is done filled, what is late hatched."""
    paints = theme.paints(palette)
    small = theme.font(theme.HEADER_PT)
    line = theme.line_height(small)
    painter.fillRect(area, paints.surf)
    painter.setFont(theme.font(strong=True))
    painter.setPen(paints.text)
    left = QRectF(_SIDE, area.top() + 6, room.names - _SIDE, line + 2)
    painter.drawText(left, _LEFT, "Số kỳ đến hạn mỗi tháng")
    painter.setFont(small)
    painter.setPen(paints.text2)
    painter.drawText(left.translated(0, line + 4), _LEFT, "Đặc: đã xong. Gạch chéo: quá hạn.")
    most = max((one.total for one in page.months), default=0) or 1
    foot = area.bottom() - (line + 4 if page.today.year == page.year else 8)
    unit = (foot - area.top() - line - 8) / most
    paint_today(painter, room, page, area.top(), foot, palette)
    for month in page.months:
        x = room.month_left(month.month)
        width = room.month_left(month.month + 1) - x
        bar = QRectF(round(x + width * 0.2), 0, round(width * 0.6), 0)
        _paint_stack(painter, month, bar, foot, unit, line, palette)
    painter.setPen(QPen(paints.line2, 1))
    painter.drawLine(QPointF(room.names, foot), QPointF(room.width, foot))
    _paint_today_word(painter, room, page, area.bottom(), palette)


def _paint_today_word(
    painter: QPainter, room: YearRoom, page: YearPage, foot: float, palette: QPalette
) -> None:
    """Paint the day at the foot of its line."""
    if page.today.year != page.year:
        return
    paints = theme.paints(palette)
    words = f"Hôm nay {page.today.day}/{page.today.month}"
    painter.setFont(theme.font(theme.HEADER_PT, strong=True))
    width = painter.fontMetrics().horizontalAdvance(words) + 14
    height = theme.line_height(painter.font()) + 2
    left = room.day_x(page.today) - width / 2
    left = min(max(left, room.names), room.width - width)
    place = QRectF(left, foot - height, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paints.acc)
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(paints.on_acc)
    painter.drawText(place, _CENTRE, words)


def _paint_stack(
    painter: QPainter,
    month: MonthLoad,
    bar: QRectF,
    foot: float,
    unit: float,
    line: float,
    palette: QPalette,
) -> None:
    top = foot
    for shown, count in (
        (Shown.DONE, month.done),
        (Shown.OVERDUE, month.overdue),
        (Shown.NOT_STARTED, month.other),
    ):
        height = round(unit * count)
        top -= height
        if count:
            part = QRectF(bar.left(), round(top), bar.width(), height)
            paint_hatched(painter, part, state_look(shown, palette))
    if month.total:
        painter.setFont(theme.font(theme.HEADER_PT, strong=True))
        painter.setPen(theme.paints(palette).text)
        above = QRectF(bar.left() - 10, top - line - 1, bar.width() + 20, line)
        painter.drawText(above, _CENTRE, str(month.total))
