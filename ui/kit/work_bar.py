"""Long work: a thin moving line with words and, where it can be stopped, "Hủy"."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind

# Shorter work is over before one has read the words.
_SHOWN_AFTER_MS = 500
_STEP_MS = 40
_LINE = 3
_PART = 0.25
_SPEED = 0.02


class WorkBar(QWidget):
    """Shown while something takes longer than half a second; the screen stays usable."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self._words = QLabel()
        self._stop = AppButton("Hủy", ButtonKind.LINK)
        self._stop.clicked.connect(self.stop_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, _LINE + 2, 16, 2)
        layout.addWidget(self._words)
        layout.addStretch(1)
        layout.addWidget(self._stop)
        self._place = 0.0
        self._share: float | None = None
        self._delay = QTimer(self, interval=_SHOWN_AFTER_MS, singleShot=True)
        self._delay.timeout.connect(self.show)
        self._clock = QTimer(self, interval=_STEP_MS)
        self._clock.timeout.connect(self._move)
        self.hide()

    def begin(self, words: str, *, can_stop: bool) -> None:
        """Say what is being done, after half a second."""
        self._words.setText(words)
        self._stop.setVisible(can_stop)
        self._share = None
        if self.isHidden():
            self._delay.start()

    def show_share(self, share: float) -> None:
        """Show how much is done, 0 to 1, instead of a part that only moves."""
        self._share = share
        self.update(0, 0, self.width(), _LINE)

    def end(self) -> None:
        """Go away."""
        self._delay.stop()
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Move while one can be seen."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while one cannot."""
        super().hideEvent(event)
        self._clock.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line and the part of it that moves."""
        paints = theme.paints(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), paints.surf)
        painter.fillRect(0, 0, self.width(), _LINE, paints.line)
        if self._share is not None:
            painter.fillRect(0, 0, round(self.width() * self._share), _LINE, paints.acc)
            return
        length = round(self.width() * _PART)
        left = round(self._place * (self.width() + length)) - length
        painter.fillRect(left, 0, length, _LINE, paints.acc)

    def _move(self) -> None:
        self._place = (self._place + _SPEED) % 1.0
        self.update(0, 0, self.width(), _LINE)
