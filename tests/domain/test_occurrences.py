"""The dates of 2026 and 2027 that the specification measured."""

from datetime import date

import pytest

from tthc_desktop.domain.occurrences import plan_occurrences, waits_for_document
from tthc_desktop.domain.periods import (
    numbered_period,
    occurrence_period,
    parse_period,
    period_words,
    split_period,
)
from tthc_desktop.domain.timing import (
    ON_DAYS,
    PERIOD_END,
    REPORT_CALENDAR,
    AnchorDay,
    Clause,
    ContinuousClause,
    DateClause,
    EmptyClause,
    PeriodClause,
    RecurringClause,
    RelativeClause,
    Schedule,
    WordsClause,
    clause_as_json,
    clause_from_json,
    unread_schedule,
)
from tthc_desktop.use_cases.working_days import shipped_working_days


def dues(*clauses: Clause, year: int = 2026) -> list[tuple[str, str | None]]:
    planned = plan_occurrences(Schedule(clauses), year, shipped_working_days())
    return [(one.period, one.due.strftime("%d/%m") if one.due else None) for one in planned]


def test_months_end_on_their_last_working_day() -> None:
    days = [day for _, day in dues(RecurringClause(("month",), PERIOD_END))]
    assert days == (
        "30/01 27/02 31/03 29/04 29/05 30/06 31/07 28/08 30/09 30/10 30/11 31/12".split()
    )


@pytest.mark.parametrize(
    ("year", "days"),
    [(2026, "17/03 16/06 16/09 16/12 16/12"), (2027, "16/03 16/06 16/09 16/12 16/12")],
)
def test_reports_of_quarters_and_year_follow_the_report_calendar(year: int, days: str) -> None:
    clause = RecurringClause(("quarter", "year"), REPORT_CALENDAR)
    assert [day for _, day in dues(clause, year=year)] == days.split()


def test_other_quarters_end_on_their_last_working_day() -> None:
    clause = RecurringClause(("quarter", "year"), PERIOD_END)
    assert dues(clause) == [
        ("2026-Q1", "31/03"),
        ("2026-Q2", "30/06"),
        ("2026-Q3", "30/09"),
        ("2026-Q4", "31/12"),
        ("2026", "31/12"),
    ]


def test_before_a_day_ends_the_day_before() -> None:
    day = date(2026, 1, 25)
    assert dues(DateClause(day, exclusive=True)) == [("once", "24/01")]
    assert dues(DateClause(day), DateClause(date(2026, 9, 30))) == [
        ("once", "25/01"),
        ("once-2", "30/09"),
    ]


def test_a_period_ends_on_its_last_calendar_day() -> None:
    assert dues(PeriodClause(date(2026, 4, 1), date(2026, 6, 28))) == [("once", "28/06")]


def test_a_continuous_task_is_reviewed_each_quarter_and_never_due() -> None:
    quarters = [(f"2026-Q{n}", None) for n in range(1, 5)]
    assert dues(ContinuousClause()) == quarters
    both = dues(ContinuousClause(), RecurringClause(("quarter",), REPORT_CALENDAR))
    assert [day for _, day in both] == "17/03 16/06 16/09 16/12".split()


@pytest.mark.parametrize(
    "clause",
    [EmptyClause(), WordsClause("external", "x"), WordsClause("unknown", "x"),
     RelativeClause(5, working=True, start="x")],
)  # fmt: skip
def test_words_without_a_day_make_one_occurrence(clause: Clause) -> None:
    assert dues(clause) == [("once", None)]


def test_only_external_words_wait_for_a_document() -> None:
    assert waits_for_document(Schedule((WordsClause("external", "x"),)))
    assert not waits_for_document(unread_schedule("x"))
    assert not waits_for_document(Schedule(()))


@pytest.mark.parametrize(
    "clause",
    [
        DateClause(date(2026, 1, 25), exclusive=True),
        PeriodClause(date(2025, 1, 1), date(2026, 12, 31), "range"),
        RecurringClause(("month", "year"), PERIOD_END, "bằng văn bản"),
        ContinuousClause(),
        WordsClause("event", "Khi phát sinh"),
        RelativeClause(30, working=False, start="ngày ban hành"),
        EmptyClause(),
    ],
)
def test_a_clause_comes_back_from_json(clause: Clause) -> None:
    assert clause_from_json(clause_as_json(clause)) == clause


def test_period_keys_and_words() -> None:
    keys = "2026-05 2026-Q1 2026-H1 2026-9M 2026 once once-2".split()
    words = ["Tháng 5", "Quý I", "6 tháng", "9 tháng", "Năm 2026", "Một lần", "Một lần"]
    assert [period_words(key) for key in keys] == words
    assert parse_period("2026-Q5") is None
    assert parse_period("2026-13") is None
    assert parse_period("2026-04-15..2026-03-01") is None
    week = parse_period("2026-W05")
    assert week is not None
    assert (week.start, week.end) == (date(2026, 1, 26), date(2026, 2, 1))


def test_working_days_of_2026() -> None:
    days = shipped_working_days()
    assert days.is_working(date(2026, 8, 22))
    assert not days.is_working(date(2026, 8, 31))
    assert not days.is_working(date(2026, 2, 16))
    assert not days.is_working(date(2026, 7, 4))


def test_several_days_of_a_period_have_keys_of_their_own() -> None:
    days = (AnchorDay(30), AnchorDay(15, exclusive=True))
    found = dues(RecurringClause(("month",), ON_DAYS, "", days))
    assert found[:4] == [
        ("2026-01", "14/01"), ("2026-01-2", "30/01"), ("2026-02", "14/02"), ("2026-02-2", "28/02"),
    ]  # fmt: skip
    assert len(found) == 24


def test_clauses_that_share_a_period_lose_no_day() -> None:
    month_end = RecurringClause(("month",))
    day = RecurringClause(("month",), ON_DAYS, "", (AnchorDay(15),))
    found = dict(dues(month_end, day, month_end))
    assert len(found) == 24
    assert (found["2026-01"], found["2026-01-2"]) == ("30/01", "15/01")


def test_a_key_says_which_due_day_of_its_period_it_is() -> None:
    for key in "2026-01 2026-12 2026-Q1 2026-W05 2026-9M 2026 once".split():
        assert split_period(key) == (key, 1)
        assert split_period(numbered_period(key, 2)) == (key, 2)
        assert parse_period(numbered_period(key, 2)) is None  # no period that one reports of
        assert occurrence_period(numbered_period(key, 3)) == parse_period(key)
    assert split_period("2026-01-12") == ("2026-01", 12)
    for key in ("2026-03-01..2026-04-15", "2026-13", "2026-01-1", "2026-01-0", "x-2"):
        assert split_period(key) == (key, 1)
    words = [period_words(key) for key in ("2026-05-2", "2026-Q1-3", "2026-2", "once-2")]
    assert words == ["Tháng 5 (lần 2)", "Quý I (lần 3)", "Năm 2026 (lần 2)", "Một lần"]
