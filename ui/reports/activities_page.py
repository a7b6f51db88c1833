"""The sub-tab Truyền thông: what was done in the period and in the year, against the targets."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tthc_desktop.domain.reporting.activities import ActivityLine
from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.number_words import percent_words
from ui.kit import theme
from ui.kit.empty_screen import EmptyScreen
from ui.kit.grid_header import GridHeader
from ui.kit.item_option import cell_option
from ui.kit.text_painting import paint_words
from ui.tasks.task_band import CELL_SIDE, row_fill

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEADINGS = ("Hình thức", "Đơn vị tính", "Trong kỳ", "Lũy kế năm", "Chỉ tiêu năm", "Tỷ lệ")
_WORDS = 2  # the columns of words
_ROW_OVER, _COLUMN_PX = 12, 104


class ActivitiesPage(QStackedWidget):
    """Figures come from the register and cannot be typed here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.model = _Activities(self)
        self.table = QTableView()
        self.table.setAccessibleName("Kết quả hoạt động truyền thông")
        self.table.setModel(self.model)
        self.table.setItemDelegate(_ActivityDelegate(self.table))
        self.table.setHorizontalHeader(GridHeader(lines=1, parent=self.table))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultSectionSize(theme.scaled(_COLUMN_PX))
        self.table.verticalHeader().hide()
        height = theme.line_height(theme.font()) + _ROW_OVER
        self.table.verticalHeader().setDefaultSectionSize(height)
        self.table.setShowGrid(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.empty = EmptyScreen()
        self.empty.say(
            "chart",
            "Chưa có hoạt động truyền thông",
            "Ghi vào sổ Hoạt động truyền thông; số liệu trong kỳ và lũy kế năm tự hiện ở đây.",
        )
        self.addWidget(self.table)
        self.addWidget(self.empty)
        self.setFocusProxy(self.table)

    def show_activities(self, lines: tuple[ActivityLine, ...]) -> None:
        """Show other lines."""
        self.model.show(lines)
        self.setCurrentWidget(self.table if lines else self.empty)


class _Activities(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show(self, lines: tuple[ActivityLine, ...]) -> None:
        self.beginResetModel()
        self._rows = tuple(_words(one) for one in lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's form
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's form
        if orientation != Qt.Orientation.Horizontal or section >= len(_HEADINGS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _align(section) | Qt.AlignmentFlag.AlignVCenter
        return None


class _ActivityDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = cell_option(option)
        paints = theme.paints(cell.palette)
        painter.save()
        painter.fillRect(cell.rect, row_fill(cell, paints.surf))
        painter.setPen(paints.grid)
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        room = QRectF(cell.rect).adjusted(CELL_SIDE, 0, -CELL_SIDE, 0)
        align = _align(index.column())
        words = str(index.data() or "")
        paint_words(painter, room, words, theme.font(), paints.text, lines=1, align=align)
        painter.restore()


def _align(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if column < _WORDS else Qt.AlignmentFlag.AlignRight


def _words(one: ActivityLine) -> tuple[str, ...]:
    return (
        one.kind,
        one.unit,
        number_words(one.in_period),
        number_words(one.in_year),
        number_words(one.target) if one.target else "",
        percent_words(one.percent) if one.target else "",
    )
