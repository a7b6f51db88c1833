"""`plan check`: findings as JSON and for a person, exit 1 for errors and warnings only."""

from pathlib import Path

import docx
import pytest

from tests.command_line import Tthc
from tthc_desktop.cli.check_commands import place_words

FIELDS = {"rule", "severity", "where", "quote", "message", "suggestion"}


@pytest.fixture
def file(tthc: Tthc, tmp_path: Path) -> Path:
    path = tmp_path / "Kế hoạch của Sở.docx"
    assert tthc.run("plan", "export", tthc.plan_id("control"), "--to", path) == 0
    return path


def spoil(file: Path, start: str, text: str) -> None:
    document = docx.Document(str(file))
    one = next(one for one in document.paragraphs if one.text.startswith(start))
    one.runs[0].text = text
    for run in one.runs[1:]:
        run.text = ""
    document.save(str(file))


@pytest.mark.parametrize("kind", ["control", "communication"])
def test_plans_of_the_sample_pass(tthc: Tthc, kind: str) -> None:
    assert tthc.json("plan", "check", tthc.plan_id(kind)) == {"findings": []}
    assert tthc.run("plan", "check", tthc.plan_id(kind)) == 0
    assert tthc.out.strip() == "Không thấy lỗi thể thức."


def test_a_file_needs_no_data_file(fresh: Tthc, file: Path) -> None:
    assert fresh.json("plan", "check", file) == {"findings": []}
    assert not fresh.data.exists()


def test_an_error_is_exit_1_and_told_with_its_source(tthc: Tthc, file: Path) -> None:
    spoil(file, "KẾ HOẠCH", "Kế hoạch")
    (found,) = tthc.json("plan", "check", file, code=1)["findings"]
    assert set(found) == FIELDS
    assert (found["rule"], found["severity"], found["where"]) == ("L14", "error", "title")
    assert found["quote"] == "Kế hoạch"
    assert "Nghị định 30/2020/NĐ-CP" in found["message"]
    assert tthc.run("plan", "check", file) == 1
    assert "Lỗi L14, tên loại, trích yếu: Tên loại không in hoa." in tthc.out
    assert tthc.out.strip().endswith("Có 1 lỗi.")
    assert "!" not in tthc.out


def test_what_is_only_worth_knowing_is_exit_0(tthc: Tthc, file: Path) -> None:
    document = docx.Document(str(file))
    last = next(one for one in reversed(document.paragraphs) if one.text.endswith("./."))
    last.runs[-1].text = last.runs[-1].text.replace("./.", ".")
    document.save(str(file))
    (found,) = tthc.json("plan", "check", file, code=0)["findings"]
    assert (found["rule"], found["severity"]) == ("L24", "info")


def test_what_cannot_be_checked_is_refused_in_one_line(tthc: Tthc, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"x" * 18)
    for given in (tmp_path / "a.docx", tmp_path / "không có.docx", "không-có"):
        assert tthc.run("plan", "check", given) == 3
        assert len(tthc.err.strip().splitlines()) == 1
    assert tthc.run("plan", "check") == 2


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("header", "phần đầu văn bản"),
        ("section II.1", "mục II.1"),
        ("section Điều 2", "Điều 2"),
        ("task 3.4", "nhiệm vụ 3.4"),
        ("table 2 row 5", "bảng 2 dòng 5"),
        ("table 2", "bảng 2"),
        ("annex 1", "phụ lục thứ 1"),
        ("annex", "phụ lục"),
    ],
)
def test_places_are_said_in_vietnamese(where: str, words: str) -> None:
    assert place_words(where) == words


def test_the_task_table_of_a_file_is_looked_at_too(tthc: Tthc, tmp_path: Path) -> None:
    path = tmp_path / "Kế hoạch.docx"
    plan = tthc.plan_id("control")
    tthc.json("task", "set", "--plan", plan, "--number", "1.2", "timing=Trước ngày 31/02/2026")
    assert tthc.run("plan", "export", plan, "--to", path) == 0
    for given in (path, plan):
        (found,) = tthc.json("plan", "check", given, code=1)["findings"]
        assert (found["rule"], found["where"]) == ("T24", "task 1.2")
        assert "28 ngày" in found["message"]
