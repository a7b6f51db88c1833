"""`sheet merge` of many files: which are taken, who is still to answer, what can be undone."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.data_file import SqliteDataFile
from tests.command_line import Tthc
from tests.sheets.merging import DAY, Sent
from tests.sheets.returned_files import IDENTITY, edit, progress, put, row_of
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.sheet_answers import answers_of
from tthc_desktop.use_cases.sheet_merge import apply_merge, propose_merge
from tthc_desktop.use_cases.sheet_proposals import MergeChoices, OnConflict
from tthc_desktop.use_cases.sheet_redo import MergedFile, merge_again
from tthc_desktop.use_cases.sheet_undo import undo_merge
from tthc_desktop.use_cases.task_history import task_history

UNIT = "Phòng Du lịch, Lưu trú"
OTHER = "Phòng Pháp chế"
OWN = "2.1.1"  # led by a group, each of its units records its own
ONE_UNIT = "1.3"  # led by the Văn phòng alone


@pytest.fixture
def sent(tthc: Tthc, tmp_path: Path) -> Sent:
    folder = tmp_path / "phiếu"
    folder.mkdir()
    return Sent(tthc, folder)


def result(file: Path, words: str) -> Path:
    return edit(file, lambda sheet: put(sheet, OWN, "Kết quả", words))


def test_all_files_at_once_one_of_them_no_sheet(sent: Sent, tmp_path: Path) -> None:
    result(sent.files[UNIT], "Đã xong")
    strange = tmp_path / "khác.xlsx"
    strange.write_bytes(b"khong phai tep Excel")
    document = sent.merge(*sent.files.values(), strange, tmp_path / "khong-co.xlsx", code=1)
    assert document["missing_divisions"] == []
    assert [one["division"] for one in document["files"]] == [*sent.files, None, None]
    for one in document["files"][-2:]:
        (refused,) = one["refused"]
        assert refused["cell"] is None
        assert refused["message"]
    assert sent.stored(OWN, UNIT)["result"] == "Đã xong"


def test_every_file_refused_is_exit_3_and_writes_nothing(sent: Sent, tmp_path: Path) -> None:
    before = sent.tthc.data.read_bytes()
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    answer = sent.merge(tmp_path / "a.xlsx", tmp_path / "b.docx", code=3)
    assert answer["error"]["exit"] == 3
    assert sent.tthc.data.read_bytes() == before


def test_a_sheet_of_another_data_file_is_refused(sent: Sent, fresh: Tthc) -> None:
    assert fresh.run("init", "--sample") == 0
    answer = fresh.json("sheet", "merge", sent.files[UNIT], code=3)
    assert "năm 2026" in answer["error"]["message"]


def test_a_closed_plan_takes_no_sheet(sent: Sent) -> None:
    from tthc_desktop.use_cases.closing import close_plan

    issue = ("plan", "issue", sent.plan, "--number", "05", "--date", "2026-01-20")
    assert sent.tthc.run(*issue) in {0, 1}
    data = SqliteDataFile(sent.tthc.data)
    close_plan(data.units_of_work(), sent.plan)
    data.close()
    assert "đã đóng" in sent.merge(sent.files[UNIT], code=3)["error"]["message"]


def test_an_older_sheet_is_compared_with_what_it_held(sent: Sent, tmp_path: Path) -> None:
    old = Path(shutil.copy(sent.files[UNIT], tmp_path / "bản 1.xlsx"))
    sent.record(OWN, UNIT, "--note", "Sở ghi sau khi gửi bản 1")
    sent.send()
    result(old, "Phòng điền vào bản 1")
    (one,) = sent.merge(old)["files"]
    assert [each["field"] for each in one["changed"]] == ["result"]
    assert sent.stored(OWN, UNIT)["note"] == "Sở ghi sau khi gửi bản 1"


def test_two_people_of_one_unit_fill_copies_of_one_sheet(sent: Sent, tmp_path: Path) -> None:
    copies = [Path(shutil.copy(sent.files[UNIT], tmp_path / f"{n}.xlsx")) for n in range(3)]
    result(copies[0], "Người thứ nhất")
    edit(copies[1], lambda sheet: put(sheet, OWN, "Ghi chú", "Người thứ hai"))
    result(copies[2], "Người thứ ba")
    document = sent.merge(*copies, code=1)
    conflicts = [len(one["conflicts"]) for one in document["files"]]
    assert conflicts == [0, 0, 1]
    stored = sent.stored(OWN, UNIT)
    assert (stored["result"], stored["note"]) == ("Người thứ nhất", "Người thứ hai")


def test_the_sheet_of_all_units(sent: Sent, tmp_path: Path) -> None:
    file = tmp_path / "tất cả.xlsx"
    call = ("sheet", "export", "--plan", sent.plan, "--period", "2026-Q2", "--to", file, *DAY)
    assert sent.tthc.run(*call) == 0
    edit(file, lambda sheet: put(sheet, ONE_UNIT, "Kết quả", "Ghi ở bảng chung"))
    cell = ""

    def change(sheet: Worksheet) -> None:
        nonlocal cell
        cell = put(sheet, OWN, "Kết quả", "Ghi cho nhiều đơn vị")

    edit(file, change)
    (one,) = sent.merge(file, code=1)["files"]
    assert one["division"] is None
    assert [each["number"] for each in one["changed"]] == [ONE_UNIT]
    (refused,) = one["refused"]
    assert refused["cell"] == cell
    assert sent.stored(ONE_UNIT, "Văn phòng")["result"] == "Ghi ở bảng chung"


def test_a_coordinating_unit_fills_its_three_columns_only(sent: Sent) -> None:
    name, file = "Văn phòng", sent.files["Văn phòng"]
    rows = [row for row in progress(file).iter_rows(min_row=7) if row[5].value and not row[7].value]
    number = str(rows[0][0].value)

    def change(sheet: Worksheet) -> None:
        row = int(rows[0][0].row or 0)
        sheet.cell(row, 8).value = "Hoàn thành"
        sheet.cell(row, 15).value = "Đã phối hợp"

    (one,) = sent.merge(edit(file, change), code=1)["files"]
    assert [(each["number"], each["field"]) for each in one["changed"]] == [(number, "note")]
    assert [each["cell"][0] for each in one["refused"]] == ["H"]
    assert name == one["division"]


def test_a_task_that_is_gone_is_told(sent: Sent) -> None:
    call = ("task", "set", "--plan", sent.plan, "--number", OWN, "--reason", "Thử")
    assert sent.tthc.run(*call, "timing=Trước ngày 01/12/2026", "lead=" + OTHER) in {0, 1}
    result(sent.files[UNIT], "Không còn của phòng")
    (one,) = sent.merge(sent.files[UNIT], code=1)["files"]
    assert one["changed"] == []
    assert one["refused"]


def test_without_any_identity_rows_are_told_by_their_words(sent: Sent) -> None:
    def change(sheet: Worksheet) -> None:
        put(sheet, OWN, "Kết quả", "Điền vào bản mất mã")
        sheet.delete_cols(IDENTITY)

    file = edit(sent.files[UNIT], change)
    (one,) = sent.merge(file, code=1)["files"]
    assert (one["division"], one["changed"]) == (UNIT, [])
    assert all("%" in each["message"] for each in one["refused"])
    data = SqliteDataFile(sent.tthc.data)
    units = data.units_of_work()
    proposal = propose_merge(units, [file])
    (row,) = [each for each in proposal.files[0].likely if each.changes]
    assert (row.number, row.score) == (OWN, 1)
    (applied,) = apply_merge(units, proposal, MergeChoices(likely=frozenset({(file, row.cell)})))
    data.close()
    assert [each.new for each in applied.written] == ["Điền vào bản mất mã"]
    assert sent.stored(OWN, UNIT)["result"] == "Điền vào bản mất mã"


def test_one_undo_takes_a_file_back_and_keeps_what_came_later(sent: Sent) -> None:
    before = sent.task(OWN)
    file = result(sent.files[UNIT], "Sẽ hoàn tác")
    edit(file, lambda sheet: put(sheet, OWN, "Ghi chú", "Cũng hoàn tác"))
    data = SqliteDataFile(sent.tthc.data)
    units = data.units_of_work()
    (applied,) = apply_merge(units, propose_merge(units, [file]))
    lines = task_history(units, sent.plan, before["id"])
    assert [len(one.changes) for one in lines[:2]] == [1, 1]
    assert all(UNIT in one.words for one in lines[:2])
    undone = undo_merge(units, applied.merge_id)
    assert (len(undone.restored), undone.kept) == (2, ())
    data.close()
    assert sent.task(OWN) == before
    assert UNIT in sent.merge(sent.files[OTHER])["missing_divisions"]
    (again,) = sent.merge(file)["files"]
    assert len(again["changed"]) == 2


def test_undo_leaves_what_was_changed_since(sent: Sent) -> None:
    file = result(sent.files[UNIT], "Phòng ghi")
    data = SqliteDataFile(sent.tthc.data)
    units = data.units_of_work()
    (applied,) = apply_merge(units, propose_merge(units, [file]))
    data.close()
    sent.record(OWN, UNIT, "--result", "Sở ghi sau")
    undone = undo_merge(units, applied.merge_id)
    assert (undone.restored, len(undone.kept)) == ((), 1)
    data.close()
    assert sent.stored(OWN, UNIT)["result"] == "Sở ghi sau"


def test_a_merge_taken_back_is_done_again_file_by_file_or_not_at_all(sent: Sent) -> None:
    """Two files of one unit that fill one cell after another, as copies are merged."""
    first = result(sent.files[UNIT], "Bản một")
    second = first.with_name("bản hai.xlsx")
    shutil.copy(first, second)
    result(second, "Bản hai")
    data = SqliteDataFile(sent.tthc.data)
    units = data.units_of_work()
    choices = MergeChoices(on_conflict=OnConflict.RETURNED)
    merged = []
    for file in (first, second):
        proposal = propose_merge(units, [file])
        (applied,) = apply_merge(units, proposal, choices)
        merged.append(MergedFile(proposal.files[0], choices, applied))
    assert [len(one.applied.written) for one in merged] == [1, 1]
    before = sent.stored(OWN, UNIT)
    for one in reversed(merged):
        undo_merge(units, one.applied.merge_id)
    again = merge_again(units, merged)
    assert sent.stored(OWN, UNIT) == before
    assert {one.applied.merge_id for one in again}.isdisjoint(
        one.applied.merge_id for one in merged
    )
    for one in reversed(again):
        undo_merge(units, one.applied.merge_id)
    data.close()
    sent.record(OWN, UNIT, "--result", "Sở ghi sau khi hoàn tác")
    bytes_before = sent.tthc.data.read_bytes()
    with pytest.raises(Refused, match=rf"nhiệm vụ {OWN}.*Chưa ghi gì"):
        merge_again(units, again)
    data.close()
    assert sent.tthc.data.read_bytes() == bytes_before


def test_choices_cell_by_cell(sent: Sent) -> None:
    file = result(sent.files[UNIT], "Phòng ghi")
    edit(file, lambda sheet: put(sheet, OWN, "Ghi chú", "Không nhận"))
    sent.record(OWN, UNIT, "--result", "Sở ghi")
    data = SqliteDataFile(sent.tthc.data)
    units = data.units_of_work()
    proposal = propose_merge(units, [file])
    (conflict,), (change,) = proposal.files[0].conflicts, proposal.files[0].changes
    choices = MergeChoices(
        left=frozenset({(file, change.place.cell)}),
        chosen={(file, conflict.place.cell): OnConflict.RETURNED},
    )
    apply_merge(units, proposal, choices)
    data.close()
    stored = sent.stored(OWN, UNIT)
    assert (stored["result"], stored["note"]) == ("Phòng ghi", "")
    again = sent.merge(file)["files"][0]
    assert [each["field"] for each in again["changed"]] == ["note"]


def test_what_the_office_changed_after_the_proposal_stays(sent: Sent) -> None:
    file = result(sent.files[UNIT], "Phòng ghi")
    data = SqliteDataFile(sent.tthc.data)
    proposal = propose_merge(data.units_of_work(), [file])
    sent.record(OWN, UNIT, "--result", "Sở ghi trong lúc xem")
    (applied,) = apply_merge(data.units_of_work(), proposal)
    data.close()
    assert (applied.written, len(applied.left)) == ((), 1)
    assert sent.stored(OWN, UNIT)["result"] == "Sở ghi trong lúc xem"


def test_who_has_answered_and_who_is_late(sent: Sent) -> None:
    sent.merge(sent.files[UNIT])
    data = SqliteDataFile(sent.tthc.data)
    units = data.units_of_work()
    answers = answers_of(units, sent.plan, "2026-Q2", today=date(2026, 6, 16))
    assert (answers.answered, len(answers.units)) == (1, len(sent.files))
    assert answers.return_days == (date(2026, 6, 15),)
    assert {one.name for one in answers.late} == set(sent.files) - {UNIT}
    assert any(one.officers and one.officers[0].telephone for one in answers.late)
    in_time = answers_of(units, sent.plan, "2026-Q2", today=date(2026, 6, 15))
    assert in_time.late == ()
    data.close()


def test_a_unit_is_told_what_to_do_until_when(sent: Sent) -> None:
    sheet = progress(sent.files[UNIT])
    told = str(sheet["A4"].value)
    assert "15/06/2026" in told
    assert "Văn phòng" in told
    assert sheet.column_dimensions["P"].hidden
    assert sheet.auto_filter.ref is not None
    assert sheet.auto_filter.ref.startswith("A6:P")
    assert load_workbook(sent.files[UNIT]).sheetnames[0] == "Tiến độ"
    assert row_of(sheet, OWN) > 6
