"""The year as the worker makes it of a plan, and the pages that are made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QPalette

from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.unit_states import UnitStates, unit_states
from tthc_desktop.use_cases.working_days import CalendarYear, shipped_working_days
from ui.calendar.month_painting import MonthShown
from ui.calendar.month_sheet import month_sheets
from ui.calendar.paper import Paper
from ui.calendar.year_rows import YearPage, year_page
from ui.calendar.year_sheet import unit_sheet_height, unit_sheets, year_sheets
from ui.session.wording import plan_name

# The places of the three views: strip, month, bars by unit.
STRIP, MONTH, BARS = 0, 1, 2


@dataclass(frozen=True)
class YearShown:
    """What the worker made of a plan: the year, the units, the days off."""

    page: YearPage
    units: tuple[UnitStates, ...]
    calendar: CalendarYear
    days: WorkingDays
    name: str
    reports: ReportCalendar

    @property
    def confirmed(self) -> str:
        """Whether the office has confirmed its table of days off, in words."""
        day = self.calendar.confirmed_on
        said = f"đã xác nhận {day:%d/%m/%Y}" if day else "chưa xác nhận"
        return f"Bảng ngày nghỉ {self.page.year}: {said}"

    def holidays(self, month: date) -> str:
        """Return the days off and worked of a month, in words."""
        own = [one for one in self.calendar.days if one.day.month == month.month]
        told = ", ".join(f"{one.day.day}/{one.day.month} {one.name}".strip() for one in own)
        return f"Ngày nghỉ, làm bù trong tháng: {told or 'không có'}"

    def paper(self, view: int, month: date, flags: Mapping[date, str], palette: QPalette) -> Paper:
        """Return what one of the three views is on paper; *month* is the month that is shown."""
        page, unit = self.page, f" – {self.page.unit}" if self.page.unit else ""
        if view == BARS:
            title = f"Tiến độ theo phòng, đơn vị – {self.name} (đến {page.today:%d/%m/%Y})"
            return Paper(
                title, lambda: unit_sheets(self.units, title, palette),
                unit_sheet_height(self.units),
            )  # fmt: skip
        if view == MONTH:
            title = f"Tháng {month.month}/{month.year} – {self.name}{unit}"
            shown = MonthShown(page, self.days, flags)
            told = self.holidays(month)
            return Paper(title, lambda: month_sheets(shown, month, title, told, palette))
        title = f"Lịch năm {page.year} – {self.name}{unit}"
        return Paper(title, lambda: year_sheets(page, title, palette))


def work_out(units: UnitsOfWork, progress: PlanProgress, unit: str, today: date) -> YearShown:
    """Work the year of a plan out; for the worker."""
    from tthc_desktop.use_cases.working_days import calendar_year

    return YearShown(
        year_page(progress, today, unit),
        unit_states(progress, today),
        calendar_year(units, progress.plan.year),
        progress.working_days or shipped_working_days(),
        plan_name(progress.plan),
        progress.report_calendar,
    )
