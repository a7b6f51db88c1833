"""A short list of lines: icon, words, day, and at the right what is to be known."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QWidget

from ui.details.line_delegate import LINE_ROLE, LineDelegate, line_height
from ui.details.occurrence_lines import Line

_BEFORE = 1


class LineList(QListWidget):
    """Shows at most so many lines; the others on scroll."""

    line_chosen = Signal(str)

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        """Make an empty list; *name* is read aloud."""
        super().__init__(parent)
        self._most = most
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(LineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setUniformItemSizes(True)
        self.itemSelectionChanged.connect(self._tell)

    @property
    def chosen(self) -> str:
        """The id of the chosen line; empty where none is."""
        items = self.selectedItems()
        return items[0].data(LINE_ROLE).id if items else ""

    def lines(self) -> tuple[Line, ...]:
        """Return what the list shows."""
        return tuple(self.item(row).data(LINE_ROLE) for row in range(self.count()))

    def set_lines(self, lines: tuple[Line, ...], chosen: str) -> None:
        """Show *lines*; the chosen one is in sight with the one before it. Nothing is told."""
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(", ".join(filter(None, (line.words, line.day, line.note))))
            item.setData(LINE_ROLE, line)
            self.addItem(item)
            if line.id == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)
        shown = min(len(lines), self._most)
        self.setFixedHeight(max(shown, 1) * line_height() + 2)
        if self.currentRow() >= 0:
            first = self.item(max(self.currentRow() - _BEFORE, 0))
            self.scrollToItem(first, QAbstractItemView.ScrollHint.PositionAtTop)

    def choose(self, line_id: str) -> None:
        """Choose a line, as a click does."""
        for row in range(self.count()):
            if self.item(row).data(LINE_ROLE).id == line_id:
                self.setCurrentRow(row)

    def _tell(self) -> None:
        if self.chosen:
            self.line_chosen.emit(self.chosen)
