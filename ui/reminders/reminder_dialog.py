"""Công văn đôn đốc: which units, up to which day, who signs, Word or PDF."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from tthc_desktop.domain.office import Office, Signer
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.use_cases.letter_parts import OFFICE_ROOM, letter_signature, letter_signers
from tthc_desktop.use_cases.reminders import ReminderOrder
from tthc_desktop.use_cases.unit_dues import UnitDues, open_lines, unit_dues
from tthc_desktop.vietnamese_text import fold
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit import theme
from ui.kit.choice_list import ChoiceList
from ui.kit.text_fields import name_choices
from ui.plan_life.form_dialog import FormDialog, level, sentence

AHEAD_DAYS = 30
_ANSWER_DAYS = 3
_LINES = 8
_WRONG_DAY = "Chưa hiểu ngày này. Gõ như 31/07/2026."
_PAST_DAY = "Ngày này đã qua. Chọn từ hôm nay trở đi."
_KINDS = ((".docx", "Word"), (".pdf", "PDF"))
_NOBODY = "Đến ngày này không đơn vị nào có việc quá hạn hay sắp đến hạn."


class ReminderDialog(FormDialog):
    """Agreed to, it carries the order and the suffix of the files."""

    agreed = Signal(object, str)

    def __init__(
        self,
        opened: PlanProgress,
        office: Office,
        working_days: WorkingDays,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the units of the plan that owe something on *today*."""
        super().__init__("Công văn đôn đốc", "Lưu công văn…", parent, width=620)
        self._opened, self._today = opened, today
        self._signers = letter_signers(office)
        self.until, self.answer_by = DayField("Tính cả việc đến hạn đến"), DayField("Trả lời trước")
        for field, day in (
            (self.until, today + timedelta(days=AHEAD_DAYS)),
            (self.answer_by, working_days.add(today, _ANSWER_DAYS)),
        ):
            field.set_today(today)
            field.show_day(day)
        self.until_field = Field("Tính cả việc đến hạn đến", self.until)
        self.answer_field = Field("Đề nghị báo cáo trước ngày", self.answer_by)
        self.units = ChoiceList("Phòng, đơn vị")
        self.units.view.setMinimumHeight(_LINES * (theme.line_height(self.font()) + 8))
        self.signer = _combo("Người ký", [_signer_words(one) for one in self._signers])
        self.kind = _combo("Loại tệp", [words for _, words in _KINDS])
        self._nobody = sentence("", is_secondary=True)
        self._put_fields()
        self._owing: tuple[UnitDues, ...] = ()
        self._offer()
        self.until.changed.connect(self._offer)
        self.answer_by.changed.connect(lambda: self.answer_field.say(""))
        self.units.changed.connect(self._count)
        self.fit()
        self.units.setFocus()

    def agree(self) -> None:
        """Close with the order; a day that is none is told at its field."""
        until, answer = self.until.read.day, self.answer_by.read.day
        self.until_field.say(self._day_fault(until))
        self.answer_field.say(self._day_fault(answer))
        if until is None or answer is None or self.until_field.trouble or self.answer_field.trouble:
            wrong = self.until if self.until_field.trouble else self.answer_by
            wrong.edit.setFocus()
            return
        signature = letter_signature(self._signers[self.signer.currentIndex()])
        order = ReminderOrder(self.units.ticked, until, answer, signature)
        self.accept()
        self.agreed.emit(order, _KINDS[self.kind.currentIndex()][0])

    def _day_fault(self, day: date | None) -> str:
        if day is None:
            return _WRONG_DAY
        return _PAST_DAY if day < self._today else ""

    def _offer(self) -> None:
        """Show who owes what up to the day; the Văn phòng itself is not ticked at first."""
        until = self.until.read.day
        if until is None:
            return
        self.until_field.say(self._day_fault(until))
        until = max(until, self._today)
        offered, kept = {one.unit.id for one in self._owing}, set(self.units.ticked)
        self._owing = tuple(
            one
            for one in unit_dues(self._opened, today=self._today, until=until)
            if any(open_lines(one))
        )
        # What the person ticked or not stays; only who is new is ticked.
        chosen = [
            one.unit.id
            for one in self._owing
            if (one.unit.id in kept if one.unit.id in offered else not _is_office_room(one))
        ]
        self.units.set_entries([(one.unit.id, _unit_words(one)) for one in self._owing], chosen)
        self._nobody.setText("" if self._owing else _NOBODY)
        self._nobody.setVisible(not self._owing)
        self._count()

    def _count(self) -> None:
        count = len(self.units.ticked)
        self.main.setText(f"Lưu {count} công văn…" if count else "Lưu công văn…")
        self.main.setEnabled(bool(count))

    def _put_fields(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        days, last = QHBoxLayout(), QHBoxLayout()
        for row in (days, last):
            row.setSpacing(24)
        days.addWidget(self.until_field, 1, top)
        days.addWidget(self.answer_field, 1, top)
        last.addWidget(Field("Người ký", self.signer), 3, top)
        last.addWidget(Field("Loại tệp", self.kind), 1, top)
        level(self.until, self.answer_by, self.signer, self.kind)
        self.content.addLayout(days)
        self.content.addWidget(Field("Gửi các phòng, đơn vị", self.units), 1)
        self.content.addWidget(self._nobody)
        self.content.addLayout(last)


def _combo(name: str, words: list[str]) -> QComboBox:
    combo = QComboBox()
    name_choices(combo, name)
    combo.addItems(words)
    return combo


def _signer_words(signer: Signer) -> str:
    signature = letter_signature(signer)
    return " · ".join(filter(None, (*signature.lines, signature.name)))


def _is_office_room(dues: UnitDues) -> bool:
    return fold(dues.name) == fold(OFFICE_ROOM)


def _unit_words(dues: UnitDues) -> str:
    counts = ((len(dues.late), "quá hạn"), (len(dues.soon), "sắp đến hạn"))
    said = ", ".join(f"{count} {words}" for count, words in counts if count)
    return f"{dues.name}: {said}"
