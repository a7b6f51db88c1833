"""The grid of a register: Excel's habits, a row at the foot, what was refused told at its cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QHeaderView, QWidget

from ui.kit import theme
from ui.kit.cell_grid import CellGrid
from ui.registers.cell_note import CellNote, mark_refused
from ui.registers.register_sheet import SheetColumn, SheetRow
from ui.registers.sheet_delegate import SheetDelegate
from ui.registers.sheet_header import SheetHeader
from ui.registers.sheet_model import SheetModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_FRAME, _BAR = 2, 4
_OVER_LINES = 6
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
Offer = Callable[[SheetColumn], tuple[str, ...]]


class SheetGrid(CellGrid):
    """`add_asked` is Enter in the row at the foot, `sort_asked` carries a column."""

    add_asked = Signal()
    sort_asked = Signal(int)
    menu_asked = Signal(QPoint)
    current_changed = Signal()

    def __init__(self, model: SheetModel, name: str, parent: QWidget | None = None) -> None:
        """Make a grid of *model*, read aloud as *name*."""
        super().__init__(parent)
        self.rows = model
        self.offered: Offer = lambda _: ()
        self.setAccessibleName(name)
        self.setModel(model)
        self.header = SheetHeader(self)
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(SheetDelegate(self))
        self.setFrameShape(CellGrid.Shape.NoFrame)
        self.setShowGrid(False)
        self.setVerticalScrollMode(CellGrid.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(CellGrid.ScrollMode.ScrollPerPixel)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(
            model.sheet.lines * theme.line_height(theme.font()) + _OVER_LINES
        )
        for place, column in enumerate(model.sheet.columns):
            self.setColumnWidth(place, theme.scaled(column.width))
        self._told = CellNote(self.viewport())
        self.header.sectionClicked.connect(self.sort_asked)
        model.refused.connect(self.tell)
        self.selectionModel().currentChanged.connect(lambda *_: self._on_current())

    @property
    def current_row(self) -> SheetRow | None:
        """The row one stands in; None at the foot."""
        return self.rows.row_at(self.currentIndex())

    @property
    def is_single_row(self) -> bool:
        """Whether what is chosen lies in one row, which is filled whole then."""
        return len({one.row() for one in self.selectedIndexes()}) <= 1

    @property
    def told(self) -> str:
        """What is said at a cell; empty where nothing is."""
        return "" if self._told.isHidden() else self._told.text()

    def chosen_rows(self) -> list[SheetRow]:
        """Return the chosen rows that hold an entry, from the top."""
        lines = sorted({one.row() for one in self.selectedIndexes()})
        found = (self.rows.row_at(self.rows.index(line, 0)) for line in lines)
        return [one for one in found if one is not None and one.entry is not None]

    def go_to(self, line: int, column: int | None = None) -> None:
        """Stand in a cell; without *column* in the same one as now."""
        place = max(self.currentIndex().column(), 0) if column is None else column
        target = self.rows.index(line, place)
        if target.isValid():
            self.selectionModel().setCurrentIndex(target, _SELECT)
            self.scrollTo(target)

    def enter(self, *, back: bool = False) -> None:
        """Go down by Enter; at the foot ask for the entry to be added."""
        if self.currentIndex().row() == self.rows.draft_line and self.rows.draft and not back:
            self.add_asked.emit()
        else:
            self.step(-1 if back else 1, 0)

    def step(self, rows: int, columns: int) -> None:
        """Go on to a neighbouring cell: down past rows that sum up, right to where one types."""
        at = self.currentIndex()
        target = self._typed_cell(at, columns) if columns else self._line_cell(at, rows)
        if target is None:
            super().step(rows, columns)
        else:
            self.selectionModel().setCurrentIndex(target, _SELECT)

    def tell(self, line: int, column: int, sentence: str) -> None:
        """Say at a cell what does not fit, or what is missing; column -1 is the current one."""
        if column >= 0 and self.state() != CellGrid.State.EditingState:
            self.go_to(line, column)
        index = self.currentIndex()
        self._told.say(sentence, self.visualRect(index))
        if (editor := self.indexWidget(index)) is not None:
            mark_refused(editor, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add the entry by Enter at the foot."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and is_plain:
            self.enter()
            return
        if event.key() in _TABS:
            self.step(0, _TABS[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 - Qt's name
        """Take away what was said once the editor is left."""
        super().closeEditor(editor, hint)
        if self.state() != CellGrid.State.EditingState:
            self._told.hide()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row, by mouse or by key."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_asked.emit(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell."""
        # Before Qt does, which begins with what cannot be typed in.
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.go_to(*self.rows.first_cell)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint what is chosen in grey."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar of the row and the frame of the active cell over the cells."""
        super().paintEvent(event)
        index = self.currentIndex()
        if not index.isValid():
            return
        painter, room = QPainter(self.viewport()), self.visualRect(index)
        acc = theme.paints(self.palette()).acc
        painter.fillRect(0, room.top(), _BAR, room.height() - 1, acc)
        if self.hasFocus():
            for side in _frame(room):
                painter.fillRect(side, acc)

    def _typed_cell(self, at: QModelIndex, step: int) -> QModelIndex | None:
        """Return the next cell one types in, in the next rows where this one has no more."""
        width = self.rows.columnCount()
        place = at.row() * width + at.column() + step
        while 0 <= place < self.rows.rowCount() * width:
            index = self.rows.index(*divmod(place, width))
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                return index
            place += step
        return None

    def _line_cell(self, at: QModelIndex, step: int) -> QModelIndex | None:
        line = at.row() + step
        while 0 <= line < self.rows.rowCount():
            index = self.rows.index(line, at.column())
            row = self.rows.row_at(index)
            if row is None or not row.is_group:
                return index
            line += step
        return None

    def _on_current(self) -> None:
        if self.state() != CellGrid.State.EditingState:
            self._told.hide()
        self.viewport().update()
        self.current_changed.emit()


def _frame(room: QRect) -> tuple[QRect, ...]:
    return (
        room.adjusted(0, 0, 0, _FRAME - room.height()),
        room.adjusted(0, room.height() - _FRAME, 0, 0),
        room.adjusted(0, 0, _FRAME - room.width(), 0),
        room.adjusted(room.width() - _FRAME, 0, 0, 0),
    )
