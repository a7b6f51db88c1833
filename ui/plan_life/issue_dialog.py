"""Ban hành: number and day, before them what the check of the plan still finds."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.plan import Plan
from tthc_desktop.use_cases.issue_numbers import GivenNumber, out_of_order
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit import theme
from ui.kit.text_fields import line_edit, text_of
from ui.plan_life.finding_list import FindingList
from ui.plan_life.form_dialog import FormDialog, caution_line, level, say_if_any, sentence
from ui.plan_life.titles import title_of

_WHAT = (
    "Bản in được giữ nguyên như lúc ban hành. Sau đó lời văn không sửa được nữa; "
    "nhiệm vụ vẫn sửa ở tab Nhiệm vụ, ghi là điều chỉnh."
)
_NUMBER_WIDTH = 110
_WRONG_NUMBER = "Số văn bản chỉ gồm chữ số, như 05."
_WRONG_DAY = "Chưa hiểu ngày này. Gõ như 22/01/2026."


class IssueDialog(FormDialog):
    """Asks once; `issue_asked` carries the number as typed and the day.

    The dialog stays open until the plan is issued, so that a number refused can be changed.
    """

    issue_asked = Signal(str, object)

    def __init__(
        self,
        plan: Plan,
        today: date,
        given: tuple[GivenNumber, ...],
        parent: QWidget | None = None,
    ) -> None:
        """Ask for *plan*; *given* are the numbers other plans bear."""
        super().__init__(title_of("Ban hành", plan), "Ban hành", parent, width=600)
        self._given = given
        self.number = line_edit("Số", hint="05")
        self.day = DayField("Ngày ban hành")
        self.day.set_today(today)
        self.day.show_day(today)
        self.number_field = Field("Số", self._number_row(plan.symbol))
        self.day_field = Field("Ngày ban hành", self.day, hint="Gõ 2201 cũng được.")
        level(self.number, self.day)
        self.order = caution_line()
        self.findings = FindingList()
        fields = QHBoxLayout()
        fields.setSpacing(24)
        for field in (self.number_field, self.day_field):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(self.findings)
        self.content.addLayout(fields)
        self.content.addWidget(self.order)
        self.content.addWidget(sentence(_WHAT, is_secondary=True))
        self.content.addStretch(1)
        self.number.textChanged.connect(self._weigh)
        self.day.changed.connect(self._weigh)
        self._weigh()
        self.fit()
        self.number.setFocus()

    def show_findings(self, findings: tuple[Finding, ...] | None) -> None:
        """Show what the check found; None where it could not be done."""
        self.findings.show_findings(findings)
        self.fit()

    def agree(self) -> None:
        """Ask to issue; a number or a day that is none is told at its field."""
        number, read = text_of(self.number), self.day.read
        self.number_field.say("" if number.isdigit() else _WRONG_NUMBER)
        self.day_field.say("" if read.day else _WRONG_DAY)
        if not number.isdigit():
            self.number.setFocus()
        elif read.day is None:
            self.day.edit.setFocus()
        else:
            self.issue_asked.emit(number, read.day)

    def _weigh(self) -> None:
        day = self.day.read.day
        words = out_of_order(self._given, self.number.text(), day) if day else ""
        say_if_any(self.order, words)
        if self.number_field.trouble and text_of(self.number).isdigit():
            self.number_field.say("")
        if self.day_field.trouble and day:
            self.day_field.say("")

    def _number_row(self, symbol: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.number.setFixedWidth(theme.scaled(_NUMBER_WIDTH))
        layout.addWidget(self.number)
        layout.addWidget(QLabel(f"/{symbol}" if symbol else ""), 1)
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.setFocusProxy(self.number)
        return row
