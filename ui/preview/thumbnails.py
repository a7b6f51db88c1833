"""The small pictures of the pages; choosing one goes to its page."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from tthc_desktop.document.blocks import DocumentLayout
from ui.kit import theme
from ui.kit.item_option import cell_option
from ui.pages.page_setter import PageSetter
from ui.pages.paginator import Page
from ui.pages.painter import draw_page
from ui.preview.page_names import page_name

WIDTH = 132
_PICTURE = 62
_GAP = 6
_ROUND = 4
# Of a page of 300 pages only those in sight are kept.
_MOST_KEPT = 60
_Index = QModelIndex | QPersistentModelIndex


class ThumbnailModel(QAbstractListModel):
    """The pages of a document by their names."""

    def __init__(self, setter: PageSetter) -> None:
        """Follow the pages of *setter*."""
        super().__init__(setter)
        self._setter = setter
        self._layout: DocumentLayout | None = None
        self._count = 0

    def begin(self, layout: DocumentLayout) -> None:
        """Show another document, none of its pages yet."""
        self.beginResetModel()
        self._layout, self._count = layout, 0
        self.endResetModel()

    def follow_pages(self) -> None:
        """Show the pages that were set meanwhile."""
        there = len(self._setter.pages)
        if there > self._count:
            self.beginInsertRows(QModelIndex(), self._count, there - 1)
            self._count = there
            self.endInsertRows()

    def rowCount(  # noqa: N802 - Qt's name
        self,
        parent: _Index = QModelIndex(),  # noqa: B008 - Qt's own default
    ) -> int:
        """Return how many pages there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a page's name, or in its tool tip its number in the whole."""
        page = self.page(index.row())
        if self._layout is None or page is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return page_name(page, self._layout)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"Trang {index.row() + 1} của cả văn bản"
        return None

    def page(self, row: int) -> Page | None:
        """Return a page; None between two documents, when there are fewer pages than rows."""
        pages = self._setter.pages
        return pages[row] if 0 <= row < len(pages) else None


class Thumbnails(QListView):
    """Paints the pictures of the pages in sight; those shown on the desk are marked."""

    page_chosen = Signal(int)

    def __init__(self, setter: PageSetter, parent: QWidget | None = None) -> None:
        """Make a list for the pages of *setter*."""
        super().__init__(parent)
        self.setAccessibleName("Các trang")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._pages = ThumbnailModel(setter)
        self._painter = ThumbnailDelegate(self)
        self.setModel(self._pages)
        self.setItemDelegate(self._painter)
        setter.pages_set.connect(self._pages.follow_pages)

    def begin(self, layout: DocumentLayout) -> None:
        """Show another document."""
        self._painter.forget()
        self._pages.begin(layout)
        self._pages.follow_pages()

    def mark(self, current: int, shown: tuple[int, ...]) -> None:
        """Mark the pages on the desk; the current one is scrolled into sight."""
        self._painter.shown = shown
        index = self._pages.index(current)
        if index.isValid() and index != self.currentIndex():
            blocked = self.blockSignals(True)
            self.setCurrentIndex(index)
            self.blockSignals(blocked)
        self.viewport().update()

    def currentChanged(  # noqa: N802 - Qt's name
        self, current: _Index, previous: _Index
    ) -> None:
        """Go to the page one walks to or clicks."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.page_chosen.emit(current.row())


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints a page small, its name below; pictures are kept while they are in use."""

    def __init__(self, parent: Thumbnails) -> None:
        """Paint for *parent*."""
        super().__init__(parent)
        self.shown: tuple[int, ...] = ()
        self._pictures: dict[int, QPixmap] = {}

    def forget(self) -> None:
        """Let go of all pictures."""
        self._pictures.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room of an upright page with its name."""
        return QSize(_PICTURE + 2 * _GAP, self._picture_height() + self._line() + 3 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, picture and name."""
        found = cell_option(option)
        room, paints = found.rect, theme.paints(found.palette)
        is_shown = index.row() in self.shown
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_shown:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(paints.sel)
            painter.drawRoundedRect(QRectF(room).adjusted(_GAP, 1, -_GAP, -1), _ROUND, _ROUND)
        if (picture := self._picture(index)) is None:
            painter.restore()
            return
        size = picture.deviceIndependentSize().toSize()
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(room.center())
        place.moveBottom(room.top() + _GAP + self._picture_height())
        painter.fillRect(place.translated(2, 2), paints.line2)
        painter.drawPixmap(place.topLeft(), picture)
        painter.setPen(QPen(paints.acc if is_shown else paints.line2, 1.5 if is_shown else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        painter.setPen(paints.acc2 if is_shown else paints.text2)
        painter.setFont(theme.font(theme.HEADER_PT, strong=is_shown))
        name = QRect(room.left(), place.bottom() + _GAP // 2, room.width(), self._line())
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()

    def _picture(self, index: _Index) -> QPixmap | None:
        row = index.row()
        if row in self._pictures:
            return self._pictures[row]
        model, view = index.model(), self.parent()
        assert isinstance(model, ThumbnailModel)  # noqa: S101 - the list's own
        assert isinstance(view, Thumbnails)  # noqa: S101 - the list itself
        if (page := model.page(row)) is None:
            return None
        if len(self._pictures) >= _MOST_KEPT:
            del self._pictures[next(iter(self._pictures))]
        self._pictures[row] = _picture_of(page, view.devicePixelRatioF())
        return self._pictures[row]

    @staticmethod
    def _picture_height() -> int:
        return round(theme.scaled(_PICTURE) * 297 / 210)

    @staticmethod
    def _line() -> int:
        return QFontMetrics(theme.font(theme.HEADER_PT)).height()


def _picture_of(page: Page, ratio: float) -> QPixmap:
    width = theme.scaled(_PICTURE)
    scale = width / min(page.width, page.height)
    if page.landscape:
        scale = theme.scaled(WIDTH - 4 * _GAP) / page.width * 0.85
    picture = QPixmap(round(page.width * scale * ratio), round(page.height * scale * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    draw_page(painter, page)
    painter.end()
    return picture
