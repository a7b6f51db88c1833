"""Thêm minh chứng: what proves a result, by kind, number, day, words, file and link."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from tthc_desktop.domain.evidence import EVIDENCE_WORDS, Evidence, EvidenceKind
from tthc_desktop.domain.evidence_text import told_documents
from tthc_desktop.use_cases.evidence_acts import clean_evidence, is_web_link
from ui.details.day_field import DayField
from ui.details.entry_fields import field_height
from ui.details.field import Field
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit, name_choices, text_of
from ui.plan_life.form_dialog import FormDialog, level, sentence

_WRONG_DAY = "Chưa hiểu ngày này. Gõ như 05/03/2026."
_EMPTY = "Ghi số văn bản, nội dung, liên kết hoặc chọn tệp."
_WRONG_LINK = "Liên kết bắt đầu bằng http:// hoặc https://."
_NO_FILE = "Chưa có tệp"
_LONGEST_NAME = 40
_FILE_HINT = "Tệp đến 20 MB nằm trong tệp dữ liệu; tệp lớn hơn chỉ ghi lại chỗ để."


class EvidenceDialog(FormDialog):
    """`agreed` carries the piece and the file to attach with it, None for none.

    The dialog stays until it is written.
    """

    agreed = Signal(object, object)
    file_asked = Signal()

    def __init__(
        self, piece: Evidence, today: date, parent: QWidget | None, *, file_name: str | None = None
    ) -> None:
        """Show *piece*; *file_name* is that of the file it has."""
        is_new = piece.is_empty
        title, act = ("Thêm minh chứng", "Thêm") if is_new else ("Sửa minh chứng", "Lưu")
        super().__init__(title, act, parent, width=620)
        self._piece = piece
        self._file: Path | None = None
        self.kind = QComboBox()
        name_choices(self.kind, "Loại minh chứng")
        self.kind.setMinimumHeight(field_height())
        for kind, words in EVIDENCE_WORDS.items():
            self.kind.addItem(words, kind.value)
        self.number = line_edit("Số, ký hiệu", hint="12/BC-VP")
        self.day = DayField("Ngày")
        self.day.set_today(today)
        self.subject = line_edit("Trích yếu, nội dung", hint="kết quả rà soát TTHC")
        self.link = line_edit("Liên kết", hint="https://…")
        self.note = line_edit("Ghi chú (không in)")
        self.file_label = QLabel()
        self.choose_file = AppButton("Chọn tệp…", ButtonKind.PLAIN)
        self.drop_file = AppButton("Bỏ tệp", ButtonKind.PLAIN)
        self.said = sentence(is_secondary=True)
        self._lay_out_fields()
        self._show(file_name)
        self._connect()
        self._tell()
        self.fit()
        (self.kind if is_new else self.number).setFocus()

    def take_file(self, file: Path) -> None:
        """Attach *file* with the piece; its name becomes the words where there are none."""
        self._file = file
        if not text_of(self.subject) and not text_of(self.number):
            self.subject.setText(file.stem)
            if self.kind.currentData() == EvidenceKind.DOCUMENT:
                self.kind.setCurrentIndex(self.kind.findData(EvidenceKind.FILE.value))
        self._show_file(file.name)
        self._tell()

    def agree(self) -> None:
        """Tell what is typed; what is missing or not understood is told at its field."""
        typed = self._typed()
        has_words = self._file is not None or not typed.is_empty
        self._number_field.say("" if has_words else _EMPTY)
        self._day_field.say(_WRONG_DAY if self.day.text.strip() and not typed.issued_on else "")
        is_wrong = bool(typed.link) and not is_web_link(typed.link)
        self._link_field.say(_WRONG_LINK if is_wrong else "")
        wrong = (
            (self._number_field, self.number),
            (self._day_field, self.day.edit),
            (self._link_field, self.link),
        )
        for field, edit in wrong:
            if field.trouble:
                edit.setFocus()
                return
        self.agreed.emit(typed, self._file)

    def _typed(self) -> Evidence:
        return clean_evidence(
            replace(
                self._piece,
                kind=EvidenceKind(self.kind.currentData()),
                number=self.number.text(),
                issued_on=self.day.read.day,
                subject=self.subject.text(),
                link=self.link.text(),
                note=self.note.text(),
            )
        )

    def _read_number(self) -> None:
        """Take a whole citation apart that was typed or pasted as the number."""
        told = told_documents(self.number.text())
        if len(told) != 1 or self.day.text.strip() or text_of(self.subject):
            return
        self.number.setText(told[0].number)
        self.day.show_day(told[0].day)
        self.subject.setText(told[0].subject)

    def _drop(self) -> None:
        self._file = None
        self._piece = replace(self._piece, attachment_id=None)
        self._show_file(None)
        self.choose_file.setFocus()
        self._tell()

    def _show(self, file_name: str | None) -> None:
        piece = self._piece
        self.kind.setCurrentIndex(self.kind.findData(piece.kind.value))
        self.number.setText(piece.number)
        self.day.show_day(piece.issued_on)
        self.subject.setText(piece.subject)
        self.link.setText(piece.link)
        self.note.setText(piece.note)
        for edit in (self.number, self.subject, self.link, self.note):
            edit.setCursorPosition(0)
        self._show_file(file_name)

    def _show_file(self, name: str | None) -> None:
        shown = name or _NO_FILE
        half = _LONGEST_NAME // 2
        cut = f"{shown[:half]}…{shown[-half:]}" if len(shown) > _LONGEST_NAME else shown
        self.file_label.setText(cut)
        self.file_label.setToolTip(name or "")
        self.drop_file.setVisible(name is not None)

    def _tell(self) -> None:
        typed = self._typed()
        says = not typed.is_empty or self._file is not None
        self.said.setText(f"Ghi vào kết quả: {typed.words if says else '…'}")

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._tell)
        self.day.changed.connect(self._tell)
        for edit in (self.number, self.subject, self.link):
            edit.textChanged.connect(self._tell)
        self.number.editingFinished.connect(self._read_number)
        self.choose_file.clicked.connect(self.file_asked)
        self.drop_file.clicked.connect(self._drop)

    def _lay_out_fields(self) -> None:
        self._number_field = Field("Số, ký hiệu", self.number)
        self._day_field = Field("Ngày", self.day)
        self._link_field = Field("Liên kết", self.link)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        fields = (Field("Loại minh chứng", self.kind), self._number_field, self._day_field)
        for column, field in enumerate(fields):
            grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        level(self.kind, self.number, self.day)
        grid.addWidget(Field("Trích yếu, nội dung", self.subject), 1, 0, 1, 3)
        grid.addWidget(self._link_field, 2, 0, 1, 3)
        grid.addWidget(Field("Ghi chú (không in)", self.note), 3, 0, 1, 3)
        self.content.addLayout(grid)
        file = QHBoxLayout()
        file.setSpacing(10)
        file.addWidget(QLabel("Tệp:"))
        file.addWidget(self.file_label, 1)
        for button in (self.drop_file, self.choose_file):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolTip(_FILE_HINT)
            file.addWidget(button)
        self.content.addLayout(file)
        self.content.addWidget(self.said)
        self.content.addStretch(1)
