"""The status bar: saved when, last backup; facts of the page, size of the text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QStatusBar, QWidget

from ui.kit import theme
from ui.kit.icons import paint_icon

_ICON_PX = 14
_SIDE = 8
_GAP = 6
_OVER = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StatusPart(QAbstractButton):
    """Words in the status bar that can be pressed; `tone` colours what wants attention."""

    def __init__(self, icon: str = "", parent: QWidget | None = None) -> None:
        """Make a part without words."""
        super().__init__(parent)
        self._icon = icon
        self._tone: QColor | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, words: str, *, icon: str = "", tone: QColor | None = None) -> None:
        """Show other words."""
        self._icon = icon or self._icon
        self._tone = tone
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon and words."""
        font = theme.font(theme.HEADER_PT)
        icon = theme.scaled(_ICON_PX) + _GAP if self._icon else 0
        width = 2 * _SIDE + icon + QFontMetrics(font).horizontalAdvance(self.text())
        return QSize(width, theme.line_height(font) + _OVER)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter too."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        paints = theme.paints(self.palette())
        colour = self._tone or paints.text2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), paints.tint)
        if self.hasFocus():
            painter.setPen(QPen(paints.acc, 1.5))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        left = float(_SIDE)
        if self._icon:
            size = theme.scaled(_ICON_PX)
            place = QRectF(left, (self.height() - size) / 2, size, size)
            paint_icon(painter, self._icon, place, colour, paints.surf)
            left += size + _GAP
        painter.setFont(theme.font(theme.HEADER_PT))
        painter.setPen(colour)
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


class StatusLine(QStatusBar):
    """White; left what became of the data, right what the page counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a bar that says nothing yet."""
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName("Thanh trạng thái")
        self.saved = StatusPart("check")
        self.backup = StatusPart("save")
        self.facts = QLabel()
        self.facts.setFont(theme.font(theme.HEADER_PT))
        theme.make_secondary(self.facts)
        self.text_size = StatusPart()
        # Until they say something; then they are read as what they say.
        self.saved.setAccessibleName("Tình trạng lưu")
        self.backup.setAccessibleName("Bản sao lưu gần nhất")
        for part in (self.saved, self.backup):
            part.hide()
            self.addWidget(part)
        self.addPermanentWidget(self.facts)
        self.addPermanentWidget(self.text_size)

    def say_text_size(self, percent: int) -> None:
        """Say how large the text is."""
        self.text_size.say(f"Cỡ chữ {percent} %")
