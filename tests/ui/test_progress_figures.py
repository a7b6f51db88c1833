from datetime import date

from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.plan import Annex, Plan, PlanKind
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record, State, UnitRecord
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_run import plain_runs
from ui.reports.progress_figures import Figures, UnitFigures, plan_figures
from ui.session.open_plan import OpenPlan

TODAY = date(2026, 6, 10)
A, B = (Respondent(one, RespondentKind.DIVISION, f"Phòng {one}") for one in "AB")
BOTH = Respondent("G", RespondentKind.GROUP, "Các phòng", members=("A", "B"))
ALONE = Respondent("H", RespondentKind.GROUP, "Các đơn vị")


def figures(*tasks: Task, records: dict[str, Record] | None = None) -> Figures:
    occurrences = {
        task.id: (
            Occurrence(
                task.id, task.id, "once", date(2026, 5, 1), date(2026, 5, 2),
                tuple(UnitRecord(unit, record) for unit, record in (records or {}).items()),
            ),
        )
        for task in tasks
    }  # fmt: skip
    plan = Plan("p", PlanKind.CONTROL, 2026, annexes=(Annex("a", tasks=tasks),))
    return plan_figures(PlanProgress(plan, Directory((B, A, BOTH, ALONE)), occurrences), TODAY)


def led_by(*leads: str) -> Task:
    return Task("-".join(leads), plain_runs("Việc"), tuple(map(Assignment, leads)), timing="Quý I")


def test_a_groups_task_counts_for_each_member_by_its_own_record() -> None:
    done = Record(State.DONE, 100, done_on=date(2026, 4, 1))
    found = figures(led_by("G"), records={"A": done})
    assert found.units == (
        UnitFigures("Phòng B", 1, 0, 0, 1),
        UnitFigures("Phòng A", 1, 1, 0, 0),
    )
    assert found.tasks == 1
    assert found.count(Shown.OVERDUE) == 1


def test_a_task_with_two_leads_counts_for_both() -> None:
    assert [one.tasks for one in figures(led_by("A", "B"), led_by("A")).units] == [1, 2]


def test_a_group_without_members_counts_as_one() -> None:
    assert [one.name for one in figures(led_by("H")).units] == ["Các đơn vị"]


def test_the_parts_of_a_unit_add_up(control_plan: OpenPlan) -> None:
    for unit in control_plan.figures.units:
        assert unit.tasks == unit.done + unit.under_way + unit.overdue + unit.other
        assert unit.other >= 0


def test_the_states_add_up_to_the_tasks(control_plan: OpenPlan) -> None:
    found = control_plan.figures
    assert sum(count for _, count in found.states) == found.tasks
    assert found.sentence == (
        f"{found.tasks} nhiệm vụ · {found.count(Shown.DONE, Shown.DONE_LATE)} hoàn thành · "
        f"{found.count(Shown.OVERDUE)} quá hạn"
    )
