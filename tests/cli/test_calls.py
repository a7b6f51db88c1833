"""The promises of the command line that hold for every command."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.command_line import Tthc

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ("khong-co",),
        ("plan", "issue", "x", "--number", "05"),
        ("sheet", "merge"),
        ("sheet", "merge", "x.xlsx", "--on-conflict", "khac"),
        ("report", "periods", "--quarter", "1"),
        ("plan", "list", "--khong-co"),
        ("plan", "import"),
        ("plan", "export", "x"),
        ("task", "list", "--plan"),
        ("office", "set", "place"),
        ("office", "set", "khong=1"),
        ("plan", "list", "--today"),
    ],
)
def test_a_wrong_call_is_exit_2_with_one_vietnamese_sentence(
    tthc: Tthc, arguments: tuple[str, ...]
) -> None:
    before = tthc.data.read_bytes()
    code = tthc.run("--json", *arguments)
    assert code == 2
    assert len(tthc.err.strip().splitlines()) == 1
    assert json.loads(tthc.out) == {"error": {"exit": 2, "message": tthc.err.strip()}}
    assert "usage" not in tthc.err
    assert tthc.data.read_bytes() == before


def test_global_options_stand_anywhere(tthc: Tthc, capsys: pytest.CaptureFixture[str]) -> None:
    from tthc_desktop.__main__ import main

    for arguments in (
        ["--data", str(tthc.data), "--json", "plan", "list"],
        ["plan", f"--data={tthc.data}", "list", "--json"],
    ):
        assert main(arguments) == 0
        assert len(json.loads(capsys.readouterr().out)) == 2


def test_a_unique_beginning_of_six_characters_names_a_plan(tthc: Tthc) -> None:
    whole = tthc.plan_id("control")
    assert tthc.json("plan", "show", whole[:6])["id"] == whole
    assert tthc.run("plan", "show", whole[:5]) == 3
    assert tthc.run("plan", "show", "ffffffffffff") == 3


def test_without_an_id_a_single_plan_is_meant(tthc: Tthc, fresh: Tthc) -> None:
    assert tthc.run("plan", "show") == 2
    fresh.run("init")
    assert fresh.run("plan", "show") == 3


def test_help_lists_every_command_in_vietnamese(tthc: Tthc) -> None:
    assert tthc.run("--help") == 0
    for words in ("init", "plan import", "task record", "sheet export", "data restore"):
        assert words in tthc.out
    assert "usage" not in tthc.out


def test_a_bug_is_exit_70_told_and_logged_without_words(
    tthc: Tthc, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tthc_desktop.cli import plan_commands

    words = "chữ của kế hoạch"

    def broken(_: object) -> None:
        raise KeyError(words)

    monkeypatch.setattr(plan_commands, "list_plans", broken)
    assert tthc.json("plan", "list", code=70)["error"]["exit"] == 70
    assert len(tthc.err.strip().splitlines()) == 1
    logs = Path(os.environ["XDG_DATA_HOME"]) / "TTHCDesktop" / "logs" / "tthc.log"
    text = logs.read_text(encoding="utf-8")
    assert "KeyError" in text
    assert words not in text


def test_reading_needs_no_lock_and_a_writer_that_is_open_is_named(tthc: Tthc) -> None:
    from db.data_file import SqliteDataFile
    from tthc_desktop.domain.journal import Act

    holder = SqliteDataFile(tthc.data)
    with holder.units_of_work().writing() as work:
        work.commit(Act("Giữ khóa", "office", "office"))
    assert tthc.run("plan", "list") == 0
    assert tthc.run("office", "set", "place=X") == 4
    assert "đang được mở để sửa" in tthc.err
    holder.close()
    assert tthc.run("office", "set", "place=X") == 0


def test_the_program_speaks_utf8_whatever_the_locale(tthc: Tthc) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "tthc_desktop", "office", "show", "--data", str(tthc.data)],
        cwd=ROOT, env=environment, capture_output=True, check=True,
    )  # fmt: skip
    assert "Phòng Pháp chế" in done.stdout.decode("utf-8")


def test_a_reader_that_has_enough_is_no_trouble(tthc: Tthc) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "tthc_desktop", "task", "list", "--plan", tthc.plan_id("control"),
         "--json", "--data", str(tthc.data)],
        cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def as_another_user(*arguments: str) -> int:
    """Run the command line in a child under another uid: permissions do not bind root."""
    from tthc_desktop.__main__ import main

    child = os.fork()
    if not child:
        code = 99
        try:
            os.setgid(65534)
            os.setuid(65534)
            code = main(list(arguments))
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX permissions")
@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_what_is_read_only_is_read_and_not_written(tthc: Tthc, folder_mode: int) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can become another user")
    for arguments in (("office", "show"), ("office", "set", "place=Sơn Hải"), ("data", "backup")):
        assert tthc.run(*arguments) == 0  # loads in this process what the child cannot read
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = Path(shutil.copy(tthc.data, folder / "chi-doc.tthc"))
        data.chmod(0o444)
        folder.chmod(folder_mode)
        before = data.read_bytes()
        assert as_another_user("plan", "list", "--data", str(data)) == 0
        assert as_another_user("office", "set", "place=X", "--data", str(data)) == 4
        assert data.read_bytes() == before
        for target in ("ke-hoach.docx", "tien-do.xlsx"):
            command = "plan" if target.endswith("docx") else "sheet"
            plan = tthc.plan_id("control")
            own = [plan] if command == "plan" else ["--plan", plan]
            to = tthc.data.parent / target
            assert tthc.run(command, "export", *own, "--to", to) == 0
            to.chmod(0o444)
            call = (command, "export", *own, "--data", str(data), "--force")
            code = as_another_user(*call, "--to", str(folder / target))
            assert code == (4 if folder_mode == 0o555 else 0)
        folder.chmod(0o777)
