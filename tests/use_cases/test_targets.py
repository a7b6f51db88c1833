"""Targets with actuals: typed, written, told in the report and in the consolidated sheet."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.data_file import SqliteDataFile
from tests.use_cases.test_task_acts import content, plan_of
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.domain.target_words import read_target, target_words
from tthc_desktop.domain.task import Target
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.editing import apply_edit
from tthc_desktop.use_cases.reporting.report_text import report_text
from tthc_desktop.use_cases.reporting.reports import create_report
from tthc_desktop.use_cases.sheet_export import export_sheet
from tthc_desktop.use_cases.task_acts import set_target
from tthc_desktop.use_cases.task_history import task_history

TODAY = date(2026, 7, 1)


@pytest.fixture
def data_file(sample: Path) -> Iterator[SqliteDataFile]:
    file = SqliteDataFile(sample)
    yield file
    file.close()


@pytest.mark.parametrize(
    ("typed", "target", "words"),
    [
        (("100", "98,5", "%"), Target(100, 98.5, "%"), "100%; đã thực hiện 98,5%"),
        (("100 %", "", ""), Target(100, None, "%"), "100%"),
        (
            ("1.200", "900", "lượt người"),
            Target(1200, 900, "lượt người"),
            "1.200 lượt người; đã thực hiện 900 (75%)",
        ),
        (("0", "3", "lớp"), Target(0, 3, "lớp"), "0 lớp; đã thực hiện 3"),
    ],
)
def test_a_target_is_read_and_told(typed: tuple[str, str, str], target: Target, words: str) -> None:
    assert read_target(*typed) == target
    assert target_words(target) == words


@pytest.mark.parametrize(
    "typed", [("nhiều", "", ""), ("-1", "", "%"), ("", "3", ""), ("5", "x", "")]
)
def test_what_is_no_target_is_refused(typed: tuple[str, str, str]) -> None:
    with pytest.raises(Refused):
        read_target(*typed)
    assert read_target("", "", "") is None


def test_a_target_is_written_told_everywhere_and_undone(
    data_file: SqliteDataFile, tmp_path: Path
) -> None:
    before = content(data_file.path)
    units, opened = data_file.units_of_work(), plan_of(data_file)
    row = next(one for one in opened.leaves() if one.number == "2.1.4")
    assert row.task.target is None
    edit = set_target(opened, row.task.id, Target(100, 98.5, "%"))
    opened = apply_edit(units, opened, edit)
    (line, *_) = task_history(units, opened.plan.id, row.task.id)
    assert line.changes == ("Chỉ tiêu: trống → ‘100%; đã thực hiện 98,5%’",)
    report = create_report(units, ReportKind.CONTROL, "2026-Q2")
    told = [one.text for one in report_text(units, report.id, today=TODAY)]
    assert any("(chỉ tiêu 100%; đã thực hiện 98,5%)" in one for one in told)
    to = tmp_path / "tong-hop.xlsx"
    export_sheet(units, opened.plan.id, to, today=TODAY, force=False)
    sheet = load_workbook(to)["Chỉ tiêu"]
    rows = {one[0]: one[3:] for one in sheet.iter_rows(min_row=7, values_only=True)}
    with_target = {one.number for one in opened.leaves() if one.task.target}
    assert set(rows) == with_target
    assert rows[row.number] == (100, 98.5, "%", 0.985)
    own = tmp_path / "phong.xlsx"
    unit = opened.directory.get(opened.lead_units(row.task)[0]).name
    export_sheet(units, opened.plan.id, own, today=TODAY, force=False, division=unit)
    assert "Chỉ tiêu" not in load_workbook(own).sheetnames
    apply_edit(units, opened, edit.inverse(), undoing=True)
    after = content(data_file.path)
    assert after["task"] == before["task"]
