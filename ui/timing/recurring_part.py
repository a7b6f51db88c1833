"""The editor of what recurs: how often, and on which day of each period."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from tthc_desktop.domain.timing import (
    FREQUENCIES,
    ON_DAYS,
    PERIOD_END,
    REPORT_CALENDAR,
    REPORTED,
    AnchorDay,
    AnchorPlace,
    Clause,
    RecurringClause,
)
from ui.details.field import Field
from ui.kit.text_fields import name_choices
from ui.plan_life.form_dialog import level
from ui.timing.clause_parts import ClausePart
from ui.timing.count_box import CountBox

_WORDS = ("Tuần", "Tháng", "Quý", "6 tháng", "9 tháng", "Năm")
_ANCHORS = (
    (PERIOD_END, "Ngày làm việc cuối cùng của kỳ"),
    (REPORT_CALENDAR, "Theo lịch báo cáo của cơ quan"),
    (ON_DAYS, "Vào một ngày của tháng"),
)
_PLACES: tuple[tuple[AnchorPlace, str], ...] = (
    ("last_month", "của tháng cuối kỳ"),
    ("first_month", "của tháng đầu kỳ"),
    ("next_month", "của tháng sau"),
)
_LAST_DAY = 31


class RecurringPart(ClausePart):
    """Days of the week or of named months, read from words, are kept as long as they fit."""

    def __init__(self, today: date) -> None:
        """Make a clause that recurs each quarter."""
        super().__init__(today)
        self.every = [QCheckBox(words) for words in _WORDS]
        self.anchor = QComboBox()
        name_choices(self.anchor, "Hạn của mỗi kỳ")
        self.anchor.addItems([words for _, words in _ANCHORS])
        self.day = CountBox("Ngày", 1, _LAST_DAY, 15)
        self.place = QComboBox()
        name_choices(self.place, "Tháng của kỳ")
        self.place.addItems([words for _, words in _PLACES])
        self.before = QCheckBox("Trước ngày này")
        self._read: tuple[AnchorDay, ...] = ()
        self._days = self._day_row()
        grid = QGridLayout()
        for at, box in enumerate(self.every):
            grid.addWidget(box, at // 3, at % 3)
            box.toggled.connect(self.changed)
        boxes = QWidget()
        boxes.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        self.every_field = Field("Mỗi", boxes)
        self.lines.addWidget(self.every_field)
        self.lines.addWidget(Field("Hạn của mỗi kỳ", self.anchor))
        self.lines.addWidget(self._days)
        self.lines.addStretch(1)
        self.anchor.currentIndexChanged.connect(self._on_anchor)
        for changed in (
            self.day.valueChanged, self.place.currentIndexChanged, self.before.toggled
        ):  # fmt: skip
            changed.connect(self._on_day)
        self.every[FREQUENCIES.index("quarter")].setChecked(True)
        self._on_anchor()

    def show_clause(self, clause: Clause) -> None:
        """Show what recurs."""
        if not isinstance(clause, RecurringClause):
            return
        for one, box in zip(FREQUENCIES, self.every, strict=True):
            box.setChecked(one in (clause.every or ("quarter", "year")))
        anchors = [anchor for anchor, _ in _ANCHORS]
        self.anchor.setCurrentIndex(anchors.index(clause.anchor))
        places = [place for place, _ in _PLACES]
        if clause.days:
            first = clause.days[0]
            self.day.setValue(first.day)
            self.before.setChecked(first.exclusive)
            if first.of in places:
                self.place.setCurrentIndex(places.index(first.of))
        self._read = clause.days

    def clause(self, manner: str) -> Clause | None:
        """Return what recurs."""
        every = tuple(
            one for one, box in zip(FREQUENCIES, self.every, strict=True) if box.isChecked()
        )
        anchor = _ANCHORS[self.anchor.currentIndex()][0]
        fault = "" if every else "Chọn ít nhất một kỳ."
        if anchor == REPORT_CALENDAR and every and not set(every) & set(REPORTED):
            fault = "Lịch báo cáo chỉ có quý, 6 tháng, 9 tháng, năm."
        if anchor == ON_DAYS and "week" in every and not self._read:
            fault = "Kỳ tuần không có ngày của tháng. Bỏ chọn Tuần, hoặc chọn hạn khác."
        self.every_field.say(fault)
        if fault:
            return None
        days = (self._read or (self._typed_day(),)) if anchor == ON_DAYS else ()
        return RecurringClause(every, anchor, manner, days)

    def _typed_day(self) -> AnchorDay:
        place = _PLACES[self.place.currentIndex()][0]
        return AnchorDay(self.day.value(), place, 0, self.before.isChecked())

    def _on_day(self) -> None:
        self._read = ()
        self.changed.emit()

    def _on_anchor(self) -> None:
        self._days.setVisible(_ANCHORS[self.anchor.currentIndex()][0] == ON_DAYS)
        self.changed.emit()

    def _day_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(QLabel("Ngày"))
        layout.addWidget(self.day)
        layout.addWidget(self.place)
        layout.addWidget(self.before)
        layout.addStretch(1)
        level(self.day, self.place)
        return row
