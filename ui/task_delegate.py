"""How the cells of the task table are painted; built for two-line rows and grid lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.domain.shown_state import Shown
from ui import theme
from ui.icons import STATE_PX, paint_icon
from ui.item_option import CellOption, cell_option
from ui.state_look import StateLook, state_look
from ui.task_columns import COLUMNS, Column
from ui.task_rows import RowKind, TaskRow
from ui.task_tree_model import ROW_ROLE
from ui.text_painting import paint_words

Index = QModelIndex | QPersistentModelIndex
CELL_SIDE = 8
_NUMBER_LEFT = 20
_ICON_GAP = 5
_PILL_SIDE = 6
_TWO_LINES_OVER = 4
_GROUP_OVER = 10
_NO_SIZE = QSize(0, 0)
PRESSING = (Shown.OVERDUE, Shown.SOON)


def number_left() -> int:
    """Return where a number begins: the arrow of groups stands before it."""
    return theme.scaled(_NUMBER_LEFT)


def row_height(kind: RowKind) -> int:
    """Return the height of a row: two lines, or the one of a group."""
    line = theme.line_height(theme.font())
    return 2 * line + _TWO_LINES_OVER if kind is RowKind.TASK else line + _GROUP_OVER


def row_fill(option: CellOption, plain: QColor) -> QColor:
    """Return the ground of a row: accent tint where selected, grey when focus is elsewhere."""
    if not option.is_selected:
        return plain
    paints = theme.paints(option.palette)
    return paints.sel if option.has_focus else paints.sel_away


class TaskDelegate(QStyledItemDelegate):
    """Paints a task's cells; group rows are painted whole by the table."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a delegate for the text size of now."""
        super().__init__(parent)
        self._sizes: dict[RowKind, QSize] = {}
        self.measure()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the row; widths belong to the header.

        Qt asks for every cell of every row, so only the first cell of a row answers.
        """
        return _NO_SIZE if index.column() else self._sizes[index.data(ROW_ROLE).kind]

    def measure(self) -> None:
        """Measure the rows for the text size of now."""
        self._sizes = {kind: QSize(0, row_height(kind)) for kind in RowKind}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, grid lines and words of a cell."""
        row, column, cell = index.data(ROW_ROLE), Column(index.column()), cell_option(option)
        painter.save()
        painter.setClipRect(cell.rect)
        painter.fillRect(cell.rect, row_fill(cell, self._ground(row, column, cell)))
        painter.setPen(theme.paints(cell.palette).grid)
        painter.drawLine(cell.rect.topRight(), cell.rect.bottomRight())
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        if column is Column.STATE and row.state:
            look = state_look(row.state.shown, cell.palette)
            paint_state(painter, QRectF(cell.rect), row.words[Column.STATE], look)
        else:
            self._paint_words(painter, cell, row, column)
        painter.restore()

    @staticmethod
    def _ground(row: TaskRow, column: Column, cell: CellOption) -> QColor:
        if column in row.missing and row.state:
            return state_look(row.state.shown, cell.palette).tint
        return theme.paints(cell.palette).surf

    @staticmethod
    def _paint_words(painter: QPainter, cell: CellOption, row: TaskRow, column: Column) -> None:
        paints = theme.paints(cell.palette)
        look = COLUMNS[column]
        colour = paints.text2 if look.secondary else paints.text
        if row.state and (column in row.missing or _is_pressing(row, column)):
            colour = state_look(row.state.shown, cell.palette).colour
        left = number_left() if column is Column.NUMBER else CELL_SIDE
        paint_words(
            painter,
            QRectF(cell.rect).adjusted(left, 0, -CELL_SIDE, 0),
            row.words.get(column, ""),
            theme.font(strong=_is_pressing(row, column)),
            colour,
            align=Qt.AlignmentFlag.AlignRight if look.right else Qt.AlignmentFlag.AlignLeft,
        )


def paint_state(painter: QPainter, cell: QRectF, words: str, look: StateLook) -> None:
    """Paint icon and word of a state; too narrow, the word is cut, the icon never."""
    font = theme.font(strong=look.is_pill)
    size = theme.scaled(STATE_PX)
    left = cell.left() + CELL_SIDE
    room = cell.right() - CELL_SIDE - left - size - _ICON_GAP
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.is_pill:
        width = size + _ICON_GAP + QFontMetricsF(font).horizontalAdvance(shown) + 2 * _PILL_SIDE
        height = theme.line_height(font) + 4
        pill = QRectF(left - _PILL_SIDE, cell.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tint)
        painter.drawRoundedRect(pill, height / 2, height / 2)
    place = QRectF(left, cell.center().y() - size / 2, size, size)
    paint_icon(painter, look.icon, place, look.colour, look.tint)
    painter.setFont(font)
    painter.setPen(look.colour)
    after = cell.adjusted(left - cell.left() + size + _ICON_GAP, 0, 0, 0)
    painter.drawText(after, Qt.AlignmentFlag.AlignVCenter, shown)


def _is_pressing(row: TaskRow, column: Column) -> bool:
    """Whether a due day stands out: late, or within a week."""
    if column is not Column.DUE or row.state is None:
        return False
    return row.state.shown in PRESSING
