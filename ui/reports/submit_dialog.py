"""Trình ký of a report: what still stands against it; a submitted one can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.app_button import AppButton, ButtonKind
from ui.plan_life.form_dialog import FormDialog, caution_line, say_if_any, sentence

_DRAFT = "Báo cáo chuyển sang bước Trình ký. Khi cần sửa, lấy lại ở chính chỗ này."
_SUBMITTED = "Báo cáo đang trình ký. Ký xong thì ghi số và ngày gửi; cần sửa thì lấy lại."


class SubmitDialog(FormDialog):
    """`submitted` and `taken_back` tell what was chosen."""

    submitted = Signal()
    send_asked = Signal()
    taken_back = Signal()

    def __init__(
        self, title: str, warnings: tuple[str, ...], *, is_submitted: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Ask for a report; *warnings* say what is still missing or does not agree."""
        act = "Ghi đã gửi…" if is_submitted else "Trình ký"
        super().__init__(f"Trình ký: {title}", act, parent, width=560)
        self._is_submitted = is_submitted
        self.content.addWidget(sentence(_SUBMITTED if is_submitted else _DRAFT))
        for words in warnings:
            line = caution_line()
            say_if_any(line, words)
            self.content.addWidget(line)
        self.content.addStretch(1)
        self.take_back = AppButton("Lấy lại để sửa", ButtonKind.PLAIN)
        self.take_back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.take_back.setVisible(is_submitted)
        self.take_back.clicked.connect(self._take_back)
        self.foot.insertWidget(0, self.take_back)
        self.fit()
        self.main.setFocus()

    def agree(self) -> None:
        """Close and say so."""
        self.accept()
        (self.send_asked if self._is_submitted else self.submitted).emit()

    def _take_back(self) -> None:
        self.accept()
        self.taken_back.emit()
