from datetime import date

import pytest

from tthc_desktop.domain.progress import (
    Occurrence,
    Record,
    State,
    UnitRecord,
    derived_state,
    occurrence_record,
)
from tthc_desktop.domain.shown_state import Shown, shown_state, task_state
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_run import plain_runs

DONE, OPEN, NONE = State.DONE, State.IN_PROGRESS, State.NOT_STARTED
LEAF = Task("t", plain_runs("Việc"), (Assignment("a"),), timing="Quý II")
DUE = Occurrence("o", "t", "2026-Q2", date(2026, 6, 16), date(2026, 6, 17))


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], NONE),
        ([DONE, DONE], DONE),
        ([DONE, NONE], OPEN),
        ([DONE, State.CANCELLED], DONE),
        ([State.NO_CASE, State.CANCELLED], State.NO_CASE),
        ([State.CANCELLED], State.CANCELLED),
        ([State.PAUSED, State.PAUSED], State.PAUSED),
        ([State.WAITING_DOCUMENT, NONE], State.WAITING_DOCUMENT),
    ],
)
def test_state_of_several_units(states: list[State], expected: State) -> None:
    assert derived_state(states) is expected


def test_several_units_give_mean_percent_and_latest_day() -> None:
    units = (
        UnitRecord("a", Record(DONE, 100, done_on=date(2026, 6, 1))),
        UnitRecord("b", Record(DONE, 50, done_on=date(2026, 6, 10))),
        UnitRecord("c", Record(State.NO_CASE)),
    )
    record = occurrence_record(Occurrence("o", "t", "once", units=units), ("a", "b", "c"))
    assert (record.state, record.percent, record.done_on) == (DONE, 75, date(2026, 6, 10))


def test_the_closing_of_the_office_goes_before_the_units() -> None:
    closing = Record(State.CANCELLED, reason="Tỉnh dừng")
    record = occurrence_record(Occurrence("o", "t", "once", closing=closing), ("a", "b"))
    assert (record.state, record.reason) == (State.CANCELLED, "Tỉnh dừng")


@pytest.mark.parametrize(
    ("day", "shown", "words"),
    [
        (date(2026, 6, 28), Shown.OVERDUE, "Quá hạn 12 ngày"),
        (date(2026, 6, 16), Shown.SOON, "Sắp đến hạn"),
        (date(2026, 5, 2), Shown.IN_TIME, "Trong hạn"),
        (date(2026, 1, 2), Shown.NOT_STARTED, "Chưa thực hiện"),
    ],
)
def test_shown_state_depends_on_the_day(day: date, shown: Shown, words: str) -> None:
    state = shown_state(LEAF, DUE, Record(NONE), day)
    assert (state.shown, state.words) == (shown, words)


def test_done_late_is_not_done_in_time() -> None:
    late = shown_state(LEAF, DUE, Record(DONE, done_on=date(2026, 6, 17)), date(2026, 7, 1))
    in_time = shown_state(LEAF, DUE, Record(DONE, done_on=date(2026, 6, 16)), date(2026, 7, 1))
    assert (late.shown, in_time.shown) == (Shown.DONE_LATE, Shown.DONE)


def test_a_leaf_without_lead_is_unassigned_until_it_is_done() -> None:
    nobody = Task("t", plain_runs("Việc"))
    once = Occurrence("o", "t", "once")
    assert shown_state(nobody, once, Record(NONE), date(2026, 7, 1)).shown is Shown.UNASSIGNED
    assert shown_state(nobody, once, Record(DONE), date(2026, 7, 1)).shown is Shown.DONE


def test_a_task_shows_the_worst_of_what_has_begun() -> None:
    day = date(2026, 6, 28)
    first = Occurrence("p", "t", "2026-Q1", date(2026, 3, 17), date(2026, 3, 18))
    last = Occurrence("q", "t", "2026-Q4", date(2026, 12, 16), date(2026, 12, 17))
    states = [
        (first, shown_state(LEAF, first, Record(DONE, done_on=date(2026, 3, 1)), day)),
        (DUE, shown_state(LEAF, DUE, Record(NONE), day)),
        (last, shown_state(LEAF, last, Record(NONE), day)),
    ]
    assert task_state(states, day).shown is Shown.OVERDUE
    assert task_state([states[0], states[2]], day).shown is Shown.DONE
