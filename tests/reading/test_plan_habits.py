"""One plan typed in the habits of many offices comes in as the same plan."""

import pytest

from tests.reading import invented_plan, typing_habits
from tests.reading.conftest import ReadContent
from tthc_desktop.domain.plan import BlockKind
from tthc_desktop.domain.task import numbered
from tthc_desktop.reading.plan_reader import ReadPlan


@pytest.fixture
def typed(read: ReadContent, tmp_path_factory: pytest.TempPathFactory) -> typing_habits.Typed:
    """Return a function that types the invented plan in a habit and reads it."""

    def typed_plan(habit: typing_habits.Write) -> ReadPlan:
        file = tmp_path_factory.mktemp("typed") / "a.docx"
        return read(typing_habits.saved(habit, file).read_bytes())

    return typed_plan


@pytest.mark.parametrize("habit", typing_habits.HABITS.values(), ids=typing_habits.HABITS)
def test_the_same_plan_comes_in(typed: typing_habits.Typed, habit: typing_habits.Write) -> None:
    read = typed(habit)
    assert invented_plan.shape_of(read) == invented_plan.expected()
    assert read.not_understood == ()
    assert "task 3.1" in [one.where for one in read.warnings]


def test_the_same_plan_comes_in_from_a_text_file(read: ReadContent) -> None:
    found = read(typing_habits.as_text())
    assert invented_plan.shape_of(found) == invented_plan.expected()
    assert found.not_understood == ()


def test_an_annex_turned_sideways_is_known_by_its_pages(typed: typing_habits.Typed) -> None:
    assert typed(typing_habits.merged_groups).plan.annexes[0].landscape
    assert not typed(typing_habits.plain).plan.annexes[0].landscape


def test_bold_of_group_rows_and_headings_is_their_layout(typed: typing_habits.Typed) -> None:
    plan = typed(typing_habits.merged_groups).plan
    headings = plan.blocks_of(BlockKind.HEADING)
    groups = [one.task for one in numbered(plan.annexes[0].tasks) if one.task.is_group]
    assert groups
    runs = [*(one.runs for one in headings), *(one.runs for one in groups)]
    assert not any(run.bold for some in runs for run in some)


def test_columns_are_known_by_meaning_and_none_is_dropped(typed: typing_habits.Typed) -> None:
    read = typed(typing_habits.other_columns)
    annex = read.plan.annexes[0]
    assert annex.headings == (
        "TT", "Hạng mục công việc", "Đơn vị thực hiện", "Đơn vị phối hợp", "Hạn",
    )  # fmt: skip
    expected = invented_plan.expected()["annexes"]
    found = invented_plan.shape_of(read)["annexes"]
    assert isinstance(expected, list)
    assert isinstance(found, list)
    assert found[0][4] == expected[0][4]
    led = sum(1 for row in invented_plan.ROWS if row[2])
    assert len(read.not_understood) == led
    assert all("“Sản phẩm”: Báo cáo" in text for text in read.not_understood)


def test_a_header_of_two_rows_is_read_as_one(typed: typing_habits.Typed) -> None:
    read = typed(typing_habits.two_row_header)
    found, expected = invented_plan.shape_of(read), invented_plan.expected()
    assert isinstance(found["annexes"], list)
    assert isinstance(expected["annexes"], list)
    assert found["annexes"][0][4] == expected["annexes"][0][4]
    assert read.plan.annexes[0].headings[2:4] == (
        "Đơn vị thực hiện Chủ trì",
        "Đơn vị thực hiện Phối hợp",
    )
    assert read.not_understood == ()


def test_tracked_changes_and_comments_are_told(typed: typing_habits.Typed) -> None:
    messages = [one.message for one in typed(typing_habits.revised).warnings]
    assert any("1 nhận xét" in message for message in messages)
    assert any("Track Changes" in message for message in messages)
