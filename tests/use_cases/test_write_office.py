import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.office import DatedName, Office, Respondent, RespondentKind, Signer
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.office_editing import write_office
from tthc_desktop.use_cases.opening import list_plans, open_directory, open_office, open_plan

OFFICE = Office(
    parent_agency="UBND tỉnh Sơn Hải",
    agency="Sở Thương mại  và Dịch vụ\u200b",
    signers=(Signer("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu"),),
)
A = Respondent("a", RespondentKind.DIVISION, "Phòng A", ("A", "A "), (DatedName("Phòng Cũ"),))
B = Respondent("b", RespondentKind.AFFILIATED, "Trung tâm B")
ALL = Respondent("g", RespondentKind.GROUP, "Các phòng thuộc Sở", members=("a",))


def journal_rows(file: SqliteDataFile) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(file.path)) as connection:
        return connection.execute("SELECT words, after FROM journal").fetchall()


def test_office_units_and_groups_are_written_at_once(tmp_path: Path) -> None:
    file = SqliteDataFile(tmp_path / "moi.tthc")
    write_office(file, OFFICE, (A, B, ALL))
    units = file.units_of_work()
    office = open_office(units)
    assert office.agency == "Sở Thương mại và Dịch vụ"
    assert office.printed_agency == "SỞ THƯƠNG MẠI VÀ DỊCH VỤ"
    assert office.printed_parent_agency == "UBND TỈNH SƠN HẢI"
    assert office.signers == OFFICE.signers
    assert open_directory(units).respondents == (replace(A, aliases=("A",)), B, ALL)
    (row,) = journal_rows(file)
    assert row[0] == "Sửa thông tin cơ quan"
    assert json.loads(row[1])["respondents"]["a"] == "Phòng A"
    file.close()


def test_what_no_plan_names_may_go_the_rest_stays(sample: Path) -> None:
    file = SqliteDataFile(sample)
    units = file.units_of_work()
    before = open_directory(units)
    write_office(file, open_office(units), (A, *before.respondents))
    write_office(file, open_office(units), (B,))
    after = open_directory(units)
    assert after.respondents[0] == B
    assert {one.id for one in after.respondents} - {"b"} <= {one.id for one in before.respondents}
    for plan in list_plans(units):
        open_plan(units, plan.id)
    file.close()


def test_who_is_taken_out_and_added_again_is_who_it_was(sample: Path) -> None:
    file = SqliteDataFile(sample)
    units = file.units_of_work()
    before = open_directory(units)
    first = before.units()[0]
    group = before.groups()[0]
    again = replace(first, id="moi", name=first.name.upper())
    wanted = (again, *before.units()[1:], replace(group, members=("moi",)))
    write_office(file, open_office(units), wanted)
    after = open_directory(units)
    assert after.respondents[0].id == first.id
    assert after.find(group.name) == replace(group, members=(first.id,))
    file.close()


@pytest.mark.parametrize(
    ("office", "respondents"),
    [
        (replace(OFFICE, agency=" "), (A,)),
        (OFFICE, (A, replace(B, name="PHÒNG A"))),
        (OFFICE, (A, replace(B, name=" "))),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_made(
    tmp_path: Path, office: Office, respondents: tuple[Respondent, ...]
) -> None:
    file = SqliteDataFile(tmp_path / "moi.tthc")
    with pytest.raises(Refused, match="Chưa thay đổi gì"):
        write_office(file, office, respondents)
    assert not file.exists()
