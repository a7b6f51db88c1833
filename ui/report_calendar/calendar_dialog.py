"""Lịch báo cáo: two fields and, below them, what follows for the reports of a year."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from tthc_desktop.domain.occurrences import (
    LAST_CLOSING_DAY,
    MONTH_END,
    SHIPPED_CALENDAR,
    ReportCalendar,
)
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.use_cases.report_calendar import MOST_WORKING_DAYS
from ui.details.field import Field
from ui.kit.app_button import AppButton, ButtonKind
from ui.kit.text_fields import name_choices
from ui.plan_life.form_dialog import FormDialog, level, sentence
from ui.plan_life.year_box import YearBox
from ui.report_calendar.window_list import WindowList
from ui.timing.count_box import CountBox

_WHAT = (
    "Hạn của báo cáo quý, 6 tháng, 9 tháng, năm tính từ ngày chốt số liệu của tháng cuối kỳ (ngày "
    "14 theo Điều 12 Nghị định 09/2019/NĐ-CP) và số ngày làm việc sau đó. Báo cáo đã lập giữ lịch "
    "khi lập."
)
_SAME = "Các hạn gửi năm {} như lịch đang dùng."
_MOVED = "{} hạn gửi năm {} khác lịch đang dùng (chữ đậm)."


class ReportCalendarDialog(FormDialog):
    """`save_asked` carries the calendar that was chosen."""

    save_asked = Signal(object)

    def __init__(
        self, kept: ReportCalendar, year: int, days: WorkingDays, parent: QWidget | None = None
    ) -> None:
        """Show the calendar that is kept, with the windows of *year*."""
        super().__init__("Lịch báo cáo", "Lưu lịch báo cáo", parent, width=700)
        self._kept, self._days = kept, days
        self.closing = QComboBox()
        name_choices(self.closing, "Ngày chốt số liệu")
        self.closing.addItems([f"{one}" for one in range(1, LAST_CLOSING_DAY + 1)])
        self.closing.addItem("Ngày cuối tháng")
        self.after = CountBox("Số ngày làm việc sau ngày chốt", 0, MOST_WORKING_DAYS, 0)
        self.year = YearBox("Xem các kỳ của năm", year)
        self.shipped = AppButton("Về lịch giao sẵn", ButtonKind.LINK)
        self.shipped.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list = WindowList()
        self.effect = sentence(is_secondary=True)
        self._put_fields()
        self._show(kept)
        self.closing.currentIndexChanged.connect(lambda *_: self._tell())
        self.after.valueChanged.connect(lambda *_: self._tell())
        self.year.valueChanged.connect(lambda *_: self._tell())
        self.shipped.clicked.connect(lambda *_: self._show(SHIPPED_CALENDAR))
        self.fit()
        self.closing.setFocus()

    @property
    def calendar(self) -> ReportCalendar:
        """The calendar as it is chosen."""
        place = self.closing.currentIndex() + 1
        day = place if place <= LAST_CLOSING_DAY else MONTH_END
        return ReportCalendar(day, self.after.value())

    def agree(self) -> None:
        """Ask to keep the calendar; the dialog closes when that is done."""
        self.save_asked.emit(self.calendar)

    def _show(self, calendar: ReportCalendar) -> None:
        day = calendar.closing_day
        self.closing.setCurrentIndex(LAST_CLOSING_DAY if day == MONTH_END else day - 1)
        self.after.setValue(calendar.working_days_after)
        self._tell()

    def _tell(self) -> None:
        """Show what follows from what is chosen."""
        calendar, year = self.calendar, self.year.value()
        moved = self.list.show_year(year, self._days, calendar, self._kept)
        self.effect.setText(_MOVED.format(moved, year) if moved else _SAME.format(year))
        self.main.setEnabled(calendar != self._kept)
        self.shipped.setEnabled(calendar != SHIPPED_CALENDAR)

    def _put_fields(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        row, foot = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(16)
        level(self.closing, self.after, self.year)
        row.addWidget(Field("Ngày chốt số liệu", self.closing), 3, top)
        row.addWidget(Field("Số ngày làm việc sau ngày chốt", self.after), 3, top)
        row.addWidget(Field("Xem các kỳ của năm", self.year), 2, top)
        foot.addWidget(self.effect, 1)
        foot.addWidget(self.shipped)
        self.content.addWidget(sentence(_WHAT, is_secondary=True))
        self.content.addLayout(row)
        self.content.addWidget(self.list, 1)
        self.content.addLayout(foot)
