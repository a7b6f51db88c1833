"""A program of its own: the whole window over a data file, the time of every single event.

Run as `python -m tests.ui.timed_window <data file>`; prints, as JSON, the slowest event of every
act: its milliseconds of processor time on the main thread, its type and who received it. The
application is a subclass that times `notify`, and of those a process can have only one.
"""

import json
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from db.data_file import SqliteDataFile
from tests.ui.hand import press
from tthc_desktop.program import Program
from ui.application import new_window, prepared_application
from ui.calendar.print_dialog import PrintDialog
from ui.calendar.year_acts import YearActs
from ui.main_window import MainWindow
from ui.pages.painter import QtPagePainter
from ui.tasks.task_chips import Chip
from ui.tasks.task_columns import Column
from ui.tasks.task_table import TaskTable
from ui.window_filling import WindowFilling

TODAY = date(2026, 7, 1)
CTRL = Qt.KeyboardModifier.ControlModifier
# Longer than every pause after which the program goes on by itself.
REST_SECONDS = 0.35
PATIENCE_SECONDS = 120.0
STEPS = 40


@dataclass
class Slowest:
    """The event of an act that took most."""

    ms: float = 0.0
    event: str = ""
    receiver: str = ""


class TimedApplication(QApplication):
    """Times every event of the main thread; one that comes of another is part of that one."""

    def __init__(self) -> None:
        super().__init__(["timed"])
        self.slowest = Slowest()
        self._is_within = False

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        # Qt sends the worker's events through here too.
        if self._is_within or threading.current_thread() is not threading.main_thread():
            return super().notify(receiver, event)
        # Asked before: a deleted object has no name afterwards.
        name, kind = type(receiver).__name__, event.type().name
        self._is_within = True
        start = time.thread_time()
        try:
            return super().notify(receiver, event)
        finally:
            spent = (time.thread_time() - start) * 1000
            self._is_within = False
            if spent > self.slowest.ms:
                self.slowest = Slowest(spent, kind, name)


class Acts:
    """Does one act after the other, each until the program rests, and keeps its slowest event."""

    def __init__(self, application: TimedApplication, window: MainWindow) -> None:
        self._application = application
        self._window = window
        self.found: dict[str, Slowest] = {}

    def begin(self, name: str) -> None:
        self._application.slowest = self.found[name] = Slowest()

    def end(self, name: str, until: Callable[[], bool] = lambda: True) -> None:
        limit = time.monotonic() + PATIENCE_SECONDS
        rested = time.monotonic()
        while not until() or time.monotonic() - rested < REST_SECONDS:
            if time.monotonic() > limit:
                raise TimeoutError(name)
            QApplication.processEvents()
            time.sleep(0.001)
            if self._is_busy:
                rested = time.monotonic()
        self.found[name] = self._application.slowest

    def do(
        self, name: str, act: Callable[[], object], until: Callable[[], bool] = lambda: True
    ) -> None:
        """Do what is no event by itself as one, or send the events that *act* makes."""
        self.begin(name)
        QTimer.singleShot(0, act)
        self.end(name, until)

    def press(self, name: str, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.begin(name)
        press(self._window.focusWidget(), key, modifier or Qt.KeyboardModifier.NoModifier)
        self.end(name)

    @property
    def _is_busy(self) -> bool:
        content = self._window._content
        return content is not None and (
            content._background.is_busy or content.frame.follower.is_waiting
        )


def work_in(window: MainWindow, acts: Acts, program: Program, data: Path) -> None:
    acts.do("fill the window", WindowFilling(window, program, data).start, lambda: window.is_filled)
    acts.do(
        "open the plan",
        window.content.session.open_file,
        lambda: window.content.session.open_plan is not None,
    )
    table = window.content.area.task_tab.table
    acts.press("show Nhiệm vụ", Qt.Key.Key_3, CTRL)
    assert table.isVisible()
    assert table.tasks.rowCount() > 10_000
    table.setFocus()
    scroll(table, acts)
    search(window, table, acts)
    edit(window, table, acts)
    acts.do("collapse all", window.actions_of_menu.collapse_all.trigger)
    acts.do("expand all", window.actions_of_menu.expand_all.trigger)
    assert table.tasks.rowCount() > 10_000
    acts.press("show Kế hoạch", Qt.Key.Key_2, CTRL)
    acts.press("show Báo cáo", Qt.Key.Key_4, CTRL)
    acts.press("show Hôm nay", Qt.Key.Key_1, CTRL)
    acts.press("show Nhiệm vụ again", Qt.Key.Key_3, CTRL)
    look_at_year(window, acts)


def look_at_year(window: MainWindow, acts: Acts) -> None:
    view = window.content.rooms.room(YearActs).view
    acts.press("show Lịch năm", Qt.Key.Key_5, CTRL)
    assert view.page is not None
    assert len(view.page.rows) > 8_000
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Home):
        acts.press(f"year: {key.name}", key)
    bar = view.strip.verticalScrollBar()
    acts.do("year: to the end", lambda: bar.setValue(bar.maximum()))
    for place, name in enumerate(("strip", "month", "bars")):
        acts.do(f"year: {name}", view.views[place].trigger)
    acts.do("year: a picture", view.copy.trigger)
    acts.do("year: the strip again", view.views[0].trigger)
    acts.do("year: print", view.print.trigger)
    asked = next(one for one in window.findChildren(PrintDialog) if one.isVisible())
    acts.do("year: the next page", asked.after.click)
    acts.do("year: do not print", asked.reject)
    acts.do("year: leave", view.back.trigger)


def scroll(table: TaskTable, acts: Acts) -> None:
    bar = table.verticalScrollBar()
    acts.begin("scroll by steps")
    for step in range(1, STEPS + 1):
        QTimer.singleShot(0, partial(bar.setValue, bar.maximum() * step // STEPS))
        QApplication.processEvents()
        press(table, Qt.Key.Key_PageDown)
        QApplication.processEvents()
    acts.end("scroll by steps")
    acts.press("to the last row", Qt.Key.Key_End, CTRL)
    acts.press("to the first row", Qt.Key.Key_Home, CTRL)
    acts.press("choose all", Qt.Key.Key_A, CTRL)
    acts.press("choose the first", Qt.Key.Key_Home, CTRL)


def search(window: MainWindow, table: TaskTable, acts: Acts) -> None:
    everything = table.tasks.rowCount()
    row = window.content.area.task_tab.filter_row
    for words in ("viec thu 77", "thu tuc", "xyz"):
        name = f"filter by “{words}”"
        acts.begin(name)
        row.text.setFocus()
        for letter in words:
            _type(row.text, letter)
        row.text.returnPressed.emit()
        acts.end(name)
        assert (table.tasks.rowCount() < everything) is (words != "thu tuc"), words
        acts.do(f"clear the filter “{words}”", row.clear_link.click)
        assert table.tasks.rowCount() == everything
    for one in (Chip.DONE, max(Chip, key=row.chips.count)):
        acts.do(f"filter by chip {one.name}", row.chips.chip(one).click)
        assert table.tasks.rowCount() <= everything
        acts.do(f"clear the chip {one.name}", row.chips.chip(None).click)
        assert table.tasks.rowCount() == everything


def edit(window: MainWindow, table: TaskTable, acts: Acts) -> None:
    everything = table.tasks.rowCount()
    cell = table.tasks.index(5003, Column.TIMING)
    before = str(cell.data())
    table.setFocus()
    flag = table.selectionModel().SelectionFlag.ClearAndSelect
    acts.do("go", lambda: table.selectionModel().setCurrentIndex(cell, flag))
    acts.press("F2", Qt.Key.Key_F2)
    field = next(one for one in table.findChildren(QLineEdit) if one.isVisible())
    acts.begin("type")
    for letter in "quy":
        _type(field, letter)
        QApplication.processEvents()
    acts.end("type")
    acts.begin("Enter")
    press(field, Qt.Key.Key_Return)
    acts.end("Enter")
    assert cell.data() != before
    tasks = window.actions_of_menu.tasks
    acts.press("insert", Qt.Key.Key_Equal, CTRL)
    assert table.tasks.rowCount() == everything + 1
    acts.press("undo insert", Qt.Key.Key_Z, CTRL)
    acts.press("undo the cell", Qt.Key.Key_Z, CTRL)
    assert (cell.data(), table.tasks.rowCount()) == (before, everything)
    acts.press("redo the cell", Qt.Key.Key_Y, CTRL)
    acts.press("redo insert", Qt.Key.Key_Y, CTRL)
    assert table.tasks.rowCount() == everything + 1
    acts.press("delete", Qt.Key.Key_Minus, CTRL)
    assert table.tasks.rowCount() == everything
    for name in ("undo delete", "undo insert again", "undo the cell again"):
        acts.do(f"{name}", tasks.undo.trigger)
    assert (cell.data(), table.tasks.rowCount()) == (before, everything)


def _type(field: QLineEdit, letter: str) -> None:
    press(field, Qt.Key(ord(letter.upper())))


def main(data: Path) -> None:
    application = TimedApplication()
    prepared_application()
    window = new_window(
        Program(
            lambda path: SqliteDataFile(path or data), QtPagePainter, lambda: TODAY,
            data.parent / "logs",
        )
    )  # fmt: skip
    window.resize(1366, 690)
    acts = Acts(application, window)
    program = Program(
        lambda path: SqliteDataFile(path or data), QtPagePainter, lambda: TODAY,
        data.parent / "logs",
    )  # fmt: skip
    acts.do("show the window", window.show)
    work_in(window, acts, program, data)
    acts.do("close the window", window.close)
    print(json.dumps({name: vars(one) for name, one in acts.found.items()}))  # noqa: T201 - its answer


if __name__ == "__main__":
    main(Path(sys.argv[1]))
