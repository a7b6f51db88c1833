"""Lists of one line each to choose from, as high as they are read well."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem

from ui.kit import theme

_OVER_LINE = 8
_FIELD_OVER_LINE = 12


def choice_rows(name: str, words: Iterable[str], rows: int) -> QListWidget:
    """Return a list *rows* high; *name* is read aloud, long words are shown whole by a tip."""
    made = QListWidget()
    made.setAccessibleName(name)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFixedHeight(rows * row_height() + 6)
    for one in words:
        add_row(made, one)
    return made


def add_row(rows: QListWidget, words: str) -> QListWidgetItem:
    """Put a line at the end."""
    item = QListWidgetItem(words, rows)
    item.setToolTip(words)
    item.setSizeHint(QSize(0, row_height()))
    return item


def row_height() -> int:
    """Return the height of a line with the room around it."""
    return theme.line_height(theme.font()) + _OVER_LINE


def choice_box(name: str, words: Iterable[str]) -> QComboBox:
    """Return a box to choose from, as high as the fields beside it."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.view().setAccessibleName(name)
    box.addItems(list(words))
    box.setMinimumHeight(theme.line_height(box.font()) + _FIELD_OVER_LINE)
    return box
