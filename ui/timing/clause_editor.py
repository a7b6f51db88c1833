"""One clause: its kind, what belongs to the kind, and the manner."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from tthc_desktop.domain.timing import Clause
from ui.details.field import Field
from ui.kit.text_fields import line_edit, name_choices, text_of
from ui.timing.clause_kinds import ClauseKind, kind_of
from ui.timing.clause_parts import (
    ClausePart,
    ContinuousPart,
    DatePart,
    PeriodPart,
    RelativePart,
    WordsPart,
)
from ui.timing.recurring_part import RecurringPart

_WAITS = "Nhiệm vụ chờ đến khi gắn văn bản; văn bản cho ngày đến hạn."
_ON_EVENT = "Không có hạn sẵn; mỗi vụ việc thêm vào có hạn riêng."
_NOT_READ = "Chương trình chưa hiểu lời văn này. Chọn một loại ở trên."


class ClauseEditor(QWidget):
    """Says by `changed` that the clause may be another one."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        """Make an editor of a date."""
        super().__init__()
        self.kind = QComboBox()
        name_choices(self.kind, "Loại thời gian")
        self.kind.addItems([one.value for one in ClauseKind])
        self.parts: dict[ClauseKind, ClausePart] = {
            ClauseKind.DATE: DatePart(today),
            ClauseKind.PERIOD: PeriodPart(today),
            ClauseKind.RECURRING: RecurringPart(today),
            ClauseKind.CONTINUOUS: ContinuousPart(today),
            ClauseKind.EXTERNAL: WordsPart(today, "external", _WAITS),
            ClauseKind.EVENT: WordsPart(today, "event", _ON_EVENT),
            ClauseKind.RELATIVE: RelativePart(today),
            ClauseKind.UNKNOWN: WordsPart(today, "unknown", _NOT_READ),
        }
        self.manner = line_edit("Hình thức (nếu có)", hint="bằng văn bản")
        self._stack = QStackedWidget()
        for part in self.parts.values():
            self._stack.addWidget(part)
            part.changed.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Field("Loại thời gian", self.kind))
        layout.addWidget(self._stack, 1)
        layout.addWidget(Field("Hình thức (nếu có)", self.manner))
        self.kind.currentIndexChanged.connect(self._on_kind)
        self.manner.textChanged.connect(self.changed)

    def show_clause(self, clause: Clause) -> None:
        """Show a clause, without telling of it."""
        blocked = self.blockSignals(True)
        for part in self.parts.values():
            part.show_clause(clause)
        self.kind.setCurrentIndex(list(ClauseKind).index(kind_of(clause)))
        self.manner.setText(clause.manner)
        self.blockSignals(blocked)

    @property
    def clause(self) -> Clause | None:
        """The clause as it is chosen; None where something is missing."""
        kind = list(ClauseKind)[self.kind.currentIndex()]
        return self.parts[kind].clause(text_of(self.manner))

    def _on_kind(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self.changed.emit()
