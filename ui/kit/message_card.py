"""The message after an act: a card at the lower right that never takes the focus."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.icons import ROW_PX, paint_icon
from ui.kit.state_look import state_look

SHOWN_MS = 8000
Offer = tuple[str, Callable[[], object]]
_MARGIN = 16
_BAR = 4
_RADIUS = 6
_ICON_LEFT = 16
_MOST_KEPT = 100
_MOST_WORDS_PX = 640


class MessageCard(QWidget):
    """One message at a time, eight seconds long, longer under the mouse."""

    def __init__(self, parent: QWidget) -> None:
        """Make a hidden card over *parent*; it keeps to the lower right corner."""
        super().__init__(parent)
        self._parent = parent
        self._said: deque[tuple[str, str]] = deque(maxlen=_MOST_KEPT)
        self.setAccessibleName("Thông báo")
        self._is_warning = False
        self._words = QLabel()
        self._words.setFont(theme.font(strong=True))
        self._close = AppButton("Đóng thông báo", ButtonKind.BAR, icon="close")
        self._close.hide_words()
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.hide)
        self._first, self._offers = QHBoxLayout(), QHBoxLayout()
        self._offers.setSpacing(24)
        self._lay_out()
        self._timer = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """What was said since the start: time and words."""
        return tuple(self._said)

    def warn(self, words: str) -> None:
        """Show *words* of what was not done, or not as it should be: without the tick."""
        self.say(words)
        self._is_warning = True
        self.update()

    def say(self, words: str, offers: Sequence[Offer] = ()) -> None:
        """Show *words* with links that offer what may be done next."""
        self._is_warning = False
        self._said.append((f"{datetime.now().astimezone():%H:%M}", words))
        self._words.setText(words)
        self._fit_words()
        self.setAccessibleDescription(words)
        self._clear_offers()
        for label, act in offers:
            link = AppButton(label, ButtonKind.LINK)
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            link.clicked.connect(lambda *_, do=act: do())
            self._offers.addWidget(link)
        self._offers.addStretch(1)
        # A layout in a layout keeps the measure of other words until Qt comes round to it.
        self._first.invalidate()
        self._offers.invalidate()
        self.adjustSize()
        self._to_corner()
        self.show()
        self.raise_()
        self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse is here."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count again from the start."""
        super().leaveEvent(event)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the corner of the window."""
        if event.type() == QEvent.Type.Resize:
            self._to_corner()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, its bar and its tick."""
        paints = theme.paints(self.palette())
        look = state_look(Shown.SOON if self._is_warning else Shown.DONE, self.palette())
        icon = "warning" if self._is_warning else look.icon
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(paints.surf)
        painter.setPen(QPen(paints.line2, 1))
        painter.drawRoundedRect(room, _RADIUS, _RADIUS)
        painter.fillRect(QRectF(0, 1, _BAR, self.height() - 2), look.colour)
        size = theme.scaled(ROW_PX)
        top = self._words.geometry().center().y() + 1 - size / 2
        place = QRectF(_ICON_LEFT, top, size, size)
        paint_icon(painter, icon, place, look.colour, paints.surf)

    def _lay_out(self) -> None:
        indent = _ICON_LEFT + theme.scaled(ROW_PX) + 8
        layout = QVBoxLayout(self)
        layout.setContentsMargins(indent, 8, 8, 10)
        self._first.addWidget(self._words, 1)
        self._first.addSpacing(24)
        self._first.addWidget(self._close)
        layout.addLayout(self._first)
        layout.addLayout(self._offers)

    def _fit_words(self) -> None:
        """Break words that are wider than the window: their beginning would be cut off."""
        beside = _ICON_LEFT + theme.scaled(ROW_PX) + 2 * _MARGIN + 8 + 24 + 8
        room = self._parent.width() - beside - self._close.sizeHint().width()
        most = max(200, min(room, theme.scaled(_MOST_WORDS_PX)))
        words = self._words
        width = min(most, QFontMetrics(words.font()).horizontalAdvance(words.text()) + 4)
        words.setWordWrap(width == most)
        words.setFixedSize(width, max(words.heightForWidth(width), words.sizeHint().height()))

    def _clear_offers(self) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _to_corner(self) -> None:
        parent = self._parent
        self.move(
            parent.width() - self.width() - _MARGIN, parent.height() - self.height() - _MARGIN
        )
