"""The bar that names the pages: painted tabs without a frame."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from ui import theme
from ui.icons import PAGE_BAR_PX, paint_icon

_SIDE = 16
_GAP = 10
_BAR = 4
_HEIGHT_OVER_LINE = 22


class PageBar(QTabBar):
    """The pages Kế hoạch, Nhiệm vụ, Báo cáo; the current one has a tint and an accent bar."""

    def __init__(self, pages: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        """Make a bar of *pages*, each with its icon and its words."""
        super().__init__(parent)
        self._icons = [icon for icon, _ in pages]
        for _, words in pages:
            self.addTab(words)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Các trang")
        self.setMouseTracking(True)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of a tab, as wide as when it is the current one."""
        font = _font(current=True)
        words = QFontMetrics(font).horizontalAdvance(self.tabText(index))
        width = 2 * _SIDE + theme.scaled(PAGE_BAR_PX) + _GAP + words
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


def _font(*, current: bool) -> QFont:
    return theme.font(theme.TAB_PT, strong=current)
