"""When and to whom a unit sends its sheet back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.occurrences import SHIPPED_CALENDAR, ReportCalendar
from tthc_desktop.domain.office import Directory, Respondent
from tthc_desktop.domain.periods import Period
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.vietnamese_text import fold

WORKING_DAYS_AFTER_CLOSING = 1
_COLLECTS = "van phong"


@dataclass(frozen=True, slots=True)
class ReturnTerms:
    """Until when a unit sends its sheet back, that day included, and to whom."""

    return_on: date
    addressee: str


def closing_day(period: Period, calendar: ReportCalendar = SHIPPED_CALENDAR) -> date:
    """Return the day on which the figures of a period are closed.

    Source: NĐ 09/2019/NĐ-CP, Điều 12: the closing day of the last month; a period that does
    not end with a month closes with its own last day.
    """
    is_calendar = ".." not in period.key and "-W" not in period.key
    return calendar.closing_in(period.end) if is_calendar else period.end


def return_day(
    period: Period, working_days: WorkingDays, calendar: ReportCalendar = SHIPPED_CALENDAR
) -> date:
    """Return the last day on which a sheet comes back in time."""
    return working_days.add(closing_day(period, calendar), WORKING_DAYS_AFTER_CLOSING)


def collecting_unit(directory: Directory) -> Respondent | None:
    """Return the unit that collects the sheets, the Văn phòng; None where there is none."""
    return next((one for one in directory.units() if fold(one.name).startswith(_COLLECTS)), None)


def usual_addressee(directory: Directory) -> str:
    """Return whom a sheet goes back to: the Văn phòng with its focal officer and telephone."""
    unit = collecting_unit(directory)
    name = unit.name if unit else "Văn phòng"
    officers = unit.focal_officers if unit else ()
    called = "; ".join(
        f"{one.name}, điện thoại {one.telephone}" if one.telephone else one.name
        for one in officers[:1]
    )
    return f"{name} ({called})" if called else name


def return_words(terms: ReturnTerms) -> str:
    """Return the short instruction of a unit's sheet."""
    whom, day = terms.addressee, terms.return_on
    return f"Điền vào các ô nền vàng, lưu và gửi lại tệp này cho {whom} chậm nhất {day:%d/%m/%Y}."
