"""Gắn văn bản: the document or the case that dates what the plan's words cannot."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.progress import DueSource, Occurrence
from tthc_desktop.domain.task import NumberedTask
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit, name_choices, text_of
from ui.plan_life.form_dialog import FormDialog, level, sentence, strong

_WRONG_DAY = "Chưa hiểu ngày này. Gõ như 25/01/2026."
_NO_SOURCE = "Ghi số văn bản hoặc nội dung."
_DUE_HINT = "Để trống nếu văn bản không định hạn; “trong … ngày kể từ …” thì tính từ ngày văn bản."
_NEW_CASE = "Vụ việc mới"
_CUT = 90


class LinkDialog(FormDialog):
    """Agreed to, it carries what to date (an occurrence, or None for a new case)."""

    agreed = Signal(object, object, object)
    unlink_asked = Signal(object)

    def __init__(
        self,
        row: NumberedTask,
        occurrences: tuple[Occurrence, ...],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the occurrences of a task that no words date, and a new case."""
        super().__init__("Gắn văn bản", "Gắn văn bản", parent, width=600)
        open_ones = [one for one in occurrences if one.due is None or one.source is not None]
        self._choices: list[Occurrence | None] = [*open_ones, None]
        self.what = QComboBox()
        name_choices(self.what, "Gắn cho")
        self.what.addItems([_words(one) for one in open_ones] + [_NEW_CASE])
        self.number = line_edit("Số, ký hiệu văn bản", hint="12/KH-UBND")
        self.day, self.due = DayField("Ngày văn bản"), DayField("Hạn hoàn thành")
        self.text = line_edit("Nội dung")
        for field in (self.day, self.due):
            field.set_today(today)
        self.number_field = Field("Số, ký hiệu văn bản", self.number)
        self.day_field = Field("Ngày văn bản", self.day)
        self.due_field = Field("Hạn hoàn thành", self.due, hint=_DUE_HINT)
        self.unlink = AppButton("Bỏ văn bản đã gắn", ButtonKind.PLAIN)
        self.unlink.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.foot.insertWidget(0, self.unlink)
        self._put_fields(row)
        self.what.currentIndexChanged.connect(self._show)
        self.unlink.clicked.connect(self._unlink)
        self._show()
        self.fit()
        self.number.setFocus()

    def agree(self) -> None:
        """Close with the document; a day that is none is told at its field."""
        number, text = text_of(self.number), text_of(self.text)
        self.number_field.say("" if number or text else _NO_SOURCE)
        self.day_field.say(_fault(self.day))
        self.due_field.say(_fault(self.due))
        wrong = (
            (self.number_field, self.number),
            (self.day_field, self.day.edit),
            (self.due_field, self.due.edit),
        )
        for field, edit in wrong:
            if field.trouble:
                edit.setFocus()
                return
        chosen = self._chosen
        kind = "case" if chosen is None or (chosen.source and chosen.source.kind == "case") else ""
        source = DueSource("case" if kind else "document", number, self.day.read.day, text)
        self.accept()
        self.agreed.emit(chosen, source, self.due.read.day)

    @property
    def _chosen(self) -> Occurrence | None:
        return self._choices[self.what.currentIndex()]

    def _show(self) -> None:
        chosen = self._chosen
        source = chosen.source if chosen else None
        self.number.setText(source.number if source else "")
        self.text.setText(source.text if source else "")
        self.day.show_day(source.day if source else None)
        self.due.show_day(chosen.due if chosen else None)
        self.unlink.setVisible(source is not None)
        self.main.setText("Thêm vụ việc" if chosen is None else "Gắn văn bản")
        self.number_field.say("")

    def _unlink(self) -> None:
        chosen = self._chosen
        self.accept()
        self.unlink_asked.emit(chosen)

    def _put_fields(self, row: NumberedTask) -> None:
        line = " ".join(row.task.content.split())
        cut = line if len(line) <= _CUT else f"{line[:_CUT].rsplit(' ', 1)[0]}…"
        self.content.addWidget(strong(f"{row.number}. {cut}"))
        timing = row.task.timing or "(chưa có)"
        self.content.addWidget(sentence(f"Thời gian trong kế hoạch: {timing}", is_secondary=True))
        self.content.addWidget(Field("Gắn cho", self.what))
        fields = QHBoxLayout()
        fields.setSpacing(24)
        top = Qt.AlignmentFlag.AlignTop
        fields.addWidget(self.number_field, 1, top)
        fields.addWidget(self.day_field, 1, top)
        level(self.number, self.day)
        self.content.addLayout(fields)
        self.content.addWidget(Field("Nội dung", self.text))
        self.content.addWidget(self.due_field)
        self.content.addStretch(1)


def _fault(field: DayField) -> str:
    return _WRONG_DAY if field.text.strip() and field.read.day is None else ""


def _words(occurrence: Occurrence) -> str:
    source = occurrence.source
    if source is not None:
        return f"Đã gắn: {source.words}"
    return f"Kỳ đang chờ ({period_words(occurrence.period)})"
