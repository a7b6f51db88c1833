"""A plan of ten thousand tasks keeps the main thread free."""

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tthc_desktop.domain.shown_state import Shown, ShownState
from ui.task_columns import Column
from ui.task_rows import RowKind, TaskRow
from ui.task_table import TaskTable
from ui.task_tree_model import TaskTreeModel

# What grows faster than the rows takes seconds; a busy machine triples what is measured alone
# (opening all groups at once 0.1, everything else 0.04).
_MOST_SECONDS = 0.5


def a_task(number: int) -> TaskRow:
    words = dict.fromkeys(Column, f"Xây dựng, trình ban hành kế hoạch số {number} năm 2026")
    return TaskRow(f"t{number}", RowKind.TASK, 1, words, ShownState(Shown.OVERDUE, 3))


def a_group(number: int, tasks: int) -> TaskRow:
    children = tuple(a_task(one) for one in range(tasks))
    words = {Column.NUMBER: str(number), Column.CONTENT: "Nhóm"}
    return TaskRow(f"g{number}", RowKind.GROUP, 0, words, account="99 việc", children=children)


def used(act: Callable[[], object]) -> float:
    start = time.thread_time()
    act()
    QApplication.processEvents()
    return time.thread_time() - start


def test_no_act_holds_the_main_thread(dressed: QApplication, qtbot: QtBot) -> None:
    table = TaskTable(TaskTreeModel())
    qtbot.addWidget(table)
    table.resize(1366, 560)
    table.show()
    QApplication.processEvents()
    rows = tuple(a_group(number, 99) for number in range(101))
    bar = table.verticalScrollBar()
    spent = {
        "show": used(lambda: table.show_rows(rows)),
        "paint": used(table.viewport().repaint),
        "expand": used(table.expandAll),
        "end": used(lambda: bar.setValue(bar.maximum())),
        "middle": used(lambda: bar.setValue(bar.maximum() // 2)),
        "collapse": used(table.collapseAll),
    }
    assert {act: seconds for act, seconds in spent.items() if seconds > _MOST_SECONDS} == {}


def test_a_plan_as_there_are_is_open_from_the_start(dressed: QApplication, qtbot: QtBot) -> None:
    table = TaskTable(TaskTreeModel())
    qtbot.addWidget(table)
    table.show_rows((a_group(1, 99),))
    first = table.model().index(0, 0)
    assert table.isExpanded(first)
    task = table.model().index(0, 0, first)
    assert table.visualRect(task).height() > table.visualRect(first).height()
