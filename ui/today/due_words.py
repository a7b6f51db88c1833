"""The words of Hôm nay: days, weekdays, periods, where a row comes from."""

from __future__ import annotations

from datetime import date, timedelta

from tthc_desktop.domain.periods import ONCE, period_words
from tthc_desktop.domain.plan import PlanKind
from tthc_desktop.domain.shown_state import SOON_DAYS, Shown
from tthc_desktop.use_cases.today import DueRow, DueSection
from ui.kit.state_look import state_words

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
_KINDS = {
    PlanKind.CONTROL: "Kế hoạch kiểm soát TTHC",
    PlanKind.COMMUNICATION: "Kế hoạch truyền thông",
    PlanKind.OTHER: "Kế hoạch",
}


def weekday(day: date) -> str:
    """Return the name of the day of the week."""
    return _WEEKDAYS[day.weekday()]


def whole_day(day: date) -> str:
    """Return the heading of Hôm nay: "Thứ Tư, ngày 10/6/2026"."""
    return f"{weekday(day)}, ngày {day.day}/{day.month}/{day.year}"


_PETITIONS = "Sổ phản ánh, kiến nghị"


def short_day(day: date, today: date) -> str:
    """Return a day as lists show it; the year only where it is another."""
    year = f"/{day.year}" if day.year != today.year else ""
    return f"{day.day}/{day.month}{year}"


def plan_short_name(kind: PlanKind, year: int) -> str:
    """Return "Kế hoạch kiểm soát TTHC 2026"."""
    return f"{_KINDS[kind]} {year}"


def source_words(row: DueRow) -> str:
    """Return the second line of a row: its period, and the plan it comes from."""
    if row.is_petition:
        return f"{_PETITIONS}  ·  Việc tiếp theo: {row.period[:1].lower()}{row.period[1:]}"
    words = period_words(row.period)
    period = "" if row.period.startswith(ONCE) else f"Kỳ {words[0].lower()}{words[1:]}"
    return "  ·  ".join(filter(None, (period, plan_short_name(row.plan_kind, row.plan_year))))


def left_words(row: DueRow, today: date) -> str:
    """Return the words of a row's state, with the days late or left."""
    if row.due is not None and row.state.shown is Shown.OVERDUE:
        return f"Quá {row.state.days} ngày"
    if row.due is not None and row.state.shown in (Shown.IN_TIME, Shown.NOT_STARTED):
        return f"Còn {(row.due - today).days} ngày"
    return state_words(row.state)


def section_title(section: DueSection, today: date) -> str:
    """Return the heading of a section."""
    return {
        DueSection.OVERDUE: "Quá hạn",
        DueSection.WEEK: "Trong 7 ngày tới",
        DueSection.MONTH: f"Còn lại trong tháng {today.month}",
        DueSection.WAITING: "Chờ văn bản",
    }[section]


def section_hint(section: DueSection, today: date) -> str:
    """Return what stands at the right of a section's heading."""
    last = today + timedelta(days=SOON_DAYS)
    return {
        DueSection.OVERDUE: "xếp theo số ngày quá hạn",
        DueSection.WEEK: f"đến hết {weekday(last)} {last.day}/{last.month}",
        DueSection.MONTH: "",
        DueSection.WAITING: "có văn bản thì có hạn",
    }[section]


def nothing_words(section: DueSection, today: date) -> str:
    """Return the words of a counter at nought."""
    return {
        DueSection.OVERDUE: "Không có việc quá hạn",
        DueSection.WEEK: "Không có việc trong 7 ngày tới",
        DueSection.MONTH: f"Không còn việc trong tháng {today.month}",
        DueSection.WAITING: "Không có việc chờ văn bản",
    }[section]


SECTION_LOOKS = {
    DueSection.OVERDUE: Shown.OVERDUE,
    DueSection.WEEK: Shown.SOON,
    DueSection.MONTH: Shown.IN_TIME,
    DueSection.WAITING: Shown.WAITING,
}
