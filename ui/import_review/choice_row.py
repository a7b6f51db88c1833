"""Whose plan it is, of what kind and for which year: the person's word on what was read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from tthc_desktop.domain.plan import PlanKind
from ui.kit import theme
from ui.kit.text_fields import line_edit

_OURS, _FOREIGN = "Của cơ quan mình", "Của cơ quan khác, để đối chiếu"
_KINDS = {
    PlanKind.CONTROL: "Kiểm soát TTHC",
    PlanKind.COMMUNICATION: "Truyền thông",
    PlanKind.OTHER: "Kế hoạch khác",
}
_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_YEAR_WIDTH = 64
_HEIGHT_OVER_LINE = 12


class ChoiceRow(QWidget):
    """Three fields in one row; they begin with what the program takes the plan for."""

    changed = Signal()

    def __init__(self, kind: PlanKind, year: int, *, is_foreign: bool) -> None:
        """Begin with *kind* and *year*."""
        super().__init__()
        self._whose = _combo("Kế hoạch của ai", (_OURS, _FOREIGN))
        self._whose.setCurrentIndex(int(is_foreign))
        self._kind = _combo("Loại kế hoạch", tuple(_KINDS.values()))
        self._kind.setCurrentIndex(list(_KINDS).index(kind))
        self._year = line_edit("Năm", str(year))
        self._year.setMaxLength(4)
        self._year.setFixedWidth(theme.scaled(_YEAR_WIDTH))
        self._whose.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._kind.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._year.textChanged.connect(lambda _: self.changed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for words, field in (
            ("Kế hoạch", self._whose), ("Loại", self._kind), ("Năm", self._year),
        ):  # fmt: skip
            label = QLabel(words)
            label.setBuddy(field)
            layout.addWidget(label)
            layout.addWidget(field)
            layout.addSpacing(8)
        layout.addStretch(1)

    @property
    def whose(self) -> QComboBox:
        """The field that tells our plans from those of others."""
        return self._whose

    @property
    def is_reference(self) -> bool:
        """Whether it is another agency's plan."""
        return self._whose.currentIndex() == 1

    @property
    def kind(self) -> PlanKind:
        """The kind."""
        return list(_KINDS)[self._kind.currentIndex()]

    @property
    def year(self) -> int | None:
        """The year, None where what stands there is none."""
        text = self._year.text().strip()
        year = int(text) if text.isdecimal() else 0
        return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _combo(name: str, words: tuple[str, ...]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.view().setAccessibleName(name)
    combo.addItems(words)
    combo.setMinimumHeight(theme.line_height(combo.font()) + _HEIGHT_OVER_LINE)
    return combo
