"""The search over everything: a field at the right of the page bar, its answers in a list below.

Light: it is made before the window's first paint.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.kit import theme
from ui.kit.icons import ROW_PX, paint_icon
from ui.search.search_answers import ANSWER_ROLE, Answer, Answers

PAUSE_MS = 250
_NAME = "Tìm trong mọi kế hoạch"
_HINT, _SHORT_HINT = "Tìm trong mọi kế hoạch, không cần dấu", "Tìm, không cần dấu"
_WIDTH, _MEDIUM_WIDTH, _LEAST_WIDTH = 300, 230, 36
_ICON_ROOM = 28
_OVER_LINE = 10
_NOTHING = "Không tìm thấy ở kế hoạch nào"


class SearchField(QLineEdit):
    """Asks 250 ms after the last key; Enter opens the answer that is marked."""

    asked = Signal(str)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field without a list."""
        super().__init__(parent)
        self.setAccessibleName(_NAME)
        self.setPlaceholderText(_HINT)
        self.setMinimumHeight(theme.line_height(theme.font()) + _OVER_LINE)
        self._icon_space()
        self._wanted = _WIDTH
        self._list: Answers | None = None
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._wait)
        self.fit(is_wide=True, is_narrow=False)

    @property
    def answers(self) -> QListWidget | None:
        """The list below; None before the first answer."""
        return self._list

    def fit(self, *, is_wide: bool, is_narrow: bool) -> None:
        """Take less room in a narrow window; in a very narrow one only the icon, until focused."""
        self._wanted = _WIDTH if is_wide else _MEDIUM_WIDTH
        self._is_small = is_narrow
        self.setPlaceholderText(_HINT if is_wide else _SHORT_HINT)
        self._take_width()

    def show_answers(self, answers: Sequence[Answer]) -> None:
        """Show what was found for the words in the field."""
        if not self.hasFocus() or not self.text().strip():
            return
        if self._list is None:
            self._list = Answers(self.window())
            self._list.itemClicked.connect(self._choose)
        self._list.show_answers(answers or (Answer(_NOTHING),))
        corner = self.mapTo(self.window(), QPoint(self.width(), self.height() + 2))
        self._list.place(corner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list by up and down, open by Enter, leave by Esc."""
        key = event.key()
        is_shown = self._list is not None and self._list.isVisible()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list and is_shown:
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be as wide as the words need."""
        super().focusInEvent(event)
        self._take_width()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the list; it goes with the field."""
        super().focusOutEvent(event)
        if self._list is not None:
            self._list.hide()
        self._take_width()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumHeight(theme.line_height(theme.font()) + _OVER_LINE)
            self._icon_space()
            self._take_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glass at the left."""
        super().paintEvent(event)
        size = theme.scaled(ROW_PX)
        place = QRectF(8, (self.height() - size) / 2, size, size)
        paint_icon(QPainter(self), "search", place, theme.paints(self.palette()).text2)

    def _icon_space(self) -> None:
        self.setTextMargins(theme.scaled(_ICON_ROOM) - 4, 0, 0, 0)

    def _take_width(self) -> None:
        is_small = getattr(self, "_is_small", False) and not self.hasFocus() and not self.text()
        self.setFixedWidth(theme.scaled(_LEAST_WIDTH if is_small else self._wanted))

    def _wait(self) -> None:
        self._pause.start()
        if not self.text().strip() and self._list is not None:
            self._list.hide()

    def _ask(self) -> None:
        if self.text().strip():
            self.asked.emit(self.text())

    def _enter(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._ask()
        elif self._list is not None and self._list.isVisible() and self._list.currentRow() >= 0:
            self._choose(self._list.currentItem())

    def _leave(self) -> None:
        self._pause.stop()
        if self._list is not None and self._list.isVisible():
            self._list.hide()
        else:
            self.clear()
            self.left.emit()

    def _choose(self, item: QListWidgetItem) -> None:
        key = item.data(ANSWER_ROLE)
        if key is None or self._list is None:
            return
        self._list.hide()
        self.chosen.emit(key)
