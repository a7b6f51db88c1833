"""Recorded, timing typed anew, recorded again: nothing is lost, and undone all is as before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tests.ui.plan_life_hand import open_control, settle, units_of
from tests.ui.telex import type_vi, type_words
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, State
from tthc_desktop.domain.task import Task
from tthc_desktop.use_cases.opening import find_task, open_plan
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.tasks.task_columns import Column
from ui.tasks.task_tab import TaskTab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
NUMBER = "1.1"


def progress_of(window: MainWindow) -> PlanProgress:
    progress = window.content.session.editor.progress
    assert progress is not None
    return progress


def task(window: MainWindow) -> Task:
    return find_task(progress_of(window).plan, NUMBER).task


def occurrences(window: MainWindow) -> dict[str, Occurrence]:
    return {one.period: one for one in progress_of(window).of_task(task(window))}


def line_of(tab: TaskTab) -> int:
    model = tab.table.tasks
    return next(at for at in range(model.rowCount()) if model.index(at, 0).data() == NUMBER)


def type_timing(tab: TaskTab, telex: str) -> None:
    """Type over the timing of the task, as into Excel."""
    table = tab.table
    chosen = table.selectionModel().SelectionFlag.ClearAndSelect
    table.setFocus()
    index = table.tasks.index(line_of(tab), Column.TIMING)
    table.selectionModel().setCurrentIndex(index, chosen)
    type_vi(table, telex)
    editors: list[QWidget] = [*table.findChildren(QLineEdit), *table.findChildren(QPlainTextEdit)]
    (editor,) = (one for one in editors if one.isVisible())
    press(editor, Qt.Key.Key_Return)


def record(tab: TaskTab, period: str, words: str) -> None:
    """Record a period as done by the keys of the pane at the right."""
    tab.table.chosen.go_to(next(
        one.id for row in tab.table.tasks.rows for one in row.tasks()
        if one.words[Column.NUMBER] == NUMBER
    ))  # fmt: skip
    tab.table.setFocus()
    QApplication.processEvents()
    card = tab.details_pane.card
    periods = [one.words for one in card.periods.lines()]
    card.periods.setFocus()
    press(card.periods, Qt.Key.Key_Home)
    for _ in range(periods.index(period)):
        press(card.periods, Qt.Key.Key_Down)
    press(tab.table, Qt.Key.Key_Return, CTRL)
    fields = card.entry.fields
    fields.state.setCurrentIndex(fields.state.findData(State.DONE.value))
    fields.result.setFocus()
    fields.result.selectAll()
    type_words(fields.result, words)
    press(fields.result, Qt.Key.Key_Return, CTRL)


def test_nothing_recorded_is_lost_when_the_timing_changes(window: MainWindow, qtbot: QtBot) -> None:
    open_control(window, qtbot)
    window.show_page(Page.TASKS)
    QApplication.processEvents()
    tab = window.content.area.task_tab
    start = progress_of(window)
    type_timing(tab, "ngayf 15 vaf 30 hawngf thangs")
    assert list(occurrences(window))[-4:] == ["2026-11", "2026-11-2", "2026-12", "2026-12-2"]
    record(tab, "Tháng 8 (lần 2)", "Đã gửi đợt hai")
    first = occurrences(window)["2026-08-2"]
    assert [one.record.result for one in first.units] == ["Đã gửi đợt hai"]
    type_timing(tab, "Hawngf quys")
    kept = occurrences(window)
    assert kept["2026-08-2"] == first
    assert "2026-09-2" not in kept
    record(tab, "Quý III", "Đã báo cáo quý")
    second = occurrences(window)["2026-Q3"]
    type_timing(tab, "ngayf 15 vaf 30 hawngf thangs")
    last = occurrences(window)
    assert (last["2026-08-2"], last["2026-Q3"]) == (first, second)
    assert len({one.id for one in last.values()}) == len(last) >= 25
    stack = window.content.session.editor.stack
    assert stack.count() == 5
    for _ in range(5):
        press(window, Qt.Key.Key_Z, CTRL)
    assert progress_of(window) == start
    settle(window, qtbot)
    stored = open_plan(units_of(window), start.plan.id)
    assert stored.occurrences[task(window).id] == start.occurrences[task(window).id]
