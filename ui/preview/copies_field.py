"""How many copies."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

from ui.kit import theme

_MOST = 99
_HEIGHT_OVER_LINE = 12


class CopiesField(QSpinBox):
    """A number from 1 to 99."""

    def __init__(self, copies: int) -> None:
        """Show *copies*."""
        super().__init__()
        self.setAccessibleName("Số bản")
        self.setRange(1, _MOST)
        self.setValue(copies)
        self.setMinimumHeight(theme.line_height(self.font()) + _HEIGHT_OVER_LINE)
        self.lineEdit().setAccessibleName("Số bản")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the pane unless one is about to change the number."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
