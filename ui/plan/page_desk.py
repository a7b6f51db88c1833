"""The printed pages on a grey desk, one below the other, fitted to the width."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.kit import theme
from ui.pages.measures import UNITS_PER_INCH
from ui.pages.paginator import BlockPlace, Page
from ui.pages.painter import draw_page
from ui.plan.live_pages import LivePages

_GAP = 12
_SHADOW = 3
# Larger than printed helps nobody to see the page.
_LARGEST_ZOOM = 1.0
_LINE_STEP = 48
_AROUND = 64


class PageDesk(QAbstractScrollArea):
    """Paints the pages that can be seen; scrolls by keys and to places."""

    pages_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty desk."""
        super().__init__(parent)
        self.setAccessibleName("Trang in của kế hoạch")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_LINE_STEP)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.live = LivePages(self)
        self.live.pages_set.connect(self._on_set)
        self._tops: list[float] = []
        self._wanted: BlockPlace | None = None

    @property
    def page_count(self) -> int:
        """How many pages are set so far."""
        return len(self.live.pages)

    @property
    def is_complete(self) -> bool:
        """Whether all pages are set."""
        return self.live.is_complete

    @property
    def facts(self) -> str:
        """The page one looks at and their number: "Trang 1 / 5"."""
        if not self.live.pages:
            return ""
        total = str(self.page_count) if self.is_complete else "đang tính…"
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return f"Trang {max(bisect_right(self._tops, middle), 1)} / {total}"

    def go_to(self, place: BlockPlace) -> None:
        """Scroll to where a block begins; as soon as its page is set, if it is not yet."""
        # Before all pages are set, there may be too few below it to scroll so far.
        self._wanted = None if self.is_complete else place
        for count, page in enumerate(self.live.pages):
            if place in page.anchors:
                # The first block is seen with the top of its page.
                down = page.anchors[place] if place.block else 0.0
                top = self._tops[count] + down * self.zoom(page)
                self.verticalScrollBar().setValue(round(top) - (2 if place.block else 1) * _GAP)
                return

    def zoom(self, page: Page) -> float:
        """Return pixels per page unit: every page fits the width, none larger than it helps."""
        printed = self.logicalDpiX() / UNITS_PER_INCH
        fitting = (self.viewport().width() - 2 * _GAP) / page.width
        return max(min(fitting, printed * _LARGEST_ZOOM), printed / 10)

    def place_of(self, count: int) -> QRectF:
        """Return where a page lies in the viewport, in whole pixels: its edges stay sharp."""
        page = self.live.pages[count]
        width, height = page.width * self.zoom(page), page.height * self.zoom(page)
        left = max(_GAP, (self.viewport().width() - width) / 2)
        top = self._tops[count] - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(width), round(height))

    def page_at(self, at: QPointF) -> tuple[int, QPointF] | None:
        """Return the page at a place of the viewport, or nearest to it, and where on it."""
        if not self.live.pages:
            return None
        below = at.y() + self.verticalScrollBar().value()
        count = max(bisect_right(self._tops, below) - 1, 0)
        zoom = self.zoom(self.live.pages[count])
        corner = self.place_of(count).topLeft()
        return count, QPointF((at.x() - corner.x()) / zoom, (at.y() - corner.y()) / zoom)

    def seen(self, count: int, rect: QRectF) -> QRectF:
        """Return where a rectangle of a page, in page units, lies in the viewport."""
        zoom = self.zoom(self.live.pages[count])
        place = self.place_of(count)
        return QRectF(
            place.left() + rect.left() * zoom,
            place.top() + rect.top() * zoom,
            rect.width() * zoom,
            rect.height() * zoom,
        )

    def show_rect(self, rect: QRectF) -> None:
        """Scroll as little as it takes to see a rectangle of the viewport."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        # With the lines around it: nobody writes well at the edge of what is seen.
        around = min(_AROUND, room // 4)
        if rect.top() < around:
            bar.setValue(round(bar.value() + rect.top() - around))
        elif rect.bottom() > room - around:
            bar.setValue(round(bar.value() + rect.bottom() - room + around))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width and stay at the same place of the document."""
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        super().resizeEvent(event)
        self._measure()
        bar.setValue(round(part * bar.maximum()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page, line, beginning and end by the keys everyone knows."""
        bar = self.verticalScrollBar()
        page = self.viewport().height() - _LINE_STEP
        moves = {
            Qt.Key.Key_Home: -bar.maximum(), Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Up: -_LINE_STEP, Qt.Key.Key_Down: _LINE_STEP,
        }  # fmt: skip
        if (move := moves.get(Qt.Key(event.key()))) is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + move)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the desk and the pages that can be seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.paints(self.palette()).paper)
        for count, page in enumerate(self.live.pages):
            place = self.place_of(count)
            if place.bottom() < event.rect().top():
                continue
            if place.top() > event.rect().bottom():
                break
            self._paint_page(painter, count, page, place)

    def paint_below(self, painter: QPainter, count: int, page: Page) -> None:
        """Paint what lies under the words of a page, in page units."""

    def paint_above(self, painter: QPainter, count: int, page: Page) -> None:
        """Paint what lies over the words of a page, in page units."""

    def pages_were_set(self) -> None:
        """Go on from pages that were just set."""

    def _paint_page(self, painter: QPainter, count: int, page: Page, place: QRectF) -> None:
        painter.save()
        edge = theme.paints(self.palette()).line2
        painter.fillRect(place.translated(_SHADOW, _SHADOW), edge)
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.setPen(edge)
        painter.drawRect(place)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.setClipRect(place)
        painter.translate(place.topLeft())
        painter.scale(self.zoom(page), self.zoom(page))
        self.paint_below(painter, count, page)
        draw_page(painter, page)
        self.paint_above(painter, count, page)
        painter.restore()

    def _on_set(self) -> None:
        self._measure()
        if self._wanted:
            self.go_to(self._wanted)
        self.pages_were_set()
        self.viewport().update()
        self.pages_changed.emit()

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self.pages_changed.emit()

    def _measure(self) -> None:
        top = float(_GAP)
        self._tops = []
        for page in self.live.pages:
            self._tops.append(top)
            top += page.height * self.zoom(page) + _GAP
        room = self.viewport().height()
        self.verticalScrollBar().setPageStep(room)
        self.verticalScrollBar().setRange(0, max(0, round(top) - room))
