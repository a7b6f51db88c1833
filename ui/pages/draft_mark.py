"""DỰ THẢO behind a page: a drawn outline, so that no search and no copying finds it as text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from tthc_desktop.document import nd30
from ui.pages.measures import page_font, units_of_mm

_LETTERS_PT = 100


@dataclass(frozen=True, slots=True)
class DraftMark:
    """The mark with its middle at a place of the page."""

    left: float
    top: float

    def moved(self, right: float, down: float) -> DraftMark:
        """Return the same, moved."""
        return DraftMark(self.left + right, self.top + down)

    def draw(self, painter: QPainter) -> None:
        """Draw it, as wide and as high as Word stretches its own."""
        outline = _outline()
        bounds = outline.boundingRect()
        mark = nd30.DRAFT_MARK
        painter.save()
        painter.translate(self.left, self.top)
        painter.rotate(-mark.degrees)
        painter.scale(
            units_of_mm(mark.width_mm) / bounds.width(),
            units_of_mm(mark.height_mm) / bounds.height(),
        )
        painter.translate(-bounds.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(f"#{mark.grey}"))
        painter.drawPath(outline)
        painter.restore()


@cache
def _outline() -> QPainterPath:
    path = QPainterPath()
    path.addText(0, 0, page_font(_LETTERS_PT, bold=True), nd30.DRAFT_MARK.text)
    return path
