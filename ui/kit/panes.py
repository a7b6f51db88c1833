"""Panes side by side with a thin line between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit import theme

_GRIP = 5
_LEAST, _MOST_PART = 140, 0.45


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
    """A side pane: its content and the line at its right, which goes when the pane goes.

    The line can be drawn by the mouse; `widened` tells the width then, as at 100 %.
    """

    widened = Signal(int)

    def __init__(self, content: QWidget, width: int) -> None:
        """Make a pane of a width as at 100 % of the text size."""
        super().__init__()
        self._usual = width
        self._width = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(content, 1)
        layout.addWidget(ThinLine(Qt.Orientation.Vertical))
        self._grip = _Grip(self)
        self._take_width()

    def widen(self, width: int) -> None:
        """Give the pane the width that a person chose, as at 100 %; 0 for its usual one."""
        self._width = width
        self._take_width()

    def be_usually(self, width: int) -> None:
        """Take another usual width; one that a person chose stays."""
        self._usual = width
        self._take_width()

    def drag_to(self, right: int) -> None:
        """Follow the hand on the pane's edge."""
        most = round(self.window().width() * _MOST_PART)
        width = max(theme.scaled(_LEAST), min(right, most))
        self.widen(round(width / theme.text_scale()))
        self.widened.emit(self._width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the grip at the right edge."""
        super().resizeEvent(event)
        self._grip.setGeometry(self.width() - _GRIP, 0, _GRIP, self.height())
        self._grip.raise_()

    def _take_width(self) -> None:
        self.setFixedWidth(theme.scaled(self._width or self._usual))


class _Grip(QWidget):
    """What the hand takes hold of: wider than the line, and not to be seen."""

    def __init__(self, pane: Pane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pane.drag_to(self.mapTo(self._pane, event.position().toPoint()).x())
