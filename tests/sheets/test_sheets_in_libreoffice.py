"""LibreOffice calculates what the file carries, and prints it one page wide."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.sheets.libreoffice import NEEDED, convert, sorted_by
from tthc_desktop.sheets.progress_workbook import write_progress_sheet
from tthc_desktop.sheets.returned_sheet import read_returned_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from tests.sheets.conftest import Maker
    from tthc_desktop.domain.plan_progress import PlanProgress

pytestmark = NEEDED


def rewritten(path: Path, part: str, pattern: str, replacement: str) -> Path:
    """Give a copy of the file with one part changed by a regular expression."""
    changed = path.with_name(f"sửa {path.name}")
    with ZipFile(path) as source, ZipFile(changed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                text = re.sub(pattern, replacement, content.decode())
                assert text != content.decode()
                content = text.encode()
            target.writestr(name, content)
    return changed


def values(path: Path, name: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in load_workbook(path, data_only=True)[name]]


def formulas(path: Path) -> dict[tuple[str, str], Any]:
    """Return the value that every formula of a file carries, by sheet and cell."""
    carried = load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): carried[sheet.title][cell.coordinate].value
        for sheet in load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


@pytest.mark.parametrize(
    ("period", "unit", "least"),
    [(None, None, 60), ("2026-Q2", None, 60), ("2026-Q2", "nv1", 21), ("2027-Q1", "khac", 21)],
)
def test_every_formula_gives_the_value_it_carries(
    make: Maker, year: PlanProgress, period: str | None, unit: str | None, least: int
) -> None:
    path = make.file(year, period, unit)
    wrong = path
    # Wrong values first, so that what comes back was calculated.
    for part in ("sheet2", "sheet3")[: 1 if unit else 2]:
        name = f"xl/worksheets/{part}.xml"
        wrong = rewritten(wrong, name, r"(</f>)<v>[^<]*</v>", r"\g<1><v>987</v>")
    calculated, carried = formulas(convert(wrong, "xlsx")), formulas(path)
    assert len(carried) >= least
    assert calculated == {
        place: pytest.approx(value) if isinstance(value, float) else value
        for place, value in carried.items()
    }


@pytest.mark.parametrize("unit", ["nv", None])
def test_what_passed_through_it_is_a_whole_sheet_with_its_identities(
    make: Maker, year: PlanProgress, unit: str | None
) -> None:
    sheet = replace(make.sheet(year, "2026-Q2", unit), version="0123456789abcdef")
    path = make.folder / "gửi.xlsx"
    write_progress_sheet(sheet, path)
    again = convert(path, "xlsx")
    assert load_workbook(again)["Tiến độ"].column_dimensions["P"].hidden
    before, after = read_returned_sheet(path), read_returned_sheet(again)
    assert [one.identity for one in after.rows] == [one.identity for one in before.rows]
    assert all(one.identity is not None for one in after.rows)
    assert [one.cells for one in after.rows] == [one.cells for one in before.rows]


def test_sorted_by_it_every_row_keeps_its_identity(make: Maker, year: PlanProgress) -> None:
    sheet = replace(make.sheet(year, None, "nv"), version="0123456789abcdef")
    path = make.folder / "gửi.xlsx"
    write_progress_sheet(sheet, path)
    before = {one.identity: one.cells for one in read_returned_sheet(path).rows}
    again = sorted_by(path, column=8, table=f"A6:P{6 + len(sheet.rows)}")
    rows = read_returned_sheet(again).rows
    assert [one.identity for one in rows] != list(before)
    assert {one.identity: one.cells for one in rows} == before
    states = [state for one in rows if (state := one.text("Trạng thái"))]
    assert len(list(groupby(states))) == len(set(states))


@pytest.mark.parametrize("unit", ["nv", None])
def test_nothing_of_the_table_is_lost_on_the_way_through(
    make: Maker, year: PlanProgress, unit: str | None
) -> None:
    path = make.file(year, "2026-Q2", unit)
    again = convert(path, "xlsx")
    assert values(again, "Tiến độ") == values(path, "Tiến độ")
    workbook = load_workbook(again)
    assert workbook["ChiTiet"].sheet_state == "hidden"
    kinds = {one.type for one in workbook["Tiến độ"].data_validations.dataValidation}
    assert kinds == {"list", "decimal", "date"}


def test_the_print_is_one_page_wide_and_repeats_its_headings(
    make: Maker, year: PlanProgress
) -> None:
    pages = [page.extract_text() for page in PdfReader(convert(make.file(year), "pdf")).pages]
    last = max(n for n, text in enumerate(pages) if "TỔNG HỢP TIẾN ĐỘ" not in text)
    # By unit and by group, a page each.
    assert len(pages) == last + 3
    assert "THEO ĐƠN VỊ CHỦ TRÌ" in pages[-2]
    assert "THEO NHÓM NHIỆM VỤ" in pages[-1]
    assert "BẢNG THEO DÕI TIẾN ĐỘ" in pages[0]
    assert "Tính đến ngày 30/06/2026" in pages[0]
    for number, text in enumerate(pages[: last + 1], start=1):
        assert "STT" in text
        assert "Kết quả" in text
        assert "Minh chứng" not in text  # K to O are not printed
        assert f"Trang {number}/{len(pages)}" in text


def test_rows_are_as_high_as_libreoffice_would_make_them(make: Maker) -> None:
    words = "Rà soát, đánh giá, đơn giản hóa thủ tục hành chính nội bộ; Quyết định 766/QĐ-TTg. "
    tasks = [
        make.task(f"{n}. {words * n}".strip(), "vp nv tt", "phong", words[: 9 * n])
        for n in range(1, 12)
    ]
    progress = make.progress(tasks, [make.occurrence(one.content, "2026-Q1") for one in tasks])
    path = make.file(progress)
    # LibreOffice fits rows when it loads its own format, not when it loads Excel's.
    free = rewritten(path, "xl/worksheets/sheet1.xml", r' ht="[^"]*"', "")
    fitted, ours = (
        load_workbook(one)["Tiến độ"] for one in (convert(convert(free, "fods"), "xlsx"), path)
    )
    for row in range(7, 7 + len(tasks)):
        needed, given = height(fitted, row), height(ours, row)
        assert needed <= given <= 1.45 * needed + 10


def height(worksheet: Worksheet, row: int) -> float:
    return worksheet.row_dimensions[row].height or 0
