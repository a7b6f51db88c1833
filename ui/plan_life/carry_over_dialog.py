"""Lập kế hoạch từ năm trước: which plan, to which year."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from tthc_desktop.domain.plan import PlanState, PlanSummary
from ui.details.entry_fields import field_height
from ui.details.field import Field
from ui.kit.text_fields import name_choices
from ui.plan_life.form_dialog import FormDialog, sentence
from ui.plan_life.year_box import YearBox
from ui.session.wording import plan_name, state_and_number

_WHAT = (
    "Năm và hạn trong kế hoạch chuyển sang năm mới; số, ngày để trống; văn bản viện dẫn giữ "
    "nguyên. Kế hoạch cũ và kết quả đã ghi không thay đổi. Chỗ nào phải xem lại được liệt kê sau "
    "khi lập."
)
_SAME = "Kế hoạch này đã là của năm {year}. Hãy chọn năm khác."


class CarryOverDialog(FormDialog):
    """Agreed to, it carries the plan's id and the new year."""

    agreed = Signal(str, int)

    def __init__(
        self, plans: tuple[PlanSummary, ...], chosen: str, parent: QWidget | None = None
    ) -> None:
        """Offer *plans* of our own, *chosen* first."""
        title = "Lập kế hoạch từ năm trước"
        super().__init__(title, "Lập kế hoạch", parent, width=560)
        self._plans = {one.id: one for one in plans if one.state is not PlanState.REFERENCE}
        self.plan = QComboBox()
        name_choices(self.plan, "Kế hoạch làm gốc")
        self.plan.setMinimumHeight(field_height())
        for one in self._plans.values():
            self.plan.addItem(f"{plan_name(one)} – {_lower(state_and_number(one))}", one.id)
        self.plan.setCurrentIndex(max(0, self.plan.findData(chosen)))
        self.year = YearBox("Năm của kế hoạch mới")
        self.year_field = Field("Năm của kế hoạch mới", self.year)
        self.content.addWidget(Field("Kế hoạch làm gốc", self.plan))
        self.content.addWidget(self.year_field)
        self.content.addWidget(sentence(_WHAT, is_secondary=True))
        self.content.addStretch(1)
        self.plan.currentIndexChanged.connect(self._propose)
        self.year.valueChanged.connect(self._weigh)
        self._propose()
        self.fit()
        self.plan.setFocus()

    def agree(self) -> None:
        """Close with the choice."""
        self.accept()
        self.agreed.emit(self.plan.currentData(), self.year.value())

    def _propose(self) -> None:
        if plan := self._plans.get(self.plan.currentData()):
            self.year.setValue(plan.year + 1)
        self._weigh()

    def _weigh(self) -> None:
        plan = self._plans.get(self.plan.currentData())
        same = plan is not None and plan.year == self.year.value()
        self.year_field.say(_SAME.format(year=self.year.value()) if same else "")
        self.main.setEnabled(plan is not None and not same)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
