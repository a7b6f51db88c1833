"""The task table: a tree with grid lines, its groups as bands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from ui import theme
from ui.grid_header import GridHeader
from ui.icons import paint_icon
from ui.item_option import CellOption, cell_option
from ui.task_columns import COLUMNS, Column
from ui.task_delegate import CELL_SIDE, TaskDelegate, number_left, row_fill
from ui.task_rows import RowKind, TaskRow
from ui.task_tree_model import ROW_ROLE, TaskTreeModel
from ui.text_painting import paint_words

Index = QModelIndex | QPersistentModelIndex
BAR = 4
_ARROW_PX = 12
# With more rows, all get one height: Qt would else ask for the height of each of them.
_MOST_OF_OWN_HEIGHT = 700


class TaskTable(QTreeView):
    """Shows a TaskTreeModel; the content column takes the room that is left."""

    def __init__(self, model: TaskTreeModel, parent: QWidget | None = None) -> None:
        """Make a table over *model*."""
        super().__init__(parent)
        self._model = model
        self._delegate = TaskDelegate(self)
        self.setAccessibleName("Bảng nhiệm vụ")
        self.setModel(model)
        self.setHeader(GridHeader(parent=self))
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(0)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for column, look in COLUMNS.items():
            self.setColumnWidth(column, theme.scaled(look.width))
        self.header().setStretchLastSection(False)

    def show_rows(self, rows: tuple[TaskRow, ...]) -> None:
        """Show *rows*, every group open unless there are too many to open at once."""
        many = sum(1 for row in rows for _ in row.tasks()) > _MOST_OF_OWN_HEIGHT
        self.setUniformRowHeights(many)
        self._model.set_rows(rows)
        if not many:
            self.expandAll()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows anew when the text gets another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._delegate.measure()
            self.scheduleDelayedItemsLayout()

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
        if on_arrow and index.isValid() and self._model.hasChildren(index.siblingAtColumn(0)):
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))
            event.accept()
            return
        super().mousePressEvent(event)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """Paint a group as one band; a task cell by cell; the bar of the selected row."""
        row, line = index.data(ROW_ROLE), cell_option(options).rect
        first = index.model().index(index.row(), 0, index.parent())
        selected = self.selectionModel().isSelected(first)
        if row.kind is RowKind.TASK:
            super().drawRow(painter, options, index)
        else:
            band = replace(cell_option(options), is_selected=selected)
            self._paint_band(painter, band, row)
        if row.children:
            self._paint_arrow(painter, line, is_open=self.isExpanded(first))
        if selected:
            place = QRect(0, line.top(), BAR, line.height())
            painter.fillRect(place, theme.paints(self.palette()).acc)

    def _paint_band(self, painter: QPainter, option: CellOption, row: TaskRow) -> None:
        paints = theme.paints(self.palette())
        band = QRectF(option.rect)
        band.setLeft(self.columnViewportPosition(Column.NUMBER))
        ground = paints.head if row.kind is RowKind.LIST else paints.surf2
        painter.save()
        painter.fillRect(band, row_fill(option, ground))
        painter.setPen(paints.grid)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        strong = theme.font(strong=True, italic=row.depth > 0)
        content = self._span(band, Column.CONTENT, Column.DUE)
        if row.kind is RowKind.LIST:
            content.setLeft(band.left() + number_left())
        number = self._span(band, Column.NUMBER, Column.NUMBER)
        number.adjust(number_left() - CELL_SIDE, 0, CELL_SIDE, 0)
        for place, column in ((number, Column.NUMBER), (content, Column.CONTENT)):
            words = row.words.get(column, "").replace("\n", " ")
            paint_words(painter, place, words, strong, paints.text, lines=1)
        account = self._span(band, Column.STATE, Column.RESULT)
        small = theme.font(theme.HEADER_PT)
        paint_words(painter, account, row.account, small, paints.text2, lines=1)
        painter.restore()

    def _span(self, band: QRectF, first: Column, last: Column) -> QRectF:
        left = self.columnViewportPosition(first)
        right = self.columnViewportPosition(last) + self.columnWidth(last)
        span = QRectF(left, band.top(), right - left, band.height())
        return span.adjusted(CELL_SIDE, 0, -CELL_SIDE, 0)

    def _paint_arrow(self, painter: QPainter, room: QRect, *, is_open: bool) -> None:
        size = theme.scaled(_ARROW_PX)
        left = self.columnViewportPosition(Column.NUMBER) + BAR
        place = QRectF(left, room.center().y() + 0.5 - size / 2, size, size)
        name = "chevron-down" if is_open else "chevron-right"
        paint_icon(painter, name, place, theme.paints(self.palette()).text2)
