"""Fields for text, the only ones with suggestions.

Vietnamese keyboards take letters back and write others. Whatever completes inside the line
spoils that ("Vaăn phòng"), so suggestions stand in a list below, and are found without marks.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from tthc_desktop.vietnamese_text import clean_line, fold
from ui.kit import theme

FOLDED_ROLE = Qt.ItemDataRole.UserRole.value + 1
_HEIGHT_OVER_LINE = 12
_SIDE = 5
_MOST_SHOWN = 8


class Suggestions(QCompleter):
    """Offers, below the field, the words that hold what is typed; marks do not count."""

    def __init__(self, words: Iterable[str], parent: QWidget) -> None:
        """Offer *words* for the field *parent*."""
        self._words = QStandardItemModel()
        super().__init__(self._words, parent)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionRole(FOLDED_ROLE)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.popup().setAccessibleName("Gợi ý")
        self.offer(words)

    def offer(self, words: Iterable[str]) -> None:
        """Offer other words."""
        self._words.clear()
        for word in dict.fromkeys(words):
            item = QStandardItem(word)
            item.setData(fold(word), FOLDED_ROLE)
            self._words.appendRow(item)

    def splitPath(self, path: str) -> list[str]:  # noqa: N802 - Qt's name
        """Look for what is typed as it is folded."""
        return [fold(clean_line(path))]

    def pathFromIndex(  # noqa: N802 - Qt's name
        self, index: QModelIndex | QPersistentModelIndex
    ) -> str:
        """Write the word itself into the field."""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def line_edit(
    name: str, text: str = "", *, suggestions: Iterable[str] = (), hint: str = ""
) -> QLineEdit:
    """Return a field for one line of text; *name* is read aloud and stands above it."""
    edit = QLineEdit(text)
    edit.setAccessibleName(name)
    edit.setPlaceholderText(hint)
    edit.setTextMargins(_SIDE, 0, _SIDE, 0)
    edit.setMinimumHeight(theme.line_height(edit.font()) + _HEIGHT_OVER_LINE)
    if words := tuple(suggestions):
        edit.setCompleter(Suggestions(words, edit))
    return edit


def name_choices(combo: QComboBox, name: str) -> None:
    """Let a box and the list that it opens be read aloud as *name*."""
    combo.setAccessibleName(name)
    combo.view().setAccessibleName(name)


def editable_combo(name: str, choices: Iterable[str], text: str = "") -> QComboBox:
    """Return a box that offers *choices* and takes any other words."""
    words = tuple(choices)
    combo = QComboBox()
    name_choices(combo, name)
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    combo.addItems(words)
    combo.setCompleter(Suggestions(words, combo))
    combo.setEditText(text)
    combo.setMinimumHeight(theme.line_height(combo.font()) + _HEIGHT_OVER_LINE)
    if edit := combo.lineEdit():
        edit.setAccessibleName(name)
    return combo


def text_of(field: QLineEdit | QComboBox) -> str:
    """Return what a field holds, cleaned as all text on its way in."""
    return clean_line(field.text() if isinstance(field, QLineEdit) else field.currentText())
