"""Timings that change: what was recorded stays, undone all is as before; documents and cases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain import task_tree
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import DueSource, Occurrence, Record, State
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.domain.timing import RecurringClause, Schedule, unread_schedule
from tthc_desktop.domain.working_days import CalendarDay, DayKind
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases import linked_documents, task_acts, timing_acts
from tthc_desktop.use_cases.editing import apply_edit
from tthc_desktop.use_cases.opening import find_task, list_plans, open_plan
from tthc_desktop.use_cases.timing import with_timings_read
from tthc_desktop.use_cases.working_days import (
    calendar_year,
    confirm_year,
    set_calendar_year,
    shipped_days,
)

PLAN_DOCUMENT = DueSource("document", "12/KH-UBND", date(2026, 3, 2), "Tập huấn năm 2026")


class Desk:
    """The control plan of the sample office, with acts written at once."""

    def __init__(self, units: UnitsOfWork) -> None:
        self.units = units
        found = next(one for one in list_plans(units) if one.kind == "control")
        self.progress: PlanProgress = open_plan(units, found.id)

    def task(self, number: str) -> Task:
        return find_task(self.progress.plan, number).task

    def occurrences(self, number: str) -> tuple[Occurrence, ...]:
        return self.progress.occurrences[self.task(number).id]

    def do(self, edit: TaskEdit, *, undoing: bool = False) -> TaskEdit:
        self.progress = apply_edit(self.units, self.progress, edit, undoing=undoing)
        stored = open_plan(self.units, self.progress.plan.id)
        assert stored == self.progress
        return edit

    def type(self, number: str, words: str) -> TaskEdit:
        return self.do(
            task_acts.set_cells(self.progress, {self.task(number).id: {"timing": words}})
        )

    def state(self, number: str) -> State | None:
        return self.progress.record(self.task(number), self.occurrences(number)[0]).state


@pytest.fixture
def desk(sample: Path) -> Iterator[Desk]:
    data_file = SqliteDataFile(sample)
    yield Desk(data_file.units_of_work())
    data_file.close()


def due_of(desk: Desk, number: str, period: str) -> date | None:
    return next(one.due for one in desk.occurrences(number) if one.period == period)


def test_words_typed_are_understood_at_once(desk: Desk) -> None:
    desk.type("1.1", "Hằng quý, trước ngày 20 tháng cuối quý")
    days = [one.due for one in desk.occurrences("1.1") if one.due and one.period != "once"]
    assert days == [date(2026, month, 19) for month in (3, 6, 9, 12)]


def test_nothing_recorded_is_lost_and_undone_all_is_as_before(desk: Desk) -> None:
    start = desk.progress
    unit = desk.progress.lead_units(desk.task("1.1"))[0]
    done = Record(State.DONE, 100, "Đã trình", done_on=date(2026, 1, 20))
    edits = [
        desk.type("1.1", "Hằng quý"),
        desk.do(task_acts.record(desk.progress, desk.occurrences("1.1")[-1], unit, done)),
    ]
    recorded = desk.occurrences("1.1")[-1]
    edits.append(desk.type("1.1", "Trước ngày 20/12/2026"))
    kept = {one.period: one for one in desk.occurrences("1.1")}
    assert kept[recorded.period] == recorded
    assert kept["once"].due == date(2026, 12, 19)
    edits.append(desk.do(task_acts.record(desk.progress, kept["once"], unit, done)))
    edits.append(desk.type("1.1", "Hằng quý"))
    periods = [one.period for one in desk.occurrences("1.1")]
    assert len(periods) == len(set(periods))
    assert {one.id for one in desk.occurrences("1.1")} >= {recorded.id, kept["once"].id}
    assert desk.occurrences("1.1") != start.occurrences[desk.task("1.1").id]
    for edit in reversed(edits):
        desk.do(edit.inverse(), undoing=True)
    assert desk.progress == start


def test_a_schedule_chosen_by_hand_stays_as_long_as_the_words_stay(desk: Desk) -> None:
    chosen = Schedule((RecurringClause(("quarter",)),))
    task = desk.task("1.3")
    desk.do(timing_acts.set_schedule(desk.progress, task.id, chosen, keep_words=True))
    assert desk.task("1.3").timing == "Thường xuyên"
    assert desk.task("1.3").schedule == replace(chosen, overridden=True)
    desk.do(task_acts.set_cells(desk.progress, {task.id: {"content": "Báo cáo theo dõi"}}))
    assert desk.task("1.3").schedule.overridden
    desk.do(timing_acts.forget_schedule(desk.progress, task.id))
    assert not desk.task("1.3").schedule.overridden
    assert all(one.due is None for one in desk.occurrences("1.3"))


def test_a_schedule_chosen_can_write_the_words(desk: Desk) -> None:
    chosen = Schedule((RecurringClause(("quarter",)),))
    task_id = desk.task("1.2").id
    desk.do(timing_acts.set_schedule(desk.progress, task_id, chosen, keep_words=False))
    assert desk.task("1.2").timing == "Hằng quý"


def test_other_content_may_make_a_task_one_of_reporting(desk: Desk) -> None:
    task = desk.task("1.2")
    desk.type("1.2", "Hằng quý")
    assert due_of(desk, "1.2", "2026-Q1") == date(2026, 3, 31)
    cells: task_acts.Cells = {"content": "Báo cáo kết quả rà soát"}
    desk.do(task_acts.set_cells(desk.progress, {task.id: cells}))
    assert due_of(desk, "1.2", "2026-Q1") == date(2026, 3, 17)


def test_a_timing_of_an_older_file_is_read_when_asked(desk: Desk) -> None:
    task = desk.task("1.2")
    old = replace(task, timing="Quý II", schedule=unread_schedule("Quý II"))
    plan = desk.progress.plan
    before = task_tree.with_values(plan, {task.id: old})
    unread = task_acts.edit_to("x", desk.progress, before)
    desk.do(unread)
    assert [one.due for one in desk.occurrences("1.2")][-1] is None
    desk.do(timing_acts.forget_schedule(desk.progress, task.id))
    assert desk.occurrences("1.2")[-1].due == date(2026, 6, 30)
    assert timing_acts.forget_schedule(desk.progress, task.id).is_empty
    assert with_timings_read(desk.progress.plan) == desk.progress.plan


def test_a_document_dates_what_waited_for_it(desk: Desk) -> None:
    number = "1.4"
    (waiting,) = desk.occurrences(number)
    assert desk.state(number) is State.WAITING_DOCUMENT
    due = date(2026, 4, 15)
    edit = desk.do(linked_documents.link_document(desk.progress, waiting, PLAN_DOCUMENT, due))
    (dated,) = desk.occurrences(number)
    assert (dated.id, dated.due, dated.overdue_from) == (waiting.id, due, date(2026, 4, 16))
    assert desk.state(number) is State.NOT_STARTED
    assert dated.source is not None
    assert dated.source.words == "12/KH-UBND ngày 02/03/2026: Tập huấn năm 2026"
    desk.type(number, "Theo kế hoạch của UBND tỉnh")
    assert desk.occurrences(number) == (dated,)
    desk.do(linked_documents.unlink_document(desk.progress, dated))
    assert [one.id for one in desk.occurrences(number)] == [waiting.id]
    assert desk.state(number) is State.WAITING_DOCUMENT
    desk.do(edit)
    with pytest.raises(Refused):
        linked_documents.link_document(desk.progress, waiting, DueSource("document"), due)
    plain = desk.occurrences("1.1")[0]
    with pytest.raises(Refused):
        linked_documents.link_document(desk.progress, plain, PLAN_DOCUMENT, due)


def test_cases_make_occurrences_of_their_own(desk: Desk) -> None:
    number = "1.1"
    place = task_tree.place_of(desk.progress.plan, desk.task(number).id)
    assert place is not None
    words = "Trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ"
    cells: task_acts.Cells = {"content": "Trả lời hồ sơ", "timing": words}
    desk.do(task_acts.insert_tasks(desk.progress, place, [cells]))
    task_id = desk.task(number).id
    days = [date(2026, 4, 24), date(2026, 8, 28), date(2026, 9, 1)]
    for day in days:
        case = DueSource("case", "", day, f"Hồ sơ ngày {day:%d/%m}")
        desk.do(linked_documents.add_case(desk.progress, task_id, case, None))
    found = desk.occurrences(number)
    assert [one.period for one in found] == ["once", "once-2", "once-3"]
    # Counted by hand: 27/4, 30/4, 1/5, 31/8, 1/9 and 2/9 are off.
    assert [one.due for one in found] == [date(2026, 5, 6), date(2026, 9, 9), date(2026, 9, 9)]
    desk.do(linked_documents.unlink_document(desk.progress, found[1]))
    assert [one.period for one in desk.occurrences(number)] == ["once", "once-3"]


def test_the_office_changes_its_working_days(desk: Desk) -> None:
    shipped = [one for one in shipped_days() if one.day.year == 2026]
    assert calendar_year(desk.units, 2026).days == tuple(shipped)
    assert "2026" in calendar_year(desk.units, 2026).warning
    desk.type("1.3", "Hằng tháng")
    off = CalendarDay(date(2026, 1, 30), DayKind.SWAPPED, "Nghỉ hoán đổi")
    kept = [one for one in shipped if one.day != date(2026, 8, 31)]
    moved = set_calendar_year(desk.units, 2026, [*kept, off])
    assert moved > 0
    desk.progress = open_plan(desk.units, desk.progress.plan.id)
    assert due_of(desk, "1.3", "2026-01") == date(2026, 1, 29)
    assert due_of(desk, "1.3", "2026-08") == date(2026, 8, 31)
    desk.type("1.2", "Hằng tháng")
    assert due_of(desk, "1.2", "2026-01") == date(2026, 1, 29)
    confirm_year(desk.units, 2026, on=date(2026, 1, 5))
    assert calendar_year(desk.units, 2026).warning == ""
    assert calendar_year(desk.units, 2027).warning
    assert set_calendar_year(desk.units, 2026, shipped) > moved
    for wrong in ([replace(off, day=date(2027, 1, 1))], [off, off]):
        with pytest.raises(Refused):
            set_calendar_year(desk.units, 2026, wrong)
    confirm_year(desk.units, 2026, on=None)
    assert calendar_year(desk.units, 2026).warning
