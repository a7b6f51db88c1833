"""Painting a month as a grid of weeks: small with icons, or large with words, on any paper."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from tthc_desktop.domain.working_days import WorkingDays
from ui.calendar.day_words import DayWords, paint_words
from ui.calendar.year_rows import Due, YearPage
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.state_look import state_look

_WEEK, _MOST_WEEKS = 7, 6
_HEADS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_LONG_HEADS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_ICON_PX = 11
_MOST_ICONS = 3
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True)
class MonthShown:
    """What a month is painted from; *flags* are the days of the report calendar."""

    page: YearPage
    working: WorkingDays
    flags: Mapping[date, str]

    def dues(self, day: date) -> tuple[Due, ...]:
        """Return what falls due on a day."""
        return self.page.dues_on(day)


@dataclass(frozen=True)
class MonthRoom:
    """Where the days of the month of `first` stand in `area`."""

    area: QRectF
    first: date
    has_words: bool

    @property
    def days(self) -> list[date]:
        """All days of the month."""
        count = monthrange(self.first.year, self.first.month)[1]
        return [self.first.replace(day=day + 1) for day in range(count)]

    @property
    def head(self) -> int:
        """The height of the line with the weekdays."""
        return head_height()

    def of(self, day: date) -> QRectF:
        """Return the room of a day; with words the weeks there are share the height."""
        begin = self.first.replace(day=1).weekday()
        weeks = -(-(len(self.days) + begin) // _WEEK) if self.has_words else _MOST_WEEKS
        week = (day.day + begin - 1) // _WEEK
        width, height = self.area.width() / _WEEK, (self.area.height() - self.head) / weeks
        left, top = self.area.left() + day.weekday() * width, self.area.top() + self.head
        return QRectF(left, top + week * height, width, height)


def head_height() -> int:
    """Return the height of the line with the weekdays."""
    return theme.line_height(theme.font(theme.HEADER_PT)) + 6


def least_day_height() -> int:
    """Return the height in which a day can be read."""
    return theme.line_height(theme.font()) + theme.scaled(_ICON_PX) + 8


def paint_month(
    painter: QPainter,
    room: MonthRoom,
    shown: MonthShown,
    palette: QPalette,
    *,
    chosen: date | None = None,
    has_focus: bool = False,
) -> None:
    """Paint the weekdays and the days; *chosen* is the day one stands at."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font(theme.HEADER_PT, strong=True))
    painter.setPen(theme.paints(palette).text2)
    width = room.area.width() / _WEEK
    for place, words in enumerate(_LONG_HEADS if room.has_words else _HEADS):
        left = room.area.left() + place * width
        painter.drawText(QRectF(left, room.area.top(), width, room.head), _CENTRE, words)
    for day in room.days:
        if day != chosen:
            _Day(painter, room, shown, palette, day).paint()
    if chosen is not None:
        _Day(painter, room, shown, palette, chosen, is_chosen=True, has_focus=has_focus).paint()


def words_left_out(room: MonthRoom, shown: MonthShown, day: date) -> int:
    """Return how many entries of a day have no room in it."""
    words = DayWords(shown.dues(day), _short(shown.flags.get(day, "")))
    return words.left_out(_words_room(room.of(day)).height())


def _short(flag: str) -> str:
    """Return what a day's room has place for: "Gửi báo cáo quý II"."""
    return flag.partition(":")[0]


def _words_room(room: QRectF) -> QRectF:
    return room.adjusted(5, theme.line_height(theme.font()) + 6, -5, -2)


@dataclass(frozen=True)
class _Day:
    """One day as it is painted."""

    painter: QPainter
    month: MonthRoom
    shown: MonthShown
    palette: QPalette
    day: date
    is_chosen: bool = False
    has_focus: bool = False

    def paint(self) -> None:
        room = self.month.of(self.day)
        inside = room.adjusted(1, 1, -1, -1)
        self._paint_ground(inside)
        number = self._paint_number(room)
        flag = self.shown.flags.get(self.day, "")
        if flag:
            self._paint_flag(room)
        dues = self.shown.dues(self.day)
        if self.month.has_words:
            paint_words(self.painter, _words_room(room), DayWords(dues, _short(flag)), self.palette)
        else:
            self._paint_icons(dues, room, number.bottom())

    def _paint_ground(self, inside: QRectF) -> None:
        paints, painter = theme.paints(self.palette), self.painter
        if not self.shown.working.is_working(self.day):
            painter.fillRect(inside, paints.win)
        if self.is_chosen:
            painter.setPen(QPen(paints.acc, 2 if self.has_focus else 1.2))
            painter.setBrush(paints.sel)
            painter.drawRoundedRect(inside.adjusted(1, 1, -1, -1), 4, 4)
        elif self.month.has_words:
            painter.setPen(QPen(paints.line, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inside)

    def _paint_number(self, room: QRectF) -> QRectF:
        paints, painter = theme.paints(self.palette), self.painter
        line = theme.line_height(theme.font())
        number = QRectF(room.left(), room.top() + 3, room.width(), line)
        if self.month.has_words:
            number = QRectF(room.left() + 4, room.top() + 4, line * 1.5, line)
        is_today = self.day == self.shown.page.today
        painter.setFont(theme.font(strong=self.is_chosen or is_today))
        if is_today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paints.acc)
            painter.drawEllipse(number.center(), line * 0.62, line * 0.62)
        is_off = not self.shown.working.is_working(self.day)
        painter.setPen(paints.on_acc if is_today else paints.text2 if is_off else paints.text)
        painter.drawText(number, _CENTRE, str(self.day.day))
        return number

    def _paint_flag(self, room: QRectF) -> None:
        size, paints = theme.scaled(_ICON_PX), theme.paints(self.palette)
        place = QRectF(room.right() - size - 3, room.top() + 4, size, size)
        paint_icon(self.painter, "flag", place, paints.text2, paints.surf)

    def _paint_icons(self, dues: tuple[Due, ...], room: QRectF, top: float) -> None:
        told, size = dues[:_MOST_ICONS], theme.scaled(_ICON_PX)
        left = room.center().x() - len(told) * (size + 2) / 2
        for place, due in enumerate(told):
            look = state_look(due.shown, self.palette)
            corner = QPointF(left + place * (size + 2), top + 1)
            at = QRectF(corner.x(), corner.y(), size, size)
            paint_icon(self.painter, look.icon, at, look.colour, theme.paints(self.palette).surf)
