"""A chip: a pill that filters, with its count behind the word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.icons import STATE_PX, paint_icon
from ui.kit.state_look import state_look

_SIDE = 9
_GAP = 5
_COUNT_GAP = 6
_HEIGHT_OVER_LINE = 10
# Room for the focus ring, which stands outside the pill.
RING = 2
_CONTROL = Qt.KeyboardModifier.ControlModifier
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chip(QAbstractButton):
    """Checked, it is filled and outlined in accent; with nothing to count it is grey."""

    def __init__(self, words: str, shown: Shown | None, parent: QWidget | None = None) -> None:
        """Make a chip that counts nothing yet; *shown* gives icon and colour."""
        super().__init__(parent)
        self._shown = shown
        self._count = 0
        self.adds = False
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.count = 0

    @property
    def count(self) -> int:
        """How many tasks are in it."""
        return self._count

    @count.setter
    def count(self, value: int) -> None:
        self._count = value
        self.setAccessibleName(f"{self.text()}: {value}")
        self.setToolTip(f"{self.text()}: {value} nhiệm vụ. Ctrl+bấm để chọn nhiều.")
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave the check to the row of chips, which knows the others."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember whether Ctrl was held."""
        self.adds = bool(event.modifiers() & _CONTROL)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter and Space, with Ctrl too; leave the rest to the row."""
        if event.key() in _PRESSES:
            self.adds = bool(event.modifiers() & _CONTROL)
            self.click()
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Return the room for icon, words and count, semibold as when chosen."""
        metrics = QFontMetricsF(theme.font(strong=True))
        words = metrics.horizontalAdvance(self.text()) + metrics.horizontalAdvance(str(self._count))
        icon = theme.scaled(STATE_PX) + _GAP if self._shown else 0
        height = theme.line_height(theme.font()) + _HEIGHT_OVER_LINE
        return QSize(round(2 * _SIDE + icon + words + _COUNT_GAP) + 2 * RING, height + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint pill, icon, word and count."""
        paints = theme.paints(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(RING + 0.5, RING + 0.5, -RING - 0.5, -RING - 0.5)
        radius = room.height() / 2
        lit = paints.tint if self.underMouse() else paints.surf
        painter.setBrush(paints.sel if self.isChecked() else lit)
        outline = QPen(paints.acc, 1.5) if self.isChecked() else QPen(paints.btn, 1)
        painter.setPen(outline)
        painter.drawRoundedRect(room, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(paints.acc, 1.5))
            painter.drawRoundedRect(room.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)
        self._paint_words(painter, room)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        paints = theme.paints(self.palette())
        colour = self._colour()
        left = room.left() + _SIDE
        if self._shown is not None:
            look = state_look(self._shown, self.palette())
            size = theme.scaled(STATE_PX)
            place = QRectF(left, room.center().y() - size / 2, size, size)
            dot = look.colour if self._count else paints.dis
            paint_icon(painter, look.icon, place, dot, paints.surf)
            left += size + _GAP
        painter.setFont(theme.font(strong=self.isChecked()))
        painter.setPen(colour)
        painter.drawText(
            room.adjusted(left - room.left(), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        painter.drawText(
            room.adjusted(0, 0, -_SIDE, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            str(self._count),
        )

    def _colour(self) -> QColor:
        paints = theme.paints(self.palette())
        if self.isChecked():
            return paints.acc2
        return paints.text if self._count else paints.text3
