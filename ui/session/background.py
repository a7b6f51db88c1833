"""The one worker beside the main thread: jobs one after the other, answers by signal."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from tthc_desktop.errors import Refused, StorageTrouble

_Made = TypeVar("_Made")
Trouble = Refused | StorageTrouble


@dataclass(eq=False)
class Job:
    """What is to be done, in words for the work bar, and who hears of the end.

    *work* runs in the worker; *done* and *failed* on the main thread. A job that `can_stop`
    asks `stopped` itself, or reads only, so that its answer may be dropped.
    """

    words: str
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[Trouble], None]
    can_stop: bool = False
    stopped: Event = field(default_factory=Event)


def kept(work: Callable[[], _Made]) -> Callable[[], _Made]:
    """Return *work* for the worker whose result is large, stays long and knows no circles.

    The collector walks through everything there is, on whatever thread is next: it would hold
    the main thread up. It rests meanwhile and leaves alone what was made; what is let go of
    is freed all the same.
    """

    def done() -> _Made:
        gc.disable()
        try:
            return work()
        finally:
            gc.freeze()
            gc.enable()

    return done


class _Worker(QObject):
    answered = Signal(object, object, object)

    @Slot(object)
    def run(self, job: Job) -> None:
        if job.stopped.is_set():
            self.answered.emit(job, None, None)
            return
        try:
            result = job.work()
        except BaseException as error:  # noqa: BLE001 - goes to the main thread, which tells it
            self.answered.emit(job, None, error)
        else:
            self.answered.emit(job, result, None)


class Background(QObject):
    """Runs jobs in one thread, which begins with the first of them."""

    begun = Signal(str, bool)
    ended = Signal()
    # The share done of the job that runs, 0 to 1, where it tells one.
    told = Signal(float)
    _handed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make a worker; its thread is not started yet."""
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("tthc-worker")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._handed.connect(self._worker.run, Qt.ConnectionType.QueuedConnection)
        self._worker.answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._jobs: list[Job] = []
        self._is_shut = False

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._jobs)

    def start(self, job: Job) -> None:
        """Hand a job to the worker; nothing is begun any more once it is shut down."""
        if self._is_shut:
            return
        if not self._thread.isRunning():
            self._thread.start()
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self.begun.emit(job.words, job.can_stop)
        self._handed.emit(job)

    def tell(self, share: float) -> None:
        """Say how far the job that runs has come; may be called from the worker."""
        self.told.emit(share)

    def stop_current(self) -> None:
        """Stop the job that runs, where it can be stopped."""
        if self._jobs and self._jobs[0].can_stop:
            self._jobs[0].stopped.set()

    def shut_down(self) -> None:
        """Let the job that runs come to its end, drop those that wait, end the thread."""
        self._is_shut = True
        for job in self._jobs[1:]:
            job.stopped.set()
        self.stop_current()
        self._jobs.clear()
        self._thread.quit()
        self._thread.wait()

    @Slot(object, object, object)
    def _on_answered(self, job: Job, result: object, error: BaseException | None) -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        if self._jobs:
            self.begun.emit(self._jobs[0].words, self._jobs[0].can_stop)
        else:
            self.ended.emit()
        if job.stopped.is_set():
            return
        if error is None:
            job.done(result)
        elif isinstance(error, Trouble):
            job.failed(error)
        else:
            # A bug of ours: it goes where every other one goes, to the log and its dialog.
            sys.excepthook(type(error), error, error.__traceback__)
