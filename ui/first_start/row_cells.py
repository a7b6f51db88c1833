"""Cells of rows that are typed: edited in our own field, hints in grey."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.first_start.rows_model import RowsModel
from ui.kit import theme
from ui.kit.text_fields import line_edit

Index = QModelIndex | QPersistentModelIndex


class RowCells(QStyledItemDelegate):
    """Edits with our own field, so that suggestions suit Vietnamese keyboards."""

    def __init__(self, table: QTableView, suggestions: Mapping[int, Sequence[str]]) -> None:
        """Offer *suggestions* by column."""
        super().__init__(table)
        self._suggestions = suggestions

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return our own field."""
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        edit = line_edit(str(heading), suggestions=self._suggestions.get(index.column(), ()))
        edit.setParent(parent)
        edit.setFrame(False)
        edit.setMinimumHeight(0)
        edit.setAutoFillBackground(True)
        return edit

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint hints in the colour of placeholders."""
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, RowsModel) and model.is_hint(index):
            palette = option.palette  # type: ignore[attr-defined] # a field Qt's hints miss
            colour = theme.paints(palette).text3
            for role in (palette.ColorRole.Text, palette.ColorRole.HighlightedText):
                palette.setColor(role, colour)
