"""From one period to another, and one after the other, in every spelling of the office."""

from calendar import monthrange
from datetime import date
from itertools import combinations

import pytest

from tthc_desktop.domain.occurrences import plan_occurrences
from tthc_desktop.domain.timing import clause_as_json
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.use_cases.working_days import shipped_working_days

YEAR = 2026
ROMAN = ("", "I", "II", "III", "IV")
QUARTER_RANGES = (
    "Quý {a}-{b}/2026", "Quý {a} - {b} năm 2026", "Quý {A}-{B}/2026", "Quý {a} đến quý {b}/2026",
    "Từ quý {A} đến quý {B} năm 2026", "Quý {a}/2026 - Quý {b}/2026", "từ quý {a} đến {b}/2026",
    "từ quý {A} đến hết quý {B}", "Trong quý {A} - quý {B}", "quý {a} – quý {b}",
)  # fmt: skip
QUARTER_LISTS = (
    "Quý {A}, {B}/2026", "Quý {A}, quý {B}", "Quý {a} và quý {b}/2026", "Quý {A} và {B} năm 2026",
    "Quý {A}; Quý {B}", "Quý {a}, {b}/2026", "Quý {a} và {b}/2026",
)  # fmt: skip
MONTH_RANGES = (
    "Tháng {a}-{b}/2026", "Tháng {a:02} đến tháng {b:02}/2026", "Tháng {a} - tháng {b}",
    "từ tháng {a:02} đến hết tháng {b:02}", "{a:02}/2026 - {b:02}/2026", "Từ {a}/2026 đến {b}/2026",
)  # fmt: skip
MONTH_LISTS = (
    "Tháng {a}, {b}/2026", "Tháng {a} và tháng {b}", "Tháng {a:02} và {b:02} năm 2026",
    "Các tháng {a}, {b}", "Vào các tháng {a}, {b}/2026", "tháng {a}; tháng {b}",
)  # fmt: skip


def month_end(month: int) -> date:
    return date(YEAR, month, monthrange(YEAR, month)[1])


def read(words: str) -> tuple[list[str], list[date | None]]:
    schedule = read_timing(words, YEAR)
    planned = plan_occurrences(schedule, YEAR, shipped_working_days())
    kinds = [str(clause_as_json(one)["kind"]) for one in schedule.clauses]
    return kinds, [one.due for one in planned]


@pytest.mark.parametrize("spelling", QUARTER_RANGES)
def test_quarters_from_one_to_another(spelling: str) -> None:
    for a, b in combinations(range(1, 5), 2):
        words = spelling.format(a=a, b=b, A=ROMAN[a], B=ROMAN[b])
        assert read(words) == (["range"], [month_end(3 * b)]), words


@pytest.mark.parametrize("spelling", QUARTER_LISTS)
def test_one_quarter_and_another(spelling: str) -> None:
    for a, b in combinations(range(1, 5), 2):
        words = spelling.format(a=a, b=b, A=ROMAN[a], B=ROMAN[b])
        assert read(words) == (["period"] * 2, [month_end(3 * a), month_end(3 * b)]), words


@pytest.mark.parametrize("spelling", MONTH_RANGES)
def test_months_from_one_to_another(spelling: str) -> None:
    for a, b in combinations(range(1, 13), 2):
        words = spelling.format(a=a, b=b)
        assert read(words) == (["range"], [month_end(b)]), words


@pytest.mark.parametrize("spelling", MONTH_LISTS)
def test_one_month_and_another(spelling: str) -> None:
    for a, b in combinations(range(1, 13), 2):
        words = spelling.format(a=a, b=b)
        assert read(words) == (["period"] * 2, [month_end(a), month_end(b)]), words
