"""Lập báo cáo: kind, period or days, and the days on which data close and it is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QWidget

from tthc_desktop.domain.occurrences import LAST_CLOSING_DAY, MONTH_END, ReportCalendar
from tthc_desktop.domain.periods import periods_of_year
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.domain.reporting.windows import report_window
from tthc_desktop.domain.timing import Frequency
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.errors import Refused
from ui.details.day_field import DayField
from ui.details.entry_fields import field_height
from ui.details.field import Field
from ui.kit.text_fields import name_choices
from ui.plan_life.form_dialog import FormDialog, level, sentence
from ui.reports.period_words import KIND_WORDS, short_period

_ORDER: tuple[Frequency, ...] = ("quarter", "half", "nine_months", "year", "month")
_AD_HOC = ".."
_NO_DAY = "Chưa hiểu ngày này. Gõ như 15/03/2026."
_TURNED = "Ngày cuối trước ngày đầu."
_TAKEN = "Kỳ này đã có báo cáo; chọn nó ở danh sách bên trái."
_MOST_DAYS = 30


class NewReportDialog(FormDialog):
    """Agreed to, it carries kind, period key and the calendar where it is not the office's."""

    agreed = Signal(object, str, object)

    def __init__(
        self, year: int, today: date, calendar: ReportCalendar, days: WorkingDays,
        taken: Iterable[tuple[ReportKind, str]], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Offer the periods of *year*; *taken* have a report."""
        super().__init__("Lập báo cáo", "Lập báo cáo", parent, width=600)
        self._days, self._taken, self._usual = days, set(taken), calendar
        self.kind = _combo("Loại báo cáo", ((KIND_WORDS[one], one.value) for one in ReportKind))
        keys = [one.key for each in _ORDER for one in periods_of_year(each, year)]
        choices = [(_name(one), one) for one in keys]
        self.period = _combo("Kỳ báo cáo", (*choices, ("Đột xuất, từ ngày đến ngày…", _AD_HOC)))
        self.start, self.end = DayField("Từ ngày"), DayField("Đến ngày")
        for day in (self.start, self.end):
            day.set_today(today)
        self.own = QCheckBox("Chốt số liệu và hạn gửi khác với lịch của cơ quan")
        self.closing = _combo("Ngày chốt số liệu", (_closing(one) for one in _CLOSINGS))
        self.closing.setCurrentIndex(self.closing.findData(calendar.closing_day))
        self.after = QSpinBox()
        self.after.setRange(0, _MOST_DAYS)
        self.after.setValue(calendar.working_days_after)
        self.after.setAccessibleName("Số ngày làm việc sau ngày chốt")
        self.after.setMinimumHeight(field_height())
        self.period_field = Field("Kỳ báo cáo", self.period)
        self.start_field, self.end_field = (
            Field("Từ ngày", self.start), Field("Đến ngày", self.end),
        )  # fmt: skip
        self.told = sentence(is_secondary=True)
        self._fill()
        self._connect()
        self._follow()
        self.fit()
        self.kind.setFocus()

    @property
    def key(self) -> str:
        """The chosen period's key, "" while the days of an ad hoc one are no period."""
        chosen = str(self.period.currentData())
        if chosen != _AD_HOC:
            return chosen
        start, end = self.start.read.day, self.end.read.day
        return f"{start.isoformat()}..{end.isoformat()}" if start and end and start <= end else ""

    @property
    def calendar(self) -> ReportCalendar:
        """The calendar of this report."""
        if not self.own.isChecked():
            return self._usual
        return ReportCalendar(int(self.closing.currentData()), self.after.value())

    def choose(self, kind: ReportKind, period: str) -> None:
        """Stand at a kind and a period."""
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        self.period.setCurrentIndex(max(0, self.period.findData(period)))

    def agree(self) -> None:
        """Close with the choice; what is no period is told at its field."""
        start, end = self.start.read.day, self.end.read.day
        is_ad_hoc = self.period.currentData() == _AD_HOC
        self.start_field.say(_NO_DAY if is_ad_hoc and start is None else "")
        turned = _TURNED if start and end and end < start else ""
        self.end_field.say("" if not is_ad_hoc else _NO_DAY if end is None else turned)
        key, kind = self.key, ReportKind(self.kind.currentData())
        self.period_field.say(_TAKEN if (kind, key) in self._taken else "")
        if not key or self.period_field.trouble:
            return
        self.accept()
        self.agreed.emit(kind, key, None if self.calendar == self._usual else self.calendar)

    def _follow(self) -> None:
        is_ad_hoc = self.period.currentData() == _AD_HOC
        for field in (self.start_field, self.end_field):
            field.setVisible(is_ad_hoc)
        self.own.setVisible(not is_ad_hoc)
        for box in (self.closing, self.after):
            box.setEnabled(self.own.isChecked() and not is_ad_hoc)
        self.period_field.say("")
        self.told.setText(self._window_words())

    def _window_words(self) -> str:
        try:
            window = report_window(self.key, self._days, self.calendar) if self.key else None
        except Refused as error:
            return error.message
        if window is None:
            return "Gõ ngày đầu và ngày cuối của số liệu."
        return (
            f"Số liệu từ {window.start:%d/%m/%Y} đến {window.end:%d/%m/%Y}, "
            f"hạn gửi {window.due:%d/%m/%Y}."
        )

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _: self._follow())
        self.period.currentIndexChanged.connect(lambda _: self._follow())
        self.closing.currentIndexChanged.connect(lambda _: self._follow())
        self.after.valueChanged.connect(lambda _: self._follow())
        self.own.toggled.connect(lambda _: self._follow())
        for day, field in ((self.start, self.start_field), (self.end, self.end_field)):
            day.changed.connect(self._follow)
            day.changed.connect(lambda where=field: where.say(""))

    def _fill(self) -> None:
        level(self.kind, self.period)
        self.content.addLayout(_row(Field("Loại báo cáo", self.kind), self.period_field))
        self.content.addLayout(_row(self.start_field, self.end_field))
        self.content.addWidget(self.own)
        self.content.addLayout(
            _row(
                Field("Ngày chốt số liệu", self.closing),
                Field("Số ngày làm việc sau ngày chốt", self.after),
            )
        )
        self.content.addWidget(self.told)
        self.content.addStretch(1)


_CLOSINGS = (*range(1, LAST_CLOSING_DAY + 1), MONTH_END)


def _closing(day: int) -> tuple[str, int]:
    return ("Ngày cuối tháng" if day == MONTH_END else f"Ngày {day}", day)


def _name(key: str) -> str:
    words = short_period(key)
    return f"{words[0].upper()}{words[1:]}"


def _row(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(24)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _combo(name: str, choices: Iterable[tuple[str, object]]) -> QComboBox:
    combo = QComboBox()
    name_choices(combo, name)
    combo.setMinimumHeight(field_height())
    for words, data in choices:
        combo.addItem(words, data)
    return combo
