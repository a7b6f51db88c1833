"""A day: typed as people type it, or chosen from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tthc_desktop.domain.lenient_date import DayRead, read_day
from ui.details.day_calendar import DayCalendar
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit

_FORM = "%d/%m/%Y"


class DayField(QWidget):
    """Text stays as typed until it is left; then a day that is understood is written out."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        """Make an empty field."""
        super().__init__()
        self._today = date.min
        self.edit: QLineEdit = line_edit(name, hint="dd/mm/yyyy")
        self._button = AppButton("Chọn ngày trong lịch", ButtonKind.BAR, icon="calendar")
        self._button.hide_words()
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._show_calendar)
        self.edit.textChanged.connect(self._tell)
        self.edit.editingFinished.connect(self._write_out)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self._button)
        self.setFocusProxy(self.edit)

    @property
    def read(self) -> DayRead:
        """What the typed text means."""
        return read_day(self.edit.text(), self._today.year)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    @text.setter
    def text(self, value: str) -> None:
        self.edit.setText(value)

    def set_today(self, today: date) -> None:
        """Take this day for today: a day without a year is of its year."""
        self._today = today

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self.edit.setText(day.strftime(_FORM) if day else "")

    def _tell(self) -> None:
        self.changed.emit()

    def _write_out(self) -> None:
        if day := self.read.day:
            self.show_day(day)

    def _show_calendar(self) -> None:
        popup = DayCalendar(self.read.day or self._today, self)
        popup.chosen.connect(self._take)
        popup.adjustSize()
        corner = self.mapToGlobal(self.rect().bottomRight())
        popup.move(corner.x() - popup.width(), corner.y())
        popup.show()

    def _take(self, day: date) -> None:
        self.show_day(day)
        self.edit.setFocus()
