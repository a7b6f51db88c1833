"""Lịch năm: the strip, the month, the bars; by keys and mouse."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import LONG, open_control
from tests.ui.walk import faults_of
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.use_cases.unit_states import unit_states
from ui.calendar.report_days import report_days
from ui.calendar.year_acts import YearActs
from ui.calendar.year_rows import Mark, year_page
from ui.calendar.year_view import YearView
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.session.open_plan import OpenPlan

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TODAY = date(2026, 7, 1)


@pytest.fixture
def year(window: MainWindow, qtbot: QtBot) -> YearView:
    open_control(window, qtbot)
    window.show_page(Page.PLAN)
    press(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    view = window.content.rooms.room(YearActs).view
    qtbot.waitUntil(lambda: view.page is not None, timeout=LONG)
    return view


def test_every_dated_occurrence_has_its_mark(control_plan: OpenPlan) -> None:
    progress = control_plan.progress
    page = year_page(progress, TODAY)
    marked = sorted(
        due.occurrence_id for row in page.rows for mark in row.marks for due in mark.dues
    )
    dated = sorted(
        one.id
        for row in progress.leaves()
        for one in progress.of_task(row.task)
        if one.due is not None
    )
    assert marked == dated
    assert len(dated) == 37
    assert sum(one.total for one in page.months) == 37
    (index,) = [row for row in page.rows if row.number == "1.5"]
    december = [mark.words for mark in index.marks if mark.day.month == 12]
    assert december == ["16×2", "31"]
    assert [row.number for row in page.rows if row.waits] == ["1.4"]
    assert page.undated == "8 nhiệm vụ thường xuyên"


def test_a_unit_sees_only_what_it_leads(control_plan: OpenPlan) -> None:
    progress = control_plan.progress
    law = next(one for one in progress.directory.units() if one.name == "Phòng Pháp chế")
    page = year_page(progress, TODAY, law.id)
    rows = [row for row in page.rows if not row.is_group]
    assert 0 < len(rows) < sum(not one.is_group for one in year_page(progress, TODAY).rows)
    tasks = {row.task.id: row.task for row in progress.leaves()}
    assert all(law.id in progress.lead_units(tasks[row.task_id]) for row in rows)
    assert sum(one.total for one in page.months) == sum(
        len(mark.dues) for row in rows for mark in row.marks
    )


def test_the_report_calendar_of_2026() -> None:
    from tthc_desktop.use_cases.working_days import shipped_working_days

    days = report_days(2026, shipped_working_days())
    sent = [day for day, words in days.items() if words.startswith("Gửi")]
    assert sent == [date(2026, 3, 17), date(2026, 6, 16), date(2026, 9, 16), date(2026, 12, 16)]
    assert report_days(2026, WorkingDays())[date(2026, 6, 14)] == "Chốt số liệu báo cáo quý II"


def test_ctrl_5_shows_the_year_and_escape_leads_back(
    window: MainWindow, year: YearView, qtbot: QtBot
) -> None:
    assert year.isVisible()
    assert year.strip.hasFocus()
    assert window.windowTitle().startswith("Lịch năm 2026")
    assert window.status.facts.text() == "37 kỳ có hạn trong năm · 14 đã xong · 5 quá hạn"
    for place in range(3):
        year.show_view(place)
        assert faults_of(year) == []
    year.show_view(0)
    press(year.strip, Qt.Key.Key_Escape)
    assert not year.isVisible()
    assert window.bars.page_bar.currentIndex() == Page.PLAN
    assert window.bars.row.isVisible()


def test_arrows_walk_from_mark_to_mark(year: YearView) -> None:
    strip = year.strip
    first = strip.current
    assert first is not None
    assert first.day == date(2026, 7, 31)
    assert year.month_pane.grid.day == first.day
    press(strip, Qt.Key.Key_Left)
    before = strip.current
    assert before is not None
    assert (before.day, before.shown) == (date(2026, 6, 30), Shown.OVERDUE)
    assert "30/6" in year.month_pane._day.text()
    press(strip, Qt.Key.Key_Down)
    below = strip.current
    assert below is not None
    assert below.dues[0].number == "1.6"
    press(strip, Qt.Key.Key_Home)
    assert strip.current is first


def test_a_click_on_a_month_of_today_opens_it(window: MainWindow, qtbot: QtBot) -> None:
    open_control(window, qtbot)
    window.show_page(Page.TODAY)
    months = window.content.area.today_tab.side.months
    qtbot.waitUntil(lambda: bool(months._months), timeout=LONG)
    click(months, QPoint(int(months.width() * 8.5 / 12), months.height() // 2))
    view = window.content.rooms.room(YearActs).view
    qtbot.waitUntil(lambda: view.page is not None, timeout=LONG)
    current = view.strip.current
    assert current is not None
    assert current.day == date(2026, 9, 14)


def test_enter_records_the_very_occurrence_of_the_mark(
    window: MainWindow, year: YearView, qtbot: QtBot
) -> None:
    strip = year.strip
    press(strip, Qt.Key.Key_Left)
    press(strip, Qt.Key.Key_Left)
    mark = strip.current
    assert mark is not None
    assert mark.day == date(2026, 6, 16)
    press(strip, Qt.Key.Key_Return)
    assert window.bars.page_bar.currentIndex() == Page.TASKS
    assert not year.isVisible()
    tab = window.content.area.task_tab
    opened = window.content.session.editor.progress
    assert opened is not None
    numbers = {row.task.id: row.number for row in opened.leaves()}
    assert numbers[tab.current_task_id] == "1.5"
    assert tab.is_pane_open
    chosen = tab.details_pane.card.occurrence
    assert chosen is not None
    assert (chosen.period, chosen.due) == ("2026-Q2", date(2026, 6, 16))
    assert tab.details_pane.card.entry.isAncestorOf(window.focusWidget())


def test_two_on_one_day_are_one_mark_that_leads_to_what_is_not_done(
    year: YearView, control_plan: OpenPlan
) -> None:
    year.strip.go_to_month(12)
    mark = year.strip.current
    assert mark is not None
    assert mark.words == "16×2"
    assert year.month_pane.list.count() == 2 + 2 + 1  # 1.5 and 2.2, both twice, and the report
    done = replace(mark.dues[0], shown=Shown.DONE)
    assert Mark(mark.day, (done, *mark.dues[1:])).next_due is mark.dues[1]
    assert Mark(mark.day, (done,)).next_due is done


def test_a_click_on_a_mark_shows_its_day(year: YearView) -> None:
    strip = year.strip
    page = year.page
    assert page is not None
    row = next(at for at, one in enumerate(page.rows) if one.number == "1.2")
    x = strip._room.day_x(date(2026, 3, 31))
    y = strip._body.top() + strip._tops[row] + 10 - strip.verticalScrollBar().value()
    click(strip.viewport(), QPoint(round(x), round(y)))
    assert year.month_pane.grid.day == date(2026, 3, 31)
    assert "31/3/2026" in year.month_pane._day.text()
    assert str(year.month_pane.list.item(0).text()).startswith("1.2  Rà soát")


def test_the_month_grid_follows_days_and_months(year: YearView) -> None:
    pane = year.month_pane
    click(pane.after)
    assert pane.grid.day == date(2026, 8, 31)
    assert "31/8" in pane._off.text()
    press(pane.grid, Qt.Key.Key_Right)
    assert pane.grid.day == date(2026, 9, 1)
    year.show_view(1)
    assert year.month.day == pane.grid.day
    press(year.month, Qt.Key.Key_Up)
    assert pane.grid.day == date(2026, 8, 25)


def test_the_bars_count_every_unit_of_a_group(control_plan: OpenPlan) -> None:
    units = unit_states(control_plan.progress, TODAY)
    found = {one.name: one.total for one in units}
    assert found["Văn phòng"] == 15
    assert len(found) == 8
    assert {one.name: one.tasks for one in control_plan.figures.units} == found
