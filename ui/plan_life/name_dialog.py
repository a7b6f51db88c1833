"""Asks for a name, as of a template."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.details.field import Field
from ui.kit.text_fields import line_edit, text_of
from ui.plan_life.form_dialog import FormDialog, sentence


class NameDialog(FormDialog):
    """`agreed` carries the name; the dialog stays until the act is done."""

    agreed = Signal(str)

    def __init__(
        self, title: str, act: str, name: str, what: str, parent: QWidget | None = None
    ) -> None:
        """Offer *name*; *what* says what comes of it."""
        super().__init__(title, act, parent, width=480)
        self.edit = line_edit("Tên mẫu", name)
        self.field = Field("Tên mẫu", self.edit)
        self.content.addWidget(self.field)
        self.content.addWidget(sentence(what, is_secondary=True))
        self.content.addStretch(1)
        self.edit.textChanged.connect(lambda _: self.field.say(""))
        self.edit.returnPressed.connect(self.main.click)
        self.edit.selectAll()
        self.fit()
        self.edit.setFocus()

    def agree(self) -> None:
        """Tell the name; without one nothing is done."""
        name = text_of(self.edit)
        if name:
            self.agreed.emit(name)
        else:
            self.field.say("Mẫu chưa có tên.")
