"""Cập nhật lời văn theo số liệu: every sentence whose figures moved, taken together or some."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from tthc_desktop.domain.reporting.sentences import Sentence
from tthc_desktop.use_cases.reporting.report_sections import TextSection
from tthc_desktop.use_cases.reporting.report_text_acts import updating
from ui.kit import theme
from ui.plan_life.form_dialog import FormDialog, sentence
from ui.plan_life.wrapped_tree import WrappedTree
from ui.reports.narrative_words import moved_words

_HEADINGS = ("Mục", "Câu đang có", "Câu theo số liệu mới")
_ROOM, _LINES = 900, 14
_WHAT = (
    "Số liệu đã đổi sau khi sửa các câu dưới đây. Câu được chọn sẽ cập nhật; câu không chọn giữ "
    "nguyên và vẫn được hỏi lại. Hoàn tác được bằng Ctrl+Z."
)
_GONE = "(bỏ câu này: số liệu không còn)"


class OffersDialog(FormDialog):
    """`agreed` carries the act that updates what was chosen."""

    agreed = Signal(object)

    def __init__(self, sections: tuple[TextSection, ...], parent: QWidget | None = None) -> None:
        """Offer for the text of a report, all sentences chosen."""
        super().__init__("Cập nhật lời văn theo số liệu", "Cập nhật", parent, width=_ROOM)
        self.content.addWidget(sentence(_WHAT, is_secondary=True))
        self.tree: QTreeWidget = WrappedTree("Câu cần cập nhật", _HEADINGS, 1, 2)
        self.tree.addTopLevelItems([_item(section, one) for section, one in _offers(sections)])
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))
        self.tree.setMinimumHeight(_LINES * theme.line_height(theme.font()))
        self.content.addWidget(self.tree)
        self.tree.itemChanged.connect(lambda *_: self._count())
        self._count()
        self.fit()
        self.tree.setFocus()

    def agree(self) -> None:
        """Hand over what was chosen, in one act."""
        self.accept()
        self.agreed.emit(updating(self.chosen))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the sentences that are ticked."""
        items = [self.tree.topLevelItem(one) for one in range(self.tree.topLevelItemCount())]
        return tuple(
            str(one.data(0, Qt.ItemDataRole.UserRole))
            for one in items
            if one is not None and one.checkState(0) is Qt.CheckState.Checked
        )

    def _count(self) -> None:
        count = len(self.chosen)
        self.main.setText(f"Cập nhật {count} câu" if count else "Cập nhật")
        self.main.setAccessibleName(self.main.text())
        self.main.setEnabled(bool(count))
        self.main.updateGeometry()


def _offers(sections: tuple[TextSection, ...]) -> Iterator[tuple[TextSection, Sentence]]:
    for section in sections:
        for one in section.sentences:
            if one.offered is not None:
                yield section, one


def _item(section: TextSection, one: Sentence) -> QTreeWidgetItem:
    new = one.updated or one.offered or _GONE
    item = QTreeWidgetItem([section.key, one.text, new])
    item.setData(0, Qt.ItemDataRole.UserRole, one.key)
    item.setCheckState(0, Qt.CheckState.Checked)
    for column in (1, 2):
        item.setToolTip(column, moved_words(one))
    for column in range(3):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return item
