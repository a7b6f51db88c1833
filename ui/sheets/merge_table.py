"""The cells of a returned sheet: arrows choose a side, Space takes or leaves, Down goes on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.kit import theme
from ui.kit.text_painting import paint_words
from ui.sheets.merge_delegate import BESIDE, LEFT, MergeDelegate
from ui.sheets.merge_model import HEADINGS, Line, LineKind, MergeColumn, MergeModel
from ui.sheets.merge_view import FileChoices, Part, Side

_STT_PX = 74
# Shares of the width that is left, in per cent.
_SHARES = {
    MergeColumn.CELL: 22,
    MergeColumn.SENT: 18,
    MergeColumn.RETURNED: 22,
    MergeColumn.OFFICE: 20,
    MergeColumn.TAKE: 18,
}
_ARROWS = {Qt.Key.Key_Left: Side.RETURNED, Qt.Key.Key_Right: Side.OFFICE}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CARDS = {MergeColumn.RETURNED: Side.RETURNED, MergeColumn.OFFICE: Side.OFFICE}
_HEAD_PX = 30


class MergeTable(QTableView):
    """One line is current at a time; headings are passed by. `moved` tells that it is another."""

    chosen = Signal()
    moved = Signal()

    def __init__(self) -> None:
        """Make an empty table."""
        super().__init__()
        self.lines = MergeModel(self)
        self.setModel(self.lines)
        self._delegate = MergeDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Các ô của phiếu trả về")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = _Head(self)
        self.setHorizontalHeader(head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setFixedHeight(theme.scaled(_HEAD_PX))
        self.lines.dataChanged.connect(lambda *_: self.chosen.emit())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())

    def show_file(self, choices: FileChoices) -> None:
        """Show another file; its first line that needs a person is current."""
        self.lines.show_file(choices)
        self._set_out()
        self._go(0, 1)
        self.scrollToTop()

    @property
    def current_line(self) -> Line | None:
        """The line that is current, None where there is none."""
        row = self.currentIndex().row()
        return self.lines.lines[row] if 0 <= row < len(self.lines.lines) else None

    def say_added(self, place: int, words: str) -> None:
        """Say at the row at *place* of the file that its task stands in the plan now."""
        for number, line in enumerate(self.lines.lines):
            if line.place == place:
                self.lines.say_added(number, words)
                self._set_out()
                self._go(number, 1)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by the arrows, take by Space, go on by Down."""
        key, line = Qt.Key(event.key()), self.currentIndex().row()
        if key in _STEPS:
            self._go(line + _STEPS[key], _STEPS[key])
        elif line >= 0 and key in _ARROWS:
            if self.lines.lines[line].part is Part.CONFLICT:
                self.lines.choose(line, _ARROWS[key])
        elif line >= 0 and key == Qt.Key.Key_Space:
            self._act(line)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose by a click on a card, take by one on the box."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._click(event.position().toPoint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._share_out()
        self._measure()

    def _click(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        line, column = self.lines.lines[index.row()], MergeColumn(index.column())
        is_box = column is MergeColumn.TAKE and line.part is Part.CHANGE
        if line.kind is LineKind.MORE or is_box:
            self._act(index.row())
        elif line.part is Part.CONFLICT and column in _CARDS:
            self.lines.choose(index.row(), _CARDS[column])

    def _act(self, line: int) -> None:
        one = self.lines.lines[line]
        if one.kind is LineKind.MORE:
            self.lines.unfold(one.part)
            self._set_out()
            self._go(line, 1)
        else:
            self.lines.choose(line, None)

    def _go(self, line: int, step: int) -> None:
        """Make the next line that is no heading current, from *line* on."""
        while 0 <= line < len(self.lines.lines):
            if self.lines.lines[line].kind is not LineKind.HEADING:
                self.setCurrentIndex(self.lines.index(line, 0))
                above = self.lines.index(max(0, line - 1), 0)
                if step < 0 or line == 1:
                    self.scrollTo(above)
                self.scrollTo(self.lines.index(line, 0))
                return
            line += step

    def _set_out(self) -> None:
        self.clearSpans()
        for place, line in enumerate(self.lines.lines):
            if line.kind is LineKind.HEADING:
                self.setSpan(place, 0, 1, len(MergeColumn))
            elif line.part is Part.REFUSED:
                self.setSpan(place, MergeColumn.OFFICE, 1, 2)
        self._share_out()
        self._measure()

    def _share_out(self) -> None:
        first = theme.scaled(_STT_PX)
        rest = max(0, self.viewport().width() - first)
        self.setColumnWidth(MergeColumn.NUMBER, first)
        for column, share in _SHARES.items():
            self.setColumnWidth(column, rest * share // 100)

    def _measure(self) -> None:
        for place, line in enumerate(self.lines.lines):
            self.setRowHeight(place, self._delegate.line_size(line))


class _Head(QHeaderView):
    """The headings, each above the words of its column."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setSectionsClickable(False)

    def paintSection(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, logical_index: int
    ) -> None:
        paints, room = theme.paints(self.palette()), QRectF(rect)
        painter.fillRect(room, paints.head)
        painter.setPen(QPen(paints.line2, 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        left = LEFT if logical_index == MergeColumn.NUMBER else BESIDE
        words = room.adjusted(left, 0, 0, 0)
        font = theme.font(theme.HEADER_PT, strong=True)
        paint_words(painter, words, HEADINGS[logical_index], font, paints.text, lines=1)
