"""Headings that sort by a click: an arrow shows which column and which way."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from ui.kit import theme
from ui.kit.grid_header import GridHeader
from ui.kit.icons import paint_icon
from ui.registers.sheet_order import SheetSort

_ICON_PX = 12
_SIDE = 4


class SheetHeader(GridHeader):
    """A second click turns the order, a third one gives the register's own back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a header without a sorted column."""
        super().__init__(2, parent)
        self.setSectionsClickable(True)
        self.sort: SheetSort | None = None

    def next_sort(self, column: int) -> SheetSort | None:
        """Return what a click on a column asks for."""
        if self.sort is None or self.sort.column != column:
            return SheetSort(column)
        return None if self.sort.is_descending else SheetSort(column, is_descending=True)

    def show_sort(self, sort: SheetSort | None) -> None:
        """Show by which column the rows are sorted."""
        self.sort = sort
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Paint a heading, with an arrow where its column is sorted."""
        super().paintSection(painter, rect, logicalIndex)
        if self._is_sorted(logicalIndex) and self.sort is not None:
            size = theme.scaled(_ICON_PX)
            left = rect.right() - _SIDE - size
            place = QRectF(left, rect.center().y() - size / 2, size, size)
            name = "down" if self.sort.is_descending else "up"
            paint_icon(painter, name, place, theme.paints(self.palette()).acc)

    def words_room(self, rect: QRect, section: int) -> QRectF:
        """Leave room for the arrow."""
        room = super().words_room(rect, section)
        taken = theme.scaled(_ICON_PX) if self._is_sorted(section) else 0
        return room.adjusted(0, 0, -taken, 0)

    def words_colour(self, section: int) -> QColor:
        """Show the sorted column in accent."""
        if self._is_sorted(section):
            return theme.paints(self.palette()).acc
        return super().words_colour(section)

    def _is_sorted(self, section: int) -> bool:
        return self.sort is not None and self.sort.column == section
