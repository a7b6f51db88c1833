"""Pictures of the program's screens, from the sample office as it stands on 1 July 2026.

    .venv/bin/python build/make_pictures.py [FOLDER]      (default: docs/pictures)

Each picture is a scene of one of the tables in the modules `scenes_of_…`: a name, the size of
the window in logical pixels, the scale of the screen, and what is done before it is taken.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from main_job import ROOT, TODAY, call
from picture_scene import settle
from scenes_of_dues import DUE_SCENES
from scenes_of_plans import PLAN_SCENES
from scenes_of_reports import REPORT_SCENES
from scenes_of_sheets import SHEET_SCENES

FOLDER = ROOT / "docs" / "pictures"
_WAIT_MS = 30_000
_SETTLE_MS = 1500
SCENES = {**PLAN_SCENES, **DUE_SCENES, **SHEET_SCENES, **REPORT_SCENES}


def take(name: str, data: Path, folder: Path) -> None:
    """Take one picture; the scale of the screen is fixed before Qt starts."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QDialog

    from tthc_desktop import __main__ as door
    from ui.application import new_window, prepared_application

    scene = SCENES[name]
    prepared_application()
    program = door.program_for(lambda: TODAY)
    window = new_window(program)
    window.resize(*scene.size)
    window.show()
    content = window.fill(program, data)
    waiting = QEventLoop()
    content.frame.today.counted.connect(lambda _: QTimer.singleShot(_SETTLE_MS, waiting.quit))
    QTimer.singleShot(_WAIT_MS, lambda: waiting.exit(1))
    content.session.open_file()
    if waiting.exec():
        sys.exit("The window did not show the sample plan.")
    window.show_page(scene.page)
    shown = scene.act(window)
    settle(_SETTLE_MS)
    if scene.shows_dialog:
        shown = next(one for one in window.findChildren(QDialog) if one.isVisible())
    (shown if isinstance(shown, QDialog) else window).grab().save(str(folder / f"{name}.png"))
    window.close()


def main() -> int:
    """Take every picture, each in a process of its own: the screen's scale differs."""
    if sys.argv[1:2] == ["--one"]:
        take(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
        return 0
    folder = Path(sys.argv[1]) if sys.argv[1:] else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        data = Path(temporary) / "du-lieu.tthc"
        call(data, "init", "--sample")
        for name, scene in SCENES.items():
            # The pictures must not show, nor change, what the user's own window remembers.
            own = str(Path(temporary) / name)
            environment = {
                **os.environ, "PYTHONPATH": str(ROOT), "QT_SCALE_FACTOR": str(scene.scale),
                "XDG_DATA_HOME": own, "LOCALAPPDATA": own,
            }  # fmt: skip
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
            script = [sys.executable, __file__, "--one", name, str(data), str(folder)]
            subprocess.run(script, check=True, env=environment, cwd=ROOT)
            print(folder / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
