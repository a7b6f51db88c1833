"""Editing in Nhiệm vụ as in Excel: real keys and real mouse over the sample office."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.telex import type_vi
from ui.main_window import MainWindow
from ui.tasks.task_columns import Column
from ui.tasks.task_table import TaskTable

# The display of tests has no windows to raise and no keyboard to hold.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CHOSEN = QItemSelectionModel.SelectionFlag.ClearAndSelect
MOVES = Qt.KeyboardModifier.AltModifier | SHIFT


@pytest.fixture
def table(window: MainWindow, qtbot: QtBot) -> Iterator[TaskTable]:
    press(window, Qt.Key.Key_3, CTRL)
    table = window.content.area.task_tab.table
    table.setFocus()
    yield table
    QGuiApplication.clipboard().clear()


def line_of(table: TaskTable, number: str) -> int:
    model = table.tasks
    lines = range(model.rowCount())
    return next(line for line in lines if model.index(line, 0).data() == number)


def cell(table: TaskTable, number: str, column: Column) -> str:
    return str(table.tasks.index(line_of(table, number), column).data())


def numbers(table: TaskTable) -> list[str]:
    return [str(table.tasks.index(line, 0).data()) for line in range(table.tasks.rowCount())]


def go(table: TaskTable, number: str, column: Column = Column.CONTENT) -> None:
    # Not by the view, which would go by the keys it believes to be held.
    index = table.tasks.index(line_of(table, number), column)
    table.selectionModel().setCurrentIndex(index, CHOSEN)


def choose(table: TaskTable, first: str, last: str, column: Column, to: Column) -> None:
    go(table, first, column)
    press_times(table, Qt.Key.Key_Down, line_of(table, last) - line_of(table, first), SHIFT)
    press_times(table, Qt.Key.Key_Right, to - column, SHIFT)


def press_times(
    widget: QWidget, key: Qt.Key, times: int, modifier: Qt.KeyboardModifier = SHIFT
) -> None:
    for _ in range(times):
        press(widget, key, modifier)


def editor(table: TaskTable) -> QWidget:
    found = [
        one
        for one in (*table.findChildren(QLineEdit), *table.findChildren(QPlainTextEdit))
        if one.isVisible()
    ]
    assert len(found) == 1
    return found[0]


def is_editing(table: TaskTable) -> bool:
    return table.state() == TaskTable.State.EditingState


def undo_words(window: MainWindow) -> str:
    return window.actions_of_menu.tasks.undo.text().replace("&", "")


def said(window: MainWindow) -> str:
    return window.content.card.accessibleDescription()


def test_typing_replaces_enter_goes_down_and_undo_brings_back(
    window: MainWindow, table: TaskTable
) -> None:
    before = cell(table, "1.5", Column.TIMING)
    go(table, "1.5", Column.TIMING)
    type_vi(table, "Quys III")
    press(editor(table), Qt.Key.Key_Return)
    assert not is_editing(table)
    assert cell(table, "1.5", Column.TIMING) == "Quý III"
    assert table.currentIndex().siblingAtColumn(0).data() == "1.6"
    assert undo_words(window) == "Hoàn tác: sửa thời gian"
    press(window, Qt.Key.Key_Z, CTRL)
    assert cell(table, "1.5", Column.TIMING) == before
    assert table.currentIndex().siblingAtColumn(0).data() == "1.5"
    assert undo_words(window) == "Hoàn tác"
    press(window, Qt.Key.Key_Y, CTRL)
    assert cell(table, "1.5", Column.TIMING) == "Quý III"


def test_f2_keeps_the_words_and_escape_gives_them_back(table: TaskTable) -> None:
    before = cell(table, "1.2", Column.CONTENT)
    go(table, "1.2")
    press(table, Qt.Key.Key_F2)
    edit = editor(table)
    assert isinstance(edit, QPlainTextEdit)
    assert edit.toPlainText() == before
    type_vi(edit, " ddaay")
    assert edit.toPlainText() == f"{before} đây"
    press(edit, Qt.Key.Key_Escape)
    assert cell(table, "1.2", Column.CONTENT) == before
    assert table.hasFocus()


def test_tab_commits_and_goes_right(table: TaskTable) -> None:
    go(table, "1.3", Column.LEAD)
    type_vi(table, "Vawn phofng")
    press(editor(table), Qt.Key.Key_Tab)
    assert cell(table, "1.3", Column.LEAD) == "Văn phòng"
    assert table.currentIndex().column() == Column.COORDINATING
    press(table, Qt.Key.Key_Tab)
    assert table.currentIndex().column() == Column.TIMING


def test_delete_clears_a_cell_but_never_the_content(window: MainWindow, table: TaskTable) -> None:
    go(table, "1.2", Column.TIMING)
    press(table, Qt.Key.Key_Delete)
    assert cell(table, "1.2", Column.TIMING) == "Chưa có"
    press(window, Qt.Key.Key_Z, CTRL)
    before = cell(table, "1.2", Column.CONTENT)
    go(table, "1.2")
    press(table, Qt.Key.Key_Delete)
    assert cell(table, "1.2", Column.CONTENT) == before
    assert "không xóa trống được" in said(window)
    assert not window.content.session.editor.stack.canUndo()


def test_a_refused_edit_leaves_nothing_on_the_stack(window: MainWindow, table: TaskTable) -> None:
    before = cell(table, "1.2", Column.CONTENT)
    go(table, "1.2")
    press(table, Qt.Key.Key_F2)
    edit = editor(table)
    press(edit, Qt.Key.Key_A, CTRL)
    press(edit, Qt.Key.Key_Delete)
    press(edit, Qt.Key.Key_Return)
    assert cell(table, "1.2", Column.CONTENT) == before
    assert "không được để trống" in said(window)
    assert window.content.session.editor.stack.count() == 0


@pytest.mark.parametrize(
    ("column", "keys", "words"),
    [
        (Column.CONTENT, "DDoon ddoosc phofng", "Đôn đốc phòng"),
        (Column.LEAD, "Vawn phofng", "Văn phòng"),
        (Column.COORDINATING, "Phofng Phasp chees; Vawn phofng", "Phòng Pháp chế; Văn phòng"),
        (Column.TIMING, "dduwowcj giao", "được giao"),
    ],
)
def test_telex_writes_into_every_editor_even_with_its_first_key(
    table: TaskTable, column: Column, keys: str, words: str
) -> None:
    go(table, "1.2", column)
    type_vi(table, keys)
    edit = editor(table)
    shown = edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()  # type: ignore[attr-defined]
    assert shown == words
    press(edit, Qt.Key.Key_Tab)
    assert cell(table, "1.2", column) == words


def test_a_whole_letter_opens_the_editor(table: TaskTable) -> None:
    go(table, "1.2", Column.TIMING)
    type_vi(table, "ư")
    assert editor(table).text() == "ư"  # type: ignore[attr-defined]


def test_names_are_offered_below_without_marks(table: TaskTable) -> None:
    go(table, "1.2", Column.LEAD)
    type_vi(table, "Vawn phofng; phap")
    edit = editor(table)
    assert isinstance(edit, QLineEdit)
    completer = edit.completer()
    assert completer.popup().isVisible()
    press(completer.popup(), Qt.Key.Key_Down)
    press(completer.popup(), Qt.Key.Key_Return)
    assert edit.text() == "Văn phòng; Phòng Pháp chế"
    press(edit, Qt.Key.Key_Return)
    assert cell(table, "1.2", Column.LEAD) == "Văn phòng; Phòng Pháp chế"


def test_an_open_editor_survives_another_rows_refresh(window: MainWindow, table: TaskTable) -> None:
    from tthc_desktop.use_cases import task_acts

    go(table, "1.3", Column.TIMING)
    type_vi(table, "DDang gox")
    edit = editor(table)
    rows = {
        number: table.tasks.row_at(table.tasks.index(line_of(table, number), 0))
        for number in ("1.1", "1.3")
    }
    ids = [row.id for row in rows.values() if row]
    session = window.content.session.editor
    session.do(lambda one: task_acts.set_cells(one, {each: {"timing": "Khác"} for each in ids}))
    session.do(lambda one: task_acts.move_tasks(one, [ids[0]], 1))
    assert editor(table) is edit
    assert edit.text() == "Đang gõ"  # type: ignore[attr-defined]
    press(edit, Qt.Key.Key_Return)
    assert cell(table, "1.3", Column.TIMING) == "Đang gõ"


def test_many_rows_are_changed_by_one_command(window: MainWindow, table: TaskTable) -> None:
    choose(table, "1.2", "1.4", Column.LEAD, Column.LEAD)
    type_vi(table, "Thanh tra")
    press(editor(table), Qt.Key.Key_Return)
    assert {cell(table, one, Column.LEAD) for one in ("1.2", "1.3", "1.4")} == {"Thanh tra"}
    assert undo_words(window) == "Hoàn tác: sửa 3 nhiệm vụ"


def test_fill_down_copies_the_first_line(window: MainWindow, table: TaskTable) -> None:
    choose(table, "1.1", "1.3", Column.LEAD, Column.TIMING)
    press(table, Qt.Key.Key_D, CTRL)
    for column in (Column.LEAD, Column.COORDINATING, Column.TIMING):
        assert cell(table, "1.3", column) == cell(table, "1.1", column)
    assert undo_words(window) == "Hoàn tác: chép xuống"
    assert window.content.session.editor.stack.count() == 1


def test_rows_are_added_inserted_and_removed(window: MainWindow, table: TaskTable) -> None:
    first = numbers(table)
    go(table, "1.2")
    press(table, Qt.Key.Key_N, CTRL)
    assert table.currentIndex().siblingAtColumn(0).data() == "1.3"
    assert cell(table, "1.3", Column.CONTENT) == "Nhiệm vụ mới"
    press(table, Qt.Key.Key_Equal, CTRL)
    assert table.currentIndex().siblingAtColumn(0).data() == "1.3"
    assert undo_words(window) == "Hoàn tác: chèn dòng"
    press(table, Qt.Key.Key_Minus, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    assert numbers(table) == first


def test_removing_what_was_recorded_asks_by_naming(
    window: MainWindow, table: TaskTable, qtbot: QtBot
) -> None:
    first = numbers(table)
    choose(table, "1.1", "1.3", Column.CONTENT, Column.CONTENT)
    for answer, left in (("Giữ lại", len(first)), ("Xóa 3 dòng", len(first) - 3)):
        press(table, Qt.Key.Key_Minus, CTRL)
        box = table.findChildren(QMessageBox)[-1]
        button = next(one for one in box.buttons() if one.text().replace("&", "") == answer)
        click(button)
        qtbot.waitUntil(lambda box=box: not box.isVisible())  # type: ignore[misc]
        assert len(numbers(table)) == left
    assert undo_words(window) == "Hoàn tác: xóa 3 dòng"
    press(window, Qt.Key.Key_Z, CTRL)
    assert numbers(table) == first
    assert table.currentIndex().siblingAtColumn(0).data() == "1.1"


def test_rows_move_by_keys_and_keep_the_selection(window: MainWindow, table: TaskTable) -> None:
    content = cell(table, "1.3", Column.CONTENT)
    go(table, "1.3")
    press(table, Qt.Key.Key_Up, MOVES)
    assert cell(table, "1.2", Column.CONTENT) == content
    assert table.currentIndex().data() == content
    press(table, Qt.Key.Key_Down, MOVES)
    press(table, Qt.Key.Key_Right, MOVES)
    assert cell(table, "1.2.1", Column.CONTENT) == content
    press(table, Qt.Key.Key_Left, MOVES)
    assert cell(table, "1.3", Column.CONTENT) == content
    assert undo_words(window) == "Hoàn tác: lên một cấp"


def test_a_group_is_added_after_the_group(window: MainWindow, table: TaskTable) -> None:
    go(table, "1.2")
    window.actions_of_menu.tasks.add_group.trigger()
    assert cell(table, "2", Column.CONTENT) == "Nhóm mới"
    assert cell(table, "2.1", Column.CONTENT) == "Nhiệm vụ mới"
    assert table.currentIndex().siblingAtColumn(0).data() == "2"


def test_the_mouse_chooses_blocks_and_by_the_number_rows(table: TaskTable) -> None:
    def middle(number: str, column: Column) -> QPoint:
        return table.visualRect(table.tasks.index(line_of(table, number), column)).center()

    click(table.viewport(), middle("1.2", Column.NUMBER))
    assert len(table.selectedIndexes()) == len(Column)
    click(table.viewport(), middle("1.2", Column.LEAD))
    assert len(table.selectedIndexes()) == 1
    press(table, Qt.Key.Key_A, CTRL)
    assert table.selectionModel().isSelected(table.tasks.index(0, 0))


def test_a_read_only_plan_is_not_edited(window: MainWindow, table: TaskTable) -> None:
    table.tasks.is_editable = False
    go(table, "1.2", Column.TIMING)
    type_vi(table, "Quys")
    press(table, Qt.Key.Key_F2)
    assert not is_editing(table)
    assert not window.actions_of_menu.tasks.remove.isEnabled()


def test_the_selection_outlives_an_edit(window: MainWindow, table: TaskTable) -> None:
    choose(table, "1.2", "1.4", Column.CONTENT, Column.LEAD)
    press(table, Qt.Key.Key_Down, MOVES)
    chosen = table.chosen.block()
    assert chosen is not None
    assert [table.tasks.index(line, 0).data() for line in chosen.lines] == ["1.3", "1.4", "1.5"]
    assert (chosen.left, chosen.right) == (Column.CONTENT, Column.LEAD)
