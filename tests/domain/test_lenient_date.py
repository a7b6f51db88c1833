from datetime import date

import pytest

from tthc_desktop.domain.lenient_date import read_day

DAY = date(2026, 5, 28)


@pytest.mark.parametrize(
    "text",
    [
        "2805", "28/5", "28.5", "28-5", "28 5", "28/05", "280526", "28052026", "28/5/26", "28.5.26",
        "28/5/2026", "28-05-2026", " 28/05/2026 ", "28/ 5/ 2026", "2026-05-28", "28,5",
    ],
)  # fmt: skip
def test_a_day_as_people_type_it(text: str) -> None:
    assert read_day(text, 2026).day == DAY
    assert not read_day(text, 2026).trouble


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_is_no_day_and_no_trouble(text: str) -> None:
    assert read_day(text, 2026) == read_day("", 2026)
    assert read_day(text, 2026).day is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31/02/2026", "Tháng 2/2026 có 28 ngày."),
        ("29/2/2024", ""),
        ("3004", ""),
        ("3104", "Tháng 4/2026 có 30 ngày."),
        ("0/5", "Tháng 5/2026 có 31 ngày."),
        ("28/13", "Không có tháng 13. Gõ 2805, 28/5 hoặc 28/05/2026."),
        ("hôm qua", "“hôm qua” không phải là ngày. Gõ 2805, 28/5 hoặc 28/05/2026."),
        ("285", "“285” không phải là ngày. Gõ 2805, 28/5 hoặc 28/05/2026."),
        ("28/5/1800", "Năm 1800 nằm ngoài 1900–2200."),
    ],
)
def test_a_day_that_is_none_is_told_with_what_would_be_right(text: str, words: str) -> None:
    assert read_day(text, 2026).trouble == words
