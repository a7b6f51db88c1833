"""Kế hoạch mới: the year and the template, with what will be filled in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tthc_desktop.domain.office import Office
from tthc_desktop.use_cases.template_list import DescribedTemplate
from ui.details.field import Field
from ui.plan_life.form_dialog import FormDialog, sentence, strong
from ui.plan_life.template_words import office_words, template_words
from ui.plan_life.two_line_rows import SECOND_ROLE, TwoLineRows
from ui.plan_life.year_box import YearBox

_ROLE = Qt.ItemDataRole.UserRole
_ROWS = 5


class NewPlanDialog(FormDialog):
    """Agreed to, it carries the template's id and the year."""

    agreed = Signal(str, int)

    def __init__(
        self,
        templates: Sequence[DescribedTemplate],
        office: Office,
        year: int,
        parent: QWidget | None = None,
    ) -> None:
        """Offer *templates* for a plan of *year*."""
        super().__init__("Kế hoạch mới", "Lập kế hoạch", parent, width=620)
        self.year = YearBox("Năm", year)
        self.list = QListWidget()
        self.list.setAccessibleName("Mẫu kế hoạch")
        rows = TwoLineRows(self.list)
        self.list.setItemDelegate(rows)
        for one in templates:
            item = QListWidgetItem(one.summary.name, self.list)
            item.setData(_ROLE, one.summary.id)
            item.setData(SECOND_ROLE, template_words(one))
        self.list.setCurrentRow(0)
        self.list.setMinimumHeight(min(len(templates), _ROWS) * rows.row_height + 4)
        self.list.itemActivated.connect(lambda _: self.agree())
        self.list.currentRowChanged.connect(lambda row: self.main.setEnabled(row >= 0))
        self.content.addWidget(strong("Lập từ mẫu"))
        self.content.addWidget(self.list, 1)
        self.content.addWidget(Field("Năm", self.year))
        self.content.addWidget(sentence(office_words(office), is_secondary=True))
        self.fit()
        self.list.setFocus()

    def choose(self, template_id: str) -> None:
        """Stand at the template of this id."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ROLE) == template_id:
                self.list.setCurrentRow(row)

    def agree(self) -> None:
        """Close with the choice."""
        if (item := self.list.currentItem()) is not None:
            self.accept()
            self.agreed.emit(item.data(_ROLE), self.year.value())
