"""The other way: a schedule in the office's words, which read back as the same schedule."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from tthc_desktop.domain.numbering import roman
from tthc_desktop.domain.timing import (
    PERIOD_END,
    REPORT_CALENDAR,
    REPORTED,
    AnchorDay,
    Clause,
    ContinuousClause,
    DateClause,
    EmptyClause,
    Frequency,
    PeriodClause,
    RecurringClause,
    RelativeClause,
    Schedule,
    WordsClause,
)
from tthc_desktop.domain.timing_words.phrase import is_report_task

_UNITS: dict[Frequency, str] = {
    "week": "tuần", "month": "tháng", "quarter": "quý", "half": "6 tháng",
    "nine_months": "9 tháng", "year": "năm",
}  # fmt: skip
_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_PLACES = {
    "first_month": "của tháng đầu kỳ",
    "last_month": "của tháng cuối kỳ",
    "next_month": "của tháng sau",
}
_LEAP_YEAR = 2024  # has every day that a year may have
_DIRECT = ("bằng ", "qua ", "trên ")


def words_of(schedule: Schedule, content: str = "") -> str:
    """Return the words for a schedule; *content* is the task's, see `read_timing`."""
    clauses = schedule.clauses
    recurring = [one for one in clauses if isinstance(one, RecurringClause)]
    # The word "báo cáo" anywhere makes all recurrences those of reports.
    anchors = {one.anchor for one in recurring if set(one.every) & set(REPORTED)}
    every = [each for one in recurring for each in one.every]
    # A frequency that stands twice says its own day each time.
    is_mixed = len(anchors & {REPORT_CALENDAR, PERIOD_END}) > 1 or len(set(every)) < len(every)
    is_report = is_report_task(content) or is_report_task(
        " ".join(_said(one) for one in clauses) + "".join(one.manner for one in clauses)
    )
    parts = [
        _with_manner(
            _recurring(one, is_report=is_report, is_mixed=is_mixed)
            if isinstance(one, RecurringClause)
            else _said(one),
            one.manner,
        )
        for one in clauses
    ]
    text = "; ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def _with_manner(words: str, manner: str) -> str:
    if not manner:
        return words
    return f"{words} {manner}" if manner.startswith(_DIRECT) else f"{words} ({manner})"


def _said(clause: Clause) -> str:
    match clause:
        case DateClause(day, exclusive):
            return f"{_bound(exclusive=exclusive)} ngày {day:%d/%m/%Y}"
        case PeriodClause(start, end, kind):
            return _span(start, end) if kind == "period" else _range(start, end)
        case ContinuousClause():
            return "thường xuyên"
        case WordsClause(text=text):
            return text
        case RelativeClause():
            return _relative(clause)
        case EmptyClause() | RecurringClause():
            return ""


def _bound(*, exclusive: bool) -> str:
    return "trước" if exclusive else "chậm nhất"


def _span(start: date, end: date) -> str:
    """Return the name of a period: Quý II/2026, Tháng 5/2026; else its two days."""
    is_whole = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if is_whole and start.year == end.year:
        first, last, year = start.month, end.month, start.year
        if (first, last) == (1, 12):
            return f"năm {year}"
        if first == last:
            return f"tháng {first}/{year}"
        if last - first == 2 and first % 3 == 1:
            return f"quý {roman(last // 3)}/{year}"
        if (first, last) == (1, 6):
            return f"6 tháng đầu năm {year}"
        if (first, last) == (7, 12):
            return f"6 tháng cuối năm {year}"
        if (first, last) == (1, 9):
            return f"9 tháng đầu năm {year}"
    return f"trong khoảng {_range(start, end)}"


def _range(start: date, end: date) -> str:
    return f"từ ngày {start:%d/%m/%Y} đến ngày {end:%d/%m/%Y}"


def _relative(clause: RelativeClause) -> str:
    count = f"{clause.months:02} tháng" if clause.months else f"{clause.days:02} ngày"
    return f"trong thời hạn {count}{' làm việc' if clause.working else ''} kể từ {clause.start}"


def _recurring(clause: RecurringClause, *, is_report: bool, is_mixed: bool) -> str:
    if not clause.every:
        return "trong báo cáo định kỳ"
    if clause.days:
        return _on_days(clause.every, clause.days)
    has_reports = bool(set(clause.every) & set(REPORTED))
    expected = REPORT_CALENDAR if is_report and has_reports else PERIOD_END
    said = _every(clause.every)
    if clause.anchor == expected and not is_mixed:
        return said
    if clause.anchor == REPORT_CALENDAR:
        return f"{said} theo lịch báo cáo"
    return f"{said}, vào ngày làm việc cuối kỳ"


def _every(every: tuple[Frequency, ...]) -> str:
    units = ", ".join(_UNITS[one] for one in every)
    return f"{'định kỳ' if every[0] in ('half', 'nine_months') else 'hằng'} {units}"


def _on_days(every: tuple[Frequency, ...], days: tuple[AnchorDay, ...]) -> str:
    is_plain = every == ("month",) and {one.of for one in days} == {"last_month"}
    said = [_anchor(day, is_plain=is_plain) for day in days]
    if len(every) == 1 and len(days) == 1:
        only, day = every[0], days[0]
        if only == "week":
            return f"{said[0]} hằng tuần"
        if only == "month" and day.of == "last_month":
            return f"{_bound(exclusive=day.exclusive)} ngày {day.day:02} hằng tháng"
        if only == "year" and day.of == "month":
            return f"{said[0]} hằng năm"
        if only == "quarter" and day.of in ("first_month", "last_month"):
            edge = "đầu" if day.of == "first_month" else "cuối"
            bound = _bound(exclusive=day.exclusive)
            return f"{bound} ngày {day.day:02} của tháng {edge} quý"
    return f"{_every(every)}, {', '.join(said)}"


def _anchor(day: AnchorDay, *, is_plain: bool) -> str:
    """Return a day in words; `is_plain`: its month need not be said."""
    bound = _bound(exclusive=day.exclusive)
    if day.of == "week":
        return f"{bound} {_WEEKDAYS[day.day - 1]}"
    if day.of == "month":
        last = monthrange(_LEAP_YEAR, day.month)[1]
        return f"{bound} ngày {min(day.day, last):02}/{day.month:02}"
    if day.of == "next_year":
        return f"{bound} ngày {day.day:02}/{day.month:02} năm sau"
    if is_plain:
        return f"{bound} ngày {day.day:02}"
    return f"{bound} ngày {day.day:02} {_PLACES[day.of]}"
