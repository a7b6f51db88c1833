"""Where the pages lie on the desk: one or two beside each other, in rows one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

from ui.pages.measures import UNITS_PER_INCH
from ui.pages.paginator import Page

GAP = 12
_SMALLEST = 0.1


@dataclass(frozen=True, slots=True)
class Zoom:
    """How large pages are: fitted whole, fitted to the width, or so many per cent of paper."""

    percent: int = 0
    is_width: bool = False

    @property
    def key(self) -> str:
        """The zoom as the settings keep it."""
        return str(self.percent or ("width" if self.is_width else "page"))


FIT_PAGE, FIT_WIDTH = Zoom(), Zoom(is_width=True)
PERCENTS = (50, 75, 100, 125, 150, 200)
ZOOMS = {"Vừa cả trang": FIT_PAGE, "Vừa chiều rộng": FIT_WIDTH} | {
    f"{percent} %": Zoom(percent) for percent in PERCENTS
}


@dataclass(frozen=True, slots=True)
class Row:
    """Pages beside each other: the number of the first, their places, pixels per page unit."""

    first: int
    places: tuple[QRectF, ...]
    scale: float

    @property
    def top(self) -> float:
        """Where the highest page begins."""
        return min(place.top() for place in self.places)

    @property
    def bottom(self) -> float:
        """Where the highest page ends."""
        return max(place.bottom() for place in self.places)


def desk_rows(
    pages: Sequence[Page], columns: int, zoom: Zoom, room: QSizeF, dots_per_inch: float
) -> list[Row]:
    """Lay *pages* on a desk as wide as *room*, wider where the zoom wants it."""
    rows: list[Row] = []
    top = float(GAP)
    for first in range(0, len(pages), columns):
        beside = pages[first : first + columns]
        scale = _scale(beside, columns, zoom, room, dots_per_inch)
        sizes = [QSizeF(round(one.width * scale), round(one.height * scale)) for one in beside]
        # A last page that is alone lies where the left one of two lies.
        slots = [*sizes, *sizes[-1:] * (columns - len(sizes))]
        width = sum(one.width() for one in slots) + GAP * (columns - 1)
        left = float(max(GAP, round((room.width() - width) / 2)))
        places = []
        for size in sizes:
            places.append(QRectF(left, round(top), size.width(), size.height()))
            left += size.width() + GAP
        rows.append(Row(first, tuple(places), scale))
        top = rows[-1].bottom + GAP
    return rows


def _scale(
    beside: Sequence[Page], columns: int, zoom: Zoom, room: QSizeF, dots_per_inch: float
) -> float:
    if zoom.percent:
        return zoom.percent / 100 * dots_per_inch / UNITS_PER_INCH
    width = sum(one.width for one in beside) + beside[-1].width * (columns - len(beside))
    fitting = (room.width() - (columns + 1) * GAP) / width
    if not zoom.is_width:
        fitting = min(fitting, (room.height() - 2 * GAP) / max(one.height for one in beside))
    return max(fitting, _SMALLEST * dots_per_inch / UNITS_PER_INCH)
