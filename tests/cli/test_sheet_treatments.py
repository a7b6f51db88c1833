"""What people do to sheets, each with its own treatment: told with the cell, nothing lost."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.command_line import Tthc
from tests.sheets.merging import DAY, Sent
from tests.sheets.returned_files import FIRST, edit, place, put, row_of

UNIT = "Phòng Du lịch, Lưu trú"
OTHER = "Phòng Pháp chế"
OWN = "2.1.1"


@pytest.fixture
def sent(tthc: Tthc, tmp_path: Path) -> Sent:
    folder = tmp_path / "phiếu"
    folder.mkdir()
    return Sent(tthc, folder)


def plan_of(sent: Sent) -> Any:  # noqa: ANN401 - JSON
    return sent.tthc.json("task", "list", "--plan", sent.plan)


def one_file(sent: Sent, file: Path, code: int) -> dict[str, Any]:
    (found,) = sent.merge(file, code=code)["files"]
    return dict(found)


def rewritten(file: Path, change: Callable[[str], str]) -> Path:
    """Change the XML of the first worksheet."""
    with ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    before = parts[name].decode()
    parts[name] = change(before).encode()
    assert parts[name] != before.encode()
    with ZipFile(file, "w") as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return file


def test_a_deleted_row_changes_nothing_and_the_others_arrive(sent: Sent) -> None:
    other = next(
        str(sheet.cell(row, 1).value)
        for sheet in [load_workbook(sent.files[UNIT])["Tiến độ"]]
        for row in range(FIRST, sheet.max_row + 1)
        if sheet.cell(row, 8).value and sheet.cell(row, 1).value != OWN
    )
    before = sent.stored(OWN, UNIT)

    def change(sheet: Worksheet) -> None:
        put(sheet, other, "Ghi chú", "Dòng còn lại")
        sheet.delete_rows(row_of(sheet, OWN))

    found = one_file(sent, edit(sent.files[UNIT], change), 0)
    assert [(one["number"], one["new"]) for one in found["changed"]] == [(other, "Dòng còn lại")]
    assert sent.stored(OWN, UNIT) == before


def test_a_unit_that_is_gone_has_no_sheet_any_more(sent: Sent) -> None:
    """Its sheets went with it; another unit's name written above the table makes no difference."""
    file = edit(sent.files[OTHER], lambda sheet: put(sheet, OWN, "Kết quả", "Của ai?"))
    with closing(sqlite3.connect(sent.tthc.data)) as connection:
        connection.execute(
            "DELETE FROM sheet WHERE respondent_id = (SELECT id FROM respondent WHERE name = ?)",
            (OTHER,),
        )
        connection.commit()
    before = plan_of(sent)
    assert sent.tthc.run("sheet", "merge", file, *DAY) == 3
    assert "không phải phiếu mà tệp dữ liệu này đã gửi đi" in sent.tthc.err
    assert plan_of(sent) == before


def test_a_sheet_of_another_plan_is_told_by_name(sent: Sent, tmp_path: Path) -> None:
    other = sent.tthc.plan_id("communication")
    folder = tmp_path / "truyền thông"
    folder.mkdir()
    call = ("sheet", "export", "--plan", other, "--each-division", "--to", folder, *DAY)
    file = Path(sent.tthc.json(*call)["files"][0])
    # Without a plan named, the file itself tells which one it is of.
    assert one_file(sent, file, 0)["refused"] == []
    from db.data_file import SqliteDataFile
    from tthc_desktop.use_cases.sheet_merge import propose_merge

    data = SqliteDataFile(sent.tthc.data)
    (found,) = propose_merge(data.units_of_work(), [file], plan_id=sent.plan).files
    data.close()
    assert "phiếu của kế hoạch khác" in found.refusal
    assert "năm 2026" in found.refusal


def test_returned_twice_it_is_told_and_changes_nothing(sent: Sent) -> None:
    file = edit(sent.files[UNIT], lambda sheet: put(sheet, OWN, "Kết quả", "Một lần"))
    assert len(one_file(sent, file, 0)["changed"]) == 1
    before = sent.tthc.data.read_bytes()
    again = one_file(sent, file, 0)
    assert (again["changed"], again["conflicts"], again["refused"]) == ([], [], [])
    assert sent.tthc.data.read_bytes() == before


def test_an_older_version_never_takes_newer_data_away(sent: Sent) -> None:
    old = sent.files[UNIT].rename(sent.folder / "bản cũ.xlsx")
    newer = {"Kết quả": "Số liệu đầy đủ", "Minh chứng": "Báo cáo số 9", "Ghi chú": "Đã rà soát"}
    sent.send()
    assert sent.files[UNIT] != old

    def fill(sheet: Worksheet) -> None:
        for heading, words in newer.items():
            put(sheet, OWN, heading, words)

    one_file(sent, edit(sent.files[UNIT], fill), 0)
    before = sent.stored(OWN, UNIT)
    found = one_file(sent, old, 0)
    assert (found["changed"], found["conflicts"]) == ([], [])
    # Filled in differently, it is a conflict; the office's value stays.
    cell: list[str] = []
    edit(old, lambda sheet: cell.append(put(sheet, OWN, "Kết quả", "Bản cũ điền sau")))
    (conflict,) = one_file(sent, old, 1)["conflicts"]
    assert (conflict["cell"], conflict["office"]) == (cell[0], "Số liệu đầy đủ")
    assert sent.stored(OWN, UNIT) == before


def test_merged_cells_lose_nothing_and_are_named(sent: Sent) -> None:
    sent.record(OWN, UNIT, "--evidence", "Báo cáo số 9/BC", "--result", "Đã có")
    sent.send()
    cells: list[str] = []

    def merge(sheet: Worksheet) -> None:
        row, first = row_of(sheet, OWN), place(sheet, "Kết quả")
        last = place(sheet, "Minh chứng")
        cells.append(sheet.cell(row, last).coordinate)
        put(sheet, OWN, "Kết quả", "Ghi vào ô gộp")
        sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=last)

    found = one_file(sent, edit(sent.files[UNIT], merge), 1)
    assert [(one["field"], one["new"]) for one in found["changed"]] == [("result", "Ghi vào ô gộp")]
    (refused,) = found["refused"]
    assert refused["cell"] == cells[0]
    assert "gộp" in refused["message"]
    assert sent.stored(OWN, UNIT)["evidence"] == "Báo cáo số 9/BC"


def test_a_column_lost_on_the_way_overwrites_nothing(sent: Sent) -> None:
    for row in plan_of(sent):
        units = [one for each in row["occurrences"] for one in each["units"]]
        if any(one["division"] == UNIT for one in units):
            sent.record(row["number"], UNIT, "--note", f"Ghi chú {row['number']}")
    sent.send()
    cells: list[str] = []

    def lose(sheet: Worksheet) -> None:
        column = place(sheet, "Ghi chú")
        for row in range(FIRST, sheet.max_row + 1):
            if sheet.cell(row, column).value:
                cells.append(sheet.cell(row, column).coordinate)
            sheet.cell(row, column).value = None

    before = plan_of(sent)
    file = edit(sent.files[UNIT], lose)
    assert len(cells) >= 3
    found = one_file(sent, file, 1)
    assert found["changed"] == []
    assert [one["cell"] for one in found["refused"]] == cells
    assert all("mọi dòng" in one["message"] for one in found["refused"])
    assert plan_of(sent) == before


def test_names_typed_anew_are_told_and_stay_the_offices(sent: Sent) -> None:
    cells: list[str] = []

    def retype(sheet: Worksheet) -> None:
        sheet["A1"].value = "SO THUONG MAI - phong du lich"
        cells.append(put(sheet, OWN, "Chủ trì", "Phong Du lich; phòng luu tru"))
        cells.append(put(sheet, OWN, "Nội dung công việc", "Xây dựng hồ sơ trình ban hành TTHC"))
        put(sheet, OWN, "Ghi chú", "Tên gõ lại")

    before = sent.task(OWN)
    found = one_file(sent, edit(sent.files[UNIT], retype), 1)
    told = [one["cell"] for one in found["refused"]]
    row = [one["new"] for one in found["changed"]]
    if row:
        assert (row, sorted(told)) == (["Tên gõ lại"], sorted(cells))
    else:
        # Too unlike what it was: a person confirms the row.
        assert len(told) == 1
    after = sent.task(OWN)
    assert (after["content"], after["lead"]) == (before["content"], before["lead"])


def test_a_heading_typed_anew_is_told_and_its_column_stays(sent: Sent) -> None:
    sent.record(OWN, UNIT, "--result", "Đã có")
    sent.send()

    def retype(sheet: Worksheet) -> None:
        put(sheet, OWN, "Kết quả", "Dưới tiêu đề khác")
        sheet.cell(FIRST - 1, place(sheet, "Kết quả")).value = "KQ thực hiện"

    found = one_file(sent, edit(sent.files[UNIT], retype), 1)
    (refused,) = found["refused"]
    assert (refused["cell"], "“Kết quả”" in refused["message"]) == (f"A{FIRST - 1}", True)
    assert sent.stored(OWN, UNIT)["result"] == "Đã có"


def test_the_same_words_written_otherwise_say_nothing(sent: Sent) -> None:
    """Decomposed letters, Excel's line ends, blanks at the ends: what a telephone makes of them."""
    words = "Đã rà soát\nđủ số liệu ở bộ phận Một cửa"
    sent.record(OWN, UNIT, "--result", words, "--note", "Đủ")
    sent.send()
    file = sent.files[UNIT]
    other = unicodedata.normalize("NFD", words).replace("\n", "_x000D_\n") + "  "
    changed = rewritten(
        file, lambda xml: xml.replace(f">{words}<", f' xml:space="preserve">{other}<')
    )
    found = one_file(sent, changed, 0)
    assert (found["changed"], found["refused"]) == ([], [])


def test_a_second_column_of_the_same_heading_is_not_read(sent: Sent) -> None:
    def double(sheet: Worksheet) -> None:
        last = sheet.max_column + 1
        sheet.cell(FIRST - 1, last).value = "Kết quả"
        sheet.cell(row_of(sheet, OWN), last).value = "Cột thừa"

    before = plan_of(sent)
    found = one_file(sent, edit(sent.files[UNIT], double), 1)
    (refused,) = found["refused"]
    assert "Có hai cột “Kết quả”" in refused["message"]
    assert found["changed"] == []
    assert plan_of(sent) == before
