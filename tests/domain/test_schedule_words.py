from datetime import date

import pytest

from tthc_desktop.domain.schedule_words import schedule_words
from tthc_desktop.domain.timing import (
    REPORT_CALENDAR,
    Clause,
    ContinuousClause,
    DateClause,
    EmptyClause,
    PeriodClause,
    RecurringClause,
    RelativeClause,
    Schedule,
    WordsClause,
)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (DateClause(date(2026, 1, 25), exclusive=True), "Trước ngày 25/01/2026."),
        (DateClause(date(2026, 1, 25)), "Chậm nhất ngày 25/01/2026."),
        (
            PeriodClause(date(2026, 1, 1), date(2026, 3, 31)),
            "Từ 01/01/2026 đến hết 31/03/2026.",
        ),
        (RecurringClause(("month",)), "Hằng tháng: hạn là ngày làm việc cuối kỳ."),
        (
            RecurringClause(("quarter", "year"), REPORT_CALENDAR),
            "Hằng quý, năm: theo lịch báo cáo.",
        ),
        (ContinuousClause(), "Thường xuyên: không có hạn, xem lại mỗi quý."),
        (WordsClause("external", "Theo kế hoạch của tỉnh"), "Chờ văn bản: Theo kế hoạch của tỉnh."),
        (WordsClause("event", "Khi phát sinh"), "Khi có việc: Khi phát sinh."),
        (WordsClause("unknown", "Sớm"), "Chưa đọc được, giữ nguyên văn."),
        (
            RelativeClause(5, working=True, start="ngày nhận văn bản"),
            "Trong 5 ngày làm việc kể từ ngày nhận văn bản.",
        ),
        (EmptyClause(), "Chưa có thời gian."),
    ],
)
def test_every_kind_of_clause_is_said_in_words(clause: Clause, words: str) -> None:
    assert schedule_words(Schedule((clause,))) == words


def test_every_clause_has_a_line_and_none_stands_twice() -> None:
    clauses = RecurringClause(("month",)), ContinuousClause(), ContinuousClause()
    assert len(schedule_words(Schedule(clauses)).split("\n")) == 2
