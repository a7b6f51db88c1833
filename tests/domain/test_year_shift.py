"""Words of a plan move to another year; what is cited does not; days exist afterwards."""

from datetime import date

import pytest

from tthc_desktop.domain.text_changes import changed_runs
from tthc_desktop.domain.text_run import Run, runs_text
from tthc_desktop.domain.timing import (
    DateClause,
    PeriodClause,
    RecurringClause,
    Schedule,
    WordsClause,
)
from tthc_desktop.domain.year_shift import YearShift, existing_days, found_years

SHIFT = YearShift(2026, 2027)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Kế hoạch năm 2026", "Kế hoạch năm 2027"),
        ("NHIỆM VỤ NĂM 2026.", "NHIỆM VỤ NĂM 2027."),
        ("Trước ngày 25/01/2026", "Trước ngày 25/01/2027"),
        ("ngày 25-01-2026 hoặc 05.12.2026", "ngày 25-01-2027 hoặc 05.12.2027"),
        ("ngày 5 tháng 12 năm 2026", "ngày 5 tháng 12 năm 2027"),
        ("hoàn thành trong Quý I/2026; quý II năm 2026", None),
        ("ngày /01/2026", "ngày /01/2027"),
        ("tháng 5/2026, 12/2026", "tháng 5/2027, 12/2027"),
        ("Quý III-2026", "Quý III-2027"),
        # no years, or not this one's
        ("2026 hồ sơ", "2026 hồ sơ"),
        ("giai đoạn 2021-2030, 2025 - 2026", "giai đoạn 2021-2030, 2025 - 2026"),
        ("mục tiêu đến năm 2030", "mục tiêu đến năm 2030"),
        ("theo số 118/2026/NĐ-CP", "theo số 118/2026/NĐ-CP"),
        ("0200 2026 001", "0200 2026 001"),
    ],
)
def test_the_plan_s_year_moves(before: str, after: str | None) -> None:
    wanted = before.replace("2026", "2027") if after is None else after
    assert SHIFT.text(before) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 766/QĐ-TTg ngày 23/06/2026 của Thủ tướng Chính phủ",
        "Nghị quyết số 01/NQ-CP ngày 08/01/2026 của Chính phủ về dự toán năm 2026",
        "Kế hoạch số 974/KH-SM ngày 11 tháng 02 năm 2026 của Sở Mẫu về công tác năm 2026",
    ],
)
def test_what_is_cited_stays(text: str) -> None:
    assert SHIFT.text(f"Thực hiện {text}; năm 2026") == f"Thực hiện {text}; năm 2027"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2026", "2027"),
        ("Trước ngày 15/01/2027", "Trước ngày 15/01/2028"),
        ("2026 và những năm tiếp theo", "2027 và những năm tiếp theo"),
        ("2025 - 2026", "2025 - 2026"),
        ("2026-2030", "2026-2030"),
        ("Thường xuyên", "Thường xuyên"),
    ],
)
def test_in_a_timing_the_following_year_moves_too(before: str, after: str) -> None:
    assert SHIFT.text(before, timing=True) == after


def test_years_that_stay_are_told() -> None:
    text = "So với năm 2025, giai đoạn 2026-2030, chuẩn bị năm 2027"
    stay = [one.words for one in found_years(text, 2026) if not one.moves]
    assert stay == ["năm 2025", "2026-2030", "năm 2027"]


def test_a_day_that_the_new_year_lacks_becomes_the_last_there_is() -> None:
    shift = YearShift(2028, 2029)
    assert shift.text("Trước ngày 29/02/2028; 28/02/2028") == "Trước ngày 28/02/2029; 28/02/2029"
    assert shift.text("ngày 29 tháng 02 năm 2028") == "ngày 28 tháng 02 năm 2029"
    assert shift.missing_days("Trước ngày 29/02/2028") == ("29/02/2029",)
    assert YearShift(2028, 2032).missing_days("Trước ngày 29/02/2028") == ()
    assert existing_days("29/02/2027, 29/02/2028") == "28/02/2027, 29/02/2028"
    cited = "Quyết định số 1/QĐ-SM ngày 29/02/2028 của Sở Mẫu"
    assert shift.text(cited) == cited


def test_schedules_move_with_the_words() -> None:
    moved = YearShift(2028, 2029).schedule(
        Schedule(
            (
                DateClause(date(2028, 2, 29), exclusive=True, manner="bằng văn bản"),
                DateClause(date(2029, 1, 15)),
                PeriodClause(date(2028, 2, 1), date(2028, 2, 29)),
                PeriodClause(date(2028, 1, 1), date(2030, 12, 31), "range"),
                RecurringClause(("quarter",)),
                WordsClause("unknown", "Trước ngày 25/01/2028"),
            ),
            overridden=True,
        )
    )
    assert moved == Schedule(
        (
            DateClause(date(2029, 2, 28), exclusive=True, manner="bằng văn bản"),
            DateClause(date(2030, 1, 15)),
            PeriodClause(date(2029, 2, 1), date(2029, 2, 28)),
            PeriodClause(date(2028, 1, 1), date(2030, 12, 31), "range"),
            RecurringClause(("quarter",)),
            WordsClause("unknown", "Trước ngày 25/01/2029"),
        ),
        overridden=True,
    )


def test_a_month_s_end_stays_the_month_s_end() -> None:
    (clause,) = (
        YearShift(2027, 2028)
        .schedule(Schedule((PeriodClause(date(2027, 2, 1), date(2027, 2, 28)),)))
        .clauses
    )
    assert clause == PeriodClause(date(2028, 2, 1), date(2028, 2, 29))


def test_bold_and_italic_are_kept_also_where_a_year_is_torn() -> None:
    runs = (Run("Đến "), Run("năm 20", bold=True), Run("26", italic=True), Run(" xong"))
    changed = changed_runs(runs, SHIFT.text_changes(runs_text(runs)))
    assert changed == (Run("Đến "), Run("năm 2027", bold=True), Run(" xong"))
