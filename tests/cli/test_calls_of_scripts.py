"""What goes wrong around a script: empty variables, odd figures, a reader that is gone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import Tthc
from tthc_desktop.__main__ import main

ROOT = Path(__file__).parents[2]


def call(*arguments: object, out: int) -> tuple[int, str]:
    """Run the command line as a process of its own; return its exit code and standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "tthc_desktop", *map(str, arguments)],
        cwd=ROOT, stdout=out, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    return done.returncode, done.stderr.decode("utf-8")


def test_a_refusal_to_a_reader_that_is_gone_keeps_its_exit(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    code, told = call("plan", "list", "--json", "--data", tmp_path / "khong.tthc", out=writing)
    os.close(writing)
    assert code == 4
    assert len(told.strip().splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_an_answer_that_cannot_be_written_is_told_in_one_sentence(tthc: Tthc) -> None:
    with Path("/dev/full").open("wb") as full:
        code, told = call("plan", "list", "--json", "--data", tthc.data, out=full.fileno())
    assert code == 4
    assert len(told.strip().splitlines()) == 1
    assert "không ghi được câu trả lời" in told


@pytest.mark.parametrize("arguments", [["--data", ""], ["--data="], ["--data"]])
def test_an_empty_data_file_is_never_the_persons_own(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for command in (["plan", "list"], ["office", "set", "place=X"], []):
        assert main([*command, *arguments]) == 2
        assert "--data" in capsys.readouterr().err


def test_a_day_is_written_in_one_form_only(tthc: Tthc) -> None:
    for day in ("", "20260701", "2026-W27-3", "2026-13-01", "01/07/2026"):
        assert tthc.run("plan", "list", f"--today={day}") == (3 if day else 2)
    for day in ("", "20260701", "2026-02-30"):
        before = tthc.data.read_bytes()
        call_ = ("task", "record", "--plan", tthc.plan_id("control"), "--number", "1.1")
        assert tthc.run(*call_, "--state", "done", f"--done-on={day}") == 3
        assert tthc.data.read_bytes() == before


def test_trouble_is_told_without_a_word_of_english(tthc: Tthc, tmp_path: Path) -> None:
    inside = tmp_path / "tep.txt"
    inside.write_text("x", encoding="utf-8")
    for data in (inside / "a.tthc", tmp_path / "khong-co" / "a.tthc", tmp_path / ("a" * 300)):
        assert main(["plan", "list", "--data", str(data)]) == 4
    assert tthc.run("calendar", "export", "--to", Path("/proc/a.ics")) == 4
    assert "No such" not in tthc.err


def test_a_name_that_is_too_long_is_trouble_and_no_bug(tthc: Tthc, tmp_path: Path) -> None:
    """A plan's title as a file's name has more bytes in UTF-8 than a file system takes."""
    long = tmp_path / ("Kế hoạch kiểm soát thủ tục hành chính " * 6)
    before = tthc.data.read_bytes()
    for arguments in (
        ("plan", "export", tthc.plan_id("control"), "--to", f"{long}.docx"),
        ("sheet", "export", "--plan", tthc.plan_id("control"), "--to", f"{long}.xlsx"),
        ("calendar", "export", "--to", f"{long}.ics"),
        ("data", "backup", "--to", f"{long}.tthc"),
        ("data", "restore", f"{long}.tthc"),
    ):
        assert tthc.run(*arguments) == 4, arguments
        assert "quá dài" in tthc.err
    assert tthc.data.read_bytes() == before
    assert main(["init", "--data", f"{long}.tthc"]) == 4
    assert not list(tmp_path.glob("Kế hoạch*"))


def test_a_year_is_the_same_for_every_command(tthc: Tthc) -> None:
    plan = tthc.plan_id("control")
    before = tthc.data.read_bytes()
    for year in ("abc", "", "2²", "99999999999", "-1"):
        option = f"--year={year}"
        assert tthc.run("report", "periods", option) == 3
        assert tthc.run("timing", "Quý I", option) == 3
        assert tthc.run("plan", "new", "--kind", "control", option) == 3
        assert tthc.run("plan", "carry-over", plan, option) == 3
    assert tthc.data.read_bytes() == before


def test_the_kind_of_a_new_plan_is_told_where_it_is_unknown(tthc: Tthc) -> None:
    assert tthc.run("plan", "new", "--kind", "khac", "--year", 2026) == 2
    assert "control, communication" in tthc.err


def test_a_column_is_a_number_in_plain_figures(tthc: Tthc) -> None:
    report = tthc.json("report", "create", "--kind", "control", "--period", "2026-Q3")["report"]
    for column in ("²", "٤", "x", "-4", ""):
        assert tthc.run("report", "set", report, "II.06a", "Đất đai", column, 5) == 3
    assert tthc.run("report", "set", report, "II.06a", "Đất đai", 4) == 2
    assert "VALUE" in tthc.err


def test_a_record_of_nothing_is_a_wrong_call(tthc: Tthc) -> None:
    before = tthc.data.read_bytes()
    assert tthc.run("task", "record", "--plan", tthc.plan_id("control"), "--number", "1.1") == 2
    assert "--state" in tthc.err
    assert tthc.data.read_bytes() == before
