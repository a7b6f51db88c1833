"""What is painted round the words of a page while it is edited: part, selection, cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from ui.kit import theme
from ui.pages.measures import units_of_mm
from ui.pages.paginator import BlockPlace, Page
from ui.plan.page_finding import SeenLine, room_on
from ui.plan.spots import Spot

_SIDE_MM, _BAR_MM, _AWAY_MM = 2.0, 1.1, 4.0
_CARET_PX = 1.4


def rooms_of(
    spot: Spot, count: int, page: Page, place: BlockPlace | None, lines: Iterable[SeenLine]
) -> list[QRectF]:
    """Return the room of a part on a page: that of its lines, else that of its block."""
    own = list(lines)
    here = [one.rect for one in own if one.page == count]
    if own or place is None:
        return here
    room = room_on(page, place, spot)
    return [room] if room else []


def paint_part(painter: QPainter, palette: QPalette, rooms: Sequence[QRectF], page: Page) -> None:
    """Paint the tint under the current part and the bar in the margin beside it."""
    if not rooms:
        return
    top, bottom = min(one.top() for one in rooms), max(one.bottom() for one in rooms)
    left = min(one.left() for one in rooms)
    right = max(one.right() for one in rooms)
    paints = theme.paints(palette)
    side = units_of_mm(_SIDE_MM)
    # The first line stands further in; the ground is as wide as the lines below it.
    margin = min(left, units_of_mm(30.0)) if left < page.width / 3 else left
    ground = QRectF(margin - side, top, right - margin + 2 * side, bottom - top)
    painter.fillRect(ground, paints.tint)
    bar = ground.left() - units_of_mm(_AWAY_MM) + side
    painter.fillRect(QRectF(bar, top, units_of_mm(_BAR_MM), bottom - top), paints.acc)


def paint_selection(
    painter: QPainter,
    palette: QPalette,
    lines: Sequence[SeenLine],
    count: int,
    span: tuple[int, int],
) -> None:
    """Paint the ground of what is selected on a page."""
    start, end = span
    for line in lines:
        if line.page != count or start >= end or line.end <= start or line.start >= end:
            continue
        rect = line.rect
        rect.setLeft(line.x_of(start))
        rect.setRight(line.x_of(end) if end < line.end else line.rect.right())
        if end >= line.end:
            rect.setRight(max(line.x_of(line.end), line.x_of(start)))
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight).darker(115))


def paint_caret(painter: QPainter, line: SeenLine, at: int, zoom: float) -> None:
    """Paint the cursor, as thin on every screen."""
    rect = line.rect
    x = line.x_of(at)
    painter.save()
    painter.setPen(QPen(Qt.GlobalColor.black, _CARET_PX / zoom))
    painter.drawLine(QLineF(x, rect.top() + rect.height() * 0.08, x, rect.bottom()))
    painter.restore()
