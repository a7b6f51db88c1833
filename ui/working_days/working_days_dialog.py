"""Ngày nghỉ, ngày làm bù: the table of a year, changed and confirmed by the office."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from tthc_desktop.domain.working_days import DAY_KIND_WORDS, CalendarDay, DayKind
from tthc_desktop.use_cases.working_days import CalendarYear
from ui.details.day_field import DayField
from ui.details.field import Field
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import line_edit, name_choices, text_of
from ui.plan_life.form_dialog import FormDialog, caution_line, level, say_if_any, sentence
from ui.plan_life.year_box import YearBox
from ui.working_days.days_list import DaysList

_KINDS = tuple(one for one in DayKind if one is not DayKind.NORMAL)
_WRONG_DAY = "Chưa hiểu ngày này. Gõ như 30/04/2026."
_WHAT = (
    "Bảng giao sẵn tính theo luật và thông báo đã biết. Đối chiếu với thông báo nghỉ lễ, tết "
    "hằng năm; ngày làm bù là ngày thứ Bảy đi làm thay."
)


class WorkingDaysDialog(FormDialog):
    """`save_asked` carries the year, its days and whether the office has checked them."""

    save_asked = Signal(int, object, bool)
    year_asked = Signal(int)

    def __init__(self, calendar: CalendarYear, today: date, parent: QWidget | None = None) -> None:
        """Show the table of a year."""
        super().__init__("Ngày nghỉ, ngày làm bù", "Lưu bảng ngày", parent, width=700)
        self._calendar = calendar
        self.year = YearBox("Năm", calendar.year)
        self.list = DaysList()
        self.day = DayField("Ngày")
        self.day.set_today(today)
        self.kind = QComboBox()
        name_choices(self.kind, "Loại ngày")
        self.kind.addItems([DAY_KIND_WORDS[one] for one in _KINDS])
        self.name = line_edit("Tên", hint="Quốc khánh")
        self.day_field = Field("Ngày", self.day)
        self.put = AppButton("Ghi vào bảng", ButtonKind.PLAIN)
        self.remove = AppButton("Bỏ ngày đang chọn", ButtonKind.PLAIN)
        for button in (self.put, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.checked = QCheckBox()
        self.warning = caution_line()
        self._put_fields()
        self.show_calendar(calendar)
        self.list.itemSelectionChanged.connect(lambda *_: self._on_current())
        self.put.clicked.connect(self._put)
        self.remove.clicked.connect(self._remove)
        self.year.valueChanged.connect(self.year_asked)
        self.fit()
        self.list.setFocus()

    def show_calendar(self, calendar: CalendarYear) -> None:
        """Show another year, or the same as it is kept now."""
        self._calendar = calendar
        year = calendar.year
        self.list.show_days(calendar.days)
        self.checked.setChecked(calendar.confirmed_on is not None)
        day = f" (ngày {calendar.confirmed_on:%d/%m/%Y})" if calendar.confirmed_on else ""
        self.checked.setText(f"Đã đối chiếu với thông báo nghỉ lễ, tết năm {year}{day}")
        say_if_any(self.warning, calendar.warning)
        self._on_current()

    def agree(self) -> None:
        """Ask to keep the table; the dialog closes when that is done."""
        self.save_asked.emit(self._calendar.year, self.list.days, self.checked.isChecked())

    def _on_current(self) -> None:
        current = self.list.current
        self.remove.setEnabled(current is not None)
        if current is not None:
            self.day.show_day(current.day)
            self.kind.setCurrentIndex(_KINDS.index(current.kind))
            self.name.setText(current.name)

    def _put(self) -> None:
        """Write a day into the table in the place of what stood there."""
        day, year = self.day.read.day, self._calendar.year
        wrong_year = f"Ngày này không thuộc năm {year}." if day and day.year != year else ""
        self.day_field.say(wrong_year if day else _WRONG_DAY)
        if day is None or wrong_year:
            self.day.edit.setFocus()
            return
        entry = CalendarDay(day, _KINDS[self.kind.currentIndex()], text_of(self.name))
        others = (one for one in self.list.days if one.day != day)
        self.list.show_days((*others, entry), day)

    def _remove(self) -> None:
        current = self.list.current
        if current is not None:
            self.list.show_days(one for one in self.list.days if one != current)
            self._on_current()
            self.list.setFocus()

    def _put_fields(self) -> None:
        bottom = Qt.AlignmentFlag.AlignBottom
        top, entry = QHBoxLayout(), QHBoxLayout()
        top.addWidget(Field("Năm", self.year))
        top.addWidget(sentence(_WHAT, is_secondary=True), 1)
        top.setSpacing(16)
        entry.setSpacing(8)
        level(self.day, self.kind, self.name)
        entry.addWidget(self.day_field, 4, Qt.AlignmentFlag.AlignTop)
        entry.addWidget(Field("Loại", self.kind), 4, Qt.AlignmentFlag.AlignTop)
        entry.addWidget(Field("Tên", self.name), 6, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.put, 0, bottom)
        buttons.addWidget(self.remove, 0, bottom)
        buttons.addStretch(1)
        self.content.addLayout(top)
        self.content.addWidget(self.warning)
        self.content.addWidget(self.list, 1)
        self.content.addLayout(entry)
        self.content.addLayout(buttons)
        self.content.addWidget(self.checked)
