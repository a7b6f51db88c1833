"""The returned files at the left of the merge screen: who sent each, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from tthc_desktop.domain.shown_state import Shown
from ui.kit import theme
from ui.kit.icons import paint_icon
from ui.kit.item_option import cell_option
from ui.kit.state_look import state_look
from ui.kit.text_painting import paint_words
from ui.sheets.merge_model import Index
from ui.sheets.merge_view import MergeFile, Part

_ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_LEFT, _OVER, _BAR, _ICON_PX, _GAP = 14, 6, 4, 15, 9


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A line of the list; `shown` gives icon and colour, None the quiet grey."""

    name: str
    words: str
    icon: str
    shown: Shown | None
    is_strong: bool = False


def entry_of(file: MergeFile, taken: str = "") -> FileEntry:
    """Return the line of a file; *taken* says what was taken of it already."""
    name = file.unit or file.name
    if taken:
        return FileEntry(name, taken, "state-done", None)
    if file.trouble:
        return FileEntry(file.name, "Không nhận được tệp này", "error", Shown.OVERDUE)
    changes, conflicts, refused = (
        len(file.of_part(part)) for part in (Part.CHANGE, Part.CONFLICT, Part.REFUSED)
    )
    if conflicts:
        words = f"{conflicts} chỗ cần chọn"
        words = f"{changes} thay đổi, {words}" if changes else words
        return FileEntry(name, words, "warning", Shown.SOON, is_strong=True)
    if changes:
        return FileEntry(name, f"{changes} thay đổi", "state-done", Shown.DONE, is_strong=True)
    told = "Đã nhận trước đây" if file.is_known else "Không có thay đổi"
    if refused:
        return FileEntry(name, f"{told}, {refused} ô không nhận được", "warning", Shown.SOON)
    words = "Đã nhận trước đây, không có gì mới" if file.is_known else told
    return FileEntry(name, words, "state-done", None)


class FileList(QListView):
    """Arrows walk the files; `file_chosen` carries the place."""

    file_chosen = Signal(int)

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__()
        self._entries = QStandardItemModel(self)
        self.setModel(self._entries)
        self.setItemDelegate(_FileRows(self))
        self.selectionModel().currentChanged.connect(self._tell)
        self.setAccessibleName("Tệp phòng gửi về")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.paints(palette).surf2)
        self.setPalette(palette)

    def set_entry(self, place: int, entry: FileEntry) -> None:
        """Put a file at a place, or after the last."""
        item = self._entries.item(place) if place < self._entries.rowCount() else None
        if item is None:
            item = QStandardItem()
            self._entries.appendRow(item)
        item.setText(f"{entry.name}: {entry.words}")
        item.setToolTip(item.text())
        item.setData(entry, _ENTRY_ROLE)

    def choose(self, place: int) -> None:
        """Make a file the current one."""
        self.setCurrentIndex(self._entries.index(place, 0))

    def _tell(self, current: Index, _: Index) -> None:
        if current.isValid():
            self.file_chosen.emit(current.row())


class _FileRows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        small = theme.line_height(theme.font(theme.HEADER_PT))
        return QSize(0, theme.line_height(theme.font()) + small + 2 * _OVER)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, entry = cell_option(option), index.data(_ENTRY_ROLE)
        assert isinstance(entry, FileEntry)  # noqa: S101 - the list holds nothing else
        paints, room = theme.paints(cell.palette), QRectF(cell.rect)
        painter.save()
        if cell.is_selected or cell.is_hovered:
            painter.fillRect(room, paints.sel if cell.is_selected else paints.tint)
        if cell.is_selected:
            painter.fillRect(QRectF(room.left(), room.top(), _BAR, room.height()), paints.acc)
        colour = state_look(entry.shown, cell.palette).colour if entry.shown else paints.text2
        size, line = theme.scaled(_ICON_PX), theme.line_height(theme.font())
        top = room.top() + _OVER
        icon = QRectF(room.left() + _LEFT, top + (line - size) / 2, size, size)
        paint_icon(painter, entry.icon, icon, colour, paints.surf)
        words = QRectF(icon.right() + _GAP, top, 0, line)
        words.setRight(room.right() - 6)
        font = theme.font(strong=entry.is_strong or cell.is_selected)
        paint_words(painter, words, entry.name, font, paints.text, lines=1)
        self._paint_second(painter, words.translated(0, line), entry.words, colour)
        painter.restore()

    @staticmethod
    def _paint_second(painter: QPainter, room: QRectF, words: str, colour: QColor) -> None:
        small = theme.font(theme.HEADER_PT)
        room.setHeight(theme.line_height(small))
        paint_words(painter, room, words, small, colour, lines=1)
