"""A piece of a printed page that follows what is typed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import DocumentLayout
from ui.kit import theme
from ui.pages.measures import units_of_mm
from ui.pages.paginator import Page, pages_one_by_one
from ui.pages.painter import draw_page

_EDGE = 10
_SHOWN_MARGIN_MM = 8.0
_TOP_MM = 12.0
_BARS = (0.94, 1.0, 1.0, 1.0, 1.0, 0.65)
_BAR_HEIGHT, _BAR_STEP = 4, 13
_SMALLEST = QSize(240, 180)
_USUAL = QSize(392, 380)


class PrintedPreview(QWidget):
    """Paints the top of a page, as wide as there is room; grey bars stand for the text."""

    def __init__(self, name: str, *, bars: bool = False, right_half: bool = False) -> None:
        """Make an empty page; *name* is read aloud. *right_half* shows no more than that."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._page: Page | None = None
        self._bars = bars
        self._hidden_mm = nd30.PORTRAIT.text_width_mm / 2 if right_half else 0.0

    def show_layout(self, layout: DocumentLayout) -> None:
        """Show another document."""
        self._page = next(pages_one_by_one(layout))
        self.setAccessibleDescription(" ".join(self.lines))
        self.update()

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines as they print."""
        return self._page.lines if self._page else ()

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        return _USUAL

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size in which something can be seen."""
        return _SMALLEST

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the desk, the paper and what is printed on it."""
        paints = theme.paints(self.palette())
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paints.paper)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        paper = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, 0)
        painter.fillRect(paper, Qt.GlobalColor.white)
        if self._page is None:
            return
        painter.setClipRect(paper)
        self._paint_page(painter, self._page, paper)

    def _paint_page(self, painter: QPainter, page: Page, paper: QRectF) -> None:
        sheet = nd30.PORTRAIT
        left = units_of_mm(sheet.left_mm + self._hidden_mm - _SHOWN_MARGIN_MM)
        top = units_of_mm(sheet.top_mm - _TOP_MM)
        width = units_of_mm(sheet.text_width_mm - self._hidden_mm + 2 * _SHOWN_MARGIN_MM)
        zoom = paper.width() / width
        painter.save()
        painter.translate(paper.left() - left * zoom, paper.top() - top * zoom)
        painter.scale(zoom, zoom)
        draw_page(painter, page)
        painter.restore()
        if self._bars:
            end = max((mark.top for mark in page.marks), default=0.0)
            self._paint_bars(painter, paper, paper.top() + (end - top) * zoom, zoom)

    def _paint_bars(self, painter: QPainter, paper: QRectF, below: float, zoom: float) -> None:
        side = units_of_mm(_SHOWN_MARGIN_MM) * zoom
        room = paper.width() - 2 * side
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.paints(self.palette()).grid)
        for count, part in enumerate(_BARS):
            left = paper.left() + side + (room * 0.06 if not count else 0)
            place = QRectF(left, below + (count + 2.2) * _BAR_STEP, room * part, _BAR_HEIGHT)
            painter.drawRoundedRect(place, 2, 2)
