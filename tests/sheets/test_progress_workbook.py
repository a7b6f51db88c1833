"""The file itself, reopened: what the office, Excel and scripts rely on."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.errors import StorageTrouble
from tthc_desktop.sheets.progress_workbook import check_progress_sheet, write_progress_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sheets.conftest import Maker
    from tthc_desktop.domain.plan_progress import PlanProgress

HEADINGS = (
    "STT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian hoàn thành", "Kỳ", "Hạn",
    "Trạng thái", "%", "Kết quả", "Minh chứng", "Ngày hoàn thành", "Lý do chậm",
    "Khó khăn, vướng mắc", "Ghi chú",
)  # fmt: skip
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def heading_row(worksheet: Worksheet) -> int:
    return next(row for row in range(1, 30) if worksheet.cell(row, 1).value == "STT")


def table(worksheet: Worksheet) -> list[dict[str, object]]:
    rows = worksheet.iter_rows(min_row=heading_row(worksheet) + 1, values_only=True)
    return [dict(zip(HEADINGS, row, strict=True)) for row in rows]


def sheet_of(path: Path, name: str = "Tiến độ") -> Worksheet:
    worksheet = load_workbook(path)[name]
    assert isinstance(worksheet, Worksheet)
    return worksheet


def part(path: Path, name: str) -> ET.Element:
    with ZipFile(path) as package:
        return ET.fromstring(package.read(name))  # noqa: S314 - our own file


def test_the_first_sheet_and_its_headings(make: Maker, year: PlanProgress) -> None:
    path = make.file(year)
    workbook = load_workbook(path)
    assert workbook.sheetnames[:2] == ["Tiến độ", "Tổng hợp"]
    assert workbook.active is workbook.worksheets[0]
    worksheet = sheet_of(path)
    row = heading_row(worksheet)
    assert tuple(cell.value for cell in worksheet[row]) == HEADINGS


def test_values_have_their_types(make: Maker, year: PlanProgress) -> None:
    worksheet = sheet_of(make.file(year))
    rows = table(worksheet)
    plan = next(row for row in rows if row["STT"] == "1.1")
    assert plan["Hạn"] == datetime(2026, 1, 24)
    assert plan["Ngày hoàn thành"] == datetime(2026, 1, 22)
    assert (plan["%"], plan["Trạng thái"], plan["Kỳ"]) == (1, "Hoàn thành", "Một lần")
    april = next(row for row in rows if row["Kỳ"] == "Tháng 4")
    assert april["%"] == pytest.approx(0.2)
    assert april["Chủ trì"] == "Phòng Nghiệp vụ; Phòng Nghiệp vụ 1"
    for row in worksheet.iter_rows(min_row=heading_row(worksheet) + 1):
        assert row[0].data_type in {"s", "n"}
        assert row[0].value is None or isinstance(row[0].value, str)
        if row[6].value:
            assert (row[6].is_date, row[6].number_format) == (True, "dd/mm/yyyy")
        assert row[8].value is None or row[8].number_format == "0%"


def test_it_reads_the_same_where_only_values_are_read(make: Maker, year: PlanProgress) -> None:
    path = make.file(year)
    workbook = load_workbook(path, read_only=True, data_only=True)
    values = [list(row) for row in workbook["Tiến độ"].iter_rows(values_only=True)]
    workbook.close()
    assert values == [[cell.value for cell in row] for row in sheet_of(path).iter_rows()]


def test_group_rows_are_bold_on_a_ground_and_have_no_state(make: Maker, year: PlanProgress) -> None:
    worksheet = sheet_of(make.file(year))
    groups = [
        row
        for row in worksheet.iter_rows(min_row=heading_row(worksheet) + 1)
        if row[1].value in {"Chỉ đạo, điều hành", "Công bố, công khai", "Nhiệm vụ theo dõi thêm"}
    ]
    assert len(groups) == 3
    for row in groups:
        assert all(cell.value is None for cell in row[2:])
        assert row[1].font.b
        assert all(cell.fill.fill_type == "solid" for cell in row)


def test_the_title_block(make: Maker, year: PlanProgress) -> None:
    worksheet = sheet_of(make.file(year, "2026-Q2", "th"))
    texts = [worksheet.cell(row, 1).value for row in range(1, heading_row(worksheet))]
    assert texts[0] == "SỞ DÂN SINH – Phòng Tổ chức, tổng hợp"
    assert texts[1] == "BẢNG THEO DÕI TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH"
    assert texts[2] == "Kiểm soát thủ tục hành chính năm 2026"
    assert "05/KH-SDS ngày 20/01/2026" in str(texts[3])
    assert "Quý II năm 2026" in str(texts[3])
    assert texts[4] == datetime(2026, 6, 30)
    assert worksheet.cell(5, 1).number_format.startswith('"Tính đến ngày "dd/mm/yyyy')


def test_a_units_own_name_is_bold(make: Maker, year: PlanProgress) -> None:
    path = make.file(year, unit="nv1")
    worksheet = load_workbook(path, rich_text=True)["Tiến độ"]
    row = next(row for row in worksheet.iter_rows() if row[5].value == "Tháng 4")
    parts = row[2].value
    assert isinstance(parts, CellRichText)
    assert "".join(map(str, parts)) == "Phòng Nghiệp vụ; Phòng Nghiệp vụ 1"
    bold = [str(one) for one in parts if isinstance(one, TextBlock) and one.font.b]
    assert bold == ["Phòng Nghiệp vụ 1"]
    alone = next(row for row in worksheet.iter_rows() if row[2].value == "Các phòng thuộc Sở")
    assert alone[2].font.b
    others = load_workbook(make.file(year), rich_text=True)["Tiến độ"]
    assert not any(row[2].font.b for row in others.iter_rows(min_row=7) if row[5].value)


def test_a_unit_finds_the_cells_it_fills_on_a_ground_of_their_own(
    make: Maker, year: PlanProgress
) -> None:
    worksheet = sheet_of(make.file(year, unit="tt"))
    filled = {
        row[0].value: {
            HEADINGS[place] for place, cell in enumerate(row) if cell.fill.fill_type == "solid"
        }
        for row in worksheet.iter_rows(min_row=heading_row(worksheet) + 1)
        if row[5].value
    }
    assert filled == {
        "1.3": {"Kết quả", "Khó khăn, vướng mắc", "Ghi chú"},
        "2.1.1": set(HEADINGS[7:]),
    }


def test_lists_come_from_a_hidden_sheet(make: Maker, year: PlanProgress) -> None:
    path = make.file(year)
    workbook = load_workbook(path)
    rules = {one.type: one for one in sheet_of(path).data_validations.dataValidation}
    assert rules.keys() == {"list", "decimal", "date"}
    match = re.fullmatch(r"(\w+)!\$A\$1:\$A\$7", rules["list"].formula1 or "")
    assert match
    hidden = workbook[match[1]]
    assert hidden.sheet_state == "hidden"
    assert [hidden.cell(row, 1).value for row in range(1, 9)] == [
        "Chưa thực hiện", "Đang thực hiện", "Hoàn thành", "Chờ văn bản", "Tạm dừng",
        "Không phát sinh", "Hủy", None,
    ]  # fmt: skip
    last = sheet_of(path).max_row
    assert str(rules["list"].sqref) == f"H7:H{last}"
    assert (rules["decimal"].formula1, rules["decimal"].formula2) == ("0", "1")
    assert str(rules["decimal"].sqref) == f"I7:I{last}"
    assert set(str(rules["date"].sqref).split()) == {f"G7:G{last}", f"L7:L{last}"}
    assert all(one.showErrorMessage and one.error for one in rules.values())
    assert [(one.title, one.sheet_state) for one in workbook.worksheets] == [
        ("Tiến độ", "visible"), ("Tổng hợp", "visible"), ("Theo nhóm", "visible"),
        ("ChiTiet", "hidden"), ("DanhMuc", "hidden"), ("ChiTietNhom", "hidden"),
    ]  # fmt: skip


def test_how_it_is_seen_and_printed(make: Maker, year: PlanProgress) -> None:
    worksheet = sheet_of(make.file(year))
    row, last = heading_row(worksheet), worksheet.max_row
    assert worksheet.freeze_panes == f"C{row + 1}"
    assert worksheet.auto_filter.ref == f"A{row}:O{last}"
    assert worksheet.print_area == f"'Tiến độ'!$A$1:$J${last}"
    assert worksheet.print_title_rows == f"${row}:${row}"
    setup = worksheet.page_setup
    assert (setup.orientation, setup.paperSize) == ("landscape", 9)
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    properties = worksheet.sheet_properties.pageSetUpPr
    assert properties is not None
    assert properties.fitToPage
    assert worksheet.oddFooter is not None
    assert worksheet.oddFooter.center is not None
    assert worksheet.oddFooter.center.text == "Trang &P/&N"
    assert not worksheet.protection.sheet


def test_one_font_everywhere_the_normal_one_too(make: Maker, year: PlanProgress) -> None:
    path = make.file(year)
    fonts = part(path, "xl/styles.xml").findall(f"{MAIN}fonts/{MAIN}font/{MAIN}name")
    assert {font.get("val") for font in fonts} == {"Times New Roman"}
    sizes = part(path, "xl/styles.xml").findall(f"{MAIN}fonts/{MAIN}font/{MAIN}sz")
    assert {float(size.get("val", "0")) for size in sizes} == {11, 12, 13}


def test_cells_share_their_styles(make: Maker, year: PlanProgress) -> None:
    formats = part(make.file(year), "xl/styles.xml").find(f"{MAIN}cellXfs")
    assert formats is not None
    assert len(formats) <= 50


def test_rows_show_all_of_the_text_and_may_grow(make: Maker) -> None:
    long = "Rà soát, đánh giá, đề xuất đơn giản hóa thủ tục hành chính nội bộ. " * 8
    task = make.task(long, "vp", "phong", "Thường xuyên")
    path = make.file(make.progress([task], [make.occurrence(long, "2026-Q1")]))
    rows = part(path, "xl/worksheets/sheet1.xml").findall(f"{MAIN}sheetData/{MAIN}row")
    by_number = {row.get("r"): row for row in rows}
    assert 13 * 15.75 <= float(by_number["7"].get("ht", "0")) <= 18 * 15.75
    assert by_number["7"].get("customHeight") is None  # Excel fits it again after an edit
    assert by_number["1"].get("customHeight") == "1"  # merged cells are never fitted


def test_states_differ_in_black_and_white(make: Maker, year: PlanProgress) -> None:
    path = make.file(year)
    looks = set()
    for rules in part(path, "xl/worksheets/sheet1.xml").findall(f"{MAIN}conditionalFormatting"):
        looks |= {rule.get("dxfId") for rule in rules.findall(f"{MAIN}cfRule")}
    formats = part(path, "xl/styles.xml").findall(f"{MAIN}dxfs/{MAIN}dxf")
    seen = set()
    for number in sorted(int(one or 0) for one in looks):
        font = formats[number].find(f"{MAIN}font")
        pattern = formats[number].find(f".//{MAIN}patternFill")
        assert font is not None
        assert pattern is not None
        marks = tuple((one.tag, one.get("val")) for one in font if one.tag != f"{MAIN}color")
        seen.add((marks, pattern.get("patternType"), formats[number].find(f"{MAIN}numFmt") is None))
    assert len(seen) == len(looks)


def test_who_made_it_is_the_program(make: Maker, year: PlanProgress) -> None:
    properties = load_workbook(make.file(year)).properties
    assert properties.creator == "TTHC Desktop"
    assert properties.lastModifiedBy is None
    assert properties.title is not None
    assert properties.title.startswith("BẢNG THEO DÕI TIẾN ĐỘ")


def test_written_twice_only_the_core_properties_may_differ(
    make: Maker, year: PlanProgress, tmp_path: Path
) -> None:
    packages = []
    for name in ("một.xlsx", "hai.xlsx"):
        write_progress_sheet(make.sheet(year), tmp_path / name)
        with ZipFile(tmp_path / name) as package:
            entries = package.infolist()
            packages.append({one.filename: package.read(one) for one in entries})
        assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}
    first, second = packages
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] in (
        [],
        ["docProps/core.xml"],
    )


def test_what_openpyxl_keeps_in_sets_is_put_in_order(make: Maker, year: PlanProgress) -> None:
    root = part(make.file(year), "xl/worksheets/sheet1.xml")
    merged = [one.get("ref", "") for one in root.iter(f"{MAIN}mergeCell")]
    assert merged == sorted(merged)
    assert len(merged) == 5
    ranges = [one.get("sqref", "").split() for one in root.iter(f"{MAIN}dataValidation")]
    assert ranges == [sorted(one) for one in ranges]


def test_a_sheet_without_rows_is_a_sheet(make: Maker) -> None:
    path = make.file(make.progress([], []), "2026-Q2", "vp")
    assert table(sheet_of(path)) in ([], [dict.fromkeys(HEADINGS)])


def test_the_day_is_no_time_of_writing(make: Maker, year: PlanProgress) -> None:
    assert make.sheet(year).title.as_of == date(2026, 6, 30)


@pytest.mark.parametrize("harm", ["cut", "flipped", "empty", "text", "part"])
def test_a_file_that_is_not_whole_is_found(make: Maker, year: PlanProgress, harm: str) -> None:
    path = make.file(year)
    whole = path.read_bytes()
    if harm == "part":
        with ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        with ZipFile(path, "w") as package:
            for name, content in parts.items():
                if name != "xl/worksheets/sheet1.xml":
                    package.writestr(name, content)
    else:
        middle = len(whole) // 3
        flipped = whole[:middle] + bytes([whole[middle] ^ 255]) + whole[middle + 1 :]
        broken = {"cut": whole[:middle], "flipped": flipped, "empty": b"", "text": b"chao"}
        path.write_bytes(broken[harm])
    with pytest.raises(StorageTrouble):
        check_progress_sheet(path)
