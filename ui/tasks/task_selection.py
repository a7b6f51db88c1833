"""What is chosen in the task table: rows, the block of cells, the current one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex
from PySide6.QtWidgets import QTableView

from ui.tasks.task_columns import Column
from ui.tasks.task_rows import TaskRow
from ui.tasks.task_tree_model import TaskTreeModel

_FLAG = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Span:
    """A rectangle of cells, both ends meant."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def lines(self) -> range:
        """The lines it covers."""
        return range(self.top, self.bottom + 1)

    @property
    def columns(self) -> range:
        """The columns it covers."""
        return range(self.left, self.right + 1)


class TaskSelection:
    """Reads the selection by ranges, never cell by cell; keeps it over an edit by ids."""

    def __init__(self, table: QTableView, model: TaskTreeModel) -> None:
        """Watch the selection of *table*."""
        self._table = table
        self._model = model

    @property
    def current(self) -> TaskRow | None:
        """The row of the current cell."""
        return self._model.row_at(self._table.currentIndex())

    def spans(self) -> tuple[Span, ...]:
        """Return the rectangles that are selected; the current cell where none is."""
        found = tuple(
            Span(one.top(), one.bottom(), one.left(), one.right()) for one in self._ranges()
        )
        at = self._table.currentIndex()
        if found or not at.isValid():
            return found
        return (Span(at.row(), at.row(), at.column(), at.column()),)

    def lines(self) -> list[int]:
        """Return the lines with a selected cell, in order."""
        return sorted({line for span in self.spans() for line in span.lines})

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self._table.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def rows(self) -> list[TaskRow]:
        """Return the rows with a selected cell; headings of lists are none."""
        found = (self._model.row_of(one) for one in self.ids())
        return [row for row in found if row is not None]

    def ids(self) -> list[str]:
        """Return the ids of the chosen tasks."""
        return self._model.task_ids_at(self.lines())

    def block(self) -> Span | None:
        """Return the smallest rectangle around everything selected."""
        spans = self.spans()
        if not spans:
            return None
        return Span(
            min(one.top for one in spans),
            max(one.bottom for one in spans),
            min(one.left for one in spans),
            max(one.right for one in spans),
        )

    def go_to(self, task_id: str, column: Column | None = None) -> None:
        """Make a task the current one, its groups opened."""
        index = self._model.reveal(task_id)
        if index.isValid():
            at = self._table.currentIndex()
            kept = at.column() if at.isValid() else Column.CONTENT
            index = index.siblingAtColumn(kept if column is None else column)
            self._table.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
            self._table.scrollTo(index)

    def keep(self, act: Callable[[], object]) -> None:
        """Do what moves lines about; the same cells are chosen afterwards.

        Qt would keep every selected cell by itself through such an act.
        """
        spans = self.spans()
        at = self._table.currentIndex()
        current = self.current
        ids = self._model.ids_at(self.lines())
        left = min((one.left for one in spans), default=0)
        right = max((one.right for one in spans), default=0)
        keeper = self._table.selectionModel()
        keeper.clearSelection()
        act()
        self._choose(ids, left, right)
        if current and not self._table.currentIndex().isValid():
            self._stand_near(at)

    def _choose(self, ids: Iterable[str], left: int, right: int) -> None:
        places = self._model.lines_of(ids)
        chosen = QItemSelection()
        start = 0
        for place, line in enumerate(places):
            if place + 1 == len(places) or places[place + 1] != line + 1:
                first = self._model.index(places[start], left)
                chosen.select(first, self._model.index(line, right))
                start = place + 1
        self._table.selectionModel().select(chosen, _FLAG.ClearAndSelect)

    def _stand_near(self, at: QModelIndex) -> None:
        last = self._model.rowCount() - 1
        line = min(max(at.row(), 0), last)
        index = self._model.index(line, max(at.column(), 0))
        self._table.selectionModel().setCurrentIndex(index, _FLAG.ClearAndSelect)
