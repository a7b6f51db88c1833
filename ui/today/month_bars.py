"""The twelve months of a plan's year: how much falls due in each, and what became of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases.today import MonthLoad
from ui.kit import theme
from ui.kit.hatched_bar import paint_hatched
from ui.kit.state_look import state_look

_BARS_PX = 46
_SIDE = 3
_MARK = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class MonthBars(QWidget):
    """A stacked bar a month with its number; one is chosen by click, or by arrows and Enter."""

    month_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make bars without months."""
        super().__init__(parent)
        self._months: tuple[MonthLoad, ...] = ()
        self._current = 0
        self._at = 0
        self.setAccessibleName("Số kỳ đến hạn theo tháng")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_months(self, months: tuple[MonthLoad, ...], current: int) -> None:
        """Show other months."""
        if [one.month for one in months] != [one.month for one in self._months]:
            self._at = max(current - 1, 0)
        self._months, self._current = months, current
        self.setToolTip("\n".join(map(_words, months)))
        self._go(self._at)

    def sizeHint(self) -> QSize:
        """Return the height of the bars, the numbers above and the months below."""
        small = theme.line_height(theme.font(theme.HEADER_PT))
        return QSize(theme.scaled(240), theme.scaled(_BARS_PX) + 2 * small + _MARK + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the month that is clicked."""
        if self._months and event.button() == Qt.MouseButton.LeftButton:
            place = int(event.position().x() * len(self._months) / self.width())
            self.month_chosen.emit(self._months[min(place, len(self._months) - 1)].month)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the months by arrows, Home and End; choose by Enter."""
        key, last = Qt.Key(event.key()), len(self._months) - 1
        steps = {Qt.Key.Key_Left: self._at - 1, Qt.Key.Key_Right: self._at + 1,
                 Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}  # fmt: skip
        if self._months and key in steps:
            self._go(steps[key])
        elif self._months and key in _ENTER:
            self.month_chosen.emit(self._months[self._at].month)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        """Stand at a month; what falls due in it is read aloud."""
        self._at = min(max(place, 0), max(len(self._months) - 1, 0))
        self.setAccessibleDescription(_words(self._months[self._at]) if self._months else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        most = max((one.total for one in self._months), default=0) or 1
        for place, month in enumerate(self._months):
            left = self.width() * place / len(self._months)
            width = self.width() / len(self._months)
            room = QRectF(left, 0, width, self.height())
            self._paint_month(painter, room, month, most)
            if self.hasFocus() and place == self._at:
                painter.setPen(QPen(theme.paints(self.palette()).acc, 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 3, 3)

    def _paint_month(self, painter: QPainter, room: QRectF, month: MonthLoad, most: int) -> None:
        paints, bars = theme.paints(self.palette()), theme.scaled(_BARS_PX)
        small = theme.font(theme.HEADER_PT)
        line = theme.line_height(small)
        foot, top = line + bars, line + bars
        for shown, count in self._stack(month):
            height = round(bars * count / most)
            part = QRectF(
                round(room.left()) + _SIDE, top - height, round(room.width()) - 2 * _SIDE, height
            )
            top -= height
            if count:
                paint_hatched(painter, part, state_look(shown, self.palette()))
        painter.setPen(QPen(paints.line2, 1))
        painter.drawLine(round(room.left()), foot, round(room.right()), foot)
        centre = Qt.AlignmentFlag.AlignCenter
        painter.setFont(small)
        painter.setPen(paints.text2)
        if month.total:
            above = QRectF(room.left(), top - line, room.width(), line)
            painter.drawText(above, centre, str(month.total))
        is_current = month.month == self._current
        painter.setFont(theme.font(theme.HEADER_PT, strong=is_current))
        painter.setPen(paints.acc if is_current else paints.text2)
        below = QRectF(room.left(), foot + 2, room.width(), line)
        painter.drawText(below, centre, str(month.month))
        if is_current:
            mark = QRectF(room.left() + _SIDE, below.bottom(), room.width() - 2 * _SIDE, _MARK)
            painter.fillRect(mark, paints.acc)

    @staticmethod
    def _stack(month: MonthLoad) -> tuple[tuple[Shown, int], ...]:
        return (
            (Shown.DONE, month.done),
            (Shown.OVERDUE, month.overdue),
            (Shown.NOT_STARTED, month.other),
        )


def _words(month: MonthLoad) -> str:
    counts = f"{month.total} kỳ, {month.done} xong, {month.overdue} quá hạn"
    return f"Tháng {month.month}: {counts}"
