"""One document of the legal register, added or changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from tthc_desktop.domain.legal_register import LegalDocument, legal_basis_text
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit.text_fields import editable_combo, line_edit, text_of
from ui.plan_life.form_dialog import FormDialog, level, sentence

_KINDS = (
    "Luật", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Chỉ thị", "Kế hoạch",
    "Công văn",
)  # fmt: skip
_NEW = LegalDocument("", "", "", None, "", "")
_MISSING = "Cần có loại và số, hoặc loại và nội dung."
_WRONG_DAY = "Chưa hiểu ngày này. Gõ như 22/01/2026."


class DocumentDialog(FormDialog):
    """`agreed` carries the document; the dialog stays until it is written."""

    agreed = Signal(object)

    def __init__(
        self,
        document: LegalDocument | None,
        issuers: Iterable[str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Show *document*, or blanks for a new one; *issuers* are offered."""
        title, act = ("Sửa văn bản", "Lưu") if document else ("Thêm văn bản", "Thêm")
        super().__init__(title, act, parent, width=760)
        self._document, self._today = document or _NEW, today
        self._make_fields(issuers)
        self._lay_out_fields()
        self._show()
        self.fit()
        (self.subject if document else self.kind).setFocus()

    def agree(self) -> None:
        """Tell what is typed; what is missing or not understood is told at its field."""
        typed = self._typed()
        self._kind_field.say("" if typed.kind and (typed.number or typed.subject) else _MISSING)
        for field, day in self._days():
            field.say(_WRONG_DAY if day.text.strip() and day.read.day is None else "")
        asked = (self._kind_field, *(field for field, _ in self._days()))
        if not any(field.trouble for field in asked):
            self.agreed.emit(typed)

    def _typed(self) -> LegalDocument:
        checked = self._document.checked_on or self._today
        return replace(
            self._document,
            kind=text_of(self.kind),
            number=text_of(self.number),
            issued_on=self.issued_on.read.day,
            issuer=text_of(self.issuer),
            subject=text_of(self.subject),
            in_force_from=self.begins.read.day,
            in_force_to=self.ends.read.day,
            replaced_by=text_of(self.replaced_by),
            note=text_of(self.note),
            checked_on=checked if self.checked.isChecked() else None,
        )

    def _make_fields(self, issuers: Iterable[str]) -> None:
        self.kind = editable_combo("Loại văn bản", _KINDS)
        self.number = line_edit("Số, ký hiệu", hint="63/2010/NĐ-CP")
        self.issued_on = DayField("Ngày ban hành")
        self.issuer = editable_combo("Cơ quan ban hành", sorted({one for one in issuers if one}))
        self.subject = line_edit("Nội dung", hint="về kiểm soát thủ tục hành chính")
        self.begins = DayField("Có hiệu lực từ")
        self.ends = DayField("Ngày cuối còn hiệu lực")
        self.replaced_by = line_edit("Thay bằng", hint="Số của văn bản thay thế")
        self.note = line_edit("Ghi chú")
        self.checked = QCheckBox("Đã đối chiếu với văn bản gốc")
        self.citation = sentence(is_secondary=True)
        level(self.kind, self.number, self.issued_on, self.issuer, self.begins, self.ends)
        for one in (self.issued_on, self.begins, self.ends):
            one.set_today(self._today)
            one.changed.connect(self._cite)
        for edit in (self.number, self.subject):
            edit.textChanged.connect(self._cite)
        for combo in (self.kind, self.issuer):
            combo.editTextChanged.connect(self._cite)

    def _days(self) -> tuple[tuple[Field, DayField], ...]:
        return (
            (self._issued_field, self.issued_on),
            (self._begins_field, self.begins),
            (self._ends_field, self.ends),
        )

    def _lay_out_fields(self) -> None:
        self._kind_field = Field("Loại văn bản", self.kind)
        self._issued_field = Field("Ngày ban hành", self.issued_on)
        self._begins_field = Field("Có hiệu lực từ", self.begins)
        self._ends_field = Field("Ngày cuối còn hiệu lực", self.ends)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[Field, ...], ...] = (
            (self._kind_field, Field("Số, ký hiệu", self.number), self._issued_field),
            (Field("Cơ quan ban hành", self.issuer), self._begins_field, self._ends_field),
        )
        for row, fields in enumerate(rows):
            for column, field in enumerate(fields):
                grid.addWidget(field, row, column)
                grid.setColumnStretch(column, 1)
        grid.addWidget(Field("Nội dung", self.subject), 2, 0, 1, 3)
        grid.addWidget(Field("Thay bằng", self.replaced_by), 3, 0)
        grid.addWidget(Field("Ghi chú", self.note), 3, 1, 1, 2)
        self.content.addLayout(grid)
        self.content.addWidget(self.checked)
        self.content.addWidget(self.citation)
        self.content.addStretch(1)

    def _show(self) -> None:
        one = self._document
        self.kind.setEditText(one.kind)
        self.number.setText(one.number)
        self.issued_on.show_day(one.issued_on)
        self.issuer.setEditText(one.issuer)
        self.subject.setText(one.subject)
        self.begins.show_day(one.in_force_from)
        self.ends.show_day(one.in_force_to)
        self.replaced_by.setText(one.replaced_by)
        self.note.setText(one.note)
        self.checked.setChecked(not one.needs_checking)
        for edit in (self.number, self.subject, self.replaced_by, self.note):
            edit.setCursorPosition(0)
        self._cite()

    def _cite(self) -> None:
        typed = self._typed()
        words = legal_basis_text(typed) if typed.kind and (typed.number or typed.subject) else "…"
        self.citation.setText(f"Câu căn cứ: {words}")
