"""The words below a cell in which something does not fit."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.state_look import state_look

_WIDTH, _MARGIN, _RADIUS = 340, 7, 4


class CellNote(QLabel):
    """Stands below its cell, above it where there is no room; red on a light tint."""

    def __init__(self, parent: QWidget) -> None:
        """Make a hidden note over *parent*."""
        super().__init__(parent)
        self._over = parent
        self.setWordWrap(True)
        self.setMargin(_MARGIN)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.hide()

    def say(self, sentence: str, cell: QRect) -> None:
        """Show *sentence* at a cell."""
        palette, room = self.palette(), self._over.rect()
        palette.setColor(
            QPalette.ColorRole.WindowText, state_look(Shown.OVERDUE, palette).colour
        )  # fmt: skip
        self.setPalette(palette)
        self.setText(sentence)
        width = min(theme.scaled(_WIDTH), room.width())
        self.resize(width, self.heightForWidth(width))
        top = cell.bottom() + 2
        if top + self.height() > room.bottom():
            top = cell.top() - self.height() - 1
        self.move(max(0, min(cell.left(), room.right() - width)), top)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, its outline and the words."""
        look = state_look(Shown.OVERDUE, self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour, 1))
        painter.setBrush(look.tint)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS
        )
        painter.end()
        super().paintEvent(event)


def mark_refused(editor: QWidget, sentence: str) -> None:
    """Let an editor be seen and heard as one whose words were refused."""
    palette = editor.palette()
    palette.setColor(QPalette.ColorRole.Base, state_look(Shown.OVERDUE, palette).tint)
    editor.setPalette(palette)
    editor.setAccessibleDescription(sentence)
