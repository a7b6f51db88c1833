"""T20 to T27 on plans that have the fault, and on one that has none."""

from dataclasses import replace
from datetime import date

import pytest

from tthc_desktop.domain.findings import Severity
from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.plan import Annex, PartialDate, Plan, PlanKind
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.task_rules import number_findings, task_findings
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.use_cases.working_days import shipped_working_days

OFFICE = Respondent("vp", RespondentKind.DIVISION, "Văn phòng")
FAITH = Respondent("tg", RespondentKind.DIVISION, "Phòng Tôn giáo, tín ngưỡng")
NO_DAY = PartialDate()
STRANGER = replace(FAITH, id="x", name="Tôn giáo, tín ngưỡng", confirmed=False)


def task(timing: str, lead: str = "vp", children: tuple[Task, ...] = ()) -> Task:
    return Task(
        f"{timing}{lead}{len(children)}",
        plain_runs("Rà soát thủ tục hành chính"),
        lead=(Assignment(lead),) if lead else (),
        timing=timing,
        schedule=read_timing(timing, 2026),
        children=children,
    )


def rules(*tasks: Task, day: PartialDate = NO_DAY) -> list[tuple[str, str]]:
    plan = Plan(
        id="p", kind=PlanKind.CONTROL, year=2026, date=day,
        annexes=(Annex("a", "", "", "", (), tasks=tasks),),
    )  # fmt: skip
    directory = Directory((OFFICE, FAITH, STRANGER))
    found = task_findings(plan, directory, shipped_working_days())
    assert all(one.message and one.suggestion and one.quote for one in found if one.rule != "T21")
    return [(one.rule, one.where) for one in found]


def test_a_table_without_faults() -> None:
    assert (
        rules(
            task("Tháng 5"),
            task("Thường xuyên"),
            task("Quý I"),
            task("Hằng quý"),
            task("Khi phát sinh"),
        )
        == []
    )


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (task("Quý I", lead=""), "T20"),
        (task(""), "T21"),
        (task("Sớm"), "T24"),
        (task("31/02/2026"), "T24"),
        (task("Trước ngày 25/01/2026"), "T25"),
        (task("ngày 15 hằng tháng"), "T25"),
        (task("Quý I", lead="x"), "T26"),
    ],
)
def test_each_rule_names_its_row(wrong: Task, rule: str) -> None:
    assert rules(task("Quý I"), wrong) == [(rule, "task 2")]


def test_a_group_has_neither_lead_nor_timing() -> None:
    child = task("Quý I")
    assert rules(task("", lead="", children=(child,))) == []
    assert rules(task("Quý II", lead="", children=(child,))) == [("T22", "task 1")]


def test_a_day_off_names_the_working_day_before() -> None:
    plan = Plan(
        id="p", kind=PlanKind.CONTROL, year=2026,
        follow_up=(task("Trước ngày 25/01/2026"),),
    )  # fmt: skip
    (found,) = task_findings(plan, Directory((OFFICE,)), shipped_working_days())
    assert (found.rule, found.where, found.severity) == ("T25", "task T1", Severity.WARNING)
    assert "thứ Bảy 24/01/2026" in found.message
    assert "23/01/2026" in found.suggestion


def test_what_is_due_before_the_plan_is_issued() -> None:
    early, recurring = task("Trước ngày 23/01/2026"), task("Hằng tháng")
    assert rules(early, recurring, day=PartialDate(5, 2, 2026)) == [("T27", "task 1")]
    assert rules(early, recurring, day=PartialDate(None, 2, 2026)) == []


def test_an_unknown_unit_is_told_with_the_one_it_may_be() -> None:
    wrong = task("Quý I", lead="x")
    plan = Plan(id="p", kind=PlanKind.CONTROL, year=2026, follow_up=(wrong,))
    (found,) = task_findings(plan, Directory((FAITH, STRANGER)), shipped_working_days())
    assert "Phòng Tôn giáo, tín ngưỡng" in found.suggestion


def test_numbers_as_typed() -> None:
    assert number_findings(["1", "1.1", "1.2", "2", "2.1", "2.1.1", "2.2", "3"]) == ()
    for typed, place in ((["1", "3"], "task 3"), (["1", "1.2"], "task 1.2"), (["2"], "task 2")):
        (found,) = number_findings(typed)
        assert (found.rule, found.where) == ("T23", place)
    assert [one.where for one in number_findings(["1.", "1.1", "1.2", "2."])] == ["task 1.1"]
    assert len(number_findings(["1", "a", "2"])) == 1


def test_issue_days_that_do_not_exist_are_left_alone() -> None:
    assert rules(task("Quý I"), day=PartialDate(31, 2, 2026)) == []
    assert PartialDate(1, 2, 2026).as_date() == date(2026, 2, 1)
