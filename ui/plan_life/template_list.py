"""Mẫu kế hoạch: the office's own templates beside those that come with the program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tthc_desktop.use_cases.template_list import DescribedTemplate
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.question import ask
from ui.plan_life.form_dialog import FormDialog, sentence
from ui.plan_life.template_words import template_words
from ui.plan_life.two_line_rows import SECOND_ROLE, TwoLineRows

_ROLE = Qt.ItemDataRole.UserRole
_ROWS = 5
_HINT = (
    "Lưu một kế hoạch thành mẫu ở menu Tệp. Mẫu có sẵn không đổi tên, không xóa được; muốn "
    "sửa, lập kế hoạch từ mẫu đó rồi lưu thành mẫu của cơ quan."
)


class TemplateList(FormDialog):
    """Stays open; what it asks for by signal comes back through `show_templates`."""

    use_asked = Signal(str)
    rename_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__("Mẫu kế hoạch", "Lập kế hoạch…", parent, width=640, leave="Đóng")
        self.list = QListWidget()
        self.list.setAccessibleName("Mẫu kế hoạch")
        rows = TwoLineRows(self.list)
        self.list.setItemDelegate(rows)
        self.list.setMinimumHeight(_ROWS * rows.row_height + 4)
        self.rename = AppButton("Đổi tên…", ButtonKind.PLAIN)
        self.remove = AppButton("Xóa…", ButtonKind.PLAIN)
        for place, button in enumerate((self.rename, self.remove)):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.foot.insertWidget(place, button)
        self.content.addWidget(self.list, 1)
        self.content.addWidget(sentence(_HINT, is_secondary=True))
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self.list.itemActivated.connect(lambda _: self.agree())
        self.rename.clicked.connect(self._ask_rename)
        self.remove.clicked.connect(self._ask_removal)
        self._enable()
        self.fit()
        self.list.setFocus()

    @property
    def current(self) -> DescribedTemplate | None:
        """The template one stands at."""
        found = self.list.currentIndex().data(_ROLE)
        return found if isinstance(found, DescribedTemplate) else None

    def show_templates(self, templates: Sequence[DescribedTemplate]) -> None:
        """Show *templates*, the office's own first."""
        place = max(0, self.list.currentRow())
        self.list.clear()
        for one in sorted(templates, key=lambda each: not each.is_own):
            item = QListWidgetItem(one.summary.name, self.list)
            item.setData(_ROLE, one)
            item.setData(SECOND_ROLE, template_words(one))
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        self._enable()

    def agree(self) -> None:
        """Go on to a new plan from the template one stands at."""
        if (one := self.current) is not None:
            self.accept()
            self.use_asked.emit(one.summary.id)

    def _enable(self) -> None:
        one = self.current
        self.main.setEnabled(one is not None)
        for button in (self.rename, self.remove):
            button.setEnabled(one is not None and one.is_own)

    def _ask_rename(self) -> None:
        if (one := self.current) is not None:
            self.rename_asked.emit(one)

    def _ask_removal(self) -> None:
        if (one := self.current) is None:
            return
        ask(
            self,
            "Xóa mẫu",
            f"Xóa mẫu “{one.summary.name}”? Các kế hoạch đã lập từ mẫu này không thay đổi.",
            ("Xóa mẫu", lambda: self.remove_asked.emit(one)),
            "Giữ lại",
        )
