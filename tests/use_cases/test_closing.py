"""Closing a plan, and the order of the numbers plans are issued under."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.plan import PlanKind, PlanState
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.closing import close_plan
from tthc_desktop.use_cases.issue_numbers import GivenNumber, given_numbers, out_of_order
from tthc_desktop.use_cases.issuing import issue_plan

_GIVEN = (
    GivenNumber(5, "KH-STMDV", date(2026, 1, 22)),
    GivenNumber(9, "KH-STMDV", date(2026, 3, 2)),
    GivenNumber(40, "KH-STMDV", date(2025, 11, 3)),
)


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample)
    yield data_file.units_of_work()
    data_file.close()


def ids(units: UnitsOfWork) -> tuple[str, str]:
    with units.reading() as work:
        found = {one.kind: one.id for one in work.plans.summaries()}
    return found[PlanKind.CONTROL], found[PlanKind.COMMUNICATION]


def test_an_issued_plan_is_closed_with_a_journal_row(units: UnitsOfWork) -> None:
    plan_id, _ = ids(units)
    issue_plan(units, plan_id, "5", date(2026, 1, 22))
    closed = close_plan(units, plan_id)
    with units.reading() as work:
        stored = work.plans.get(plan_id)
    assert stored == closed
    assert (stored.state, stored.number) == (PlanState.CLOSED, "05")


def test_only_an_issued_plan_is_closed(units: UnitsOfWork) -> None:
    plan_id, _ = ids(units)
    with pytest.raises(Refused, match="chưa ban hành"):
        close_plan(units, plan_id)
    issue_plan(units, plan_id, "5", date(2026, 1, 22))
    close_plan(units, plan_id)
    with pytest.raises(Refused, match="đã đóng rồi"):
        close_plan(units, plan_id)


def test_the_numbers_of_other_plans_are_known(units: UnitsOfWork) -> None:
    control, communication = ids(units)
    issue_plan(units, communication, "7", date(2026, 2, 3))
    (given,) = given_numbers(units, control)
    assert (given.number, given.issued_on) == (7, date(2026, 2, 3))
    assert given_numbers(units, communication) == ()


@pytest.mark.parametrize(
    ("number", "on", "told"),
    [
        ("6", date(2026, 2, 1), ""),
        ("12", date(2026, 3, 2), ""),
        ("41", date(2026, 1, 5), "05/KH-STMDV"),
        ("3", date(2026, 1, 23), "05/KH-STMDV"),
        ("8", date(2026, 4, 1), "09/KH-STMDV"),
        ("10", date(2026, 2, 1), "09/KH-STMDV"),
        ("9", date(2026, 5, 1), ""),
        ("abc", date(2026, 5, 1), ""),
    ],
)
def test_a_number_out_of_order_is_told(number: str, on: date, told: str) -> None:
    words = out_of_order(_GIVEN, number, on)
    assert told in words
    assert bool(words) == bool(told)
