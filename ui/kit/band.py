"""A band under the page bar: why nothing can be written, or that a document is final."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.kit import theme
from ui.kit.icons import ROW_PX, paint_icon

_SIDE = 16
_GAP = 8
_OVER = 5


class Band(QWidget):
    """Hidden while there is nothing to say; yellow warns, grey tells."""

    def __init__(self, *, is_warning: bool, parent: QWidget | None = None) -> None:
        """Make a hidden band."""
        super().__init__(parent)
        self._is_warning = is_warning
        self.setAccessibleName("Cảnh báo" if is_warning else "Ghi chú")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = QLabel()
        self._words.setWordWrap(True)
        if is_warning:
            palette = self._words.palette()
            palette.setColor(palette.ColorRole.WindowText, theme.caution(palette)[0])
            self._words.setPalette(palette)
        layout = QHBoxLayout(self)
        left = _SIDE + theme.scaled(ROW_PX) + _GAP
        layout.setContentsMargins(left, _OVER, _SIDE, _OVER)
        layout.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What the band says."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say something, or nothing."""
        self._words.setText(words)
        self.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, line and icon."""
        paints = theme.paints(self.palette())
        colour, tint = theme.caution(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), tint if self._is_warning else paints.head)
        painter.setPen(paints.line2)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        size = theme.scaled(ROW_PX)
        place = QRectF(_SIDE, (self.height() - size) / 2, size, size)
        icon = "warning" if self._is_warning else "doc"
        paint_icon(painter, icon, place, colour if self._is_warning else paints.text2)
