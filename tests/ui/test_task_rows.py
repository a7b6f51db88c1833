from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.plan import Annex, Plan, PlanKind
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record, State, UnitRecord
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.domain.timing import unread_schedule
from ui.session.open_plan import OpenPlan
from ui.tasks.task_columns import Column
from ui.tasks.task_rows import (
    FOLLOW_UP_TITLE,
    MISSING,
    NO_DUE_DAY,
    UNREAD,
    RowKind,
    TaskRow,
    task_rows,
)

TODAY = date(2026, 6, 10)
DIRECTORY = Directory(
    (
        Respondent("vp", RespondentKind.DIVISION, "Văn phòng"),
        Respondent("tg", RespondentKind.DIVISION, "Phòng Tôn giáo, tín ngưỡng"),
    )
)


def a_task(name: str, *, lead: tuple[str, ...] = ("vp",), timing: str = "Quý II") -> Task:
    return Task(
        name, plain_runs(f"Việc {name}"), tuple(Assignment(one) for one in lead), timing=timing
    )


def a_group(name: str, *children: Task) -> Task:
    return Task(name, plain_runs(f"Nhóm {name}"), children=children)


def due(task: Task, day: date | None, record: Record | None = None) -> Occurrence:
    units = (UnitRecord("vp", record),) if record else ()
    late = date.fromordinal(day.toordinal() + 1) if day else None
    return Occurrence(f"{task.id}-{day}", task.id, "once", day, late, units)


def rows_of(
    tasks: tuple[Task, ...], *occurrences: Occurrence, follow_up: tuple[Task, ...] = ()
) -> tuple[TaskRow, ...]:
    by_task: dict[str, list[Occurrence]] = {}
    for one in occurrences:
        by_task.setdefault(one.task_id, []).append(one)
    plan = Plan(
        "p", PlanKind.CONTROL, 2026, annexes=(Annex("a", "Phụ lục", tasks=tasks),),
        follow_up=follow_up,
    )  # fmt: skip
    progress = PlanProgress(plan, DIRECTORY, {key: tuple(all_) for key, all_ in by_task.items()})
    return task_rows(progress, TODAY)


def every(rows: Iterable[TaskRow]) -> Iterator[TaskRow]:
    for row in rows:
        yield row
        yield from every(row.children)


def test_a_task_shows_its_words_and_its_state() -> None:
    task = a_task("một", lead=("tg", "vp"))
    (row,) = rows_of((task,), due(task, date(2026, 5, 29)))
    assert row.words == {
        Column.NUMBER: "1",
        Column.CONTENT: "Việc một",
        Column.LEAD: "Phòng Tôn giáo, tín ngưỡng; Văn phòng",
        Column.COORDINATING: "",
        Column.TIMING: "Quý II",
        Column.DUE: "29/05/2026",
        Column.STATE: "Quá hạn 12 ngày",
        Column.PERCENT: "",
        Column.RESULT: "",
    }
    assert row.state is not None
    assert row.state.shown is Shown.OVERDUE


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 6, 16), "Còn 6 ngày"),
        (date(2026, 6, 10), "Đến hạn hôm nay"),
        (date(2026, 6, 9), "Quá hạn 1 ngày"),
        (date(2026, 7, 31), "Trong hạn"),
        (None, "Thường xuyên"),
    ],
)
def test_the_state_says_how_many_days(day: date | None, words: str) -> None:
    task = a_task("một")
    (row,) = rows_of((task,), due(task, day))
    assert row.words[Column.STATE] == words


def test_the_due_day_is_the_nearest_open_one_else_the_last() -> None:
    task = a_task("một")
    done = Record(State.DONE, 100, "Kế hoạch 05", done_on=date(2026, 3, 1))
    first, second = due(task, date(2026, 3, 31), done), due(task, date(2026, 9, 30))
    (row,) = rows_of((task,), first, second)
    assert row.words[Column.DUE] == "30/09/2026"
    assert row.words[Column.RESULT] == "Kế hoạch 05"
    (row,) = rows_of((task,), first)
    assert row.words[Column.DUE] == "31/03/2026"
    (row,) = rows_of((task,), due(task, None))
    assert row.words[Column.DUE] == NO_DUE_DAY
    unread = replace(task, schedule=unread_schedule("Theo Kế hoạch riêng"))
    (row,) = rows_of((unread,), due(unread, None))
    assert row.words[Column.DUE] == UNREAD


def test_what_is_missing_is_said() -> None:
    task = a_task("một", lead=(), timing="")
    (row,) = rows_of((task,), due(task, None))
    assert row.missing == {Column.LEAD, Column.TIMING}
    assert row.words[Column.LEAD] == row.words[Column.TIMING] == MISSING
    assert row.words[Column.STATE] == "Chưa phân công"


def test_a_group_gives_account_of_all_tasks_below_it() -> None:
    done, late, open_ = a_task("xong"), a_task("trễ"), a_task("mở")
    group = a_group("1", done, a_group("1.2", late, open_))
    (row,) = rows_of(
        (group,),
        due(done, date(2026, 3, 1), Record(State.DONE, 100, done_on=date(2026, 2, 1))),
        due(late, date(2026, 3, 1)),
        due(open_, date(2026, 9, 1)),
    )
    assert row.kind is RowKind.GROUP
    assert row.account == "3 việc · 1 xong · 1 quá hạn"
    assert row.children[1].account == "2 việc · 1 quá hạn"
    assert [one.words[Column.NUMBER] for one in every((row,))] == [
        "1",
        "1.1",
        "1.2",
        "1.2.1",
        "1.2.2",
    ]


def test_several_lists_stand_under_a_heading_each() -> None:
    task, followed = a_task("một"), a_task("hai")
    rows = rows_of((task,), due(task, None), due(followed, None), follow_up=(followed,))
    assert [row.kind for row in rows] == [RowKind.LIST, RowKind.LIST]
    assert [row.words[Column.CONTENT] for row in rows] == ["Phụ lục", FOLLOW_UP_TITLE]
    assert rows[1].children[0].words[Column.NUMBER] == "T1"


def test_a_plan_kept_to_compare_has_tasks_without_state() -> None:
    (row,) = rows_of((a_task("một"),))
    assert row.state is None
    assert row.words[Column.STATE] == ""


def test_the_sample_has_every_task_of_the_plan(control_plan: OpenPlan) -> None:
    numbers = [row.words[Column.NUMBER] for row in every(control_plan.rows)]
    assert numbers == [row.number for row in control_plan.plan.numbered_tasks()]
