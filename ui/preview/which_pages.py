"""In những trang nào: all, the plan, the annexes, or pages by their numbers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from ui.kit import theme
from ui.kit.text_fields import line_edit
from ui.pages.page_range import Which, page_numbers
from ui.session.settings import Settings

_WHICH = "which-pages"
_WORDS = {Which.ALL: "Tất cả", Which.PLAN: "Chỉ kế hoạch", Which.ANNEXES: "Chỉ phụ lục"}


class WhichPages(QWidget):
    """Page numbers count through the whole document, as the field above the pages does."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        """Make the choices; page numbers of another document are not kept."""
        super().__init__()
        self._settings = settings
        self._total = 0
        self._words = dict(_WORDS)
        self.buttons = {which: QRadioButton(words) for which, words in _WORDS.items()}
        self.buttons[Which.CHOSEN] = QRadioButton("Trang:")
        self._group = QButtonGroup(self)
        for button in self.buttons.values():
            self._group.addButton(button)
        self.field = line_edit("Số trang cần in", hint="ví dụ 1, 3–5")
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setFont(theme.font(theme.HEADER_PT))
        self.trouble.hide()
        kept = settings.choice(_WHICH, Which.ALL)
        self.buttons[Which(kept) if kept in _WORDS else Which.ALL].setChecked(True)
        self._lay_out()
        self._group.buttonToggled.connect(self._on_toggled)
        self.field.textEdited.connect(self._on_typed)

    @property
    def which(self) -> Which:
        """The choice."""
        return next(one for one, button in self.buttons.items() if button.isChecked())

    def numbers(self) -> tuple[int, ...] | None:
        """Return the typed numbers, () where none are asked for; None, and say so, if wrong."""
        if self.which is not Which.CHOSEN:
            return ()
        found = page_numbers(self.field.text(), self._total)
        if found is None:
            self._say(f"Ghi số trang từ 1 đến {self._total}, ví dụ 1, 3–5.")
        return found

    def name_body(self, words: str) -> None:
        """Say what stands before the annexes: a plan, a report."""
        self._words[Which.PLAN] = f"Chỉ {words}"

    def follow_pages(self, sections: list[int], *, is_complete: bool) -> None:
        """Say how many pages each choice prints; without annexes (from 1 on) two of them go."""
        self._total = total = len(sections)
        own = sections.count(0)
        has_annexes = own < total
        counts = {Which.ALL: f"{total} trang"}
        if has_annexes:
            counts |= {Which.PLAN: _span(1, own), Which.ANNEXES: _span(own + 1, total)}
        for which, words in self._words.items():
            count = f" ({counts[which]})" if is_complete and which in counts else ""
            self.buttons[which].setText(words + count)
            self.buttons[which].setVisible(has_annexes or which is Which.ALL)
        if is_complete and not has_annexes and self.which in (Which.PLAN, Which.ANNEXES):
            self.buttons[Which.ALL].setChecked(True)

    def _on_toggled(self, _: object, is_on: bool) -> None:
        if not is_on:
            return
        self._say("")
        if self.which is not Which.CHOSEN:
            self._settings.remember_choice(_WHICH, self.which)
        elif not self.field.hasFocus():
            self.field.setFocus()
        self.changed.emit()

    def _on_typed(self) -> None:
        self._say("")
        self.buttons[Which.CHOSEN].setChecked(True)
        self.changed.emit()

    def _say(self, words: str) -> None:
        palette = self.trouble.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.alarm(self.palette())[0])
        palette.setColor(palette.ColorRole.Text, theme.alarm(self.palette())[0])
        self.trouble.setPalette(palette)
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def _lay_out(self) -> None:
        title = QLabel("In những trang nào")
        title.setFont(theme.font(strong=True))
        theme.make_secondary(title)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(title)
        for which in _WORDS:
            box.addWidget(self.buttons[which])
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.buttons[Which.CHOSEN])
        row.addWidget(self.field, 1)
        box.addLayout(row)
        box.addWidget(self.trouble)


def _span(first: int, last: int) -> str:
    return f"trang {first}" if first == last else f"trang {first}–{last}"
