"""Thêm khó khăn, vướng mắc: one of the register, told at no task of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tthc_desktop.domain.reporting.difficulties import Difficulty
from tthc_desktop.domain.reporting.entry_fields import entry_texts
from tthc_desktop.domain.reporting.registers import DIFFICULTIES
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit.text_fields import editable_combo, line_edit, text_of
from ui.plan_life.form_dialog import FormDialog, level, text_edit

_MISSING = "Ghi khó khăn, vướng mắc."
_NO_DAY = "Cần ngày nêu, như 05/03/2026."


class EntryDialog(FormDialog):
    """`agreed` carries typed values by field; the answer is given by its own act."""

    agreed = Signal(object)

    def __init__(
        self, entry: Difficulty | None, units: Iterable[str], today: date, parent: QWidget | None
    ) -> None:
        """Show *entry*, or blanks for a new one; *units* are offered."""
        title, act = ("Sửa khó khăn, vướng mắc", "Lưu") if entry else (
            "Thêm khó khăn, vướng mắc", "Thêm",
        )  # fmt: skip
        super().__init__(title, act, parent, width=600)
        self._kept: Mapping[str, str] = entry_texts(DIFFICULTIES, entry) if entry else {}
        self.day = DayField("Ngày nêu")
        self.day.set_today(today)
        self.day.show_day(entry.raised_on if entry else today)
        self.unit = editable_combo("Đơn vị nêu", units, entry.division if entry else "")
        self.task = line_edit("Nhiệm vụ", entry.task if entry else "")
        self.text = text_edit("Khó khăn, vướng mắc", lines=4)
        self.text.setPlainText(entry.text if entry else "")
        self.day_field = Field("Ngày nêu", self.day)
        self.text_field = Field("Khó khăn, vướng mắc", self.text)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.day_field, 1)
        head.addWidget(Field("Đơn vị nêu", self.unit), 2)
        level(self.day, self.unit)
        self.content.addLayout(head)
        self.content.addWidget(self.text_field)
        self.content.addWidget(Field("Nhiệm vụ (nếu có)", self.task))
        self.content.addStretch(1)
        self.fit()
        self.text.setFocus()

    def agree(self) -> None:
        """Close with what is typed; what is missing is told at its field."""
        words, day = self.text.toPlainText().strip(), self.day.read.day
        self.text_field.say("" if words else _MISSING)
        self.day_field.say("" if day else _NO_DAY)
        if not words:
            self.text.setFocus()
        elif day is None:
            self.day.edit.setFocus()
        else:
            self.accept()
            typed = {
                "raised_on": f"{day:%d/%m/%Y}", "division": text_of(self.unit),
                "task": text_of(self.task), "text": words,
            }  # fmt: skip
            self.agreed.emit({**self._kept, **typed})
