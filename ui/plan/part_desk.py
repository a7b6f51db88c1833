"""The pages with a current part: chosen by hand or by arrows, opened by Enter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.pages.paginator import Page
from ui.plan.live_layout import LiveLayout
from ui.plan.page_desk import PageDesk
from ui.plan.page_finding import SeenLine, row_number_at, seen_lines, spot_at
from ui.plan.page_marks import paint_part, rooms_of
from ui.plan.spots import Spot, SpotKind

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
# What of a part one wants to see when it becomes the current one, in page units.
_BEGINNING = 300


class PartDesk(PageDesk):
    """Knows what is shown and which part of it is the current one.

    `opened_elsewhere` names a part with a dialog or a page of its own, and the number of the
    row that was clicked in a table; `menu_asked` where the menu is to stand.
    """

    spot_changed = Signal(object)
    opened_elsewhere = Signal(object, str)
    menu_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a desk without a plan."""
        super().__init__(parent)
        self.layout_now: LiveLayout | None = None
        self.can_edit = False
        self.current: Spot | None = None
        self.viewport().setMouseTracking(True)

    def choose(self, spot: Spot, *, goes: bool = False) -> None:
        """Make a part the current one, and scroll there if *goes*."""
        is_new = spot != self.current
        self.current = spot
        if goes and self.layout_now and (place := self.layout_now.places.get(spot)):
            self.go_to(place)
        if is_new:
            self.spot_changed.emit(spot)
        self.viewport().update()

    def open_part(self, spot: Spot) -> None:
        """Open a part as Enter does."""
        self.choose(spot, goes=True)
        self.open_elsewhere(spot, "")

    def open_elsewhere(self, spot: Spot, row: str) -> None:
        """Ask for the dialog or the page of a part; what is read-only has only the latter."""
        if not spot.in_line and (self.can_edit or spot.kind is SpotKind.TASKS):
            self.opened_elsewhere.emit(spot, row)

    def show_current(self) -> None:
        """Scroll as little as needed to see the current part's beginning."""
        if self.current is None or self.layout_now is None:
            return
        place = self.layout_now.places.get(self.current)
        for count, page in enumerate(self.live.pages):
            if place in page.anchors:
                beginning = QRectF(0, page.anchors[place], 1, _BEGINNING)
                self.show_rect(self.seen(count, beginning))

    def lines(self, spot: Spot) -> list[SeenLine]:
        """Return where the lines of a part stand."""
        return seen_lines(self.live.pages, self.live.lines_of(spot))

    def spot_under(self, at: QPointF) -> Spot | None:
        """Return the part at a place of the viewport."""
        found = self.page_at(at)
        if found is None or self.layout_now is None:
            return None
        page = self.live.pages[found[0]]
        return spot_at(page, self.live.pages, self.layout_now.spots, found[1])

    def press(self, spot: Spot, event: QMouseEvent) -> None:
        """Do what a pressed button means for a part."""
        self.choose(spot)

    def paint_below(self, painter: QPainter, count: int, page: Page) -> None:
        """Paint the ground of the current part."""
        if self.current is None or self.layout_now is None:
            return
        place = self.layout_now.places.get(self.current)
        rooms = rooms_of(self.current, count, page, place, self.lines(self.current))
        paint_part(painter, self.palette(), rooms, page)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make what is clicked the current part."""
        spot = self.spot_under(event.position())
        if spot is not None and event.button() in _BUTTONS:
            self.press(spot, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what has a dialog or a page of its own."""
        at = event.position()
        spot, found = self.spot_under(at), self.page_at(at)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if spot is not None and found is not None and is_left and spot == self.current:
            self.open_elsewhere(spot, row_number_at(self.live.pages[found[0]], found[1].y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the pointer tell what a click would do."""
        spot = self.spot_under(event.position())
        shape = Qt.CursorShape.ArrowCursor
        if spot is not None and self.can_edit and spot.kind is not SpotKind.NAME:
            shape = Qt.CursorShape.IBeamCursor if spot.in_line else _HAND
        elif spot is not None and spot.kind is SpotKind.TASKS:
            shape = _HAND
        self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the current part."""
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from part to part, open the current one; the rest scrolls."""
        key = Qt.Key(event.key())
        if key in _OPENING and self.current is not None:
            self.open_part(self.current)
        elif key in _WALKS and self.layout_now is not None and self.current is not None:
            self._walk(list(self.layout_now.places), _WALKS[key])
        else:
            super().keyPressEvent(event)

    def _walk(self, spots: list[Spot], step: int) -> None:
        at = spots.index(self.current) if self.current in spots else -1
        self.choose(spots[min(max(at + step, 0), len(spots) - 1)])
        self.show_current()


_HAND = Qt.CursorShape.PointingHandCursor
