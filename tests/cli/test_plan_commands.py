import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.command_line import Tthc

PLAN_TEXT = """UBND TỈNH MẪU

SỞ MẪU

Số: 05/KH-SM

Mẫu, ngày 20 tháng 01 năm 2026

KẾ HOẠCH

Kiểm soát thủ tục hành chính năm 2026

Căn cứ Quyết định số 12/QĐ-UBND ngày 25/12/2025 của UBND tỉnh Mẫu về việc ban hành Kế hoạch.

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Nâng cao chất lượng.

II. TỔ CHỨC THỰC HIỆN

1. Văn phòng theo dõi, đôn đốc.

Trên đây là Kế hoạch năm 2026./.

Nơi nhận:

- UBND tỉnh (báo cáo);
- Lưu: VT, VP.

GIÁM ĐỐC

Nguyễn Văn Mẫu

Phụ lục

NỘI DUNG NĂM 2026

| STT | Nội dung công việc | Chủ trì | Phối hợp | Thời gian hoàn thành |
|---|---|---|---|---|
| 1 | Chỉ đạo | | | |
| 1.1 | Xây dựng kế hoạch | Văn phòng | Các phòng thuộc Sở | Trước ngày 25/01/2026 |
| 1.2 | Kiểm tra | Phòng Một; Văn phòng | | |
"""


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    file = tmp_path / "Kế hoạch.txt"
    file.write_text(PLAN_TEXT, encoding="utf-8")
    return file


def test_a_text_file_comes_in_and_sets_the_office(fresh: Tthc, text_file: Path) -> None:
    done = fresh.json("plan", "import", text_file, code=1)
    assert done["tasks"] == 3
    assert done["not_understood"] == []
    assert "task 1.2" in [one["where"] for one in done["warnings"]]
    shown = fresh.json("plan", "show")
    assert (shown["kind"], shown["number"], shown["symbol"]) == ("control", "05", "KH-SM")
    assert shown["date"] == {"day": 20, "month": 1, "year": 2026}
    office = fresh.json("office", "show")
    assert (office["agency_symbol"], office["signer"]) == ("SM", "Nguyễn Văn Mẫu")
    assert office["divisions"] == ["Văn phòng", "Phòng Một"]
    assert office["groups"] == {"Các phòng thuộc Sở": []}
    tasks = fresh.json("task", "list")
    assert [len(one["occurrences"]) for one in tasks] == [0, 1, 1]
    assert tasks[1]["occurrences"][0]["period"] == "once"


def test_a_reference_plan_is_read_only_and_sets_nothing(fresh: Tthc, text_file: Path) -> None:
    fresh.run("plan", "import", text_file, "--reference")
    (plan,) = fresh.json("plan", "list")
    assert plan["state"] == "reference"
    assert [one["occurrences"] for one in fresh.json("task", "list")] == [[], [], []]
    assert fresh.json("office", "show")["divisions"] == []
    assert fresh.json("office", "show")["agency"] == ""
    assert fresh.run("task", "set", "--number", "1.1", "timing=x") == 3
    assert fresh.run("task", "record", "--number", "1.1", "--state", "done") == 3


def test_an_import_is_backed_up_before(tthc: Tthc, text_file: Path) -> None:
    assert tthc.run("plan", "import", text_file) == 1
    (backup,) = tthc.json("data", "backups")
    assert (backup["plans"], backup["reason"]) == (2, "trước khi nhập")
    assert len(tthc.json("plan", "list")) == 3
    assert tthc.json("office", "show")["agency"] == "SỞ THƯƠNG MẠI VÀ DỊCH VỤ"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("chữ.docx", b"Day la tep chu", 3),
        ("mười tám.docx", b"x" * 18, 3),
        ("trang.docx", b"<html><body>KE HOACH</body></html>", 3),
        ("rỗng.docx", b"", 3),
        ("rỗng.txt", b"", 3),
        ("cũ.doc", b"\xd0\xcf\x11\xe0", 2),
        ("bảng.xlsx", b"PK", 2),
        ("không đuôi", b"x", 2),
        ("latin.txt", "KẾ HOẠCH".encode("utf-16"), 3),
        ("quyết định.txt", "QUYẾT ĐỊNH\n\nVề việc ban hành quy chế\n".encode(), 3),
    ],
)
def test_what_is_no_plan_is_refused_in_one_line(
    tthc: Tthc, tmp_path: Path, name: str, content: bytes, code: int
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    before = tthc.data.read_bytes()
    assert tthc.run("plan", "import", file) == code
    assert len(tthc.err.strip().splitlines()) == 1
    assert tthc.data.read_bytes() == before
    assert not (tthc.data.parent / "backups").exists()


def test_a_refused_import_makes_no_data_file(fresh: Tthc, tmp_path: Path) -> None:
    assert fresh.run("plan", "import", tmp_path / "không có.docx") == 3
    assert fresh.run("plan", "import", tmp_path) == 3
    assert not fresh.data.exists()


def test_targets_that_cannot_be_written(tthc: Tthc, tmp_path: Path) -> None:
    plan = tthc.plan_id("control")
    there = tmp_path / "đã có.docx"
    there.write_bytes(b"cu")
    (tmp_path / "thư mục.pdf").mkdir()
    start = ("plan", "export", plan, "--to")
    assert tthc.run(*start, there) == 3
    assert there.read_bytes() == b"cu"
    assert tthc.run(*start, tmp_path / "không có" / "a.docx") == 4
    assert tthc.run(*start, tmp_path / "a.odt") == 2
    assert tthc.run(*start, tmp_path / "thư mục.pdf", "--force") == 4
    assert tthc.run("plan", "export", "không-có", "--to", tmp_path / "b.docx") == 3
    assert tthc.run(*start, there, "--force") == 0
    assert zipfile.is_zipfile(there)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".tthc")] == []


def test_a_pdf_tells_its_pages(tthc: Tthc, tmp_path: Path) -> None:
    to = tmp_path / "kế hoạch.pdf"
    done = tthc.json("plan", "export", tthc.plan_id("control"), "--to", to, "--current")
    assert done == {"file": str(to), "pages": len(PdfReader(to).pages)}


def test_sheets_for_each_division_are_all_written_or_none(tthc: Tthc, tmp_path: Path) -> None:
    plan = tthc.plan_id("control")
    folder = tmp_path / "phiếu"
    start = ("sheet", "export", "--plan", plan, "--period", "2026-Q2")
    assert tthc.run(*start, "--each-division", "--to", folder) == 4
    folder.mkdir()
    files = [Path(one) for one in tthc.json(*start, "--each-division", "--to", folder)["files"]]
    assert len(files) == 9
    assert all(one.name.startswith("Tiến độ quý II-2026 - ") for one in files)
    files[3].unlink()
    before = {one: one.stat().st_mtime_ns for one in folder.iterdir()}
    assert tthc.run(*start, "--each-division", "--to", folder) == 3
    assert {one: one.stat().st_mtime_ns for one in folder.iterdir()} == before
    assert tthc.run(*start, "--each-division", "--to", folder / "một.xlsx") == 2
    assert tthc.run(*start, "--division", "Phòng Lạ", "--to", tmp_path / "a.xlsx") == 3
    assert tthc.run("sheet", "export", "--plan", plan, "--period", "2026-Q5", "--to", folder) == 3


def test_a_frozen_version_comes_back_as_it_was(tthc: Tthc) -> None:
    from dataclasses import replace
    from datetime import date

    from db.data_file import SqliteDataFile
    from tthc_desktop.domain.identifiers import new_id
    from tthc_desktop.domain.journal import Act
    from tthc_desktop.domain.plan import PlanState, PlanVersion

    plan_id = tthc.plan_id("control")
    data_file = SqliteDataFile(tthc.data)
    with data_file.units_of_work().writing() as work:
        plan = replace(work.plans.get(plan_id), state=PlanState.ISSUED, number="05")
        work.plans.add_version(PlanVersion(new_id(), 1, "05", date(2026, 1, 20), plan))
        work.commit(Act("Ban hành", "plan", plan_id, plan_id))
    with data_file.units_of_work().reading() as work:
        version = work.plans.last_version(plan_id)
    assert version is not None
    assert version.content == plan
    data_file.close()
