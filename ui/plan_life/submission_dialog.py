"""Trình ký: who submits, what is to be said beside the plan, and the phiếu trình in Word."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.use_cases.submission import Submission
from tthc_desktop.vietnamese_text import clean_line
from ui.details.field import Field
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import editable_combo, text_of
from ui.plan_life.form_dialog import FormDialog, sentence, text_edit
from ui.plan_life.titles import title_of

_DRAFT = "Kế hoạch chuyển sang trạng thái “Đang trình ký”. Khi cần, lấy lại ở chính chỗ này."
_SUBMITTED = "Kế hoạch đang trình ký. Lưu lại phiếu trình, hoặc lấy kế hoạch về để sửa."
_REMARKS_HINT = "Mỗi dòng một ý: đã lấy ý kiến đơn vị nào, tiếp thu ra sao."


class SubmissionDialog(FormDialog):
    """Agreed to, it carries the submission and whether its Word file is wanted.

    Of a plan that is submitted already it offers the phiếu trình again, and the way back.
    """

    agreed = Signal(object, bool)
    taken_back = Signal()

    def __init__(self, plan: Plan, units: Iterable[str], parent: QWidget | None = None) -> None:
        """Ask for *plan*; *units* are offered as those who submit."""
        super().__init__(title_of("Trình ký", plan), "Trình ký", parent)
        usual = Submission().submitted_by
        self.by = editable_combo("Đơn vị trình", dict.fromkeys((usual, *units)), usual)
        self.remarks = text_edit("Ghi chú trong phiếu trình", lines=4)
        self.saves = QCheckBox("Lưu phiếu trình ra Word")
        self.saves.setChecked(True)
        self.take_back = AppButton("Lấy lại để sửa", ButtonKind.PLAIN)
        self.take_back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.take_back.clicked.connect(self._take_back)
        self.foot.insertWidget(0, self.take_back)
        is_submitted = plan.state is PlanState.SUBMITTED
        self.take_back.setVisible(is_submitted)
        self.content.addWidget(sentence(_SUBMITTED if is_submitted else _DRAFT))
        self.content.addWidget(Field("Đơn vị trình", self.by))
        self.content.addWidget(Field("Ghi chú trong phiếu trình", self.remarks, hint=_REMARKS_HINT))
        self.content.addWidget(self.saves)
        self.content.addStretch(1)
        if is_submitted:
            self.setWindowTitle(title_of("Đang trình ký", plan))
            self.main.setText("Lưu phiếu trình")
            self.saves.hide()
        self.fit()
        self.by.setFocus()

    @property
    def submission(self) -> Submission:
        """What is typed."""
        lines = (clean_line(one) for one in self.remarks.toPlainText().splitlines())
        by = text_of(self.by) or Submission().submitted_by
        return Submission(by, tuple(one for one in lines if one))

    def agree(self) -> None:
        """Close with what is typed."""
        self.accept()
        self.agreed.emit(self.submission, self.saves.isChecked())

    def _take_back(self) -> None:
        self.accept()
        self.taken_back.emit()
