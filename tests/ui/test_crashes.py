"""What nobody caught, from everywhere it can come; and what is left when the program falls."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tthc_desktop.trace import short_file, trace_without_words
from ui.startup.crash_record import CrashRecord

ROOT = Path(__file__).resolve().parents[2]
_SCRIPT = """
import json, logging, sys, threading
from pathlib import Path
folder = Path(sys.argv[1])
if sys.argv[2] == "silent":
    sys.stderr = sys.stdout = None
from tthc_desktop.__main__ import _start_log
_start_log(folder)
from PySide6.QtCore import QEvent, QObject, QRunnable, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QTextEdit
from ui.kit.trouble import ExceptionHook
app = QApplication([])
ExceptionHook(folder).install()
SECRET = "Chuyện mật của Nguyễn Văn Mẫu"

def in_slot():
    raise ValueError(SECRET)

class Eventful(QObject):
    def event(self, event):
        raise KeyError(SECRET)

class Thread(QThread):
    def run(self):
        raise TypeError(SECRET)

class Job(QRunnable):
    def run(self):
        raise OSError(SECRET)

def plain():
    raise RuntimeError(SECRET)

eventful, thread, job = Eventful(), Thread(), Job()
job.setAutoDelete(False)

def inject():
    for _ in range(3):
        QTimer.singleShot(0, in_slot)
        QApplication.postEvent(eventful, QEvent(QEvent.Type.User))
        QThreadPool.globalInstance().start(job)
        QThreadPool.globalInstance().waitForDone()
        other = threading.Thread(target=plain)
        other.start()
        other.join()
    thread.start()
    thread.wait()

def end():
    boxes = [one for one in app.topLevelWidgets() if isinstance(one, QMessageBox)]
    details = boxes[0].detailedText() if boxes else ""
    (folder / "found.json").write_text(json.dumps([len(boxes), details]), encoding="utf-8")
    app.exit(7)

QTimer.singleShot(0, inject)
QTimer.singleShot(600, end)
sys.exit(app.exec())
"""
KINDS = ("ValueError", "KeyError", "TypeError", "OSError", "RuntimeError")


@pytest.mark.parametrize("mode", ["heard", "silent"])
def test_five_of_five_are_logged_and_told_once(tmp_path: Path, mode: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path), mode],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 7, done.stderr
    boxes, details = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    log = (tmp_path / "tthc.log").read_text(encoding="utf-8")
    assert boxes == 1
    for kind in KINDS:
        assert details.count(f"{kind}:") == 1
        assert log.count(f"unexpected {kind}") == 1
    assert "Nguyễn Văn Mẫu" not in log
    assert "Chuyện mật" not in log


def test_a_trace_names_no_one(tmp_path: Path) -> None:
    try:
        try:
            int("Nguyễn Văn Mẫu")
        except ValueError as error:
            raise RuntimeError("Sở Mẫu") from error
    except RuntimeError as error:
        told = trace_without_words(error)
    assert told.startswith("RuntimeError")
    assert "after ValueError" in told
    assert "Mẫu" not in told
    assert str(ROOT) not in told
    assert "tests/ui/test_crashes.py:" in told
    installed = r"D:\\Văn Thư\\AppData\\ui\\kit\\trouble.py"
    assert short_file(installed) == "ui/kit/trouble.py"
    assert short_file("/nhà/x/site-packages/openpyxl/cell.py") == "openpyxl/cell.py"


def test_a_fall_is_told_once_at_the_next_start(tmp_path: Path) -> None:
    script = (
        "import ctypes, sys; from pathlib import Path; "
        "from ui.startup.crash_record import CrashRecord; "
        "record = CrashRecord(Path(sys.argv[1])); record.begin(); ctypes.string_at(0)"
    )
    fallen = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], check=False, cwd=ROOT, capture_output=True
    )
    assert fallen.returncode != 0
    for expected in (True, False):
        record = CrashRecord(tmp_path)
        assert ("Fatal Python error" in record.begin()) is expected
        record.end()
    assert "Fatal Python error" in record.told_file.read_text(encoding="utf-8")


def test_no_place_for_a_record_never_stops_work(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("ở đây là một tệp", encoding="utf-8")
    record = CrashRecord(tmp_path / "logs")
    assert record.begin() == ""
    record.end()


def test_a_fall_is_told_in_words(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QWidget

    from ui.kit.trouble import tell_of_fall

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    box = tell_of_fall(window, "Fatal Python error", tmp_path)
    assert "Lần trước chương trình dừng đột ngột" in box.text()
    assert "còn nguyên" in box.informativeText()
    next(one for one in box.buttons() if one.text() == "Chép chi tiết").click()
    assert QGuiApplication.clipboard().text() == "Fatal Python error"
