"""Windows and due dates of 2026 and 2027 (domain rules, section 1.2)."""

from datetime import date

import pytest

from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.reporting.windows import (
    next_period,
    previous_period,
    quarters_within,
    report_window,
    report_windows,
    same_period_last_year,
)
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.working_days import shipped_working_days

DAYS = shipped_working_days()


@pytest.mark.parametrize(
    ("period", "start", "end", "due"),
    [
        ("2026-Q1", "2025-12-15", "2026-03-14", "2026-03-17"),
        ("2026-Q2", "2026-03-15", "2026-06-14", "2026-06-16"),
        ("2026-H1", "2025-12-15", "2026-06-14", "2026-06-16"),
        ("2026-Q3", "2026-06-15", "2026-09-14", "2026-09-16"),
        ("2026-9M", "2025-12-15", "2026-09-14", "2026-09-16"),
        ("2026-Q4", "2026-09-15", "2026-12-14", "2026-12-16"),
        ("2026-H2", "2026-06-15", "2026-12-14", "2026-12-16"),
        ("2026", "2025-12-15", "2026-12-14", "2026-12-16"),
        ("2027-Q1", "2026-12-15", "2027-03-14", "2027-03-16"),
        ("2027-Q2", "2027-03-15", "2027-06-14", "2027-06-16"),
        ("2027-Q3", "2027-06-15", "2027-09-14", "2027-09-16"),
        ("2027-Q4", "2027-09-15", "2027-12-14", "2027-12-16"),
        ("2027", "2026-12-15", "2027-12-14", "2027-12-16"),
        ("2026-03", "2026-02-15", "2026-03-14", "2026-03-17"),
        ("2026-03-01..2026-04-15", "2026-03-01", "2026-04-15", "2026-04-17"),
    ],
)
def test_data_close_on_the_14th_and_the_report_is_due_two_working_days_later(
    period: str, start: str, end: str, due: str
) -> None:
    window = report_window(period, DAYS)
    found = [one.isoformat() for one in (window.start, window.end, window.due)]
    assert found == [start, end, due]


def test_a_year_lists_months_quarters_halves_nine_months_and_itself() -> None:
    keys = [one.period for one in report_windows(2026, DAYS)]
    assert keys[:12] == [f"2026-{month:02}" for month in range(1, 13)]
    assert keys[12:] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026-H1", "2026-H2",
                         "2026-9M", "2026"]  # fmt: skip


def test_the_closing_day_can_be_another_one() -> None:
    window = report_window("2026-Q2", DAYS, ReportCalendar(20, 1))
    assert (window.start, window.end) == (date(2026, 3, 21), date(2026, 6, 20))
    assert window.due == date(2026, 6, 22)
    with pytest.raises(Refused, match="từ 1 đến 28"):
        report_window("2026-Q2", DAYS, ReportCalendar(31))


def test_periods_know_their_neighbours() -> None:
    assert previous_period("2026-Q1") == "2025-Q4"
    assert next_period("2026-Q4") == "2027-Q1"
    assert (previous_period("2026-01"), next_period("2026-H2")) == ("2025-12", "2027-H1")
    assert (previous_period("2026"), previous_period("2026-9M")) == ("2025", "2025-9M")
    assert previous_period("2026-03-01..2026-04-15") is None
    assert same_period_last_year("2026-Q2") == "2025-Q2"
    assert quarters_within("2026") == ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
    assert quarters_within("2026-9M") == ("2026-Q1", "2026-Q2", "2026-Q3")
    assert quarters_within("2026-Q1") == ()


def test_no_period_is_told() -> None:
    with pytest.raises(Refused, match="2026-Q5"):
        report_window("2026-Q5", DAYS)
