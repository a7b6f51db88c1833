"""The task table's headings: an arrow opens a column's filter, a funnel says it is filtered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui.kit import theme
from ui.kit.grid_header import GridHeader
from ui.kit.icons import paint_icon
from ui.tasks.task_columns import Column
from ui.tasks.task_filter import TaskFilter

FILTERED_COLUMNS = (
    Column.CONTENT,
    Column.LEAD,
    Column.COORDINATING,
    Column.TIMING,
    Column.DUE,
    Column.STATE,
    Column.RESULT,
)
_ARROW_PX = 12
_ARROW_RIGHT = 6
_ARROW_ROOM = _ARROW_PX + _ARROW_RIGHT + 2


class FilterHeader(GridHeader):
    """Asks for a column's menu; the words of a filtered column are in accent."""

    menu_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a header that filters nothing."""
        super().__init__(parent=parent)
        self._marked: frozenset[Column] = frozenset()
        self._pressed_at: int | None = None

    def mark(self, wanted: TaskFilter) -> None:
        """Show which columns narrow or sort the view."""
        sorted_by = {wanted.sort.column} if wanted.sort else set()
        self._marked = frozenset({*wanted.values, *sorted_by})
        self.viewport().update()

    def is_marked(self, column: Column) -> bool:
        """Whether a column shows its funnel."""
        return column in self._marked

    def menu_place(self, column: Column) -> QPoint:
        """Return where a column's menu opens, on the screen."""
        left = self.sectionViewportPosition(column)
        return self.viewport().mapToGlobal(QPoint(left, self.height()))

    def words_room(self, rect: QRect, section: int) -> QRectF:
        """Leave room for the arrow."""
        room = super().words_room(rect, section)
        is_filter = section in FILTERED_COLUMNS
        return room.adjusted(0, 0, -theme.scaled(_ARROW_ROOM - 4), 0) if is_filter else room

    def words_colour(self, section: int) -> QColor:
        """Return accent for a filtered column."""
        return (
            theme.paints(self.palette()).acc
            if section in self._marked
            else QColor(super().words_colour(section))
        )

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803 - Qt's names
        """Paint the arrow or the funnel too."""
        super().paintSection(painter, rect, logicalIndex)
        if logicalIndex not in FILTERED_COLUMNS:
            return
        paints = theme.paints(self.palette())
        is_marked = logicalIndex in self._marked
        name, colour = ("filter-on", paints.acc) if is_marked else ("chevron-down", paints.text2)
        size = theme.scaled(_ARROW_PX)
        left = rect.right() - theme.scaled(_ARROW_RIGHT) - size
        paint_icon(painter, name, QRectF(left, rect.center().y() - size / 2, size, size), colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember a press on an arrow; anything else is Qt's."""
        self._pressed_at = self._arrow_at(event.position().toPoint())
        if self._pressed_at is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the menu of the arrow that was pressed."""
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None:
            super().mouseReleaseEvent(event)
        elif pressed == self._arrow_at(event.position().toPoint()):
            self.menu_asked.emit(pressed)

    def _arrow_at(self, place: QPoint) -> int | None:
        section = self.logicalIndexAt(place)
        if section not in FILTERED_COLUMNS:
            return None
        right = self.sectionViewportPosition(section) + self.sectionSize(section)
        # The last pixels change the column's width.
        inside = right - theme.scaled(_ARROW_ROOM) <= place.x() < right - 3
        return section if inside else None
