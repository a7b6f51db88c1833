"""Bars with hatches: what a part means is told by its pattern, its number and its legend."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.state_look import StateLook, state_look

_BAR_PX = 20
_BETWEEN = 2
_GAP = 10
_ROW_OVER = 4
_MOST_COLUMNS, _FEWEST_COLUMNS = 3, 2
_LEGEND_GAPS = 20  # before, between and after swatch, count and words
_SWATCH_PX = 11
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: its words, its count, the states it stands for, the first one's look."""

    words: str
    count: int
    states: tuple[Shown, ...]


_PARTS = (
    ("Hoàn thành", (Shown.DONE, Shown.DONE_LATE)),
    ("Trong hạn", (Shown.IN_TIME, Shown.SOON)),
    ("Thường xuyên", (Shown.CONTINUOUS,)),
    ("Quá hạn", (Shown.OVERDUE,)),
    ("Chờ văn bản", (Shown.WAITING,)),
    (
        "Khác",
        (Shown.NOT_STARTED, Shown.UNASSIGNED, Shown.PAUSED, Shown.NO_CASE, Shown.CANCELLED),
    ),
)


def joined_parts(states: tuple[tuple[Shown, int], ...]) -> tuple[Part, ...]:
    """Return the six parts of Hôm nay; their counts add up to the tasks of the plan."""
    counts = dict(states)
    return tuple(
        Part(words, sum(counts.get(one, 0) for one in meant), meant) for words, meant in _PARTS
    )


class HatchedBar(QWidget):
    """One stacked bar with its legend; a part is chosen by click, or by arrows and Enter."""

    part_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._current = 0
        self.setAccessibleName("Số nhiệm vụ theo trạng thái")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: tuple[Part, ...]) -> None:
        """Show other parts."""
        self._parts = parts
        words = ", ".join(f"{one.words} {one.count}" for one in parts)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the bar and its legend."""
        rows = -(-len(self._parts) // self._columns())
        return QSize(theme.scaled(260), theme.scaled(_BAR_PX) + _GAP + rows * _row_height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: counts are never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more rows where the legend's words do not fit side by side."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the parts by arrows, choose by Enter."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self._parts and (step := steps.get(Qt.Key(event.key()))):
            self._current = (self._current + step) % len(self._parts)
            self.update()
        elif self._parts and event.key() in _ENTER:
            self.part_chosen.emit(self._parts[self._current])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the part, or its entry in the legend."""
        where = event.position()
        for place, part in enumerate(self._parts):
            spans = (self._bar_rooms()[place], self._legend_room(place))
            if any(span.contains(where) for span in spans):
                self._current = place
                self.part_chosen.emit(part)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts, their numbers, the legend."""
        painter = QPainter(self)
        for place, (part, room) in enumerate(zip(self._parts, self._bar_rooms(), strict=True)):
            look = state_look(part.states[0], self.palette())
            if part.count:
                paint_hatched(painter, room, look)
                self._paint_number(painter, room, part, look)
            self._paint_legend(painter, self._legend_room(place), part, look)
        if self.hasFocus() and self._parts:
            painter.setPen(QPen(theme.paints(self.palette()).acc, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._legend_room(self._current).adjusted(0, 0, -2, -1))

    def _bar_rooms(self) -> list[QRectF]:
        total = sum(part.count for part in self._parts) or 1
        shown = sum(bool(part.count) for part in self._parts)
        room = self.width() - _BETWEEN * max(0, shown - 1) - 1
        left, rooms = 0.0, []
        for part in self._parts:
            width = room * part.count / total
            rooms.append(QRectF(round(left), 0, round(width), theme.scaled(_BAR_PX)))
            left += width + (_BETWEEN if part.count else 0)
        return rooms

    def _columns(self) -> int:
        """Return how many entries of the legend stand side by side without one being cut."""
        count, words = QFontMetrics(theme.font(strong=True)), QFontMetrics(theme.font())
        widest = max(
            (
                count.horizontalAdvance(str(one.count)) + words.horizontalAdvance(one.words)
                for one in self._parts
            ),
            default=0,
        )
        needed = widest + theme.scaled(_SWATCH_PX) + _LEGEND_GAPS
        return _MOST_COLUMNS if needed * _MOST_COLUMNS <= self.width() else _FEWEST_COLUMNS

    def _legend_room(self, place: int) -> QRectF:
        columns = self._columns()
        width, height = self.width() / columns, _row_height()
        row, column = divmod(place, columns)
        top = theme.scaled(_BAR_PX) + _GAP + row * height
        return QRectF(column * width, top, width, height)

    def _paint_number(self, painter: QPainter, room: QRectF, part: Part, look: StateLook) -> None:
        font = theme.font(theme.HEADER_PT, strong=True)
        words = str(part.count)
        width = QFontMetrics(font).horizontalAdvance(words) + 6
        if width > room.width() - 2:
            return
        pill = QRectF(0, 0, width, room.height() - 6)
        pill.moveCenter(room.center())
        paints = theme.paints(self.palette())
        painter.fillRect(pill, paints.surf)
        painter.setFont(font)
        painter.setPen(look.colour)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_legend(self, painter: QPainter, room: QRectF, part: Part, look: StateLook) -> None:
        paints, size = theme.paints(self.palette()), theme.scaled(_SWATCH_PX)
        swatch = QRectF(room.left() + 2, room.center().y() - size / 2, size, size)
        paint_hatched(painter, swatch, look)
        strong = theme.font(strong=True)
        words = room.adjusted(size + 10, 0, 0, 0)
        painter.setFont(strong)
        painter.setPen(paints.text if part.count else paints.text3)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(part.count))
        number = QFontMetrics(strong).horizontalAdvance(f"{part.count}") + 6
        painter.setFont(theme.font())
        painter.setPen(paints.text2 if part.count else paints.text3)
        rest = words.adjusted(number, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(
            part.words, Qt.TextElideMode.ElideRight, int(rest.width())
        )
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, shown)


def paint_hatched(painter: QPainter, place: QRectF, look: StateLook) -> None:
    """Paint a part in the hatch of its state, which prints in black and white."""
    painter.fillRect(place, look.tint)
    painter.setPen(QPen(look.colour, 1))
    painter.setBrush(QBrush(look.colour, look.hatch))
    painter.drawRect(place)


def _row_height() -> int:
    return theme.line_height(theme.font()) + _ROW_OVER
