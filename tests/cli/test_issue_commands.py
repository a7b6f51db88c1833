from pathlib import Path

import docx
import pytest

from tests.command_line import Tthc

DAY = "2026-01-22"


def words_of(file: Path) -> list[str]:
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [one.text for one in document.paragraphs] + cells


def exported(tthc: Tthc, plan: str, to: Path, *options: str) -> list[str]:
    tthc.json("plan", "export", plan, "--to", to, *options)
    return words_of(to)


def test_issuing_gives_number_and_day_and_freezes_what_is_printed(
    tthc: Tthc, tmp_path: Path
) -> None:
    plan = tthc.plan_id("control")
    answer = tthc.json("plan", "issue", plan, "--number", "5", "--date", DAY)
    assert answer == {"plan": plan, "version": 1}
    shown = tthc.json("plan", "show", plan)
    assert (shown["state"], shown["number"]) == ("issued", "05")
    assert shown["date"] == {"day": 22, "month": 1, "year": 2026}
    note = shown["annexes"][0]["attached_to"]
    assert f"số 05/{shown['symbol']} ngày 22 tháng 01 năm 2026" in note
    before = exported(tthc, plan, tmp_path / "before.docx")
    assert f"Số: 05/{shown['symbol']}" in before

    changed = tthc.json("task", "set", "--plan", plan, "--number", "1.1", "timing=Quý III", code=1)
    assert "điều chỉnh" in changed["warnings"][0]
    assert exported(tthc, plan, tmp_path / "after.docx") == before
    current = exported(tthc, plan, tmp_path / "current.docx", "--current")
    assert current != before
    assert "Quý III" in current


def test_a_reason_makes_a_dieu_chinh_without_a_warning(tthc: Tthc) -> None:
    plan = tthc.plan_id("control")
    tthc.json("plan", "issue", plan, "--number", "05", "--date", DAY)
    asked = ("task", "set", "--plan", plan, "--number", "1.1", "timing=Quý III")
    answer = tthc.json(*asked, "--reason", "Theo chỉ đạo", "--document", "Công văn số 12/SNV")
    assert answer["warnings"] == []


def test_a_unit_that_is_renamed_keeps_its_name_in_the_issued_version(
    tthc: Tthc, tmp_path: Path
) -> None:
    plan = tthc.plan_id("control")
    tthc.json("plan", "issue", plan, "--number", "05", "--date", DAY)
    before = exported(tthc, plan, tmp_path / "before.docx")
    from dataclasses import replace

    from db.data_file import SqliteDataFile
    from tthc_desktop.domain.journal import Act

    data_file = SqliteDataFile(tthc.data)
    with data_file.units_of_work().writing() as work:
        known = work.office.directory().respondents
        work.office.set_respondents(replace(one, name=f"{one.name} mới") for one in known)
        work.commit(Act("Đổi tên", "office", "office"))
    data_file.close()
    assert exported(tthc, plan, tmp_path / "after.docx") == before


@pytest.mark.parametrize(
    ("number", "day", "code"),
    [("05", "2026-02-30", 3), ("số năm", DAY, 3), ("0", DAY, 3), ("", DAY, 3)],
)
def test_what_is_no_number_or_no_day_is_refused(
    tthc: Tthc, number: str, day: str, code: int
) -> None:
    plan = tthc.plan_id("control")
    assert tthc.run("plan", "issue", plan, "--number", number, "--date", day) == code
    assert len(tthc.err.strip().splitlines()) == 1
    assert tthc.json("plan", "show", plan)["state"] == "draft"


def test_a_plan_is_issued_once_and_a_number_is_given_once_a_year(tthc: Tthc) -> None:
    control, other = tthc.plan_id("control"), tthc.plan_id("communication")
    tthc.json("plan", "issue", control, "--number", "05", "--date", DAY)
    assert tthc.run("plan", "issue", control, "--number", "06", "--date", DAY) == 3
    assert "đã ban hành" in tthc.err
    assert tthc.run("plan", "issue", other, "--number", "5", "--date", "2026-02-25") == 3
    assert "đã cấp" in tthc.err
    tthc.json("plan", "issue", other, "--number", "06", "--date", "2026-02-25")


def test_missing_options_are_a_wrong_call(tthc: Tthc) -> None:
    assert tthc.run("plan", "issue", tthc.plan_id("control"), "--number", "05") == 2
