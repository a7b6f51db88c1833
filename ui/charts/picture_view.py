"""A picture of a report on the screen: reached by Tab, its figures read aloud."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from tthc_desktop.domain.reporting.pictures import PictureKind, ReportPicture
from ui.charts.picture_look import PictureLook, screen_look
from ui.charts.picture_painting import paint_picture, picture_height
from ui.kit import theme
from ui.kit.text_painting import line_count, paint_words

_SIDE, _LEAST_WIDTH, _LEAST_HEIGHT = 6, 230, 84
_HIGHEST, _TITLE_LINES = 240, 2
_RING = 1.5


class PictureView(QWidget):
    """`copy_asked` and `save_asked` carry the picture."""

    copy_asked = Signal(object)
    save_asked = Signal(object)

    def __init__(self, picture: ReportPicture) -> None:
        """Show *picture*."""
        super().__init__()
        self.picture = picture
        self._seen = 0
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.alt)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copy = self._new("&Chép hình", "Ctrl+C")
        self.save = self._new("&Lưu hình PNG…")
        self.copy.triggered.connect(self._ask_copy)
        self.save.triggered.connect(self._ask_save)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit_into(self, height: int) -> None:
        """Let columns stand in the *height* that is seen at once."""
        self._seen = height
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which its numbers are read."""
        return QSize(theme.scaled(_LEAST_WIDTH), self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        """Return the room it asks for at its present width."""
        return self.minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """Return how high it must be: columns give way, rows do not."""
        look = screen_look(self.palette())
        room = max(width, theme.scaled(_LEAST_WIDTH)) - 2 * _SIDE
        title = self._title_height(room, look)
        if self.picture.kind is PictureKind.QUARTERS:
            least, most = theme.scaled(_LEAST_HEIGHT), theme.scaled(_HIGHEST)
            return title + min(max(least, self._seen - title), most)
        return title + round(picture_height(self.picture, room, look)) + 2 * _SIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint title and picture, and the ring of the keyboard."""
        painter, look = QPainter(self), screen_look(self.palette())
        room = QRectF(self.rect()).adjusted(_SIDE, _SIDE, -_SIDE, -_SIDE)
        title = self._title_height(room.width(), look)
        head = QRectF(room.left(), room.top() - 2, room.width(), title)
        font = theme.font(strong=True)
        paint_words(painter, head, self.picture.title, font, look.paints.text, lines=_TITLE_LINES)
        # A picture beside a higher one stays as high as it asked to be.
        room.setBottom(min(room.bottom(), self.heightForWidth(self.width()) - _SIDE))
        paint_picture(painter, self.picture, room.adjusted(0, title, 0, 0), look)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.paints.acc, _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the picture for elsewhere, by the mouse or the menu key."""
        menu = QMenu(self)
        menu.setAccessibleName("Hình")
        menu.addActions([self.copy, self.save])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _ask_copy(self) -> None:
        self.copy_asked.emit(self.picture)

    def _ask_save(self) -> None:
        self.save_asked.emit(self.picture)

    def _title_height(self, width: float, look: PictureLook) -> int:
        font = theme.font(strong=True)
        lines = min(line_count(self.picture.title, font, width), _TITLE_LINES)
        return lines * theme.line_height(font) + round(look.px(4))

    def _new(self, text: str, keys: str = "") -> QAction:
        action = QAction(text, self)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if keys:
            action.setShortcut(keys)
        self.addAction(action)
        return action
