"""A line that says how something stands: a green tick, or an amber triangle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from tthc_desktop.domain.shown_state import Shown
from ui.first_start.form_parts import colour_words
from ui.kit import theme
from ui.kit.icons import ROW_PX, paint_icon
from ui.kit.state_look import state_look


class StateLine(QWidget):
    """An icon and words: a green tick where all is well, an amber triangle where not."""

    def __init__(self) -> None:
        """Make an empty line."""
        super().__init__()
        self._icon = _StateIcon()
        self._words = QLabel()
        self._words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words.text()

    @property
    def is_warning(self) -> bool:
        """Whether it warns."""
        return self._icon.warns

    def say(self, words: str, *, warns: bool = False) -> None:
        """Say *words*."""
        self._icon.warns = warns
        self._words.setText(words)
        amber = state_look(Shown.SOON, self.palette()).colour
        colour_words(self._words, amber if warns else theme.paints(self.palette()).text)


class _StateIcon(QWidget):
    warns = False

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(ROW_PX), theme.line_height(theme.font()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = state_look(Shown.SOON if self.warns else Shown.DONE, self.palette())
        size = theme.scaled(ROW_PX)
        place = QRectF(0, (theme.line_height(theme.font()) - size) / 2, size, size)
        painter = QPainter(self)
        paint_icon(painter, "warning" if self.warns else look.icon, place, look.colour)
