"""LibreOffice calculates what the file carries, and prints it one page wide."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from tests.sheets.conftest import Maker
    from tthc_desktop.domain.plan_progress import PlanProgress

pytestmark = [
    pytest.mark.soffice,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice is not installed"),
]
# Always calculate what is loaded; by itself LibreOffice trusts the values in the file.
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def convert(path: Path, kind: str) -> Path:
    profile = path.parent / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    target = path.parent / kind
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--convert-to", kind, "--outdir", str(target), str(path),
        ],
        check=True, capture_output=True, timeout=100,
    )  # fmt: skip
    return target / f"{path.stem}.{kind}"


def rewritten(path: Path, part: str, pattern: str, replacement: str) -> Path:
    """Give a copy of the file with one part changed by a regular expression."""
    changed = path.with_name("sửa.xlsx")
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


@pytest.mark.parametrize(
    ("period", "unit"), [(None, None), ("2026-Q2", None), ("2026-Q2", "nv1"), ("2027-Q1", "khac")]
)
def test_every_formula_gives_the_value_it_carries(
    make: Maker, year: PlanProgress, period: str | None, unit: str | None
) -> None:
    path = make.file(year, period, unit)
    # Wrong values first, so that what comes back was calculated.
    wrong = rewritten(path, "xl/worksheets/sheet2.xml", r"(</f>)<v>[^<]*</v>", r"\g<1><v>987</v>")
    calculated = load_workbook(convert(wrong, "xlsx"), data_only=True)["Tổng hợp"]
    carried = load_workbook(path, data_only=True)["Tổng hợp"]
    formulas = [
        cell.coordinate
        for row in load_workbook(path)["Tổng hợp"].iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(formulas) >= 21
    for one in formulas:
        value = carried[one].value
        if isinstance(value, float):
            value = pytest.approx(value)
        assert (one, calculated[one].value) == (one, value)


def test_nothing_of_the_table_is_lost_on_the_way_through(make: Maker, year: PlanProgress) -> None:
    path = make.file(year, "2026-Q2")
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
    assert len(pages) == last + 2
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
