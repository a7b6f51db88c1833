import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.hand import click
from tests.ui.opened_places import OpenedPlaces
from ui.kit.trouble import ExceptionHook


def boxes() -> list[QMessageBox]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QMessageBox) and one.isVisible()
    ]


def choose(words: str) -> None:
    button = next(one for one in boxes()[0].buttons() if one.text() == words)
    click(button)


@pytest.fixture
def hook(dressed: QApplication, tmp_path: Path) -> Iterator[ExceptionHook]:
    made = ExceptionHook(tmp_path)
    yield made
    for box in boxes():
        box.done(0)


def tell(hook: ExceptionHook, number: str = "hỏng") -> None:
    try:
        int(number)
    except ValueError as error:
        hook(type(error), error, error.__traceback__)


def test_a_bug_is_logged_and_told(
    hook: ExceptionHook, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    with caplog.at_level(logging.CRITICAL, "tthc.ui"):
        logging.getLogger("tthc").propagate = True
        tell(hook)
    assert "unexpected ValueError" in caplog.text
    assert "test_trouble.py" in caplog.text
    assert "invalid literal" not in caplog.text
    (box,) = boxes()
    assert box.text() == "Chương trình gặp lỗi và việc vừa làm có thể chưa xong."
    assert "Dữ liệu đã lưu còn nguyên." in box.informativeText()


def test_the_details_can_be_copied(hook: ExceptionHook, qtbot: QtBot) -> None:
    tell(hook)
    details = boxes()[0].findChildren(QTextEdit)[0].toPlainText()
    assert "ValueError: invalid literal" in details
    choose("Chép chi tiết")
    assert QGuiApplication.clipboard().text().strip() == details.strip()


def test_the_log_folder_can_be_opened(
    hook: ExceptionHook, qtbot: QtBot, tmp_path: Path, opened_places: OpenedPlaces
) -> None:
    tell(hook)
    choose("Mở thư mục nhật ký")
    assert opened_places.places == [str(tmp_path)]


def test_a_kind_is_told_once_and_another_added(hook: ExceptionHook, qtbot: QtBot) -> None:
    tell(hook)
    tell(hook, "nữa")
    assert len(boxes()) == 1
    assert boxes()[0].detailedText().count("ValueError") == 1
    hook(KeyError, KeyError("khác"), None)
    assert len(boxes()) == 1
    assert "KeyError" in boxes()[0].detailedText()
    choose("Đóng")
    for _ in range(50):
        tell(hook, "lại")
    assert boxes() == []


def test_a_thread_of_its_own_is_heard_too(
    hook: ExceptionHook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    hook.install()
    thread = threading.Thread(target=int, args=("hỏng",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(boxes()) == 1)


def test_the_keyboards_break_ends_the_program_quietly(
    hook: ExceptionHook, dressed: QApplication
) -> None:
    hook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert boxes() == []
