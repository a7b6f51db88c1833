"""A title that is cut with "…" where it has no room; the tool tip has it whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.kit import theme

_LEAST = 60


class CutTitle(QLabel):
    """One line in the strong type of a pane's title."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        """Make a title."""
        super().__init__(words, parent)
        self.setFont(theme.font(theme.BASE_PT, strong=True))
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(theme.scaled(_LEAST), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what there is room for."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(self.text() if words != self.text() else "")
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), flags, words)
