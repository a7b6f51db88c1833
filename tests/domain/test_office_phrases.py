"""Phrases an office writes, each with its clauses and days of 2026 judged by hand.

A line of the lists is "words = kinds of the clauses = days", "-" for an occurrence without a
day; of many days the first four and how many there are.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tthc_desktop.domain.occurrences import PlannedOccurrence, plan_occurrences
from tthc_desktop.domain.timing import clause_as_json
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.domain.timing_words.writing import words_of
from tthc_desktop.use_cases.working_days import shipped_working_days

LISTS = sorted((Path(__file__).parent / "phrases").glob("*.txt"))
YEAR = 2026
MOST = 17


def phrases() -> Iterator[tuple[str, str, str]]:
    for file in LISTS:
        for line in file.read_text(encoding="utf-8").splitlines():
            words, kinds, days = line.split(" = ")
            yield words, kinds, days


def day_words(one: PlannedOccurrence) -> str:
    if one.due is None:
        return "-"
    year = "" if one.due.year == YEAR else f"/{one.due.year % 100:02}"
    return f"{one.due.day}/{one.due.month}{year}"


def understood(words: str) -> tuple[str, str]:
    schedule = read_timing(words, YEAR)
    planned = plan_occurrences(schedule, YEAR, shipped_working_days())
    keys = [one.period for one in planned]
    assert len(set(keys)) == len(keys)
    days = [day_words(one) for one in planned]
    told = " ".join(days) if len(days) <= MOST else f"{' '.join(days[:4])} … {len(days)}"
    return "+".join(str(clause_as_json(one)["kind"]) for one in schedule.clauses), told


def test_there_are_enough_of_them() -> None:
    assert len(list(phrases())) >= 800
    words = [words for words, _, _ in phrases()]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("file", LISTS, ids=lambda file: str(file.stem))
def test_each_phrase_means_what_stands_beside_it(file: Path) -> None:
    lines = [line.split(" = ") for line in file.read_text(encoding="utf-8").splitlines()]
    wanted = {words: (kinds, days) for words, kinds, days in lines}
    assert {words: understood(words) for words in wanted} == wanted


def test_what_was_understood_is_written_so_that_it_is_understood_again() -> None:
    for words, kinds, _ in phrases():
        if "unknown" in kinds:
            continue
        schedule = read_timing(words, YEAR)
        said = words_of(schedule)
        days = shipped_working_days()
        again = read_timing(said, YEAR)
        assert plan_occurrences(again, YEAR, days) == plan_occurrences(schedule, YEAR, days), said


BESIDE = (
    "hằng tháng", "hằng quý", "hằng năm", "Quý I", "tháng 5", "ngày 15 hằng tháng", "6 tháng",
    "trước ngày 20 của tháng cuối quý", "thường xuyên", "theo Kế hoạch của tỉnh", "báo cáo",
    "khi có yêu cầu", "thứ Sáu hằng tuần", "Phòng chuyên môn", "bằng văn bản", "sơ kết", "dự kiến",
)  # fmt: skip
BETWEEN = (", ", "; ", " và ", " (", ": ", " trước ngày ", ", chậm nhất ")


def test_no_day_that_is_written_is_lost() -> None:
    """Among any other words each day stays one of a clause, or of words that ask."""
    chance = random.Random(2026)
    for _ in range(3000):
        day = date(YEAR, 1, 1) + timedelta(chance.randrange(365))
        parts = [f"{day:%d/%m/%Y}", *chance.choices(BESIDE, k=chance.randint(0, 4))]
        chance.shuffle(parts)
        words = parts[0]
        for one in parts[1:]:
            words += chance.choice(BETWEEN) + one
        told = [clause_as_json(one) for one in read_timing(words, YEAR).clauses]
        in_words = f"{day:%d/%m/%Y}" in str(told)
        is_date = any(day.isoformat() in one.values() for one in told)
        of_year = [(one["day"], one["month"]) for each in told for one in each.get("days", ())]
        assert in_words or is_date or (day.day, day.month) in of_year, words
