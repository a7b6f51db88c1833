"""Khó khăn, vướng mắc: listed, filtered, answered by keyboard, followed, taken back."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import LONG, dialog, gone, open_control, row_at, settle
from tests.ui.telex import type_vi, type_words
from tests.ui.walk import faults_of
from tests.use_cases.test_task_acts import content
from tthc_desktop.domain.plan import PlanKind
from ui.difficulties.answer_dialog import AnswerDialog
from ui.difficulties.difficulty_rows import Asked
from ui.difficulties.difficulty_window import DifficultyWindow
from ui.difficulties.entry_dialog import EntryDialog
from ui.frame.actions import Page
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> DifficultyWindow:
    """The window over the control plan of the sample."""
    open_control(window, qtbot)
    window.actions_of_menu.difficulty.difficulties.trigger()
    found = dialog(window, qtbot, DifficultyWindow)
    qtbot.waitUntil(lambda: found.tree.topLevelItemCount() > 0, timeout=LONG)
    return found


def rows(shown: DifficultyWindow) -> int:
    return shown.tree.topLevelItemCount()


def answered(shown: DifficultyWindow) -> int:
    return sum(one.is_answered for one in shown._told)


def choose(shown: DifficultyWindow, text: str) -> None:
    for place in range(rows(shown)):
        item = row_at(shown.tree, place)
        if text in item.text(1):
            shown.tree.setCurrentItem(item)
            return
    raise AssertionError(text)


def give(shown: DifficultyWindow, qtbot: QtBot, telex: str) -> None:
    """Answer the difficulty one stands at, from the keyboard."""
    before = answered(shown)
    click(shown.answer)
    asked = dialog(shown, qtbot, AnswerDialog)
    qtbot.waitUntil(asked.words.hasFocus)
    asked.words.selectAll()
    type_vi(asked.words, telex)
    press(asked.words, Qt.Key.Key_Tab)
    press(asked.main, Qt.Key.Key_Return)
    gone(shown, qtbot, AnswerDialog)
    qtbot.waitUntil(lambda: answered(shown) == before + 1, timeout=LONG)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)


def test_it_names_everything_and_fits_and_goes_by_escape(
    window: MainWindow, qtbot: QtBot, shown: DifficultyWindow
) -> None:
    assert faults_of(shown) == []
    assert shown.width() <= window.width()
    assert shown.height() <= window.height()
    assert shown.said.text() == f"{rows(shown)} khó khăn, vướng mắc · {rows(shown)} chưa trả lời"
    for button in (shown.answer, shown.add):
        click(button)
        kind = AnswerDialog if button is shown.answer else EntryDialog
        asked = dialog(shown, qtbot, kind)
        assert faults_of(asked) == []
        press(asked, Qt.Key.Key_Escape)
        gone(shown, qtbot, kind)
    press(shown, Qt.Key.Key_Escape)
    gone(window, qtbot, DifficultyWindow)


def test_words_state_and_unit_pick_rows_out(shown: DifficultyWindow, qtbot: QtBot) -> None:
    every = rows(shown)
    shown.search.setFocus()
    type_words(shown.search, "may quet")
    assert rows(shown) == 1
    assert "Máy quét" in (shown.current.text if shown.current else "")
    assert shown.said.text().startswith(f"Đang hiện 1 trong {every} ")
    shown.search.clear()
    who = shown.unit.itemText(1)
    shown.unit.setCurrentIndex(1)
    assert 0 < rows(shown) < every
    assert {row_at(shown.tree, place).text(0) for place in range(rows(shown))} == {who}
    shown.unit.setCurrentIndex(0)
    give(shown, qtbot, "DDax truyeenf")
    shown.state.setCurrentIndex(list(Asked).index(Asked.ANSWERED))
    assert rows(shown) == 1
    shown.state.setCurrentIndex(list(Asked).index(Asked.OPEN))
    assert rows(shown) == every - 1


def test_an_answer_is_one_undo_in_the_window_and_shows_in_chi_tiet(
    window: MainWindow, qtbot: QtBot, shown: DifficultyWindow, data_path: Path
) -> None:
    before = content(data_path)
    choose(shown, "Máy quét")
    give(shown, qtbot, "DDax thay masy")
    press(shown, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: answered(shown) == 0, timeout=LONG)
    assert content(data_path) == before
    press(shown, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: answered(shown) == 1, timeout=LONG)
    click(shown.task)
    gone(window, qtbot, DifficultyWindow)
    assert window.bars.page_bar.currentIndex() == Page.TASKS
    pane = window.content.area.task_tab.details_pane
    entry = pane.card.entry
    assert pane.title == "Nhiệm vụ 3.3"
    assert "Máy quét" in entry.fields.difficulty.text()
    assert entry.answer.text() == "Trả lời ngày 01/07/2026: Đã thay máy"
    entry.fields.difficulty.setText("Máy quét vẫn hỏng")
    entry.ask()
    QApplication.processEvents()
    assert "(nội dung đã đổi sau khi trả lời)" in entry.answer.text()


def test_an_answer_needs_words_and_a_day(shown: DifficultyWindow, qtbot: QtBot) -> None:
    click(shown.answer)
    asked = dialog(shown, qtbot, AnswerDialog)
    asked.agree()
    assert asked.words_field.trouble
    type_words(asked.words, "xong")
    asked.day.text = "31/02/2026"
    asked.agree()
    assert asked.isVisible()
    assert asked.day_field.trouble
    asked.reject()


def test_one_of_no_task_is_added_answered_changed_taken_out_and_undone(
    window: MainWindow, qtbot: QtBot, shown: DifficultyWindow, data_path: Path
) -> None:
    before, every = content(data_path), rows(shown)
    changed: list[bool] = []
    window.content.session.registers_changed.connect(lambda: changed.append(True))
    click(shown.add)
    asked = dialog(shown, qtbot, EntryDialog)
    asked.agree()
    assert asked.text_field.trouble
    type_vi(asked.text, "Thieesu masy in")
    asked.unit.setEditText("Văn phòng")
    click(asked.main)
    qtbot.waitUntil(lambda: rows(shown) == every + 1, timeout=LONG)
    choose(shown, "Thiếu máy in")
    assert shown.edit.isEnabled()
    assert not shown.task.isEnabled()
    give(shown, qtbot, "DDax mua")
    choose(shown, "Thiếu máy in")
    click(shown.edit)
    asked = dialog(shown, qtbot, EntryDialog)
    asked.text.selectAll()
    type_vi(asked.text, "Thieesu hai masy in")
    click(asked.main)
    qtbot.waitUntil(lambda: "hai" in shown._told[-1].text, timeout=LONG)
    assert shown._told[-1].answer == "Đã mua"
    choose(shown, "Thiếu hai máy in")
    click(shown.remove)
    qtbot.waitUntil(lambda: rows(shown) == every, timeout=LONG)
    assert len(changed) == 4
    for _ in range(4):
        press(shown, Qt.Key.Key_Z, CTRL)
    settle(window, qtbot)
    assert content(data_path) == before


def test_one_of_another_plan_is_answered_without_opening_it(
    window: MainWindow, qtbot: QtBot, shown: DifficultyWindow, data_path: Path
) -> None:
    shown.reject()
    gone(window, qtbot, DifficultyWindow)
    file = window.content.session.file
    assert file is not None
    other = next(one.id for one in file.plans if one.kind is PlanKind.COMMUNICATION)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        window.content.session.select(other)
    before = content(data_path)
    window.actions_of_menu.difficulty.difficulties.trigger()
    again = dialog(window, qtbot, DifficultyWindow)
    qtbot.waitUntil(lambda: rows(again) > 0, timeout=LONG)
    choose(again, "Máy quét")
    give(again, qtbot, "DDax thay masy")
    opened = window.content.session.open_plan
    assert opened is not None
    assert opened.plan.id == other
    assert [row[-2] for row in content(data_path)["difficulty_answer"]] == ["Đã thay máy"]
    press(again, Qt.Key.Key_Z, CTRL)
    settle(window, qtbot)
    assert content(data_path) == before


def test_it_is_written_to_excel(
    window: MainWindow, qtbot: QtBot, shown: DifficultyWindow, tmp_path: Path
) -> None:
    click(shown.export)
    chooser = dialog(shown, qtbot, QFileDialog)
    target = tmp_path / "kho-khan.xlsx"
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(target.name)
    chooser.accept()
    qtbot.waitUntil(target.exists, timeout=LONG)
    settle(window, qtbot)
    sheet = load_workbook(target).worksheets[0]
    assert sheet.max_row == rows(shown) + 3
