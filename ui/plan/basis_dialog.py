"""Thêm căn cứ: found in the legal register by number or words, marks dropped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from tthc_desktop.domain.legal_register import LegalRegister, legal_basis_text
from tthc_desktop.use_cases.plan_field_acts import add_legal_basis
from tthc_desktop.use_cases.plan_text_acts import newcomer_id
from tthc_desktop.use_cases.text_act import TextAct
from tthc_desktop.vietnamese_text import clean_line
from ui.first_start.form_parts import labelled
from ui.kit import theme
from ui.kit.text_fields import line_edit
from ui.plan.choice_rows import add_row, choice_rows
from ui.plan_life.form_dialog import FormDialog, caution_line, say_if_any, text_edit
from ui.plan_life.register_words import checked_words, force_words

_MOST = 40
_ROWS = 6
_DOCUMENT = Qt.ItemDataRole.UserRole


class BasisDialog(FormDialog):
    """Typing "63/2010" finds the document; its whole wording can still be changed below."""

    def __init__(
        self,
        register: LegalRegister,
        today: date,
        do: Callable[[TextAct], bool],
        parent: QWidget,
        after_id: str = "",
    ) -> None:
        """Look in *register*; the căn cứ stands behind *after_id*, else behind the last."""
        super().__init__("Thêm căn cứ", "Thêm căn cứ", parent, width=680)
        self._register, self._today, self._do, self._after = register, today, do, after_id
        self.search = line_edit("Tìm văn bản", hint="Số hoặc vài chữ, ví dụ 63/2010")
        self.found = choice_rows("Văn bản tìm được", (), _ROWS)
        self.force = caution_line()
        self.checked = QLabel()
        theme.make_secondary(self.checked)
        self.words = text_edit("Căn cứ sẽ in", lines=4)
        self.content.addLayout(labelled("Tìm văn bản", self.search))
        self.content.addWidget(self.found)
        self.content.addLayout(labelled("Căn cứ sẽ in", self.words))
        self.content.addWidget(self.force)
        self.content.addWidget(self.checked)
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(self.words.setFocus)
        self.found.currentItemChanged.connect(self._take)
        self.found.itemActivated.connect(lambda _: self.agree())
        self.words.textChanged.connect(self._allow)
        self._look("")
        self.main.setEnabled(False)
        self.fit()
        self.search.setFocus()

    def agree(self) -> None:
        """Add what stands in the field of the wording."""
        text = clean_line(self.words.toPlainText())
        if text and self._do(add_legal_basis(text, newcomer_id(), self._after)):
            self.accept()

    def _look(self, typed: str) -> None:
        blocked = self.found.blockSignals(True)
        self.found.clear()
        wanted = self._register.find(typed)[:_MOST]
        for one in wanted:
            force = force_words(one, self._today).lower()
            add_row(self.found, f"{one.citation} ({force})").setData(_DOCUMENT, one)
        self.found.blockSignals(blocked)
        if not clean_line(typed):
            return
        if wanted:
            self.found.setCurrentRow(0)
        else:
            # Not in the register: what is typed is the beginning of the wording.
            self.words.setPlainText(f"Căn cứ {clean_line(typed).removeprefix('Căn cứ ')};")
            say_if_any(self.force, "Sổ văn bản chưa có văn bản này. Ghi đủ lời căn cứ ở trên.")
            self.checked.clear()

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        document = item.data(_DOCUMENT)
        self.words.setPlainText(legal_basis_text(document))
        is_in_force = document.is_in_force_on(self._today)
        instead = f", thay bằng {document.replaced_by}" if document.replaced_by else ""
        sentence = f"Hiệu lực: {force_words(document, self._today)}{instead}."
        say_if_any(self.force, "" if is_in_force else sentence)
        state = force_words(document, self._today)
        self.checked.setText(f"{state} · {checked_words(document)}" if is_in_force else "")

    def _allow(self) -> None:
        self.main.setEnabled(bool(clean_line(self.words.toPlainText())))
