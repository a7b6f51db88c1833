"""A month as a grid of weeks: days off grey, what falls due as icons, or in words where large."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tthc_desktop.domain.working_days import WorkingDays
from ui.calendar.year_rows import Due, YearPage
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.state_look import state_look

_WEEK = 7
_HEADS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_ICON_PX = 11
_MOST_ICONS = 3
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
REPORT_DAYS = "Ngày chốt số liệu, ngày gửi báo cáo"


class MonthGrid(QWidget):
    """One day is chosen; arrows walk, past the month's end into the next."""

    day_chosen = Signal(object)
    day_entered = Signal(object)

    def __init__(self, *, has_words: bool) -> None:
        """Make a grid of nothing; *has_words* writes what falls due into the days."""
        super().__init__()
        self._has_words = has_words
        self._page: YearPage | None = None
        self._days = WorkingDays()
        self._flags: frozenset[date] = frozenset()
        self.day = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Các ngày trong tháng")
        vertical = QSizePolicy.Policy.Expanding if has_words else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def show_page(self, page: YearPage, days: WorkingDays, flags: frozenset[date]) -> None:
        """Show a year; *flags* are days on which report data close or are sent."""
        self._page, self._days, self._flags = page, days, flags
        self.update()

    def show_day(self, day: date) -> None:
        """Show the month of a day and stand at it, without telling of it."""
        self.day = day
        words = "; ".join(f"{one.number} {one.content}, {one.shown}" for one in self._dues(day))
        self.setAccessibleDescription(f"{day:%d/%m/%Y}: {words or 'không có việc đến hạn'}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of six weeks."""
        return QSize(theme.scaled(260), self._head() + 6 * self._least())

    def minimumSizeHint(self) -> QSize:
        """Return the room in which the numbers can be read."""
        return QSize(theme.scaled(180), self._head() + 6 * self._least())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows, enter a day by Enter, Home is today."""
        if step := _STEPS.get(Qt.Key(event.key())):
            self._choose(self.day + timedelta(days=step))
        elif event.key() == Qt.Key.Key_Home and self._page is not None:
            self._choose(self._page.today)
        elif event.key() in _ENTER:
            self.day_entered.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day that is clicked."""
        for day in self._month():
            if self._room(day).contains(event.position()):
                self._choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enter the day."""
        if self._room(self.day).contains(event.position()):
            self.day_entered.emit(self.day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names of the weekdays and the days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paints = theme.paints(self.palette())
        painter.fillRect(event.rect(), paints.surf)
        painter.setFont(theme.font(theme.HEADER_PT, strong=True))
        painter.setPen(paints.text2)
        width = self.width() / _WEEK
        for place, head in enumerate(_HEADS):
            painter.drawText(QRectF(place * width, 0, width, self._head()), _CENTRE, head)
        if self._page is not None:
            for day in self._month():
                self._paint_day(painter, day)

    def _choose(self, day: date) -> None:
        self.show_day(day)
        self.day_chosen.emit(day)

    def _month(self) -> list[date]:
        if self.day == date.min:
            return []
        year, month = self.day.year, self.day.month
        return [date(year, month, day + 1) for day in range(monthrange(year, month)[1])]

    def _dues(self, day: date) -> tuple[Due, ...]:
        return self._page.dues_on(day) if self._page else ()

    def _head(self) -> int:
        return theme.line_height(theme.font(theme.HEADER_PT)) + 6

    def _least(self) -> int:
        return theme.line_height(theme.font()) + theme.scaled(_ICON_PX) + 8

    def _room(self, day: date) -> QRectF:
        week = (day.day + day.replace(day=1).weekday() - 1) // _WEEK
        width = self.width() / _WEEK
        height = (self.height() - self._head()) / 6
        return QRectF(day.weekday() * width, self._head() + week * height, width, height)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        paints, room = theme.paints(self.palette()), self._room(day)
        inside = room.adjusted(1, 1, -1, -1)
        is_off = not self._days.is_working(day)
        is_chosen, is_today = day == self.day, self._page is not None and day == self._page.today
        if is_off:
            painter.fillRect(inside, paints.win)
        if is_chosen:
            painter.setPen(QPen(paints.acc, 2 if self.hasFocus() else 1.2))
            painter.setBrush(paints.sel)
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), 4, 4)
        elif self._has_words:
            painter.setPen(QPen(paints.grid, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inside)
        line = theme.line_height(theme.font())
        number = QRectF(room.left(), room.top() + 3, room.width(), line)
        if self._has_words:
            number = QRectF(room.left() + 6, room.top() + 4, line * 1.6, line)
        painter.setFont(theme.font(strong=is_chosen or is_today))
        if is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paints.acc)
            painter.drawEllipse(number.center(), line * 0.62, line * 0.62)
        painter.setPen(paints.surf if is_today else paints.text2 if is_off else paints.text)
        painter.drawText(number, _CENTRE, str(day.day))
        if day in self._flags:
            self._paint_flag(painter, room)
        if self._has_words:
            self._paint_words(painter, day, inside, number.bottom() + 2)
        else:
            self._paint_icons(painter, day, room, number.bottom())

    def _paint_flag(self, painter: QPainter, room: QRectF) -> None:
        size = theme.scaled(_ICON_PX)
        place = QRectF(room.right() - size - 3, room.top() + 4, size, size)
        paints = theme.paints(self.palette())
        paint_icon(painter, "flag", place, paints.text2, paints.surf)

    def _paint_icons(self, painter: QPainter, day: date, room: QRectF, top: float) -> None:
        dues, size = self._dues(day)[:_MOST_ICONS], theme.scaled(_ICON_PX)
        left = room.center().x() - len(dues) * (size + 2) / 2
        surf = theme.paints(self.palette()).surf
        for place, due in enumerate(dues):
            look = state_look(due.shown, self.palette())
            at = QRectF(QPointF(left + place * (size + 2), top + 1), QSize(size, size).toSizeF())
            paint_icon(painter, look.icon, at, look.colour, surf)

    def _paint_words(self, painter: QPainter, day: date, inside: QRectF, top: float) -> None:
        dues, small = self._dues(day), theme.font(theme.HEADER_PT)
        line, size = theme.line_height(small), theme.scaled(_ICON_PX)
        fitting = max(0, int((inside.bottom() - top) // line))
        told = dues if len(dues) <= fitting else dues[: max(fitting - 1, 0)]
        painter.setFont(small)
        paints = theme.paints(self.palette())
        for place, due in enumerate(told):
            y = top + place * line
            look = state_look(due.shown, self.palette())
            icon = QRectF(inside.left() + 4, y + (line - size) / 2, size, size)
            paint_icon(painter, look.icon, icon, look.colour, paints.surf)
            room = QRectF(icon.right() + 4, y, inside.right() - icon.right() - 6, line)
            words = painter.fontMetrics().elidedText(
                f"{due.number} {due.content}", Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.setPen(look.colour if look.is_pill else paints.text)
            painter.drawText(room, _LEFT, words)
        if len(told) < len(dues) and fitting:
            painter.setPen(paints.text2)
            more = QRectF(inside.left() + 4, top + len(told) * line, inside.width() - 8, line)
            painter.drawText(more, _LEFT, f"và {len(dues) - len(told)} việc khác")
