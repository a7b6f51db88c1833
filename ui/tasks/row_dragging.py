"""Rows drawn to another place: by their numbers, within the table."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPen
from PySide6.QtWidgets import QTableView

from ui.kit import theme
from ui.tasks.task_rows import TaskRow
from ui.tasks.task_tree_model import ROW_ROLE, TaskTreeModel

MIME = "application/x-tthc-tasks"
_LINE = 2


class Beside(Enum):
    """Where rows are put, seen from the row they are put at."""

    BEFORE = "before"
    AFTER = "after"
    INSIDE = "inside"


class RowDragging(QObject):
    """Shows where rows would go and asks for the move; the model is not touched here."""

    dropped = Signal(list, str, object)

    def __init__(self, table: QTableView) -> None:
        """Let the rows of *table* be drawn."""
        super().__init__(table)
        self._table = table
        self._target: tuple[int, Beside] | None = None
        table.setDragEnabled(True)
        table.setAcceptDrops(True)
        table.setDropIndicatorShown(False)
        table.setDefaultDropAction(Qt.DropAction.MoveAction)

    def start(self, task_ids: Sequence[str]) -> None:
        """Begin to draw these rows."""
        if not task_ids:
            return
        drag = QDrag(self._table)
        drag.setMimeData(drawn_rows(task_ids))
        drag.exec(Qt.DropAction.MoveAction)
        self.leave()

    def enter(self, event: QDragEnterEvent) -> None:
        """Take rows of this table only."""
        if event.mimeData().hasFormat(MIME) and event.source() in (self._table, None):
            event.acceptProposedAction()
        else:
            event.ignore()

    def over(self, event: QDragMoveEvent) -> None:
        """Show the line at which the rows would stand."""
        self._target = self._place_at(event.position().toPoint())
        self._table.viewport().update()
        if event.mimeData().hasFormat(MIME) and self._target:
            event.acceptProposedAction()
        else:
            event.ignore()

    def leave(self) -> None:
        """Take the line away."""
        self._target = None
        self._table.viewport().update()

    def drop(self, event: QDropEvent) -> None:
        """Ask for the move."""
        target = self._place_at(event.position().toPoint())
        self.leave()
        if target is None or not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        ids = bytes(event.mimeData().data(MIME).data()).decode().split()
        line, where = target
        event.acceptProposedAction()
        self.dropped.emit(ids, self._row(line).id, where)

    def paint(self, painter: QPainter) -> None:
        """Paint the line at which the rows would stand."""
        if self._target is None:
            return
        line, where = self._target
        top = self._table.rowViewportPosition(line)
        if where is not Beside.BEFORE:
            top += self._table.rowHeight(line)
        painter.setPen(QPen(theme.paints(self._table.palette()).acc, _LINE))
        left = theme.scaled(_LINE * 10) if where is Beside.INSIDE else 0
        painter.drawLine(left, top, self._table.viewport().width(), top)

    def _place_at(self, point: QPoint) -> tuple[int, Beside] | None:
        line = self._table.rowAt(point.y())
        if line < 0:
            line = self._table.model().rowCount() - 1
            return (line, Beside.AFTER) if line >= 0 else None
        row = self._row(line)
        middle = self._table.rowViewportPosition(line) + self._table.rowHeight(line) / 2
        if row.task is None:
            return None
        if point.y() < middle:
            return line, Beside.BEFORE
        model = self._table.model()
        assert isinstance(model, TaskTreeModel)  # noqa: S101 - the task table has no other
        is_open = model.is_open(model.index(line, 0))
        return line, Beside.INSIDE if is_open else Beside.AFTER

    def _row(self, line: int) -> TaskRow:
        row: TaskRow = self._table.model().index(line, 0).data(ROW_ROLE)
        return row


def drawn_rows(task_ids: Sequence[str]) -> QMimeData:
    """Return what is drawn: ids, which mean something only to this table."""
    data = QMimeData()
    data.setData(MIME, " ".join(task_ids).encode())
    return data
