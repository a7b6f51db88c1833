"""The main job without a display: the sample office as Word, PDF and Excel, and a picture.

`python3 build/dev.py run` calls this where there is no screen. Everything goes through the
program's own command line and window; the data file lies in a temporary folder.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from contextlib import redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from tthc_desktop import __main__ as door

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out"
FILES = ("ke-hoach.docx", "ke-hoach.pdf", "tien-do.xlsx", "cua-so.png")
# The sample's progress reaches to 30/06/2026: the day after, its figures make sense.
TODAY = date(2026, 7, 1)
SIZE = (1366, 690)
_WAIT_MS = 30_000
_SETTLE_MS = 400


def call(data: Path, *arguments: str) -> Any:  # noqa: ANN401 - any JSON document
    """Run a command and return its JSON; stop where it was refused."""
    out = StringIO()
    with redirect_stdout(out):
        code = door.main(
            [*arguments, "--json", "--force", "--data", str(data), "--today", TODAY.isoformat()]
        )
    if code > 1:
        sys.exit(code)
    return json.loads(out.getvalue())


def export(data: Path, folder: Path) -> None:
    """Write the sample's control plan and its progress sheet."""
    call(data, "init", "--sample")
    plans = call(data, "plan", "list")
    plan = next(one["id"] for one in plans if one["kind"] == "control")
    call(data, "plan", "export", plan, "--to", str(folder / FILES[0]))
    call(data, "plan", "export", plan, "--to", str(folder / FILES[1]))
    call(data, "sheet", "export", "--plan", plan, "--to", str(folder / FILES[2]))


def picture(data: Path, to: Path) -> None:
    """Save a picture of the window on its task tab."""
    from PySide6.QtCore import QEventLoop, QTimer

    from ui.application import new_window, prepared_application

    prepared_application()
    program = door.program_for(lambda: TODAY)
    window = new_window(program)
    window.resize(*SIZE)
    window.show()
    content = window.fill(program, data)
    waiting = QEventLoop()
    content.session.plan_opened.connect(lambda _: QTimer.singleShot(_SETTLE_MS, waiting.quit))
    QTimer.singleShot(_WAIT_MS, lambda: waiting.exit(1))
    content.session.open_file()
    if waiting.exec():
        sys.exit("The window did not show the sample plan.")
    window.show_page(2)
    QTimer.singleShot(_SETTLE_MS, waiting.quit)
    waiting.exec()
    window.grab().save(str(to))
    window.close()


def main() -> int:
    """Do the main job into out/ and say what lies there."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # The picture must not show, nor change, what the user's own window remembers.
        os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = name
        data = folder / "du-lieu.tthc"
        export(data, folder)
        picture(data, folder / FILES[3])
        for file in FILES:
            shutil.copy(folder / file, OUT / file)
            print(f"out/{file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
