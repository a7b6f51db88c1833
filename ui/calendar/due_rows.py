"""Rows of what falls due on a day: its state, its words, below them period and lead."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tthc_desktop.domain.periods import period_words
from ui.calendar.year_rows import Due
from ui.kit import theme
from ui.kit.icons import STATE_PX, paint_icon
from ui.kit.item_option import cell_option
from ui.kit.state_look import state_look
from ui.kit.text_painting import paint_words

Index = QModelIndex | QPersistentModelIndex
DUE_ROLE = Qt.ItemDataRole.UserRole
_FLAG = "flag"
_GAP, _OVER, _CONTENT_LINES = 8, 4, 2
# More are counted: nobody reads a list of thousands in a pane.
_MOST = 200


class DueRows(QStyledItemDelegate):
    """Paints a due, or a day of the report calendar, on rows of one height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines of words and one below."""
        small = theme.line_height(theme.font(theme.HEADER_PT))
        return QSize(0, _CONTENT_LINES * theme.line_height(theme.font()) + small + 2 * _OVER)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint icon and words."""
        cell, due = cell_option(option), index.data(DUE_ROLE)
        paints = theme.paints(cell.palette)
        painter.save()
        if cell.is_selected or cell.is_hovered:
            painter.fillRect(cell.rect, paints.sel if cell.is_selected else paints.tint)
        room = QRectF(cell.rect).adjusted(2, _OVER, -2, -_OVER)
        size, line = theme.scaled(STATE_PX), theme.line_height(theme.font())
        icon, colour = _icon(due, paints.text2, cell.palette)
        if icon:
            place = QRectF(room.left(), room.top() + (line - size) / 2, size, size)
            paint_icon(painter, icon, place, colour, paints.surf)
        first, _, second = str(index.data() or "").partition("\n")
        words, font = room.adjusted(size + _GAP, 0, 0, 0), theme.font(strong=bool(icon))
        is_short = QFontMetrics(font).horizontalAdvance(first) <= words.width()
        words.setHeight(line if is_short else _CONTENT_LINES * line)
        paint_words(painter, words, first, font, paints.text, lines=_CONTENT_LINES)
        below = words.translated(0, words.height())
        small = theme.font(theme.HEADER_PT)
        below.setHeight(theme.line_height(small))
        paint_words(painter, below, second, small, paints.text2, lines=1)
        painter.restore()


def fill(view: QListWidget, dues: tuple[Due, ...], note: str) -> None:
    """Show what falls due; *note* is what the report calendar says of the day."""
    view.clear()
    if note:
        head, _, rest = note.partition(": ")
        _add(view, f"{head}\n{rest}", _FLAG)
    for due in dues[:_MOST]:
        where = " · ".join(filter(None, (period_words(due.period), due.lead)))
        _add(view, f"{due.number}  {due.content}\n{where}", due)
    if len(dues) > _MOST:
        _add(view, f"và {len(dues) - _MOST} việc khác", None)
    if not view.count():
        _add(view, "Không có việc đến hạn", None)


def _add(view: QListWidget, words: str, meant: Due | str | None) -> None:
    item = QListWidgetItem(words, view)
    item.setData(DUE_ROLE, meant)
    if meant is None:
        item.setFlags(Qt.ItemFlag.NoItemFlags)


def _icon(meant: object, grey: QColor, palette: QPalette) -> tuple[str, QColor]:
    if isinstance(meant, Due):
        look = state_look(meant.shown, palette)
        return look.icon, look.colour
    return (_FLAG if meant == _FLAG else ""), grey
