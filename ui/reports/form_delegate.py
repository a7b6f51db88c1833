"""How the cells of a form are painted, and the field in which one types."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette, QPolygon
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tthc_desktop.domain.findings import Severity
from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.cell_grid import REFUSED, CellGrid
from ui.kit.item_option import CellOption, cell_option
from ui.kit.state_look import state_look
from ui.kit.text_fields import line_edit
from ui.kit.text_painting import paint_words
from ui.reports.form_model import ROW_ROLE, FormModel
from ui.reports.form_rows import CellLook, FormCell, FormRow, RowKind

Index = QModelIndex | QPersistentModelIndex
_SIDE = 8
_CORNER = 9
_FILLED = "filled"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormDelegate(QStyledItemDelegate):
    """Paints ground, lines, words and the red corner of what is wrong."""

    def __init__(self, table: CellGrid, model: FormModel) -> None:
        """Make a delegate for *table*."""
        super().__init__(table)
        self._table, self._model = table, model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field of a cell."""
        name = str(self._model.headerData(index.column(), Qt.Orientation.Horizontal) or "")
        edit = line_edit(name)
        edit.setParent(parent)
        edit.setMinimumHeight(0)
        if self._model.column_at(index.column()):
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        return edit

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the field once: what is being typed is never replaced by a refresh."""
        if editor.property(_FILLED) or not isinstance(editor, QLineEdit):
            return
        editor.setProperty(_FILLED, True)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, where it is something else than before."""
        text = editor.text() if isinstance(editor, QLineEdit) else ""
        is_other = text != index.data(Qt.ItemDataRole.EditRole)
        editor.setProperty(REFUSED, is_other and not model.setData(index, text))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the field over its cell."""
        editor.setGeometry(cell_option(option).rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Commit by Enter and go down."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _ENTER
            and isinstance(editor, QWidget)
        ):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            if not editor.property(REFUSED):
                self._table.step(-1 if back else 1, 0)
            return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        row, cell = index.data(ROW_ROLE), cell_option(option)
        if not isinstance(row, FormRow):
            return
        figure = self._model.cell_at(index)
        paints = theme.paints(cell.palette)
        painter.save()
        painter.setClipRect(cell.rect)
        painter.fillRect(cell.rect, self._ground(row, figure, cell, index))
        painter.setPen(paints.line)
        painter.drawLine(cell.rect.topRight(), cell.rect.bottomRight())
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        self._paint_words(painter, cell, row, figure, index)
        if figure is not None and (figure.refused or figure.fault):
            self._paint_corner(painter, cell, figure)
        painter.restore()

    def _ground(
        self, row: FormRow, figure: FormCell | None, cell: CellOption, index: Index
    ) -> QColor:
        paints = theme.paints(cell.palette)
        if figure is not None and (figure.refused or figure.fault):
            return _tint(figure, cell.palette)
        at = self._table.currentIndex()
        is_current = (at.row(), at.column()) == (index.row(), index.column())
        is_typing = self._table.state() == QTableView.State.EditingState
        if cell.is_selected and not (is_current and (cell.has_focus or is_typing)):
            return paints.sel if cell.has_focus else paints.sel_away
        is_computed = figure is not None and figure.look is CellLook.COMPUTED
        return paints.surf2 if is_computed or row.kind is RowKind.TOTAL else paints.surf

    def _paint_words(
        self, painter: QPainter, cell: CellOption, row: FormRow, figure: FormCell | None,
        index: Index,
    ) -> None:  # fmt: skip
        paints = theme.paints(cell.palette)
        words, colour = str(index.data() or ""), paints.text
        is_name = index.column() == self._model.name_column
        inviting = self._model.inviting_words(index)
        if inviting:
            words, colour = inviting, paints.text3
        is_wrong = figure is not None and (figure.refused or figure.fault)
        if figure is not None:
            if is_wrong:
                colour = _colour(figure, cell.palette)
            elif figure.look is CellLook.CARRIED:
                colour = paints.text3
        strong = row.kind is RowKind.TOTAL or bool(is_wrong)
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        paint_words(
            painter,
            QRectF(cell.rect).adjusted(_SIDE, 0, -_SIDE, 0),
            words,
            theme.font(strong=strong),
            colour,
            lines=max(1, cell.rect.height() // theme.line_height(theme.font())) if is_name else 1,
            align=align & Qt.AlignmentFlag.AlignHorizontal_Mask,
        )

    @staticmethod
    def _paint_corner(painter: QPainter, cell: CellOption, figure: FormCell) -> None:
        corner, size = cell.rect.topLeft(), theme.scaled(_CORNER)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_colour(figure, cell.palette))
        painter.drawPolygon(QPolygon([corner, corner + QPoint(size, 0), corner + QPoint(0, size)]))


def _is_red(figure: FormCell) -> bool:
    return figure.refused is not None or figure.fault is Severity.ERROR


def _colour(figure: FormCell, palette: QPalette) -> QColor:
    return state_look(Shown.OVERDUE if _is_red(figure) else Shown.SOON, palette).colour


def _tint(figure: FormCell, palette: QPalette) -> QColor:
    return state_look(Shown.OVERDUE if _is_red(figure) else Shown.SOON, palette).tint
