"""The year, and the picture by unit, on landscape A4: for the printer, a PDF, a PNG."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from tthc_desktop.domain.shown_state import Shown
from ui.calendar.year_painting import (
    YearRoom,
    header_height,
    paint_bars,
    paint_header,
    paint_row,
    paint_today,
    paint_undated,
    row_height,
)
from ui.calendar.year_rows import YearPage, YearRow
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.state_look import state_look
from ui.progress_picture.unit_bars import paint_units, picture_height
from ui.progress_picture.unit_states import UnitStates

# A4 on its side at 96 dots an inch, the unit in which our paint code thinks.
DPI, WIDTH, HEIGHT = 96, 1123, 794
_MARGIN, _TITLE, _LEGEND, _BARS, _NAMES = 38, 40, 30, 130, 290
_SHARP = 2.5
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEGEND_STATES = (
    Shown.DONE, Shown.DONE_LATE, Shown.IN_TIME, Shown.SOON, Shown.OVERDUE, Shown.NOT_STARTED,
    Shown.WAITING,
)  # fmt: skip

Sheet = Callable[[QPainter], None]


def year_sheets(page: YearPage, title: str, palette: QPalette) -> list[Sheet]:
    """Return the pages of a year; the rows go on over as many as they need."""
    parts = list(_parts(page))

    def sheet(place: int) -> Sheet:
        def paint(painter: QPainter) -> None:
            _paint_title(painter, title, f"{place + 1}/{len(parts)}", palette)
            _paint_year(painter, page, parts[place], place == len(parts) - 1, palette)

        return paint

    return [sheet(place) for place in range(len(parts))]


def unit_sheets(units: tuple[UnitStates, ...], title: str, palette: QPalette) -> list[Sheet]:
    """Return the one page of the picture by unit, made smaller where it is too high."""

    def paint(painter: QPainter) -> None:
        _paint_title(painter, title, "", palette)
        room = QRectF(0, 0, WIDTH - 2 * _MARGIN, picture_height(units))
        factor = min(1.0, (HEIGHT - 2 * _MARGIN - _TITLE) / room.height())
        painter.save()
        painter.translate(_MARGIN, _MARGIN + _TITLE)
        painter.scale(factor, factor)
        paint_units(painter, units, room, palette)
        painter.restore()

    return [paint]


def image_of(sheet: Sheet) -> QImage:
    """Return a page as a picture, sharp enough for a slide or a printer."""
    image = QImage(round(WIDTH * _SHARP), round(HEIGHT * _SHARP), QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SHARP, _SHARP)
    sheet(painter)
    painter.end()
    return image


def write_pdf(sheets: list[Sheet], title: str, to: Path) -> None:
    """Write the pages as a PDF; OSError where it cannot be written."""
    writer = QPdfWriter(str(to))
    writer.setTitle(title)
    writer.setResolution(DPI)
    writer.setPageLayout(_layout())
    painter = QPainter()
    if not painter.begin(writer):
        message = f"cannot write {to.name}"
        raise OSError(message)
    for place, sheet in enumerate(sheets):
        if place:
            writer.newPage()
        sheet(painter)
    painter.end()


def write_png(sheets: list[Sheet], to: Path) -> None:
    """Write the first page as a PNG; OSError where it cannot be written."""
    if not image_of(sheets[0]).save(str(to)):
        message = f"cannot write {to.name}"
        raise OSError(message)


def _layout() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF()
    )


def _parts(page: YearPage) -> Iterator[tuple[YearRow, ...]]:
    """Yield the rows of each page; the last one keeps room for the bars."""
    room = HEIGHT - 2 * _MARGIN - _TITLE - _LEGEND - header_height()
    rows: list[YearRow] = []
    used = 0
    for row in page.rows:
        if used + row_height(row) > room:
            yield tuple(rows)
            rows, used = [], 0
        rows.append(row)
        used += row_height(row)
    if used + _BARS + row_height(YearRow("", "", is_group=True)) > room and rows:
        yield tuple(rows)
        rows = []
    yield tuple(rows)


def _paint_title(painter: QPainter, title: str, number: str, palette: QPalette) -> None:
    paints = theme.paints(palette)
    room = QRectF(_MARGIN, _MARGIN, WIDTH - 2 * _MARGIN, _TITLE - 8)
    painter.setFont(theme.font(theme.REPORT_PT, strong=True))
    painter.setPen(paints.text)
    painter.drawText(room, _LEFT, title)
    painter.setFont(theme.font(theme.HEADER_PT))
    painter.setPen(paints.text2)
    painter.drawText(room, _RIGHT, number)


def _paint_year(
    painter: QPainter, page: YearPage, rows: tuple[YearRow, ...], is_last: bool, palette: QPalette
) -> None:
    room = YearRoom(_NAMES, WIDTH - 2 * _MARGIN)
    painter.save()
    painter.translate(_MARGIN, _MARGIN + _TITLE)
    paint_header(painter, room, page, palette)
    top = start = header_height()
    for row in rows:
        paint_row(painter, room, page, row, top, palette)
        top += row_height(row)
    paint_today(painter, room, page, start, top, palette)
    if is_last:
        top += round(paint_undated(painter, room, page, top, palette))
        paint_bars(painter, room, page, QRectF(0, top, room.width, _BARS), palette)
    painter.restore()
    _paint_legend(painter, palette)


def _paint_legend(painter: QPainter, palette: QPalette) -> None:
    paints = theme.paints(palette)
    left = float(_MARGIN)
    y = HEIGHT - _MARGIN - _LEGEND / 2
    painter.setFont(theme.font(theme.HEADER_PT))
    for shown in _LEGEND_STATES:
        look = state_look(shown, palette)
        paint_icon(painter, look.icon, QRectF(left, y - 7, 14, 14), look.colour, paints.surf)
        painter.setPen(paints.text2)
        width = painter.fontMetrics().horizontalAdvance(shown.value)
        height = painter.fontMetrics().ascent()
        painter.drawText(QPointF(left + 19, y + height / 2 - 1), shown.value)
        left += width + 38
