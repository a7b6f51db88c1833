"""Công văn đôn đốc and báo cáo nhanh: what they say, and the pages they take."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication

from db.data_file import SqliteDataFile
from tthc_desktop.document.office_document import lay_out_document
from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.plan import PlanKind
from tthc_desktop.domain.progress import State
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.issuing import issue_plan
from tthc_desktop.use_cases.leader_note import export_leader_note
from tthc_desktop.use_cases.leader_note_text import Detail, leader_note
from tthc_desktop.use_cases.letter_parts import letter_signature, letter_signers
from tthc_desktop.use_cases.opening import list_plans, open_office, open_plan
from tthc_desktop.use_cases.reminders import ReminderOrder, export_reminders
from tthc_desktop.use_cases.unit_dues import addressed_name, unit_dues
from ui.pages.painter import QtPagePainter

TODAY, UNTIL, ANSWER = date(2026, 7, 1), date(2026, 7, 31), date(2026, 7, 6)
NAMED = "Phòng Thương mại điện tử và Chuyển đổi số"


@pytest.fixture
def units(data_path: Path) -> Iterator[UnitsOfWork]:
    file = SqliteDataFile(data_path)
    yield file.units_of_work()
    file.close()


@pytest.fixture
def plan_id(units: UnitsOfWork) -> str:
    return next(one.id for one in list_plans(units) if one.kind is PlanKind.CONTROL)


def order_of(units: UnitsOfWork, plan_id: str, *names: str) -> ReminderOrder:
    directory = open_plan(units, plan_id).directory
    ids = tuple(one.id for one in directory.units() if not names or one.name in names)
    signer = letter_signers(open_office(units))[0]
    return ReminderOrder(ids, UNTIL, ANSWER, letter_signature(signer))


def words_of(file: Path) -> str:
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_a_unit_gets_its_own_letter(
    units: UnitsOfWork, plan_id: str, tmp_path: Path, qapp: QApplication
) -> None:
    issue_plan(units, plan_id, "5", date(2026, 1, 22))
    (file,) = export_reminders(
        units, plan_id, order_of(units, plan_id, NAMED), lambda one: tmp_path / f"{one.name}.docx",
        new_painter=QtPagePainter, today=TODAY, force=False,
    )  # fmt: skip
    told = words_of(file)
    assert f"Kính gửi: {NAMED}." in told
    assert "V/v đôn đốc" in told
    assert "Kế hoạch số 05/KH-STMDV ngày 22 tháng 01 năm 2026 của Sở Thương mại và Dịch vụ" in told
    assert "còn 04 kỳ công việc quá hạn và 01 kỳ công việc đến hạn từ nay đến ngày 31/7" in told
    assert "trước ngày 06/7/2026" in told
    assert "29/5/2026\nquá 33 ngày" in told
    assert "31/7/2026\ncòn 30 ngày" in told
    assert "1.5. Tổng hợp kết quả thực hiện Bộ chỉ số" in told
    assert "(tháng 5)" in told
    assert "TL. GIÁM ĐỐC" in told
    assert "- Như trên;" in told


def test_units_that_owe_nothing_get_no_letter(
    units: UnitsOfWork, plan_id: str, tmp_path: Path, qapp: QApplication
) -> None:
    files = export_reminders(
        units, plan_id, order_of(units, plan_id), lambda one: tmp_path / f"{one.name}.pdf",
        new_painter=QtPagePainter, today=TODAY, force=False,
    )  # fmt: skip
    assert {one.stem for one in files} == {
        "Văn phòng", "Phòng Quản lý dịch vụ", "Phòng Du lịch, Lưu trú", NAMED,
    }  # fmt: skip
    assert all(one.read_bytes().startswith(b"%PDF-") for one in files)
    nobody = order_of(units, plan_id, "Phòng Pháp chế")
    with pytest.raises(Refused, match="không có việc quá hạn"):
        export_reminders(
            units, plan_id, nobody, lambda _: tmp_path / "x.docx",
            new_painter=QtPagePainter, today=TODAY, force=False,
        )  # fmt: skip


def test_nothing_is_written_where_one_file_is_refused(
    units: UnitsOfWork, plan_id: str, tmp_path: Path, qapp: QApplication
) -> None:
    there = tmp_path / f"{NAMED}.docx"
    there.write_bytes(b"mine")
    with pytest.raises(Refused):
        export_reminders(
            units, plan_id, order_of(units, plan_id), lambda one: tmp_path / f"{one.name}.docx",
            new_painter=QtPagePainter, today=TODAY, force=False,
        )  # fmt: skip
    assert list(tmp_path.glob("*.docx")) == [there]
    assert there.read_bytes() == b"mine"
    with pytest.raises(WrongCall):
        export_leader_note(
            units, plan_id, tmp_path / "a.odt", until=UNTIL, new_painter=QtPagePainter,
            today=TODAY, force=True,
        )  # fmt: skip


def test_what_units_owe_is_what_they_recorded(units: UnitsOfWork, plan_id: str) -> None:
    opened = open_plan(units, plan_id)
    found = {one.unit.id: one for one in unit_dues(opened, today=TODAY, until=UNTIL)}
    late: dict[str, int] = {}
    done: dict[str, int] = {}
    for row in opened.leaves():
        for occurrence in opened.occurrences[row.task.id]:
            for unit in opened.lead_units(row.task):
                own = next(
                    (one.record for one in occurrence.units if one.respondent_id == unit), None
                )
                state = own.state if own and own.state else State.NOT_STARTED
                if occurrence.due is None or occurrence.closing:
                    continue
                done[unit] = done.get(unit, 0) + (state is State.DONE)
                is_open = state in (State.NOT_STARTED, State.IN_PROGRESS)
                late[unit] = late.get(unit, 0) + (is_open and occurrence.due < TODAY)
    assert sum(late.values()) == 8
    for unit, count in late.items():
        assert len(found[unit].late) == count
        assert found[unit].done == done[unit]


def test_a_division_without_its_word_is_addressed_with_it() -> None:
    assert addressed_name(Respondent("1", RespondentKind.DIVISION, "Pháp chế")) == "Phòng Pháp chế"
    for name in ("Văn phòng", "Thanh tra Sở", "Phòng Pháp chế"):
        assert addressed_name(Respondent("1", RespondentKind.DIVISION, name)) == name
    centre = Respondent("1", RespondentKind.AFFILIATED, "Bảo tàng tỉnh")
    assert addressed_name(centre) == "Bảo tàng tỉnh"


def test_the_note_is_one_page_and_counts(
    units: UnitsOfWork, plan_id: str, tmp_path: Path, qapp: QApplication
) -> None:
    for name in ("note.docx", "note.pdf"):
        export_leader_note(
            units, plan_id, tmp_path / name, until=UNTIL, new_painter=QtPagePainter, today=TODAY,
            force=False,
        )  # fmt: skip
    assert (tmp_path / "note.pdf").read_bytes().count(b"/Type /Page\n") == 1
    told = words_of(tmp_path / "note.docx")
    assert "Kính gửi: Lãnh đạo Sở." in told
    assert "22 nhiệm vụ với 37 kỳ có hạn trong năm" in told
    assert "đã hoàn thành 14 kỳ, quá hạn 5 kỳ" in told
    assert "CHÁNH VĂN PHÒNG" in told


def test_what_is_not_told_one_by_one_is_told_in_sum(units: UnitsOfWork, plan_id: str) -> None:
    opened, office = open_plan(units, plan_id), open_office(units)
    note = leader_note(opened, office, today=TODAY, until=UNTIL, detail=Detail(3, 2, 0))
    by_unit, late = (one.rows for one in note.blocks if one.rows)
    assert len(by_unit) == 4
    assert sum(int(row[4]) for row in by_unit[1:]) == 8
    assert late[-1][1] == "Và 4 kỳ công việc quá hạn khác"
    assert "4 khó khăn, vướng mắc" in "".join(one.text for one in note.blocks)


def test_an_office_of_long_names_still_has_one_page(
    units: UnitsOfWork, plan_id: str, tmp_path: Path, qapp: QApplication
) -> None:
    opened, office = open_plan(units, plan_id), open_office(units)
    long = Directory(
        tuple(
            replace(one, name=f"{one.name} và các lĩnh vực khác của tỉnh được giao quản lý")
            for one in opened.directory.respondents
        )
    )
    from tthc_desktop.use_cases import leader_note as module

    layout = module._one_page(
        replace(opened, directory=long),
        office,
        date(2026, 12, 31),
        date(2027, 1, 31),
        QtPagePainter,
    )
    assert QtPagePainter().write_pdf(layout, tmp_path / "long.pdf") == 1
    full = leader_note(opened, office, today=TODAY, until=UNTIL)
    assert lay_out_document(full, opened.directory).sections
