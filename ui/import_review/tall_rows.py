"""Rows of a tree high enough for the marks of two-storey letters."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from ui.kit import theme

_OVER_LINE = 2


class TallRows(QStyledItemDelegate):
    """Every row is one line of text and the room around it."""

    def __init__(self, tree: QTreeWidget) -> None:
        """Measure the rows of *tree*."""
        super().__init__(tree)
        self._height = theme.line_height(tree.font()) + _OVER_LINE

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the width of the words and the height of all rows."""
        return QSize(super().sizeHint(option, index).width(), self._height)
