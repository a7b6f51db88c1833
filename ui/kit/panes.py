"""Panes side by side with a thin line between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit import theme


class ThinLine(QWidget):
    """A line between panes or below a bar."""

    def __init__(self, way: Qt.Orientation, *, is_strong: bool = False) -> None:
        """Make a line of one pixel."""
        super().__init__()
        self._is_strong = is_strong
        if way is Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        paints = theme.paints(self.palette())
        QPainter(self).fillRect(event.rect(), paints.line2 if self._is_strong else paints.line)


def put_beside(place: QWidget, left: QWidget, right: QWidget) -> None:
    """Fill *place* with *left* and *right*, which takes the room that is left."""
    layout = QHBoxLayout(place)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(left)
    layout.addWidget(right, 1)


class Pane(QWidget):
    """A side pane: its content and the line at its right, which goes when the pane goes."""

    def __init__(self, content: QWidget, width: int) -> None:
        """Make a pane of a width as at 100 % of the text size."""
        super().__init__()
        self.setFixedWidth(theme.scaled(width))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(content, 1)
        layout.addWidget(ThinLine(Qt.Orientation.Vertical))
