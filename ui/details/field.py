"""A field with its label above and, below, what is wrong; typed text is never erased."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.icons import ROW_PX, paint_icon
from ui.kit.state_look import state_look

_OUTLINE = 2
_RADIUS = 4


class Field(QWidget):
    """Wrong: a red outline round the editor, an icon and the sentence; else a hint."""

    def __init__(self, label: str, editor: QWidget, *, hint: str = "") -> None:
        """Put *label* above *editor*."""
        super().__init__()
        self._editor = editor
        self._hint = hint
        self._is_wrong = False
        self.label = QLabel(label)
        self.label.setFont(theme.font(theme.HEADER_PT))
        self.label.setBuddy(editor)
        theme.make_secondary(self.label)
        self._icon = _ErrorIcon()
        self._said = QLabel()
        self._said.setFont(theme.font(theme.HEADER_PT))
        self._said.setWordWrap(True)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._said, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_OUTLINE, 0, _OUTLINE, _OUTLINE)
        layout.setSpacing(3)
        layout.addWidget(self.label)
        layout.addWidget(editor)
        layout.addLayout(below)
        self.say("")

    @property
    def trouble(self) -> str:
        """What is wrong; empty where nothing is."""
        return self._said.text() if self._is_wrong else ""

    def say(self, trouble: str, *, asks: bool = False) -> None:
        """Say what is wrong; *asks* outlines a field that must be filled, before one tries."""
        self._is_wrong = bool(trouble)
        self._asks = asks
        words = trouble or self._hint
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._icon.setVisible(bool(trouble))
        palette = self._said.palette()
        colour = state_look(Shown.OVERDUE, palette).colour
        palette.setColor(
            palette.ColorRole.WindowText, colour if trouble else theme.paints(palette).text2
        )
        self._said.setPalette(palette)
        self._editor.setAccessibleDescription(words)
        self.update()

    @property
    def is_outlined(self) -> bool:
        """Whether the field has its red outline."""
        return self._is_wrong or self._asks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the red outline."""
        if not self.is_outlined:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(state_look(Shown.OVERDUE, self.palette()).colour, _OUTLINE))
        room = QRectF(self._editor.geometry()).adjusted(-1, -1, 1, 1)
        painter.drawRoundedRect(room, _RADIUS, _RADIUS)


class _ErrorIcon(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(ROW_PX), theme.line_height(theme.font(theme.HEADER_PT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        size = theme.scaled(ROW_PX) - 2
        place = QRectF(0, (self.height() - size) / 2, size, size)
        colour = state_look(Shown.OVERDUE, self.palette()).colour
        paint_icon(QPainter(self), "error", place, colour)
