"""How the cells of the task table are painted; built for two-line rows and grid lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.cell_grid import REFUSED, CellGrid
from ui.kit.icons import STATE_PX, paint_icon
from ui.kit.item_option import CellOption, cell_option
from ui.kit.state_look import StateLook, state_look
from ui.kit.text_painting import paint_words
from ui.tasks.cell_editors import fill, new_editor, place_of, words_in
from ui.tasks.task_band import CELL_SIDE, number_left, paint_arrow, paint_band, row_fill
from ui.tasks.task_columns import COLUMNS, Column
from ui.tasks.task_rows import RowKind, TaskRow
from ui.tasks.task_selection import TaskSelection
from ui.tasks.task_tree_model import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex
_ICON_GAP = 5
_PILL_SIDE = 6
_TWO_LINES_OVER = 4
_GROUP_OVER = 10
_FILLED = "filled"
PRESSING = (Shown.OVERDUE, Shown.SOON)


def row_height(kind: RowKind) -> int:
    """Return the height of a row: two lines, or the one of a group."""
    line = theme.line_height(theme.font())
    return 2 * line + _TWO_LINES_OVER if kind is RowKind.TASK else line + _GROUP_OVER


class TaskDelegate(QStyledItemDelegate):
    """Paints cells, a group's cells as parts of one band, and makes the editors."""

    def __init__(self, table: QTableView) -> None:
        """Make a delegate for *table*."""
        super().__init__(table)
        self._table = table
        self._marked: frozenset[int] = frozenset()
        self._names: tuple[str, ...] = ()

    @property
    def marked_lines(self) -> frozenset[int]:
        """The lines with a bar at their left: those with a chosen cell."""
        return self._marked

    def look_at(self, chosen: TaskSelection) -> None:
        """Take over what is chosen, before the cells are painted."""
        room = self._table.viewport().rect()
        first, last = self._table.rowAt(room.top()), self._table.rowAt(room.bottom())
        last = last if last >= 0 else self._table.model().rowCount() - 1
        spans = chosen.spans()
        self._marked = frozenset(
            line
            for line in range(max(first, 0), last + 1)
            if any(one.top <= line <= one.bottom for one in spans)
        )
        self._is_single_line = all(one.top == one.bottom for one in spans) and len(spans) == 1

    def offer_names(self, names: Iterable[str]) -> None:
        """Offer these units in the cells of who leads and who co-ordinates."""
        self._names = tuple(names)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a cell."""
        return new_editor(Column(index.column()), parent, self._names)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor once: what is being typed is never replaced by a refresh."""
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)
        is_typed_over = isinstance(self._table, CellGrid) and self._table.is_typed_over
        if isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(self._table.updateEditorGeometries)
            editor.textChanged.connect(self._table.viewport().update)
        fill(editor, str(index.data(Qt.ItemDataRole.EditRole) or ""), all_chosen=is_typed_over)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, where it is something else than before."""
        text = words_in(editor)
        is_other = text != index.data(Qt.ItemDataRole.EditRole)
        editor.setProperty(REFUSED, is_other and not model.setData(index, text))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor over its cell; the content's is as high as its words."""
        room = cell_option(option).rect
        editor.setGeometry(place_of(editor, room, self._table.viewport().rect()))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Commit by Enter and go down, in every editor alike."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(editor, QWidget)
        ):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            if isinstance(self._table, CellGrid) and not editor.property(REFUSED):
                self._table.step(-1 if back else 1, 0)
            return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, grid lines and words of a cell."""
        row, column, cell = index.data(ROW_ROLE), Column(index.column()), cell_option(option)
        is_typing = self._table.state() == QTableView.State.EditingState
        cell = replace(
            cell,
            is_selected=self._is_filled(cell, index),
            has_focus=cell.has_focus or is_typing,
        )
        painter.save()
        painter.setClipRect(cell.rect)
        if row.kind is not RowKind.TASK:
            is_open = self._table.model().is_open(index) if row.children else None  # type: ignore[attr-defined]
            paint_band(painter, self._table, cell, row, column, is_open)
            painter.restore()
            return
        painter.fillRect(cell.rect, self._fill(row, column, cell, index))
        painter.setPen(theme.paints(cell.palette).grid)
        painter.drawLine(cell.rect.topRight(), cell.rect.bottomRight())
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        if column is Column.STATE and row.state:
            look = state_look(row.state.shown, cell.palette)
            paint_state(painter, QRectF(cell.rect), row.words[Column.STATE], look)
        else:
            self._paint_words(painter, cell, row, column)
        if row.children and column is Column.NUMBER:
            paint_arrow(painter, self._table, cell.rect, is_open=self._table.model().is_open(index))  # type: ignore[attr-defined]
        painter.restore()

    def _is_filled(self, cell: CellOption, index: Index) -> bool:
        """Whether a cell has the ground of what is chosen: one chosen row is filled whole."""
        return cell.is_selected or (self._is_single_line and index.row() in self._marked)

    def _fill(self, row: TaskRow, column: Column, cell: CellOption, index: Index) -> QColor:
        paints = theme.paints(cell.palette)
        at = self._table.currentIndex()
        if cell.has_focus and (at.row(), at.column()) == (index.row(), index.column()):
            return paints.surf
        return row_fill(cell, self._ground(row, column, cell))

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
