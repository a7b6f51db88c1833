"""What is changed after a plan is issued: asked for once, in the journal, in its own document."""

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import (
    LONG,
    dialog,
    gone,
    open_control,
    settle,
    shown,
    stored,
    units_of,
)
from tests.ui.test_plan_life import save_as, words_of
from tthc_desktop.domain.progress import Record, State
from tthc_desktop.use_cases import task_acts
from tthc_desktop.use_cases.issuing import issue_plan
from tthc_desktop.use_cases.plan_export import export_plan
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.pages.painter import QtPagePainter
from ui.plan_life.adjustment_dialog import AdjustmentDialog
from ui.tasks.task_columns import Column
from ui.tasks.task_table import TaskTable

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def plan_id(window: MainWindow, qtbot: QtBot) -> str:
    """Return the control plan, issued and open."""
    found = open_control(window, qtbot)
    issue_plan(units_of(window), found, "5", date(2026, 1, 22))
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        window.content.session.reopen(found)
    settle(window, qtbot)
    return found


@pytest.fixture
def table(window: MainWindow, plan_id: str, qtbot: QtBot) -> TaskTable:
    window.show_page(Page.TASKS)
    table = window.content.area.task_tab.table
    table.setFocus()
    settle(window, qtbot)
    return table


def go(table: TaskTable, number: str, column: Column = Column.TIMING) -> None:
    model = table.tasks
    lines = range(model.rowCount())
    line = next(one for one in lines if model.index(one, 0).data() == number)
    chosen = table.selectionModel()
    chosen.setCurrentIndex(model.index(line, column), chosen.SelectionFlag.ClearAndSelect)


def cell(table: TaskTable, number: str, column: Column = Column.TIMING) -> str:
    model = table.tasks
    lines = range(model.rowCount())
    line = next(one for one in lines if model.index(one, 0).data() == number)
    return str(model.index(line, column).data())


def editors(table: TaskTable) -> list[QLineEdit]:
    return [one for one in table.findChildren(QLineEdit) if one.isVisible()]


def type_timing(table: TaskTable, number: str, words: str) -> None:
    go(table, number)
    QTest.keyClicks(table, words[0])
    (edit,) = editors(table)
    QTest.keyClicks(edit, words[1:])
    press(edit, Qt.Key.Key_Return)


def exported(window: MainWindow, plan_id: str, to: Path, *, current: bool = False) -> bytes:
    export_plan(
        units_of(window), plan_id, to, new_painter=QtPagePainter, force=True, current=current
    )
    with ZipFile(to) as package:
        return package.read("word/document.xml")


def reason_of(window: MainWindow, plan_id: str, number: str) -> tuple[str, str, str]:
    task = next(
        row.task for row in stored(window, plan_id).numbered_tasks() if row.number == number
    )
    with units_of(window).reading() as work:
        act = work.journal.of_subject(plan_id, task.id)[0].act
    return act.words, act.reason, act.document


def test_a_change_asks_once_and_the_paper_stays(
    window: MainWindow, table: TaskTable, plan_id: str, qtbot: QtBot, tmp_path: Path
) -> None:
    before, paper = cell(table, "1.5"), exported(window, plan_id, tmp_path / "1.docx")
    type_timing(table, "1.5", "Quy IV")
    asked = dialog(window, qtbot, AdjustmentDialog)
    assert cell(table, "1.5") == before
    click(asked.main)
    assert asked.reason_field.trouble
    QTest.keyClicks(asked.reason, "Theo chi dao moi")
    QTest.keyClicks(asked.document, "QD 12/QD-UBND")
    click(asked.main)
    gone(window, qtbot, AdjustmentDialog)
    assert cell(table, "1.5") == "Quy IV"
    qtbot.waitUntil(lambda: not editors(table), timeout=LONG)
    assert reason_of(window, plan_id, "1.5") == (
        "Sửa thời gian", "Theo chi dao moi", "QD 12/QD-UBND",
    )  # fmt: skip
    # The next one is not asked for again.
    type_timing(table, "1.2", "Quy III")
    qtbot.wait(50)
    assert shown(window, AdjustmentDialog) == []
    assert reason_of(window, plan_id, "1.2")[1] == "Theo chi dao moi"
    assert exported(window, plan_id, tmp_path / "2.docx") == paper
    assert exported(window, plan_id, tmp_path / "3.docx", current=True) != paper
    stack = window.content.session.editor.stack
    assert stack.count() == 2
    for _ in range(2):
        window.actions_of_menu.tasks.undo.trigger()
    assert cell(table, "1.5") == before
    assert exported(window, plan_id, tmp_path / "4.docx", current=True) == exported(
        window, plan_id, tmp_path / "5.docx", current=True
    )


def test_taken_back_nothing_is_done_and_the_words_stay_typed(
    window: MainWindow, table: TaskTable, plan_id: str, qtbot: QtBot
) -> None:
    plan = stored(window, plan_id)
    type_timing(table, "1.5", "Quy IV")
    asked = dialog(window, qtbot, AdjustmentDialog)
    press(asked.reason, Qt.Key.Key_Escape)
    gone(window, qtbot, AdjustmentDialog)
    assert stored(window, plan_id) == plan
    assert window.content.session.editor.stack.count() == 0
    (edit,) = editors(table)
    assert edit.text() == "Quy IV"
    press(edit, Qt.Key.Key_Return)
    dialog(window, qtbot, AdjustmentDialog).reject()
    press(edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not editors(table), timeout=LONG)
    assert stored(window, plan_id) == plan


def test_a_new_row_asks_too_and_results_do_not(
    window: MainWindow, table: TaskTable, plan_id: str, qtbot: QtBot
) -> None:
    editor = window.content.session.editor
    progress = editor.progress
    assert progress is not None
    row = next(one for one in progress.leaves() if progress.of_task(one.task))
    occurrence = progress.of_task(row.task)[0]
    assert editor.do(lambda one: task_acts.record(one, occurrence, None, Record(State.IN_PROGRESS)))
    assert shown(window, AdjustmentDialog) == []
    rows = table.tasks.rowCount()
    go(table, "1.5", Column.CONTENT)
    window.actions_of_menu.tasks.add.trigger()
    asked = dialog(window, qtbot, AdjustmentDialog)
    QTest.keyClicks(asked.reason, "Bo sung viec")
    click(asked.again)
    click(asked.main)
    qtbot.waitUntil(lambda: table.tasks.rowCount() == rows + 1, timeout=LONG)
    # Not for those that follow: they ask again.
    type_timing(table, "1.5", "Quy IV")
    asked = dialog(window, qtbot, AdjustmentDialog)
    assert asked.reason.toPlainText() == "Bo sung viec"
    asked.reject()


def test_the_adjusting_plan_tells_the_changes(
    window: MainWindow, table: TaskTable, plan_id: str, qtbot: QtBot, tmp_path: Path
) -> None:
    type_timing(table, "1.5", "Quy IV")
    asked = dialog(window, qtbot, AdjustmentDialog)
    QTest.keyClicks(asked.reason, "Theo chi dao moi")
    click(asked.main)
    window.actions_of_menu.life.adjusting_plan.trigger()
    to = tmp_path / "dieu chinh.docx"
    save_as(window, qtbot, to)
    qtbot.waitUntil(to.exists, timeout=LONG)
    settle(window, qtbot)
    words = words_of(to)
    assert "Quy IV" in words
    assert "Theo chi dao moi" in words
    assert window.content.card.said[-1][1] == "Đã lưu “dieu chinh.docx”"


def test_the_reason_can_be_changed_later(
    window: MainWindow, table: TaskTable, plan_id: str, qtbot: QtBot
) -> None:
    window.actions_of_menu.life.reason.trigger()
    asked = dialog(window, qtbot, AdjustmentDialog)
    QTest.keyClicks(asked.reason, "Theo cong van 7")
    click(asked.main)
    type_timing(table, "1.5", "Quy IV")
    qtbot.wait(50)
    assert shown(window, AdjustmentDialog) == []
    assert reason_of(window, plan_id, "1.5")[1] == "Theo cong van 7"
