"""What a report makes of records nobody wished for: broken lines, bare marks, long plans."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.data_file import SqliteDataFile
from tests.command_line import Tthc
from tests.use_cases.reporting.filled_report import export
from tests.use_cases.typed_entries import entries, put_entry, remove_entry
from tthc_desktop.domain.reporting import task_sentences
from tthc_desktop.domain.reporting.registers import ACTIVITIES, INDEX, PETITIONS
from tthc_desktop.domain.reporting.report import Report, ReportKind
from tthc_desktop.domain.reporting.told_words import in_one_line, says_nothing
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.plan_check import check_file
from tthc_desktop.use_cases.reporting.register_figures import count_form
from tthc_desktop.use_cases.reporting.report_data import shipped_indicators
from tthc_desktop.use_cases.reporting.report_text import report_text
from tthc_desktop.use_cases.reporting.reports import create_report, set_figure

TODAY = date(2026, 6, 30)


@pytest.fixture
def units(tthc: Tthc) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(tthc.data)
    yield data_file.units_of_work()
    data_file.close()


def texts(units: UnitsOfWork, report: Report, today: date = TODAY) -> list[str]:
    return [one.text for one in report_text(units, report.id, today=today)]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Đã gửi;\nĐã ký số ; ", "Đã gửi; Đã ký số"),
        ("- Một việc.\n\n+ Hai việc;;", "Một việc; Hai việc"),
        (" .;\n...", ""),
        ("Đạt 97,5%.", "Đạt 97,5%"),
        ("-5 hồ sơ", "-5 hồ sơ"),
    ],
)
def test_several_lines_are_one(told: str, said: str) -> None:
    assert in_one_line(told) == said


def test_a_unit_without_difficulty_tells_none() -> None:
    assert all(map(says_nothing, ("Không", "không có.", "-", "Không có khó khăn, vướng mắc")))
    assert not any(map(says_nothing, ("Không có máy quét", "Không đủ người", "Thiếu kinh phí")))


def test_broken_lines_and_bare_marks_make_sound_sentences(
    tthc: Tthc, units: UnitsOfWork, tmp_path: Path
) -> None:
    plan = tthc.plan_id("control")
    tthc.json(
        "task", "record", "--plan", plan, "--number", "2.2", "--period", "2026-Q2", "--state",
        "done", "--result", "Đã gửi;\nĐã ký số ; ", "--difficulty", "Không có",
    )  # fmt: skip
    tthc.json(
        "task", "record", "--plan", plan, "--number", "1.4", "--state", "in_progress",
        "--result", ".;", "--difficulty", ".", "--reason", "...",
    )  # fmt: skip
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    said = texts(units, report)
    assert any(one.endswith(": đã gửi; đã ký số (quý II, đã hoàn thành).") for one in said)
    assert not any("nhiệm vụ 1.4)" in one or "\n" in one or "  " in one for one in said)
    (count,) = (one for one in said if one.startswith("Trong kỳ, các phòng, đơn vị nêu"))
    assert len([one for one in said if "(nhiệm vụ " in one]) == int(re.findall(r"\d+", count)[0])
    assert check_file(export(units, report.id, tmp_path / "bao-cao.docx"), today=TODAY) == ()


@pytest.mark.parametrize("period", ["2026-Q4", "2026", "2026-04-01..2026-05-31"])
def test_what_is_left_over_is_told_where_no_plan_follows(units: UnitsOfWork, period: str) -> None:
    report = create_report(units, ReportKind.CONTROL, period)
    said = {one.key: one for one in report_text(units, report.id, today=date(2026, 12, 20))}
    assert "III.zero" not in said
    coming = [one.text for one in said.values() if one.section == "III"]
    assert any("xây dựng video" in one.lower() for one in coming)


def test_a_list_that_is_too_long_says_how_many_it_leaves_out(
    units: UnitsOfWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    whole = report_text(units, report.id, today=TODAY)
    monkeypatch.setattr(task_sentences, "_LONGEST_LIST", 3)
    short = report_text(units, report.id, today=TODAY)
    for begins in ("task.", "coming."):
        tasks = {one.key.split(".")[1] for one in whole if one.key.startswith(begins)}
        left = {one.key.split(".")[1] for one in short if one.key.startswith(begins)} - {"more"}
        more = [one for one in short if one.key.startswith(f"{begins}more")]
        counts = [int(one.text.split()[1]) for one in more]
        assert (len(left), sum(counts)) == (3, len(tasks) - 3)
        assert len({one.section for one in more}) == len(more)
    assert not any(one.key == "I.12.zero" for one in short)


def test_figures_counted_before_go_with_the_entries_they_counted(units: UnitsOfWork) -> None:
    for day, field in (("2/4/2026", "Lưu trú"), ("3/4/2026", "Thương mại")):
        values = {"received_on": day, "summary": "Chậm", "field": field}
        put_entry(units, PETITIONS, values, today=TODAY)
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    count_form(units, report.id, "II.05")
    first, second = entries(units, PETITIONS)
    remove_entry(units, PETITIONS, first)
    moved = {"received_on": "3/4/2026", "summary": "Chậm", "field": "Giá"}
    second = put_entry(units, PETITIONS, moved, today=TODAY, instead_of=second)
    grid = count_form(units, report.id, "II.05").grid("II.05")
    assert [one.label for one in grid.rows] == ["Giá"]
    set_figure(units, report.id, "II.05", "Giá", 13, "1")
    remove_entry(units, PETITIONS, second)
    (row,) = count_form(units, report.id, "II.05").grid("II.05").rows
    assert row.typed() == {13: 1}


def test_only_a_whole_index_has_a_rank_and_what_has_a_figure_before_is_compared(
    units: UnitsOfWork,
) -> None:
    def put(period: str, indicator: str, points: float) -> None:
        said = {"period": period, "indicator": indicator, "portal_score": f"{points}"}
        put_entry(units, INDEX, said, today=TODAY)

    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    put("2026-Q2", "2.1", 18.5)
    put("2026-Q1", "2.1", 17)
    said = {one.key: one.text for one in report_text(units, report.id, today=TODAY)}
    assert "18,50 điểm trên 20 điểm tối đa" in said["index.total"]
    assert said["index.kỳ trước"] == "So với kỳ trước, điểm các chỉ tiêu này tăng 1,50 điểm."
    for one in shipped_indicators():
        if one.code != "2.1" and one.maximum:
            put("2026-Q2", one.code, one.maximum)
    said = {one.key: one.text for one in report_text(units, report.id, today=TODAY)}
    assert "98,50 điểm, xếp loại Xuất sắc (" in said["index.total"]
    assert "index.kỳ trước" not in said


def test_a_part_of_a_number_is_a_number_in_excel(units: UnitsOfWork, tmp_path: Path) -> None:
    said = {"day": "2/4/2026", "kind": "Tin, bài", "title": "Bài", "quantity": "1.234,5"}
    put_entry(units, ACTIVITIES, said, today=TODAY)
    report = create_report(units, ReportKind.COMMUNICATION, "2026-Q2")
    book = load_workbook(export(units, report.id, tmp_path / "bao-cao.xlsx"))
    row = next(row for row in book.worksheets[0].iter_rows(values_only=True) if "Tin, bài" in row)
    assert row[3:5] == (1234.5, 1234.5)
    numbers = [one for (one, *_) in book.worksheets[1].iter_rows(values_only=True) if one]
    assert "T1" in numbers
