"""Words cut after some lines, until a person asks for all of them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit import theme
from ui.kit.text_painting import line_count, paint_words

_MANY = 200


class ClampedText(QWidget):
    """As high as its words, at most so many lines; tells when more or fewer are cut."""

    fits_changed = Signal()

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        """Make an empty text of at most *most* lines."""
        super().__init__(parent)
        self._most = most
        self._text = ""
        self._is_whole = False
        self._is_cut = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    @property
    def is_cut(self) -> bool:
        """Whether the text is longer than its lines."""
        return self._is_cut

    def say(self, text: str) -> None:
        """Show other words, cut."""
        self._text = text
        self._is_whole = False
        self.setAccessibleName(text)
        self._measure()

    def show_whole(self, *, is_whole: bool) -> None:
        """Show every line, or cut again."""
        self._is_whole = is_whole
        self._measure()

    def sizeHint(self) -> QSize:
        """Return the height of the lines; the width is whatever there is."""
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        paint_words(
            QPainter(self),
            QRectF(self.rect()),
            self._text,
            theme.font(),
            theme.paints(self.palette()).text,
            lines=_MANY if self._is_whole else self._most,
        )

    def _measure(self) -> None:
        font = theme.font()
        lines = max(line_count(self._text, font, max(self.width(), 1)), 1)
        shown = lines if self._is_whole else min(lines, self._most)
        self._is_cut = lines > self._most
        self.setFixedHeight(shown * theme.line_height(font))
        self.update()
        self.fits_changed.emit()
