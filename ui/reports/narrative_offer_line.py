"""Under a sentence the person wrote: what moved since, and the two answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tthc_desktop.domain.reporting.sentences import Sentence
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.reports.narrative_words import moved_words, new_words, offer_words, update_words

_SIDE, _ABOVE, _INNER, _ROUND = 14, 2, 8, 4


class OfferLine(QWidget):
    """`update_asked` and `keep_asked` carry the sentence's key."""

    update_asked = Signal(str)
    keep_asked = Signal(str)

    def __init__(self, sentence: Sentence) -> None:
        """Offer for *sentence*."""
        super().__init__()
        self.update_button = _link(update_words(sentence))
        self.keep_button = _link("Giữ")
        moved = moved_words(sentence)
        self.update_button.setAccessibleName(f"{update_words(sentence)}. {moved}")
        self.keep_button.setAccessibleName(f"Giữ câu đã sửa. {moved}")
        self.update_button.clicked.connect(lambda: self.update_asked.emit(sentence.key))
        self.keep_button.clicked.connect(lambda: self.keep_asked.emit(sentence.key))
        question = QHBoxLayout()
        question.setSpacing(12)
        question.addWidget(_words(offer_words(sentence), is_strong=True), 1)
        question.addWidget(self.update_button, 0, Qt.AlignmentFlag.AlignTop)
        question.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE + _INNER, _ABOVE + 3, _SIDE + _INNER, _ABOVE + 3)
        layout.setSpacing(2)
        layout.addLayout(question)
        if new := new_words(sentence):
            layout.addWidget(_words(new, is_strong=False))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground that asks for attention."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.caution(self.palette())[1])
        room = self.rect().adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        painter.drawRoundedRect(room, _ROUND, _ROUND)


def _words(text: str, *, is_strong: bool) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    palette = label.palette()
    paints = theme.paints(palette)
    colour = theme.caution(palette)[0] if is_strong else paints.text2
    for role in (palette.ColorRole.WindowText, palette.ColorRole.Text):
        palette.setColor(role, colour)
    label.setPalette(palette)
    return label


def _link(words: str) -> AppButton:
    button = AppButton(words, ButtonKind.LINK)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
