"""Chỉ tiêu: the figure a task is to reach, the one it has reached, and what is counted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.target_words import read_target
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.errors import Refused
from ui.details.field import Field
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import editable_combo, line_edit
from ui.plan_life.form_dialog import FormDialog, level, sentence

_UNITS = ("%", "tin, bài", "hồ sơ", "TTHC", "lượt người", "hội nghị", "lớp")


class TargetDialog(FormDialog):
    """`agreed` carries the target, None where it is taken out."""

    agreed = Signal(object)

    def __init__(self, row: NumberedTask, parent: QWidget | None) -> None:
        """Show the target of a task."""
        super().__init__("Chỉ tiêu", "Ghi chỉ tiêu", parent, width=560)
        target = row.task.target
        actual = target.actual if target else None
        self.value = line_edit("Chỉ tiêu", number_words(target.value) if target else "")
        self.actual = line_edit("Đã thực hiện", "" if actual is None else number_words(actual))
        self.unit = editable_combo("Đơn vị tính", _UNITS, target.unit if target else "%")
        self.drop = AppButton("Bỏ chỉ tiêu", ButtonKind.PLAIN)
        self.drop.setVisible(target is not None)
        self.foot.insertWidget(0, self.drop)
        self.value_field = Field("Chỉ tiêu", self.value)
        self.actual_field = Field("Đã thực hiện", self.actual)
        self.content.addWidget(sentence(f"{row.number}. {row.task.content}", is_secondary=True))
        fields = QHBoxLayout()
        fields.setSpacing(16)
        for field in (self.value_field, Field("Đơn vị tính", self.unit), self.actual_field):
            fields.addWidget(field, 1)
        level(self.value, self.unit, self.actual)
        self.content.addLayout(fields)
        self.content.addStretch(1)
        self.drop.clicked.connect(self._drop)
        self.fit()
        (self.actual if target else self.value).setFocus()

    def agree(self) -> None:
        """Close with the target; what is no number is told at its field."""
        self.value_field.say("")
        self.actual_field.say("")
        try:
            value, unit = self.value.text(), self.unit.currentText()
            target = read_target(value, self.actual.text(), unit if value.strip() else "")
        except Refused as error:
            is_value = error.message.startswith("“Chỉ tiêu”")
            field, edit = (
                (self.value_field, self.value) if is_value else (self.actual_field, self.actual)
            )
            field.say(error.message)
            edit.setFocus()
            return
        self.accept()
        self.agreed.emit(target)

    def _drop(self) -> None:
        self.accept()
        self.agreed.emit(None)
