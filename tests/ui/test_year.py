"""Lịch năm: the strip, the month, the bars; by keys and mouse; out as PDF, PNG, calendar."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import LONG, dialog, open_control
from tests.ui.walk import faults_of
from tthc_desktop.domain.shown_state import Shown
from tthc_desktop.domain.working_days import WorkingDays
from ui.calendar.report_days import report_days
from ui.calendar.year_acts import YearActs
from ui.calendar.year_rows import year_page
from ui.calendar.year_view import YearView
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.progress_picture.unit_states import unit_states
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
    months = window.content.area.today_tab.side._months
    qtbot.waitUntil(lambda: bool(months._months), timeout=LONG)
    click(months, QPoint(int(months.width() * 8.5 / 12), months.height() // 2))
    view = window.content.rooms.room(YearActs).view
    qtbot.waitUntil(lambda: view.page is not None, timeout=LONG)
    current = view.strip.current
    assert current is not None
    assert current.day == date(2026, 9, 14)


def test_enter_leads_to_recording_the_task(
    window: MainWindow, year: YearView, qtbot: QtBot
) -> None:
    press(year.strip, Qt.Key.Key_Return)
    assert window.bars.page_bar.currentIndex() == Page.TASKS
    assert not year.isVisible()
    tab = window.content.area.task_tab
    opened = window.content.session.editor.progress
    assert opened is not None
    numbers = {row.task.id: row.number for row in opened.leaves()}
    assert numbers[tab.current_task_id] == "1.5"
    assert tab.is_pane_open


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


def save_as(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    chooser = dialog(window, qtbot, QFileDialog)
    name = chooser.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(file))
    click(next(one for one in chooser.findChildren(QPushButton) if one.text() == "&Lưu"))
    qtbot.waitUntil(file.exists, timeout=LONG)


@pytest.mark.parametrize("place", [0, 2])
def test_the_year_and_the_bars_go_out(
    window: MainWindow, year: YearView, qtbot: QtBot, tmp_path: Path, place: int
) -> None:
    year.show_view(place)
    year.save.trigger()
    save_as(window, qtbot, tmp_path / "lich.png")
    picture = QImage(str(tmp_path / "lich.png"))
    assert picture.width() > 2000
    places = ((x, y) for x in range(0, picture.width(), 5) for y in range(300, 700, 25))
    colours = {picture.pixel(x, y) for x, y in places}
    assert len(colours) > 3
    year.save.trigger()
    save_as(window, qtbot, tmp_path / "lich.pdf")
    assert (tmp_path / "lich.pdf").read_bytes().startswith(b"%PDF-")


def test_without_a_printer_a_pdf_is_offered(
    window: MainWindow, year: YearView, qtbot: QtBot
) -> None:
    year.print.trigger()
    box = dialog(window, qtbot, QMessageBox)
    assert "chưa có máy in" in box.text() + box.informativeText()
    box.reject()


def test_the_calendar_file_comes_from_the_menu(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_control(window, qtbot)
    window.actions_of_menu.due.export.trigger()
    save_as(window, qtbot, tmp_path / "lich.ics")
    text = (tmp_path / "lich.ics").read_text()
    assert text.count("BEGIN:VEVENT") == 37
    assert text.count("UID:occurrence-") == 37
