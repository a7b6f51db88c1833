"""A hand on mouse and keyboard. Only keys that every keyboard has: Qt's test library ends the
process at a Vietnamese letter."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_NO_KEYS = Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = _NO_KEYS) -> None:
    """Press and release a key."""
    QTest.keyClick(widget, key, modifier)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click with the left button, in the middle where no place is named."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NO_KEYS, place or widget.rect().center())
