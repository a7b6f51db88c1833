"""The summary by unit: every formula carries the figure, and the figures are right."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tthc_desktop.domain.progress import LEFT_OUT, State
from tthc_desktop.domain.shown_state import Shown, shown_state
from tthc_desktop.sheets.summary import NO_LEAD

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sheets.conftest import Maker
    from tthc_desktop.domain.plan_progress import PlanProgress
    from tthc_desktop.domain.progress import Occurrence, Record
    from tthc_desktop.domain.task import Task
    from tthc_desktop.sheets.progress_rows import ProgressSheet

FIRST = 8
Counts = dict[str, "Counter[str]"]


def figures(path: Path, sheet: str = "Tổng hợp") -> dict[str, list[Any]]:
    """Return the summary's figures by the words of their row, as a simple viewer sees them."""
    workbook = load_workbook(path, read_only=True, data_only=True)
    rows = list(workbook[sheet].iter_rows(min_row=FIRST, values_only=True))
    workbook.close()
    return {str(row[1]): list(row[2:]) for row in rows if row[1]}


def count(
    counts: Counter[str], task: Task, one: Occurrence, record: Record, sheet: ProgressSheet
) -> None:
    shown = shown_state(task, one, record, sheet.title.as_of).shown
    counts["total"] += 1
    counts[record.state or State.NOT_STARTED] += 1
    counts["late"] += shown is Shown.DONE_LATE
    counts["overdue"] += shown is Shown.OVERDUE


def expected(counts: Counter[str]) -> list[Any]:
    left_out = sum(counts[one] for one in LEFT_OUT)
    counted = counts["total"] - left_out
    order = (
        "total", State.DONE, "late", State.IN_PROGRESS, State.NOT_STARTED,
        State.WAITING_DOCUMENT, State.PAUSED,
    )  # fmt: skip
    rate = pytest.approx(counts[State.DONE] / counted) if counted else "–"
    return [*(counts[one] for one in order), left_out, counts["overdue"], rate]


def counted_by_the_program(progress: PlanProgress, sheet: ProgressSheet) -> Counts:
    """Count with the states the program shows, not with the code of the sheet."""
    rows = {row.occurrence_id for row in sheet.rows}
    counts: Counts = {"Theo trang Tiến độ": Counter(), "Tổng cộng": Counter()}
    for _, _, task in progress.leaves():
        for one in progress.of_task(task):
            if one.id not in rows:
                continue
            derived = progress.record(task, one)
            count(counts["Theo trang Tiến độ"], task, one, derived, sheet)
            for unit in progress.lead_units(task) or ("",):
                record = progress.unit_record(task, one, unit) if unit else derived
                if one.closing and record.state is not State.DONE:
                    record = one.closing
                name = progress.directory.get(unit).name if unit else NO_LEAD
                for words in (name, "Tổng cộng"):
                    count(counts.setdefault(words, Counter()), task, one, record, sheet)
    return counts


@pytest.mark.parametrize("period", [None, "2026-Q2", "2026-01", "2026"])
def test_the_figures_are_those_of_an_independent_count(
    make: Maker, year: PlanProgress, period: str | None
) -> None:
    counts = counted_by_the_program(year, make.sheet(year, period))
    found = figures(make.file(year, period))
    assert found == {words: expected(one) for words, one in counts.items()}


def test_units_whose_names_contain_one_another_are_counted_apart(
    make: Maker, year: PlanProgress
) -> None:
    found = figures(make.file(year))
    assert found["Phòng Nghiệp vụ"][0] == 4 + 6 + 1 + 1
    assert found["Phòng Nghiệp vụ 1"][0] == 4 + 6 + 1
    assert found["Trung tâm Dữ liệu *"][0] == 1
    assert list(found)[:2] == ["Văn phòng", "Phòng Tổ chức, tổng hợp"]
    assert list(found)[-3:] == [NO_LEAD, "Tổng cộng", "Theo trang Tiến độ"]


def test_a_units_sheet_counts_that_unit_alone(make: Maker, year: PlanProgress) -> None:
    found = figures(make.file(year, "2026-Q2", "nv1"))
    assert list(found) == ["Phòng Nghiệp vụ 1", "Tổng cộng"]
    # The review, months 1, 4 and 6, the training; T1 it only co-ordinates.
    assert found["Phòng Nghiệp vụ 1"] == [5, 0, 0, 0, 3, 1, 1, 0, 1, 0]


def test_a_unit_that_leads_nothing_has_a_row_of_noughts(make: Maker) -> None:
    task = make.task("Việc", "vp", "nv", "Hạn")
    path = make.file(make.progress([task], [make.occurrence("Việc", "once")]), unit="nv")
    assert figures(path)["Phòng Nghiệp vụ"] == [*[0] * 9, "–"]


def test_every_formula_carries_a_value_of_the_right_kind(make: Maker, year: PlanProgress) -> None:
    path = make.file(year)
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    carrying = 0
    with ZipFile(path) as package:
        for name in package.namelist():
            if not name.startswith("xl/worksheets/sheet"):
                continue
            for cell in ET.fromstring(package.read(name)).iter(f"{main}c"):  # noqa: S314 - our own
                if cell.find(f"{main}f") is None:
                    continue
                carrying += 1
                value = cell.findtext(f"{main}v")
                assert value
                if cell.get("t") != "str":
                    assert cell.get("t") is None
                    float(value)
    assert carrying == 2 + 10 * (len(figures(path)) + len(figures(path, "Theo nhóm")))


def test_the_day_counts_not_the_clock(make: Maker, year: PlanProgress) -> None:
    worksheet = load_workbook(make.file(year))["Tổng hợp"]
    formulas = [
        str(cell.value) for row in worksheet.iter_rows() for cell in row if cell.data_type == "f"
    ]
    assert worksheet["A5"].value == "='Tiến độ'!$A$5"
    assert not [one for one in formulas if "TODAY" in one or "NOW" in one]
    assert [one for one in formulas if '"<"&$A$5' in one]


def test_lines_stand_on_a_hidden_sheet_one_for_each_leading_unit(
    make: Maker, year: PlanProgress
) -> None:
    worksheet = load_workbook(make.file(year))["ChiTiet"]
    assert worksheet.sheet_state == "hidden"
    rows = list(worksheet.iter_rows(min_row=2, values_only=True))
    april = [row for row in rows if row[6:] == ("1.3", "Tháng 4")]
    assert [row[1:3] for row in april] == [
        ("Phòng Nghiệp vụ", "Đang thực hiện"),
        ("Phòng Nghiệp vụ 1", "Tạm dừng"),
    ]
