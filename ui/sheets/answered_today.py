"""Who has answered, on Hôm nay: unanswered first and bold, with the words that remind them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.card import small_title
from ui.kit.panes import ThinLine
from ui.sheets.answer_lines import AnswerLines
from ui.sheets.answers import AnswersTold


class AnsweredToday(QWidget):
    """Hidden until sheets were sent; `copy_asked` and `list_asked` carry what is shown.

    The button `copy` is for a place of its own, beside others.
    """

    copy_asked = Signal(object)
    list_asked = Signal(object)

    def __init__(self) -> None:
        """Make it hidden."""
        super().__init__()
        self._told: AnswersTold | None = None
        self.title = small_title("")
        self.days = QLabel()
        theme.make_secondary(self.days)
        self.lines = AnswerLines()
        self.copy = AppButton("Chép lời nhắc", ButtonKind.PLAIN, icon="copy")
        self.all = AppButton("Xem danh sách", ButtonKind.LINK)
        for button in (self.copy, self.all):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copy.clicked.connect(lambda *_: self.copy_asked.emit(self._told))
        self.all.clicked.connect(lambda *_: self.list_asked.emit(self._told))
        head = QHBoxLayout()
        head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        layout.addLayout(head)
        layout.addWidget(self.days)
        layout.addWidget(self.lines)
        self.copy.hide()
        self.hide()

    def show_answers(self, told: AnswersTold | None) -> None:
        """Show other answers, or nothing."""
        self._told = told
        self.setVisible(told is not None)
        self.copy.setVisible(told is not None and bool(told.missing))
        if told is None:
            return
        missing = told.missing
        count = f"{told.found.answered}/{len(told.found.units)} phòng đã trả lời"
        self.title.setText(f"Phiếu {told.period}: {count}")
        self.days.setText(f"Hạn trả về: {told.days}")
        self.lines.show_answers(told)
        self.copy.setText(f"Chép lời nhắc {len(missing)} phòng")
        self.copy.setAccessibleName(self.copy.text())
