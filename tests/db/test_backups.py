import sqlite3
from pathlib import Path

from tests.command_line import Tthc


def plans(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        (count,) = connection.execute("SELECT count(*) FROM plan").fetchone()
        return int(count)


def test_backup_list_and_restore(tthc: Tthc) -> None:
    file = Path(tthc.json("data", "backup")["file"])
    assert plans(file) == 2
    tthc.json("office", "set", "place=Nơi khác")
    (listed,) = tthc.json("data", "backups")
    assert (Path(listed["file"]), listed["plans"]) == (file, 2)
    restored = tthc.json("data", "restore", file)
    assert Path(restored["restored_from"]) == file
    assert tthc.json("office", "show")["place"] == "Sơn Hải"
    tthc.json("data", "restore", restored["kept_as"])
    assert tthc.json("office", "show")["place"] == "Nơi khác"


def test_backups_are_numbered_newest_first(tthc: Tthc) -> None:
    files = [tthc.json("data", "backup")["file"] for _ in range(3)]
    assert [one["file"] for one in tthc.json("data", "backups")] == files[::-1]


def test_backup_to_a_place_of_ones_own(tthc: Tthc, tmp_path: Path) -> None:
    target = tmp_path / "Bản sao.tthc"
    assert tthc.json("data", "backup", "--to", target) == {"file": str(target)}
    assert plans(target) == 2
    assert tthc.run("data", "backup", "--to", target) == 3
    assert tthc.run("data", "backup", "--to", target, "--force") == 0
    assert tthc.run("data", "backup", "--to", tmp_path / "không có" / "x.tthc") == 4
    assert tthc.run("data", "backup", "--to", tthc.data, "--force") == 3
    assert plans(tthc.data) == 2


def test_a_changed_backup_is_not_restored(tthc: Tthc) -> None:
    file = Path(tthc.json("data", "backup")["file"])
    content = file.read_bytes()
    # A letter inside a text: no check of SQLite sees it.
    changed = content.replace("Sơn Hải".encode(), "Sơn Hãi".encode())
    assert changed != content
    file.write_bytes(changed)
    before = tthc.data.read_bytes()
    assert tthc.run("data", "restore", file) == 3
    assert tthc.data.read_bytes() == before


def test_what_is_no_backup_is_not_restored(tthc: Tthc, tmp_path: Path) -> None:
    text = tmp_path / "ghi-chu.tthc"
    text.write_text("Không phải bản sao lưu", encoding="utf-8")
    before = tthc.data.read_bytes()
    for wrong in (text, tmp_path / "không có.tthc", tmp_path):
        assert tthc.run("data", "restore", wrong) == 3
    assert tthc.data.read_bytes() == before


def test_a_damaged_file_is_kept_byte_for_byte_when_a_backup_takes_its_place(tthc: Tthc) -> None:
    file = tthc.json("data", "backup")["file"]
    tthc.data.write_bytes(b"")
    kept = tthc.json("data", "restore", file)["kept_as"]
    assert Path(kept).read_bytes() == b""
    assert plans(tthc.data) == 2


def test_restore_makes_a_missing_file(fresh: Tthc, sample: Path) -> None:
    assert fresh.json("data", "restore", sample)["kept_as"] is None
    assert plans(fresh.data) == 2


def test_check_says_what_is_wrong(tthc: Tthc) -> None:
    assert tthc.json("data", "check") == {"ok": True, "problems": []}
    with sqlite3.connect(tthc.data) as connection:
        connection.execute("DELETE FROM respondent")
    answer = tthc.json("data", "check", code=1)
    assert answer["ok"] is False
    assert answer["problems"]
