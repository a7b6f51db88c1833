"""Rows of words with an empty one at the end, for lists that are typed or pasted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from tthc_desktop.vietnamese_text import clean_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass
class Row:
    """The cells of a row and whom it stands for ("" for one that is new)."""

    cells: list[str]
    key: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed in it."""
        return not any(self.cells)


class RowsModel(QAbstractTableModel):
    """The last row is always empty: typing in it makes a new one."""

    edited = Signal()

    def __init__(self, headings: Sequence[str], hints: Sequence[str]) -> None:
        """Make a list without rows; *hints* stand in the empty row."""
        super().__init__()
        self._headings = tuple(headings)
        self._hints = tuple(hints)
        self._rows: list[Row] = [self._blank()]

    @property
    def rows(self) -> list[Row]:
        """The rows that hold something."""
        return [one for one in self._rows if not one.is_empty]

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = [*rows, self._blank()]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows with the empty one."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell; the empty row says what may be typed."""
        row = self._rows[index.row()]
        words = row.cells[index.column()]
        if role == Qt.ItemDataRole.EditRole:
            return words
        if role == Qt.ItemDataRole.DisplayRole:
            return words or (self._hints[index.column()] if self._is_last(index.row()) else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return words or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()]}: {words or 'trống'}"
        return None

    def is_hint(self, index: Index) -> bool:
        """Whether a cell shows only what may be typed there."""
        return self._is_last(index.row()) and not self._rows[index.row()].cells[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a heading, or a row's number."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        return "" if self._is_last(section) else str(section + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed, cleaned."""
        words = clean_text(str(value)).replace("\n", "; ")
        if (
            role != Qt.ItemDataRole.EditRole
            or self._rows[index.row()].cells[index.column()] == words
        ):
            return False
        self._rows[index.row()].cells[index.column()] = words
        self._end_with_blank()
        self.dataChanged.emit(self.index(index.row(), 0), index)
        self.edited.emit()
        return True

    def paste(self, place: Index, text: str) -> int:
        """Write a block of cells as Excel or Word hands it, from *place* on; return its rows."""
        block = _cells_of(text)
        first, column = (place.row(), place.column()) if place.isValid() else (0, 0)
        self.beginResetModel()
        for count, cells in enumerate(block):
            while first + count >= len(self._rows):
                self._rows.append(self._blank())
            for offset, words in enumerate(cells[: len(self._headings) - column]):
                self._rows[first + count].cells[column + offset] = words
        self._rows = [*self.rows, self._blank()]
        self.endResetModel()
        self.edited.emit()
        return len(block)

    def remove(self, rows: Iterable[int]) -> None:
        """Take rows out; the empty one stays."""
        gone = {row for row in rows if not self._is_last(row)}
        self.beginResetModel()
        self._rows = [one for place, one in enumerate(self._rows) if place not in gone]
        self.endResetModel()
        if gone:
            self.edited.emit()

    def move(self, row: int, by: int) -> int:
        """Move a row up or down among those that hold something; return where it stands."""
        to = row + by
        if self._is_last(row) or not 0 <= to < len(self._rows) - 1:
            return row
        self.layoutAboutToBeChanged.emit()
        self._rows.insert(to, self._rows.pop(row))
        self.layoutChanged.emit()
        self.edited.emit()
        return to

    def _is_last(self, row: int) -> bool:
        return row == len(self._rows) - 1

    def _blank(self) -> Row:
        return Row([""] * len(self._headings))

    def _end_with_blank(self) -> None:
        if not self._rows[-1].is_empty:
            place = len(self._rows)
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.append(self._blank())
            self.endInsertRows()


def _cells_of(text: str) -> list[list[str]]:
    """Return the cells of copied text: tabs part columns, quotes hold cells of several lines."""
    reader = csv.reader(io.StringIO(text.replace("\r\n", "\n")), "excel-tab")
    rows = [[clean_text(cell).replace("\n", "; ") for cell in row] for row in reader]
    return [row for row in rows if any(row)]
