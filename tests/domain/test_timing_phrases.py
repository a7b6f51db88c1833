"""What the office's words mean in the plan year 2026; the table of the specification, and more."""

import random
import time
import unicodedata
from datetime import date

import pytest

from tthc_desktop.domain.occurrences import plan_occurrences
from tthc_desktop.domain.timing import (
    DateClause,
    PeriodClause,
    RecurringClause,
    RelativeClause,
    WordsClause,
    clause_as_json,
    clause_from_json,
)
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.domain.timing_words.writing import words_of
from tthc_desktop.use_cases.working_days import shipped_working_days

QUARTERS = "31/03/26 30/06/26 30/09/26 31/12/26"
REPORTS = "17/03/26 16/06/26 16/09/26 16/12/26"


TORN = (
    "Theo Kế hoạch riêng hoặc kết hợp cùng Kế hoạch kiểm tra công tác cải cách hành chính; "
    "kiểm tra công vụ tại cửa tỉnh"
)


def kinds(words: str, content: str = "") -> list[str]:
    clauses = read_timing(words, 2026, content).clauses
    return [str(clause_as_json(one)["kind"]) for one in clauses]


def dues(words: str, content: str = "", year: int = 2026) -> str:
    """Return the due days, "-" where an occurrence has none."""
    planned = plan_occurrences(read_timing(words, year, content), year, shipped_working_days())
    return " ".join(one.due.strftime("%d/%m/%y") if one.due else "-" for one in planned)


# Phrases that fall due on days of their own: words, days.
DATED = {
    "Trước ngày 25/01/2026": "24/01/26",
    "trước ngày 15/12/2026": "14/12/26",
    "trước ngày 01 tháng 7 năm 2027": "30/06/27",
    "trước ngày 31 tháng 01 của năm kế hoạch": "30/01/26",
    "chậm nhất trước ngày 15/02": "14/02/26",
    "Chậm nhất là ngày 15 tháng 12 năm 2026": "15/12/26",
    "Đến hết ngày 30/6/2026": "30/06/26",
    "Xong trước 30/6": "29/06/26",
    "trước 16h ngày 22/7/2026": "22/07/26",
    "Trước 17 giờ 30 phút, ngày 15/6/2026": "15/06/26",
    "15.3.2026": "15/03/26",
    "15-3-2026": "15/03/26",
    "2026-03-15": "15/03/26",
    "15/3/26": "15/03/26",
    "Từ nay đến 30/6/2026": "30/06/26",
    "hoàn thành trong Quý I/2021": "31/03/21",
    "Quý I": "31/03/26",
    "Trong quý II": "30/06/26",
    "quý 2": "30/06/26",
    "Quý I-2026": "31/03/26",
    "Quý I, III": "31/03/26 30/09/26",
    "Quý I và Quý III/2027": "31/03/27 30/09/27",
    "2025": "31/12/25",
    "12/2025": "31/12/25",
    "6/2025": "30/06/25",
    "03/2025": "31/03/25",
    "9/2026": "30/09/26",
    "01-2026": "31/01/26",
    "Tháng 5/2025": "31/05/25",
    "Quý II/2025": "30/06/25",
    "Cả năm": "31/12/26",
    "Trong năm 2026": "31/12/26",
    "6 tháng đầu năm": "30/06/26",
    "9 tháng đầu năm 2026": "30/09/26",
    "Tháng 3, tháng 9": "31/03/26 30/09/26",
    "Tháng 12, tháng 01/2027": "31/12/26 31/01/27",
    "Tuần 2 tháng 6": "14/06/26",
    "tuần cuối tháng 6": "30/06/26",
    "giữa năm": "30/06/26",
    "cuối năm": "31/12/26",
    "Cuối quý II/2026": "30/06/26",
    "Giữa tháng 5/2026": "15/05/26",
    "Trước tháng 6": "31/05/26",
    "trước quý II": "31/03/26",
    "2030, 2045": "31/12/30 31/12/45",
    "2025 - 2026": "31/12/26",
    "2025-2026": "31/12/26",
    "Quý II - Quý IV": "31/12/26",
    "Quý II–IV": "31/12/26",
    "tháng 3 đến tháng 5": "31/05/26",
    "tháng 3-5/2026": "31/05/26",
    "Quý IV - Quý I/2027": "31/03/27",
    "từ ngày 01/3 đến ngày 15/4/2026": "15/04/26",
    "01-15/3/2026": "15/03/26",
    "Theo Kế hoạch của tỉnh, xong trước ngày 15/6/2026": "14/06/26",
    "Theo kế hoạch; 15/6/2026": "15/06/26",
    "Trong Quý I, trước ngày 15/3": "14/03/26",
    "trong 05 ngày làm việc kể từ ngày 16/3/2026": "23/03/26",
    "trong 30 ngày kể từ ngày 27/3/2026": "28/04/26",  # 26/4 a Sunday, 27/4 off in its place
    # Those that come back.
    "Hàng quý, năm": f"{QUARTERS} 31/12/26",
    "HẰNG QÚI": QUARTERS,
    "Hằng năm": "31/12/26",
    "Định kỳ sáu tháng": "30/06/26 31/12/26",
    "hàng Quý, 6 tháng, năm": f"{QUARTERS} 30/06/26 31/12/26 31/12/26",
    "Định kỳ hàng quý, 06 tháng, 9 tháng, hàng năm": (
        f"{QUARTERS} 30/06/26 31/12/26 30/09/26 31/12/26"
    ),
    "2 lần/năm": "30/06/26 31/12/26",
    "3 tháng 1 lần": QUARTERS,
    "Định kỳ 03 tháng hoặc đột xuất": QUARTERS,
    "trước ngày 17 của tháng cuối quý": "16/03/26 16/06/26 16/09/26 16/12/26",
    "ngày 10 của tháng đầu quý": "10/01/26 10/04/26 10/07/26 10/10/26",
    "trước ngày 10 tháng đầu quý sau": "09/04/26 09/07/26 09/10/26 09/01/27",
    "chậm nhất vào ngày 15 tháng 3 (hàng năm)": "15/03/26",
    "trước ngày 30 tháng 6 hằng năm": "29/06/26",
    "Hàng năm, trước ngày 15/01 năm sau": "14/01/27",
    "trước ngày 15/6 và 15/12 hằng năm": "14/06/26 14/12/26",
    "20/3, 20/6, 20/9 và 20/12": "20/03/26 20/06/26 20/09/26 20/12/26",
    "Trước ngày 20/3, 20/6, 20/9 và 20/12": "19/03/26 19/06/26 19/09/26 19/12/26",
    "Định kỳ 06 tháng một lần vào ngày 30/6 và ngày 30/12": "30/06/26 30/12/26",
    "Hàng quý (trước ngày 20 tháng cuối quý), năm (trước ngày 15/12)": (
        "19/03/26 19/06/26 19/09/26 19/12/26 14/12/26"
    ),
    # The phrase itself speaks of reports.
    "trong báo cáo định kỳ về kết quả thực hiện công tác kiểm soát TTHC": f"{REPORTS} 16/12/26",
    "Thường xuyên, báo cáo hàng quý": REPORTS,
}


@pytest.mark.parametrize(("words", "days"), DATED.items())
def test_words_with_a_day_fall_due_on_it(words: str, days: str) -> None:
    assert dues(words) == days
    assert "unknown" not in kinds(words)


@pytest.mark.parametrize(
    ("words", "wanted", "due"),
    [
        ("Thường xuyên", ["continuous"], "- - - -"),
        ("Thường xuyên bằng văn bản", ["continuous"], "- - - -"),
        ("Thường xuyên trong năm", ["continuous"], "- - - -"),
        ("Nhiệm vụ thường xuyên", ["continuous"], "- - - -"),
        ("Hằng ngày", ["continuous"], "- - - -"),
        ("Theo văn bản triển khai của tỉnh", ["external"], "-"),
        ("Theo Kế hoạch riêng", ["external"], "-"),
        (TORN, ["external"], "-"),
        ("Theo Kế hoạch số 20/KH-UBND ngày 04/02/2021 của UBND tỉnh", ["external"], "-"),
        ("Sau khi có kế hoạch của tỉnh", ["external"], "-"),
        ("Theo tiến độ của tỉnh", ["external"], "-"),
        ("Theo yêu cầu của cấp có thẩm quyền", ["external"], "-"),
        ("khi có yêu cầu của cơ quan có thẩm quyền", ["event"], "-"),
        ("Khi phát sinh", ["event"], "-"),
        ("Ngay sau khi QĐ công bố có hiệu lực", ["event"], "-"),
        ("Trong thời hạn 05 ngày làm việc kể từ ngày ban hành", ["relative"], "-"),
        ("trong thời hạn 30 ngày kể từ ngày có quyết định", ["relative"], "-"),
        ("", ["empty"], "-"),
        ("Đầu năm", ["unknown"], "-"),
        ("Trong tháng", ["unknown"], "-"),
        ("Sớm", ["unknown"], "-"),
        ("Ngày 15", ["unknown"], "-"),
        ("Từ ngày 01/3/2026", ["unknown"], "-"),
        ("3-5/2026", ["unknown"], "-"),
    ],
)  # fmt: skip
def test_words_without_a_day_wait_or_ask(words: str, wanted: list[str], due: str) -> None:
    assert kinds(words) == wanted
    assert dues(words) == due


@pytest.mark.parametrize(
    "words",
    ["31/02/2026", "Trước ngày 31/4/2026", "30/02", "29/02", "15/13/2026", "Tháng 13/2026",
     "00/03/2026", "Quý V", "ngày 32 hằng tháng"],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_asked_with_the_reason(words: str) -> None:
    (clause,) = read_timing(words, 2026).clauses
    assert isinstance(clause, WordsClause)
    assert (clause.kind, bool(clause.reason)) == ("unknown", True)
    assert dues(words) == "-"


def test_words_that_are_not_known_beside_a_day_ask_and_lose_no_day() -> None:
    words = "Phòng chuyên môn trước ngày 15/3/2026"
    assert kinds(words) == ["unknown", "date"]
    assert dues(words) == "14/03/26"


def test_the_content_says_whether_the_report_calendar_counts() -> None:
    words, report = "Định kỳ hàng Quý, năm", "Báo cáo thực hiện kiểm soát thủ tục hành chính"
    assert dues(words, report) == f"{REPORTS} 16/12/26"
    assert dues(words, "Rà soát, trình công bố danh mục") == f"{QUARTERS} 31/12/26"
    (clause,) = read_timing("Thường xuyên theo tháng, Quý, năm", 2026).clauses
    assert isinstance(clause, RecurringClause)
    assert clause.every == ("month", "quarter", "year")
    months = "30/01 27/02 31/03 29/04 29/05 30/06 31/07 28/08 30/09 30/10 30/11 31/12".split()
    found = dues("Thường xuyên theo tháng, Quý, năm", "Tổng hợp kết quả Bộ chỉ số").split()
    assert [day[:5] for day in found[:12]] == months
    assert " ".join(found[12:]) == f"{REPORTS} 16/12/26"


def test_months_and_weeks_name_their_days() -> None:
    assert dues("Hàng tháng (trước ngày 20)").split()[:2] == ["19/01/26", "19/02/26"]
    assert dues("ngày 15 hằng tháng").split()[:2] == ["15/01/26", "15/02/26"]
    assert dues("ngày 31 hằng tháng").split()[1] == "28/02/26"
    assert dues("trước ngày 05 tháng sau").split()[::11] == ["04/02/26", "04/01/27"]
    assert dues("Thứ sáu hằng tuần").split()[1] == "09/01/26"
    assert dues("Hàng tuần / Hàng tháng").count("/26") >= 64


def test_manner_and_hour_are_kept() -> None:
    assert read_timing("Thường xuyên bằng văn bản", 2026).clauses[0].manner == "bằng văn bản"
    (clause,) = read_timing("trước 16h ngày 22/7/2026", 2026).clauses
    assert clause == DateClause(date(2026, 7, 22), exclusive=False, manner="trước 16h")


def test_kinds_with_more_than_a_day() -> None:
    assert read_timing("2025 - 2026", 2026).clauses == (
        PeriodClause(date(2025, 1, 1), date(2026, 12, 31), "range"),
    )
    assert read_timing("Tuần 2 tháng 6", 2026).clauses == (
        PeriodClause(date(2026, 6, 8), date(2026, 6, 14)),
    )
    assert read_timing("Chậm nhất 02 tháng kể từ ngày ký", 2026).clauses == (
        RelativeClause(0, working=False, start="ngày ký", months=2),
    )
    assert kinds("Báo cáo định kỳ và đột xuất theo yêu cầu của UBND tỉnh") == [
        "recurring", "event",
    ]  # fmt: skip


@pytest.mark.parametrize("words", DATED)
def test_spelling_does_not_matter(words: str) -> None:
    wanted = dues(words)
    assert dues(unicodedata.normalize("NFD", words)) == wanted
    assert dues(words.replace("hàng", "hằng").replace("-", "–").replace("quý", "quí")) == wanted
    assert dues(f" -  {words.upper()} .") == wanted


VOCABULARY = (
    "trước ngày tháng quý năm hằng định kỳ báo cáo thường xuyên theo kế hoạch của tỉnh và hoặc , ; "
    "/ - ( ) . : 15 31 2026 05 3 12 I IV 6 9 0 02/2026 15/3 31/02 cuối đầu giữa tuần sau khi có "
    "phát sinh đột xuất trong thời hạn làm việc kể từ chậm nhất vào xong hết đến thứ sáu lần một "
    "16h giờ kỳ chủ nhật mỗi cả số 38/KH-UBND nếu về để đối với nửa các"
).split()


def test_no_phrase_raises_whatever_stands_in_it() -> None:
    chance = random.Random(2026)
    days = shipped_working_days()
    for number in range(5000):
        if number % 5:
            glue = " " if number % 3 else ""
            words = glue.join(chance.choices(VOCABULARY, k=chance.randint(1, 12)))
        else:
            words = "".join(chr(chance.randrange(0xD7FF)) for _ in range(chance.randint(0, 30)))
        schedule = read_timing(words, 2026, "báo cáo" if number % 2 else "")
        assert schedule.clauses
        assert [clause_from_json(clause_as_json(one)) for one in schedule.clauses] == list(
            schedule.clauses
        )
        assert plan_occurrences(schedule, 2026, days)
        assert isinstance(words_of(schedule), str)


def test_ten_thousand_phrases_are_read_at_once() -> None:
    phrases = [f"{one}{' ' * (number % 3)}" for number in range(3) for one in DATED]
    chance = random.Random(7)
    wanted = chance.choices(phrases, k=10_000)
    start = time.process_time()
    for words in wanted:
        read_timing(words, 2026)
    # The same words stand in a plan many times; even those of as many different ones are quick.
    for number in range(2000):
        read_timing(wanted[number], 1900 + number % 290)
    assert time.process_time() - start < 2


def test_reading_grows_with_the_length_of_the_words() -> None:
    start = time.process_time()
    for words in ("kể từ ", "trong 5 ngày kể từ ", "theo khi , ", "(", "trước ngày "):
        read_timing(words * 3000, 2026)
    assert time.process_time() - start < 1
