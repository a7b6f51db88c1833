"""Nơi nhận: one a line, those of every year offered beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from tthc_desktop.domain.plan import Plan
from tthc_desktop.use_cases.plan_field_acts import set_recipients
from tthc_desktop.use_cases.text_act import TextAct
from ui.first_start.form_parts import hint, labelled
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit, text_of
from ui.plan.choice_rows import choice_rows
from ui.plan_life.form_dialog import FormDialog, text_edit

_LINES, _ROWS = 9, 6
_HINT = "Mỗi nơi nhận một dòng. Dấu gạch, dấu chấm phẩy và dòng Lưu do chương trình in."


class RecipientsDialog(FormDialog):
    """The list as it prints at the left, the usual ones at the right."""

    def __init__(
        self, plan: Plan, usual: Sequence[str], do: Callable[[TextAct], bool], parent: QWidget
    ) -> None:
        """Show the recipients of *plan*; *do* writes them."""
        super().__init__("Nơi nhận", "Ghi nơi nhận", parent, width=760)
        self._do = do
        self.lines = text_edit("Nơi nhận", lines=_LINES)
        self.lines.setPlainText("\n".join(plan.recipients))
        self.usual = choice_rows("Nơi nhận thường dùng", usual, _ROWS)
        self.usual.setCurrentRow(0)
        self.usual.itemActivated.connect(lambda _: self.add())
        adding = AppButton("Thêm vào danh sách", ButtonKind.PLAIN, icon="plus")
        adding.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        adding.clicked.connect(self.add)
        self.archive = line_edit("Lưu", plan.archive, hint="VT, VP")
        self.drafter = line_edit("Ký hiệu người soạn", plan.drafter or "")
        right = QVBoxLayout()
        right.addLayout(labelled("Thường dùng", self.usual))
        right.addWidget(adding, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        left = labelled("Nơi nhận", self.lines)
        left.addStretch(1)
        lists.addLayout(left, 1)
        lists.addLayout(right, 1)
        self.content.addLayout(lists)
        self.content.addWidget(hint(_HINT))
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addLayout(labelled("Lưu", self.archive), 1)
        below.addLayout(labelled("Ký hiệu người soạn", self.drafter), 1)
        self.content.addLayout(below)
        self.fit()
        self.lines.setFocus()

    def add(self) -> None:
        """Put the chosen usual one behind the others, once."""
        item: QListWidgetItem | None = self.usual.currentItem()
        known = self.lines.toPlainText().split("\n")
        if item is not None and item.text() not in known:
            kept = [one for one in known if one.strip()]
            self.lines.setPlainText("\n".join((*kept, item.text())))

    def agree(self) -> None:
        """Write the list."""
        lines = self.lines.toPlainText().split("\n")
        self._do(set_recipients(lines, text_of(self.archive), text_of(self.drafter)))
        self.accept()
