"""Làm mới: what can be undone stays, what another wrote comes, no edit is ever taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.use_cases import task_acts
from ui.main_window import MainWindow
from ui.session.plan_editor import PlanEditor


def timing(editor: PlanEditor, task_id: str) -> str:
    assert editor.progress is not None
    return next(one.task.timing for one in editor.progress.leaves() if one.task.id == task_id)


def first_leaf(editor: PlanEditor) -> str:
    assert editor.progress is not None
    return next(editor.progress.leaves()).task.id


def set_timing(editor: PlanEditor, task_id: str, words: str) -> None:
    cells: task_acts.Cells = {"timing": words}
    assert editor.do(lambda one: task_acts.set_cells(one, {task_id: cells}))


def refreshed(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F5)
    wait_for_rest(window, qtbot)


def wait_for_rest(window: MainWindow, qtbot: QtBot) -> None:
    background = window.content._background
    qtbot.waitUntil(lambda: not background.is_busy, timeout=20_000)
    QApplication.processEvents()


def test_what_can_be_undone_stays(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.content.session.editor
    task = first_leaf(editor)
    before = timing(editor, task)
    set_timing(editor, task, "Quý I")
    refreshed(window, qtbot)
    assert editor.stack.canUndo()
    editor.stack.undo()
    assert timing(editor, task) == before
    refreshed(window, qtbot)
    assert editor.stack.canRedo()
    editor.stack.redo()
    assert timing(editor, task) == "Quý I"


def test_what_another_wrote_comes(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.content.session.editor
    task = first_leaf(editor)
    set_timing(editor, task, "Quý I")
    progress = editor.progress
    assert progress is not None
    # Past the editor, as a restored backup comes.
    file = window.content.session.file
    assert file is not None
    assert file.units is not None
    edit = task_acts.set_cells(progress, {task: {"timing": "Quý II"}})
    with file.units.writing() as work:
        work.plans.write_tasks(progress.plan.id, edit.changes)
        work.progress.write_occurrences(edit.changes)
        work.commit(Act("Thử", "plan", progress.plan.id))
    refreshed(window, qtbot)
    assert timing(editor, task) == "Quý II"
    # What would be undone is no longer there.
    assert not editor.stack.canUndo()


def test_an_edit_made_meanwhile_is_kept(window: MainWindow, qtbot: QtBot) -> None:
    session = window.content.session
    editor = session.editor
    task = first_leaf(editor)
    press(window, Qt.Key.Key_F5)
    # The worker reads, or has read already; its answer waits behind this edit.
    set_timing(editor, task, "Quý III")
    wait_for_rest(window, qtbot)
    assert timing(editor, task) == "Quý III"
    assert editor.stack.canUndo()
    shown: PlanProgress | None = editor.progress
    assert shown is not None
    # Opened as another plan would be, the file is read again rather than shown as it was.
    session.select(shown.plan.id)
    set_timing(editor, task, "Quý IV")
    wait_for_rest(window, qtbot)
    assert timing(editor, task) == "Quý IV"
