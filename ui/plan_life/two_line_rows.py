"""Rows of two lines: what a thing is called, below it in grey what it holds."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit import theme
from ui.kit.item_option import cell_option
from ui.kit.text_painting import paint_words

Index = QModelIndex | QPersistentModelIndex
SECOND_ROLE = Qt.ItemDataRole.UserRole + 1
_LEFT, _OVER, _BAR = 14, 5, 4


class TwoLineRows(QStyledItemDelegate):
    """Paints the rows of a list as the visual language asks: bar and tint when chosen."""

    def __init__(self, view: QListView) -> None:
        """Paint the rows of *view*."""
        super().__init__(view)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def row_height(self) -> int:
        """How high a row is."""
        small = theme.font(theme.HEADER_PT)
        return theme.line_height(theme.font()) + theme.line_height(small) + 2 * _OVER

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of both lines."""
        return QSize(0, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, bar and both lines."""
        cell = cell_option(option)
        paints = theme.paints(cell.palette)
        room = QRectF(cell.rect)
        painter.save()
        if cell.is_selected or cell.is_hovered:
            painter.fillRect(room, paints.sel if cell.is_selected else paints.tint)
        if cell.is_selected:
            painter.fillRect(QRectF(room.left(), room.top(), _BAR, room.height()), paints.acc)
        line = theme.line_height(theme.font())
        first = QRectF(room.left() + _LEFT, room.top() + _OVER, 0, line)
        first.setRight(room.right() - _LEFT)
        words = str(index.data() or "")
        paint_words(painter, first, words, theme.font(strong=True), paints.text, lines=1)
        small = theme.font(theme.HEADER_PT)
        second = first.translated(0, line)
        second.setHeight(theme.line_height(small))
        told = str(index.data(SECOND_ROLE) or "")
        paint_words(painter, second, told, small, paints.text2, lines=1)
        painter.restore()
