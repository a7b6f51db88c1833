"""Phụ lục: its lines, the headings of its table's columns, how the page lies."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from tthc_desktop.document.annex_layout import HEADINGS
from tthc_desktop.domain.plan import Annex
from tthc_desktop.use_cases.plan_field_acts import set_annex
from tthc_desktop.use_cases.text_act import TextAct
from ui.first_start.form_parts import labelled
from ui.kit.text_fields import line_edit, text_of
from ui.plan_life.form_dialog import FormDialog, strong


class AnnexDialog(FormDialog):
    """Everything of an annex but its tasks and its text."""

    def __init__(self, annex: Annex, do: Callable[[TextAct], bool], parent: QWidget) -> None:
        """Show *annex*; *do* writes it."""
        super().__init__("Phụ lục", "Ghi phụ lục", parent, width=560)
        self._annex, self._do = annex, do
        self.label = line_edit("Tên gọi", annex.label, hint="Phụ lục I")
        self.title = line_edit("Tên phụ lục", annex.title)
        self.attached_to = line_edit("Chỉ dẫn kèm theo", annex.attached_to)
        self.landscape = QCheckBox("Trang nằm ngang")
        self.landscape.setChecked(annex.landscape)
        headings = annex.headings if len(annex.headings) == len(HEADINGS) else HEADINGS
        self.headings = [
            line_edit(f"Tiêu đề cột {place}", words) for place, words in enumerate(headings, 1)
        ]
        for words, field in (
            ("Tên gọi", self.label),
            ("Tên phụ lục", self.title),
            ("Chỉ dẫn kèm theo", self.attached_to),
        ):
            self.content.addLayout(labelled(words, field))
        self.content.addWidget(self.landscape)
        if annex.tasks:
            self.content.addWidget(strong("Tiêu đề các cột của bảng nhiệm vụ"))
            for field in self.headings:
                self.content.addWidget(field)
        self.fit()
        self.title.setFocus()

    def agree(self) -> None:
        """Write the annex; headings that are the usual ones are not stored."""
        typed = tuple(text_of(one) for one in self.headings)
        has_own = bool(self._annex.headings) or typed != HEADINGS
        self._do(
            set_annex(
                self._annex.id,
                label=text_of(self.label),
                title=text_of(self.title),
                attached_to=text_of(self.attached_to),
                headings=typed if self._annex.tasks and has_own else None,
                landscape=self.landscape.isChecked(),
            )
        )
        self.accept()
