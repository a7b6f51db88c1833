"""Real and invented plans typed in the habits of many offices come in as what they say."""

import random
import re
from pathlib import Path

import pytest

from tests.reading import typing_habits
from tests.reading.conftest import TODAY
from tests.reading.invented_plan import AGENCY, PARENT, Shape, shape_of
from tests.reading.office_habits import Habit, habits_one_by_one, random_habit, typed_plan
from tests.reading.test_read_own_export import again, without_ids
from tthc_desktop.domain.office import Directory
from tthc_desktop.reading.plan_reader import ReadPlan, read_plan

SEEDS = ("000", "001", "002", "003", "004")
_LISTED = {
    "more columns": "cột “Sản phẩm”: Báo cáo",
    "total row": "Tổng cộng",
    "title in table": "NỘI DUNG CÔNG VIỆC",
}
_SIGN = re.compile(r"^[-–+•*] ")


def read(file: Path) -> ReadPlan:
    return read_plan(file, today=TODAY, directory=Directory(()))


def said(found: ReadPlan, habit: Habit) -> Shape:
    """Return what a plan says, without what the habit itself writes otherwise."""
    shape = shape_of(found)
    plan = found.plan
    shape["head"] = (plan.parent_agency or PARENT, plan.agency or AGENCY, *_head(shape)[2:])
    shape["sections"] = _same_signs(shape["sections"])
    annexes = shape["annexes"]
    assert isinstance(annexes, list)
    shape["annexes"] = [
        (label.upper(), title, attached, *([] if habit.table in _OTHER_HEADINGS else [head]), rows)
        for label, title, attached, head, rows in annexes
    ]
    return shape


# Tables whose header says more or less than that of the plan.
_OTHER_HEADINGS = ("header of two rows", "no numbers")


def _head(shape: Shape) -> tuple[object, ...]:
    head = shape["head"]
    assert isinstance(head, tuple)
    return head


def _same_signs(held: object) -> object:
    if isinstance(held, str):
        return _SIGN.sub("- ", held)
    if isinstance(held, list | tuple):
        return type(held)(map(_same_signs, held))
    return held


def check(original: ReadPlan, habit: Habit, file: Path) -> None:
    directory = Directory(original.new_respondents)
    found = read(typed_plan(original.plan, directory, habit, file))
    assert said(found, habit) == said(original, habit), habit
    listed = _LISTED.get(habit.table) if original.plan.annexes else None
    assert all(listed and listed in text for text in found.not_understood), habit
    assert bool(found.not_understood) is bool(listed), habit
    renumbered = [one for one in found.warnings if "đánh" in one.message]
    before = [one for one in original.warnings if "đánh" in one.message]
    assert habit.table == "no numbers" or renumbered == before, habit


@pytest.fixture
def invented(tmp_path: Path) -> ReadPlan:
    file = tmp_path / "kế hoạch.txt"
    file.write_text(typing_habits.as_text(), encoding="utf-8")
    return read(file)


@pytest.mark.parametrize("habit", tuple(habits_one_by_one()), ids=str)
def test_one_thing_done_otherwise(invented: ReadPlan, tmp_path: Path, habit: Habit) -> None:
    check(invented, habit, tmp_path / "a.docx")


@pytest.mark.parametrize("start", range(4))
def test_everything_done_otherwise(invented: ReadPlan, tmp_path: Path, start: int) -> None:
    chance = random.Random(20261121 + start)
    for _ in range(12):
        check(invented, random_habit(chance), tmp_path / "a.docx")


@pytest.mark.shared
@pytest.mark.parametrize("number", SEEDS)
def test_real_plans_in_habits_of_every_kind(shared: Path, tmp_path: Path, number: str) -> None:
    original = read(next((shared / "seeds").glob(f"{number}_*.txt")))
    chance = random.Random(int(number))
    for habit in (*habits_one_by_one(), *(random_habit(chance) for _ in range(6))):
        if original.plan.annexes or habit.table == "plain":
            check(original, habit, tmp_path / "a.docx")


@pytest.mark.shared
@pytest.mark.parametrize("number", SEEDS)
def test_what_came_in_from_a_habit_comes_back_from_our_file(
    shared: Path, tmp_path: Path, number: str
) -> None:
    original = read(next((shared / "seeds").glob(f"{number}_*.txt")))
    directory = Directory(original.new_respondents)
    chance = random.Random(int(number) + 100)
    for _ in range(3):
        found = read(
            typed_plan(original.plan, directory, random_habit(chance), tmp_path / "a.docx")
        )
        back = again(found.plan, Directory(found.new_respondents), tmp_path)
        assert without_ids(back) == without_ids(found.plan)
