"""A month as a page of landscape A4, with words in its days; what does not fit is listed after."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette

from tthc_desktop.domain.periods import ONCE, period_words
from ui.calendar.month_painting import MonthRoom, MonthShown, paint_month, words_left_out
from ui.calendar.paper import HEIGHT, WIDTH, Sheet
from ui.calendar.sheet_frame import LEGEND, MARGIN, TITLE, paint_legend, paint_title
from ui.calendar.year_rows import Due
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.state_look import state_look

_HOLIDAYS = 20
_ROW = 22
_DAY, _PERIOD, _LEAD = 60, 110, 280
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_AREA = QRectF(
    MARGIN, MARGIN + TITLE, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN - TITLE - LEGEND - _HOLIDAYS
)


def month_sheets(
    shown: MonthShown, first: date, title: str, holidays: str, palette: QPalette
) -> list[Sheet]:
    """Return the month of *first*, and lists of the days whose words do not fit into theirs."""
    room = MonthRoom(_AREA, first, has_words=True)
    cut = [day for day in room.days if words_left_out(room, shown, day)]
    rows = [due for day in cut for due in shown.dues(day)]
    fitting = int((_AREA.height() + _HOLIDAYS) // _ROW)
    lists = [rows[at : at + fitting] for at in range(0, len(rows), fitting)]
    count = 1 + len(lists)

    def month(painter: QPainter) -> None:
        paint_title(painter, title, f"1/{count}" if lists else "", palette)
        paint_month(painter, room, shown, palette)
        _paint_holidays(painter, holidays, palette)
        paint_legend(painter, palette, has_flags=True)

    def listed(place: int) -> Sheet:
        def paint(painter: QPainter) -> None:
            paint_title(painter, f"{title} (tiếp)", f"{place + 2}/{count}", palette)
            for at, due in enumerate(lists[place]):
                _paint_due(painter, due, _AREA.top() + at * _ROW, palette)
            paint_legend(painter, palette)

        return paint

    return [month, *map(listed, range(len(lists)))]


def _paint_holidays(painter: QPainter, words: str, palette: QPalette) -> None:
    painter.setFont(theme.font(theme.HEADER_PT))
    painter.setPen(theme.paints(palette).text2)
    room = QRectF(_AREA.left(), _AREA.bottom(), _AREA.width(), _HOLIDAYS)
    painter.drawText(room, _LEFT, words)


def _paint_due(painter: QPainter, due: Due, top: float, palette: QPalette) -> None:
    look, paints = state_look(due.shown, palette), theme.paints(palette)
    painter.setPen(paints.grid)
    painter.drawLine(QPointF(_AREA.left(), top + _ROW), QPointF(_AREA.right(), top + _ROW))
    paint_icon(painter, look.icon, QRectF(_AREA.left(), top + 4, 14, 14), look.colour, paints.surf)
    period = "" if due.period.startswith(ONCE) else period_words(due.period)
    content = _AREA.width() - 22 - _DAY - _PERIOD - _LEAD
    left = _AREA.left() + 22
    cells = (
        (f"{due.day.day}/{due.day.month}", _DAY), (f"{due.number} {due.content}", content),
        (period, _PERIOD), (due.lead, _LEAD),
    )  # fmt: skip
    painter.setFont(theme.font(theme.HEADER_PT))
    painter.setPen(paints.text)
    for words, width in cells:
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width - 8))
        painter.drawText(QRectF(left, top, width, _ROW), _LEFT, cut)
        left += width
