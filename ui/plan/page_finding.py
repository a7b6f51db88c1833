"""Where the lines of a paragraph are on the pages, and what lies at a place of a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLine

from ui.pages.lines import SetLine
from ui.pages.measures import units_of_mm
from ui.pages.paginator import BlockPlace, Page
from ui.pages.pieces import Stroke, Text
from ui.plan.spots import RECIPIENTS, SIGNATURE, Spot

# The ground of the signature keeps away from nơi nhận beside it.
_APART_MM = 14.0


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of a paragraph as it stands on a page; places count UTF-16 units."""

    page: int
    text: Text

    @property
    def start(self) -> int:
        """The place of its first letter in the printed words."""
        return self._line.textStart()

    @property
    def end(self) -> int:
        """The place behind its last letter."""
        return self._line.textStart() + self._line.textLength()

    @property
    def rect(self) -> QRectF:
        """The line's room in page units, as wide as it may be written."""
        line = self._line
        left = self.text.left + line.x()
        return QRectF(left, self.text.top, line.width(), self.text.line.height)

    def x_of(self, at: int) -> float:
        """Return how far to the right the place *at* is, in page units."""
        found: Any = self._line.cursorToX(min(max(at, self.start), self.end))
        # Qt gives back the place it went to as well.
        across = found[0] if isinstance(found, tuple) else found
        return self.text.left + float(across)

    def at_x(self, x: float, *, is_last: bool) -> int:
        """Return the place nearest to *x*, before the blank that ends a line that goes on."""
        at = int(self._line.xToCursor(x - self.text.left))
        return at if is_last else min(at, max(self.end - 1, self.start))

    @property
    def _line(self) -> QTextLine:
        return self.text.line.layout.lineAt(self.text.line.place)


def seen_lines(pages: Sequence[Page], lines: Sequence[SetLine]) -> list[SeenLine]:
    """Return the lines of a paragraph with their places; none before its pages are set."""
    if not lines:
        return []
    layout = lines[0].layout
    found: list[SeenLine] = []
    for count, page in enumerate(pages):
        here = [
            SeenLine(count, mark)
            for mark in page.marks
            if isinstance(mark, Text) and mark.line.layout is layout
        ]
        if found and not here:
            break
        found += here
    return found


def line_with(lines: Sequence[SeenLine], at: int) -> SeenLine | None:
    """Return the line in which the place *at* stands."""
    held = [one for one in lines if one.start <= at]
    return held[-1] if held else next(iter(lines), None)


def nearest_line(lines: Sequence[SeenLine], y: float) -> SeenLine:
    """Return the line nearest to the height *y*."""
    return min(lines, key=lambda one: max(one.rect.top() - y, y - one.rect.bottom(), 0.0))


def place_at(page: Page, pages: Sequence[Page], y: float) -> BlockPlace | None:
    """Return the block at the height *y* of a page."""
    above = [(top, place) for place, top in page.anchors.items() if top <= y]
    if above:
        return max(above)[1]
    for before in reversed(pages[: pages.index(page)]):
        if before.section == page.section and before.anchors:
            return max((top, place) for place, top in before.anchors.items())[1]
    return min(page.anchors, default=None)


def spot_at(
    page: Page, pages: Sequence[Page], spots: Mapping[BlockPlace, Spot], at: QPointF
) -> Spot | None:
    """Return the spot at a place of a page; the right half of the foot is the signature."""
    place = place_at(page, pages, at.y())
    spot = spots.get(place) if place is not None else None
    if spot == RECIPIENTS and at.x() > page.width / 2:
        return SIGNATURE
    return spot


def room_on(page: Page, place: BlockPlace, spot: Spot) -> QRectF | None:
    """Return the room a spot takes on a page, for one that is no paragraph."""
    top = page.anchors.get(place)
    if top is None:
        return None
    below = [one for one in page.anchors.values() if one > top]
    marks = [mark for mark in page.marks if isinstance(mark, Text | Stroke) and mark.top >= top]
    limit = min(below, default=float("inf"))
    inside = [mark for mark in marks if mark.top < limit]
    bottoms = [
        mark.top + mark.line.height if isinstance(mark, Text) else mark.bottom for mark in inside
    ]
    lefts = [mark.left for mark in inside]
    rights = [
        mark.left + mark.line.layout.lineAt(mark.line.place).width()
        if isinstance(mark, Text)
        else mark.right
        for mark in inside
    ]
    if not inside:
        return None
    room = QRectF(min(lefts), top, max(rights) - min(lefts), max(bottoms) - top)
    if spot == RECIPIENTS:
        room.setRight(min(room.right(), page.width / 2))
    elif spot == SIGNATURE:
        room.setLeft(max(room.left(), page.width / 2 + units_of_mm(_APART_MM)))
    return room


def row_number_at(page: Page, y: float) -> str:
    """Return the number in the first column of the table's row at the height *y*."""
    tops = sorted({mark.top for mark in page.marks if isinstance(mark, Stroke) and _is_flat(mark)})
    top = max((one for one in tops if one <= y), default=0.0)
    bottom = min((one for one in tops if one > y), default=page.height)
    row = [one for one in _texts(page) if top <= one.top < bottom]
    left = min((one.left for one in row), default=0.0)
    return "".join(one.line.text for one in row if one.left == left).strip()


def _texts(page: Page) -> Iterator[Text]:
    return (mark for mark in page.marks if isinstance(mark, Text))


def _is_flat(stroke: Stroke) -> bool:
    return stroke.top == stroke.bottom
