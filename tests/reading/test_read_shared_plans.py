"""The real plans, where their folder is known; no name of a person stands here."""

import re
from pathlib import Path

import pytest

from tests.reading.conftest import TODAY
from tests.reading.invented_plan import shape_of
from tests.reading.retyped_seeds import AGENCY, HABITS, PARENT, retyped
from tests.reading.test_read_own_export import again, without_ids
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import BlockKind
from tthc_desktop.domain.sections import sections_of
from tthc_desktop.domain.task import numbered
from tthc_desktop.errors import Refused
from tthc_desktop.reading.plan_reader import ReadPlan, read_plan

pytestmark = pytest.mark.shared
SEEDS = ("000", "001", "002", "003", "004")


def read(file: Path) -> ReadPlan:
    return read_plan(file, today=TODAY, directory=Directory(()))


def seed(shared: Path, number: str) -> Path:
    return next((shared / "seeds").glob(f"{number}_*.txt"))


def bare(text: str) -> str:
    """Return the text without formatting signs, on one line."""
    return " ".join(re.sub(r"<(?!https)/?\w+>|[*#<>]", "", text).split())


def test_the_control_plan_comes_in_with_its_table(shared: Path) -> None:
    found = read(shared / "real" / "ke-hoach-kiem-soat-2026.docx")
    rows = {one.number: one.task for one in found.plan.numbered_tasks()}
    assert len(rows) == 23
    assert {number for number, task in rows.items() if task.is_group} == {"1", "2", "2.1", "3", "4"}
    assert len(rows["1.5"].lead) == 2
    assert rows["1.7"].content.count("  ") == 0
    assert rows["1.7"].content.startswith("Tổ chức kiểm tra")
    assert rows["1.7"].content.endswith("môi trường điện tử.")
    assert [one.where for one in found.warnings if "chưa có đơn vị" in one.message] == ["task 3.4"]
    assert len(found.new_respondents) == 3
    assert found.not_understood == ()


@pytest.mark.parametrize(
    ("name", "number"),
    [("ke-hoach-kiem-soat-2026.docx", "001"), ("ke-hoach-truyen-thong-2026.docx", "000")],
)
def test_a_word_file_says_what_its_text_says(shared: Path, name: str, number: str) -> None:
    word, text = shape_of(read(shared / "real" / name)), shape_of(read(seed(shared, number)))
    for part in ("title", "before", "sections", "closing", "annexes"):
        assert word[part] == text[part]
    # The text has lost the agencies' names, the Word file the drafter's mark.
    assert isinstance(word["head"], tuple)
    assert isinstance(text["head"], tuple)
    assert word["head"][2:] == text["head"][2:]
    assert all(word["head"][:2])


@pytest.mark.parametrize("number", SEEDS)
def test_every_plan_comes_in_whole(shared: Path, number: str) -> None:
    file = seed(shared, number)
    text = file.read_text(encoding="utf-8")
    lines = [bare(line) for line in text.splitlines()]
    found = read(file)
    plan = found.plan
    start, end = lines.index("Nơi nhận:"), next(i for i, x in enumerate(lines) if "Lưu:" in x)
    listed = [line.removeprefix("- ").rstrip(";.") for line in lines[start + 1 : end] if line]
    assert list(plan.recipients) == listed
    romans = [line for line in lines[:start] if re.match(r"^[IVX]+\. ", line)]
    sections = sections_of(plan.blocks)
    assert [f"{one.number}. {one.heading}" for one in sections] == romans
    numbers = [line for line in lines[:start] if re.match(r"^\d\. ", line)]
    assert sum(len(one.sections) for one in sections) == len(numbers)
    dashes = [line for line in lines[:start] if line.startswith("- ")]
    assert len(plan.blocks_of(BlockKind.DASH)) == len(dashes)
    assert plan.signature.name in lines
    assert plan.signature.lines
    assert all(line in lines for line in plan.signature.lines)
    assert plan.blocks_of(BlockKind.CLOSING)
    assert plan.blocks_of(BlockKind.LEGAL_BASIS)
    assert found.not_understood == ()


@pytest.mark.parametrize("number", SEEDS)
def test_every_plan_comes_back_from_our_word_file(
    shared: Path, tmp_path: Path, number: str
) -> None:
    found = read(seed(shared, number))
    back = again(found.plan, Directory(found.new_respondents), tmp_path)
    assert without_ids(back) == without_ids(found.plan)


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("number", SEEDS)
def test_every_plan_comes_in_from_word_in_other_habits(
    shared: Path, tmp_path: Path, number: str, habit: str
) -> None:
    file = seed(shared, number)
    typed, text = read(retyped(file, habit, tmp_path)), read(file)
    expected, found = shape_of(text), shape_of(typed)
    assert isinstance(expected["head"], tuple)
    assert found == {**expected, "head": (PARENT, AGENCY, *expected["head"][2:])}
    assert typed.not_understood == ()
    assert not [one for one in typed.warnings if "đánh lại" in one.message]


def test_the_plan_of_a_school_keeps_its_timetables(shared: Path) -> None:
    found = read(shared / "real" / "ke-hoach-truong-hoc-2026.docx")
    tables = found.plan.blocks_of(BlockKind.TABLE)
    assert [(len(one.rows), len(one.rows[0])) for one in tables] == [(8, 3)] * 3
    assert all(one.rows[0][0] == "Thời gian" for one in tables)
    assert [len(list(numbered(one.tasks))) for one in found.plan.annexes] == []
    assert (found.not_understood, found.warnings) == ((), ())
    assert [one.number for one in sections_of(found.plan.blocks)] == ["I", "II", "III"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("quyet-dinh-du-thao-2026.docx", "một quyết định"),
        ("html-dat-ten-doc.docx", "trang HTML"),
        ("tep-18-byte.docx", "tệp văn bản thường"),
    ],
)
def test_what_is_no_plan_is_refused(shared: Path, name: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read(shared / "real" / name)
