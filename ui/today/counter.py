"""A counter of Hôm nay: icon, number, words; it jumps to its section."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from tthc_desktop.use_cases.today import DueSection
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.state_look import state_look
from ui.kit.text_painting import paint_words
from ui.today.due_words import SECTION_LOOKS

_BAR = 4
_RADIUS = 6
_LEFT = 16
_GAP = 10
_ICON_PX = 18
_OVER = 24
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Counter(QAbstractButton):
    """At nought it says so in words, in grey."""

    def __init__(self, section: DueSection, parent: QWidget | None = None) -> None:
        """Make a counter without a number."""
        super().__init__(parent)
        self.section = section
        self._count = 0
        # Until there is a number to tell.
        self.setAccessibleName("Số việc đến hạn")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def count(self, number: int, words: str, nothing: str) -> None:
        """Show another number."""
        self._count = number
        self.setText(words if number else nothing)
        self.setAccessibleName(f"{words}: {number}")
        self.setToolTip(self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the number, or for two lines of words."""
        number = theme.line_height(theme.font(theme.COUNTER_PT, strong=True))
        return QSize(theme.scaled(160), max(number, 2 * theme.line_height(theme.font())) + _OVER)

    def minimumSizeHint(self) -> QSize:
        """Return the same height; the words wrap."""
        return QSize(theme.scaled(110), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Jump by Enter too."""
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, its bar, icon, number and words."""
        paints = theme.paints(self.palette())
        look = state_look(SECTION_LOOKS[self.section], self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(paints.acc if self.hasFocus() else paints.line, 1 + self.hasFocus()))
        painter.setBrush(paints.tint if self.underMouse() else paints.surf)
        painter.drawRoundedRect(room, _RADIUS, _RADIUS)
        colour = look.colour if self._count else paints.text3
        painter.fillRect(QRectF(0, 8, _BAR, self.height() - 16), colour)
        size = theme.scaled(_ICON_PX)
        icon = QRectF(_LEFT, room.center().y() - size / 2, size, size)
        paint_icon(painter, look.icon, icon, colour, paints.surf)
        strong = theme.font(theme.COUNTER_PT, strong=True)
        number = QRectF(icon.right() + _GAP, room.top(), 0, room.height())
        number.setWidth(QFontMetrics(strong).horizontalAdvance(str(self._count)))
        painter.setFont(strong)
        painter.setPen(colour)
        painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(self._count))
        words = QRectF(number.right() + _GAP, room.top(), 0, room.height())
        words.setRight(room.right() - 8)
        ink = paints.text if self._count else paints.text3
        paint_words(painter, words, self.text(), theme.font(), ink)
