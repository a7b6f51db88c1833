"""The small table of counts by unit."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.grid_header import GridHeader
from ui.kit.item_option import cell_option
from ui.kit.state_look import state_look
from ui.kit.text_painting import paint_words
from ui.reports.unit_figures_model import OVERDUE_COLUMN, UnitFiguresModel
from ui.tasks.task_band import CELL_SIDE, row_fill

Index = QModelIndex | QPersistentModelIndex
_ROW_OVER = 12
_COLUMN_PX = 76


class FiguresTable(QTableView):
    """As high as its rows: the page scrolls, not a table in it."""

    def __init__(self, model: UnitFiguresModel, parent: QWidget | None = None) -> None:
        """Make a table over *model*."""
        super().__init__(parent)
        self.setAccessibleName("Nhiệm vụ theo phòng, đơn vị")
        self.setModel(model)
        self.setItemDelegate(_FiguresDelegate(self))
        self.setHorizontalHeader(GridHeader(lines=1, parent=self))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultSectionSize(theme.scaled(_COLUMN_PX))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.line_height(theme.font()) + _ROW_OVER)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)

    def fit_height(self) -> None:
        """Take the height of all rows."""
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows)


class _FiguresDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = cell_option(option)
        paints = theme.paints(cell.palette)
        painter.save()
        painter.fillRect(cell.rect, row_fill(cell, paints.surf))
        painter.setPen(paints.grid)
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        value = index.data(Qt.ItemDataRole.DisplayRole)
        is_late = index.column() == OVERDUE_COLUMN and bool(value)
        colour = state_look(Shown.OVERDUE, cell.palette).colour if is_late else paints.text
        align = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
        place = QRectF(cell.rect).adjusted(CELL_SIDE, 0, -CELL_SIDE, 0)
        font = theme.font(strong=is_late)
        paint_words(painter, place, str(value), font, colour, lines=1, align=align)
        painter.restore()
