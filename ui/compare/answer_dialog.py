"""Đổi câu trả lời: which tasks and lines of ours answer a request, and how far."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tthc_desktop.domain.comparison_answer import ANSWER_WORDS, AnswerState
from tthc_desktop.domain.plan_comparison import Comparison, Passage
from tthc_desktop.use_cases.comparison_export import place_words, where_words
from tthc_desktop.use_cases.plan_compare import PlanCompared
from ui.details.entry_fields import field_height
from ui.details.field import Field
from ui.kit import theme
from ui.kit.choice_list import ChoiceList
from ui.kit.text_fields import line_edit, name_choices, text_of
from ui.plan_life.form_dialog import FormDialog, sentence

_LINES = 7
_NO_PLACE = "Chọn ít nhất một nhiệm vụ hoặc mục trả lời, hay đổi tình trạng thành “Chưa có”."


class AnswerDialog(FormDialog):
    """Agreed to, it carries the state, the ids of what answers, and the note."""

    agreed = Signal(str, object, str)

    def __init__(self, found: PlanCompared, row: Comparison, parent: QWidget | None = None) -> None:
        """Ask what answers *row*."""
        super().__init__("Đổi câu trả lời", "Lưu câu trả lời", parent, width=720)
        self.state = QComboBox()
        name_choices(self.state, "Tình trạng")
        self.state.setMinimumHeight(field_height())
        for key, words in ANSWER_WORDS.items():
            self.state.addItem(words, key)
        self.state.setCurrentIndex(self.state.findData(row.state))
        self.places = ChoiceList("Nhiệm vụ, mục trả lời")
        self.places.view.setMinimumHeight(_LINES * (theme.line_height(self.font()) + 8))
        numbers = found.task_numbers
        entries = [(one.id, _words(one, numbers)) for one in found.passages]
        self.places.set_entries(entries, row.answered_ids)
        self.note = line_edit("Ghi chú", row.note)
        self.place_field = Field("Nhiệm vụ, mục của Sở trả lời nội dung này", self.places)
        self.content.addWidget(sentence(f"{where_words(row.where)}: {row.asked}"))
        self.content.addWidget(Field("Tình trạng", self.state))
        self.content.addWidget(self.place_field, 1)
        self.content.addWidget(Field("Ghi chú", self.note))
        self.fit()
        self.state.setFocus()

    def agree(self) -> None:
        """Close with the answer; one that says it is answered names by what."""
        state: AnswerState = self.state.currentData()
        is_answer = state in ("answered", "partly")
        ticked = self.places.ticked if is_answer else ()
        if is_answer and not ticked:
            self.place_field.say(_NO_PLACE)
            self.places.setFocus()
            return
        self.accept()
        self.agreed.emit(state, ticked, text_of(self.note))


def _words(passage: Passage, numbers: frozenset[str]) -> str:
    place = place_words(passage.place, numbers)
    return f"{place[:1].upper()}{place[1:]}: {passage.text.removeprefix('- ')}"
