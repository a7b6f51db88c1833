"""Bảng tổng hợp cho lãnh đạo: which period; who has not answered yet is told before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.details.field import Field
from ui.plan_life.form_dialog import FormDialog, caution_line, say_if_any, sentence
from ui.sheets.answers import AnswersTold
from ui.sheets.period_box import PeriodBox

_WHAT = (
    "Một tệp Excel của tất cả đơn vị: bảng tiến độ, tổng hợp theo đơn vị và nhóm, in được ngay. "
    "Số liệu lấy theo kết quả đã nhận đến lúc này."
)


class SummaryDialog(FormDialog):
    """`answers_asked` and `agreed` carry a period's key."""

    answers_asked = Signal(str)
    agreed = Signal(str)

    def __init__(self, year: int, period: str, parent: QWidget | None = None) -> None:
        """Ask for the consolidated sheet of a plan of *year*."""
        super().__init__("Bảng tổng hợp cho lãnh đạo", "Lưu bảng tổng hợp…", parent, width=560)
        self.period = PeriodBox(year, period)
        self.missing = caution_line()
        self.content.addWidget(Field("Kỳ", self.period))
        self.content.addWidget(sentence(_WHAT, is_secondary=True))
        self.content.addWidget(self.missing)
        self.content.addStretch(1)
        self.period.currentIndexChanged.connect(lambda _: self._ask())
        self.fit()
        self.period.setFocus()

    def show_answers(self, told: AnswersTold) -> None:
        """Say who has not answered: the sheet can be made all the same."""
        if told.found.period == self.period.key:
            names = "; ".join(one.name for one in told.missing)
            count = len(told.missing)
            words = f"Chưa có phiếu trả về của {count} phòng: {names}." if names else ""
            say_if_any(self.missing, words)
            self.fit()

    def agree(self) -> None:
        """Hand the period over; the name of the file is asked next."""
        self.accept()
        self.agreed.emit(self.period.key)

    def _ask(self) -> None:
        say_if_any(self.missing, "")
        self.answers_asked.emit(self.period.key)
