"""The frozen rows: which stand in a sheet, in what order, with which record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tthc_desktop.domain.plan import Annex
from tthc_desktop.domain.progress import Record, State
from tthc_desktop.domain.task import Assignment
from tthc_desktop.sheets.progress_rows import (
    FOLLOW_UP_HEADING,
    NamePart,
    ProgressRow,
    ProgressSheet,
    Role,
    units_of_period,
)

if TYPE_CHECKING:
    from tests.sheets.conftest import Maker
    from tthc_desktop.domain.plan_progress import PlanProgress


def keys(sheet: ProgressSheet) -> list[str]:
    """Return "number period" for each row, "number" for a group."""
    return [f"{row.number} {row.period}".strip() or row.content for row in sheet.rows]


def row_of(sheet: ProgressSheet, key: str) -> ProgressRow:
    return sheet.rows[keys(sheet).index(key)]


def test_the_sheet_of_the_year_has_every_group_and_every_occurrence(
    make: Maker, year: PlanProgress
) -> None:
    months = ["01", "02", "03", "04", "06", "07"]
    assert keys(make.sheet(year)) == [
        "1",
        "1.1 once",
        *(f"1.2 2026-Q{quarter}" for quarter in (1, 2, 3, 4)),
        *(f"1.3 2026-{month}" for month in months),
        "2",
        "2.1",
        "2.1.1 once",
        "2.2 once",
        "2.3 once",
        "2.4 once",
        FOLLOW_UP_HEADING,
        "T1 2026-Q2",
    ]


def test_a_period_has_what_is_due_reviews_what_has_no_day_and_what_is_still_open(
    make: Maker, year: PlanProgress
) -> None:
    rows = keys(make.sheet(year, "2026-Q2"))
    assert rows == [
        "1",
        "1.2 2026-Q2",  # the quarter's review
        "1.3 2026-01",  # open from before: one of its two units has not done it
        "1.3 2026-04",  # due in the quarter
        "1.3 2026-06",
        "2",
        "2.1",
        "2.1.1 once",  # without a due day
        "2.2 once",
        "2.3 once",
        "2.4 once",  # due in the quarter, done or not
        FOLLOW_UP_HEADING,
        "T1 2026-Q2",
    ]


@pytest.mark.parametrize(
    ("period", "reviews"),
    [
        ("2026-Q3", ["2026-Q3"]),
        ("2026-05", ["2026-Q2"]),
        ("2026-W27", ["2026-Q3"]),  # begins in June, ends in July
        ("2026-H1", ["2026-Q1", "2026-Q2"]),
        ("2026-9M", ["2026-Q1", "2026-Q2", "2026-Q3"]),
        ("2026", ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("2026-03-01..2026-04-15", ["2026-Q2"]),
        ("2026-02-01..2026-07-15", ["2026-Q2"]),
        ("2027-Q1", []),
    ],
)
def test_reviews_of_a_period(
    make: Maker, year: PlanProgress, period: str, reviews: list[str]
) -> None:
    shown = [row.period for row in make.sheet(year, period).rows if row.number == "1.2"]
    assert shown == reviews


def test_only_the_first_and_last_day_of_a_period_and_those_between_are_its_days(
    make: Maker,
) -> None:
    task = make.task("Việc", "vp", "", "Hạn")
    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 1)]
    occurrences = [
        make.occurrence("Việc", f"once-{n}", day, vp=Record(State.DONE))
        for n, day in enumerate(days)
    ]
    sheet = make.sheet(make.progress([task], occurrences), "2026-07")
    assert [row.due for row in sheet.rows] == days[1:3]


@pytest.mark.parametrize("state", State)
def test_from_before_only_what_is_neither_done_nor_cancelled_nor_without_a_case(
    make: Maker, state: State
) -> None:
    task = make.task("Việc", "vp", "", "Hạn")
    old = make.occurrence("Việc", "once", date(2026, 3, 1), vp=Record(state))
    shown = bool(make.sheet(make.progress([task], [old]), "2026-Q2").rows)
    assert shown == (state not in {State.DONE, State.CANCELLED, State.NO_CASE})


def test_a_unit_sees_what_it_leads_or_co_ordinates_itself_or_in_a_group(
    make: Maker, year: PlanProgress
) -> None:
    sheet = make.sheet(year, unit="tt")
    months = ["01", "02", "03", "04", "06", "07"]
    assert keys(sheet) == ["1", *(f"1.3 2026-{one}" for one in months), "2", "2.1", "2.1.1 once"]
    roles = {row.number: row.role for row in sheet.rows if not row.is_group}
    assert roles == {"1.3": Role.COORDINATING, "2.1.1": Role.LEAD}


def test_leading_beats_co_ordinating(make: Maker) -> None:
    task = make.task("Việc", "vp", "phong", "Hạn")
    progress = make.progress([task], [make.occurrence("Việc", "once")])
    assert [row.role for row in make.sheet(progress, unit="vp").rows] == [Role.LEAD]
    assert [row.role for row in make.sheet(progress, unit="nv").rows] == [Role.COORDINATING]


def test_a_unit_sees_its_own_record(make: Maker, year: PlanProgress) -> None:
    leads = row_of(make.sheet(year, unit="nv1"), "1.3 2026-04").record
    assert leads.state is State.PAUSED
    not_begun = row_of(make.sheet(year, unit="nv1"), "1.3 2026-01").record
    assert (not_begun.state, not_begun.done_on) == (State.NOT_STARTED, None)
    helps = row_of(make.sheet(year, unit="nv"), "1.1 once").record
    assert (helps.state, helps.result, helps.evidence) == (None, "Đã góp ý", "")
    waits = row_of(make.sheet(year, unit="nv"), "2.3 once").record
    assert waits.state is State.WAITING_DOCUMENT


def test_all_units_see_the_derived_record(make: Maker, year: PlanProgress) -> None:
    sheet = make.sheet(year)
    april = row_of(sheet, "1.3 2026-04").record
    assert (april.state, april.percent) == (State.IN_PROGRESS, 20)
    closed = row_of(sheet, "2.4 once").record
    assert (closed.state, closed.evidence) == (State.DONE, "Thông báo số 7")


def test_a_unit_that_is_done_is_not_asked_again_while_others_are_not(
    make: Maker, year: PlanProgress
) -> None:
    assert "1.3 2026-01" not in keys(make.sheet(year, "2026-Q2", "nv"))
    assert "1.3 2026-01" in keys(make.sheet(year, "2026-Q2", "nv1"))
    assert "1.3 2026-01" in keys(make.sheet(year, "2026-Q2", "tt"))  # co-ordinates


def test_what_the_office_closed_is_not_asked_again(make: Maker, year: PlanProgress) -> None:
    assert "2.4 once" not in keys(make.sheet(year, "2026-Q3", "th"))


def test_the_name_by_which_a_unit_answers_is_its_own(make: Maker, year: PlanProgress) -> None:
    sheet = make.sheet(year, unit="nv1")
    assert row_of(sheet, "1.3 2026-04").lead == (
        NamePart("Phòng Nghiệp vụ"),
        NamePart("Phòng Nghiệp vụ 1", own=True),
    )
    assert row_of(sheet, "1.2 2026-Q1").lead == (NamePart("Các phòng thuộc Sở", own=True),)
    assert not any(one.own for row in make.sheet(year).rows for one in row.lead)


def test_a_unit_is_named_as_the_plan_names_it(make: Maker) -> None:
    task = replace(make.task("Việc", "", "", "Hạn"), lead=(Assignment("vp", "Bộ phận Văn phòng"),))
    progress = make.progress([task], [make.occurrence("Việc", "once")])
    assert make.sheet(progress).rows[0].lead == (NamePart("Bộ phận Văn phòng"),)


def test_follow_up_tasks_stand_alone_where_there_is_no_table(make: Maker) -> None:
    follow_up = make.task("Đăng tin bài", "nv", "", "Quý II")
    occurrence = make.occurrence("Đăng tin bài", "2026-Q2", date(2026, 6, 30))
    sheet = make.sheet(make.progress([], [occurrence], [follow_up]))
    assert keys(sheet) == ["T1 2026-Q2"]


def test_two_tables_are_told_apart_by_their_titles(make: Maker) -> None:
    progress = make.progress(
        [make.task("Việc một", "vp")],
        [make.occurrence(f"Việc {n}", "once") for n in ("một", "hai")],
    )
    second = Annex("hai", "PHỤ LỤC II", tasks=(make.task("Việc hai", "vp"),))
    first = replace(progress.plan.annexes[0], title="DANH MỤC NHIỆM VỤ")
    plan = replace(progress.plan, annexes=(first, second))
    sheet = make.sheet(replace(progress, plan=plan))
    assert keys(sheet) == ["DANH MỤC NHIỆM VỤ", "1 once", "PHỤ LỤC II", "1 once"]


def test_a_task_with_lead_and_children_is_a_row_of_its_own(make: Maker) -> None:
    child = make.task("Con", "nv", "", "Hạn")
    parent = make.task("Cha", "vp", "", "Hạn", [child])
    occurrences = [make.occurrence(one, "once") for one in ("Cha", "Con")]
    progress = make.progress([parent], occurrences)
    assert keys(make.sheet(progress)) == ["1 once", "1.1 once"]
    assert keys(make.sheet(progress, unit="nv")) == ["1.1 once"]


def test_units_of_a_period_in_the_order_of_the_directory(make: Maker, year: PlanProgress) -> None:
    assert units_of_period(year, make.period("2026-Q2")) == ("vp", "th", "nv", "nv1", "tt", "khac")
    only = make.progress([make.task("Việc", "tt", "nv")], [make.occurrence("Việc", "once")])
    assert units_of_period(only, None) == ("nv", "tt")


def test_title_of_a_unit_and_a_period(make: Maker, year: PlanProgress) -> None:
    title = make.sheet(year, "2026-Q2", "th").title
    assert title.agency == "SỞ DÂN SINH"
    assert title.heading.startswith("BẢNG THEO DÕI TIẾN ĐỘ THỰC HIỆN")
    assert title.plan_number == "Kế hoạch số 05/KH-SDS ngày 20/01/2026"
    assert title.unit == "Phòng Tổ chức, tổng hợp"
    assert title.period == "Quý II năm 2026 (01/04/2026 - 30/06/2026)"
    assert make.sheet(year).title.period == "Năm 2026 (01/01/2026 - 31/12/2026)"


def test_a_draft_has_no_number(make: Maker, year: PlanProgress) -> None:
    draft = replace(year, plan=replace(year.plan, number=None))
    assert make.sheet(draft).title.plan_number == ""
