"""Lịch báo cáo: chosen by keys, seen on the year at once, one undo, and back again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import LONG, dialog, gone, open_control, settle, units_of
from tests.ui.walk import faults_of
from tthc_desktop.domain.occurrences import MONTH_END, ReportCalendar
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.use_cases.opening import find_task
from tthc_desktop.use_cases.report_calendar import report_calendar
from ui.main_window import MainWindow
from ui.report_calendar.calendar_dialog import ReportCalendarDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
REPORTING = "2.2"


def occurrences(window: MainWindow) -> tuple[Occurrence, ...]:
    progress = window.content.session.editor.progress
    assert progress is not None
    return progress.of_task(find_task(progress.plan, REPORTING).task)


def first_due(window: MainWindow) -> date | None:
    return occurrences(window)[0].due


def asked(window: MainWindow, qtbot: QtBot) -> ReportCalendarDialog:
    open_control(window, qtbot)
    window.actions_of_menu.due.report_calendar.trigger()
    return dialog(window, qtbot, ReportCalendarDialog)


def key(window: MainWindow, qtbot: QtBot, letter: Qt.Key) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    press(window, letter, Qt.KeyboardModifier.ControlModifier)


def dues(shown: ReportCalendarDialog) -> list[str]:
    items = (shown.list.topLevelItem(place) for place in range(shown.list.topLevelItemCount()))
    return [one.text(3)[:10] for one in items if one is not None]


def test_the_dialog_has_names_and_goes_by_escape(window: MainWindow, qtbot: QtBot) -> None:
    shown = asked(window, qtbot)
    assert list(faults_of(shown)) == []
    assert not shown.main.isEnabled()
    press(shown, Qt.Key.Key_Escape)
    gone(window, qtbot, ReportCalendarDialog)
    settle(window, qtbot)


def test_the_year_follows_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    shown = asked(window, qtbot)
    quarters = ["17/03/2026", "16/06/2026", "16/09/2026", "16/12/2026"]
    assert dues(shown) == [*quarters, "16/06/2026", "16/12/2026", "16/09/2026", "16/12/2026"]
    press(shown.closing, Qt.Key.Key_End)
    shown.after.selectAll()
    QTest.keyClicks(shown.after, "0")
    assert shown.calendar == ReportCalendar(MONTH_END, 0)
    assert dues(shown)[:4] == ["31/03/2026", "30/06/2026", "30/09/2026", "31/12/2026"]
    assert shown.effect.text().startswith("8 hạn gửi năm 2026")
    shown.year.selectAll()
    QTest.keyClicks(shown.year, "2027")
    assert dues(shown)[0] == "31/03/2027"
    click(shown.shipped)
    assert dues(shown)[:4] == ["16/03/2027", "16/06/2027", "16/09/2027", "16/12/2027"]
    assert not shown.main.isEnabled()
    shown.reject()
    settle(window, qtbot)


def test_a_change_is_one_undo_and_can_be_done_again(window: MainWindow, qtbot: QtBot) -> None:
    shown = asked(window, qtbot)
    before = occurrences(window)
    assert first_due(window) == date(2026, 3, 17)
    QTest.keyClicks(shown.closing, "20")
    shown.after.selectAll()
    QTest.keyClicks(shown.after, "3")
    press(shown.main, Qt.Key.Key_Return)
    gone(window, qtbot, ReportCalendarDialog)
    qtbot.waitUntil(lambda: first_due(window) == date(2026, 3, 25), timeout=LONG)
    settle(window, qtbot)
    assert report_calendar(units_of(window)) == ReportCalendar(20, 3)
    assert [one.id for one in occurrences(window)] == [one.id for one in before]
    overview = window.content.frame.today.overview
    assert overview is not None
    assert overview.period.closing == date(2026, 9, 20)
    key(window, qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: occurrences(window) == before, timeout=LONG)
    settle(window, qtbot)
    assert report_calendar(units_of(window)) == ReportCalendar(14, 2)
    key(window, qtbot, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: first_due(window) == date(2026, 3, 25), timeout=LONG)
    settle(window, qtbot)
    key(window, qtbot, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: occurrences(window) == before, timeout=LONG)
    settle(window, qtbot)
