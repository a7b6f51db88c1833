"""The letterhead's fields; number and day are left to the act Ban hành."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tthc_desktop.domain.plan import Plan
from tthc_desktop.use_cases.plan_field_acts import HeadFields, head_fields, set_head
from tthc_desktop.use_cases.text_act import TextAct
from ui.first_start.form_parts import labelled
from ui.kit.text_fields import line_edit, text_of
from ui.plan.choice_rows import choice_box
from ui.plan_life.form_dialog import FormDialog, caution_line, say_if_any, sentence

_MONTHS = 12
_NUMBER_AND_DAY = "Số và ngày để trống trong dự thảo, ghi khi ban hành kế hoạch."


class HeadDialog(FormDialog):
    """Cơ quan, ký hiệu, địa danh, month and year."""

    def __init__(self, plan: Plan, do: Callable[[TextAct], bool], parent: QWidget) -> None:
        """Show what stands in the head of *plan*; *do* writes it."""
        super().__init__("Đầu văn bản", "Ghi đầu văn bản", parent)
        now = head_fields(plan)
        self._do = do
        self.parent_agency = line_edit("Cơ quan chủ quản", now.parent_agency)
        self.agency = line_edit("Cơ quan ban hành", now.agency)
        self.symbol = line_edit("Ký hiệu", now.symbol, hint="KH-SNV")
        self.place = line_edit("Địa danh", now.place)
        months = (str(one) for one in range(1, _MONTHS + 1))
        self.month = choice_box("Tháng", ("Để trống", *months))
        self.month.setCurrentIndex(now.month or 0)
        self.year = line_edit("Năm", "" if now.year is None else str(now.year))
        self._trouble = caution_line()
        for words, field in (
            ("Cơ quan chủ quản", self.parent_agency),
            ("Cơ quan ban hành", self.agency),
        ):
            self.content.addLayout(labelled(words, field))
        row = QHBoxLayout()
        row.addLayout(labelled("Ký hiệu", self.symbol), 3)
        row.addLayout(labelled("Địa danh", self.place), 3)
        row.addLayout(labelled("Tháng", self.month), 2)
        row.addLayout(labelled("Năm", self.year), 2)
        self.content.addLayout(row)
        self.content.addWidget(sentence(_NUMBER_AND_DAY, is_secondary=True))
        self.content.addWidget(self._trouble)
        self.content.addStretch(1)
        self.fit()
        self.agency.setFocus()

    def agree(self) -> None:
        """Write the fields; what is wrong is said here, and nothing typed is lost."""
        year = text_of(self.year)
        if year and not (year.isdigit() and len(year) == len("2026")):
            say_if_any(self._trouble, "Năm gồm bốn chữ số, ví dụ 2026.")
            self.year.setFocus()
            return
        if not text_of(self.agency):
            say_if_any(self._trouble, "Cần có tên cơ quan ban hành.")
            self.agency.setFocus()
            return
        self._do(
            set_head(
                HeadFields(
                    text_of(self.parent_agency),
                    text_of(self.agency),
                    text_of(self.symbol),
                    text_of(self.place),
                    self.month.currentIndex() or None,
                    int(year) if year else None,
                )
            )
        )
        self.accept()
