"""The pages as they print, on a grey desk: turned by keys, enlarged by Ctrl and the wheel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.kit import theme
from ui.kit.zoom import OWN_ZOOM
from ui.pages.measures import UNITS_PER_INCH
from ui.pages.page_setter import PageSetter
from ui.pages.paginator import Page
from ui.pages.painter import draw_page
from ui.preview.desk_rows import FIT_PAGE, GAP, PERCENTS, Row, Zoom, desk_rows

_SHADOW = 3
_LINE_STEP = 48
_FRAME = 2


class PageDesk(QAbstractScrollArea):
    """Paints the pages that can be seen; one of them is the current one."""

    current_changed = Signal()
    zoom_changed = Signal()

    def __init__(self, setter: PageSetter, parent: QWidget | None = None) -> None:
        """Make a desk for the pages of *setter*."""
        super().__init__(parent)
        self.setAccessibleName("Trang in")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setProperty(OWN_ZOOM, True)
        # One that comes and goes would change the width the pages are fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._setter = setter
        self._columns, self._zoom = 1, FIT_PAGE
        self._rows: list[Row] = []
        self._current = 0
        self._wanted = 0
        self._is_placing = False
        setter.pages_set.connect(self.follow_pages)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(_LINE_STEP)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def current(self) -> int:
        """The current page, counted from 0."""
        return self._current

    @property
    def shown(self) -> tuple[int, ...]:
        """The current page with the one that lies beside it."""
        row = self._row_of(self._current)
        return tuple(range(row.first, row.first + len(row.places))) if row else ()

    @property
    def columns(self) -> int:
        """How many pages lie beside each other."""
        return self._columns

    @property
    def zoom(self) -> Zoom:
        """How large they are."""
        return self._zoom

    def begin(self, *, stay: bool) -> None:
        """Expect other pages: from the first on, or with *stay* the one that is current now."""
        self._wanted = self._current if stay else 0
        self._current = 0
        self._rows = []

    def look(self, *, columns: int | None = None, zoom: Zoom | None = None) -> None:
        """Lay the pages out anew; the current page stays in sight."""
        self._columns, self._zoom = columns or self._columns, zoom or self._zoom
        self._place()
        self.zoom_changed.emit()

    def go_to(self, page: int) -> None:
        """Make a page the current one and show it from its top."""
        last = len(self._setter.pages) - 1
        self._make_current(max(0, min(page, last)))
        self._scroll_to_current()

    def turn(self, step: int) -> None:
        """Go to the next row of pages, or with -1 to the one before."""
        row = self._row_of(self._current)
        if row is not None:
            self.go_to(row.first + step * self._columns)

    def follow_pages(self) -> None:
        """Take over pages that were set meanwhile."""
        there = len(self._setter.pages)
        is_first = there and not self._rows
        self._current = min(self._current, max(0, there - 1))
        if self._wanted and (there > self._wanted or self._setter.is_complete):
            self._current, self._wanted = min(self._wanted, there - 1), 0
            is_first = True
        self._place(scroll=bool(is_first))
        self.current_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new room."""
        super().resizeEvent(event)
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl enlarge."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        row = self._row_of(self._current)
        if row is None or not event.angleDelta().y():
            return
        now = row.scale * UNITS_PER_INCH / self.logicalDpiX() * 100
        # Half a per cent: a zoom that is one of the steps is no step away from itself.
        larger = [one for one in PERCENTS if one > now + 0.5]
        smaller = [one for one in reversed(PERCENTS) if one < now - 0.5]
        wanted = larger if event.angleDelta().y() > 0 else smaller
        if wanted:
            self.look(zoom=Zoom(wanted[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages by the keys everyone knows."""
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        page_keys = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if key in page_keys:
            self._step(page_keys[key])
        elif key is Qt.Key.Key_Home:
            self.go_to(0)
        elif key is Qt.Key.Key_End:
            self.go_to(len(self._setter.pages) - 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar.setValue(bar.value() + (_LINE_STEP if key is Qt.Key.Key_Down else -_LINE_STEP))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the page under the mouse the current one."""
        at = event.position() + QPointF(*self._scrolled())
        for row in self._rows:
            for place, rectangle in enumerate(row.places):
                if rectangle.contains(at):
                    self._make_current(row.first + place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the desk and the pages that can be seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.paints(self.palette()).paper)
        left, top = self._scrolled()
        seen = QRectF(event.rect()).translated(left, top)
        painter.translate(-left, -top)
        for row in self._rows:
            if row.bottom + _SHADOW < seen.top():
                continue
            if row.top - _FRAME > seen.bottom():
                break
            for place, rectangle in enumerate(row.places):
                number = row.first + place
                self._paint_page(painter, self._setter.pages[number], rectangle, row.scale)
                if number == self._current:
                    self._paint_frame(painter, rectangle)

    def _paint_page(self, painter: QPainter, page: Page, place: QRectF, scale: float) -> None:
        painter.save()
        edge = theme.paints(self.palette()).line2
        painter.fillRect(place.translated(_SHADOW, _SHADOW), edge)
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.setClipRect(place)
        painter.translate(place.topLeft())
        painter.scale(scale, scale)
        draw_page(painter, page)
        painter.restore()

    def _paint_frame(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(theme.paints(self.palette()).acc, _FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def _place(self, *, scroll: bool = True) -> None:
        room = QSizeF(self.viewport().size())
        self._rows = desk_rows(
            self._setter.pages, self._columns, self._zoom, room, self.logicalDpiX()
        )
        right = max((row.places[-1].right() for row in self._rows), default=0.0)
        bottom = max((row.bottom for row in self._rows[-1:]), default=0.0)
        self._is_placing = True
        for bar, length, seen in (
            (self.verticalScrollBar(), bottom, room.height()),
            (self.horizontalScrollBar(), right, room.width()),
        ):
            bar.setPageStep(round(seen))
            bar.setRange(0, max(0, round(length + GAP - seen)))
        self._is_placing = False
        if scroll:
            self._scroll_to_current()
        self.viewport().update()

    def _step(self, step: int) -> None:
        """Turn the page; a page that is higher than the desk is walked through first."""
        row, bar = self._row_of(self._current), self.verticalScrollBar()
        room = self.viewport().height()
        if row is None or row.bottom - row.top <= room:
            self.turn(step)
        else:
            bar.setValue(bar.value() + step * (room - _LINE_STEP))

    def _on_scrolled(self) -> None:
        """Make the page one looks at the current one."""
        self.viewport().update()
        if self._is_placing:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        above = [row for row in self._rows if row.top <= middle] or self._rows[:1]
        if above and self._current not in range(above[-1].first, above[-1].first + self._columns):
            self._make_current(above[-1].first)

    def _make_current(self, page: int) -> None:
        if page != self._current:
            self._current = page
            self.viewport().update()
            self.current_changed.emit()

    def _scroll_to_current(self) -> None:
        row = self._row_of(self._current)
        if row is not None:
            self._is_placing = True
            self.verticalScrollBar().setValue(round(row.top) - GAP)
            self._is_placing = False

    def _row_of(self, page: int) -> Row | None:
        place = page // self._columns
        return self._rows[place] if place < len(self._rows) else None

    def _scrolled(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()
