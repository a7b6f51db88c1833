import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from tthc_desktop.errors import Refused, StorageTrouble
from ui.session.background import Background, Job, Trouble


class Heard:
    """What came back from the worker, and in which thread."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.troubles: list[Trouble] = []
        self.threads: set[int] = set()

    def done(self, answer: object) -> None:
        self.threads.add(threading.get_ident())
        self.answers.append(answer)

    def failed(self, trouble: Trouble) -> None:
        self.threads.add(threading.get_ident())
        self.troubles.append(trouble)

    def job(self, work: Callable[[], object], *, can_stop: bool = False) -> Job:
        return Job("Đang làm…", work, self.done, self.failed, can_stop)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    made.shut_down()


def test_work_is_done_beside_the_main_thread_and_told_on_it(
    background: Background, heard: Heard, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(background.ended):
        background.start(heard.job(threading.get_ident))
    assert heard.threads == {threading.get_ident()}
    assert heard.answers != [threading.get_ident()]
    assert not background.is_busy


def test_jobs_come_one_after_the_other(background: Background, heard: Heard, qtbot: QtBot) -> None:
    begun: list[tuple[str, bool]] = []
    background.begun.connect(lambda words, can_stop: begun.append((words, can_stop)))
    with qtbot.waitSignal(background.ended):
        for number in range(5):
            background.start(heard.job(partial(int, number), can_stop=number == 4))
    assert heard.answers == [0, 1, 2, 3, 4]
    assert begun == [("Đang làm…", False)] * 4 + [("Đang làm…", True)]


@pytest.mark.parametrize("trouble", [Refused("Không đọc được."), StorageTrouble("Ổ đĩa đầy.")])
def test_trouble_is_told_not_raised(
    background: Background, heard: Heard, qtbot: QtBot, trouble: Trouble
) -> None:
    def work() -> None:
        raise trouble

    with qtbot.waitSignal(background.ended):
        background.start(heard.job(work))
    assert heard.troubles == [trouble]
    assert heard.answers == []


def test_a_bug_goes_where_every_bug_goes(
    background: Background, heard: Heard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    with qtbot.waitSignal(background.ended):
        background.start(heard.job(lambda: int("hỏng")))
    assert caught == [ValueError]
    assert (heard.answers, heard.troubles) == ([], [])
    with qtbot.waitSignal(background.ended):
        background.start(heard.job(lambda: "weiter"))
    assert heard.answers == ["weiter"]


def test_a_job_that_is_stopped_is_forgotten(
    background: Background, heard: Heard, qtbot: QtBot
) -> None:
    go = Event()
    with qtbot.waitSignal(background.ended):
        background.start(heard.job(go.wait, can_stop=True))
        background.start(heard.job(lambda: "kế"))
        background.stop_current()
        go.set()
    assert heard.answers == ["kế"]


def test_a_job_that_must_not_be_stopped_is_not(
    background: Background, heard: Heard, qtbot: QtBot
) -> None:
    go = Event()
    with qtbot.waitSignal(background.ended):
        background.start(heard.job(lambda: go.wait() and "xong"))
        background.stop_current()
        go.set()
    assert heard.answers == ["xong"]


def test_leaving_waits_for_what_runs_and_drops_what_waits(
    background: Background, heard: Heard
) -> None:
    ran: list[str] = []
    begun = Event()

    def first() -> None:
        begun.set()
        ran.append("first")

    background.start(heard.job(first))
    begun.wait(5)
    background.start(heard.job(lambda: ran.append("second")))
    background.shut_down()
    assert ran[0] == "first"
    assert heard.answers == []
