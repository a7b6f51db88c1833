"""Painting the year: the same strokes on the screen, on paper and in a picture."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen

from tthc_desktop.domain.shown_state import Shown
from ui.calendar.year_rows import Mark, YearPage, YearRow
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.state_look import state_look
from ui.kit.text_painting import paint_words

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ICON_PX = 14
_SIDE = 14
_NUMBER_PX = 34
_NAME_LINES = 2
_WAITING = "Chờ văn bản"


@dataclass(frozen=True)
class YearRoom:
    """Where the months stand: names up to `names`, the months in what is left of `width`."""

    names: float
    width: float

    def month_left(self, month: int) -> float:
        """Return the left edge of a month (13: the right edge of the year)."""
        return self.names + (self.width - self.names) * (month - 1) / 12

    def day_x(self, day: date) -> float:
        """Return the middle of a day."""
        left, right = self.month_left(day.month), self.month_left(day.month + 1)
        days = monthrange(day.year, day.month)[1]
        return left + (right - left) * (day.day - 0.5) / days


def row_height(*, is_group: bool) -> int:
    """Return the height of a row."""
    if is_group:
        return theme.line_height(theme.font()) + 8
    return theme.line_height(theme.font(theme.HEADER_PT)) + theme.scaled(_ICON_PX) + 10


def header_height() -> int:
    """Return the height of the line with the months."""
    return theme.line_height(theme.font(theme.HEADER_PT)) + 16


def paint_header(painter: QPainter, room: YearRoom, page: YearPage, palette: QPalette) -> None:
    """Paint the names of the months; the current one is marked."""
    paints = theme.paints(palette)
    height = header_height()
    painter.fillRect(QRectF(0, 0, room.width, height), paints.head)
    painter.setFont(theme.font(theme.HEADER_PT, strong=True))
    painter.setPen(paints.text)
    painter.drawText(
        QRectF(_SIDE, 0, room.names - _SIDE, height), _LEFT, "Nhiệm vụ có hạn, theo kế hoạch"
    )
    for month in range(1, 13):
        left = room.month_left(month)
        cell = QRectF(left, 0, room.month_left(month + 1) - left, height)
        is_current = _is_current(page, month)
        if is_current:
            painter.fillRect(cell, paints.sel)
        painter.setPen(paints.acc2 if is_current else paints.text2)
        painter.setFont(theme.font(theme.HEADER_PT, strong=is_current))
        painter.drawText(cell, _CENTRE, f"Th {month}")
    painter.setPen(QPen(paints.line2, 1))
    painter.drawLine(QPointF(0, height - 0.5), QPointF(room.width, height - 0.5))


def paint_row(
    painter: QPainter,
    room: YearRoom,
    page: YearPage,
    row: YearRow,
    top: float,
    palette: QPalette,
    *,
    current: Mark | None = None,
    is_current: bool = False,
) -> None:
    """Paint one row at *top*; *current* is the mark one stands at."""
    paints = theme.paints(palette)
    height = row_height(is_group=row.is_group)
    whole = QRectF(0, top, room.width, height)
    painter.fillRect(whole, paints.surf2 if row.is_group else paints.surf)
    if is_current:
        painter.fillRect(whole, paints.sel)
        painter.fillRect(QRectF(0, top, 4, height), paints.acc)
    elif not row.is_group and page.today.year == page.year:
        left = room.month_left(page.today.month)
        width = room.month_left(page.today.month + 1) - left
        painter.fillRect(QRectF(left, top, width, height), paints.tint)
    painter.setPen(QPen(paints.grid, 1))
    if not row.is_group:
        for month in range(1, 13):
            x = round(room.month_left(month)) + 0.5
            painter.drawLine(QPointF(x, top), QPointF(x, top + height))
    painter.drawLine(QPointF(0, top + height - 0.5), QPointF(room.width, top + height - 0.5))
    # Below words and marks, which stay to be read.
    paint_today(painter, room, page, top, top + height, palette)
    _paint_name(painter, room, row, whole, palette, strong=is_current or row.is_group)
    if row.waits:
        _paint_waiting(painter, room, page, whole, palette)
    for mark, place in zip(row.marks, mark_rooms(room, row, top), strict=True):
        _paint_mark(painter, place, mark, palette, is_at=mark is current)


def mark_rooms(room: YearRoom, row: YearRow, top: float) -> list[QRectF]:
    """Return the rooms of the marks of a row at *top*: side by side, none outside the year."""
    size = theme.scaled(_ICON_PX)
    width = size + 12
    height = theme.line_height(theme.font(theme.HEADER_PT)) + size + 6
    metrics = QFontMetrics(theme.font(theme.HEADER_PT, strong=True))
    halves = [max(width, metrics.horizontalAdvance(one.words) + 4) / 2 for one in row.marks]
    middles: list[float] = []
    for mark, half in zip(row.marks, halves, strict=True):
        least = middles[-1] + halves[len(middles) - 1] + half if middles else room.names + half
        middles.append(max(room.day_x(mark.day), least))
    most = room.width
    for place in reversed(range(len(middles))):
        middles[place] = min(middles[place], most - halves[place])
        most = middles[place] - halves[place]
    return [QRectF(middle - width / 2, top + 2, width, height) for middle in middles]


def paint_today(
    painter: QPainter, room: YearRoom, page: YearPage, top: float, bottom: float, palette: QPalette
) -> None:
    """Paint the line of today."""
    if page.today.year == page.year:
        x = round(room.day_x(page.today))
        painter.setPen(QPen(theme.paints(palette).acc, 2))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def _paint_name(
    painter: QPainter,
    room: YearRoom,
    row: YearRow,
    whole: QRectF,
    palette: QPalette,
    *,
    strong: bool,
) -> None:
    paints = theme.paints(palette)
    painter.setFont(theme.font(strong=strong))
    painter.setPen(paints.text)
    number = theme.scaled(_NUMBER_PX) if not row.is_group else 0
    painter.drawText(whole.adjusted(_SIDE, 0, 0, 0), _LEFT, row.number)
    left = _SIDE + max(number, painter.fontMetrics().horizontalAdvance(f"{row.number}  "))
    right = room.width if row.is_group else room.names
    name = QRectF(left, whole.top(), right - left - 6, whole.height())
    lines = 1 if row.is_group else _NAME_LINES
    paint_words(painter, name, row.content, painter.font(), paints.text, lines=lines)


def _paint_mark(
    painter: QPainter, place: QRectF, mark: Mark, palette: QPalette, *, is_at: bool
) -> None:
    paints, look = theme.paints(palette), state_look(mark.shown, palette)
    size = theme.scaled(_ICON_PX)
    if is_at:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(paints.acc, 2))
        painter.setBrush(paints.surf)
        painter.drawRoundedRect(place.adjusted(1, 1, -1, 0), 4, 4)
    icon = QRectF(place.center().x() - size / 2, place.top() + 3, size, size)
    paint_icon(painter, look.icon, icon, look.colour, paints.surf)
    painter.setFont(theme.font(theme.HEADER_PT, strong=look.is_pill))
    painter.setPen(look.colour if look.is_pill else paints.text2)
    below = QRectF(
        place.left() - 12, icon.bottom(), place.width() + 24, place.bottom() - icon.bottom()
    )
    painter.drawText(below, _CENTRE, mark.words)


def _paint_waiting(
    painter: QPainter, room: YearRoom, page: YearPage, whole: QRectF, palette: QPalette
) -> None:
    """Paint the dashed line from today to the year's end: no date yet."""
    look = state_look(Shown.WAITING, palette)
    start = room.day_x(page.today) + 8 if page.today.year == page.year else room.names + 8
    start = min(start, room.month_left(10))
    size = theme.scaled(_ICON_PX)
    icon = QRectF(start, whole.center().y() - size / 2, size, size)
    paint_icon(painter, look.icon, icon, look.colour, theme.paints(palette).surf)
    painter.setFont(theme.font(theme.HEADER_PT))
    painter.setPen(look.colour)
    words = QRectF(icon.right() + 6, whole.top(), room.width - icon.right(), whole.height())
    painter.drawText(words, _LEFT, _WAITING)
    after = words.left() + painter.fontMetrics().horizontalAdvance(_WAITING) + 10
    painter.setPen(QPen(look.colour, 1, Qt.PenStyle.DashLine))
    y = round(whole.center().y()) + 0.5
    painter.drawLine(QPointF(after, y), QPointF(room.width - _SIDE, y))


def paint_undated(
    painter: QPainter, room: YearRoom, page: YearPage, top: float, palette: QPalette
) -> float:
    """Paint the line that counts what has no day; return its height."""
    if not page.undated:
        return 0.0
    paints = theme.paints(palette)
    height = theme.line_height(theme.font()) + 8
    whole = QRectF(0, top, room.width, height)
    painter.fillRect(whole, paints.surf2)
    painter.setFont(theme.font(strong=True))
    painter.setPen(paints.text)
    painter.drawText(whole.adjusted(_SIDE, 0, 0, 0), _LEFT, "Không có hạn")
    painter.setFont(theme.font(theme.HEADER_PT))
    painter.setPen(paints.text2)
    painter.drawText(whole.adjusted(0, 0, -_SIDE, 0), _RIGHT, page.undated)
    return height


def _is_current(page: YearPage, month: int) -> bool:
    return page.today.year == page.year and page.today.month == month
