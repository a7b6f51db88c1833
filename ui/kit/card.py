"""A white card with a title: the room in which a page shows one matter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit import theme

PADDING = 16
GAP = 12
_RADIUS = 6


class Card(QWidget):
    """Title, at its right a short fact in grey, below them the content."""

    def __init__(self, title: str, *content: QWidget) -> None:
        """Make a card of one column."""
        super().__init__()
        self._title = QLabel(title)
        self._title.setFont(theme.font(theme.TITLE_PT, strong=True))
        self._title.setWordWrap(True)  # on a narrow screen two lines, never a cut card
        self._fact = QLabel()
        self._fact.setFont(theme.font(theme.HEADER_PT))
        theme.make_secondary(self._fact)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._fact)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PADDING, GAP, PADDING, PADDING)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        for one in content:
            layout.addWidget(one)

    def say(self, title: str, fact: str = "") -> None:
        """Give the card another title and fact."""
        self._title.setText(title)
        self._fact.setText(fact)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the thin line round it."""
        paints = theme.paints(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(paints.line, 1))
        painter.setBrush(paints.surf)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(room, _RADIUS, _RADIUS)


def small_title(words: str) -> QLabel:
    """Return a title inside a card."""
    label = QLabel(words)
    label.setFont(theme.font(strong=True))
    label.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return label
