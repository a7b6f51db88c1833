"""Turning pages in the command row: up, the page's number, how many there are, down; zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QIntValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit
from ui.preview.desk_rows import FIT_PAGE, ZOOMS, Zoom

_GAP = 6
_MOST_PAGES = 99_999


class PageTurning(QWidget):
    """Close, turn, go to a page, enlarge: what stands left of the commands."""

    close_asked = Signal()
    turn_asked = Signal(int)
    page_asked = Signal(int)
    zoom_asked = Signal(object)

    def __init__(self) -> None:
        """Make the row's left part."""
        super().__init__()
        self.close_button = _button("Đóng xem trang", ButtonKind.PLAIN, "chevron-left")
        self._up = _button("Trang trước", ButtonKind.BAR, "up")
        self._down = _button("Trang sau", ButtonKind.BAR, "down")
        for button in (self._up, self._down):
            button.hide_words()
        self.number = line_edit("Đến trang")
        self.number.setValidator(QIntValidator(1, _MOST_PAGES, self.number))
        width = QFontMetrics(self.number.font()).horizontalAdvance("00000")
        self.number.setFixedWidth(width + 12)
        self.total = QLabel()
        theme.make_secondary(self.total)
        self.zoom = QComboBox()
        self.zoom.setAccessibleName("Cỡ trang")
        self.zoom.view().setAccessibleName("Cỡ trang")
        self.zoom.addItems(tuple(ZOOMS))
        self.zoom.setMinimumHeight(self.number.minimumHeight())
        self._lay_out()
        self.close_button.clicked.connect(self.close_asked)
        self._up.clicked.connect(lambda: self.turn_asked.emit(-1))
        self._down.clicked.connect(lambda: self.turn_asked.emit(1))
        self.number.returnPressed.connect(self._on_number)
        self.zoom.activated.connect(lambda: self.zoom_asked.emit(ZOOMS[self.zoom.currentText()]))

    def say(self, current: int, total: str) -> None:
        """Say which page is the current one, and how many there are."""
        self.number.setText(str(current))
        self.total.setText(total)

    def show_zoom(self, zoom: Zoom) -> None:
        """Show how large the pages are."""
        words = next((words for words, one in ZOOMS.items() if one == zoom), "")
        self.zoom.setCurrentText(words or next(w for w, one in ZOOMS.items() if one == FIT_PAGE))

    def _on_number(self) -> None:
        self.page_asked.emit(int(self.number.text() or 1))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, _GAP, 0)
        layout.setSpacing(_GAP)
        for part in (
            self.close_button, self._up, self.number, self.total, self._down, self.zoom
        ):  # fmt: skip
            layout.addWidget(part)


def _button(words: str, kind: ButtonKind, icon: str) -> AppButton:
    button = AppButton(words, kind, icon=icon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
