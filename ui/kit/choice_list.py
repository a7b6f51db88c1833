"""A list to tick in, with a field above that finds entries without marks.

Type-ahead in Qt's lists does not survive Telex ("dd" never reaches "Đất đai"); the field does.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from tthc_desktop.vietnamese_text import clean_line, fold
from ui.kit import theme
from ui.kit.text_fields import line_edit

_KEY_ROLE = Qt.ItemDataRole.UserRole
_ROW_OVER_LINE = 8


class ChoiceList(QWidget):
    """Entries with boxes to tick; those ticked stay ticked while others are looked for."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        """Make an empty list."""
        super().__init__()
        self.search = line_edit(f"Tìm trong {name.lower()}", hint="Tìm, không cần dấu")
        self.view = QListWidget()
        self.view.setAccessibleName(name)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.view.setMinimumHeight(3 * (theme.line_height(self.view.font()) + _ROW_OVER_LINE))
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._to_first)
        self.view.itemChanged.connect(lambda _: self.changed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.search)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.search)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of the ticked entries, in the list's order."""
        return tuple(
            item.data(_KEY_ROLE)
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def set_entries(self, entries: Iterable[tuple[str, str]], ticked: Iterable[str]) -> None:
        """Show other entries, each a key and its words."""
        chosen = set(ticked)
        blocked = self.view.blockSignals(True)
        self.view.clear()
        for key, words in entries:
            item = QListWidgetItem(words, self.view)
            item.setData(_KEY_ROLE, key)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            item.setToolTip(words)
            item.setSizeHint(QSize(0, theme.line_height(self.view.font()) + _ROW_OVER_LINE))
        self.view.blockSignals(blocked)
        self._on_search(self.search.text())

    def _on_search(self, text: str) -> None:
        wanted = fold(clean_line(text))
        for item in self._items():
            item.setHidden(wanted not in fold(item.text()))

    def _to_first(self) -> None:
        first = next((item for item in self._items() if not item.isHidden()), None)
        if first is not None:
            self.view.setCurrentItem(first)
            self.view.setFocus()

    def _items(self) -> list[QListWidgetItem]:
        return [self.view.item(row) for row in range(self.view.count())]
