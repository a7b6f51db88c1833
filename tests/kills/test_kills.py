"""kill -9 in the middle: files are old or new, plans whole or absent, never half."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line import Tthc

pytestmark = [
    pytest.mark.kills,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL"),
]
EXPORTS = int(os.environ.get("TTHC_KILLS_EXPORT", "30"))
IMPORTS = int(os.environ.get("TTHC_KILLS_IMPORT", "20"))
READS = 50
ROOT = Path(__file__).parents[2]


def in_child(work: Callable[[], int]) -> int:
    child = os.fork()
    if not child:
        code = 99
        try:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            code = work()
        finally:
            os._exit(code)
    return child


def kill_in_the_middle(work: Callable[[], int], seconds: float) -> bool:
    """Kill a child somewhere in its work; return whether the kill came before its end."""
    child = in_child(work)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


_SHORTER = 0.9


def duration(work: Callable[[], int]) -> float:
    """Return how long a child takes for the whole work."""
    start = time.monotonic()
    child = in_child(work)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return time.monotonic() - start


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_a_killed_export_leaves_the_old_or_the_new_file(tthc: Tthc, suffix: str) -> None:
    from tthc_desktop.__main__ import main
    from tthc_desktop.document.word import check_word
    from tthc_desktop.sheets.progress_workbook import check_progress_sheet

    check = {"docx": check_word, "xlsx": check_progress_sheet}[suffix]
    plan = tthc.plan_id("control")
    words = ["plan", "export", plan] if suffix == "docx" else ["sheet", "export", "--plan", plan]
    target = tthc.data.parent / f"kết quả.{suffix}"

    def export() -> int:
        return main([*words, "--to", str(target), "--force", "--data", str(tthc.data)])

    assert tthc.run(*words, "--to", target) == 0  # loads everything before the forks
    seconds = duration(export)
    chance = random.Random(suffix)
    killed = 0
    old = target.read_bytes()
    for _ in range(EXPORTS):
        is_killed = kill_in_the_middle(export, chance.uniform(0, seconds))
        killed += is_killed
        # What was measured on a busy machine is too long on a quiet one.
        seconds *= 1 if is_killed else _SHORTER
        content = target.read_bytes()
        if content != old:
            check(target)
            old = content
    assert killed > EXPORTS // 2
    assert {one.suffix for one in tthc.data.parent.iterdir()} >= {f".{suffix}", ".tthc"}


def test_a_killed_import_leaves_the_plan_whole_or_absent(tthc: Tthc) -> None:
    from tthc_desktop.__main__ import main

    plan = tthc.plan_id("control")
    word = tthc.data.parent / "năm ngoái.docx"
    assert tthc.run("plan", "export", plan, "--to", word) == 0
    rows = len(tthc.json("task", "list", "--plan", plan))

    def bring_in() -> int:
        return min(main(["plan", "import", str(word), "--data", str(tthc.data)]), 0)

    assert tthc.run("plan", "import", word) in (0, 1)
    seconds = duration(bring_in)
    chance = random.Random(1)
    killed = 0
    for _ in range(IMPORTS):
        is_killed = kill_in_the_middle(bring_in, chance.uniform(0, seconds))
        killed += is_killed
        seconds *= 1 if is_killed else _SHORTER
        assert tthc.json("data", "check")["ok"]
        with sqlite3.connect(tthc.data) as connection:
            counts = connection.execute(
                "SELECT count(DISTINCT task.id), count(DISTINCT annex.id) FROM plan "
                "LEFT JOIN task ON task.plan_id = plan.id "
                "LEFT JOIN annex ON annex.plan_id = plan.id "
                "GROUP BY plan.id"
            ).fetchall()
            lone = connection.execute(
                "SELECT count(*) FROM task WHERE NOT EXISTS (SELECT 1 FROM occurrence WHERE "
                "task_id = task.id) AND NOT EXISTS (SELECT 1 FROM task AS c WHERE "
                "c.parent_id = task.id)"
            ).fetchone()
        assert all(tasks == rows for tasks, annexes in counts if annexes)
        assert lone == (0,)
    assert killed > IMPORTS // 2
    assert tthc.run("office", "set", "place=Nơi mới") == 0  # the lock of the dead is free


def test_reading_while_another_process_writes_never_fails(tthc: Tthc) -> None:
    script = (
        "import sys\nfrom tthc_desktop.__main__ import main\n"
        "for n in range(100000): main(['office', 'set', f'place=Nơi {n}', '--data', sys.argv[1]])"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", script, str(tthc.data)], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    try:
        time.sleep(1.5)
        codes = [tthc.run("plan", "list") for _ in range(READS)]
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
    assert codes == [0] * READS
    assert tthc.json("office", "show")["place"].startswith("Nơi ")
