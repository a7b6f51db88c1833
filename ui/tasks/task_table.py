"""The task table: lines with a grid, its groups as bands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QTableView, QWidget

from ui.kit import theme
from ui.kit.cell_grid import CellGrid
from ui.tasks.cell_editors import FRAME
from ui.tasks.filter_header import FilterHeader
from ui.tasks.row_dragging import RowDragging
from ui.tasks.task_band import BAR, number_left, paint_band_words
from ui.tasks.task_columns import COLUMNS, Column
from ui.tasks.task_delegate import TaskDelegate, row_height
from ui.tasks.task_rows import RowKind, TaskRow
from ui.tasks.task_selection import TaskSelection
from ui.tasks.task_tree_model import TaskTreeModel

Index = QModelIndex | QPersistentModelIndex
_CORNER = 5
_LEAST_ROW = 18


class TaskTable(CellGrid):
    """Shows a TaskTreeModel; the content column takes the room that is left."""

    menu_asked = Signal(QPoint)

    def __init__(self, model: TaskTreeModel, parent: QWidget | None = None) -> None:
        """Make a table over *model*."""
        super().__init__(parent)
        self._model = model
        self._delegate = TaskDelegate(self)
        self._dragging = RowDragging(self)
        self.setAccessibleName("Bảng nhiệm vụ")
        self.setModel(model)
        self.chosen = TaskSelection(self, model)
        self.setHorizontalHeader(FilterHeader(self))
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        for column, look in COLUMNS.items():
            self.setColumnWidth(column, theme.scaled(look.width))
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(_LEAST_ROW)
        for signal in (model.modelReset, model.layoutChanged):
            signal.connect(self._set_heights)
        model.rowsInserted.connect(lambda _, first, last: self._fit(first, last + 1))
        model.dataChanged.connect(self._on_data)
        self._set_heights()

    @property
    def tasks(self) -> TaskTreeModel:
        """The rows."""
        return self._model

    @property
    def dragging(self) -> RowDragging:
        """Rows drawn to another place by the mouse."""
        return self._dragging

    def offer_names(self, names: Iterable[str]) -> None:
        """Offer these units in the cells of who leads and who co-ordinates."""
        self._delegate.offer_names(names)

    def show_rows(self, rows: tuple[TaskRow, ...]) -> None:
        """Show *rows*, every group open."""
        self._model.set_rows(rows)

    def isExpanded(self, index: Index) -> bool:  # noqa: N802 - as Qt's trees name it
        """Return whether a group is open."""
        return self._model.is_open(index)

    def setExpanded(self, index: Index, is_open: bool) -> None:  # noqa: N802 - as Qt's trees name it
        """Open or close a group."""
        self.chosen.keep(lambda: self._model.set_open(index, is_open=is_open))

    def expandAll(self) -> None:  # noqa: N802 - as Qt's trees name it
        """Open every group."""
        self.chosen.keep(lambda: self._model.set_all_open(are_open=True))

    def collapseAll(self) -> None:  # noqa: N802 - as Qt's trees name it
        """Close every group."""
        self.chosen.keep(lambda: self._model.set_all_open(are_open=False))

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows anew when the text gets another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_heights()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content column what is left."""
        super().resizeEvent(event)
        others = sum(self.columnWidth(one) for one in COLUMNS if one is not Column.CONTENT)
        least = theme.scaled(COLUMNS[Column.CONTENT].width)
        self.setColumnWidth(Column.CONTENT, max(least, self.viewport().width() - others))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or close a group by its arrow."""
        index = self.indexAt(event.position().toPoint())
        on_arrow = event.position().x() < self.columnViewportPosition(Column.NUMBER) + number_left()
        if on_arrow and self._model.children_of(index):
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close groups by the arrows right and left."""
        index = self.currentIndex()
        row = self._model.row_at(index)
        opens = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(event.key()))
        is_band = row is not None and row.kind is not RowKind.TASK and not event.modifiers()
        can_turn = is_band and opens is not None and self._model.children_of(index)
        if can_turn and self.isExpanded(index) is not opens:
            self.setExpanded(index, bool(opens))
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row, by mouse or by key."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_asked.emit(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Paint the selection in grey."""
        super().focusOutEvent(event)
        self.viewport().update()

    def selectionCommand(  # noqa: N802 - Qt's name
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Select whole rows by their numbers."""
        found = super().selectionCommand(index, event)
        if event is None or not index.isValid() or index.column() != Column.NUMBER:
            return found
        return found | QItemSelectionModel.SelectionFlag.Rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bars and the frame of the active cell over the cells."""
        self._delegate.look_at(self.chosen)
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        acc = theme.paints(self.palette()).acc
        for line in self._delegate.marked_lines:
            top, height = self.rowViewportPosition(line), self.rowHeight(line)
            painter.fillRect(0, top, BAR, height - 1, acc)
        self._paint_bands(painter, event.rect())
        self._paint_frame(painter)
        self._dragging.paint(painter)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N802, N803 - Qt's names
        """Draw the chosen rows."""
        self._dragging.start(self.chosen.ids())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows of this table only."""
        self._dragging.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the rows would go."""
        super().dragMoveEvent(event)
        self._dragging.over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        super().dragLeaveEvent(event)
        self._dragging.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move."""
        self.stopAutoScroll()
        self._dragging.drop(event)

    def _paint_bands(self, painter: QPainter, room: QRect) -> None:
        first, last = self.rowAt(room.top()), self.rowAt(room.bottom())
        last = last if last >= 0 else self._model.rowCount() - 1
        for line in self._model.bands(max(first, 0), last + 1):
            row = self._model.row_at(self._model.index(line, Column.CONTENT))
            if row is not None:
                top, height = self.rowViewportPosition(line), self.rowHeight(line)
                place = QRect(0, top, self.viewport().width(), height)
                paint_band_words(painter, self, place, row)

    def _paint_frame(self, painter: QPainter) -> None:
        index = self.currentIndex()
        row = self._model.row_at(index)
        acc = theme.paints(self.palette()).acc
        editor = self.indexWidget(index)
        if isinstance(editor, QPlainTextEdit):
            painter.fillRect(editor.geometry().adjusted(-FRAME, -FRAME, FRAME, FRAME), acc)
            return
        if row is None or row.kind is not RowKind.TASK or not self.hasFocus():
            return
        room = self.visualRect(index)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(acc)
        for side in (
            room.adjusted(0, 0, 0, FRAME - room.height()),
            room.adjusted(0, room.height() - FRAME, 0, 0),
            room.adjusted(0, 0, FRAME - room.width(), 0),
            room.adjusted(room.width() - FRAME, 0, 0, 0),
        ):
            painter.drawRect(side)
        painter.setPen(theme.paints(self.palette()).surf)
        painter.drawRect(room.right() - _CORNER + 2, room.bottom() - _CORNER + 2, _CORNER, _CORNER)

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        if last.row() - first.row() < _LEAST_ROW:
            self._fit(first.row(), last.row() + 1)

    def _set_heights(self) -> None:
        """Give every line its height; only those that differ from a task's cost anything."""
        self._fit(0, self._model.rowCount())

    def _fit(self, first: int, end: int) -> None:
        lines = self.verticalHeader()
        task, band = row_height(RowKind.TASK), row_height(RowKind.GROUP)
        lines.blockSignals(True)
        # Qt would place all lines anew for each that gets another height.
        lines.setUpdatesEnabled(False)
        if end - first == self._model.rowCount():
            lines.setDefaultSectionSize(task)
        else:
            for line in range(first, end):
                lines.resizeSection(line, task)
        for line in self._model.bands(first, end):
            lines.resizeSection(line, band)
        lines.setUpdatesEnabled(True)
        lines.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()
