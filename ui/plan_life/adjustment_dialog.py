"""The card that asks why an issued plan is changed, and by which document."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tthc_desktop.domain.adjustment import Adjustment
from tthc_desktop.domain.plan import Plan
from tthc_desktop.vietnamese_text import clean_line
from ui.details.field import Field
from ui.kit.text_fields import line_edit, text_of
from ui.plan_life.form_dialog import FormDialog, sentence, text_edit
from ui.session.wording import document_number

_MISSING = "Điều chỉnh kế hoạch đã ban hành phải có lý do."


class AdjustmentDialog(FormDialog):
    """Agreed to, it carries the adjustment and whether it serves for those that follow."""

    agreed = Signal(object, bool)

    def __init__(
        self, plan: Plan, words: str, last: Adjustment, parent: QWidget | None = None
    ) -> None:
        """Ask for the act called *words*, or for those to come; *last* is offered again."""
        super().__init__("Điều chỉnh kế hoạch đã ban hành", _act(words), parent, width=480)
        self.reason = text_edit("Lý do điều chỉnh", lines=2)
        self.reason.setPlainText(last.reason)
        self.reason_field = Field("Lý do điều chỉnh", self.reason)
        self.document = line_edit(
            "Văn bản làm căn cứ", last.document, hint="Số, ngày, cơ quan ban hành; có thể để trống"
        )
        self.again = QCheckBox("Dùng cho các điều chỉnh tiếp theo của kế hoạch này")
        self.again.setChecked(True)
        self.again.setVisible(bool(words))
        self.content.addWidget(sentence(_what(plan, words)))
        for one in (self.reason_field, Field("Văn bản làm căn cứ", self.document), self.again):
            self.content.addWidget(one)
        self.content.addStretch(1)
        self.reason.textChanged.connect(lambda: self.reason_field.say(""))
        self.fit()
        self.reason.setFocus()

    def agree(self) -> None:
        """Close with what was said; a reason is required."""
        reason = clean_line(self.reason.toPlainText())
        if not reason:
            self.reason_field.say(_MISSING)
            self.reason.setFocus()
            return
        self.accept()
        self.agreed.emit(Adjustment(reason, text_of(self.document)), self.again.isChecked())


def _what(plan: Plan, words: str) -> str:
    act = f"Việc “{words}”" if words else "Thay đổi từ nay"
    return (
        f"Kế hoạch {document_number(plan)} đã ban hành. {act} được ghi vào nhật ký là điều chỉnh; "
        "bản đã ban hành giữ nguyên."
    )


def _act(words: str) -> str:
    return "Ghi điều chỉnh" if words else "Lưu lý do"
