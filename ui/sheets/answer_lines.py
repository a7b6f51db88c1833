"""Who has answered, as a bar with a part for every phòng and a line for each, painted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.icons import STATE_PX, paint_icon
from ui.kit.state_look import state_look
from ui.sheets.answers import AnswersTold

_MOST = 5
_BAR_PX, _BETWEEN, _GAP, _OVER = 8, 2, 8, 5
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class _Line:
    """A phòng: its state as an icon, its name, what is known of its sheet."""

    name: str
    note: str
    shown: Shown

    @property
    def is_missing(self) -> bool:
        return self.shown is not Shown.DONE


class AnswerLines(QWidget):
    """Those who have not answered stand first, in bold; more than five are counted."""

    def __init__(self) -> None:
        """Make it of nothing."""
        super().__init__()
        self._lines: tuple[_Line, ...] = ()
        self._answered = self._all = 0
        self.setAccessibleName("Phòng đã trả lời")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_answers(self, told: AnswersTold) -> None:
        """Show other answers."""
        late = {one.unit_id for one in told.found.late}
        self._lines = tuple(
            _Line(one.name, *_state(one.answered_at, is_late=one.unit_id in late))
            for one in told.ordered
        )
        self._answered, self._all = told.found.answered, len(told.found.units)
        words = "; ".join(f"{one.name}: {one.note}" for one in self._lines)
        self.setAccessibleDescription(words)
        self.setToolTip("\n".join(f"{one.name}: {one.note}" for one in self._lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the bar and the lines."""
        rows = min(len(self._lines), _MOST)
        return QSize(theme.scaled(240), theme.scaled(_BAR_PX) + _GAP + rows * _row())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bar and lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bar(painter)
        fits = len(self._lines) <= _MOST
        told = self._lines if fits else self._lines[: _MOST - 1]
        top = theme.scaled(_BAR_PX) + _GAP
        for line in told:
            self._paint_line(painter, line, QRectF(0, top, self.width(), _row()))
            top += _row()
        if not fits:
            painter.setFont(theme.font())
            painter.setPen(theme.paints(self.palette()).text2)
            room = QRectF(_side(), top, self.width() - _side(), _row())
            painter.drawText(room, _LEFT, f"và {len(self._lines) - len(told)} phòng khác")

    def _paint_bar(self, painter: QPainter) -> None:
        done = state_look(Shown.DONE, self.palette()).colour
        paints = theme.paints(self.palette())
        width = (self.width() - _BETWEEN * (self._all - 1)) / max(self._all, 1)
        for place in range(self._all):
            part = QRectF(place * (width + _BETWEEN), 0.5, width - 1, theme.scaled(_BAR_PX) - 1)
            is_done = place < self._answered
            painter.setPen(QPen(done if is_done else paints.btn, 1))
            painter.setBrush(done if is_done else paints.surf)
            painter.drawRoundedRect(part, 2, 2)

    def _paint_line(self, painter: QPainter, line: _Line, room: QRectF) -> None:
        paints, look = theme.paints(self.palette()), state_look(line.shown, self.palette())
        size = theme.scaled(STATE_PX)
        place = QRectF(1, room.center().y() - size / 2, size, size)
        paint_icon(painter, look.icon, place, look.colour, paints.surf)
        painter.setFont(theme.font(theme.HEADER_PT))
        note = painter.fontMetrics().horizontalAdvance(line.note) + _GAP
        painter.setPen(_colour(line, paints.text2, look.colour))
        painter.drawText(room, _RIGHT, line.note)
        painter.setFont(theme.font(strong=line.is_missing))
        painter.setPen(paints.text)
        words = room.adjusted(_side(), 0, -note, 0)
        name = painter.fontMetrics().elidedText(
            line.name, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, _LEFT, name)


def _state(answered_at: str, *, is_late: bool) -> tuple[str, Shown]:
    if not answered_at:
        return ("chậm", Shown.OVERDUE) if is_late else ("chưa gửi", Shown.NOT_STARTED)
    day = date.fromisoformat(answered_at[:10])
    return f"{day.day}/{day.month}", Shown.DONE


def _colour(line: _Line, grey: QColor, state: QColor) -> QColor:
    return state if line.shown is Shown.OVERDUE else grey


def _row() -> int:
    return theme.line_height(theme.font()) + _OVER


def _side() -> int:
    return theme.scaled(STATE_PX) + _GAP
