"""A form as Qt's table: label columns, figures, the line for a new row, the total."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tthc_desktop.domain.findings import Severity
from tthc_desktop.domain.reporting.forms import Form, Heading
from ui.reports.form_rows import CellLook, FormCell, FormRow, RowKind
from ui.reports.form_typing import FormTyping

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_FAULT_WORDS = {
    Severity.ERROR: "Chưa khớp",
    Severity.WARNING: "Cần xem lại",
    Severity.INFO: "Cần ghi nguyên nhân",
}


class FormModel(QAbstractTableModel):
    """Shows rows as they are; what is typed goes to *typing*."""

    def __init__(self, typing: FormTyping, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._typing = typing
        self._form: Form | None = None
        self._columns: tuple[Heading, ...] = ()
        self._labels = 0
        self._rows: tuple[FormRow, ...] = ()

    @property
    def form(self) -> Form | None:
        """The form that is shown."""
        return self._form

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The columns from the left."""
        return self._columns

    @property
    def name_column(self) -> int:
        """The place of the column that holds the rows' names."""
        return self._labels - 1

    def row_at(self, place: int) -> FormRow | None:
        """Return a row, None where there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def column_at(self, place: int) -> int:
        """Return the number of the figure column at a place, 0 for a label column."""
        is_figure = self._labels <= place < len(self._columns)
        return (self._columns[place].column or 0) if is_figure else 0

    def place_of(self, label: str, column: int) -> QModelIndex:
        """Return the cell of a row and a figure column; the name's for column 0."""
        row = next((n for n, one in enumerate(self._rows) if one.label == label), -1)
        numbers = [one.column for one in self._columns]
        at = numbers.index(column) if column in numbers[self._labels :] else self.name_column
        return self.index(row, at) if row >= 0 else QModelIndex()

    def cell_at(self, index: Index) -> FormCell | None:
        """Return a figure, None for a label."""
        row = self.row_at(index.row())
        return row.cells.get(self.column_at(index.column())) if row else None

    def show(self, form: Form, rows: tuple[FormRow, ...]) -> None:
        """Show a form; of the same one only what changed."""
        before, self._form = self._form, form
        if before is None or form.code != before.code:
            self.beginResetModel()
            self._rows = rows
            self._columns = form.columns()
            self._labels = len(form.label_columns())
            self.endResetModel()
            return
        self._follow(rows)
        last = self.index(len(rows) - 1, len(self._columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _follow(self, rows: tuple[FormRow, ...]) -> None:
        """Take rows over: an editor that is open stays over its cell."""
        before, more = self._rows, len(rows) - len(self._rows)
        pairs = zip(before, rows, strict=False)
        first = next(
            (n for n, (one, other) in enumerate(pairs) if _key(one) != _key(other)),
            min(len(before), len(rows)),
        )
        if more > 0:
            # The line for a new row becomes the row whose name was typed into it.
            if first < len(before) and before[first].kind is RowKind.NEW:
                first += 1
            self.beginInsertRows(_ROOT, first, first + more - 1)
            self._rows = rows
            self.endInsertRows()
        elif more < 0:
            self.beginRemoveRows(_ROOT, first, first - more - 1)
            self._rows = rows
            self.endRemoveRows()
        else:
            self._rows = rows

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's form
        """Return a cell's words, its row, or what is said of it."""
        row = self.row_at(index.row())
        if not index.isValid() or row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._words(row, index)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            # A name may be cut after its second line; read aloud it is whole anyway.
            is_tip_of_name = role == Qt.ItemDataRole.ToolTipRole and not self.cell_at(index)
            return row.label if is_tip_of_name else self.said_of(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(row, index) or self.inviting_words(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            if self.column_at(index.column()):
                return _RIGHT
            return _CENTRE if index.column() < self.name_column else _LEFT
        return None

    def inviting_words(self, index: Index) -> str:
        """Return what the empty name of the last row says, "" for every other cell."""
        row = self.row_at(index.row())
        is_new = row is not None and row.kind is RowKind.NEW
        if not is_new or index.column() != self.name_column or self.form is None:
            return ""
        return f"Thêm {self.form.row_word.lower()}…"

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt's form
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Hand over what was typed; what is no figure stays in its cell in red."""
        row = self.row_at(index.row())
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        column = self.column_at(index.column())
        if column:
            return self._typing.type_figure(row.label, column, str(value))
        if row.kind is RowKind.NEW:
            return self._typing.add_row(str(value))
        return self._typing.rename_row(row.label, str(value))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names and figures be edited while the report is open."""
        row = self.row_at(index.row())
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if row is None or not self._typing.can_type:
            return flags
        is_name = index.column() == self.name_column
        may = {
            RowKind.BODY: is_name or bool(self.column_at(index.column())),
            RowKind.NEW: is_name,
            RowKind.TOTAL: bool(self.column_at(index.column())),
        }[row.kind]
        return flags | Qt.ItemFlag.ItemIsEditable if may else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's form
        """Return a column's own heading with its number."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            one = self._columns[section]
            return f"{one.label} ({one.column})"
        return None

    def said_of(self, index: Index) -> str:
        """Return what is to be said of a cell: why it is wrong, where its figure comes from."""
        cell, row = self.cell_at(index), self.row_at(index.row())
        if cell is None or row is None or self._form is None:
            return ""
        if cell.refused is not None:
            return cell.refused.why
        said = [_FAULT_WORDS[cell.fault]] if cell.fault else []
        heading = self._columns[index.column()]
        said.append(_source_words(cell, heading, row))
        return ". ".join(filter(None, said))

    def _words(self, row: FormRow, index: Index) -> str:
        column = self.column_at(index.column())
        if column:
            cell = row.cells.get(column)
            if cell is None:
                return ""
            return cell.refused.text if cell.refused is not None else cell.words
        return row.label if index.column() == self.name_column else row.number


def _key(row: FormRow) -> tuple[RowKind, str]:
    return row.kind, row.label


def _source_words(cell: FormCell, heading: Heading, row: FormRow) -> str:
    if row.kind is RowKind.TOTAL:
        is_summed = cell.look is CellLook.COMPUTED
        return "Cộng các dòng" if is_summed else "Số gõ ở dòng tổng, xóa để cộng các dòng"
    if cell.look is CellLook.CARRIED:
        return "Số chuyển từ kỳ trước"
    if cell.look is CellLook.REGISTER:
        return "Số lấy từ sổ"
    if heading.formula is None:
        return ""
    if cell.look is CellLook.COMPUTED:
        return f"Tính theo ({heading.column})={heading.formula}"
    return f"Số gõ thay cho ({heading.column})={heading.formula}, xóa để tính lại"
