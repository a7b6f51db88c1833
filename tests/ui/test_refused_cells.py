"""What is refused stays where it was typed, with the message; Esc leaves it."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.ui.hand import click, press
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.tasks.task_columns import Column
from ui.tasks.task_table import TaskTable

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_LINE = 2


@pytest.fixture
def table(window: MainWindow) -> TaskTable:
    window.show_page(Page.TASKS)
    table = window.content.area.task_tab.table
    index = table.tasks.index(_LINE, Column.CONTENT)
    table.selectionModel().setCurrentIndex(index, _SELECT)
    table.setFocus()
    return table


def emptied(table: TaskTable) -> QPlainTextEdit:
    """Open the editor of the content and take all its words out."""
    press(table, Qt.Key.Key_F2)
    edit = editor(table)
    edit.selectAll()
    press(edit, Qt.Key.Key_Space)
    return edit


def editor(table: TaskTable) -> QPlainTextEdit:
    (edit,) = (one for one in table.findChildren(QPlainTextEdit) if one.isVisible())
    return edit


def content(table: TaskTable) -> str:
    return str(table.tasks.index(_LINE, Column.CONTENT).data())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_empty_content_stays_in_its_editor(
    window: MainWindow, table: TaskTable, key: Qt.Key
) -> None:
    before, session = content(table), window.content.session.editor
    edit = emptied(table)
    press(edit, key)
    QApplication.processEvents()
    assert editor(table) is edit
    assert edit.toPlainText() == " "
    assert edit.hasFocus()
    assert table.currentIndex().row() == _LINE
    assert "không được để trống" in window.content.card.said[-1][1]
    assert session.stack.count() == 0
    for letter in (Qt.Key.Key_X, Qt.Key.Key_Return):
        press(edit, letter)
    QApplication.processEvents()
    assert content(table) == "x"
    assert session.stack.count() == 1
    session.stack.undo()
    assert content(table) == before


def test_no_other_act_is_done_over_it(window: MainWindow, table: TaskTable) -> None:
    edit = emptied(table)
    rows = table.tasks.rowCount()
    window.actions_of_menu.tasks.add.trigger()
    QApplication.processEvents()
    assert editor(table) is edit
    assert table.tasks.rowCount() == rows
    place = table.visualRect(table.tasks.index(_LINE + 1, Column.TIMING)).center()
    click(table.viewport(), place)
    QApplication.processEvents()
    assert editor(table) is edit


def test_esc_leaves_it_as_it_was(window: MainWindow, table: TaskTable) -> None:
    before = content(table)
    edit = emptied(table)
    press(edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    press(edit, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not [one for one in table.findChildren(QPlainTextEdit) if one.isVisible()]
    assert content(table) == before
    assert window.content.session.editor.stack.count() == 0
