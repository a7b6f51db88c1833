import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from tthc_desktop.program import Program
from ui.application import run_window

def never(*_):
    raise AssertionError("asked for before the first paint")

program = Program(never, never, lambda: date(2026, 7, 1), Path(sys.argv[1]) / "logs")
code = run_window(program, data=None, quit_after_first_paint=True)
heavy = ("sqlalchemy", "alembic", "docx", "openpyxl", "lxml", "sqlite3", "pypdf")
print(code, [name for name in heavy if name in sys.modules])
"""


def test_nothing_heavy_is_loaded_at_first_paint(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path)],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, "0 []\n"), done.stderr
    assert "Traceback" not in done.stderr
