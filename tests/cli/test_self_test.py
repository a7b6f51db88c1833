"""The self-test: a report of every step, whatever happens in one of them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tthc_desktop.__main__ import program_for
from tthc_desktop.cli.self_test import DAY, WindowParts, self_test
from tthc_desktop.program import Program
from ui.self_test import window_steps

VERSIONS = {"expat": "2.5.0", "lxml": "6.1.3"}
# As in the window program of Windows: there are no streams.
WITHOUT_STREAMS = (
    "import sys; sys.stdout = sys.stderr = None; from tthc_desktop.__main__ import main; "
    "sys.exit(main(['--self-test', sys.argv[1]]))"
)


def read(report: Path) -> Any:  # noqa: ANN401 - any JSON document
    return json.loads(report.read_text(encoding="utf-8"))


def test_the_whole_job_is_done_and_told_where_there_are_no_streams(tmp_path: Path) -> None:
    report = tmp_path / "kết quả" / "báo cáo.json"
    command = [sys.executable, "-c", WITHOUT_STREAMS, str(report)]
    temporary = tmp_path / "tạm"
    temporary.mkdir()
    variables = {**os.environ, "TMPDIR": str(temporary)}
    done = subprocess.run(command, check=False, capture_output=True, env=variables)
    found = read(report)
    assert [step for step in found["steps"] if not step["ok"]] == []
    assert (done.returncode, found["ok"]) == (0, True)
    assert list(temporary.iterdir()) == []
    assert {"Python", "Qt", "SQLite", "SQLAlchemy", "lxml", "libxml2", "expat"} <= set(
        found["versions"]
    )
    assert len(found["pictures"]) == 5
    assert all((report.parent / name).is_file() for name in found["pictures"])


def test_a_step_that_fails_is_told_and_the_others_are_done(tmp_path: Path) -> None:
    def fails() -> str:
        raise OSError("hết chỗ")

    def steps(_program: Program, data: Path, _folder: Path) -> list[Any]:
        assert data.is_file()
        return [("Hỏng", fails), ("Sau đó", lambda: "xong")]

    report = tmp_path / "r.json"
    code = self_test(report, program_for(lambda: DAY), WindowParts(steps, lambda: VERSIONS))
    failed, last = read(report)["steps"][-2:]
    assert (code, read(report)["ok"]) == (1, False)
    assert (failed["name"], failed["ok"], failed["detail"]) == ("Hỏng", False, "OSError: hết chỗ")
    assert last["ok"]


def test_a_library_with_known_holes_is_refused(tmp_path: Path) -> None:
    parts = WindowParts(lambda *_: (), lambda: {**VERSIONS, "expat": "2.4.9"})
    assert self_test(tmp_path / "r.json", program_for(lambda: DAY), parts) == 1
    first = read(tmp_path / "r.json")["steps"][0]
    assert "expat 2.4.9 cũ hơn 2.5" in first["detail"]


def test_the_steps_of_the_window_are_named_in_vietnamese(tmp_path: Path) -> None:
    steps = window_steps(program_for(lambda: DAY), tmp_path / "x.tthc", tmp_path)
    assert [name for name, _ in steps] == ["Vẽ chữ Việt", "Ảnh các trang"]
