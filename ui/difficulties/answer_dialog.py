"""Trả lời: what is answered to a difficulty, and when."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.reporting.difficulties import ToldDifficulty
from tthc_desktop.use_cases.difficulties import task_words
from tthc_desktop.vietnamese_text import clean_text
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.difficulties.difficulty_rows import CHANGED
from ui.kit.app_button import AppButton, ButtonKind
from ui.plan_life.form_dialog import (
    FormDialog,
    caution_line,
    say_if_any,
    sentence,
    strong,
    text_edit,
)

_MISSING = "Ghi nội dung trả lời."
_WRONG_DAY = "Chưa hiểu ngày này. Gõ như 05/03/2026."
_EARLY = "Ngày trả lời trước ngày nêu, {:%d/%m/%Y}."


class AnswerDialog(FormDialog):
    """`agreed` carries the words and the day; without words the answer is taken out."""

    agreed = Signal(str, object)

    def __init__(self, told: ToldDifficulty, today: date, parent: QWidget | None) -> None:
        """Ask for the answer to *told*."""
        super().__init__("Trả lời khó khăn, vướng mắc", "Ghi trả lời", parent, width=600)
        self._told = told
        self.words = text_edit("Nội dung trả lời", lines=4)
        self.words.setPlainText(told.answer)
        self.day = DayField("Ngày trả lời")
        self.day.set_today(today)
        self.day.show_day((None if told.is_changed else told.answered_on) or today)
        self.words_field = Field("Nội dung trả lời", self.words)
        self.day_field = Field("Ngày trả lời", self.day)
        self.drop = AppButton("Bỏ câu trả lời", ButtonKind.PLAIN)
        self.drop.setVisible(told.is_answered)
        self.foot.insertWidget(0, self.drop)
        changed = caution_line()
        say_if_any(changed, f"{CHANGED}. Câu trả lời mới giữ bên câu trước." * told.is_changed)
        self.content.addWidget(strong(told.who or "Không ghi đơn vị"))
        self.content.addWidget(sentence(told.text))
        if told.task:
            self.content.addWidget(sentence(task_words(told), is_secondary=True))
        self.content.addWidget(changed)
        self.content.addWidget(self.words_field)
        self.content.addWidget(self.day_field)
        self.content.addStretch(1)
        self.drop.clicked.connect(self._drop)
        self.fit()
        self.words.setFocus()

    def agree(self) -> None:
        """Close with the answer; what is missing or not understood is told at its field."""
        words, day = clean_text(self.words.toPlainText()), self.day.read.day
        self.words_field.say("" if words else _MISSING)
        raised = self._told.raised_on
        trouble = "" if day else _WRONG_DAY
        if day and raised and day < raised:
            trouble = _EARLY.format(raised)
        self.day_field.say(trouble)
        if not words:
            self.words.setFocus()
        elif trouble or day is None:
            self.day.edit.setFocus()
        else:
            self.accept()
            self.agreed.emit(words, day)

    def _drop(self) -> None:
        self.accept()
        self.agreed.emit("", self._told.answered_on)
