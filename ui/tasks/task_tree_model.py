"""The tasks of a plan as Qt's model: one line per open row, so that no act asks for them all.

A tree inside, flat outside: Qt's own tree view asks a model for every row whenever one comes or
goes, which takes seconds of ten thousand tasks; lines cost nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.shown_state import Shown
from ui.tasks.line_changes import first_difference, runs_of
from ui.tasks.task_columns import COLUMNS, FIELDS, Column
from ui.tasks.task_nodes import HIDDEN, Node, TaskNodes, shown_nodes
from ui.tasks.task_rows import RowKind, TaskRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_COLUMNS = len(COLUMNS)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _PLAIN | Qt.ItemFlag.ItemIsEditable


class TaskTreeModel(QAbstractTableModel):
    """Groups and tasks. It never writes: `cell_typed` tells what a person typed into a cell."""

    cell_typed = Signal(str, object, str)
    rows_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty model."""
        super().__init__(parent)
        self._nodes = TaskNodes()
        self._lines: list[Node] = []
        self._kept: tuple[str, ...] | None = None
        self._is_sorted = False
        self._is_refused = False
        self.is_editable = False

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """The top rows of the plan, whether shown or not."""
        return self._nodes.rows()

    @property
    def is_empty(self) -> bool:
        """Whether the plan has no rows at all, shown or not."""
        return not self._nodes.top

    def set_rows(self, rows: tuple[TaskRow, ...]) -> None:
        """Show another plan, with every group open."""
        self.beginResetModel()
        self._nodes.let_go()
        self._nodes = TaskNodes(rows)
        self._kept, self._is_sorted = None, False
        self._take_lines(shown_nodes(self._nodes, None, is_sorted=False))
        self.endResetModel()
        self.rows_changed.emit()

    def update_rows(
        self,
        progress: PlanProgress,
        today: date,
        changed: Collection[str],
        gone: Collection[str] = (),
    ) -> None:
        """Take over the plan as edited; tell Qt only what is another one now.

        *changed* names the tasks with other occurrences, *gone* those taken out.
        """
        known = set(self._nodes.by_id) if self._kept is not None else set()
        touched = self._nodes.update(progress, today, changed, gone)
        if self._kept is not None:
            new = tuple(one.row.id for one in touched if one.row.id not in known)
            self._kept += new
        before = self._lines
        self._show_lines()
        self._tell_words(touched, numbers_from=first_difference(before, self._lines))
        self.rows_changed.emit()

    def leaves(self) -> tuple[TaskRow, ...]:
        """Return the rows of all tasks, groups left out; their numbers may be those of before."""
        return tuple(chain.from_iterable([one.tasks() for one in self._nodes.top]))

    @property
    def closed(self) -> frozenset[str]:
        """The ids of the groups that are closed."""
        return frozenset(
            one.row.id for one in self._nodes.all() if one.children and not one.is_open
        )

    def show_only(
        self,
        kept: Sequence[str] | None,
        *,
        is_sorted: bool = False,
        closed: frozenset[str] = frozenset(),
    ) -> None:
        """Show only these tasks, with the groups above them; sorted, in this order and alone.

        Every group is open then, but those in *closed*.
        """
        self._kept = None if kept is None else tuple(kept)
        self._is_sorted = is_sorted
        for node in self._nodes.all():
            if node.children:
                node.set_open(is_open=node.row.id not in closed)
        self._show_lines()

    def row_at(self, index: Index) -> TaskRow | None:
        """Return the row behind an index."""
        return self._lines[index.row()].current_row() if index.isValid() else None

    def index_of(self, task_id: str, column: Column = Column.CONTENT) -> QModelIndex:
        """Return the index of a task's cell; an invalid one where the task has no line."""
        node = self._nodes.by_id.get(task_id)
        return self.index(node.at, column) if node and node.at != HIDDEN else QModelIndex()

    def row_of(self, task_id: str) -> TaskRow | None:
        """Return a task's row, whether it has a line or not."""
        node = self._nodes.by_id.get(task_id)
        return node.current_row() if node else None

    def ids_at(self, lines: Iterable[int]) -> list[str]:
        """Return the ids of the rows on some lines."""
        return [self._lines[line].row.id for line in lines]

    def task_ids_at(self, lines: Iterable[int]) -> list[str]:
        """Return the ids of the tasks and groups on some lines; headings of lists are none."""
        rows = (self._lines[line].row for line in lines)
        return [row.id for row in rows if row.kind is not RowKind.LIST]

    def lines_of(self, ids: Iterable[str]) -> list[int]:
        """Return the lines of some rows, in order; those without a line are left out."""
        nodes = (self._nodes.by_id.get(one) for one in ids)
        return sorted(node.at for node in nodes if node is not None and node.at != HIDDEN)

    def row_above(self, task_id: str) -> TaskRow | None:
        """Return the row that a task hangs below."""
        node = self._nodes.by_id.get(task_id)
        return node.parent.row if node and node.parent else None

    def bands(self, first: int, end: int) -> list[int]:
        """Return the lines from *first* to before *end* that are no tasks."""
        lines = enumerate(self._lines[first:end], first)
        return [line for line, node in lines if node.row.kind is not RowKind.TASK]

    def children_of(self, index: Index) -> bool:
        """Return whether anything hangs below a row."""
        return index.isValid() and bool(self._lines[index.row()].children)

    def is_open(self, index: Index) -> bool:
        """Return whether what hangs below a row is shown."""
        node = self._lines[index.row()] if index.isValid() else None
        return node is not None and bool(node.children) and node.is_open

    def set_open(self, index: Index, *, is_open: bool) -> None:
        """Open or close a group."""
        if index.isValid():
            self._lines[index.row()].set_open(is_open=is_open)
            self._show_lines()

    def set_all_open(self, *, are_open: bool) -> None:
        """Open or close every group."""
        for node in self._nodes.all():
            if node.children:
                node.set_open(is_open=are_open)
        self._show_lines()

    def reveal(self, task_id: str) -> QModelIndex:
        """Open the groups above a task and return the index of its content."""
        node = self._nodes.by_id.get(task_id)
        if node is None or node.at != HIDDEN:
            return self.index_of(task_id)
        while (node := node.parent) is not None:
            node.set_open(is_open=True)
        self._show_lines()
        return self.index_of(task_id)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else _COLUMNS

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a cell can be edited, and a row dragged by its number."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        kind = self._lines[index.row()].row.kind
        if not self.is_editable or kind is RowKind.LIST:
            return _PLAIN
        column = index.column()
        if column == Column.NUMBER:
            return _PLAIN | Qt.ItemFlag.ItemIsDragEnabled
        is_field = column == Column.CONTENT or (column in FIELDS and kind is RowKind.TASK)
        return _EDITABLE if is_field else _PLAIN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's form
        """Return the words of a cell and what goes with them."""
        if not index.isValid():
            return None
        row, column = self._lines[index.row()].current_row(), Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words.get(column, "")
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.EditRole:
            return row.value(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.words.get(column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[column].right else _LEFT
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's form
        """Tell what was typed into a cell; the row changes when the edit is written.

        Return whether it was taken: `refuse` says, while it is told, that it was not.
        """
        row = self.row_at(index)
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        self._is_refused = False
        self.cell_typed.emit(row.id, Column(index.column()), str(value))
        return not self._is_refused

    def refuse(self) -> None:
        """Say that what was typed last is not taken."""
        self._is_refused = True

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

    def _take_lines(self, lines: list[Node], first: int = 0) -> None:
        """Give every row its line; those before *first* have theirs already."""
        for node in self._lines[first:]:
            node.at = HIDDEN
        for place, node in enumerate(lines[first:], first):
            node.at = place
        self._lines = lines

    def _show_lines(self) -> None:
        """Bring the lines up to date by the smallest signal that tells it."""
        new = shown_nodes(self._nodes, self._kept, is_sorted=self._is_sorted)
        old = self._lines
        if new == old:
            return
        first = first_difference(old, new)
        tail = first_difference(old[first:][::-1], new[first:][::-1])
        gone, come = len(old) - tail - first, len(new) - tail - first
        if gone <= 0 or come <= 0:
            self._insert_or_remove(new, first, come, gone)
        else:
            self._lay_out(new, first)

    def _insert_or_remove(self, new: list[Node], first: int, come: int, gone: int) -> None:
        if gone <= 0:
            self.beginInsertRows(_ROOT, first, first + come - 1)
            self._take_lines(new, first)
            self.endInsertRows()
        else:
            self.beginRemoveRows(_ROOT, first, first + gone - 1)
            self._take_lines(new, first)
            self.endRemoveRows()

    def _lay_out(self, new: list[Node], first: int) -> None:
        self.layoutAboutToBeChanged.emit()
        old_indexes = self.persistentIndexList()
        nodes = [self._lines[one.row()] for one in old_indexes]
        self._take_lines(new, first)
        new_indexes = [
            self.index(node.at, one.column()) if node.at != HIDDEN else QModelIndex()
            for node, one in zip(nodes, old_indexes, strict=True)
        ]
        self.changePersistentIndexList(old_indexes, new_indexes)
        self.layoutChanged.emit()

    def _tell_words(self, touched: Collection[Node], numbers_from: int) -> None:
        for first, last in runs_of(sorted(one.at for one in touched if one.at != HIDDEN)):
            self.dataChanged.emit(self.index(first, 0), self.index(last, _COLUMNS - 1))
        last = len(self._lines) - 1
        if numbers_from <= last:
            self.dataChanged.emit(self.index(numbers_from, 0), self.index(last, Column.NUMBER))


def _spoken(row: TaskRow, column: Column) -> str:
    """Return what a screen reader says: the heading, then the words, a state in full."""
    words = row.words.get(column, "")
    if column is Column.STATE and row.state and row.state.shown is Shown.SOON:
        words = f"{row.state.words}, {words}"
    if column is Column.CONTENT and row.account:
        words = f"{words}, {row.account}"
    return f"{COLUMNS[column].heading}: {words}".replace("\n", " ") if words else ""
