"""The next step of a phản ánh, kiến nghị: its day and what is written down with it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from tthc_desktop.domain.reporting.petition_steps import PetitionStep, stepped
from tthc_desktop.domain.reporting.petitions import Petition
from tthc_desktop.domain.reporting.registers import PETITIONS
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit.text_fields import line_edit, text_of
from ui.plan_life.form_dialog import FormDialog, sentence

# What is written down with a step: first its day, then words.
STEP_FIELDS = {
    PetitionStep.TRANSFER: ("transferred_on", "transferred_to"),
    PetitionStep.ANSWER: ("answered_on", "answer_number", "outcome"),
    PetitionStep.PUBLISH: ("published_on", "link"),
}
_HEADINGS = {one.name: one.heading for one in PETITIONS.fields}


class StepDialog(FormDialog):
    """`agreed` carries the petition after the step; what cannot be is told at the day."""

    agreed = Signal(object)

    def __init__(
        self, one: Petition, step: PetitionStep, due: date | None, today: date,
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        """Ask for the day of *step*, today at first."""
        super().__init__(f"{step.value} phản ánh, kiến nghị", step.value, parent)
        self._petition, self._step = one, step
        day, *words = STEP_FIELDS[step]
        self._day_name = day
        self.day = DayField(_HEADINGS[day])
        self.day.set_today(today)
        self.day.show_day(today)
        hint = f"Hạn {due:%d/%m/%Y}" if due else ""
        self.day_field = Field(_HEADINGS[day], self.day, hint=hint)
        self.texts: dict[str, QLineEdit] = {
            name: line_edit(_HEADINGS[name], getattr(one, name)) for name in words
        }
        received = f"Nhận ngày {one.received_on:%d/%m/%Y}: {one.summary}"
        self.content.addWidget(sentence(received, is_secondary=True))
        self.content.addWidget(self.day_field)
        for name, edit in self.texts.items():
            self.content.addWidget(Field(_HEADINGS[name], edit))
            edit.returnPressed.connect(self.main.click)
        self.content.addStretch(1)
        self.day.changed.connect(lambda: self.day_field.say(""))
        self.fit()
        self.day.edit.setFocus()
        self.day.edit.selectAll()

    def agree(self) -> None:
        """Hand the petition over, where its days fit together."""
        read = self.day.read
        if read.day is None:
            self.day_field.say(read.trouble or f"Chưa ghi {_HEADINGS[self._day_name].lower()}.")
            return
        values: dict[str, object] = {self._day_name: read.day}
        values |= {name: text_of(edit) for name, edit in self.texts.items()}
        after = stepped(self._petition, self._step, values)
        if trouble := after.trouble():
            self.day_field.say(f"{trouble}. Hãy sửa lại ngày.")
            return
        self.accept()
        self.agreed.emit(after)
