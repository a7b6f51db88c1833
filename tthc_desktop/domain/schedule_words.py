"""What the program understood of a timing, said back in words."""

from __future__ import annotations

from tthc_desktop.domain.timing import (
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

NOT_READ = "Chưa đọc được, giữ nguyên văn"
_EVERY: dict[Frequency, str] = {
    "week": "tuần",
    "month": "tháng",
    "quarter": "quý",
    "half": "6 tháng",
    "nine_months": "9 tháng",
    "year": "năm",
}
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_PLACES = {
    "first_month": "của tháng đầu kỳ",
    "last_month": "của tháng cuối kỳ",
    "next_month": "của tháng sau kỳ",
}
_WORDS = {"external": "Chờ văn bản", "event": "Khi có việc", "unknown": NOT_READ}


def schedule_words(schedule: Schedule) -> str:
    """Return one sentence a line: "Hằng tháng: hạn là ngày làm việc cuối kỳ."."""
    lines = dict.fromkeys(_clause_words(one) for one in schedule.clauses)
    return "\n".join(f"{line}." for line in lines if line)


def _clause_words(clause: Clause) -> str:
    said = _plain_words(clause)
    return f"{said} ({clause.manner})" if clause.manner else said


def _plain_words(clause: Clause) -> str:
    match clause:
        case DateClause(day, exclusive):
            return f"{'Trước ngày' if exclusive else 'Chậm nhất ngày'} {day:%d/%m/%Y}"
        case PeriodClause(start, end, _):
            return f"Từ {start:%d/%m/%Y} đến hết {end:%d/%m/%Y}"
        case RecurringClause():
            return _recurring(clause)
        case ContinuousClause():
            return "Thường xuyên: không có hạn, xem lại mỗi quý"
        case WordsClause(kind, text):
            return _of_words(kind, text, clause.reason)
        case RelativeClause(days, working, start):
            count = f"{clause.months} tháng" if clause.months else f"{days} ngày"
            return f"Trong {count}{' làm việc' if working else ''} kể từ {start}"
        case EmptyClause():
            return "Chưa có thời gian"


def _of_words(kind: str, text: str, reason: str) -> str:
    said = _WORDS[kind]
    if kind == "unknown":
        return f"{said}. {reason.rstrip('.')}" if reason else said
    return f"{said}: {text}" if text else said


def _recurring(clause: RecurringClause) -> str:
    if not clause.every:
        return "Báo cáo định kỳ: hằng quý, năm theo lịch báo cáo"
    periods = ", ".join(_EVERY[one] for one in clause.every)
    if clause.days:
        return f"Hằng {periods}: {', '.join(_anchor_day(one) for one in clause.days)}"
    if clause.anchor != REPORT_CALENDAR:
        return f"Hằng {periods}: hạn là ngày làm việc cuối kỳ"
    if set(clause.every) <= set(REPORTED):
        return f"Hằng {periods}: theo lịch báo cáo"
    return f"Hằng {periods}: theo lịch báo cáo, tháng và tuần vào ngày làm việc cuối kỳ"


def _anchor_day(day: AnchorDay) -> str:
    bound = "trước" if day.exclusive else "chậm nhất"
    if day.of == "week":
        return f"{bound} {_WEEKDAYS[day.day - 1]}"
    if day.of in ("month", "next_year"):
        year = " năm sau" if day.of == "next_year" else ""
        return f"{bound} ngày {day.day:02}/{day.month:02}{year}"
    return f"{bound} ngày {day.day:02} {_PLACES[day.of]}"
