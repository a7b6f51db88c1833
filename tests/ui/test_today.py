"""The page Hôm nay: counters, list, cards, and where they lead."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.data_file import SqliteDataFile
from tests.ui.hand import click, press
from tthc_desktop.domain.progress import Record, State
from tthc_desktop.use_cases import task_acts
from tthc_desktop.use_cases.today import DueRow, DueSection, today_overview
from ui.frame.actions import Page
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow
from ui.tasks.task_place import task_at
from ui.today.work_list_model import MOST_SHOWN, RestRow, SectionRow, WorkListModel

OpenWindow = Callable[[Path], MainWindow]
TODAY = date(2026, 7, 1)


@pytest.fixture
def today(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Return the window on Hôm nay, worked out."""
    window.show_page(Page.TODAY)
    qtbot.waitUntil(lambda: window.content.frame.today.overview is not None)
    return window


def opened(window: MainWindow) -> str:
    table = window.content.area.task_tab.table
    assert table.isVisible()
    return task_at(table)


def test_the_program_opens_on_it(
    open_window: OpenWindow, data_path: Path, window: MainWindow
) -> None:
    assert MainWindow(window.settings).bars.page_bar.currentIndex() == Page.TODAY


def test_counters_and_list_show_the_overview(today: MainWindow, data_path: Path) -> None:
    found = today_overview(SqliteDataFile(data_path).units_of_work(), TODAY)
    tab = today.content.area.today_tab
    shown = {one.section: int(one.accessibleName().rpartition(": ")[2]) for one in tab.counters}
    assert shown == {section: len(found.section(section)) for section in DueSection}
    rows = [tab.list.rows.row_at(tab.list.rows.index(n)) for n in range(tab.list.rows.rowCount())]
    due = [row for row in rows if isinstance(row, DueRow)]
    assert due == [row for section in DueSection for row in found.section(section)]
    sections = [row.section for row in rows if isinstance(row, SectionRow)]
    assert sections == [section for section in DueSection if found.section(section)]


def test_what_is_late_stands_on_the_tab_and_in_the_title(today: MainWindow) -> None:
    late = today.content.frame.today.overview
    assert late is not None
    assert today.windowTitle() == f"Hôm nay – {late.overdue} quá hạn – TTHC Desktop"
    bar = today.bars.page_bar
    assert bar.accessibleTabName(0) == f"Hôm nay, {late.overdue} quá hạn"


def test_a_counter_jumps_to_its_section(today: MainWindow, qtbot: QtBot) -> None:
    tab = today.content.area.today_tab
    waiting = next(one for one in tab.counters if one.section is DueSection.WAITING)
    waiting.setFocus()
    press(waiting, Qt.Key.Key_Return)
    row = tab.list.rows.row_at(tab.list.currentIndex())
    assert isinstance(row, DueRow)
    assert row.state.shown == "Chờ văn bản"
    assert tab.list.hasFocus()


def test_enter_opens_the_task_of_the_open_plan(today: MainWindow, qtbot: QtBot) -> None:
    content = today.content
    plan = content.session.open_plan
    assert plan is not None
    rows = content.area.today_tab.list
    overview = content.frame.today.overview
    assert overview is not None
    wanted = next(
        one for one in overview.section(DueSection.OVERDUE) if one.plan_id == plan.plan.id
    )
    rows.setCurrentIndex(rows.rows.index_of(wanted.occurrence_id))
    rows.setFocus()
    press(rows, Qt.Key.Key_Return)
    assert opened(today) == wanted.task_id


def test_a_row_of_another_plan_opens_that_plan_first(today: MainWindow, qtbot: QtBot) -> None:
    content = today.content
    overview, plan = content.frame.today.overview, content.session.open_plan
    assert overview is not None
    assert plan is not None
    rows = [row for section in DueSection for row in overview.section(section)]
    other = next(row for row in rows if row.plan_id != plan.plan.id)
    work = content.area.today_tab.list
    work.setCurrentIndex(work.rows.index_of(other.occurrence_id))
    with qtbot.waitSignal(content.session.plan_opened, timeout=10_000):
        work.doubleClicked.emit(work.currentIndex())
    assert opened(today) == other.task_id


def test_the_button_of_the_row_goes_to_the_entry(today: MainWindow, qtbot: QtBot) -> None:
    work = today.content.area.today_tab.list
    (button,) = [one for one in work.findChildren(AppButton) if one.isVisible()]
    assert button.text() == "Ghi kết quả"
    with qtbot.waitSignal(today.content.frame.today.entry_asked, timeout=10_000):
        click(button)
    assert today.content.area.is_pane_open


def test_sections_fold_by_arrow_and_click(today: MainWindow) -> None:
    work = today.content.area.today_tab.list
    before = work.rows.rowCount()
    heading = work.rows.index_of_section(DueSection.OVERDUE)
    work.setCurrentIndex(heading)
    press(work, Qt.Key.Key_Left)
    assert work.rows.rowCount() < before
    click(work.viewport(), work.visualRect(work.currentIndex()).center())
    assert work.rows.rowCount() == before


def test_a_recorded_result_leaves_the_list(today: MainWindow, qtbot: QtBot) -> None:
    content = today.content
    overview, plan = content.frame.today.overview, content.session.open_plan
    assert overview is not None
    assert plan is not None
    row = next(one for one in overview.section(DueSection.OVERDUE) if one.plan_id == plan.plan.id)
    done = Record(State.DONE, 100.0, done_on=TODAY)
    occurrences = plan.progress.occurrences[row.task_id]
    occurrence = next(one for one in occurrences if one.id == row.occurrence_id)
    content.session.editor.do(lambda progress: task_acts.record(progress, occurrence, None, done))
    qtbot.waitUntil(lambda: not work_has(today, row), timeout=5000)
    assert today.content.frame.today.overview.overdue == overview.overdue - 1  # type: ignore[union-attr]
    assert today.status.saved.text().startswith("Đã lưu lúc ")


def work_has(window: MainWindow, row: DueRow) -> bool:
    return window.content.area.today_tab.list.rows.index_of(row.occurrence_id).isValid()


def test_a_part_of_the_bar_opens_the_tasks(today: MainWindow, qtbot: QtBot) -> None:
    bar = today.content.area.today_tab.side.bar
    bar.setFocus()
    press(bar, Qt.Key.Key_Right)
    with qtbot.waitSignal(today.content.frame.today.states_asked):
        press(bar, Qt.Key.Key_Return)
    assert today.bars.page_bar.currentIndex() == Page.TASKS
    today.show_page(Page.TODAY)
    with qtbot.waitSignal(today.content.frame.today.states_asked):
        click(bar, QPointF(8, 8).toPoint())


def test_a_long_section_is_cut_and_says_so(today: MainWindow) -> None:
    overview = today.content.frame.today.overview
    assert overview is not None
    plan = overview.plans[0]
    row = next(row for _, row in plan.rows)
    rows = tuple(
        (DueSection.OVERDUE, replace(row, occurrence_id=str(n))) for n in range(MOST_SHOWN + 5)
    )
    model = WorkListModel()
    model.set_overview(replace(overview, plans=(replace(plan, rows=rows),)))
    last = model.row_at(model.index(model.rowCount() - 1))
    assert last == RestRow(5)
    assert model.data(model.index(0)) == "Quá hạn: 205 kỳ"


def test_many_rows_hold_the_main_thread_only_a_moment(today: MainWindow) -> None:
    overview = today.content.frame.today.overview
    assert overview is not None
    plan = overview.plans[0]
    row = next(row for _, row in plan.rows)
    rows = tuple((DueSection.OVERDUE, replace(row, occurrence_id=str(n))) for n in range(28_000))
    large = overview.with_plan(replace(plan, rows=rows))
    tab = today.content.area.today_tab
    start = time.thread_time()
    tab.show_overview(large)
    QApplication.processEvents()
    # A tenth of a second alone; a busy machine triples it.
    assert time.thread_time() - start < 0.3


def test_where_one_left_off_is_offered_and_has_the_focus(
    window: MainWindow, open_window: OpenWindow, data_path: Path, qtbot: QtBot
) -> None:
    window.show_page(Page.TASKS)
    table = window.content.area.task_tab.table
    table.setCurrentIndex(table.model().index(2, 1))
    left = task_at(table)
    window.close()
    again = open_window(data_path)
    tab = again.content.area.today_tab
    again.show_page(Page.TODAY)
    QApplication.processEvents()
    assert tab.resume.text().startswith("Nhiệm vụ ")
    assert tab.resume.hasFocus()
    press(tab.resume, Qt.Key.Key_Return)
    assert opened(again) == left


def test_nothing_is_offered_the_first_time(today: MainWindow) -> None:
    assert not today.content.area.today_tab.resume.isVisible()
