"""How the rows of Hôm nay are painted: day, content over its source, lead, state."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.use_cases.today import DueRow, DueSection
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.item_option import CellOption, cell_option
from ui.kit.state_look import state_look
from ui.kit.text_painting import paint_words
from ui.tasks.task_delegate import paint_state
from ui.today.due_words import (
    SECTION_LOOKS,
    left_words,
    section_hint,
    section_title,
    short_day,
    source_words,
    weekday,
)
from ui.today.work_list_model import ROW_ROLE, RestRow, SectionRow, rest_words

Index = QModelIndex | QPersistentModelIndex
_SIDE = 16
_BAR = 4
_GAP = 8
_DAY = 96
_LEAD = 138
_STATE = 142
_NO_LEAD_BELOW = 600
_ARROW_PX = 12
_PILL_SIDE = 7


def state_width() -> int:
    """Return the width of the column of states, where the row's button stands too."""
    return theme.scaled(_STATE)


@lru_cache(maxsize=4)
def _heights(_scale: float) -> tuple[int, int]:
    """Return the heights of a row that is due and of any other; all rows are asked for theirs."""
    line = theme.line_height(theme.font())
    return line + theme.line_height(theme.font(theme.HEADER_PT)) + 3, line + 9


class WorkListDelegate(QStyledItemDelegate):
    """Paints against the day the list was worked out for."""

    today = date.min

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height: two lines, or the one of a heading."""
        due, other = _heights(theme.text_scale())
        return QSize(0, due if isinstance(index.data(ROW_ROLE), DueRow) else other)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        cell, row = cell_option(option), index.data(ROW_ROLE)
        painter.save()
        painter.setClipRect(cell.rect)
        if isinstance(row, SectionRow):
            self._paint_section(painter, cell, row)
        else:
            self._paint_ground(painter, cell)
            if isinstance(row, DueRow):
                self._paint_due(painter, cell, row)
            elif isinstance(row, RestRow):
                room = QRectF(cell.rect).adjusted(_SIDE + theme.scaled(_DAY), 0, -_SIDE, 0)
                colour = theme.paints(cell.palette).text2
                paint_words(painter, room, rest_words(row), theme.font(), colour, lines=1)
        painter.restore()

    def _paint_section(self, painter: QPainter, cell: CellOption, row: SectionRow) -> None:
        paints, room = theme.paints(cell.palette), QRectF(cell.rect)
        painter.fillRect(room, self._fill(cell, paints.surf2))
        painter.setPen(paints.line)
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        size = theme.scaled(_ARROW_PX)
        arrow = QRectF(_SIDE - 3, room.center().y() - size / 2, size, size)
        icon = "chevron-down" if row.is_open else "chevron-right"
        paint_icon(painter, icon, arrow, paints.text2)
        look = state_look(SECTION_LOOKS[row.section], cell.palette)
        is_month = row.section is DueSection.MONTH
        strong, colour = theme.font(strong=True), paints.text if is_month else look.colour
        title = section_title(row.section, self.today)
        words = room.adjusted(_SIDE + size + 4, 0, -_SIDE, 0)
        paint_words(painter, words, title, strong, colour, lines=1)
        width = QFontMetricsF(strong).horizontalAdvance(title)
        small = theme.font(theme.HEADER_PT, strong=True)
        count = str(row.count)
        inner = QFontMetricsF(small).horizontalAdvance(count) + 2 * _PILL_SIDE
        height = theme.line_height(small) + 2
        pill = QRectF(words.left() + width + 10, room.center().y() - height / 2, inner, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.tint)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(look.colour)
        painter.setFont(small)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, count)
        hint = section_hint(row.section, self.today)
        rest = QRectF(words)
        rest.setLeft(pill.right() + 2 * _SIDE)
        paint_words(
            painter, rest, hint, theme.font(theme.HEADER_PT), paints.text2, lines=1,
            align=Qt.AlignmentFlag.AlignRight,
        )  # fmt: skip
        if cell.is_selected:
            painter.fillRect(QRectF(0, room.top(), _BAR, room.height()), paints.acc)

    def _paint_due(self, painter: QPainter, cell: CellOption, row: DueRow) -> None:
        paints, room = theme.paints(cell.palette), QRectF(cell.rect)
        look = state_look(row.state.shown, cell.palette)
        left = _SIDE + theme.scaled(_DAY)
        right = room.right() - _SIDE - state_width()
        self._paint_pair(
            painter,
            QRectF(_SIDE, room.top(), theme.scaled(_DAY) - _GAP, room.height()),
            short_day(row.due, self.today) if row.due else "Chờ",
            weekday(row.due) if row.due else "văn bản",
            cell,
            strong=True,
        )
        if room.width() >= theme.scaled(_NO_LEAD_BELOW):
            lead = QRectF(right - theme.scaled(_LEAD), room.top(), theme.scaled(_LEAD) - _GAP, 0)
            lead.setHeight(room.height())
            small = theme.font(theme.HEADER_PT)
            paint_words(painter, lead, "; ".join(row.lead), small, paints.text2)
            right = lead.left() - _GAP
        content = f"{row.number}  {row.content}".replace("\n", " ")
        middle = QRectF(left, room.top(), right - left, room.height())
        self._paint_pair(painter, middle, content, source_words(row), cell, strong=cell.is_selected)
        if not cell.is_selected:
            state = QRectF(room.right() - _SIDE - state_width(), room.top(), state_width(), 0)
            state.setHeight(room.height())
            paint_state(painter, state, left_words(row, self.today), look)

    def _paint_ground(self, painter: QPainter, cell: CellOption) -> None:
        paints, room = theme.paints(cell.palette), QRectF(cell.rect)
        painter.fillRect(room, self._fill(cell, paints.surf))
        painter.setPen(paints.grid)
        painter.drawLine(
            round(room.left()) + _SIDE, cell.rect.bottom(), cell.rect.right(), cell.rect.bottom()
        )
        if cell.is_selected:
            painter.fillRect(QRectF(0, room.top(), _BAR, room.height()), paints.acc)

    @staticmethod
    def _fill(cell: CellOption, plain: QColor) -> QColor:
        paints = theme.paints(cell.palette)
        if cell.is_selected:
            return paints.sel if cell.has_focus else paints.sel_away
        return paints.tint if cell.is_hovered else plain

    @staticmethod
    def _paint_pair(
        painter: QPainter, room: QRectF, first: str, second: str, cell: CellOption, *, strong: bool
    ) -> None:
        paints = theme.paints(cell.palette)
        font, small = theme.font(strong=strong), theme.font(theme.HEADER_PT)
        line, low = theme.line_height(font), theme.line_height(small)
        top = room.center().y() - (line + low) / 2
        upper = QRectF(room.left(), top, room.width(), line)
        lower = QRectF(room.left(), top + line - 1, room.width(), low)
        paint_words(painter, upper, first, font, paints.text, lines=1)
        paint_words(painter, lower, second, small, paints.text2, lines=1)
