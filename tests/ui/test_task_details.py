"""The pane at the right of the tasks: periods, results by keyboard, undo, history."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.telex import type_words
from tthc_desktop.domain.progress import Record, State
from tthc_desktop.domain.task import Task
from ui.details.history_list import HistoryList
from ui.details.pane import DetailsPane
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.tasks.task_columns import Column
from ui.tasks.task_tab import TaskTab

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(window: MainWindow) -> TaskTab:
    window.show_page(Page.TASKS)
    QApplication.processEvents()
    return window.content.area.task_tab


def go_to(tab: TaskTab, number: str) -> DetailsPane:
    tasks = [task for row in tab.table.tasks.rows for task in row.tasks()]
    tab.table.chosen.go_to(next(one.id for one in tasks if one.words[Column.NUMBER] == number))
    tab.table.setFocus()
    QApplication.processEvents()
    return tab.details_pane


def shown_task(pane: DetailsPane) -> Task:
    assert pane.card.task is not None
    return pane.card.task


def stored(window: MainWindow, pane: DetailsPane, period: str) -> Record:
    progress = window.content.session.editor.progress
    assert progress is not None
    found = next(one for one in progress.of_task(shown_task(pane)) if one.period == period)
    assert pane.card.entry.unit
    return found.record_of(pane.card.entry.unit)


def test_it_says_what_the_task_is(tab: TaskTab) -> None:
    pane = go_to(tab, "1.5")
    card = pane.card
    assert pane.title == "Nhiệm vụ 1.5"
    assert card.content.text == shown_task(pane).content
    assert card.timing.text().startswith("Hằng tháng: hạn là ngày làm việc cuối kỳ.")
    assert card.count.text() == "6 / 17 kỳ"
    lines = {one.words: (one.day, one.note) for one in card.periods.lines()}
    assert lines["Tháng 4"] == ("29/4", "xong 29/4")
    assert lines["Tháng 5"] == ("29/5", "quá 33 ngày")
    assert card.occurrence is not None
    assert card.occurrence.period == "2026-05"
    assert [one.note for one in card.units.lines()] == ["Hoàn thành", "Đang thực hiện"]
    assert pane.card.units.isVisible()


def test_a_result_by_keyboard_and_undo(window: MainWindow, tab: TaskTab) -> None:
    pane = go_to(tab, "1.5")
    before = stored(window, pane, "2026-05")
    press(tab.table, Qt.Key.Key_Return, CTRL)
    fields = pane.card.entry.fields
    assert fields.state.hasFocus()
    fields.state.setCurrentIndex(fields.state.findData(State.DONE.value))
    assert fields.percent.currentText() == "100 %"
    assert fields.done_on.text == "01/07/2026"
    fields.done_on.edit.setFocus()
    fields.done_on.edit.selectAll()
    type_words(fields.done_on.edit, "2806")
    fields.result.setFocus()
    assert fields.done_on.text == "28/06/2026"
    fields.result.selectAll()
    type_words(fields.result, "Đã đối soát đủ")
    press(fields.result, Qt.Key.Key_Return, CTRL)
    after = stored(window, pane, "2026-05")
    assert (after.state, after.percent) == (State.DONE, 100)
    assert (after.result, after.done_on) == ("Đã đối soát đủ", date(2026, 6, 28))
    assert after.reason == before.reason
    assert tab.table.hasFocus()
    assert window.content.session.editor.stack.undoText() == "ghi kết quả"
    assert pane.card.count.text() == "7 / 17 kỳ"
    press(window, Qt.Key.Key_Z, CTRL)
    assert stored(window, pane, "2026-05") == before
    assert pane.card.count.text() == "6 / 17 kỳ"
    assert fields.result.toPlainText() == before.result


def test_a_reason_is_asked_for_before_one_tries_and_typed_text_stays(
    window: MainWindow, tab: TaskTab
) -> None:
    pane = go_to(tab, "1.5")
    fields = pane.card.entry.fields
    field = fields.by_name["reason"]
    assert not field.is_outlined
    fields.reason.clear()
    assert field.is_outlined
    assert fields.reason.placeholderText() == "Lý do chậm (bắt buộc)"
    before = stored(window, pane, "2026-05")
    fields.state.setCurrentIndex(fields.state.findData(State.DONE.value))
    fields.done_on.text = "31/02/2026"
    pane.card.entry.ask()
    assert stored(window, pane, "2026-05") == before
    assert fields.by_name["done_on"].trouble == "Tháng 2/2026 có 28 ngày."
    assert fields.done_on.text == "31/02/2026"
    fields.done_on.text = "30/6"
    assert not fields.by_name["done_on"].trouble
    pane.card.entry.ask()
    assert field.trouble
    assert fields.reason.hasFocus()
    fields.done_on.text = "29/5"
    fields.reason.clear()
    pane.card.entry.ask()
    assert stored(window, pane, "2026-05").done_on == date(2026, 5, 29)


def test_what_was_typed_is_there_again_after_another_row(tab: TaskTab) -> None:
    pane = go_to(tab, "1.5")
    pane.card.entry.fields.note.setText("Chưa ghi")
    go_to(tab, "1.6")
    assert pane.card.entry.fields.note.text() != "Chưa ghi"
    go_to(tab, "1.5")
    assert pane.card.entry.fields.note.text() == "Chưa ghi"
    assert pane.card.entry.is_changed


def test_a_coordinating_unit_has_only_result_difficulty_and_note(tab: TaskTab) -> None:
    pane = go_to(tab, "1.5")
    entry = pane.card.entry
    words = [entry.units.itemText(place) for place in range(entry.units.count())]
    assert "Văn phòng chốt kỳ" in words
    entry.units.setCurrentIndex(
        next(place for place, one in enumerate(words) if one.endswith("(phối hợp)"))
    )
    shown = {name for name, field in entry.fields.by_name.items() if not field.isHidden()}
    assert shown == {"result", "difficulty", "note"}
    entry.fields.note.setText("Đã góp ý")
    entry.ask()
    assert not entry.is_changed


def test_the_office_closes_a_period(window: MainWindow, tab: TaskTab) -> None:
    pane = go_to(tab, "1.5")
    entry = pane.card.entry
    entry.choose_unit("")
    assert entry.unit is None
    states = [entry.fields.state.itemText(place) for place in range(entry.fields.state.count())]
    assert states[0] == "Theo các phòng"
    assert "Quá hạn" not in " ".join(states)
    entry.fields.state.setCurrentIndex(entry.fields.state.findData(State.NO_CASE.value))
    entry.ask()
    assert pane.card.occurrence is not None
    assert pane.card.occurrence.closing == Record(State.NO_CASE)


def test_several_rows_are_set_by_one_act(window: MainWindow, tab: TaskTab) -> None:
    go_to(tab, "1.5")
    press(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    pane = tab.details_pane
    assert pane.title == "Sửa 2 nhiệm vụ"
    assert not pane.bulk.apply.isEnabled()
    pane.bulk.edits["timing"].setText("Quý IV")
    click(pane.bulk.apply)
    ids = tab.table.chosen.ids()
    rows = [tab.table.tasks.row_of(one) for one in ids]
    assert [row.words[Column.TIMING] for row in rows if row] == ["Quý IV"] * 2
    stack = window.content.session.editor.stack
    assert (stack.count(), stack.undoText()) == (1, "sửa 2 nhiệm vụ")


def test_the_history_tells_of_a_change(window: MainWindow, tab: TaskTab, qtbot: QtBot) -> None:
    pane = go_to(tab, "1.5")
    entry = pane.card.entry
    entry.fields.note.setText("Đã nhắc")
    entry.ask()
    click(pane.history)
    qtbot.waitUntil(lambda: bool(window.findChildren(HistoryList)))
    (shown,) = window.findChildren(HistoryList)
    assert shown.windowTitle() == "Lịch sử: Nhiệm vụ 1.5"
    newest = shown.tree.topLevelItem(0)
    assert newest is not None
    assert newest.text(1) == "Ghi kết quả"
    assert newest.child(0).text(1).startswith("Ghi chú: trống → ‘Đã nhắc’ (Tháng 5, ")
    press(shown, Qt.Key.Key_Escape)


def test_the_pane_opens_by_its_key_and_closes_by_its_cross(
    window: MainWindow, tab: TaskTab
) -> None:
    assert tab.is_pane_open
    click(tab.details_pane.close_button)
    assert not tab.is_pane_open
    assert not window.actions_of_menu.show_details.isChecked()
    press(window, Qt.Key.Key_F8)
    assert tab.is_pane_open


def test_in_a_narrow_window_it_opens_over_the_table(window: MainWindow, tab: TaskTab) -> None:
    window.resize(1092, 537)
    QApplication.processEvents()
    assert not tab.is_pane_open
    width = tab.table.width()
    go_to(tab, "1.5")
    window.actions_of_menu.look.record.trigger()
    assert tab.is_pane_open
    assert tab.table.width() == width
    assert tab.details_pane.card.entry.fields.state.hasFocus()
