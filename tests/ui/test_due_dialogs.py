"""The dialogs on due days: how words are understood, documents, working days, reminders."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import LONG, dialog, gone, open_control, row_at, settle, units_of
from tests.ui.walk import faults_of
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.domain.task_tree import with_values
from tthc_desktop.domain.timing import ContinuousClause, RecurringClause, unread_schedule
from tthc_desktop.domain.working_days import DayKind
from tthc_desktop.use_cases.task_acts import edit_to
from tthc_desktop.use_cases.today import DueSection
from tthc_desktop.use_cases.working_days import calendar_year
from ui.frame.actions import Page
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow
from ui.reminders.reminder_dialog import ReminderDialog
from ui.tasks.task_place import go_to_task
from ui.timing.clause_kinds import ClauseKind
from ui.timing.link_dialog import LinkDialog
from ui.timing.timing_dialog import TimingDialog
from ui.working_days.working_days_dialog import WorkingDaysDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
DIALOGS: dict[str, type[QDialog]] = {
    "timing": TimingDialog,
    "link": LinkDialog,
    "remind": ReminderDialog,
    "working_days": WorkingDaysDialog,
}


def progress_of(window: MainWindow) -> PlanProgress:
    progress = window.content.session.editor.progress
    assert progress is not None
    return progress


def row_of(window: MainWindow, number: str) -> NumberedTask:
    return next(row for row in progress_of(window).leaves() if row.number == number)


def stand_at(window: MainWindow, qtbot: QtBot, number: str) -> None:
    open_control(window, qtbot)
    window.show_page(Page.TASKS)
    go_to_task(window.content.area.task_tab.table, row_of(window, number).task.id)


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_has_names_and_goes_by_escape(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    stand_at(window, qtbot, "1.4")
    getattr(window.actions_of_menu.due, name).trigger()
    asked = dialog(window, qtbot, DIALOGS[name])
    assert asked.windowTitle()
    assert faults_of(asked) == []
    assert asked.width() <= window.width()
    assert asked.height() <= window.height()
    press(asked, Qt.Key.Key_Escape)
    gone(window, qtbot, DIALOGS[name])


def test_a_timing_is_chosen_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    stand_at(window, qtbot, "1.5")
    before = row_of(window, "1.5").task
    kept = progress_of(window).of_task(before)
    window.actions_of_menu.due.timing.trigger()
    asked = dialog(window, qtbot, TimingDialog)
    assert "17 kỳ" in asked.due.text()
    asked.list.setCurrentRow(0)
    click(asked.remove)
    assert "5 kỳ" in asked.due.text()
    assert "16/12 (Năm 2026)" in asked.due.text()
    click(asked.add)
    assert asked.editor.kind.currentText() == ClauseKind.CONTINUOUS.value
    asked.write.setChecked(True)
    click(asked.main)
    gone(window, qtbot, TimingDialog)
    after = row_of(window, "1.5").task
    assert after.schedule.overridden
    recurring, continuous = after.schedule.clauses
    assert isinstance(recurring, RecurringClause)
    assert isinstance(continuous, ContinuousClause)
    assert after.timing == "Hằng quý, năm; thường xuyên"
    recorded = {one.id for one in kept if one.is_recorded}
    assert recorded <= {one.id for one in progress_of(window).of_task(after)}
    window.actions_of_menu.tasks.undo.trigger()
    assert row_of(window, "1.5").task == before
    assert progress_of(window).of_task(before) == kept


def test_a_chosen_timing_can_be_left_to_the_words_again(window: MainWindow, qtbot: QtBot) -> None:
    stand_at(window, qtbot, "1.5")
    words = row_of(window, "1.5").task.timing
    window.actions_of_menu.due.timing.trigger()
    asked = dialog(window, qtbot, TimingDialog)
    asked.editor.kind.setCurrentText(ClauseKind.DATE.value)
    date_part = asked.editor.parts[ClauseKind.DATE]
    click(asked.main)
    assert asked.isVisible()
    edit = date_part.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, "15/9/2026")
    click(asked.main)
    gone(window, qtbot, TimingDialog)
    assert row_of(window, "1.5").task.timing == words
    assert row_of(window, "1.5").task.schedule.overridden
    window.actions_of_menu.due.timing.trigger()
    asked = dialog(window, qtbot, TimingDialog)
    click(asked.read)
    gone(window, qtbot, TimingDialog)
    assert not row_of(window, "1.5").task.schedule.overridden


def test_a_timing_of_an_older_file_is_read_only_when_asked(
    window: MainWindow, qtbot: QtBot
) -> None:
    stand_at(window, qtbot, "1.6")
    task = row_of(window, "1.6").task
    window.actions_of_menu.due.timing.trigger()
    asked = dialog(window, qtbot, TimingDialog)
    # What the words say is chosen already.
    assert not asked.read.isVisible()
    press(asked, Qt.Key.Key_Escape)
    gone(window, qtbot, TimingDialog)
    old = replace(task, schedule=unread_schedule(task.timing))
    editor = window.content.session.editor
    assert editor.do(
        lambda progress: edit_to("cũ", progress, with_values(progress.plan, {task.id: old}))
    )
    window.actions_of_menu.due.timing.trigger()
    asked = dialog(window, qtbot, TimingDialog)
    assert asked.read.isVisible()
    click(asked.read)
    gone(window, qtbot, TimingDialog)
    assert row_of(window, "1.6").task == task
    window.actions_of_menu.tasks.undo.trigger()
    assert row_of(window, "1.6").task == old


def test_a_document_dates_what_waits_and_is_taken_away(window: MainWindow, qtbot: QtBot) -> None:
    stand_at(window, qtbot, "1.4")
    window.actions_of_menu.due.link.trigger()
    asked = dialog(window, qtbot, LinkDialog)
    click(asked.main)
    assert asked.isVisible()
    assert asked.number_field.trouble
    QTest.keyClicks(asked.number, "12/KH-UBND")
    QTest.keyClicks(asked.day.edit, "5/7/2026")
    QTest.keyClicks(asked.due.edit, "20/8/2026")
    click(asked.main)
    gone(window, qtbot, LinkDialog)
    task = row_of(window, "1.4").task
    (dated,) = progress_of(window).of_task(task)
    assert dated.due == date(2026, 8, 20)
    assert dated.source is not None
    assert dated.source.words == "12/KH-UBND ngày 05/07/2026"
    assert progress_of(window).shown(task, dated, date(2026, 7, 1)).shown is not Shown.WAITING
    window.actions_of_menu.due.link.trigger()
    asked = dialog(window, qtbot, LinkDialog)
    assert asked.number.text() == "12/KH-UBND"
    click(asked.unlink)
    gone(window, qtbot, LinkDialog)
    (bare,) = progress_of(window).of_task(task)
    assert (bare.due, bare.source) == (None, None)


def test_a_waiting_row_of_today_asks_for_the_document(window: MainWindow, qtbot: QtBot) -> None:
    open_control(window, qtbot)
    window.show_page(Page.TODAY)
    tab = window.content.area.today_tab
    qtbot.waitUntil(lambda: tab.list.rows.rowCount() > 0, timeout=LONG)
    settle(window, qtbot)
    tab.list.go_to(DueSection.WAITING)
    shown = next(one for one in tab.list.findChildren(AppButton) if one.isVisible())
    assert shown.text() == "Gắn văn bản…"
    click(shown)
    asked = dialog(window, qtbot, LinkDialog)
    assert asked.windowTitle() == "Gắn văn bản"
    asked.reject()


def test_the_year_is_changed_and_confirmed(window: MainWindow, qtbot: QtBot) -> None:
    open_control(window, qtbot)
    window.show_page(Page.TODAY)
    tab = window.content.area.today_tab
    qtbot.waitUntil(tab.check_calendar.isVisible, timeout=LONG)
    click(tab.check_calendar)
    asked = dialog(window, qtbot, WorkingDaysDialog)
    QTest.keyClicks(asked.day.edit, "31/7/2026")
    asked.kind.setCurrentText("Nghỉ hoán đổi")
    click(asked.put)
    asked.checked.setChecked(True)
    click(asked.main)
    gone(window, qtbot, WorkingDaysDialog)
    settle(window, qtbot)
    kept = calendar_year(units_of(window), 2026)
    assert kept.confirmed_on == date(2026, 7, 1)
    (own,) = [one for one in kept.days if one.day == date(2026, 7, 31)]
    assert own.kind is DayKind.SWAPPED
    qtbot.waitUntil(tab.check_calendar.isHidden, timeout=LONG)
    task = row_of(window, "1.5").task
    qtbot.waitUntil(
        lambda: date(2026, 7, 30) in [one.due for one in progress_of(window).of_task(task)],
        timeout=LONG,
    )


def test_a_day_of_another_year_is_told_at_its_field(window: MainWindow, qtbot: QtBot) -> None:
    open_control(window, qtbot)
    window.actions_of_menu.due.working_days.trigger()
    asked = dialog(window, qtbot, WorkingDaysDialog)
    days = asked.list.days
    QTest.keyClicks(asked.day.edit, "1/1/2027")
    click(asked.put)
    assert "2026" in asked.day_field.trouble
    assert asked.list.days == days
    asked.list.setCurrentItem(row_at(asked.list))
    click(asked.remove)
    assert len(asked.list.days) == len(days) - 1
    asked.reject()
    settle(window, qtbot)
    assert calendar_year(units_of(window), 2026).days == days


def test_letters_are_written_for_the_units_that_are_ticked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_control(window, qtbot)
    window.actions_of_menu.due.remind.trigger()
    asked = dialog(window, qtbot, ReminderDialog)
    assert len(asked.units.ticked) == 3
    assert asked.main.text() == "Lưu 3 công văn…"
    asked.until.edit.clear()
    QTest.keyClicks(asked.until.edit, "1/5/2026")
    click(asked.main)
    assert "đã qua" in asked.until_field.trouble
    asked.until.edit.clear()
    QTest.keyClicks(asked.until.edit, "10/7/2026")
    click(asked.main)
    chooser = dialog(window, qtbot, QFileDialog)
    name = chooser.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(tmp_path))
    click(next(one for one in chooser.findChildren(QPushButton) if one.isDefault()))
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("Công văn*.docx"))) == 3, timeout=LONG)
    settle(window, qtbot)


def test_the_note_is_saved_from_the_menu(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    open_control(window, qtbot)
    window.actions_of_menu.due.leader_note.trigger()
    chooser = dialog(window, qtbot, QFileDialog)
    name = chooser.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    file = tmp_path / "nhanh.docx"
    name.setText(str(file))
    click(next(one for one in chooser.findChildren(QPushButton) if one.text() == "&Lưu"))
    qtbot.waitUntil(file.exists, timeout=LONG)
    settle(window, qtbot)


def test_a_group_has_no_timing(window: MainWindow, qtbot: QtBot) -> None:
    open_control(window, qtbot)
    window.show_page(Page.TASKS)
    rows = progress_of(window).plan.numbered_tasks()
    group = next(row.task.id for row in rows if row.task.is_group)
    go_to_task(window.content.area.task_tab.table, group)
    window.actions_of_menu.due.timing.trigger()
    assert window.content.card.isVisible()
    assert not [one for one in window.findChildren(TimingDialog) if one.isVisible()]
