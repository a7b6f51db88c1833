"""Who has answered, on Hôm nay: unanswered first and bold, with the words that remind them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.card import small_title
from ui.kit.panes import ThinLine
from ui.sheets.answers import AnswersTold

_MOST = 6


class AnsweredToday(QWidget):
    """Hidden until sheets were sent; `copy_asked` and `list_asked` carry what is shown."""

    copy_asked = Signal(object)
    list_asked = Signal(object)

    def __init__(self) -> None:
        """Make it hidden."""
        super().__init__()
        self._told: AnswersTold | None = None
        self.title = small_title("")
        self.missing, self.answered = QLabel(), QLabel()
        self.missing.setFont(theme.font(strong=True))
        theme.make_secondary(self.answered)
        for label in (self.missing, self.answered):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.copy = AppButton("Chép lời nhắc", ButtonKind.PLAIN, icon="copy")
        self.all = AppButton("Xem danh sách", ButtonKind.LINK)
        for button in (self.copy, self.all):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copy.clicked.connect(lambda *_: self.copy_asked.emit(self._told))
        self.all.clicked.connect(lambda *_: self.list_asked.emit(self._told))
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addSpacing(12)
        buttons.addWidget(self.all)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(ThinLine(Qt.Orientation.Horizontal))
        for one in (self.title, self.missing, self.answered):
            layout.addWidget(one)
        layout.addLayout(buttons)
        self.hide()

    def show_answers(self, told: AnswersTold | None) -> None:
        """Show other answers, or nothing."""
        self._told = told
        self.setVisible(told is not None)
        if told is None:
            return
        missing = [one.name for one in told.missing]
        answered = [one.name for one in told.ordered[len(missing) :]]
        count = f"{told.found.answered}/{len(told.found.units)} phòng đã trả lời"
        self.title.setText(f"Phiếu {told.period}: {count}")
        _say(self.missing, _listed("Chưa trả lời", missing))
        _say(self.answered, _listed("Đã trả lời", answered))
        self.copy.setText(f"Chép lời nhắc {len(missing)} phòng")
        self.copy.setAccessibleName(self.copy.text())
        self.copy.setVisible(bool(missing))


def _listed(title: str, names: list[str]) -> str:
    if not names:
        return ""
    more = f" và {len(names) - _MOST} phòng khác" if len(names) > _MOST else ""
    return f"{title}: {'; '.join(names[:_MOST])}{more}"


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
