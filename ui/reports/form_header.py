"""The heading of a form: its tree of columns in rows, below them the numbers "(3)=4+5+6"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from tthc_desktop.domain.reporting.forms import Form, Heading
from ui.kit import theme
from ui.kit.text_painting import line_count, paint_words

NUMBER_PT = 8.5
_SIDE = 4
_OVER = 6
_MOST_LINES, _COMPACT_LINES = 3, 2


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of the heading: its words, first and last column, first and last row."""

    words: str
    first: int
    last: int
    top: int
    bottom: int


def head_cells(form: Form) -> tuple[HeadCell, ...]:
    """Return the cells of a form's heading but the row of numbers."""
    depth = max(one.depth for one in form.headings)
    places = {one.column: place for place, one in enumerate(form.columns())}
    return tuple(cell for one in form.headings for cell in _cells(one, 0, depth, places))


def _cells(
    one: Heading, level: int, depth: int, places: dict[int | None, int]
) -> Iterator[HeadCell]:
    columns = [places[each.column] for each in one.columns()]
    bottom = level if one.children else depth - 1
    yield HeadCell(one.label, columns[0], columns[-1], level, bottom)
    for child in one.children:
        yield from _cells(child, level + 1, depth, places)


class FormHeader(QHeaderView):
    """Paints the tree over its sections; every row is as high as its words need."""

    def __init__(self, parent: QWidget) -> None:
        """Make a heading without a form."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName("Cột của biểu")
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        self._cells: tuple[HeadCell, ...] = ()
        self._numbers: tuple[str, ...] = ()
        self._heights: tuple[int, ...] = ()
        self._is_compact = False

    def be_compact(self, *, is_compact: bool) -> None:
        """Leave the numbers out and use at most two lines a cell, in a low window."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.measure()

    def show_form(self, form: Form) -> None:
        """Show the heading of a form."""
        self._cells = head_cells(form)
        self._numbers = tuple(_number(one) for one in form.columns())
        self.measure()

    def measure(self) -> None:
        """Measure the rows anew: the columns have other widths now."""
        self._heights = self._measured()
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the height of all rows and of the numbers."""
        return QSize(super().sizeHint().width(), sum(self._heights) + self._number_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the whole tree: a cell may stand over several sections."""
        painter = QPainter(self.viewport())
        paints = theme.paints(self.palette())
        painter.fillRect(self.viewport().rect(), paints.surf)
        if not self._heights or not self.count():
            return
        font = theme.font(theme.HEADER_PT, strong=True)
        centre = Qt.AlignmentFlag.AlignHCenter
        for cell in self._cells:
            room = self._room(cell)
            painter.fillRect(room, paints.head)
            painter.setPen(paints.line2)
            painter.drawRect(room)
            inner = QRectF(room).adjusted(_SIDE, 0, -_SIDE, 0)
            paint_words(
                painter, inner, cell.words, font, paints.text, lines=self._most, align=centre
            )
        if self._is_compact:
            return
        top = sum(self._heights)
        small = theme.font(NUMBER_PT)
        for place, words in enumerate(self._numbers):
            room = QRect(
                self.sectionViewportPosition(place) - 1,
                top - 1,
                self.sectionSize(place),
                self._number_height(),
            )
            painter.fillRect(room, paints.surf2)
            painter.setPen(paints.line2)
            painter.drawRect(room)
            paint_words(painter, QRectF(room), words, small, paints.text2, lines=1, align=centre)

    def _room(self, cell: HeadCell) -> QRect:
        left = self.sectionViewportPosition(cell.first)
        right = self.sectionViewportPosition(cell.last) + self.sectionSize(cell.last)
        top = sum(self._heights[: cell.top])
        height = sum(self._heights[cell.top : cell.bottom + 1])
        return QRect(left - 1, top - 1, right - left, height)

    def _measured(self) -> tuple[int, ...]:
        if not self._cells or not self.count():
            return ()
        line = theme.line_height(theme.font(theme.HEADER_PT, strong=True))
        heights = [line + _OVER] * (max(one.bottom for one in self._cells) + 1)
        # Lower rows first: what stands over several takes the room it needs from the last one.
        for cell in sorted(self._cells, key=lambda one: one.bottom - one.top):
            needed = self._lines(cell) * line + _OVER
            have = sum(heights[cell.top : cell.bottom + 1])
            heights[cell.bottom] += max(0, needed - have)
        return tuple(heights)

    def _lines(self, cell: HeadCell) -> int:
        width = sum(self.sectionSize(one) for one in range(cell.first, cell.last + 1))
        font = theme.font(theme.HEADER_PT, strong=True)
        return min(self._most, line_count(cell.words, font, max(10, width - 2 * _SIDE)))

    @property
    def _most(self) -> int:
        return _COMPACT_LINES if self._is_compact else _MOST_LINES

    def _number_height(self) -> int:
        if self._is_compact:
            return 0
        return theme.line_height(theme.font(NUMBER_PT)) + 4


def _number(one: Heading) -> str:
    return f"({one.column})={one.formula}" if one.formula else f"({one.column})"
