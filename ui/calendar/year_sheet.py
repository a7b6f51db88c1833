"""The year, and the picture by unit, as pages of landscape A4."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette

from tthc_desktop.use_cases.unit_states import UnitStates
from ui.calendar.paper import HEIGHT, WIDTH, Sheet
from ui.calendar.sheet_frame import LEGEND, MARGIN, TITLE, paint_legend, paint_title
from ui.calendar.year_bars import paint_bars
from ui.calendar.year_painting import (
    YearRoom,
    header_height,
    paint_header,
    paint_row,
    paint_undated,
    row_height,
)
from ui.calendar.year_rows import YearPage, YearRow
from ui.progress_picture.unit_bars import paint_units, picture_height

_BARS, _NAMES = 130, 290
_ROOM = HEIGHT - 2 * MARGIN - TITLE - LEGEND
# A year that is a little too high is made smaller: one page that can be hung up. Its smallest
# letters are then still of 6.5 points.
_SMALLEST = 0.72


def year_sheets(page: YearPage, title: str, palette: QPalette) -> list[Sheet]:
    """Return the pages of a year; the rows go on over as many as they need."""
    scale = _scale(page)
    parts = list(_parts(page, _ROOM / scale))

    def sheet(place: int) -> Sheet:
        def paint(painter: QPainter) -> None:
            is_last = place == len(parts) - 1
            paint_title(
                painter, title, f"{place + 1}/{len(parts)}" if len(parts) > 1 else "", palette
            )
            _paint_year(painter, page, parts[place], is_last, scale, palette)
            paint_legend(painter, palette, has_bars=is_last)

        return paint

    return [sheet(place) for place in range(len(parts))]


def unit_sheets(units: tuple[UnitStates, ...], title: str, palette: QPalette) -> list[Sheet]:
    """Return the one page of the picture by unit, made smaller where it is too high."""

    def paint(painter: QPainter) -> None:
        paint_title(painter, title, "", palette)
        room = QRectF(0, 0, WIDTH - 2 * MARGIN, picture_height(units))
        factor = min(1.0, (HEIGHT - 2 * MARGIN - TITLE) / room.height())
        painter.save()
        painter.translate(MARGIN, MARGIN + TITLE)
        painter.scale(factor, factor)
        paint_units(painter, units, room, palette)
        painter.restore()

    return [paint]


def unit_sheet_height(units: tuple[UnitStates, ...]) -> float:
    """Return how far down the page of the picture by unit goes."""
    return min(2 * MARGIN + TITLE + picture_height(units), HEIGHT)


def _scale(page: YearPage) -> float:
    """Return how much smaller the year is made so that it is one page; 1 where it cannot be."""
    group, task = row_height(is_group=True), row_height(is_group=False)
    groups = sum(row.is_group for row in page.rows)
    rows = groups * group + (len(page.rows) - groups) * task
    scale = _ROOM / (header_height() + rows + group + _BARS)
    return min(scale, 1.0) if scale >= _SMALLEST else 1.0


def _parts(page: YearPage, height: float) -> Iterator[tuple[YearRow, ...]]:
    """Yield the rows of each page; the last one keeps room for the bars."""
    room = height - header_height()
    group, task = row_height(is_group=True), row_height(is_group=False)
    rows: list[YearRow] = []
    used = 0
    for row in page.rows:
        height = group if row.is_group else task
        # A group never stands last on a page, away from its tasks.
        if used + height + (task if row.is_group else 0) > room:
            yield tuple(rows)
            rows, used = [], 0
        rows.append(row)
        used += height
    if used + _BARS + group > room and rows:
        yield tuple(rows)
        rows = []
    yield tuple(rows)


def _paint_year(
    painter: QPainter,
    page: YearPage,
    rows: tuple[YearRow, ...],
    is_last: bool,
    scale: float,
    palette: QPalette,
) -> None:
    room = YearRoom(_NAMES / scale, (WIDTH - 2 * MARGIN) / scale)
    painter.save()
    painter.translate(MARGIN, MARGIN + TITLE)
    painter.scale(scale, scale)
    paint_header(painter, room, page, palette)
    top = header_height()
    for row in rows:
        paint_row(painter, room, page, row, top, palette)
        top += row_height(is_group=row.is_group)
    if is_last:
        top += round(paint_undated(painter, room, page, top, palette))
        paint_bars(painter, room, page, QRectF(0, top, room.width, _BARS), palette)
    painter.restore()
