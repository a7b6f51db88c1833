"""Painting of the merge screen: conflicts as two cards, changes with a box, refusals in red."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.item_option import CellOption, cell_option
from ui.kit.state_look import StateLook, state_look
from ui.kit.text_painting import line_count, paint_words
from ui.sheets.merge_marks import paint_box, paint_card
from ui.sheets.merge_model import (
    LINE_ROLE,
    PART_WORDS,
    SIDE_ROLE,
    Index,
    Line,
    LineKind,
    MergeColumn,
)
from ui.sheets.merge_view import Part, Side

# Longer words are cut; the whole is in the tool tip.
MOST_LINES = 5
# Where words begin in a column, and in the first one.
BESIDE, LEFT = 8, 18
_OVER = 10
_CARD_SIDE, _CARD_OVER, _RADIO = 12, 16, 22
_BAR = 4
_BOX = 24
_LIGHT = 90
_EMPTY = "(trống)"
LOOKS = {Part.CONFLICT: Shown.SOON, Part.CHANGE: Shown.DONE, Part.REFUSED: Shown.OVERDUE}
_ICONS = {Part.CONFLICT: "warning", Part.CHANGE: "state-done", Part.REFUSED: "error"}
_VALUES = (MergeColumn.SENT, MergeColumn.RETURNED, MergeColumn.OFFICE)


class MergeDelegate(QStyledItemDelegate):
    """Paints and measures the lines of a table."""

    def __init__(self, table: QTableView) -> None:
        """Paint in *table*, whose columns give the widths."""
        super().__init__(table)
        self._table = table

    def line_size(self, line: Line) -> int:
        """Return the height a line needs at the columns' widths."""
        height = theme.line_height(theme.font())
        if line.row is None:
            return height + _OVER
        most = 1
        for column in MergeColumn:
            most = max(most, self._lines_in(line, column, self._shown(line, column)))
        is_pair = line.part is Part.CONFLICT
        second = theme.line_height(theme.font(theme.HEADER_PT)) if line.row.detail else 0
        least = height + second + _OVER
        cards = _CARD_OVER if is_pair else 0
        return max(least, min(most, MOST_LINES) * height + _OVER + cards)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the line's height."""
        return QSize(0, self.line_size(index.data(LINE_ROLE)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        cell, line = cell_option(option), index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind is LineKind.HEADING:
            self._paint_heading(painter, cell, line)
        elif line.kind is LineKind.MORE:
            self._paint_more(painter, cell, index)
        else:
            self._paint_cell(painter, cell, line, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, cell: CellOption, line: Line) -> None:
        paints, look = theme.paints(cell.palette), state_look(LOOKS[line.part], cell.palette)
        room = QRectF(cell.rect)
        painter.fillRect(room, paints.surf2)
        painter.setPen(QPen(paints.line, 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        size = theme.scaled(16)
        icon = QRectF(LEFT, room.center().y() - size / 2, size, size)
        paint_icon(painter, _ICONS[line.part], icon, look.colour, paints.surf2)
        strong, small = theme.font(strong=True), theme.font(theme.HEADER_PT)
        title, hint = PART_WORDS[line.part]
        words = QRectF(icon.right() + 8, room.top(), room.width(), room.height())
        paint_words(painter, words, title, strong, look.colour, lines=1)
        left = words.left() + QFontMetricsF(strong).horizontalAdvance(title) + 10
        self._paint_count(
            painter, QRectF(left, room.top(), 0, room.height()), str(line.count), look
        )
        painter.setFont(small)
        painter.setPen(paints.text2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room.adjusted(0, 0, -LEFT, 0), right, hint)

    @staticmethod
    def _paint_count(painter: QPainter, at: QRectF, count: str, look: StateLook) -> None:
        font = theme.font(theme.HEADER_PT, strong=True)
        height = theme.line_height(font)
        width = QFontMetricsF(font).horizontalAdvance(count) + 14
        pill = QRectF(at.left(), at.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tint)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(look.colour)
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, count)

    def _paint_more(self, painter: QPainter, cell: CellOption, index: Index) -> None:
        paints, room = theme.paints(cell.palette), QRectF(cell.rect)
        self._paint_ground(painter, cell, QColor(0, 0, 0, 0))
        if index.column() != MergeColumn.CELL:
            return
        words, font = str(index.data()), theme.font()
        inner = room.adjusted(BESIDE, 0, 0, 0)
        paint_words(painter, inner, words, font, paints.acc, lines=1)
        below = room.center().y() + theme.line_height(font) / 2 - 1
        width = QFontMetricsF(font).horizontalAdvance(words)
        painter.setPen(QPen(paints.acc, 1))
        painter.drawLine(
            round(inner.left()), round(below), round(inner.left() + width), round(below)
        )

    def _paint_cell(self, painter: QPainter, cell: CellOption, line: Line, index: Index) -> None:
        column, side = MergeColumn(index.column()), index.data(SIDE_ROLE)
        amber = QColor(theme.caution(cell.palette)[1])
        amber.setAlpha(_LIGHT)
        is_pair = line.part is Part.CONFLICT
        clear = QColor(0, 0, 0, 0)
        self._paint_ground(painter, cell, amber if is_pair and not cell.is_selected else clear)
        self._paint_lines(painter, cell, column)
        if column is MergeColumn.CELL:
            self._paint_title(painter, cell, line)
        elif is_pair and column in (MergeColumn.RETURNED, MergeColumn.OFFICE):
            wanted = Side.RETURNED if column is MergeColumn.RETURNED else Side.OFFICE
            words = self._shown(line, column)
            paint_card(painter, QRectF(cell.rect), cell.palette, words, is_on=side is wanted)
        else:
            self._paint_value(painter, cell, line, column, str(index.data() or ""), side)

    @staticmethod
    def _paint_ground(painter: QPainter, cell: CellOption, ground: QColor) -> None:
        paints, room = theme.paints(cell.palette), QRectF(cell.rect)
        if cell.is_selected:
            ground = paints.sel if cell.has_focus else paints.sel_away
        painter.fillRect(room, ground)
        if cell.is_selected and room.left() <= 0:
            painter.fillRect(QRectF(room.left(), room.top(), _BAR, room.height()), paints.acc)

    @staticmethod
    def _paint_lines(painter: QPainter, cell: CellOption, column: MergeColumn) -> None:
        room = QRectF(cell.rect)
        painter.setPen(QPen(theme.paints(cell.palette).grid, 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        if column in (MergeColumn.CELL, *_VALUES):
            painter.drawLine(room.topRight(), room.bottomRight())

    @staticmethod
    def _paint_title(painter: QPainter, cell: CellOption, line: Line) -> None:
        if line.row is None:
            return
        paints = theme.paints(cell.palette)
        room = QRectF(cell.rect).adjusted(BESIDE, 0, -BESIDE, 0)
        strong, small = theme.font(strong=True), theme.font(theme.HEADER_PT)
        if not line.row.detail:
            paint_words(painter, room, line.row.title, strong, paints.text)
            return
        first, second = theme.line_height(strong), theme.line_height(small)
        top = room.center().y() - (first + second) / 2
        upper = QRectF(room.left(), top, room.width(), first)
        lower = QRectF(room.left(), top + first, room.width(), second)
        paint_words(painter, upper, line.row.title, strong, paints.text, lines=1)
        paint_words(painter, lower, line.row.detail, small, paints.text2, lines=1)

    def _paint_value(
        self,
        painter: QPainter,
        cell: CellOption,
        line: Line,
        column: MergeColumn,
        words: str,
        side: Side,
    ) -> None:
        paints, font = theme.paints(cell.palette), theme.font()
        colour = paints.text2
        left = BESIDE
        if column is MergeColumn.NUMBER:
            font, colour, left = theme.font(strong=True), paints.text, LEFT
            words = self._shown(line, column)
        elif column in _VALUES:
            words = self._shown(line, column)
            refused = line.part is Part.REFUSED
            if column is MergeColumn.RETURNED:
                font = theme.font(strong=True)
                colour = theme.alarm(cell.palette)[0] if refused else paints.text
            elif refused:
                colour = paints.text
        elif line.part is Part.CHANGE:
            paint_box(painter, QRectF(cell.rect), cell.palette, is_on=side is Side.RETURNED)
            colour, left = paints.text, BESIDE + theme.scaled(_BOX)
        elif line.part is Part.CONFLICT and side is Side.NONE:
            colour = theme.caution(cell.palette)[0]
        room = QRectF(cell.rect).adjusted(left, 0, -BESIDE, 0)
        paint_words(painter, room, words, font, colour, lines=MOST_LINES)

    def _lines_in(self, line: Line, column: MergeColumn, words: str) -> int:
        if not words or column is MergeColumn.CELL:
            return 1
        width: float = self._table.columnWidth(column) - 2 * BESIDE
        is_card = line.part is Part.CONFLICT and column in (
            MergeColumn.RETURNED,
            MergeColumn.OFFICE,
        )
        if is_card:
            width -= _CARD_SIDE + theme.scaled(_RADIO)
        if column is MergeColumn.NUMBER:
            width = self._table.columnWidth(column) - LEFT - BESIDE
        elif column is MergeColumn.OFFICE and line.part is Part.REFUSED:
            # The sentence has the last column too.
            width += self._table.columnWidth(MergeColumn.TAKE)
        strong = column in (MergeColumn.NUMBER, MergeColumn.RETURNED)
        return line_count(words, theme.font(strong=strong), max(width, 20))

    @staticmethod
    def _shown(line: Line, column: MergeColumn) -> str:
        """Return the words a cell shows, as far as they do not hang on what is chosen."""
        row = line.row
        if row is None or column is MergeColumn.CELL:
            return ""
        if column is MergeColumn.NUMBER:
            number = row.number or "–"
            return f"{number}\nKhớp {row.likeness} %" if row.likeness else number
        if row.part is Part.REFUSED:
            return {MergeColumn.RETURNED: row.returned, MergeColumn.OFFICE: row.said}.get(
                column, ""
            )
        words = {
            MergeColumn.SENT: row.sent,
            MergeColumn.RETURNED: row.returned,
            MergeColumn.OFFICE: row.office,
        }.get(column)
        return "" if words is None else words or _EMPTY
