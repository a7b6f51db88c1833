"""A plan is read without writing, then comes in whole or not at all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tests.reading import typing_habits
from tests.use_cases.test_task_acts import content
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import RespondentKind, unconfirmed_respondent
from tthc_desktop.domain.plan import PlanKind, PlanState
from tthc_desktop.errors import Refused
from tthc_desktop.reading.steps import Steps, Stopped
from tthc_desktop.use_cases.opening import list_plans, open_plan
from tthc_desktop.use_cases.plan_import import (
    ImportChoice,
    accept_plan,
    import_plan,
    read_plan_file,
    read_plan_text,
    seems_foreign,
)
from tthc_desktop.use_cases.sample import create_sample

TODAY = date(2026, 11, 21)


@pytest.fixture
def word(tmp_path: Path) -> Path:
    return typing_habits.saved(typing_habits.torn, tmp_path / "kế hoạch.docx")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SqliteDataFile]:
    """Return the data file of the sample office."""
    file = SqliteDataFile(tmp_path / "du-lieu.tthc")
    create_sample(file)
    yield file
    file.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[SqliteDataFile]:
    """Return a data file that is not there yet."""
    file = SqliteDataFile(tmp_path / "mới.tthc")
    yield file
    file.close()


def stopping(after: int, heard: list[float]) -> Steps:
    return Steps(heard.append, lambda: len(heard) >= after)


def test_stopped_at_any_step_nothing_came_in(
    office: SqliteDataFile, empty: SqliteDataFile, word: Path
) -> None:
    heard: list[float] = []
    before = content(office.path)
    whole: list[float] = []
    import_plan(empty, word, today=TODAY, steps=Steps(whole.append))
    # One step more than into a new file: before the commit.
    for after in range(len(whole) + 1):
        heard.clear()
        with pytest.raises(Stopped):
            import_plan(office, word, today=TODAY, steps=stopping(after, heard))
        assert content(office.path) == before
    heard.clear()
    import_plan(office, word, today=TODAY, steps=stopping(len(whole) + 2, heard))
    assert content(office.path) != before


def test_stopped_before_a_data_file_is_made_none_is_there(
    empty: SqliteDataFile, word: Path
) -> None:
    file = empty
    with pytest.raises(Stopped):
        import_plan(file, word, today=TODAY, steps=stopping(3, []))
    assert not file.exists()


def test_reading_writes_nothing(office: SqliteDataFile, word: Path) -> None:
    before = content(office.path)
    read = read_plan_file(office, word, today=TODAY)
    assert read.new_respondents
    assert content(office.path) == before
    done = accept_plan(office, read)
    assert done.tasks == 14
    assert open_plan(office.units_of_work(), done.plan_id).plan.title == read.plan.title


def test_what_the_person_chooses_counts(office: SqliteDataFile, word: Path) -> None:
    read = read_plan_file(office, word, today=TODAY)
    assert seems_foreign(office, read)
    choice = ImportChoice(PlanKind.COMMUNICATION, 2027, reference=True)
    plan_id = accept_plan(office, read, choice).plan_id
    summary = next(one for one in list_plans(office.units_of_work()) if one.id == plan_id)
    assert (summary.kind, summary.year) == (PlanKind.COMMUNICATION, 2027)
    assert summary.state is PlanState.REFERENCE
    assert not any(open_plan(office.units_of_work(), plan_id).occurrences.values())


def test_a_reference_plan_never_sets_the_office(empty: SqliteDataFile, word: Path) -> None:
    file = empty
    import_plan(file, word, today=TODAY, reference=True)
    import_plan(file, word, today=TODAY, reference=True)
    with file.units_of_work().reading() as work:
        assert not work.office.office().is_set
        respondents = work.office.directory().respondents
    assert {one.kind for one in respondents} == {RespondentKind.OUTSIDE}
    assert len({one.name for one in respondents}) == len(respondents)


def test_a_unit_added_while_one_looks_is_the_same_unit(empty: SqliteDataFile, word: Path) -> None:
    file = empty
    file.create()
    read = read_plan_file(file, word, today=TODAY)
    own = unconfirmed_respondent("Văn phòng")
    with file.units_of_work().writing() as work:
        work.office.set_respondents((own,))
        work.commit(Act("thử", "office", "office"))
    plan_id = accept_plan(file, read).plan_id
    opened = open_plan(file.units_of_work(), plan_id)
    assert [one.name for one in opened.directory.respondents].count("Văn phòng") == 1
    led = [one for one in opened.plan.numbered_tasks() if own.id in one.task.lead_ids]
    assert len(led) == 7


def test_a_unit_taken_out_while_one_looks_is_told(empty: SqliteDataFile, word: Path) -> None:
    file = empty
    file.create()
    own = unconfirmed_respondent("Văn phòng")
    with file.units_of_work().writing() as work:
        work.office.set_respondents((own,))
        work.commit(Act("thử", "office", "office"))
    read = read_plan_file(file, word, today=TODAY)
    with file.units_of_work().writing() as work:
        work.office.remove_respondents((own.id,))
        work.commit(Act("thử", "office", "office"))
    before = content(file.path)
    with pytest.raises(Refused, match="Hãy nhập lại tệp"):
        accept_plan(file, read)
    assert content(file.path) == before


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_clipboard_is_refused(office: SqliteDataFile, text: str) -> None:
    with pytest.raises(Refused, match="không có chữ"):
        read_plan_text(office, text, today=TODAY)


def test_the_clipboard_comes_in_by_the_same_door(office: SqliteDataFile) -> None:
    read = read_plan_text(office, typing_habits.as_text(), today=TODAY)
    assert accept_plan(office, read).tasks == 14


def test_a_table_copied_as_text_is_a_table(empty: SqliteDataFile) -> None:
    text = typing_habits.as_text()
    tabbed = "\n".join(
        "\t".join(line[2:-2].split(" | ")) if line.startswith("|") else line
        for line in text.splitlines()
        if not line.startswith("| ---")
    )
    assert "\t" in tabbed
    read = read_plan_text(empty, tabbed, today=TODAY)
    assert sum(1 for _ in read.plan.numbered_tasks()) == 14
