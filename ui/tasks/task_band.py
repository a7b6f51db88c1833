"""A group's row as one band, painted part by part with its cells."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QTableView

from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.item_option import CellOption
from ui.kit.text_painting import paint_words
from ui.tasks.task_columns import Column
from ui.tasks.task_rows import RowKind, TaskRow

CELL_SIDE = 8
BAR = 4
_NUMBER_LEFT = 20
_ARROW_PX = 12


def number_left() -> int:
    """Return where a number begins: the arrow of groups stands before it."""
    return theme.scaled(_NUMBER_LEFT)


def row_fill(option: CellOption, plain: QColor) -> QColor:
    """Return the ground of a row: accent tint where selected, grey when focus is elsewhere."""
    if not option.is_selected:
        return plain
    paints = theme.paints(option.palette)
    return paints.sel if option.has_focus else paints.sel_away


def paint_band(
    painter: QPainter,
    table: QTableView,
    option: CellOption,
    row: TaskRow,
    column: Column,
    is_open: bool | None,
) -> None:
    """Paint the ground of one cell of a band, with number and arrow in the first.

    *is_open* is None where nothing hangs below.
    """
    paints = theme.paints(option.palette)
    ground = paints.head if row.kind is RowKind.LIST else paints.surf2
    painter.fillRect(option.rect, row_fill(option, ground))
    painter.setPen(paints.grid)
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    if column is not Column.NUMBER:
        return
    number = QRectF(option.rect).adjusted(number_left(), 0, 0, 0)
    words = row.words.get(Column.NUMBER, "")
    paint_words(painter, number, words, _font(row), paints.text, lines=1)
    if is_open is not None:
        paint_arrow(painter, table, option.rect, is_open=is_open)


def paint_band_words(painter: QPainter, table: QTableView, line: QRect, row: TaskRow) -> None:
    """Paint the words of a band over all its cells at once: they are wider than any of them."""
    paints = theme.paints(table.palette())
    content = _span(table, line, Column.CONTENT, Column.DUE)
    if row.kind is RowKind.LIST:
        content.setLeft(table.columnViewportPosition(Column.NUMBER) + number_left())
    words = row.words.get(Column.CONTENT, "").replace("\n", " ")
    paint_words(painter, content, words, _font(row), paints.text, lines=1)
    account = _span(table, line, Column.STATE, Column.RESULT)
    small = theme.font(theme.HEADER_PT)
    paint_words(painter, account, row.account, small, paints.text2, lines=1)


def _font(row: TaskRow) -> QFont:
    return theme.font(strong=True, italic=row.depth > 0)


def paint_arrow(painter: QPainter, table: QTableView, room: QRect, *, is_open: bool) -> None:
    """Paint the arrow that opens and closes what hangs below a row."""
    size = theme.scaled(_ARROW_PX)
    left = table.columnViewportPosition(Column.NUMBER) + BAR
    place = QRectF(left, room.center().y() + 0.5 - size / 2, size, size)
    name = "chevron-down" if is_open else "chevron-right"
    paint_icon(painter, name, place, theme.paints(table.palette()).text2)


def _span(table: QTableView, line: QRect, first: Column, last: Column) -> QRectF:
    left = table.columnViewportPosition(first)
    right = table.columnViewportPosition(last) + table.columnWidth(last)
    span = QRectF(left, line.top(), right - left, line.height())
    return span.adjusted(CELL_SIDE, 0, -CELL_SIDE, 0)
