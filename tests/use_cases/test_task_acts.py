"""Any acts, then undo of all: the file's content as before; redo of all: the state after."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.data_file import SqliteDataFile
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Record, State
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.domain.task_tree import TaskPlace, task_places
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases import task_acts
from tthc_desktop.use_cases.editing import apply_edit, edited
from tthc_desktop.use_cases.opening import list_plans, open_plan

ACTS = ("cells", "insert", "delete", "up", "down", "drag", "indent", "outdent", "paste", "record")


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return everything in the file but the journal, in an order of its own."""
    connection = sqlite3.connect(path)
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if name != "journal"
    ]
    found = {}
    for table in tables:
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
        found[table] = sorted(rows, key=repr)
    connection.close()
    return found


def plan_of(data_file: SqliteDataFile, kind: str = "control") -> PlanProgress:
    units = data_file.units_of_work()
    plan = next(one for one in list_plans(units) if one.kind == kind)
    return open_plan(units, plan.id)


def tasks_of(plan: Plan) -> list[tuple[TaskPlace, Task]]:
    return list(task_places(plan))


def act(progress: PlanProgress, kind: str, at: int, more: int) -> TaskEdit:  # noqa: C901
    rows = tasks_of(progress.plan)
    if not rows:
        place = TaskPlace(progress.plan.annexes[0].id, None, 0)
        return task_acts.insert_tasks(progress, place, [{"content": "Việc"}])
    place, task = rows[at % len(rows)]
    other, _ = rows[more % len(rows)]
    ids = {task.id, rows[(at + 1) % len(rows)][1].id} if more % 3 == 0 else {task.id}
    match kind:
        case "cells":
            fields: task_acts.Cells = {
                "timing": f"Quý {more}",
                "lead": f"Phòng Pháp chế; Phòng Lạ {more % 3}",
            }
            return task_acts.set_cells(progress, dict.fromkeys(ids, fields))
        case "insert":
            return task_acts.insert_tasks(progress, place, [{"content": f"Việc {more}"}])
        case "delete":
            return task_acts.delete_tasks(progress, ids)
        case "up" | "down":
            return task_acts.move_tasks(progress, ids, -1 if kind == "up" else 1)
        case "drag":
            return task_acts.move_tasks_to(progress, ids, other)
        case "indent":
            return task_acts.indent_tasks(progress, ids)
        case "outdent":
            return task_acts.outdent_tasks(progress, ids)
        case "paste":
            block = [[f"Dán {more}", "Văn phòng"], ["", "Phòng Lạ"], ["Dòng mới", "", ""]]
            return task_acts.paste_block(progress, [task.id], "content", block, other)
    occurrences = progress.of_task(task)
    if not occurrences:
        return task_acts.move_tasks(progress, ids, 1)
    units = (*progress.lead_units(task), None)
    record = Record(State.DONE, 100, f"Kết quả {more}")
    return task_acts.record(progress, occurrences[0], units[more % len(units)], record)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(st.sampled_from(ACTS), st.integers(0, 99), st.integers(0, 99)),
        min_size=1,
        max_size=200,
    )
)
def test_undo_of_all_gives_the_file_as_before_and_redo_the_state_after(
    sample_template: Path, acts: list[tuple[str, int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(sample_template, Path(folder) / "du-lieu.tthc"))
        data_file = SqliteDataFile(path)
        units = data_file.units_of_work()
        progress = first = plan_of(data_file)
        before = content(path)
        done: list[TaskEdit] = []
        for kind, at, more in acts:
            edit = act(progress, kind, at, more)
            progress = apply_edit(units, progress, edit)
            done.append(edit)
        after = content(path)
        assert_same(plan_of(data_file), progress)
        for edit in reversed(done):
            progress = apply_edit(units, progress, edit.inverse(), undoing=True)
        assert content(path) == before
        assert_same(progress, first)
        for edit in done:
            progress = apply_edit(units, progress, edit)
        assert content(path) == after
        data_file.close()


def assert_same(one: PlanProgress, other: PlanProgress) -> None:
    assert one.plan == other.plan
    for _, task in task_places(one.plan):
        mine, theirs = one.occurrences.get(task.id, ()), other.occurrences.get(task.id, ())
        assert [plain(each) for each in mine] == [plain(each) for each in theirs]


def plain(occurrence: object) -> object:
    units = sorted(occurrence.units, key=lambda unit: unit.respondent_id)  # type: ignore[attr-defined]
    return occurrence.id, occurrence.period, occurrence.due, units, occurrence.closing  # type: ignore[attr-defined]


@pytest.fixture
def progress(sample: Path) -> PlanProgress:
    return plan_of(SqliteDataFile(sample))


def numbers(progress: PlanProgress) -> list[str]:
    return [f"{row.number} {row.task.content[:8]}" for row in progress.plan.numbered_tasks()]


def by_number(progress: PlanProgress, number: str) -> Task:
    return next(row.task for row in progress.plan.numbered_tasks() if row.number == number)


def test_indent_and_outdent_keep_the_order_of_the_rows(progress: PlanProgress) -> None:
    order = [task.id for _, task in task_places(progress.plan)]
    task = by_number(progress, "1.3")
    for change in (task_acts.indent_tasks, task_acts.outdent_tasks):
        after = edited(progress, change(progress, {task.id}))
        assert [one.id for _, one in task_places(after.plan)] == order
        assert after.plan != progress.plan


def test_dragging_a_group_takes_its_rows_along_and_never_into_itself(
    progress: PlanProgress,
) -> None:
    group = by_number(progress, "1")
    annex = progress.plan.annexes[0]
    end = TaskPlace(annex.id, None, len(annex.tasks))
    after = edited(progress, task_acts.move_tasks_to(progress, {group.id}, end))
    assert after.plan.annexes[0].tasks[-1] == group
    inside = TaskPlace(annex.id, group.children[0].id, 0)
    assert task_acts.move_tasks_to(progress, {group.id}, inside).is_empty


def test_a_move_past_the_end_is_no_act(progress: PlanProgress) -> None:
    assert task_acts.move_tasks(progress, {by_number(progress, "1").id}, -1).is_empty


def test_deleting_a_group_names_its_rows_and_undo_brings_what_was_recorded_back(
    sample: Path,
) -> None:
    data_file = SqliteDataFile(sample)
    progress = plan_of(data_file)
    group = by_number(progress, "1")
    edit = task_acts.delete_tasks(progress, {group.id})
    assert edit.words == f"xóa {len(group.children) + 1} dòng"
    before = content(sample)
    after = apply_edit(data_file.units_of_work(), progress, edit)
    assert len(content(sample)["task"]) == len(before["task"]) - len(group.children) - 1
    apply_edit(data_file.units_of_work(), after, edit.inverse(), undoing=True)
    assert content(sample) == before
    data_file.close()


def test_an_unknown_unit_becomes_an_unconfirmed_one_and_goes_with_undo(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    progress = plan_of(data_file)
    task = by_number(progress, "1.1")
    edit = task_acts.set_cells(progress, {task.id: {"lead": "Phòng Mới Lập; Văn phòng"}})
    after = apply_edit(data_file.units_of_work(), progress, edit)
    found = after.directory.find("Phòng Mới Lập")
    assert found is not None
    assert not found.confirmed
    apply_edit(data_file.units_of_work(), after, edit.inverse(), undoing=True)
    assert plan_of(data_file).directory.find("Phòng Mới Lập") is None
    data_file.close()


def test_a_block_is_pasted_over_rows_and_beyond_them(progress: PlanProgress) -> None:
    rows = [by_number(progress, number).id for number in ("1.1", "1.2")]
    place = next(where for where, task in task_places(progress.plan) if task.id == rows[-1])
    end = TaskPlace(place.annex_id, place.parent_id, place.position + 1)
    block = [["A", "Văn phòng"], ["", "Phòng Pháp chế"], ["C", "", "", "Quý III"]]
    after = edited(progress, task_acts.paste_block(progress, rows, "content", block, end))
    assert by_number(after, "1.1").content == "A"
    assert by_number(after, "1.2").content == by_number(progress, "1.2").content
    assert by_number(after, "1.3").content == "C"
    assert by_number(after, "1.3").timing == "Quý III"
    assert after.occurrences[by_number(after, "1.3").id][0].period == "once"


@pytest.mark.parametrize("change", [lambda p, t: task_acts.set_cells(p, {t: {"content": " "}})])
def test_empty_content_is_refused(
    progress: PlanProgress, change: Callable[[PlanProgress, str], TaskEdit]
) -> None:
    with pytest.raises(Refused):
        change(progress, by_number(progress, "1.1").id)
