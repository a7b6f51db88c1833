"""Thêm nhiệm vụ được giao: its words, who and when, and the document that assigns it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from tthc_desktop.domain.adjustment import Adjustment
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.use_cases.assigned_tasks import AssignedPlace, AssignedTask, assigned_places
from tthc_desktop.vietnamese_text import clean_line
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit.text_fields import line_edit, name_choices, text_of
from ui.plan_life.form_dialog import FormDialog, level, sentence, text_edit

_TITLE = "Thêm nhiệm vụ được giao"
_NO_CONTENT = "Chưa ghi nội dung nhiệm vụ."
_NO_NUMBER = "Nhiệm vụ giao trong năm phải có số văn bản giao."
_WRONG_DAY = "Chưa hiểu ngày này. Gõ như 05/02/2026."
_NO_REASON = "Điều chỉnh kế hoạch đã ban hành phải có lý do."
_TOLD = (
    "Số, ngày văn bản đứng sau nội dung nhiệm vụ (“giao tại văn bản số …”), đi theo nhiệm vụ vào "
    "phiếu tiến độ và báo cáo."
)


class AssignedDialog(FormDialog):
    """Agreed to, it carries the task, its place, and the reason where the plan is issued."""

    agreed = Signal(object, object, object)

    def __init__(
        self,
        plan: Plan,
        given: AssignedTask,
        units: Iterable[str],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a task of *plan*; what is *given* stands in the fields already."""
        super().__init__(_TITLE, "Thêm nhiệm vụ", parent, width=640)
        self._plan = plan
        names = tuple(units)
        self.what = text_edit("Nội dung nhiệm vụ", lines=3)
        self.what.setPlainText(given.content)
        self.lead = line_edit("Chủ trì", given.lead, suggestions=names)
        self.coordinating = line_edit("Phối hợp", given.coordinating, suggestions=names)
        self.timing = line_edit("Thời gian hoàn thành", given.timing, hint="Trước ngày 15/9/2026")
        self.number = line_edit("Số, ký hiệu văn bản giao", given.number, hint="38/UBND-KSTT")
        self.day = DayField("Ngày văn bản")
        self.day.set_today(today)
        self.day.show_day(given.day)
        self.place = QComboBox()
        name_choices(self.place, "Đặt ở")
        for one in assigned_places(plan):
            self.place.addItem(one.words, one)
        self.reason = line_edit("Lý do điều chỉnh")
        self._make_fields()
        self._put_fields()
        self.place.currentIndexChanged.connect(lambda _: self._follow())
        self.number.textChanged.connect(lambda _: self._follow())
        self.day.changed.connect(self._follow)
        self._follow()
        self.fit()
        self.what.setFocus()

    @property
    def task(self) -> AssignedTask:
        """The task as typed."""
        return AssignedTask(
            clean_line(self.what.toPlainText()),
            text_of(self.lead),
            text_of(self.coordinating),
            text_of(self.timing),
            text_of(self.number),
            self.day.read.day,
        )

    def agree(self) -> None:
        """Close with the task; what is missing is told at its field."""
        task = self.task
        reason = text_of(self.reason)
        self.what_field.say("" if task.content else _NO_CONTENT)
        self.number_field.say("" if task.number else _NO_NUMBER)
        is_wrong_day = bool(self.day.text.strip()) and task.day is None
        self.day_field.say(_WRONG_DAY if is_wrong_day else "")
        self.reason_field.say(_NO_REASON if self._is_adjustment and not reason else "")
        for field, editor in (
            (self.what_field, self.what),
            (self.number_field, self.number),
            (self.day_field, self.day),
            (self.reason_field, self.reason),
        ):
            if field.trouble:
                editor.setFocus()
                return
        self.accept()
        adjustment = Adjustment(reason, task.document) if self._is_adjustment else None
        self.agreed.emit(task, self._place.place, adjustment)

    @property
    def _place(self) -> AssignedPlace:
        found = self.place.currentData()
        assert isinstance(found, AssignedPlace)  # noqa: S101 - the box holds nothing else
        return found

    @property
    def _is_adjustment(self) -> bool:
        return self._plan.state is PlanState.ISSUED and self._place.is_printed

    def _follow(self) -> None:
        """Ask for a reason where the plan is issued; the document's number is the usual one."""
        self.reason_field.setVisible(self._is_adjustment)
        self.reason.setPlaceholderText("")
        usual = self.task.adjustment.reason
        if not self.reason.isModified():
            self.reason.setText(usual)

    def _make_fields(self) -> None:
        self.what_field = Field("Nội dung nhiệm vụ", self.what)
        self.number_field = Field("Số, ký hiệu văn bản giao", self.number)
        self.day_field = Field("Ngày văn bản", self.day)
        self.reason_field = Field("Lý do điều chỉnh", self.reason)

    def _put_fields(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        rows = (
            (Field("Chủ trì", self.lead), Field("Phối hợp", self.coordinating)),
            (self.number_field, self.day_field),
            (Field("Thời gian hoàn thành", self.timing), Field("Đặt ở", self.place)),
        )
        level(self.lead, self.coordinating, self.number, self.day, self.timing, self.place)
        self.content.addWidget(self.what_field)
        for fields in rows:
            line = QHBoxLayout()
            line.setSpacing(16)
            for one in fields:
                line.addWidget(one, 1, top)
            self.content.addLayout(line)
        self.content.addWidget(self.reason_field)
        self.content.addWidget(sentence(_TOLD, is_secondary=True))
        self.content.addStretch(1)
