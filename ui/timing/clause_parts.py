"""The editors of a clause, one for each kind; each gives the clause it holds, or says why not."""

from __future__ import annotations

from datetime import date
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tthc_desktop.domain.timing import (
    Clause,
    ContinuousClause,
    DateClause,
    PeriodClause,
    RelativeClause,
    WordsClause,
)
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit.text_fields import line_edit, name_choices, text_of
from ui.plan_life.form_dialog import level, sentence
from ui.timing.count_box import CountBox

_WRONG_DAY = "Chưa hiểu ngày này. Gõ như 25/01/2026."
_NO_WORDS = "Chưa có lời văn. Ghi như trong kế hoạch."
_BACKWARDS = "Ngày cuối đứng trước ngày đầu."


class ClausePart(QWidget):
    """What all editors of a clause have in common."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        """Make an empty editor."""
        super().__init__()
        self._today = today
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)

    def show_clause(self, clause: Clause) -> None:
        """Show a clause; one of another kind leaves the editor as it is."""

    def clause(self, manner: str) -> Clause | None:
        """Return the clause, None where something is missing: the field then says what."""
        return None

    def minimumSizeHint(self) -> QSize:
        """Ask for the room that the fields ask for."""
        return self.sizeHint()


class DatePart(ClausePart):
    """One day, the last in time or the first too late."""

    def __init__(self, today: date) -> None:
        """Make an empty day."""
        super().__init__(today)
        self.day = _day_field("Ngày", today)
        self.field = Field("Ngày", self.day)
        self.before = QCheckBox("Trước ngày này (hạn là ngày liền trước)")
        self.lines.addWidget(self.field)
        self.lines.addWidget(self.before)
        self.lines.addStretch(1)
        self.day.changed.connect(self.changed)
        self.before.toggled.connect(self.changed)

    def show_clause(self, clause: Clause) -> None:
        """Show a date."""
        if isinstance(clause, DateClause):
            self.day.show_day(clause.day)
            self.before.setChecked(clause.exclusive)

    def clause(self, manner: str) -> Clause | None:
        """Return the date."""
        day = self.day.read.day
        self.field.say("" if day else _WRONG_DAY)
        return DateClause(day, self.before.isChecked(), manner) if day else None


class PeriodPart(ClausePart):
    """From a day to a day."""

    def __init__(self, today: date) -> None:
        """Make an empty period."""
        super().__init__(today)
        self._kind: Literal["period", "range"] = "range"
        self.start, self.end = _day_field("Từ ngày", today), _day_field("Đến ngày", today)
        self.start_field = Field("Từ ngày", self.start)
        self.end_field = Field("Đến ngày", self.end)
        row = QHBoxLayout()
        row.setSpacing(16)
        for field in (self.start_field, self.end_field):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        level(self.start, self.end)
        self.lines.addLayout(row)
        self.lines.addStretch(1)
        self.start.changed.connect(self.changed)
        self.end.changed.connect(self.changed)

    def show_clause(self, clause: Clause) -> None:
        """Show a period."""
        if isinstance(clause, PeriodClause):
            self._kind = clause.kind
            self.start.show_day(clause.start)
            self.end.show_day(clause.end)

    def clause(self, manner: str) -> Clause | None:
        """Return the period."""
        start, end = self.start.read.day, self.end.read.day
        self.start_field.say("" if start else _WRONG_DAY)
        is_backwards = bool(start and end and end < start)
        self.end_field.say(_BACKWARDS if is_backwards else "" if end else _WRONG_DAY)
        if start is None or end is None or is_backwards:
            return None
        return PeriodClause(start, end, self._kind, manner)


class ContinuousPart(ClausePart):
    """Nothing to choose: it says what follows."""

    def __init__(self, today: date) -> None:
        """Say what a continuous task is."""
        super().__init__(today)
        self.lines.addWidget(sentence("Không có hạn, không quá hạn; mỗi quý xem lại một lần."))
        self.lines.addStretch(1)

    def clause(self, manner: str) -> Clause | None:
        """Return the clause."""
        return ContinuousClause(manner)


class WordsPart(ClausePart):
    """Words that give no day: of a superior's document, of an event, or not understood."""

    def __init__(
        self, today: date, kind: Literal["external", "event", "unknown"], hint: str
    ) -> None:
        """Make empty words; *hint* says what becomes of them."""
        super().__init__(today)
        self._kind = kind
        self._reason = ""
        self.words = line_edit("Lời văn")
        self.field = Field("Lời văn", self.words)
        self.lines.addWidget(self.field)
        self.lines.addWidget(sentence(hint, is_secondary=True))
        self.lines.addStretch(1)
        self.words.textChanged.connect(self.changed)

    def show_clause(self, clause: Clause) -> None:
        """Show words of this kind; those not understood are offered to every kind."""
        if isinstance(clause, WordsClause) and clause.kind in (self._kind, "unknown"):
            self.words.setText(clause.text)
            self._reason = clause.reason if clause.kind == self._kind else ""

    def clause(self, manner: str) -> Clause | None:
        """Return the words."""
        words = text_of(self.words)
        self.field.say("" if words else _NO_WORDS)
        return WordsClause(self._kind, words, manner, self._reason) if words else None


class RelativePart(ClausePart):
    """So many days from something."""

    def __init__(self, today: date) -> None:
        """Make five working days from nothing yet."""
        super().__init__(today)
        self.count = CountBox("Số ngày", 1, 999, 5)
        self.unit = QComboBox()
        name_choices(self.unit, "Đơn vị thời gian")
        self.unit.addItems(["ngày", "ngày làm việc", "tháng"])
        self.unit.setCurrentIndex(1)
        self.start = line_edit("Kể từ", hint="ngày ban hành")
        self.field = Field("Kể từ", self.start)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(QLabel("Trong thời hạn"))
        row.addWidget(self.count)
        row.addWidget(self.unit)
        row.addStretch(1)
        level(self.count, self.unit)
        self.lines.addLayout(row)
        self.lines.addWidget(self.field)
        self.lines.addStretch(1)
        self.count.valueChanged.connect(self.changed)
        self.unit.currentIndexChanged.connect(self.changed)
        self.start.textChanged.connect(self.changed)

    def show_clause(self, clause: Clause) -> None:
        """Show days from an event."""
        if isinstance(clause, RelativeClause):
            self.count.setValue(clause.months or clause.days)
            self.unit.setCurrentIndex(2 if clause.months else int(clause.working))
            self.start.setText(clause.start)

    def clause(self, manner: str) -> Clause | None:
        """Return the days from the event."""
        start, count, unit = text_of(self.start), self.count.value(), self.unit.currentIndex()
        self.field.say("" if start else "Chưa có mốc tính. Ghi như “ngày ban hành”.")
        if not start:
            return None
        months = count if unit == 2 else 0
        return RelativeClause(0 if months else count, unit == 1, start, manner, months)


def _day_field(name: str, today: date) -> DayField:
    field = DayField(name)
    field.set_today(today)
    return field
