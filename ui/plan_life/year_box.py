"""A field for a year: typed, or moved by the arrows."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox

from ui.details.entry_fields import field_height
from ui.kit import theme

FIRST, LAST = 2000, 2100
_WIDTH = 110


class YearBox(QSpinBox):
    """Never changed by the wheel of who only scrolls past it."""

    def __init__(self, name: str, year: int = FIRST) -> None:
        """Make a field of *year*."""
        super().__init__()
        self.setRange(FIRST, LAST)
        self.setValue(year)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setMinimumHeight(field_height())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for four figures and the arrows."""
        return QSize(theme.scaled(_WIDTH), max(field_height(), super().sizeHint().height()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only where one has gone to it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
