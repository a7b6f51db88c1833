"""Until when a sheet is asked back and to whom: what stands in each unit's sheet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tthc_desktop.domain.sheet_return import ReturnTerms, return_words
from tthc_desktop.vietnamese_text import clean_line
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit.text_fields import line_edit
from ui.plan_life.form_dialog import level

_DAY, _WHOM = "Trả về chậm nhất ngày", "Gửi về"
_NO_DAY = "Chưa có ngày trả phiếu."
_NOBODY = "Chưa ghi nơi nhận phiếu trả về."
_PASSED = "Ngày trả phiếu đã qua."
_LONGEST = 200


class ReturnFields(QWidget):
    """Shows the usual day and addressee of a period; both may be typed over."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        """Make empty fields."""
        super().__init__()
        self._today = today
        self._shown = ""
        self.day = DayField(_DAY)
        self.day.set_today(today)
        self.whom = line_edit(_WHOM)
        self.whom.setMaxLength(_LONGEST)
        self.whom.setToolTip("Tên người nhận, điện thoại, thư điện tử ghi trong phiếu")
        level(self.day, self.whom)
        self._day_field, self._whom_field = Field(_DAY, self.day), Field(_WHOM, self.whom)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._day_field, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._whom_field, 5, Qt.AlignmentFlag.AlignTop)
        self.day.changed.connect(self._tell)
        self.whom.textChanged.connect(lambda _: self._tell())

    @property
    def terms(self) -> ReturnTerms | None:
        """What the fields say; None while one of them says nothing."""
        day, whom = self.day.read.day, clean_line(self.whom.text())
        return ReturnTerms(day, whom) if day and whom else None

    @property
    def told(self) -> str:
        """What will stand in the sheets; "" while a field says nothing."""
        terms = self.terms
        if terms is None:
            return ""
        words = f"Trong phiếu ghi: {return_words(terms)}"
        return f"{words}\n{_PASSED}" if terms.return_on < self._today else words

    def show_terms(self, terms: ReturnTerms) -> None:
        """Show the usual of another period; an addressee that was typed stays."""
        with QSignalBlocker(self.day), QSignalBlocker(self.whom):
            self.day.show_day(terms.return_on)
            if self.whom.text() == self._shown:
                self._shown = terms.addressee
                self.whom.setText(terms.addressee)
                self.whom.setCursorPosition(0)
        self._tell()

    def _tell(self) -> None:
        read = self.day.read
        self._day_field.say(read.trouble or ("" if read.day else _NO_DAY))
        self._whom_field.say("" if clean_line(self.whom.text()) else _NOBODY)
        self.changed.emit()
