"""Lead, co-ordination and timing set for several tasks at once: one act, one undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tthc_desktop.vietnamese_text import clean_line
from ui.details.field import Field
from ui.kit import theme
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import Suggestions, line_edit
from ui.tasks.task_columns import Field as CellField

Setter = Callable[[Mapping[CellField, str]], bool]
_HINT = "Ô để trống giữ nguyên từng nhiệm vụ."
_NAMES: dict[CellField, str] = {
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "timing": "Thời gian",
}


class BulkEntry(QWidget):
    """Only what is filled in is set."""

    def __init__(self, set_cells: Setter, parent: QWidget | None = None) -> None:
        """Make empty fields; *set_cells* writes them and says whether it was done."""
        super().__init__(parent)
        self._set_cells = set_cells
        self.edits = {key: line_edit(name) for key, name in _NAMES.items()}
        self.apply = AppButton("Sửa", ButtonKind.PLAIN)
        self.apply.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.apply.clicked.connect(self.ask)
        hint = QLabel(_HINT)
        hint.setFont(theme.font(theme.HEADER_PT))
        hint.setWordWrap(True)
        theme.make_secondary(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(hint)
        for key, edit in self.edits.items():
            layout.addWidget(Field(_NAMES[key], edit))
            edit.textChanged.connect(self._mark)
        layout.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignRight)
        self._mark()

    def offer(self, count: int, units: tuple[str, ...]) -> None:
        """Say how many tasks are meant; offer the names of the units."""
        self.apply.setText(f"Sửa {count} nhiệm vụ")
        self.apply.setAccessibleName(self.apply.text())
        self.apply.updateGeometry()
        for key in ("lead", "coordinating"):
            edit = self.edits[key]
            found = edit.completer()
            if isinstance(found, Suggestions):
                found.offer(units)
            else:
                edit.setCompleter(Suggestions(units, edit))

    def take_focus(self) -> None:
        """Let the keys go to the first field."""
        self.edits["lead"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask(self) -> None:
        """Set what is filled in; then the fields are empty again."""
        cells = self._cells()
        if cells and self._set_cells(cells):
            for edit in self.edits.values():
                edit.clear()

    def _cells(self) -> dict[CellField, str]:
        texts = {key: clean_line(edit.text()) for key, edit in self.edits.items()}
        return {key: text for key, text in texts.items() if text}

    def _mark(self) -> None:
        self.apply.setEnabled(bool(self._cells()))
