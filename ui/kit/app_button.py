"""The program's button in its four kinds; one filled button per screen."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.kit import theme
from ui.kit.icons import ROW_PX, paint_icon

# The property of an action whose button shows its icon alone.
ICON_ONLY = "icon_only"
# Room for the focus ring, which stands outside the button.
RING_ROOM = 3
_RING_WIDTH = 1.5
_RADIUS = 4
_GAP = 8
_SIDE = 12
_HEIGHT_OVER_LINE = 10
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
# Below the descent, so that no dấu nặng is struck out (at 13 px).
_LINK_LINE_DROP = 4.6 / 13


class ButtonKind(Enum):
    """Chính, Thường, Thanh lệnh, Liên kết."""

    MAIN = "main"
    PLAIN = "plain"
    BAR = "bar"
    LINK = "link"


class AppButton(QAbstractButton):
    """A painted button: icon, words, or both."""

    def __init__(
        self, text: str, kind: ButtonKind, *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        """Make a button; without words *text* is still its accessible name."""
        super().__init__(parent)
        self._kind = kind
        self._icon = icon
        self._shows_words = True
        self._is_at_left = False
        self._action: QAction | None = None
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @classmethod
    def of_action(
        cls, action: QAction, kind: ButtonKind, *, icon: str = "", parent: QWidget | None = None
    ) -> AppButton:
        """Return a button that does what *action* does and is enabled as it is."""
        button = cls(action.iconText(), kind, icon=icon, parent=parent)
        button._action = action
        button.clicked.connect(button.trigger_action)
        action.changed.connect(button.follow_action)
        button.follow_action()
        return button

    @property
    def action(self) -> QAction | None:
        """The action behind the button."""
        return self._action

    def hide_words(self) -> None:
        """Show the icon alone; the words become the tool tip."""
        self._shows_words = False
        self.setToolTip(self.text())
        self.updateGeometry()

    def align_left(self) -> None:
        """Begin at the left, in a list of buttons as wide as it is."""
        self._is_at_left = True

    def follow_action(self) -> None:
        """Take over what the action says now."""
        if self._action is None:
            return
        self.setText(self._action.iconText())
        self.setCheckable(self._action.isCheckable())
        self.setChecked(self._action.isChecked())
        self.setEnabled(self._action.isEnabled())
        keys = self._action.shortcut().toString()
        self.setToolTip(f"{self.text()} ({keys})" if keys else self.text())
        self.updateGeometry()

    def trigger_action(self) -> None:
        """Do what the action says, and show it as it is afterwards."""
        if self._action is not None:
            self._action.trigger()
            # The chosen one of several stays chosen, though Qt has just let the button go.
            self.setChecked(self._action.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter too; leave the arrows to the row the button stands in."""
        if event.key() in _ARROWS:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room for icon, words, sides and the ring."""
        font = self._font()
        line = theme.line_height(font)
        width = 2 * self._side() + self._inner_width()
        height = line + (_HEIGHT_OVER_LINE if self._kind is not ButtonKind.LINK else 4)
        return QSize(round(width) + 2 * RING_ROOM, height + 2 * RING_ROOM)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape, ring, icon and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(RING_ROOM, RING_ROOM, -RING_ROOM, -RING_ROOM)
        self._paint_shape(painter, room)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.paints(self.palette()).acc, _RING_WIDTH))
            ring = room.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, _RADIUS + 2, _RADIUS + 2)
        self._paint_content(painter, room)

    def _paint_shape(self, painter: QPainter, room: QRectF) -> None:
        fill, outline = self._fill_and_outline()
        if fill is None and outline is None:
            return
        painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(outline, 1) if outline else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)

    def _fill_and_outline(self) -> tuple[QColor | None, QColor | None]:
        paints = theme.paints(self.palette())
        if self.isChecked():
            return paints.sel, paints.acc
        if self._kind is ButtonKind.MAIN and self.isEnabled():
            return (paints.acc2 if self.isDown() else paints.acc), None
        if self._kind in (ButtonKind.MAIN, ButtonKind.PLAIN):
            return (paints.tint if self._is_lit() else paints.surf), paints.btn
        lit = self._kind is ButtonKind.BAR and self._is_lit()
        return (paints.tint if lit else None), None

    def _paint_content(self, painter: QPainter, room: QRectF) -> None:
        colour = self._colour()
        font = self._font()
        left = room.left() + (room.width() - self._inner_width()) / 2
        if self._is_at_left:
            left = room.left() + self._side()
        if self._icon:
            size = theme.scaled(ROW_PX)
            top = room.center().y() - size / 2
            paint_icon(painter, self._icon, QRectF(left, top, size, size), colour)
            left += size + _GAP
        if not self._shows_words:
            return
        painter.setFont(font)
        painter.setPen(colour)
        words = QRectF(left, room.top(), room.right() - left, room.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._kind is ButtonKind.LINK:
            self._paint_link_line(painter, words)

    def _paint_link_line(self, painter: QPainter, words: QRectF) -> None:
        metrics = painter.fontMetrics()
        base = words.center().y() + (metrics.ascent() - metrics.descent()) / 2
        drop = base + _LINK_LINE_DROP * metrics.fontDpi() * painter.font().pointSizeF() / 72
        painter.setPen(QPen(self._colour(), 1))
        width = metrics.horizontalAdvance(self.text())
        painter.drawLine(round(words.left()), round(drop), round(words.left() + width), round(drop))

    def _colour(self) -> QColor:
        paints = theme.paints(self.palette())
        if not self.isEnabled():
            return paints.dis
        if self.isChecked():
            return paints.text
        if self._kind is ButtonKind.MAIN:
            return paints.on_acc
        if self._kind is ButtonKind.LINK:
            return paints.acc2 if self._is_lit() else paints.acc
        return paints.text

    def _is_lit(self) -> bool:
        return self.isEnabled() and (self.isDown() or self.underMouse())

    def _font(self) -> QFont:
        return theme.font(strong=self._kind is ButtonKind.MAIN)

    def _side(self) -> int:
        if self._kind is ButtonKind.LINK:
            return 0
        return _SIDE if self._shows_words else _GAP - 2

    def _inner_width(self) -> float:
        icon = theme.scaled(ROW_PX) if self._icon else 0
        if not self._shows_words:
            return icon
        words = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        return words + (icon + _GAP if icon else 0)
