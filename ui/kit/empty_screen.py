"""The empty screen: one line that says what is missing, and the ways to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.command_row import Command
from ui.kit.icons import paint_icon

_ICON_PX = 30
_SIDE = 48


class EmptyScreen(QWidget):
    """A grey icon, a line, a hint, and at most three buttons, the first of them filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a screen without words."""
        super().__init__(parent)
        self._icon = _Icon()
        self._line = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._line.setFont(theme.font(theme.REPORT_PT, strong=True))
        self._hint = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._hint.setWordWrap(True)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.setContentsMargins(_SIDE, 0, _SIDE, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._line)
        layout.addWidget(self._hint)
        layout.addSpacing(12)
        layout.addLayout(self._buttons)
        layout.addStretch(3)

    def say(self, icon: str, line: str, hint: str, ways: Sequence[Command] = ()) -> None:
        """Say what is missing and offer *ways* to begin."""
        self._icon.name = icon
        self._line.setText(line)
        self._hint.setText(hint)
        palette = self._hint.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.paints(self.palette()).text2)
        self._hint.setPalette(palette)
        self._offer(ways)

    def _offer(self, ways: Sequence[Command]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        buttons = [self._button(place, icon, action) for place, (icon, action) in enumerate(ways)]
        width = max((one.sizeHint().width() for one in buttons), default=0)
        for button in buttons:
            button.setMinimumWidth(width)
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _button(self, place: int, icon: str, action: QAction) -> AppButton:
        kind = ButtonKind.PLAIN if place else ButtonKind.MAIN
        button = AppButton.of_action(action, kind, icon=icon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button


class _Icon(QWidget):
    name = "doc"

    def sizeHint(self) -> QSize:
        size = theme.scaled(_ICON_PX)
        return QSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self.name, QRectF(self.rect()), theme.paints(self.palette()).text2)
