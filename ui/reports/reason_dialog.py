"""A dialog that asks for a reason in words: kept figures, late dossiers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tthc_desktop.vietnamese_text import clean_line
from ui.details.field import Field
from ui.plan_life.form_dialog import FormDialog, sentence, text_edit

_EMPTY = "Chưa ghi gì. Ghi ngắn gọn bằng một câu."


class ReasonDialog(FormDialog):
    """Agreed to, it carries the words."""

    agreed = Signal(str)

    def __init__(
        self, title: str, label: str, hint: str, act: str, parent: QWidget | None, *,
        said: str = "", words: str = "",
    ) -> None:  # fmt: skip
        """Ask for *label*; *said* stands above, *words* are what is known already."""
        super().__init__(title, act, parent, width=560)
        self.edit = text_edit(label)
        self.edit.setPlainText(words)
        self.field = Field(label, self.edit, hint=hint)
        if said:
            self.content.addWidget(sentence(said))
        self.content.addWidget(self.field)
        self.content.addStretch(1)
        self.edit.textChanged.connect(lambda: self.field.say(""))
        self.fit()
        self.edit.setFocus()

    def agree(self) -> None:
        """Close with the words; none are told at the field."""
        words = clean_line(self.edit.toPlainText().replace("\n", " "))
        if not words:
            self.field.say(_EMPTY)
            self.edit.setFocus()
            return
        self.accept()
        self.agreed.emit(words)
