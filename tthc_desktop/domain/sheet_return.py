"""When and to whom a unit sends its sheet back."""

from __future__ import annotations

from datetime import date

from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.office import Directory, Respondent
from tthc_desktop.domain.periods import Period
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.vietnamese_text import fold

WORKING_DAYS_AFTER_CLOSING = 1
_USUAL = ReportCalendar()
_COLLECTS = "van phong"


def closing_day(period: Period, calendar: ReportCalendar = _USUAL) -> date:
    """Return the day on which the figures of a period are closed.

    Source: NĐ 09/2019/NĐ-CP, Điều 12: the 14th of the last month; a period that does not
    end with a month closes with its own last day.
    """
    is_calendar = ".." not in period.key and "-W" not in period.key
    return period.end.replace(day=calendar.closing_day) if is_calendar else period.end


def return_day(
    period: Period, working_days: WorkingDays, calendar: ReportCalendar = _USUAL
) -> date:
    """Return the last day on which a sheet comes back in time."""
    return working_days.add(closing_day(period, calendar), WORKING_DAYS_AFTER_CLOSING)


def collecting_unit(directory: Directory) -> Respondent | None:
    """Return the unit that collects the sheets, the Văn phòng; None where there is none."""
    return next((one for one in directory.units() if fold(one.name).startswith(_COLLECTS)), None)


def return_words(directory: Directory, day: date) -> str:
    """Return the short instruction of a unit's sheet that is to come back until *day*."""
    unit = collecting_unit(directory)
    name = unit.name if unit else "Văn phòng"
    officers = unit.focal_officers if unit else ()
    called = "; ".join(
        f"{one.name}, điện thoại {one.telephone}" if one.telephone else one.name
        for one in officers[:1]
    )
    whom = f"{name} ({called})" if called else name
    return f"Điền vào các ô nền vàng, lưu và gửi lại tệp này cho {whom} chậm nhất {day:%d/%m/%Y}."
