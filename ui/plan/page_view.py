"""The printed pages on a grey desk, one below the other, fitted to the width."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tthc_desktop.document.blocks import DocumentLayout
from ui.kit import theme
from ui.pages.measures import UNITS_PER_INCH
from ui.pages.paginator import BlockPlace, Page, pages_one_by_one
from ui.pages.painter import draw_page

_GAP = 12
_SHADOW = 3
# Larger than printed helps nobody to see the page.
_LARGEST_ZOOM = 1.0
# A slice of setting pages; the main thread is free again long before anyone notices.
_SLICE_SECONDS = 0.02
_FREED_AT_ONCE = 10
_LINE_STEP = 48


class PageView(QAbstractScrollArea):
    """Sets the pages bit by bit and paints those that can be seen."""

    pages_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty desk."""
        super().__init__(parent)
        self.setAccessibleName("Trang in của kế hoạch")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_LINE_STEP)
        self.verticalScrollBar().valueChanged.connect(self.pages_changed)
        self._pages: list[Page] = []
        self._gone: list[Page] = []
        self._rest: Iterator[Page] = iter(())
        self._wanted: BlockPlace | None = None
        self._kept = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._set_some)

    @property
    def page_count(self) -> int:
        """How many pages are set so far."""
        return len(self._pages)

    @property
    def is_complete(self) -> bool:
        """Whether all pages are set."""
        return not self._timer.isActive()

    @property
    def facts(self) -> str:
        """The page one looks at and their number: "Trang 1 / 5"."""
        if not self._pages:
            return ""
        total = str(self.page_count) if self.is_complete else "đang tính…"
        return f"Trang {self._page_at_middle() + 1} / {total}"

    def show_document(self, layout: DocumentLayout | None, *, stay: bool = False) -> None:
        """Show another document from its first page on, or with *stay* where one looks at."""
        self._kept = self.verticalScrollBar().value() if stay else 0
        self._gone += self._pages
        self._pages = []
        self._wanted = None
        self._rest = pages_one_by_one(layout) if layout else iter(())
        self.verticalScrollBar().setValue(0)
        self._timer.start()
        self._set_some()

    def go_to(self, place: BlockPlace) -> None:
        """Scroll to where a block begins; as soon as its page is set, if it is not yet."""
        # Before all pages are set, there may be too few below it to scroll so far.
        self._wanted = None if self.is_complete else place
        for count, page in enumerate(self._pages):
            if place in page.anchors:
                top = self._top_of(count) + page.anchors[place] * self._zoom(page)
                self.verticalScrollBar().setValue(round(top) - _GAP)
                return

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
        scrolled = self.verticalScrollBar().value()
        for count, page in enumerate(self._pages):
            place = self._place_of(count, page).translated(0, -scrolled)
            if place.bottom() < event.rect().top():
                continue
            if place.top() > event.rect().bottom():
                break
            self._paint_page(painter, page, place)

    def _paint_page(self, painter: QPainter, page: Page, place: QRectF) -> None:
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
        painter.scale(self._zoom(page), self._zoom(page))
        draw_page(painter, page)
        painter.restore()

    def _set_some(self) -> None:
        """Set pages until the slice is over; the first of them is painted at once."""
        until = perf_counter() + _SLICE_SECONDS
        # To free hundreds of pages takes long, so the old ones go by and by.
        del self._gone[-_FREED_AT_ONCE:]
        for page in self._rest:
            self._pages.append(page)
            if perf_counter() > until:
                break
        else:
            self._timer.stop()
            self._gone.clear()
        # Hundreds of pages are much for the collector, as in `background.kept`.
        gc.freeze()
        self._measure()
        if self._kept:
            self.verticalScrollBar().setValue(self._kept)
            # Reached, or never to be: the document may have become shorter.
            if self.is_complete or self.verticalScrollBar().value() == self._kept:
                self._kept = 0
        if self._wanted:
            self.go_to(self._wanted)
        self.viewport().update()
        self.pages_changed.emit()

    def _measure(self) -> None:
        height = self._top_of(len(self._pages))
        room = self.viewport().height()
        self.verticalScrollBar().setPageStep(room)
        self.verticalScrollBar().setRange(0, max(0, round(height) - room))

    def _zoom(self, page: Page) -> float:
        """Return pixels per page unit: every page fits the width, none larger than it helps."""
        printed = self.logicalDpiX() / UNITS_PER_INCH
        fitting = (self.viewport().width() - 2 * _GAP) / page.width
        return max(min(fitting, printed * _LARGEST_ZOOM), printed / 10)

    def _top_of(self, count: int) -> float:
        heights = sum(page.height * self._zoom(page) for page in self._pages[:count])
        return _GAP + heights + count * _GAP

    def _place_of(self, count: int, page: Page) -> QRectF:
        width, height = page.width * self._zoom(page), page.height * self._zoom(page)
        left = max(_GAP, (self.viewport().width() - width) / 2)
        # Whole pixels, or the page's edges are blurred.
        return QRectF(round(left), round(self._top_of(count)), round(width), round(height))

    def _page_at_middle(self) -> int:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        below = [count for count in range(len(self._pages)) if self._top_of(count) <= middle]
        return max(below, default=0)
