"""The right column of Hôm nay by keys: months, the year, the report of the period."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import LONG, open_control
from tests.ui.walk import faults_of
from tthc_desktop.use_cases.today import DueSection
from ui.calendar.year_acts import YearActs
from ui.calendar.year_view import YearView
from ui.frame.actions import Page
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow
from ui.today.today_side import TodaySide

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def side(window: MainWindow, qtbot: QtBot) -> TodaySide:
    open_control(window, qtbot)
    window.show_page(Page.TODAY)
    found = window.content.area.today_tab.side
    qtbot.waitUntil(lambda: bool(found.months._months), timeout=LONG)
    return found


def shown_year(window: MainWindow, qtbot: QtBot) -> YearView:
    view = window.content.rooms.room(YearActs).view
    qtbot.waitUntil(lambda: view.page is not None, timeout=LONG)
    return view


def test_months_are_walked_and_chosen_by_keys(
    window: MainWindow, side: TodaySide, qtbot: QtBot
) -> None:
    months = side.months
    months.setFocus()
    assert months.accessibleDescription() == "Tháng 7: 1 kỳ, 0 xong, 0 quá hạn"
    press(months, Qt.Key.Key_Home)
    press(months, Qt.Key.Key_Left)
    assert months.accessibleDescription().startswith("Tháng 1: ")
    press(months, Qt.Key.Key_Right)
    press(months, Qt.Key.Key_Right)
    assert months.accessibleDescription() == "Tháng 3: 6 kỳ, 6 xong, 0 quá hạn"
    assert faults_of(side) == []
    press(months, Qt.Key.Key_Return)
    current = shown_year(window, qtbot).strip.current
    assert current is not None
    assert (current.day.month, current.day.year) == (3, 2026)


def test_tab_leads_from_the_bar_to_the_months(window: MainWindow, side: TodaySide) -> None:
    side.bar.setFocus()
    for _ in range(2):
        press(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget() is side.months


def test_the_link_opens_the_year_at_today(
    window: MainWindow, side: TodaySide, qtbot: QtBot
) -> None:
    click(side.year)
    current = shown_year(window, qtbot).strip.current
    assert current is not None
    assert current.day == date(2026, 7, 31)


def test_the_report_of_the_period_is_opened(
    window: MainWindow, side: TodaySide, qtbot: QtBot
) -> None:
    asked = window.content.area.report_tab.period_asked
    with qtbot.waitSignal(asked, timeout=LONG) as told:
        click(side.report)
    assert told.args is not None
    assert told.args[1] == "2026-Q3"
    assert window.bars.page_bar.currentIndex() == Page.REPORT


def test_a_row_leads_to_recording_its_own_period(
    window: MainWindow, side: TodaySide, qtbot: QtBot
) -> None:
    content = window.content
    overview = content.frame.today.overview
    assert overview is not None
    late = overview.section(DueSection.OVERDUE)
    # Its task has an older one that is late too.
    row = next(one for one in late if (one.number, one.period) == ("1.5", "2026-06"))
    assert (row.number, "2026-05") in {(one.number, one.period) for one in late}
    work = content.area.today_tab.list
    work.setCurrentIndex(work.rows.index_of(row.occurrence_id))
    (record,) = [one for one in work.findChildren(AppButton) if one.isVisible()]
    click(record)
    chosen = content.area.task_tab.details_pane.card.occurrence
    assert chosen is not None
    assert chosen.id == row.occurrence_id
