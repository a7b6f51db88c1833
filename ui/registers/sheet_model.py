"""The rows of a sheet as Qt's table, with the row at the foot in which a new entry is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from tthc_desktop.domain.reporting.entry_edits import EntryChange, EntryEdit
from tthc_desktop.domain.reporting.entry_fields import EntryField, read_value, value_words
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from tthc_desktop.vietnamese_text import clean_line
from ui.registers.register_sheet import RegisterSheet, Scope, SheetCell, SheetRow
from ui.registers.sheet_order import SheetFilter, SheetSort, shown_rows

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole.value + 1
_ROOT = QModelIndex()
_NEW = "Thêm mục…"
Write = Callable[[EntryEdit], bool]


class SheetModel(QAbstractTableModel):
    """Rows stay where they are while they are edited; filter and order are asked for anew.

    `refused` carries the row, the column and the sentence; `write` is handed every edit.
    """

    refused = Signal(int, int, str)

    def __init__(self, sheet: RegisterSheet) -> None:
        """Make an empty table of *sheet*."""
        super().__init__()
        self.sheet = sheet
        self.write: Write = lambda _: False
        self.is_editable = False
        self._book: RegisterBook | None = None
        self._scope = Scope(0)
        self._all: dict[str, SheetRow] = {}
        self._rows: list[SheetRow] = []
        self._draft: dict[str, str] = {}

    @property
    def total(self) -> int:
        """How many rows there are, shown or not; those that sum up left out."""
        return sum(not one.is_group for one in self._all.values())

    @property
    def count(self) -> int:
        """How many of them are shown."""
        return sum(not one.is_group for one in self._rows)

    @property
    def draft(self) -> dict[str, str]:
        """What is typed in the row at the foot, by field name."""
        return self._draft

    @property
    def draft_line(self) -> int:
        """The line of the row at the foot; -1 without one."""
        return len(self._rows) if self._has_draft else -1

    @property
    def first_cell(self) -> tuple[int, int]:
        """Where one begins: line and column of the first cell that can be typed in."""
        line = next((at for at, one in enumerate(self._rows) if not one.is_group), 0)
        return line, next(at for at, one in enumerate(self.sheet.columns) if one.name)

    def show(
        self, book: RegisterBook, scope: Scope, wanted: SheetFilter, sort: SheetSort | None
    ) -> None:
        """Show what is asked for."""
        self.beginResetModel()
        self._book, self._scope = book, scope
        rows = self.sheet.rows(book, scope)
        self._all = {one.key: one for one in rows}
        self._rows = shown_rows(rows, wanted, sort)
        self.endResetModel()

    def follow(self, book: RegisterBook) -> str:
        """Take over a book after an edit; return the key of a row that is new, if any."""
        if self._book is None:
            return ""
        self._book = book
        known, self._all = self._all, {
            one.key: one for one in self.sheet.rows(book, self._scope)
        }  # fmt: skip
        for line in reversed(range(len(self._rows))):
            if self._rows[line].key not in self._all:
                self.beginRemoveRows(_ROOT, line, line)
                del self._rows[line]
                self.endRemoveRows()
        self._rows = [self._all[one.key] for one in self._rows]
        fresh = [one for key, one in self._all.items() if key not in known and not one.is_group]
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(_ROOT, first, first + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()
        self._tell_all()
        return fresh[-1].key if fresh else ""

    def row_at(self, index: Index) -> SheetRow | None:
        """Return the row behind an index; None for the one at the foot."""
        line = index.row()
        return self._rows[line] if index.isValid() and line < len(self._rows) else None

    def line_of(self, key: str) -> int:
        """Return the line of a row; -1 where it is not shown."""
        return next((line for line, one in enumerate(self._rows) if one.key == key), -1)

    def line_of_entry(self, entry_id: str) -> int:
        """Return the line in which an entry stands; -1 where it is not shown."""
        found = (n for n, one in enumerate(self._rows) if one.entry and one.entry.id == entry_id)
        return next(found, -1)

    def clear_draft(self) -> None:
        """Empty the row at the foot."""
        self._draft = {}
        self._tell_all()

    def add_draft(self) -> EntryChange | None:
        """Return the entry typed at the foot; told at its cell where it is not whole."""
        assert self._book is not None  # noqa: S101 - nothing is typed before it is shown
        for place, column in enumerate(self.sheet.columns):
            found = self.sheet.field(column)
            if found and found.required and not self._draft.get(found.name):
                self.refused.emit(self.draft_line, place, f"Còn thiếu “{found.heading}”.")
                return None
        try:
            return self.sheet.added(self._book, self._scope, self._draft)
        except Refused as error:
            self.refused.emit(self.draft_line, -1, error.message)
            return None

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return how many rows are shown, the one at the foot among them."""
        return 0 if parent.isValid() else len(self._rows) + self._has_draft

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.sheet.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, the cell, or its row."""
        row, cell = self.row_at(index), self.cell(index)
        if role == ROW_ROLE:
            return row
        if role == CELL_ROLE:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.warning or cell.words or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.sheet.columns[index.column()].heading
            new = "" if row is not None else "Dòng mới, "
            said = f"{new}{heading}: {cell.words or 'trống'}"
            return f"{said}. {cell.warning}" if cell.warning else said
        return None

    def cell(self, index: Index) -> SheetCell:
        """Return a cell; at the foot the one of what is typed there."""
        row = self.row_at(index)
        if row is not None:
            return row.cells[index.column()]
        return SheetCell(self._draft.get(self.sheet.columns[index.column()].name, ""))

    def hint(self, index: Index) -> str:
        """Return what may be typed in an empty cell at the foot."""
        if self.row_at(index) is not None or self.cell(index).words:
            return ""
        if index.column() == 0 and not self._draft:
            return _NEW
        found = self.sheet.field(self.sheet.columns[index.column()])
        return "Bắt buộc" if found and found.required and self._draft else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a heading and how it is aligned."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.sheet.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            flag = Qt.AlignmentFlag
            return flag.AlignRight if column.is_number else flag.AlignLeft
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.heading
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be typed in that are not worked out."""
        flags = super().flags(index)
        row = self.row_at(index)
        is_own = self.sheet.columns[index.column()].name if index.isValid() else ""
        can_type = is_own and self.is_editable and not (row is not None and row.is_group)
        return flags | Qt.ItemFlag.ItemIsEditable if can_type else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; False, and told, where it does not fit."""
        if role != Qt.ItemDataRole.EditRole or self._book is None:
            return False
        text, column = clean_line(str(value)), self.sheet.columns[index.column()]
        row = self.row_at(index)
        try:
            if row is None:
                self._type_draft(self.sheet.field(column), text)
                self._tell_all()
                return True
            change = self.sheet.change(self._book, self._scope, row, column.name, text)
        except Refused as error:
            self.refused.emit(index.row(), index.column(), error.message)
            return False
        if change.before == change.after:
            return True
        words = f"sửa {column.heading[:1].lower()}{column.heading[1:]}"
        return self.write(EntryEdit(self.sheet.register, words, (change,)))

    @property
    def _has_draft(self) -> bool:
        return self.sheet.can_add and self.is_editable

    def _type_draft(self, found: EntryField | None, text: str) -> None:
        if found is None or self._book is None:
            return
        if not text:
            self._draft.pop(found.name, None)
            return
        value = read_value(found, text, self._book.today.year)
        self._draft[found.name] = value_words(found, value)

    def _tell_all(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        if last.isValid():
            self.dataChanged.emit(self.index(0, 0), last)
