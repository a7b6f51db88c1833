import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.startup.single_instance import SingleInstance, bring_forward

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    places = dict.fromkeys(("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"), str(tmp_path / "nhà"))
    return {**os.environ, **places, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


def start(data: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tthc_desktop", "--data", str(data)],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.DEVNULL,
    )


def wait_for_mark(folder: Path) -> None:
    until = time.monotonic() + 30
    while not list(folder.rglob("*.mo")):
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.fixture
def first(data_path: Path, environment: dict[str, str], tmp_path: Path) -> Iterator[int]:
    process = start(data_path, environment)
    try:
        wait_for_mark(tmp_path / "nhà")
        yield process.pid
    finally:
        process.kill()
        process.wait()


def test_a_second_start_ends_at_once(
    first: int, data_path: Path, environment: dict[str, str]
) -> None:
    second = start(data_path, environment)
    assert second.wait(timeout=20) == 0


def test_what_a_killed_window_left_is_taken_over(
    first: int, data_path: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    os.kill(first, signal.SIGKILL)
    time.sleep(0.2)
    second = start(data_path, environment)
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(timeout=4)
        third = start(data_path, environment)
        assert third.wait(timeout=20) == 0
    finally:
        second.kill()
        second.wait()


def test_another_file_has_a_window_of_its_own(qapp: QApplication, tmp_path: Path) -> None:
    one, other = (SingleInstance(tmp_path / name, tmp_path) for name in ("a.tthc", "b.tthc"))
    again = SingleInstance(tmp_path / "." / "a.tthc", tmp_path)
    assert one.listen()
    assert again.may_be_open
    assert not other.may_be_open
    assert other.listen()
    one.close()
    other.close()
    assert not again.may_be_open


def test_a_minimised_window_comes_forward(dressed: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    bring_forward(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isVisible()


def test_the_network_is_not_loaded_before_the_first_paint() -> None:
    script = "import sys, ui.application; print('PySide6.QtNetwork' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, cwd=ROOT, capture_output=True, text=True
    )
    assert done.stdout == "False\n"
