"""Blocks copied and pasted, both ways with Excel, Word and LibreOffice; then taken back."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from db.data_file import SqliteDataFile
from tests.ui.hand import press
from tests.ui.telex import type_vi
from tests.ui.test_task_editing import (
    CTRL,
    cell,
    choose,
    editor,
    go,
    line_of,
    numbers,
    said,
    undo_words,
)
from tests.use_cases.test_task_acts import content
from tthc_desktop.use_cases.opening import list_plans, open_plan
from ui.kit.block_clipboard import block_in, mime_of
from ui.main_window import MainWindow
from ui.tasks.row_dragging import drawn_rows
from ui.tasks.task_columns import Column
from ui.tasks.task_table import TaskTable

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Check = Callable[[QAbstractItemModel], None]
RECORDED = Path(__file__).parent / "recorded"


@pytest.fixture
def table(window: MainWindow, qtbot: QtBot) -> Iterator[TaskTable]:
    press(window, Qt.Key.Key_3, CTRL)
    table = window.content.area.task_tab.table
    table.setFocus()
    yield table
    QGuiApplication.clipboard().clear()


@pytest.fixture
def check(qtmodeltester: ModelTester) -> Check:
    return qtmodeltester.check


def recorded(name: str = "calc_block") -> QMimeData:
    data = QMimeData()
    data.setData("text/html", QByteArray((RECORDED / f"{name}.html").read_bytes()))
    data.setText((RECORDED / f"{name}.txt").read_text(encoding="utf-8"))
    return data


def put(data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)


def drop(table: TaskTable, ids: list[str], at: QPoint) -> None:
    """Draw rows to a place of the table and let them go there."""
    data, move = drawn_rows(ids), Qt.DropAction.MoveAction
    button, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(at, move, data, button, no_keys),
        QDragMoveEvent(at, move, data, button, no_keys),
        QDropEvent(QPointF(at), move, data, button, no_keys),
    ):
        QApplication.sendEvent(table.viewport(), event)
        assert event.isAccepted()


def test_a_block_of_calc_is_pasted_at_the_number_and_everything_taken_back(
    window: MainWindow, table: TaskTable, data_path: Path, check: Check
) -> None:
    window.content.session.editor.stack.clear()
    before = content(data_path)
    first = numbers(table)
    go(table, "1.2", Column.TIMING)
    type_vi(table, "Quys IV")
    press(editor(table), Qt.Key.Key_Return)
    put(recorded())
    go(table, "1.3", Column.NUMBER)
    press(table, Qt.Key.Key_V, CTRL)
    assert undo_words(window) == "Hoàn tác: dán 20 dòng"
    assert cell(table, "1.3", Column.CONTENT).startswith("Việc thứ 1 chép")
    assert cell(table, "1.6", Column.LEAD) == "Văn phòng; Phòng Pháp chế"
    assert "ghi thêm" in cell(table, "1.6", Column.CONTENT)
    assert cell(table, "1.22", Column.TIMING) == "Hằng tháng"
    assert cell(table, "2", Column.CONTENT) == "Kiểm soát TTHC"
    check(table.tasks)
    row = table.tasks.row_at(table.tasks.index(line_of(table, "3"), 0))
    assert row is not None
    table.scrollToTop()
    drop(table, [row.id], table.visualRect(table.tasks.index(0, 0)).topLeft())
    assert cell(table, "1", Column.CONTENT) == row.words[Column.CONTENT]
    check(table.tasks)
    assert content(data_path) != before
    for _ in range(3):
        press(window, Qt.Key.Key_Z, CTRL)
    assert numbers(table) == first
    assert content(data_path) == before
    check(table.tasks)


def test_text_alone_gives_the_same_block() -> None:
    data = recorded()
    plain = QMimeData()
    plain.setText(data.text())
    assert len(block_in(data)) == 20
    flat = [[" ".join(cell.split()) for cell in line] for line in block_in(data)]
    assert [[" ".join(cell.split()) for cell in line] for line in block_in(plain)] == flat


def test_what_is_copied_has_a_border_on_every_cell_and_comes_back_alike(
    window: MainWindow, table: TaskTable
) -> None:
    choose(table, "1.1", "1.3", Column.CONTENT, Column.TIMING)
    press(table, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.html().count('<td style="border:1px solid #000000') == 12
    block = block_in(data)
    assert block == block_in(data, text_only=True)
    assert block[0][0] == cell(table, "1.1", Column.CONTENT)
    press(table, Qt.Key.Key_V, CTRL)
    assert not window.content.session.editor.stack.canUndo()


def test_cells_with_lines_and_signs_survive_both_forms() -> None:
    block = [["a\nb", 'nói "đúng"', "<x> & y"], ["1.10", "", "c"]]
    data = mime_of(block)
    assert block_in(data) == block
    assert block_in(data, text_only=True) == block


def test_cut_copies_and_clears_in_one_command(window: MainWindow, table: TaskTable) -> None:
    words = cell(table, "1.2", Column.TIMING)
    go(table, "1.2", Column.TIMING)
    press(table, Qt.Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == words
    assert cell(table, "1.2", Column.TIMING) == "Chưa có"
    assert undo_words(window) == "Hoàn tác: cắt"


def test_one_value_is_pasted_into_all_chosen_cells(window: MainWindow, table: TaskTable) -> None:
    put(mime_of([["Quý II"]]))
    choose(table, "1.2", "1.4", Column.TIMING, Column.TIMING)
    press(table, Qt.Key.Key_V, CTRL)
    assert {cell(table, one, Column.TIMING) for one in ("1.2", "1.3", "1.4")} == {"Quý II"}
    assert window.content.session.editor.stack.count() == 1


def test_where_nothing_can_be_pasted_says_so(window: MainWindow, table: TaskTable) -> None:
    put(mime_of([["Quý II"]]))
    go(table, "1.2", Column.STATE)
    press(table, Qt.Key.Key_V, CTRL)
    assert "Chỉ dán được" in said(window)
    assert not window.content.session.editor.stack.canUndo()


_EDIT_AND_DIE = """
import os, sys
from datetime import date
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from db.data_file import SqliteDataFile
from tthc_desktop.program import Program
from ui.application import new_window, prepared_application
from ui.pages.painter import QtPagePainter
from ui.tasks.task_columns import Column

path = Path(sys.argv[1])
application = prepared_application()
program = Program(SqliteDataFile, QtPagePainter, lambda: date(2026, 7, 1), path.parent / "logs")
window = new_window(program)
window.show()
window.fill(program, path)
opened = []
window.content.session.plan_opened.connect(opened.append)
window.content.session.open_file()
while not opened:
    application.processEvents()
QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
table = window.content.area.task_tab.table
table.setFocus()
flag = table.selectionModel().SelectionFlag.ClearAndSelect
table.selectionModel().setCurrentIndex(table.tasks.index(2, Column.TIMING), flag)
QTest.keyClick(table, Qt.Key.Key_S)
field = next(one for one in table.findChildren(QLineEdit) if one.isVisible())
QTest.keyClicks(field, "au cung")
QTest.keyClick(field, Qt.Key.Key_Return)
os._exit(9)
"""


def test_killed_at_once_after_an_edit_the_edit_is_there(data_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _EDIT_AND_DIE, str(data_path)],
        check=False,
        capture_output=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 9, done.stderr.decode()
    data_file = SqliteDataFile(data_path)
    units = data_file.units_of_work()
    plan = next(one for one in list_plans(units) if one.kind == "control")
    timings = [row.task.timing for row in open_plan(units, plan.id).plan.numbered_tasks()]
    assert timings[2] == "sau cung"
    data_file.close()
