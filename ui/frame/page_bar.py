"""The bar that names the pages: painted tabs without a frame."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from ui.kit import theme
from ui.kit.icons import PAGE_BAR_PX, paint_icon

_SIDE = 16
_GAP = 10
_BAR = 4
_HEIGHT_OVER_LINE = 22
_BADGE_SIDE = 5
_RULE_ROOM = 17


class PageBar(QTabBar):
    """Hôm nay, apart by a rule, then the pages; the current one has a tint and an accent bar."""

    def __init__(self, pages: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        """Make a bar of *pages*, each with its icon and its words."""
        super().__init__(parent)
        self._icons = [icon for icon, _ in pages]
        self._overdue = 0
        for _, words in pages:
            self.addTab(words)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Các trang")
        self.setMouseTracking(True)

    def mark_overdue(self, count: int) -> None:
        """Show how much is late, in red, on the first page."""
        self._overdue = count
        words = self.tabText(0)
        self.setAccessibleTabName(0, f"{words}, {count} quá hạn" if count else words)
        # The only way to let Qt measure the tabs anew.
        self.setTabText(0, words)
        self.updateGeometry()
        self.update()

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a tab, as wide as when it is the current one."""
        font = _font(current=True)
        words = QFontMetrics(font).horizontalAdvance(self.tabText(index))
        width = 2 * _SIDE + theme.scaled(PAGE_BAR_PX) + _GAP + words
        if not index:
            width += self._badge_room() + _RULE_ROOM
        return QSize(width, theme.line_height(font) + _HEIGHT_OVER_LINE)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: names of pages are never cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tabs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index, self.tabRect(index))

    def _paint_tab(self, painter: QPainter, index: int, room: QRect) -> None:
        paints = theme.paints(self.palette())
        current = index == self.currentIndex() and self.isEnabled()
        if not index:
            rule = room.right() - _RULE_ROOM // 2
            painter.setPen(paints.line2)
            painter.drawLine(rule, room.top() + _GAP, rule, room.bottom() - _GAP)
            room = room.adjusted(0, 0, -_RULE_ROOM, 0)
        if current:
            painter.fillRect(room, paints.tint)
            painter.fillRect(room.adjusted(0, room.height() - _BAR, 0, 0), paints.acc)
        if current and self.hasFocus():
            painter.setPen(QPen(paints.acc, 1.5))
            painter.drawRect(QRectF(room).adjusted(2, 2, -2, -_BAR - 2))
        others = paints.text if self.isEnabled() else paints.dis
        colour = paints.acc2 if current else others
        size = theme.scaled(PAGE_BAR_PX)
        top = room.center().y() + 1 - size / 2
        place = QRectF(room.left() + _SIDE, top, size, size)
        paint_icon(painter, self._icons[index], place, colour)
        painter.setFont(_font(current=current))
        painter.setPen(colour)
        words = room.adjusted(_SIDE + size + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.tabText(index))
        if not index and self._overdue:
            self._paint_badge(painter, room)

    def _badge_room(self) -> int:
        if not self._overdue:
            return 0
        words = QFontMetrics(_badge_font()).horizontalAdvance(str(self._overdue))
        return max(words + 2 * _BADGE_SIDE, theme.line_height(_badge_font())) + _GAP

    def _paint_badge(self, painter: QPainter, room: QRect) -> None:
        width, height = self._badge_room() - _GAP, theme.line_height(_badge_font())
        badge = QRectF(room.right() - _SIDE - width, 0, width, height)
        badge.moveTop(room.center().y() + 1 - height / 2)
        red, on_red = theme.alarm(self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(red)
        painter.drawRoundedRect(badge, height / 2, height / 2)
        painter.setFont(_badge_font())
        painter.setPen(on_red)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._overdue))


def _font(*, current: bool) -> QFont:
    return theme.font(theme.TAB_PT, strong=current)


def _badge_font() -> QFont:
    return theme.font(theme.HEADER_PT, strong=True)
