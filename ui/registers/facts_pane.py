"""What is counted from a register, beside its grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.kit import theme
from ui.registers.register_sheet import FactTable

WIDTH = 320
_PADDING, _OVER, _GAP, _BETWEEN = 14, 6, 12, 20
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
_HIGH = 10_000


@dataclass(frozen=True, slots=True)
class _Words:
    """Words with their place on the pane; a line above them where a row begins."""

    text: str
    place: QRect
    font: QFont
    is_grey: bool = False
    is_right: bool = False
    has_line: bool = False


class FactsPane(QScrollArea):
    """Tables one below the other; the whole is read aloud as the pane's description."""

    def __init__(self) -> None:
        """Make a pane without tables."""
        super().__init__()
        self.setAccessibleName("Số liệu của sổ")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = _FactsSheet()
        self.setWidget(self._sheet)

    @property
    def words(self) -> str:
        """What it shows, in words."""
        return self.accessibleDescription()

    def show_tables(self, tables: Sequence[FactTable]) -> None:
        """Show other tables."""
        self.setAccessibleDescription("\n".join(map(_spoken, tables)))
        self._sheet.show_tables(tables)


class _FactsSheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._tables: tuple[FactTable, ...] = ()
        self._words: list[_Words] = []

    def show_tables(self, tables: Sequence[FactTable]) -> None:
        if tuple(tables) != self._tables:
            self._tables = tuple(tables)
            self._lay_out()

    def sizeHint(self) -> QSize:
        last = max((one.place.bottom() for one in self._words), default=0)
        return QSize(0, last + _PADDING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        paints, painter = theme.paints(self.palette()), QPainter(self)
        painter.fillRect(event.rect(), paints.surf)
        for one in self._words:
            if one.has_line:
                painter.setPen(paints.line)
                top = one.place.top() - _OVER // 2
                painter.drawLine(_PADDING, top, self.width() - _PADDING, top)
            painter.setFont(one.font)
            painter.setPen(_colour(one, paints))
            right = Qt.AlignmentFlag.AlignRight.value if one.is_right else 0
            painter.drawText(one.place, _WRAP | right, one.text)

    def _lay_out(self) -> None:
        self._words, top = [], _PADDING
        for table in self._tables:
            for one in _table_words(table, self.width(), top):
                self._words.append(one)
                top = max(top, one.place.bottom() + 1)
            top += _BETWEEN
        self.updateGeometry()
        self.update()


def _colour(one: _Words, paints: theme.Paints) -> QColor:
    return paints.text2 if one.is_grey else paints.text


def _table_words(table: FactTable, width: int, top: int) -> Iterator[_Words]:
    """Yield the words of a table from *top* on: the first column wraps, the others do not."""
    strong, small, plain = theme.font(strong=True), theme.font(theme.HEADER_PT), theme.font()
    room = width - 2 * _PADDING
    title = _wrapped(table.title, strong, _PADDING, top, room)
    yield _Words(table.title, title, strong)
    top = title.bottom() + _OVER
    if table.headings:
        bottom = top
        for one in _row_words(table, table.headings, small, width, top):
            yield one
            bottom = max(bottom, one.place.bottom())
        top = bottom + _OVER
    for row in table.rows:
        bottom = top
        for one in _row_words(table, row, plain, width, top):
            yield one
            bottom = max(bottom, one.place.bottom())
        top = bottom + _OVER
    if table.note:
        yield _Words(table.note, _wrapped(table.note, small, _PADDING, top, room), small, True)


def _row_words(
    table: FactTable, row: Sequence[str], font: QFont, width: int, top: int
) -> Iterator[_Words]:
    is_heading = row is table.headings
    widths = _widths(table)
    first = width - 2 * _PADDING - sum(widths)
    place = _wrapped(row[0], font, _PADDING, top, first)
    yield _Words(row[0], place, font, is_heading, has_line=not is_heading)
    left = _PADDING + first
    height = theme.line_height(font)
    for words, own in zip(row[1:], widths, strict=True):
        cell = QRect(left, top, own, height)
        yield _Words(words, cell, font, is_heading, is_right=True)
        left += own


def _widths(table: FactTable) -> list[int]:
    metrics = QFontMetrics(theme.font())
    rows = [*table.rows, *((table.headings,) if table.headings else ())]
    columns = zip(*(row[1:] for row in rows), strict=True)
    return [max(map(metrics.horizontalAdvance, column)) + _GAP for column in columns]


def _wrapped(text: str, font: QFont, left: int, top: int, width: int) -> QRect:
    """Return the place of words that wrap, at least one line high."""
    found = QFontMetrics(font).boundingRect(QRect(0, 0, width, _HIGH), _WRAP, text)
    return QRect(left, top, width, max(found.height(), theme.line_height(font)))


def _spoken(table: FactTable) -> str:
    rows = "; ".join(" ".join(row) for row in table.rows)
    return f"{table.title}: {rows}. {table.note}"
