"""Phòng chưa trả lời: X of Y, who is late with name and telephone of the focal officer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from ui.details.field import Field
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.plan_life.form_dialog import FormDialog, sentence, strong
from ui.plan_life.wrapped_tree import WrappedTree
from ui.sheets.answers import AnswersTold, officer_words
from ui.sheets.merge_words import moment_words
from ui.sheets.period_box import PeriodBox

_HEADINGS = ("Đơn vị", "Gửi phiếu", "Hạn trả", "Trả lời", "Đầu mối", "Điện thoại")
_UNIT, _ANSWER, _OFFICER = 0, 3, 4
_ROWS = 10
_NOTHING_SENT = "Chưa gửi phiếu của kỳ này cho phòng nào."


class AnswersDialog(FormDialog):
    """`answers_asked` carries a period's key; `copy_asked` and `letter_asked` want an act."""

    answers_asked = Signal(str)
    copy_asked = Signal(object)
    letter_asked = Signal()

    def __init__(
        self, year: int, period: str, parent: QWidget | None = None, *, has_letter: bool
    ) -> None:
        """Ask for the answers of a plan of *year*; *has_letter* offers the công văn đôn đốc."""
        super().__init__("Phòng chưa trả lời", "Chép lời nhắc", parent, width=900, leave="Đóng")
        self._told: AnswersTold | None = None
        self.period = PeriodBox(year, period)
        self.count = strong("")
        self.said = sentence(is_secondary=True)
        self.tree = WrappedTree("Đơn vị được gửi phiếu", _HEADINGS, _UNIT, _OFFICER)
        self.tree.setMinimumHeight(_ROWS * (theme.line_height(self.tree.font()) + 8))
        self.letter = AppButton("Công văn đôn đốc…", ButtonKind.PLAIN)
        self.letter.setFocusPolicy(self.leave.focusPolicy())
        self.letter.setVisible(has_letter)
        self.letter.clicked.connect(lambda *_: self.letter_asked.emit())
        self.foot.insertWidget(0, self.letter)
        for one in (Field("Kỳ", self.period), self.count, self.said):
            self.content.addWidget(one)
        self.content.addWidget(self.tree, 1)
        self.period.currentIndexChanged.connect(self._ask)
        self.main.setEnabled(False)
        self.fit()
        self.tree.setFocus()

    def show_answers(self, told: AnswersTold) -> None:
        """Show who has answered; those who have not stand first, those late in red."""
        if told.found.period != self.period.key:
            return
        self._told = told
        self.tree.clear()
        for one in told.ordered:
            answer = f"Đã nhận {moment_words(one.answered_at)}"
            if not one.answered_at:
                answer = "Chậm, chưa trả lời" if one.is_late else "Chưa trả lời"
            names = officer_words(one)
            by = f"{one.return_by:%d/%m/%Y}"
            item = QTreeWidgetItem([one.name, moment_words(one.sent_at), by, answer, *names])
            if not one.answered_at:
                item.setFont(_UNIT, theme.font(strong=True))
            if one.is_late:
                item.setForeground(_ANSWER, QBrush(theme.alarm(self.palette())[0]))
            self.tree.addTopLevelItem(item)
        if first := self.tree.topLevelItem(0):
            self.tree.setCurrentItem(first)
        self._say(told)

    def agree(self) -> None:
        """Copy the reminder; the dialog stays."""
        if self._told is not None:
            self.copy_asked.emit(self._told)
            self.said.setText(f"Đã chép lời nhắc {len(self._told.missing)} phòng, dán vào Zalo.")

    def _say(self, told: AnswersTold) -> None:
        missing = len(told.missing)
        if not told.found.units:
            self.count.setText(_NOTHING_SENT)
            self.said.setText("Gửi phiếu ở Nhiệm vụ › Gửi phiếu cho phòng…")
        else:
            self.count.setText(told.count)
            late = len(told.found.late)
            by = f"Hạn trả phiếu {told.days}"
            self.said.setText(f"{by}. {late} phòng đã chậm." if late else f"{by}.")
        self.main.setText(f"Chép lời nhắc {missing} phòng" if missing else "Chép lời nhắc")
        self.main.setAccessibleName(self.main.text())
        self.main.setEnabled(bool(missing))
        self.letter.setEnabled(bool(missing))

    def _ask(self) -> None:
        self.main.setEnabled(False)
        self.answers_asked.emit(self.period.key)
