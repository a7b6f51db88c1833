"""A small number: typed, or moved by the arrows; never by the wheel of who scrolls past."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

from ui.details.entry_fields import field_height


class CountBox(QSpinBox):
    """A number between two others."""

    def __init__(self, name: str, least: int, most: int, value: int) -> None:
        """Make a field of *value*."""
        super().__init__()
        self.setRange(least, most)
        self.setValue(value)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setMinimumHeight(field_height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only where one has gone to it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
