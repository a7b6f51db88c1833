"""A schedule that a dialog can make is written in the office's words and read back the same."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tthc_desktop.domain.timing import (
    FREQUENCIES,
    ON_DAYS,
    PERIOD_END,
    REPORT_CALENDAR,
    REPORTED,
    AnchorDay,
    AnchorPlace,
    Clause,
    ContinuousClause,
    DateClause,
    Frequency,
    PeriodClause,
    RecurringClause,
    RelativeClause,
    Schedule,
    WordsClause,
)
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.domain.timing_words.writing import words_of

YEAR = 2026
REPORT = "Báo cáo kết quả công tác"
Draw = Callable[[st.SearchStrategy[object]], object]
manners = st.sampled_from(["", "bằng văn bản", "qua hệ thống quản lý văn bản", "nếu có"])
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
frequencies = st.lists(st.sampled_from(FREQUENCIES), min_size=1, max_size=4, unique=True).map(tuple)
contents = st.sampled_from(["", REPORT])


@st.composite
def named_periods(draw: st.DrawFn) -> PeriodClause:
    year, first = draw(st.integers(2024, 2032)), draw(st.integers(1, 12))
    last = draw(st.integers(first, 12))
    end = date(year, last, monthrange(year, last)[1])
    return PeriodClause(date(year, first, 1), end, "period", draw(manners))


@st.composite
def any_periods(draw: st.DrawFn) -> PeriodClause:
    start = draw(days)
    end = start + timedelta(days=draw(st.integers(0, 800)))
    kind = "range" if draw(st.booleans()) else "period"
    return PeriodClause(start, end, "range" if kind == "range" else "period", draw(manners))


@st.composite
def recurrences(draw: st.DrawFn) -> RecurringClause:
    every: tuple[Frequency, ...] = draw(frequencies)
    anchor = draw(st.sampled_from([PERIOD_END, REPORT_CALENDAR]))
    if not set(every) & set(REPORTED):
        anchor = PERIOD_END
    return RecurringClause(every, anchor, draw(manners))


@st.composite
def days_of_months(draw: st.DrawFn) -> RecurringClause:
    every: tuple[Frequency, ...] = tuple(one for one in draw(frequencies) if one != "week")
    places: list[AnchorPlace] = ["last_month", "next_month"]
    if "month" not in every:
        places.append("first_month")
    found = st.lists(
        st.tuples(st.integers(1, 31), st.sampled_from(places)),
        min_size=1, max_size=3, unique=True,
    )  # fmt: skip
    days = tuple(AnchorDay(day, place, 0, draw(st.booleans())) for day, place in draw(found))
    return RecurringClause(every or ("quarter",), ON_DAYS, draw(manners), days)


@st.composite
def days_of_the_year(draw: st.DrawFn) -> RecurringClause:
    shapes: list[tuple[Frequency, int]] = [("year", 1), ("half", 2), ("quarter", 4)]
    every, count = draw(st.sampled_from(shapes))
    size = 12 // count
    found = tuple(
        AnchorDay(
            draw(st.integers(1, 28)), "month", place * size + draw(st.integers(1, size)),
            draw(st.booleans()),
        )
        for place in range(count)
    )  # fmt: skip
    return RecurringClause((every,), ON_DAYS, draw(manners), found)


@st.composite
def weekdays(draw: st.DrawFn) -> RecurringClause:
    found = draw(st.lists(st.integers(1, 7), min_size=1, max_size=3, unique=True))
    days = tuple(AnchorDay(day, "week", 0, draw(st.booleans())) for day in found)
    return RecurringClause(("week",), ON_DAYS, draw(manners), days)


@st.composite
def several_days_of_the_year(draw: st.DrawFn) -> RecurringClause:
    """Return a clause with days of one half: they fit no frequency but the year."""
    spots = st.tuples(st.integers(1, 28), st.integers(1, 6))
    found = draw(st.lists(spots, min_size=2, max_size=3, unique=True))
    days = tuple(AnchorDay(day, "month", month, draw(st.booleans())) for day, month in found)
    return RecurringClause(("year",), ON_DAYS, draw(manners), days)


clauses: st.SearchStrategy[Clause] = st.one_of(
    st.builds(DateClause, days, st.booleans(), manners),
    named_periods(),
    any_periods(),
    recurrences(),
    days_of_months(),
    days_of_the_year(),
    weekdays(),
    several_days_of_the_year(),
    st.builds(ContinuousClause, manners),
    st.just(RecurringClause((), REPORT_CALENDAR)),
    st.just(RecurringClause(("year",), ON_DAYS, "", (AnchorDay(15, "next_year", 1, True),))),
    st.sampled_from(["Theo kế hoạch của tỉnh", "Sau khi có hướng dẫn của tỉnh"]).map(
        lambda text: WordsClause("external", text)
    ),
    st.sampled_from(["Khi phát sinh", "Đột xuất theo yêu cầu của UBND tỉnh"]).map(
        lambda text: WordsClause("event", text)
    ),
    st.builds(RelativeClause, st.integers(1, 90), st.booleans(), st.just("ngày ban hành")),
    st.integers(1, 11).map(lambda months: RelativeClause(0, False, "ngày ký", months=months)),
)


@settings(max_examples=300, deadline=None)
@given(clauses, contents)
def test_one_clause_comes_back_from_its_words(clause: Clause, content: str) -> None:
    words = words_of(Schedule((clause,)), content)
    assert read_timing(words, YEAR, content).clauses == (clause,), words


@settings(max_examples=300, deadline=None)
@given(st.lists(clauses, min_size=2, max_size=3), contents)
def test_several_clauses_come_back_from_their_words(found: list[Clause], content: str) -> None:
    recurring = [one for one in found if isinstance(one, RecurringClause)]
    assume(len(recurring) <= 1 and all(one.every for one in recurring))
    schedule = Schedule(tuple(found))
    words = words_of(schedule, content)
    assert read_timing(words, YEAR, content) == schedule, words


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        (DateClause(date(2026, 1, 25), exclusive=True), "Trước ngày 25/01/2026"),
        (PeriodClause(date(2026, 4, 1), date(2026, 6, 30)), "Quý II/2026"),
        (PeriodClause(date(2026, 1, 1), date(2026, 6, 30)), "6 tháng đầu năm 2026"),
        (RecurringClause(("quarter", "year")), "Hằng quý, năm"),
        (RecurringClause(("half",)), "Định kỳ 6 tháng"),
        (RecurringClause(("quarter",), REPORT_CALENDAR), "Hằng quý theo lịch báo cáo"),
        (ContinuousClause("bằng văn bản"), "Thường xuyên bằng văn bản"),
        (
            RecurringClause(("quarter",), ON_DAYS, "", (AnchorDay(17, exclusive=True),)),
            "Trước ngày 17 của tháng cuối quý",
        ),
    ],
)
def test_the_words_are_those_of_the_office(clause: Clause, words: str) -> None:
    assert words_of(Schedule((clause,))) == words


def test_a_report_needs_no_word_of_the_report_calendar() -> None:
    schedule = Schedule((RecurringClause(("quarter", "year"), REPORT_CALENDAR),))
    assert words_of(schedule, REPORT) == "Hằng quý, năm"
