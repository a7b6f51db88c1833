"""Difficulties told on tasks and in the register: each once, answered, counted in the report."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.data_file import SqliteDataFile
from tests.use_cases.test_task_acts import content, plan_of
from tests.use_cases.typed_entries import put_entry
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.reporting.difficulties import ToldDifficulty
from tthc_desktop.domain.reporting.registers import DIFFICULTIES
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases import task_acts
from tthc_desktop.use_cases.difficulties import (
    difficulties_of_year,
    export_difficulties,
)
from tthc_desktop.use_cases.difficulty_acts import (
    answer_difficulty,
    answered_entry,
    written_entry,
)
from tthc_desktop.use_cases.editing import apply_edit
from tthc_desktop.use_cases.opening import open_plan
from tthc_desktop.use_cases.reporting import registers
from tthc_desktop.use_cases.reporting.report_text import report_text
from tthc_desktop.use_cases.reporting.reports import create_report
from tthc_desktop.use_cases.task_history import task_history
from tthc_desktop.use_cases.unit_dues import unit_dues

TODAY = date(2026, 7, 1)
DAY = date(2026, 6, 20)


@pytest.fixture
def data_file(sample: Path) -> Iterator[SqliteDataFile]:
    file = SqliteDataFile(sample)
    yield file
    file.close()


def told_of(data_file: SqliteDataFile) -> tuple[ToldDifficulty, ...]:
    return difficulties_of_year(data_file.units_of_work(), 2026)


def plan_at(data_file: SqliteDataFile, told: ToldDifficulty) -> PlanProgress:
    assert told.place is not None
    return open_plan(data_file.units_of_work(), told.place.plan_id)


def answer(data_file: SqliteDataFile, told: ToldDifficulty, words: str, day: date = DAY) -> None:
    opened = plan_at(data_file, told)
    assert told.place is not None
    edit = answer_difficulty(opened, told.place, words, day)
    apply_edit(data_file.units_of_work(), opened, edit)


def change_words(data_file: SqliteDataFile, told: ToldDifficulty, words: str) -> None:
    opened = plan_at(data_file, told)
    place = told.place
    assert place is not None
    assert place.respondent_id is not None
    occurrence = next(
        one for one in opened.occurrences[place.task_id] if one.id == place.occurrence_id
    )
    record = replace(occurrence.record_of(place.respondent_id), difficulty=words)
    edit = task_acts.record(opened, occurrence, place.respondent_id, record)
    apply_edit(data_file.units_of_work(), opened, edit)


def recorded_in_sql(path: Path) -> set[tuple[str, str]]:
    with sqlite3.connect(path) as connection:
        return set(
            connection.execute(
                "SELECT respondent.name, unit_progress.difficulty FROM unit_progress"
                " JOIN respondent ON respondent.id = respondent_id"
                " WHERE difficulty != ''"
            )
        )


def test_every_recorded_difficulty_is_told_once(data_file: SqliteDataFile) -> None:
    told = told_of(data_file)
    assert {(one.who, one.text) for one in told} == recorded_in_sql(data_file.path)
    assert len({one.key for one in told}) == len(told)
    assert not any(one.answer for one in told)


def test_an_answer_is_kept_and_changed_words_say_so(data_file: SqliteDataFile) -> None:
    first = told_of(data_file)[0]
    answer(data_file, first, "Đã làm việc với đơn vị cung cấp")
    again = told_of(data_file)[0]
    assert (again.answer, again.answered_on) == ("Đã làm việc với đơn vị cung cấp", DAY)
    assert again.is_answered
    change_words(data_file, first, "Nay lại hỏng máy chủ")
    changed = told_of(data_file)[0]
    assert changed.is_changed
    assert not changed.is_answered
    answer(data_file, changed, "Đã thay máy chủ", date(2026, 6, 25))
    last = told_of(data_file)[0]
    assert (last.answer, last.is_changed) == ("Đã thay máy chủ", False)
    # Both answers stay; the same words typed again have their first answer.
    change_words(data_file, first, first.text)
    assert told_of(data_file)[0].answer == "Đã làm việc với đơn vị cung cấp"
    change_words(data_file, first, "")
    taken = told_of(data_file)[0]
    assert taken.text in (first.text, "Nay lại hỏng máy chủ")
    assert taken.answer
    with pytest.raises(Refused, match="không còn ghi khó khăn"):
        answer(data_file, taken, "muộn")


def test_an_answer_replaced_or_taken_out_leaves_no_second_one(data_file: SqliteDataFile) -> None:
    first = told_of(data_file)[0]
    for words in ("Đã trả lời một", "Đã trả lời hai"):
        answer(data_file, first, words)
    assert len(content(data_file.path)["difficulty_answer"]) == 1
    assert told_of(data_file)[0].answer == "Đã trả lời hai"
    answer(data_file, first, "")
    assert content(data_file.path)["difficulty_answer"] == []


def test_answers_are_undone_and_told_in_the_history(data_file: SqliteDataFile) -> None:
    before = content(data_file.path)
    first = told_of(data_file)[0]
    assert first.place is not None
    opened = plan_at(data_file, first)
    edit = answer_difficulty(opened, first.place, "Đã cấp máy", DAY)
    units = data_file.units_of_work()
    opened = apply_edit(units, opened, edit)
    (line, *_) = task_history(units, first.place.plan_id, first.place.task_id)
    assert line.changes[0].startswith("Trả lời khó khăn: ‘Đã cấp máy’")
    apply_edit(units, opened, edit.inverse(), undoing=True)
    assert content(data_file.path) == before


def test_what_the_office_wrote_down_once_more_is_not_counted_twice(
    data_file: SqliteDataFile,
) -> None:
    units = data_file.units_of_work()
    first = told_of(data_file)[0]
    count = len(told_of(data_file))
    typed = {"raised_on": "05/06/2026", "division": first.who, "text": f"{first.text.upper()}."}
    entry = put_entry(units, DIFFICULTIES, typed, today=TODAY)
    assert len(told_of(data_file)) == count
    registers.apply_edit(units, answered_entry(entry, "Đã báo cáo cấp trên", DAY))
    assert told_of(data_file)[0].answer == "Đã báo cáo cấp trên"
    other = {"raised_on": "05/06/2026", "division": "Đơn vị khác", "text": first.text}
    registers.apply_edit(units, written_entry(None, other, 2026))
    assert len(told_of(data_file)) == count + 1
    last = told_of(data_file)[-1]
    assert last.entry is not None
    assert last.place is None


def test_another_year_is_another_list(data_file: SqliteDataFile) -> None:
    units = data_file.units_of_work()
    old = {"raised_on": "05/06/2025", "text": "Chuyện năm trước"}
    put_entry(units, DIFFICULTIES, old, today=TODAY)
    assert [one.text for one in difficulties_of_year(units, 2025)] == ["Chuyện năm trước"]
    assert "Chuyện năm trước" not in {one.text for one in told_of(data_file)}


def test_the_report_says_how_many_were_told_answered_and_remain(data_file: SqliteDataFile) -> None:
    units = data_file.units_of_work()
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")

    def sentences() -> dict[str, str]:
        return {one.key: one.text for one in report_text(units, report.id, today=TODAY)}

    before = sentences()
    told = [one for key, one in before.items() if key.startswith("difficulty.")]
    count = len(told) - 1
    assert before["difficulty.count"] == (
        f"Trong kỳ, các phòng, đơn vị nêu {count} khó khăn, vướng mắc; đã trả lời 0, "
        f"còn {count} chưa trả lời."
    )
    of_period = next(one for one in told_of(data_file) if f"difficulty.{one.key}" in before)
    answer(data_file, of_period, "Đã cấp máy.")
    after = sentences()
    assert f"đã trả lời 1, còn {count - 1} chưa trả lời" in after["difficulty.count"]
    assert after[f"difficulty.{of_period.key}"].endswith(" Đã trả lời: Đã cấp máy.")
    change_words(data_file, of_period, "Nay hỏng cả máy in")
    assert "đã trả lời 0" in sentences()["difficulty.count"]
    words = sentences()[f"difficulty.{of_period.key}"]
    assert words.endswith("Nội dung đã đổi sau khi trả lời.")


def test_what_a_unit_owes_says_what_was_answered(data_file: SqliteDataFile) -> None:
    opened = plan_of(data_file)
    first = next(
        one for one in told_of(data_file) if one.place and one.place.plan_id == opened.plan.id
    )
    answer(data_file, first, "Đã cấp máy")
    dues = unit_dues(plan_of(data_file), today=TODAY, until=date(2026, 12, 31))
    told = [words for one in dues for words in one.difficulties if first.text[:20] in words]
    assert told
    assert told[0].endswith("; đã trả lời: Đã cấp máy)")


def test_the_excel_file_has_all_of_them(data_file: SqliteDataFile, tmp_path: Path) -> None:
    units = data_file.units_of_work()
    answer(data_file, told_of(data_file)[0], "Đã cấp máy")
    typed = {"raised_on": "05/06/2026", "text": "Không ở nhiệm vụ nào"}
    put_entry(units, DIFFICULTIES, typed, today=TODAY)
    to = export_difficulties(units, 2026, tmp_path / "so.xlsx", force=False)
    rows = list(load_workbook(to).worksheets[0].iter_rows(min_row=3, values_only=True))
    told = told_of(data_file)
    assert len(rows) == len(told) + 1
    assert [row[4] for row in rows[1:]] == [one.text for one in told]
    assert rows[1][5] == "Đã cấp máy"
    with pytest.raises(Refused):
        export_difficulties(units, 2026, to, force=False)
