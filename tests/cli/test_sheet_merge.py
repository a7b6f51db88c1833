"""`sheet merge`: what a unit changed arrives, once; what it did not is left alone."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.command_line import Tthc
from tests.sheets.merging import Sent
from tests.sheets.returned_files import (
    IDENTITY,
    Change,
    copied_to_a_new_workbook,
    edit,
    move_column,
    place,
    progress,
    put,
    put_table,
    row_of,
    table,
)

UNIT = "Phòng Du lịch, Lưu trú"
OWN = "2.1.1"  # led by a group, each of its units records its own


@pytest.fixture
def sent(tthc: Tthc, tmp_path: Path) -> Sent:
    folder = tmp_path / "phiếu"
    folder.mkdir()
    return Sent(tthc, folder)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def changed(document: dict[str, Any]) -> dict[tuple[str, str], object]:
    (file,) = document["files"]
    return {(one["number"], one["field"]): one["new"] for one in file["changed"]}


def filled(worksheet: Worksheet) -> None:
    put(worksheet, OWN, "Trạng thái", "Hoàn thành")
    put(worksheet, OWN, "%", 1)
    put(worksheet, OWN, "Kết quả", "Đã công bố 03 thủ tục")
    put(worksheet, OWN, "Ngày hoàn thành", datetime(2026, 6, 12))


EXPECTED = {
    (OWN, "state"): "done",
    (OWN, "percent"): 100,
    (OWN, "result"): "Đã công bố 03 thủ tục",
    (OWN, "done_on"): "2026-06-12",
}


def test_an_untouched_sheet_changes_nothing_and_counts_as_an_answer(sent: Sent) -> None:
    document = sent.merge(sent.files[UNIT])
    assert changed(document) == {}
    assert UNIT not in document["missing_divisions"]
    assert set(document["missing_divisions"]) == set(sent.files) - {UNIT}


def test_what_was_filled_arrives_once_and_a_dry_run_writes_nothing(sent: Sent) -> None:
    file = edit(sent.files[UNIT], filled)
    before = digest(sent.tthc.data)
    told = sent.merge(file, "--dry-run")
    assert (told["applied"], changed(told)) == (False, EXPECTED)
    assert digest(sent.tthc.data) == before
    done = sent.merge(file)
    assert (done["applied"], changed(done)) == (True, EXPECTED)
    assert {**told, "applied": True} == done
    (one,) = done["files"]
    assert one["division"] == UNIT
    cell = next(part["cell"] for part in one["changed"] if part["field"] == "result")
    assert progress(file)[cell].value == "Đã công bố 03 thủ tục"
    stored = sent.stored(OWN, UNIT)
    assert {key: stored[key] for _, key in EXPECTED} == {k: v for (_, k), v in EXPECTED.items()}
    after = digest(sent.tthc.data)
    assert changed(sent.merge(file)) == {}
    assert digest(sent.tthc.data) == after


def by_content(worksheet: Worksheet) -> None:
    rows = table(worksheet)
    put_table(worksheet, sorted(rows, key=lambda row: str(row[1]), reverse=True))


def with_rows_between(worksheet: Worksheet) -> None:
    for row in (row_of(worksheet, OWN), 7):
        worksheet.insert_rows(row, 2)


def with_columns_moved(worksheet: Worksheet) -> None:
    move_column(worksheet, "Kết quả", 2)
    move_column(worksheet, "Trạng thái", 12)


def with_columns_hidden(worksheet: Worksheet) -> None:
    for letter in "BCDE":
        worksheet.column_dimensions[letter].hidden = True
    worksheet.row_dimensions[9].hidden = True


def without_other_rows(worksheet: Worksheet) -> None:
    own = row_of(worksheet, OWN)
    put_table(worksheet, [table(worksheet)[own - 7]])


@pytest.mark.parametrize(
    "habit",
    [by_content, with_rows_between, with_columns_moved, with_columns_hidden, without_other_rows],
)
def test_rows_and_columns_may_go_where_they_like(sent: Sent, habit: Change, tmp_path: Path) -> None:
    file = edit(edit(sent.files[UNIT], filled), habit)
    told = sent.merge(file, "--dry-run")
    assert changed(told) == EXPECTED
    copy = copied_to_a_new_workbook(edit(file, lambda _: None), tmp_path / "Sổ1.xlsx")
    if habit is by_content:
        assert changed(sent.merge(copy)) == EXPECTED


def test_a_cell_changed_on_both_sides_is_a_conflict(sent: Sent) -> None:
    file = edit(sent.files[UNIT], filled)
    was = sent.stored(OWN, UNIT)
    sent.record(OWN, UNIT, "--result", "Đang trình ký", "--note", "Sở ghi")
    document = sent.merge(file, code=1)
    (one,) = document["files"]
    (conflict,) = one["conflicts"]
    assert (conflict["field"], conflict["number"]) == ("result", OWN)
    assert (conflict["sent"], conflict["returned"], conflict["office"]) == (
        was["result"], "Đã công bố 03 thủ tục", "Đang trình ký",
    )  # fmt: skip
    stored = sent.stored(OWN, UNIT)
    assert (stored["result"], stored["note"]) == ("Đang trình ký", "Sở ghi")
    assert stored["state"] == "done"
    again = sent.merge(file, code=1)["files"][0]
    assert (again["changed"], len(again["conflicts"])) == ([], 1)


@pytest.mark.parametrize(
    ("policy", "kept"), [("returned", "Đã công bố 03 thủ tục"), ("office", "Đang trình ký")]
)
def test_conflicts_may_be_decided_for_one_side(sent: Sent, policy: str, kept: str) -> None:
    file = edit(sent.files[UNIT], filled)
    sent.record(OWN, UNIT, "--result", "Đang trình ký")
    sent.merge(file, "--on-conflict", policy, code=1)
    assert sent.stored(OWN, UNIT)["result"] == kept
    again = sent.merge(file)["files"][0]
    assert (again["changed"], again["conflicts"]) == ([], [])


@pytest.mark.parametrize(
    ("heading", "typed", "field", "value"),
    [
        ("Trạng thái", "xong", "state", "done"),
        ("Trạng thái", "ĐÃ HOÀN THÀNH.", "state", "done"),
        ("%", "30%", "percent", 30),
        ("%", 30, "percent", 30),
        ("%", "0,3", "percent", 30),
        ("%", 0.3, "percent", 30),
        ("Ngày hoàn thành", "28/5", "done_on", "2026-05-28"),
        ("Ngày hoàn thành", "28.05.2026", "done_on", "2026-05-28"),
        ("Kết quả", 12, "result", "12"),
        ("Kết quả", "dòng một\r\n dòng hai ", "result", "dòng một\ndòng hai"),
    ],
)
def test_what_means_one_thing_only_is_taken(
    sent: Sent, heading: str, typed: object, field: str, value: object
) -> None:
    file = edit(sent.files[UNIT], lambda sheet: put(sheet, OWN, heading, typed))
    assert changed(sent.merge(file)) == {(OWN, field): value}


@pytest.mark.parametrize(
    ("heading", "typed", "told"),
    [
        ("Trạng thái", "sắp xong", "sắp xong"),
        ("Trạng thái", None, "xóa trống"),
        ("%", 1.5, "1,5"),
        ("%", "1,5", "1,5"),
        ("%", 150, "150"),
        ("%", "1", "1 % hay 100 %"),
        ("%", "gần xong", "gần xong"),
        ("Ngày hoàn thành", "sắp xong", "Phải là ngày"),
        ("Ngày hoàn thành", datetime(1907, 9, 5), "1907"),
        ("Ngày hoàn thành", "31/02/2026", "Tháng 2"),
        ("Kết quả", "=1+1", "công thức"),
        ("Kết quả", "#REF!", "#REF!"),
        ("Chủ trì", "Phòng khác", "Chủ trì"),
        ("Hạn", datetime(2026, 1, 1), "Hạn"),
    ],
)
def test_what_could_mean_two_things_is_refused_with_its_cell(
    sent: Sent, heading: str, typed: object, told: str
) -> None:
    cells: list[str] = []
    file = edit(sent.files[UNIT], lambda sheet: cells.append(put(sheet, OWN, heading, typed)))
    before = sent.stored(OWN, UNIT)
    (one,) = sent.merge(file, code=1)["files"]
    assert one["changed"] == []
    (refused,) = one["refused"]
    assert refused["cell"] == cells[0]
    assert told in refused["message"]
    assert sent.stored(OWN, UNIT) == before


def test_the_cached_value_of_a_formula_is_told(sent: Sent) -> None:
    file = sent.files[UNIT]
    edit(file, lambda sheet: put(sheet, OWN, "Kết quả", "=1+1"))
    from tests.sheets.test_sheets_in_libreoffice import rewritten

    cached = rewritten(
        file, "xl/worksheets/sheet1.xml", r"<f>1\+1</f><v */>|<f>1\+1</f><v></v>",
        "<f>1+1</f><v>2</v>",
    )  # fmt: skip
    (one,) = sent.merge(cached, code=1)["files"]
    assert "“2”" in one["refused"][0]["message"]


def test_new_rows_and_rows_without_identity_are_told_and_never_written(sent: Sent) -> None:
    def change(sheet: Worksheet) -> None:
        filled(sheet)
        sheet.cell(row_of(sheet, OWN), IDENTITY).value = None
        sheet.append(["9", "Hỗ trợ vận hành cổng dịch vụ"])

    file = edit(sent.files[UNIT], change)
    before = sent.task(OWN)
    (one,) = sent.merge(file, code=1)["files"]
    assert one["changed"] == []
    messages = [each["message"] for each in one["refused"]]
    assert any("dòng mới" in each for each in messages)
    assert any("100 %" in each and OWN in each for each in messages)
    assert sent.task(OWN) == before


def test_sorting_some_columns_only_never_writes_into_another_row(sent: Sent) -> None:
    def change(sheet: Worksheet) -> None:
        filled(sheet)
        rows = table(sheet)
        identities = [row[-1] for row in rows]
        rows.sort(key=lambda row: str(row[1]))
        put_table(sheet, [[*row[:-1], one] for row, one in zip(rows, identities, strict=True)])

    file = edit(sent.files[UNIT], change)
    before = sent.tthc.json("task", "list", "--plan", sent.plan)
    (one,) = sent.merge(file, code=1)["files"]
    numbers = {each["number"] for each in one["changed"]}
    assert numbers <= {OWN}
    after = sent.tthc.json("task", "list", "--plan", sent.plan)
    assert [row for row in after if row["number"] != OWN] == [
        row for row in before if row["number"] != OWN
    ]


def test_a_row_that_stands_twice(sent: Sent) -> None:
    def change(sheet: Worksheet) -> None:
        row = row_of(sheet, OWN)
        filled(sheet)
        sheet.append([cell.value for cell in sheet[row]])
        sheet.cell(sheet.max_row, place(sheet, "Kết quả")).value = "Ghi khác"

    (one,) = sent.merge(edit(sent.files[UNIT], change), code=1)["files"]
    assert {each["field"] for each in one["changed"]} == {"state", "percent", "done_on"}
    (refused,) = one["refused"]
    assert "khác nhau" in refused["message"]


def test_a_row_wiped_out_loses_nothing(sent: Sent) -> None:
    def change(sheet: Worksheet) -> None:
        for heading in ("Trạng thái", "%", "Kết quả", "Minh chứng", "Ngày hoàn thành",
                        "Lý do chậm", "Khó khăn, vướng mắc", "Ghi chú"):  # fmt: skip
            put(sheet, OWN, heading, None)

    before = sent.stored(OWN, UNIT)
    (one,) = sent.merge(edit(sent.files[UNIT], change), code=1)["files"]
    assert (one["changed"], len(one["refused"])) == ([], 1)
    assert sent.stored(OWN, UNIT) == before


def test_one_cleared_cell_is_cleared(sent: Sent) -> None:
    file = edit(sent.files[UNIT], lambda sheet: put(sheet, OWN, "Kết quả", None))
    assert changed(sent.merge(file)) == {(OWN, "result"): ""}
