"""A page with a pane at its right: beside the page, or over it where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit import theme

_GRIP = 5
_LEAST = 200
# Wider only by the person's own hand.
_USUAL_PART, _MOST_PART = 0.34, 0.6


class PageWithPane(QWidget):
    """Opens and closes its pane; says when the person made it wider."""

    pane_widened = Signal(int)

    def __init__(
        self, middle: QWidget, pane: QWidget, width: int, parent: QWidget | None = None
    ) -> None:
        """Put *pane*, *width* wide as at 100 % of the text size, at the right of *middle*."""
        super().__init__(parent)
        self.middle = middle
        self._usual = width
        self._width = 0
        self._is_over = False
        self._is_open = True
        self._frame = _PaneFrame(self, pane)
        self.pane = pane
        self._head: QWidget | None = None
        middle.setParent(self)
        self._frame.raise_()

    def put_above(self, head: QWidget) -> None:
        """Let *head* stand above page and pane."""
        self._head = head
        head.setParent(self)
        self._place()

    @property
    def is_pane_open(self) -> bool:
        """Whether the pane can be seen."""
        return self._is_open

    def open_pane(self, *, is_open: bool) -> None:
        """Open or close the pane; focus that was in it goes back to the page."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._frame.isAncestorOf(focused)
        self._is_open = is_open
        self._place()
        if had_focus and not is_open:
            self.middle.setFocus(Qt.FocusReason.OtherFocusReason)

    def lay_pane_over(self, *, is_over: bool) -> None:
        """Lay the pane over the page instead of beside it."""
        self._is_over = is_over
        self._place()

    def widen_pane(self, width: int) -> None:
        """Give the pane a width as at 100 %; 0 for its usual one."""
        self._width = width
        self._place()

    def drag_to(self, left: int) -> None:
        """Follow the hand on the pane's edge."""
        widest = round(self.width() * _MOST_PART)
        width = max(theme.scaled(_LEAST), min(self.width() - left, widest))
        self.widen_pane(round(width / theme.text_scale()))
        self.pane_widened.emit(self._width)

    def minimumSizeHint(self) -> QSize:
        """Return what the page itself needs."""
        above = self._head.sizeHint().height() if self._head else 0
        return self.middle.minimumSizeHint() + QSize(0, above)

    def sizeHint(self) -> QSize:
        """Return what the page itself asks for."""
        return self.middle.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pane at the right."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        wanted = theme.scaled(self._width or self._usual)
        part = _MOST_PART if self._width or self._is_over else _USUAL_PART
        width = min(wanted, max(theme.scaled(_LEAST), round(self.width() * part)))
        beside = width if self._is_open and not self._is_over else 0
        top = self._head.sizeHint().height() if self._head else 0
        if self._head:
            self._head.setGeometry(0, 0, self.width(), top)
        height = self.height() - top
        self.middle.setGeometry(0, top, self.width() - beside, height)
        self._frame.setGeometry(self.width() - width, top, width, height)
        self._frame.setVisible(self._is_open)
        self._frame.is_over = self._is_over


class _PaneFrame(QWidget):
    """The pane with the edge one can take hold of."""

    is_over = False

    def __init__(self, page: PageWithPane, pane: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._pane = pane
        pane.setParent(self)
        self.setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pane.setGeometry(_GRIP, 0, self.width() - _GRIP, self.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on_edge = event.position().x() <= _GRIP
        self.setCursor(Qt.CursorShape.SplitHCursor if on_edge else Qt.CursorShape.ArrowCursor)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._page.drag_to(self.mapToParent(event.position().toPoint()).x())

    def paintEvent(self, event: QPaintEvent) -> None:
        paints = theme.paints(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), paints.win)
        if self.is_over:
            painter.fillRect(0, 0, 1, self.height(), paints.line2)
