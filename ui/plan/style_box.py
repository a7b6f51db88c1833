"""The style box: what the paragraph at the cursor is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from tthc_desktop.domain.style import Style
from ui.kit import theme

_WIDTH = 148


class StyleBox(QComboBox):
    """Offers the styles by their names; `style_chosen` only when a person chooses."""

    style_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a box that offers every style and shows none."""
        super().__init__(parent)
        self.setAccessibleName("Kiểu đoạn")
        self.view().setAccessibleName("Kiểu đoạn")
        self.view().setAccessibleName("Kiểu đoạn")
        self.setToolTip("Kiểu đoạn: số thứ tự và cách trình bày theo kiểu")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for style in Style:
            self.addItem(style.value)
        self.setMaxVisibleItems(len(Style))
        self.setFixedWidth(theme.scaled(_WIDTH))
        self.setEnabled(False)
        self.show_style(None)
        self.activated.connect(lambda place: self.style_chosen.emit(list(Style)[place]))

    def show_style(self, style: Style | None) -> None:
        """Show what the current paragraph is; nothing for what has no style."""
        self.setCurrentIndex(-1 if style is None else list(Style).index(style))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type-ahead in lists does not survive Telex; arrows and Enter choose."""
        if event.text().strip() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)
