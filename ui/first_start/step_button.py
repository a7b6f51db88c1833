"""One of the steps at the left of the wizard: its number in a disc, its name, what it asks."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.kit import theme

_DISC = 26
_GAP = 12
_SIDE = 4
_STEP_HEIGHT = 68


class StepButton(QAbstractButton):
    """Goes to its step; the line below leads to the next one."""

    def __init__(self, number: int, title: str, asked: str, *, is_last: bool) -> None:
        """Make the button of a step."""
        super().__init__()
        self._number = number
        self._asked = asked
        self._is_last = is_last
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"Bước {number}: {title}")
        self.setAccessibleDescription(asked)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room for disc and words."""
        words = max(
            QFontMetrics(_title_font(strong=True)).horizontalAdvance(self.text()),
            QFontMetrics(_asked_font()).horizontalAdvance(self._asked),
        )
        width = _SIDE + theme.scaled(_DISC) + _GAP + words + _SIDE
        return QSize(width, theme.scaled(_STEP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the room, with less of the line that leads on."""
        lines = theme.line_height(_title_font(strong=True)) + theme.line_height(_asked_font())
        return QSize(self.sizeHint().width(), max(lines, theme.scaled(_DISC)) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint disc, words, line and, with the keyboard here, the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(_SIDE + 0.5, 4.5, theme.scaled(_DISC) - 1, theme.scaled(_DISC) - 1)
        self._paint_disc(painter, disc)
        self._paint_words(painter, disc.right() + _GAP)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.paints(self.palette()).acc, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        paints = theme.paints(self.palette())
        painter.setPen(QPen(paints.acc if self.isChecked() else paints.btn, 1))
        painter.setBrush(paints.acc if self.isChecked() else paints.surf)
        painter.drawEllipse(disc)
        painter.setFont(theme.font(theme.HEADER_PT, strong=self.isChecked()))
        painter.setPen(paints.on_acc if self.isChecked() else paints.text2)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        if not self._is_last:
            painter.setPen(QPen(paints.line2, 1.5))
            middle = disc.center().x()
            painter.drawLine(
                QRectF(middle, disc.bottom() + 5, 0, 0).topLeft(),
                QRectF(middle, self.height() - 1, 0, 0).topLeft(),
            )

    def _paint_words(self, painter: QPainter, left: float) -> None:
        paints = theme.paints(self.palette())
        title = _title_font(strong=self.isChecked())
        height = theme.line_height(title)
        painter.setFont(title)
        usual = paints.text if self.isEnabled() else paints.dis
        painter.setPen(paints.acc2 if self.isChecked() else usual)
        room = QRectF(left, 1, self.width() - left, height)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(_asked_font())
        painter.setPen(paints.text2 if self.isEnabled() else paints.dis)
        below = QRectF(left, 1 + height, self.width() - left, theme.line_height(_asked_font()))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._asked)


def _title_font(*, strong: bool) -> QFont:
    return theme.font(strong=strong)


def _asked_font() -> QFont:
    return theme.font(theme.HEADER_PT)
