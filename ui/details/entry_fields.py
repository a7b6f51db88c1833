"""The fields of a result, and the draft they hold."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from tthc_desktop.domain.progress import STATE_WORDS, State
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.details.result_draft import ResultDraft
from ui.kit import theme
from ui.kit.text_fields import editable_combo, line_edit, name_choices

_PERCENTS = ("0 %", "25 %", "50 %", "75 %", "100 %")
_BY_UNITS = "Theo các phòng"
_LINES = 2
_OVER_LINES = 12


class EntryFields(QObject):
    """Makes the fields; says when a person changed one."""

    changed = Signal()
    state_chosen = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make empty fields."""
        super().__init__(parent)
        self.state = QComboBox()
        name_choices(self.state, "Trạng thái")
        self.state.setMinimumHeight(field_height())
        self.percent = editable_combo("Tỷ lệ hoàn thành", _PERCENTS)
        self.result = _text_edit("Kết quả")
        self.evidence = line_edit("Minh chứng", hint="Số, ngày văn bản minh chứng")
        self.done_on = DayField("Ngày hoàn thành")
        self.reason = line_edit("Lý do chậm")
        self.difficulty = line_edit("Khó khăn, vướng mắc")
        self.note = line_edit("Ghi chú")
        self.by_name = {
            "state": Field("Trạng thái", self.state),
            "percent": Field("Tỷ lệ", self.percent),
            "result": Field("Kết quả", self.result),
            "evidence": Field("Minh chứng", self.evidence),
            "done_on": Field("Ngày hoàn thành", self.done_on, hint="Gõ 2805 cũng được."),
            "reason": Field("Lý do chậm", self.reason),
            "difficulty": Field("Khó khăn, vướng mắc", self.difficulty),
            "note": Field("Ghi chú", self.note),
        }
        self.offer_states(is_closing=False)
        self._connect()

    @property
    def draft(self) -> ResultDraft:
        """What the fields hold."""
        chosen = self.state.currentData()
        return ResultDraft(
            State(chosen) if chosen else None,
            self.percent.currentText(),
            self.result.toPlainText(),
            self.evidence.text(),
            self.done_on.text,
            self.reason.text(),
            self.difficulty.text(),
            self.note.text(),
        )

    def show_draft(self, draft: ResultDraft) -> None:
        """Show other values; nothing is told."""
        blockers = [
            QSignalBlocker(one)
            for one in (self.state, self.percent, self.result, *self._lines(), self.done_on)
        ]
        self.state.setCurrentIndex(self.state.findData(draft.state.value if draft.state else ""))
        self.percent.setEditText(draft.percent)
        self.result.setPlainText(draft.result)
        self.evidence.setText(draft.evidence)
        self.done_on.text = draft.done_on
        self.reason.setText(draft.reason)
        self.difficulty.setText(draft.difficulty)
        self.note.setText(draft.note)
        for line in self._lines():
            line.setCursorPosition(0)
        del blockers

    def offer_states(self, *, is_closing: bool) -> None:
        """Offer the stored states; for the Văn phòng's closing also that of the units."""
        with QSignalBlocker(self.state):
            self.state.clear()
            if is_closing:
                self.state.addItem(_BY_UNITS, "")
            for state, words in STATE_WORDS.items():
                self.state.addItem(words, state.value)

    def show_only(self, names: frozenset[str]) -> None:
        """Show the fields that may be filled."""
        for name, field in self.by_name.items():
            field.setVisible(name in names)

    def say(self, troubles: dict[str, str]) -> None:
        """Say at each field what is wrong."""
        for name, field in self.by_name.items():
            field.say(troubles.get(name, ""))

    def enable(self, *, are_enabled: bool) -> None:
        """Let the fields be filled, or not."""
        for field in self.by_name.values():
            field.setEnabled(are_enabled)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.evidence, self.reason, self.difficulty, self.note

    def _connect(self) -> None:
        self.state.currentIndexChanged.connect(self._on_state)
        self.percent.editTextChanged.connect(self._tell)
        self.result.textChanged.connect(self._tell)
        self.done_on.changed.connect(self._tell)
        for line in self._lines():
            line.textChanged.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit()

    def _on_state(self) -> None:
        chosen = self.state.currentData()
        self.state_chosen.emit(State(chosen) if chosen else None)


def field_height() -> int:
    """Return the height of a field of one line."""
    return theme.line_height(theme.font()) + _OVER_LINES


def _text_edit(name: str) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setAccessibleName(name)
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(_LINES * theme.line_height(theme.font()) + _OVER_LINES)
    return edit
