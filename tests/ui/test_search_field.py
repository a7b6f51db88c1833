"""The search over all plans, from the field at the right of the page bar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tests.ui.telex import type_words
from tthc_desktop.domain.search import HitKind
from tthc_desktop.use_cases import task_acts
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.search.search_field import SearchField

CTRL = Qt.KeyboardModifier.ControlModifier


def answers(field: SearchField) -> list[str]:
    shown = field.answers
    if shown is None or not shown.isVisible():
        return []
    return [shown.item(row).text() for row in range(shown.count())]


def searched(window: MainWindow, qtbot: QtBot, words: str) -> SearchField:
    press(window, Qt.Key.Key_K, CTRL)
    field = window.bars.search
    assert field.hasFocus()
    type_words(field, words)
    qtbot.waitUntil(lambda: bool(answers(field)))
    return field


def test_a_task_with_marks_is_found_without_them_and_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    editor = window.content.session.editor
    assert editor.progress is not None
    row = next(one for one in editor.progress.leaves() if one.number == "1.5")
    cells: task_acts.Cells = {"content": "Việc đặc biệt của Sở"}
    assert editor.do(lambda one: task_acts.set_cells(one, {row.task.id: cells}))
    field = searched(window, qtbot, "dac biet")
    assert answers(field) == ["Kế hoạch kiểm soát TTHC năm 2026", "Việc đặc biệt của Sở"]
    press(field, Qt.Key.Key_Return)
    tab = window.content.area.task_tab
    assert tab.isVisible()
    assert tab.current_task_id == row.task.id
    assert tab.table.hasFocus()
    assert answers(field) == []


def test_a_number_finds_its_row_in_every_plan(window: MainWindow, qtbot: QtBot) -> None:
    editor = window.content.session.editor
    assert editor.progress is not None
    row = next(one for one in editor.progress.leaves() if one.number == "3.1")
    field = searched(window, qtbot, "3.1")
    first = answers(field)[1]
    assert first.startswith(f"3.1  {row.task.content[:40]}")
    press(field, Qt.Key.Key_Return)
    assert window.content.area.task_tab.current_task_id == row.task.id
    # The row moves, its number with it: numbers are computed, never stored.
    assert editor.do(lambda one: task_acts.move_tasks(one, [row.task.id], 1))
    assert answers(searched(window, qtbot, "3.2"))[1].startswith(f"3.2  {row.task.content[:40]}")


def test_an_answer_in_another_plan_opens_that_plan(window: MainWindow, qtbot: QtBot) -> None:
    field = searched(window, qtbot, "tổng hợp kết quả truyền thông")
    assert answers(field)[0] == "Kế hoạch truyền thông năm 2026"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=10_000):
        press(field, Qt.Key.Key_Return)
    assert window.content.area.task_tab.isVisible()
    assert window.content.area.task_tab.current_task_id


def test_a_paragraph_opens_the_page_of_the_plan(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page(Page.TASKS)
    field = searched(window, qtbot, "bao cao")
    shown = field.answers
    assert shown is not None
    keys = [shown.item(row).data(Qt.ItemDataRole.UserRole) for row in range(shown.count())]
    steps = next(place for place, key in enumerate(keys) if key and key.kind is HitKind.TEXT)
    for _ in range(steps - 1):
        press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Return)
    assert window.content.area.plan_tab.isVisible()


def test_nothing_found_is_said_and_escape_leaves(window: MainWindow, qtbot: QtBot) -> None:
    field = searched(window, qtbot, "xyzzy")
    assert answers(field) == ["Không tìm thấy ở kế hoạch nào"]
    press(field, Qt.Key.Key_Return)
    press(field, Qt.Key.Key_Escape)
    assert answers(field) == []
    press(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert not field.hasFocus()


def test_in_a_very_narrow_window_only_the_glass_is_left(window: MainWindow) -> None:
    window.resize(910, 435)
    QApplication.processEvents()
    field = window.bars.search
    small = field.width()
    press(window, Qt.Key.Key_K, CTRL)
    assert field.width() > 3 * small
