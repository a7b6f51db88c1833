"""Ghi đã gửi: number, days of signing and sending, the channel."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tthc_desktop.domain.reporting.report import Sending
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit.text_fields import editable_combo, line_edit, text_of
from ui.plan_life.form_dialog import (
    FormDialog,
    caution_line,
    level,
    say_if_any,
    sentence,
)

CHANNELS = (
    "Hệ thống thông tin báo cáo Chính phủ",
    "Trục liên thông văn bản",
    "Hệ thống quản lý văn bản và điều hành",
    "Văn bản giấy",
    "Thư điện tử công vụ",
)
_WHAT = (
    "Trang in được giữ nguyên như lúc gửi; số liệu và lời văn sau đó không sửa được nữa. "
    "Cấp trên yêu cầu sửa thì lập bản sửa bên cạnh."
)
_NO_NUMBER = "Chưa ghi số của báo cáo."
_NO_DAY = "Chưa hiểu ngày này. Gõ như 16/06/2026."
_BEFORE = "Ngày gửi trước ngày ký."


class SendDialog(FormDialog):
    """`send_asked` carries the sending; the dialog stays open until the report is sent."""

    send_asked = Signal(object)

    def __init__(self, title: str, today: date, warned: str, parent: QWidget | None = None) -> None:
        """Ask for a report; *warned* says who is missing and what does not agree."""
        super().__init__(f"Ghi đã gửi: {title}", "Ghi đã gửi", parent, width=600)
        self.number = line_edit("Số", hint="215")
        self.signed, self.sent = DayField("Ngày ký"), DayField("Ngày gửi")
        for day in (self.signed, self.sent):
            day.set_today(today)
            day.show_day(today)
        self.channel = editable_combo("Gửi qua", CHANNELS, CHANNELS[0])
        self.number_field = Field("Số", self.number)
        self.signed_field = Field("Ngày ký", self.signed)
        self.sent_field = Field("Ngày gửi", self.sent)
        level(self.number, self.signed, self.sent)
        told = caution_line()
        say_if_any(told, warned)
        row = QHBoxLayout()
        row.setSpacing(24)
        for field in (self.number_field, self.signed_field, self.sent_field):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(told)
        self.content.addLayout(row)
        self.content.addWidget(Field("Gửi qua", self.channel))
        self.content.addWidget(sentence(_WHAT, is_secondary=True))
        self.content.addStretch(1)
        self.number.textChanged.connect(lambda _: self.number_field.say(""))
        self.signed.changed.connect(lambda: self.signed_field.say(""))
        self.sent.changed.connect(lambda: self.sent_field.say(""))
        self.fit()
        self.number.setFocus()

    def agree(self) -> None:
        """Ask to send; what is missing is told at its field."""
        number, signed, sent = text_of(self.number), self.signed.read.day, self.sent.read.day
        is_before = signed is not None and sent is not None and sent < signed
        self.number_field.say("" if number else _NO_NUMBER)
        self.signed_field.say("" if signed else _NO_DAY)
        self.sent_field.say(_NO_DAY if sent is None else _BEFORE if is_before else "")
        if not number:
            self.number.setFocus()
        elif signed is None:
            self.signed.setFocus()
        elif sent is None or is_before:
            self.sent.setFocus()
        else:
            self.send_asked.emit(Sending(number, signed, sent, text_of(self.channel)))
