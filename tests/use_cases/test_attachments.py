"""Attached files: kept inside up to 20 MB, larger ones where they lie; read back whole."""

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from db.data_file import SqliteDataFile
from tthc_desktop.domain.attachment import MOST_BYTES_INSIDE
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.attachments import (
    attach_file,
    attachment_content,
    attachments_of,
    detach_file,
    save_attachment,
)

AT = datetime(2026, 7, 1, 8, 30)


@pytest.fixture
def data_file(sample: Path) -> Iterator[SqliteDataFile]:
    data_file = SqliteDataFile(sample)
    yield data_file
    data_file.close()


def first_plan(data_file: SqliteDataFile) -> str:
    with data_file.units_of_work().reading() as work:
        return work.plans.summaries()[0].id


def test_a_scan_is_kept_inside_and_comes_back_when_the_file_is_gone(
    data_file: SqliteDataFile, tmp_path: Path
) -> None:
    units = data_file.units_of_work()
    plan_id = first_plan(data_file)
    scan = tmp_path / "Bản ký số 05.pdf"
    content = b"%PDF-1.7\n" + os.urandom(70_000) + b"\x00\xff%%EOF"
    scan.write_bytes(content)
    added = attach_file(units, scan, "plan", plan_id, at=AT, plan_id=plan_id)
    scan.unlink()
    assert (added.name, added.size, added.path) == ("Bản ký số 05.pdf", len(content), None)
    assert added.sha256 == hashlib.sha256(content).hexdigest()
    assert attachments_of(units, "plan", plan_id) == (added,)
    assert attachments_of(units, "task", plan_id) == ()
    assert attachment_content(units, added.id) == content
    copy = save_attachment(units, added.id, tmp_path / "bản sao.pdf", force=False)
    assert copy.read_bytes() == content
    with pytest.raises(Refused):
        save_attachment(units, added.id, copy, force=False)
    detach_file(units, added.id)
    assert attachments_of(units, "plan", plan_id) == ()
    with pytest.raises(Refused):
        attachment_content(units, added.id)
    with pytest.raises(Refused):
        detach_file(units, added.id)


def test_a_larger_file_is_kept_as_the_place_where_it_lies(
    data_file: SqliteDataFile, tmp_path: Path
) -> None:
    units = data_file.units_of_work()
    large, most = tmp_path / "lớn.bin", tmp_path / "vừa.bin"
    with large.open("wb") as stream:
        stream.truncate(MOST_BYTES_INSIDE + 1)
    with most.open("wb") as stream:
        stream.truncate(MOST_BYTES_INSIDE)
    size = data_file.path.stat().st_size
    outside = attach_file(units, large, "task", "t", at=AT)
    assert outside.path == str(large)
    assert data_file.path.stat().st_size < size + MOST_BYTES_INSIDE // 2
    assert len(attachment_content(units, outside.id)) == MOST_BYTES_INSIDE + 1
    inside = attach_file(units, most, "task", "t", at=AT)
    assert inside.path is None
    assert {one.id for one in attachments_of(units, "task", "t")} == {outside.id, inside.id}
    with large.open("r+b") as stream:
        stream.write(b"x")
    with pytest.raises(Refused, match="đã khác"):
        attachment_content(units, outside.id)
    large.unlink()
    with pytest.raises(Refused, match="Không đọc được"):
        attachment_content(units, outside.id)


def test_what_is_no_file_is_refused_and_nothing_is_written(
    data_file: SqliteDataFile, tmp_path: Path
) -> None:
    units = data_file.units_of_work()
    empty = tmp_path / "rỗng.pdf"
    empty.write_bytes(b"")
    before = data_file.path.read_bytes()
    for wrong in (tmp_path, empty, tmp_path / "không có.pdf"):
        with pytest.raises(Refused, match="Chưa đính kèm gì"):
            attach_file(units, wrong, "plan", "p", at=AT)
    assert data_file.path.read_bytes() == before


def test_the_journal_tells_of_it_without_the_bytes(
    data_file: SqliteDataFile, tmp_path: Path
) -> None:
    units = data_file.units_of_work()
    plan_id = first_plan(data_file)
    scan = tmp_path / "a.txt"
    scan.write_text("nội dung", encoding="utf-8")
    attach_file(units, scan, "plan", plan_id, at=AT, plan_id=plan_id)
    with sqlite3.connect(data_file.path) as connection:
        rows = connection.execute("SELECT words, plan_id, after FROM journal ORDER BY id")
        words, of_plan, after = rows.fetchall()[-1]
    assert (words, of_plan) == ("Đính kèm tệp", plan_id)
    assert set(json.loads(after)) == {"name", "size", "sha256"}
