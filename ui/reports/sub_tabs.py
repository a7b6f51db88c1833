"""The sub-tabs of a report, each with the mark of its checks; the rest behind "Biểu khác"."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.icons import STATE_PX, paint_icon
from ui.kit.state_look import state_look

_SIDE, _GAP, _BAR, _OVER = 14, 6, 3, 14
# A mark's icon, the state whose colour it has, and how it is read aloud.
MARKS: dict[str, tuple[str, Shown, str]] = {
    "error": ("error", Shown.OVERDUE, "có chỗ chưa khớp"),
    "warning": ("warning", Shown.SOON, "có chỗ cần xem lại"),
    "done": ("state-done", Shown.DONE, "khớp"),
}


@dataclass(frozen=True, slots=True)
class SubTab:
    """A sub-tab: its key, its words, its mark ("" for none), what is said of it."""

    key: str
    words: str
    mark: str = ""
    hint: str = ""


class SubTabs(QWidget):
    """Names the parts of a report; those that do not fit stand in a menu."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a row without tabs."""
        super().__init__(parent)
        self.bar = _Bar()
        self.more = AppButton("Biểu khác", ButtonKind.BAR, icon="chevron-down")
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.clicked.connect(self._show_more)
        self.bar.currentChanged.connect(self._on_current)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.more)
        layout.addStretch(1)
        self.more.hide()
        self.setFocusProxy(self.bar)

    @property
    def current(self) -> str:
        """The key of the current tab, empty without tabs."""
        return self.bar.key(self.bar.currentIndex())

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all tabs, those in the menu too."""
        return tuple(self.bar.key(place) for place in range(self.bar.count()))

    def show_tabs(self, tabs: tuple[SubTab, ...]) -> None:
        """Show other tabs; the current one stays, if it is still there."""
        wanted = self.current
        self.bar.set_tabs(tabs)
        self.choose(wanted)
        self._fold()

    def choose(self, key: str) -> None:
        """Make a tab the current one; the first where there is none of this key."""
        place = self.bar.place(key)
        if self.bar.count():
            self.bar.setTabVisible(max(0, place), True)
            self.bar.setCurrentIndex(max(0, place))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what does not fit into the menu."""
        super().resizeEvent(event)
        self._fold()

    def sizeHint(self) -> QSize:
        """Return the height of the tabs; the width is whatever there is."""
        return QSize(0, self.bar.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line below."""
        painter = QPainter(self)
        painter.setPen(theme.paints(self.palette()).line2)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def _on_current(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(self.bar.key(place))

    def _fold(self) -> None:
        """Show as many as fit; the current one is always among them."""
        bar = self.bar
        widths = [bar.tabSizeHint(place).width() for place in range(bar.count())]
        room = self.width() - 16
        current = bar.currentIndex()
        shown = set(range(len(widths)))
        if sum(widths) > room and widths:
            room -= self.more.sizeHint().width()
            shown = {current} if current >= 0 else set()
            left = room - sum(widths[one] for one in shown)
            for place, width in enumerate(widths):
                if place in shown:
                    continue
                left -= width
                if left < 0:
                    break
                shown.add(place)
        blocked = bar.blockSignals(True)
        for place in range(len(widths)):
            bar.setTabVisible(place, place in shown)
        bar.blockSignals(blocked)
        self.more.setVisible(len(shown) < len(widths))
        bar.setFixedWidth(max(1, sum(widths[one] for one in shown)))

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.more.text())
        for place in range(self.bar.count()):
            if not self.bar.isTabVisible(place):
                key = self.bar.key(place)
                action = menu.addAction(f"&{place + 1} {self.bar.tabText(place)}")
                action.triggered.connect(lambda *_, chosen=key: self.choose(chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class _Bar(QTabBar):
    def __init__(self) -> None:
        super().__init__()
        self._tabs: tuple[SubTab, ...] = ()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Phần của báo cáo")

    def set_tabs(self, tabs: tuple[SubTab, ...]) -> None:
        if tabs == self._tabs:
            return
        blocked = self.blockSignals(True)
        before, self._tabs = self._tabs, tabs
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.addTab("")
        for place, one in enumerate(tabs):
            if before[place : place + 1] == (one,):
                continue
            self.setTabText(place, one.words)
            self.setTabToolTip(place, one.hint or one.words)
            said = MARKS[one.mark][2] if one.mark else ""
            self.setAccessibleTabName(place, f"{one.words}, {said}" if said else one.words)
        self.blockSignals(blocked)
        self.update()

    def key(self, place: int) -> str:
        return self._tabs[place].key if 0 <= place < len(self._tabs) else ""

    def place(self, key: str) -> int:
        return next((n for n, one in enumerate(self._tabs) if one.key == key), -1)

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        font = theme.font(strong=True)
        words = QFontMetrics(font).horizontalAdvance(self.tabText(index))
        has_mark = index < len(self._tabs) and self._tabs[index].mark
        mark = theme.scaled(STATE_PX) + _GAP if has_mark else 0
        return QSize(2 * _SIDE + words + mark, theme.line_height(font) + _OVER)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, one in enumerate(self._tabs):
            if self.isTabVisible(place):
                self._paint_tab(painter, place, one, self.tabRect(place))

    def _paint_tab(self, painter: QPainter, place: int, one: SubTab, room: QRect) -> None:
        paints = theme.paints(self.palette())
        is_current = place == self.currentIndex()
        if is_current:
            painter.fillRect(room.adjusted(2, room.height() - _BAR, -2, 0), paints.acc)
        if is_current and self.hasFocus():
            painter.setPen(QPen(paints.acc, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(room).adjusted(3, 3, -3, -_BAR - 3))
        font = theme.font(strong=is_current)
        painter.setFont(font)
        painter.setPen(paints.acc2 if is_current else paints.text)
        words = QRectF(room).adjusted(_SIDE, 0, 0, -2)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, one.words)
        if one.mark:
            icon, state, _ = MARKS[one.mark]
            size = theme.scaled(STATE_PX)
            left = words.left() + QFontMetrics(font).horizontalAdvance(one.words) + _GAP
            look = state_look(state, self.palette())
            mark = QRectF(left, words.center().y() - size / 2, size, size)
            paint_icon(painter, icon, mark, look.colour, paints.surf)
