"""The states of a plan: one bar with hatches that print, and its legend with counts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.hatched_bar import paint_hatched
from ui.kit.icons import STATE_PX, paint_icon
from ui.kit.state_look import state_look

_BAR_PX = 18
_GAP = 12
_BETWEEN = 2
_ROW_OVER = 8
_NUMBER_PX = 40


class StateSummary(QWidget):
    """Counts by shown state, worst first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty summary."""
        super().__init__(parent)
        self._counts: tuple[tuple[Shown, int], ...] = ()
        self.setAccessibleName("Số nhiệm vụ theo trạng thái")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_counts(self, counts: tuple[tuple[Shown, int], ...]) -> None:
        """Show other counts."""
        self._counts = counts
        self.setAccessibleDescription(", ".join(f"{shown} {count}" for shown, count in counts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the bar and its legend."""
        height = theme.scaled(_BAR_PX) + _GAP + self._row() * len(self._counts)
        return QSize(theme.scaled(280), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bar and legend."""
        painter = QPainter(self)
        self._paint_bar(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = theme.scaled(_BAR_PX) + _GAP
        for place, (shown, count) in enumerate(self._counts):
            row = QRectF(0, top + place * self._row(), self.width(), self._row())
            self._paint_row(painter, row, shown, count)

    def _row(self) -> int:
        return theme.line_height(theme.font()) + _ROW_OVER

    def _paint_bar(self, painter: QPainter) -> None:
        total = sum(count for _, count in self._counts)
        room = self.width() - _BETWEEN * max(0, len(self._counts) - 1) - 1
        left = 0.0
        for shown, count in self._counts:
            width = room * count / total
            look = state_look(shown, self.palette())
            place = QRectF(round(left), 0, round(width), theme.scaled(_BAR_PX))
            paint_hatched(painter, place, look)
            left += width + _BETWEEN

    def _paint_row(self, painter: QPainter, row: QRectF, shown: Shown, count: int) -> None:
        paints, look = theme.paints(self.palette()), state_look(shown, self.palette())
        size = theme.scaled(STATE_PX)
        swatch = QRectF(0, row.center().y() - size / 2, 2 * size, size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        paint_hatched(painter, swatch, look)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon = swatch.translated(2.6 * size, 0)
        icon.setWidth(size)
        paint_icon(painter, look.icon, icon, look.colour, paints.surf)
        painter.setFont(theme.font(strong=look.is_pill))
        painter.setPen(look.colour)
        words = row.adjusted(icon.right() + 6, 0, -theme.scaled(_NUMBER_PX), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown.value)
        painter.setFont(theme.font(strong=True))
        painter.setPen(paints.text)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(row, right, str(count))
