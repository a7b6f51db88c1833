"""Start to first paint, against an empty PySide6 window: whole processes in pairs."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAIRS = 11
EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.instance().quit)
app = QApplication([])
window = Window()
window.resize(1366, 690)
window.show()
app.exec()
"""


def cpu_of(compiled: str, *arguments: str) -> float:
    """Return the CPU seconds of a child process.

    Its modules are compiled into the folder *compiled* by the first one, as an installed
    program's are: compiling them is no part of a start.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": compiled,
    }
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def newest_file() -> Path:
    """Return the file of the present schema, so that no migration is measured."""
    return max((ROOT / "tests/files").glob("schema-*.tthc"))


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        data = Path(shutil.copy(newest_file(), Path(name) / "mau.tthc"))
        window = ("-m", "tthc_desktop", "--data", str(data), "--quit-after-first-paint")
        cpu_of(name, "-c", EMPTY)
        cpu_of(name, *window)
        ratios = [cpu_of(name, *window) / cpu_of(name, "-c", EMPTY) for _ in range(PAIRS)]
    print(
        f"first paint / empty window, CPU: {statistics.median(ratios):.2f} "
        f"({min(ratios):.2f} - {max(ratios):.2f}), target 1.25"
    )


if __name__ == "__main__":
    main()
