"""How a line of a short list is painted: icon, words, day, and a note at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.domain.shown_state import Shown
from ui.details.occurrence_lines import Line
from ui.kit import theme
from ui.kit.icons import STATE_PX, paint_icon
from ui.kit.item_option import cell_option
from ui.kit.state_look import state_look
from ui.kit.text_painting import paint_words

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole.value
_HEIGHT_OVER_LINE = 7
_SIDE = 6
_WORDS_AT = 30
_DAY_AT = 92
_RADIUS = 4
_NAMED = (Shown.OVERDUE, Shown.SOON, Shown.IN_TIME)


def line_height() -> int:
    """Return the height of a line."""
    return theme.line_height(theme.font()) + _HEIGHT_OVER_LINE


class LineDelegate(QStyledItemDelegate):
    """Paints lines of one height; the chosen one on a ground of its own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(0, line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        line: Line = index.data(LINE_ROLE)
        cell = cell_option(option)
        paints = theme.paints(cell.palette)
        look = state_look(line.shown, cell.palette)
        room = QRectF(cell.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if cell.is_selected:
            painter.setBrush(paints.sel if cell.has_focus else paints.sel_away)
            painter.drawRoundedRect(room, _RADIUS, _RADIUS)
        size = theme.scaled(STATE_PX)
        place = QRectF(room.left() + _SIDE, room.center().y() - size / 2, size, size)
        paint_icon(painter, look.icon, place, look.colour, paints.surf)
        strong = theme.font(strong=cell.is_selected)
        small = theme.font(theme.HEADER_PT, strong=line.shown is Shown.OVERDUE)
        has_day = bool(line.day)
        left = room.left() + theme.scaled(_WORDS_AT)
        note_width = painter.fontMetrics().horizontalAdvance(line.note) + 2 * _SIDE
        right = room.left() + theme.scaled(_DAY_AT) if has_day else room.right() - note_width
        words = QRectF(left, room.top(), max(right - left - 4, 0), room.height())
        paint_words(painter, words, line.words, strong, paints.text, lines=1)
        day = QRectF(right, room.top(), room.right() - right, room.height())
        if has_day:
            paint_words(painter, day, line.day, theme.font(), paints.text, lines=1)
        colour = look.colour if line.shown in _NAMED else paints.text2
        note = room.adjusted(0, 0, -_SIDE, 0)
        align = Qt.AlignmentFlag.AlignRight
        paint_words(painter, note, line.note, small, colour, lines=1, align=align)
        painter.restore()
