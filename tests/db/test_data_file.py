"""Only our own, whole, not newer file is opened; anything else keeps every byte."""

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from db.sqlite_file import APPLICATION_ID, SCHEMA_VERSION
from tests.command_line import Tthc
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Office
from tthc_desktop.errors import Refused, StorageTrouble

ACT = Act("Thử", "office", "office")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make_newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")


def make_foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id=1")


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_text(path: Path) -> None:
    path.write_text("Đây không phải tệp dữ liệu. " * 40, encoding="utf-8")


def make_damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 6] = os.urandom(4096 * 3)
    path.write_bytes(bytes(content))


@pytest.mark.parametrize("make", [make_newer, make_foreign, make_empty, make_text, make_damaged])
@pytest.mark.parametrize(
    "command",
    [
        ("plan", "list"),
        ("office", "set", "place=X"),
        ("task", "record", "--number", "1.1", "--state", "done"),
        ("data", "backup"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_keeps_every_byte(
    tthc: Tthc, make: object, command: tuple[str, ...]
) -> None:
    assert callable(make)
    make(tthc.data)
    before = digest(tthc.data)
    assert tthc.run(*command) == 4
    assert digest(tthc.data) == before
    assert len(tthc.err.strip().splitlines()) == 1


def test_newer_file_names_both_versions(tthc: Tthc) -> None:
    make_newer(tthc.data)
    answer = tthc.json("plan", "list", code=4)
    assert answer["error"]["exit"] == 4
    assert f"{SCHEMA_VERSION + 1}" in answer["error"]["message"]


def test_missing_file_is_told_and_not_made(fresh: Tthc) -> None:
    assert fresh.run("plan", "list") == 4
    assert not fresh.data.exists()


def test_a_new_file_carries_our_mark_and_version(fresh: Tthc) -> None:
    assert fresh.json("init") == {"data": str(fresh.data), "plans": 0}
    with sqlite3.connect(fresh.data) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert fresh.run("init") == 3


def test_pragmas_are_those_that_lose_nothing(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    with data_file.units_of_work().writing() as work:
        connection = work._open
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    data_file.close()
    assert values == {"journal_mode": "truncate", "synchronous": 3, "foreign_keys": 1}


def test_what_is_not_committed_is_rolled_back(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    with data_file.units_of_work().writing() as work:
        before = work.office.office()
        work.office.set_office(Office(agency="KHÁC"))
    with data_file.units_of_work().reading() as work:
        assert work.office.office() == before
    data_file.close()


def test_every_commit_has_its_journal_row(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    with data_file.units_of_work().writing() as work:
        work.office.set_office(Office(agency="SỞ MỚI"))
        work.commit(ACT)
    data_file.close()
    with sqlite3.connect(sample) as connection:
        rows = connection.execute("SELECT words, subject FROM journal ORDER BY id").fetchall()
    assert rows[-1] == ("Thử", "office")


def test_text_is_cleaned_on_the_way_in(sample: Path) -> None:
    data_file = SqliteDataFile(sample)
    with data_file.units_of_work().writing() as work:
        work.office.set_office(Office(agency="So\u031b\u0309 A\u0000\u200b\x02", place="Hà\xa0Nam"))
        work.commit(ACT)
    with data_file.units_of_work().reading() as work:
        assert work.office.office() == Office(agency="Sở A", place="Hà Nam")
    data_file.close()


def test_two_writers_the_second_is_told_who_and_a_dead_one_is_forgotten(sample: Path) -> None:
    first, second = SqliteDataFile(sample), SqliteDataFile(sample)
    with first.units_of_work().writing() as work:
        work.commit(ACT)
    with (
        pytest.raises(StorageTrouble, match="đang được mở để sửa bởi"),
        second.units_of_work().writing(),
    ):
        pass
    with second.units_of_work().reading() as work:
        assert work.plans.summaries()
    first.close()
    with second.units_of_work().writing() as work:
        work.commit(ACT)
    second.close()


def test_a_folder_is_no_data_file(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match="thư mục"):
        SqliteDataFile(tmp_path).units_of_work()


def test_every_released_schema_is_still_opened(tmp_path: Path) -> None:
    files = sorted((Path(__file__).parents[1] / "files").glob("schema-*.tthc"))
    assert [file.stem for file in files] == [f"schema-{n + 1}" for n in range(SCHEMA_VERSION)]
    for file in files:
        copy = Path(shutil.copy(file, tmp_path / file.name))
        data_file = SqliteDataFile(copy)
        with data_file.units_of_work().reading() as work:
            plans = [work.plans.get(one.id) for one in work.plans.summaries()]
            assert [len(list(plan.numbered_tasks())) > 5 for plan in plans] == [True, True]
        data_file.close()


def test_create_never_replaces_a_file(sample: Path) -> None:
    before = digest(sample)
    with pytest.raises(Refused):
        SqliteDataFile(sample).create()
    assert digest(sample) == before
