"""What the program understood of a timing, said back in words."""

from __future__ import annotations

from tthc_desktop.domain.timing import (
    REPORT_CALENDAR,
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
        case RecurringClause(every, anchor):
            return _recurring(every, anchor)
        case ContinuousClause():
            return "Thường xuyên: không có hạn, xem lại mỗi quý"
        case WordsClause(kind, text):
            said = _WORDS[kind]
            return said if kind == "unknown" or not text else f"{said}: {text}"
        case RelativeClause(days, working, start):
            return f"Trong {days} ngày{' làm việc' if working else ''} kể từ {start}"
        case EmptyClause():
            return "Chưa có thời gian"


def _recurring(every: tuple[Frequency, ...], anchor: str) -> str:
    periods = ", ".join(_EVERY[one] for one in every)
    due = "theo lịch báo cáo" if anchor == REPORT_CALENDAR else "hạn là ngày làm việc cuối kỳ"
    return f"Hằng {periods}: {due}"
