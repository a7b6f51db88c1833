"""How the cells of a register are painted and typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tthc_desktop.domain.reporting.entry_fields import FieldKind
from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.cell_grid import REFUSED
from ui.kit.item_option import CellOption, cell_option
from ui.kit.state_look import state_look
from ui.kit.text_fields import line_edit
from ui.kit.text_painting import paint_words
from ui.registers.sheet_model import CELL_ROLE, ROW_ROLE, Index, SheetModel
from ui.tasks.task_delegate import paint_state

if TYPE_CHECKING:
    from ui.registers.sheet_grid import SheetGrid

_SIDE = 8
_CORNER = 7
_LEAST_WIDTH = 160
_FILLED = "filled"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetDelegate(QStyledItemDelegate):
    """Two lines a cell; a list opens where only its words may be typed."""

    def __init__(self, grid: SheetGrid) -> None:
        """Paint in *grid*."""
        super().__init__(grid)
        self._grid = grid

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field that offers what the column knows."""
        model = self._model
        column = model.sheet.columns[index.column()]
        edit = line_edit(column.heading, suggestions=self._grid.offered(column), hint=column.hint)
        edit.setParent(parent)
        edit.setMinimumHeight(0)
        found = model.sheet.field(column)
        # While its list is open, Enter comes to the field alone, not to our filter.
        edit.returnPressed.connect(lambda: self._take(edit, back=False))
        if found and (found.choices or found.kind is FieldKind.YES_NO):
            QTimer.singleShot(0, edit, lambda: edit.completer().complete())
        return edit

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor once: what is being typed is never replaced by a refresh."""
        if editor.property(_FILLED) or not isinstance(editor, QLineEdit):
            return
        editor.setProperty(_FILLED, True)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, where it is something else than before."""
        if isinstance(editor, QLineEdit):
            text = editor.text()
            is_other = text != index.data(Qt.ItemDataRole.EditRole)
            editor.setProperty(REFUSED, is_other and not model.setData(index, text))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor over its cell, wider where the cell is narrow."""
        room = cell_option(option).rect
        width = max(room.width(), theme.scaled(_LEAST_WIDTH))
        left = min(room.left(), self._grid.viewport().width() - width)
        editor.setGeometry(max(left, 0), room.top(), width, room.height())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Commit by Enter and go on; at the foot Enter adds the entry."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and isinstance(editor, QWidget)
        ):
            self._take(editor, back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        return super().eventFilter(editor, event)

    def _take(self, editor: QWidget, *, back: bool) -> None:
        """Take over what is typed and go on."""
        if isinstance(editor, QLineEdit) and editor.completer() is not None:
            editor.completer().popup().hide()
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        if not editor.property(REFUSED):
            self._grid.enter(back=back)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, lines and words of a cell."""
        cell, row, shown = cell_option(option), index.data(ROW_ROLE), index.data(CELL_ROLE)
        column = self._model.sheet.columns[index.column()]
        paints = theme.paints(cell.palette)
        painter.save()
        painter.setClipRect(cell.rect)
        painter.fillRect(cell.rect, self._ground(cell, index, is_own=bool(column.name)))
        painter.setPen(paints.grid)
        painter.drawLine(cell.rect.topRight(), cell.rect.bottomRight())
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        room = QRectF(cell.rect).adjusted(_SIDE, 0, -_SIDE, 0)
        if shown.state is not None:
            look = state_look(shown.state.shown, cell.palette)
            paint_state(painter, QRectF(cell.rect), shown.words, look)
        else:
            hint = self._model.hint(index)
            is_group = row is not None and row.is_group
            colour = paints.text3 if hint else paints.text
            if shown.warning:
                colour = state_look(Shown.OVERDUE, cell.palette).colour
            elif not column.name and not is_group:
                colour = paints.text2
            flag = Qt.AlignmentFlag
            align = flag.AlignRight if column.is_number and not hint else flag.AlignLeft
            font = theme.font(strong=is_group)
            lines = self._model.sheet.lines
            paint_words(painter, room, hint or shown.words, font, colour, lines=lines, align=align)
        if shown.warning:
            self._paint_corner(painter, cell)
        painter.restore()

    def _ground(self, cell: CellOption, index: Index, *, is_own: bool) -> QColor:
        paints = theme.paints(cell.palette)
        at, row = self._grid.currentIndex(), index.data(ROW_ROLE)
        is_group = row is not None and row.is_group
        if index.row() == at.row() and (cell.is_selected or self._grid.is_single_row):
            is_active = index.column() == at.column() and cell.has_focus
            filled = paints.sel if cell.has_focus else paints.sel_away
            return paints.surf if is_active else filled
        if cell.is_selected:
            return paints.sel if cell.has_focus else paints.sel_away
        if is_group:
            return paints.head
        return paints.surf if is_own else paints.surf2

    @staticmethod
    def _paint_corner(painter: QPainter, cell: CellOption) -> None:
        """Paint the red corner of a cell in which something does not fit."""
        right, top = float(cell.rect.right()), float(cell.rect.top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(state_look(Shown.OVERDUE, cell.palette).colour)
        painter.drawPolygon(
            QPolygonF([QPointF(right - _CORNER, top), QPointF(right, top),
                       QPointF(right, top + _CORNER)])
        )  # fmt: skip

    @property
    def _model(self) -> SheetModel:
        return self._grid.rows
