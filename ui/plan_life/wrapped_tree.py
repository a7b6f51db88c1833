"""A list with columns that wrap: Qt's trees measure no wrapped rows by themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

Index = QModelIndex | QPersistentModelIndex
_ROW_OVER = 8
_BESIDE = 12
_NARROWEST = 40
_WRAPPING = (QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Fixed)


class WrappedTree(QTreeWidget):
    """Flat rows; the columns *wrapped* share the room that is left."""

    def __init__(self, name: str, headings: Sequence[str], *wrapped: int) -> None:
        """Make an empty list called *name*."""
        super().__init__()
        self.setAccessibleName(name)
        self.setHeaderLabels(list(headings))
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_WrappedRows(self))
        header = self.header()
        header.setStretchLastSection(False)
        for column in range(len(headings)):
            mode = QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if column in wrapped else mode
            )
        header.sectionResized.connect(lambda *_: self.scheduleDelayedItemsLayout())

    def limit(self, column: int, width: int) -> None:
        """Give a column a width of its own, in pixels; its words wrap too."""
        self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _WrappedRows(QStyledItemDelegate):
    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        header = self._tree.header()
        if header.sectionResizeMode(index.column()) not in _WRAPPING:
            return QSize(size.width() + _BESIDE, size.height() + _ROW_OVER)
        width = max(self._tree.columnWidth(index.column()) - _ROW_OVER, _NARROWEST)
        words = str(index.data() or "")
        wrapped = self._tree.fontMetrics().boundingRect(
            QRect(0, 0, width, 0), Qt.TextFlag.TextWordWrap, words
        )
        return QSize(width, max(size.height(), wrapped.height()) + _ROW_OVER)
