"""The filter row over the sample office: what is asked for is what is shown."""

import unicodedata
from collections import Counter

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.telex import type_words
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.use_cases import task_acts
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.tasks.column_menu import ColumnMenu
from ui.tasks.filter_header import FilterHeader
from ui.tasks.task_chips import Chip
from ui.tasks.task_columns import Column
from ui.tasks.task_rows import RowKind, TaskRow
from ui.tasks.task_sort import Sort
from ui.tasks.task_tab import TaskTab

CTRL = Qt.KeyboardModifier.ControlModifier
# Written out here, so that a slip in the program's own table is seen.
CHIP_OF = {
    Shown.OVERDUE: "Quá hạn",
    Shown.SOON: "7 ngày tới",
    Shown.IN_TIME: "Trong hạn",
    Shown.CONTINUOUS: "Thường xuyên",
    Shown.WAITING: "Chờ văn bản",
    Shown.DONE: "Hoàn thành",
    Shown.DONE_LATE: "Hoàn thành",
    Shown.UNASSIGNED: "Chưa phân công",
    Shown.NOT_STARTED: "Chưa thực hiện",
    Shown.NO_CASE: "Không phát sinh",
    Shown.PAUSED: "Tạm dừng",
    Shown.CANCELLED: "Hủy",
}


@pytest.fixture
def tab(window: MainWindow) -> TaskTab:
    window.show_page(Page.TASKS)
    QApplication.processEvents()
    return window.content.area.task_tab


def lines(tab: TaskTab) -> list[TaskRow]:
    model = tab.table.tasks
    rows = (model.row_at(model.index(line, 0)) for line in range(model.rowCount()))
    return [row for row in rows if row is not None]


def tasks(tab: TaskTab) -> list[str]:
    return [row.words[Column.NUMBER] for row in lines(tab) if row.kind is RowKind.TASK]


def all_tasks(tab: TaskTab) -> list[TaskRow]:
    return [task for row in tab.table.tasks.rows for task in row.tasks()]


def facts(window: MainWindow) -> str:
    return next(
        one.text() for one in window.statusBar().findChildren(QLabel) if "nhiệm vụ" in one.text()
    )


def test_every_task_is_counted_in_exactly_one_chip(tab: TaskTab) -> None:
    counted = Counter(CHIP_OF[row.state.shown] for row in all_tasks(tab) if row.state)
    chips = tab.filter_row.chips
    assert {one.value: chips.count(one) for one in Chip} == {
        one.value: counted[one.value] for one in Chip
    }
    assert chips.count(None) == sum(counted.values()) == 22


def test_each_chip_shows_as_many_tasks_as_it_counts(tab: TaskTab) -> None:
    chips = tab.filter_row.chips
    for one in Chip:
        chips.choose(frozenset({one}))
        assert len(tasks(tab)) == chips.count(one)
    chips.choose(frozenset())
    assert len(tasks(tab)) == 22


def test_chips_by_mouse_and_several_with_ctrl(window: MainWindow, tab: TaskTab) -> None:
    chips = tab.filter_row.chips
    click(chips.chip(Chip.OVERDUE))
    assert len(tasks(tab)) == 4
    assert facts(window) == "Đang hiện 4 trong 22 nhiệm vụ"
    done = chips.chip(Chip.DONE)
    QTest.mouseClick(done, Qt.MouseButton.LeftButton, CTRL, done.rect().center())
    assert len(tasks(tab)) == 8
    assert [one.isChecked() for one in (chips.chip(None), done)] == [False, True]
    click(chips.chip(None))
    assert len(tasks(tab)) == 22
    assert facts(window) == "22 nhiệm vụ · 4 hoàn thành · 4 quá hạn"


def test_chips_are_one_tab_stop_with_arrows_inside(tab: TaskTab) -> None:
    chips = tab.filter_row.chips
    stops = [chips.chip(None), *(chips.chip(one) for one in Chip)]
    shown = [one for one in stops if one.isVisible()]
    assert [one for one in shown if one.focusPolicy() == Qt.FocusPolicy.TabFocus] == shown[:1]
    shown[0].setFocus()
    press(shown[0], Qt.Key.Key_Right)
    assert shown[1].hasFocus()
    press(shown[1], Qt.Key.Key_Space)
    assert len(tasks(tab)) == 4


@pytest.mark.parametrize("words", ["bao cao", "báo cáo", "BÁO CÁO", "cao bao"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_text_is_found_without_marks(tab: TaskTab, qtbot: QtBot, words: str, form: str) -> None:
    press(tab, Qt.Key.Key_L, CTRL)
    field = tab.filter_row.text
    assert field.hasFocus()
    field.setText(unicodedata.normalize(form, words))  # type: ignore[arg-type]
    assert len(tasks(tab)) == 22  # half-typed words are waited out
    qtbot.waitUntil(lambda: len(tasks(tab)) < 22)
    assert tasks(tab) == ["1.3", "2.2"]
    assert [row.words[Column.NUMBER] for row in lines(tab)] == ["1", "1.3", "2", "2.2"]


def test_typed_as_with_a_vietnamese_keyboard(tab: TaskTab, qtbot: QtBot) -> None:
    tab.filter_row.text.setFocus()
    type_words(tab.filter_row.text, "báo cáo")
    assert tab.filter_row.text.text() == "báo cáo"
    qtbot.waitUntil(lambda: tasks(tab) == ["1.3", "2.2"])


def test_the_way_back_lives_only_when_filtered(tab: TaskTab) -> None:
    link = tab.filter_row.clear_link
    assert not link.isEnabled()
    tab.filter_row.text.setText("không có chữ này")
    press(tab.filter_row.text, Qt.Key.Key_Return)
    assert link.isEnabled()
    labels = [one.text() for one in tab.findChildren(QLabel) if one.isVisible()]
    assert "Không có nhiệm vụ nào khớp" in labels
    click(link)
    assert len(tasks(tab)) == 22
    assert tab.table.isVisible()
    assert not link.isEnabled()


def test_groups_that_were_closed_are_closed_again(tab: TaskTab) -> None:
    table = tab.table
    table.setExpanded(table.tasks.index(0, 0), False)
    before = tasks(tab)
    tab.filter_row.chips.choose(frozenset({Chip.OVERDUE}))
    assert "1.5" in tasks(tab)
    tab.filter_row.clear()
    assert tasks(tab) == before


def test_the_unit_box_finds_what_a_unit_leads_or_joins_groups_resolved(
    window: MainWindow, tab: TaskTab
) -> None:
    progress = window.content.session.editor.progress
    assert progress is not None
    box = tab.filter_row.units
    assert box.itemText(0) == "Mọi phòng"
    box.setFocus()
    press(box, Qt.Key.Key_Down)
    unit = box.currentData()
    expected = [
        row.number
        for row in progress.leaves()
        if unit in (*progress.lead_units(row.task), *progress.coordinating_units(row.task))
    ]
    assert tasks(tab) == expected
    assert 0 < len(expected) <= 22


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_a_heading_filters_by_its_values_and_shows_it(tab: TaskTab) -> None:
    header = tab.table.horizontalHeader()
    assert isinstance(header, FilterHeader)
    right = header.sectionViewportPosition(Column.LEAD) + header.sectionSize(Column.LEAD)
    click(header.viewport(), QPoint(right - 12, header.height() // 2))
    menu = next(one for one in tab.findChildren(ColumnMenu) if one.isVisible())
    leads = {row.words[Column.LEAD] for row in all_tasks(tab)}
    items = [menu.values.item(row) for row in range(menu.values.count())]
    assert {one.text() for one in items} == {one.replace("\n", " ") for one in leads}
    for one in items[1:]:
        one.setCheckState(Qt.CheckState.Unchecked)
    wanted = items[0].text()
    click(menu.apply)
    assert {row.words[Column.LEAD] for row in lines(tab) if row.kind is RowKind.TASK} == {wanted}
    assert header.is_marked(Column.LEAD)
    tab.filter_row.clear()
    assert not header.is_marked(Column.LEAD)
    assert len(tasks(tab)) == 22


def test_sorting_the_view_leaves_the_plan_as_it_is(window: MainWindow, tab: TaskTab) -> None:
    plan = window.content.session.editor.progress
    before = tasks(tab)
    tab.filter_row.sort(Sort(Column.STATE))
    rows = lines(tab)
    assert {row.kind for row in rows} == {RowKind.TASK}
    severity = list(Shown)
    places = [severity.index(row.state.shown) for row in rows if row.state]
    assert places == sorted(places)
    assert window.content.session.editor.progress is plan
    window.actions_of_menu.look.plan_order.trigger()
    assert tasks(tab) == before


def test_an_edited_row_stays_until_the_filter_is_applied_again(
    window: MainWindow, tab: TaskTab
) -> None:
    tab.filter_row.text.setText("báo cáo")
    press(tab.filter_row.text, Qt.Key.Key_Return)
    row = next(one for one in all_tasks(tab) if one.words[Column.NUMBER] == "1.3")
    cells: task_acts.Cells = {"content": "Việc khác"}
    editor = window.content.session.editor
    assert editor.do(lambda one: task_acts.set_cells(one, {row.id: cells}))
    assert tasks(tab) == ["1.3", "2.2"]
    press(tab.filter_row.text, Qt.Key.Key_Return)
    assert tasks(tab) == ["2.2"]
    editor.stack.undo()
    press(tab.filter_row.text, Qt.Key.Key_Return)
    assert tasks(tab) == ["1.3", "2.2"]
