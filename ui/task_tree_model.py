"""The tasks of a plan as Qt's model: row arithmetic over rows worked out before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tthc_desktop.domain.shown_state import Shown
from ui.task_columns import COLUMNS, Column
from ui.task_rows import TaskRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_COLUMNS = len(COLUMNS)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(eq=False)
class _Node:
    row: TaskRow
    parent: _Node | None
    place: int
    children: list[_Node] = field(default_factory=list)


class TaskTreeModel(QAbstractItemModel):
    """Groups and tasks; every look-up is a look into a dictionary, so scrolling stays light."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty model."""
        super().__init__(parent)
        self._top: list[_Node] = []

    def set_rows(self, rows: tuple[TaskRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._top = _nodes(rows, None)
        self.endResetModel()

    def row_at(self, index: Index) -> TaskRow | None:
        """Return the row behind an index."""
        return _node(index).row if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return the index of a cell."""
        # Not by hasIndex, which would ask this model twice more; Qt asks for every row.
        nodes = self._below(parent)
        if 0 <= row < len(nodes) and 0 <= column < _COLUMNS:
            return self.createIndex(row, column, nodes[row])
        return QModelIndex()

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override] # Qt has two
        """Return the index of the row above."""
        above = _node(index).parent if index.isValid() else None
        return self.createIndex(above.place, 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return how many rows hang below the first cell of a row."""
        return len(self._below(parent))

    def hasChildren(self, parent: Index = _ROOT) -> bool:
        """Return whether anything hangs below a row."""
        return bool(self._below(parent))

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return _COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's form
        """Return the words of a cell and what goes with them."""
        if not index.isValid():
            return None
        row, column = _node(index).row, Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words.get(column, "")
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.words.get(column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[column].right else _LEFT
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's form
        """Return the headings."""
        if orientation != Qt.Orientation.Horizontal or section not in COLUMNS:
            return None
        look = COLUMNS[Column(section)]
        if role == Qt.ItemDataRole.DisplayRole:
            return look.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if look.right else _LEFT
        return None

    def _below(self, parent: Index) -> list[_Node]:
        if not parent.isValid():
            return self._top
        return [] if parent.column() else _node(parent).children


def _node(index: Index) -> _Node:
    node: _Node = index.internalPointer()
    return node


def _nodes(rows: tuple[TaskRow, ...], parent: _Node | None) -> list[_Node]:
    nodes = [_Node(row, parent, place) for place, row in enumerate(rows)]
    for node in nodes:
        node.children = _nodes(node.row.children, node)
    return nodes


def _spoken(row: TaskRow, column: Column) -> str:
    """Return what a screen reader says: the heading, then the words, a state in full."""
    words = row.words.get(column, "")
    if column is Column.STATE and row.state and row.state.shown is Shown.SOON:
        words = f"{row.state.words}, {words}"
    if column is Column.CONTENT and row.account:
        words = f"{words}, {row.account}"
    return f"{COLUMNS[column].heading}: {words}".replace("\n", " ") if words else ""
