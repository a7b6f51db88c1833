"""A report's way in the window: steps, sent and frozen, corrected; out as files and pages."""

from datetime import date
from pathlib import Path
from time import process_time

import docx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import LONG, dialog, gone, settle, shown, units_of
from tests.ui.report_hand import (
    FORM,
    followed,
    go_to,
    made,
    model_of,
    newest,
    open_period,
    stand,
    stored_report,
    type_words,
    words_at,
)
from tests.ui.walk import faults_of, faults_of_menu, menus_of_bar
from tests.use_cases.typed_entries import put_entry
from tthc_desktop.domain.reporting.registers import ACTIVITIES, PETITIONS
from tthc_desktop.domain.reporting.report import Report, ReportKind, ReportState, Sending
from tthc_desktop.use_cases.reporting.report_life import send_report
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.preview.preview import Preview
from ui.reports.new_report_dialog import NewReportDialog
from ui.reports.owing_dialog import OwingDialog
from ui.reports.report_tab import ReportTab
from ui.reports.send_dialog import SendDialog
from ui.reports.submit_dialog import SubmitDialog

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def report(window: MainWindow) -> Report:
    """Return a report of the third quarter in which all figures agree."""
    return made(window)


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot, report: Report) -> ReportTab:
    """Return the tab with this report."""
    return open_period(window, qtbot, report.period)


def step_place(tab: ReportTab, step: ReportState) -> QPoint:
    return tab.head.steps.step_room(step).center().toPoint()


def sent(window: MainWindow, report: Report) -> None:
    sending = Sending("215", date(2026, 7, 1), date(2026, 7, 1), "Trục liên thông văn bản")
    send_report(units_of(window), report.id, sending, today=date(2026, 7, 1))


def come_back(window: MainWindow, qtbot: QtBot) -> None:
    """Let the window have the keys again, as a window system does after a dialog."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)


def save_as(window: MainWindow, qtbot: QtBot, target: Path) -> None:
    chooser = dialog(window, qtbot, QFileDialog)
    chooser.setDirectory(str(target.parent))
    chooser.selectFile(target.name)
    chooser.accept()
    qtbot.waitUntil(target.exists, timeout=LONG)
    settle(window, qtbot)


def test_only_the_next_step_is_taken_by_mouse_and_by_key(
    window: MainWindow, qtbot: QtBot, report: Report, tab: ReportTab
) -> None:
    steps = tab.head.steps
    click(steps, step_place(tab, ReportState.CONSOLIDATED))
    click(steps, step_place(tab, ReportState.SENT))
    assert stored_report(window, report.id).state is ReportState.DRAFT
    click(steps, step_place(tab, ReportState.WAITING))
    assert stored_report(window, report.id).state is ReportState.WAITING
    steps.setFocus()
    press(steps, Qt.Key.Key_Return)
    assert stored_report(window, report.id).state is ReportState.CONSOLIDATED
    assert "Chưa có số liệu của" in window.content.card.said[-1][1]
    press(steps, Qt.Key.Key_Return)
    asked = dialog(window, qtbot, SubmitDialog)
    assert faults_of(asked) == []
    click(asked.main)
    gone(window, qtbot, SubmitDialog)
    assert stored_report(window, report.id).state is ReportState.SUBMITTED
    window.actions_of_menu.tasks.undo.trigger()
    assert stored_report(window, report.id).state is ReportState.CONSOLIDATED
    window.actions_of_menu.tasks.redo.trigger()
    window.actions_of_menu.report.submit.trigger()
    asked = dialog(window, qtbot, SubmitDialog)
    click(asked.take_back)
    assert stored_report(window, report.id).state is ReportState.CONSOLIDATED


def test_a_report_is_sent_frozen_and_corrected_beside_it(
    window: MainWindow, qtbot: QtBot, report: Report, tab: ReportTab
) -> None:
    window.actions_of_menu.report.send.trigger()
    asked = dialog(window, qtbot, SendDialog)
    assert faults_of(asked) == []
    click(asked.main)
    assert asked.number_field.trouble == "Chưa ghi số của báo cáo."
    asked.number.setText("215")
    asked.sent.edit.setText("30/06/2026")
    click(asked.main)
    assert asked.sent_field.trouble == "Ngày gửi trước ngày ký."
    asked.sent.edit.setText("0107")
    click(asked.main)
    gone(window, qtbot, SendDialog)
    followed(window, qtbot)
    kept = stored_report(window, report.id)
    assert kept.state is ReportState.SENT
    assert kept.sending == Sending(
        "215", date(2026, 7, 1), date(2026, 7, 1), "Hệ thống thông tin báo cáo Chính phủ"
    )
    assert window.bars.notice.words.startswith("Báo cáo đã gửi số 215 ngày 01/07/2026")
    assert faults_of(tab) == []
    # Frozen: nothing can be typed, and no earlier act is taken back.
    grid = stand(tab, "Dat dai", 4)
    press(grid, Qt.Key.Key_9)
    press(grid, Qt.Key.Key_Delete)
    assert words_at(tab, "Dat dai", 4) == "15"
    assert stored_report(window, report.id) == kept
    assert not window.actions_of_menu.report.send.isEnabled()
    click(tab.head.correct)
    question = dialog(window, qtbot, QMessageBox)
    yes = next(one for one in question.findChildren(QPushButton) if one.text() == "Lập bản sửa")
    click(yes)
    gone(window, qtbot, QMessageBox)
    qtbot.waitUntil(lambda: tab.report is not None and tab.report.version == 2, timeout=LONG)
    followed(window, qtbot)
    assert window.bars.notice.words == ""
    assert [tab.head.versions.itemText(n) for n in range(2)] == ["Bản 1 · đã gửi", "Bản 2 · nháp"]
    come_back(window, qtbot)
    grid = stand(tab, "Dat dai", 4)
    type_words(grid, "16")
    second = newest(window)
    assert second is not None
    row = second.grid(FORM).row("Dat dai")
    assert row is not None
    assert row.typed()[4] == 16
    # The version that was sent is still there to look at.
    tab.head.versions.setFocus()
    press(tab.head.versions, Qt.Key.Key_Home)
    press(tab.head.versions, Qt.Key.Key_Return)
    tab.head.versions.activated.emit(0)
    followed(window, qtbot)
    assert words_at(tab, "Dat dai", 4) == "15"
    assert window.bars.notice.words.startswith("Bản 1 số 215")


def test_an_act_before_sending_is_not_taken_back_afterwards(
    window: MainWindow, qtbot: QtBot, report: Report, tab: ReportTab
) -> None:
    grid = stand(tab, "Dat dai", 4)
    type_words(grid, "16")
    stand(tab, "Dat dai", 12)
    type_words(grid, "3")
    sent(window, report)
    before = stored_report(window, report.id)
    window.actions_of_menu.tasks.undo.trigger()
    followed(window, qtbot)
    assert stored_report(window, report.id) == before
    assert "không hoàn tác được" in window.content.card.said[-1][1]


def test_a_report_with_text_for_a_figure_is_not_sent(
    window: MainWindow, qtbot: QtBot, tab: ReportTab
) -> None:
    grid = stand(tab, "Dat dai", 4)
    type_words(grid, "abc")
    window.actions_of_menu.report.send.trigger()
    assert shown(window, SendDialog) == []
    assert "Còn ô chưa hiểu" in window.content.card.said[-1][1]


def test_a_report_whose_figures_do_not_agree_is_not_sent(
    window: MainWindow, qtbot: QtBot, report: Report, tab: ReportTab
) -> None:
    grid = stand(tab, "Tin nguong", 12)
    type_words(grid, "7")
    window.actions_of_menu.report.send.trigger()
    asked = dialog(window, qtbot, SendDialog)
    asked.number.setText("215")
    click(asked.main)
    told = dialog(window, qtbot, QMessageBox)
    assert "C4" in told.informativeText()
    told.reject()
    asked.reject()
    assert stored_report(window, report.id).state is ReportState.DRAFT


def test_word_is_written_from_the_tab_and_names_who_is_missing(
    window: MainWindow, qtbot: QtBot, tab: ReportTab, tmp_path: Path
) -> None:
    press(window, Qt.Key.Key_E, CTRL)
    target = tmp_path / "Báo cáo quý III.docx"
    save_as(window, qtbot, target)
    document = docx.Document(str(target))
    text = "\n".join(one.text for one in document.paragraphs)
    assert "tiếp nhận 114 hồ sơ" in text
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Tin nguong" in cells
    said = window.content.card.said[-1][1]
    assert said.startswith("Đã xuất báo cáo ra Word. Chưa có số liệu của ")
    # In the tab of the plan the same key writes the plan.
    come_back(window, qtbot)
    window.show_page(Page.PLAN)
    press(window, Qt.Key.Key_E, CTRL)
    chooser = dialog(window, qtbot, QFileDialog)
    assert chooser.windowTitle() == "Xuất kế hoạch ra Word"
    chooser.reject()


def test_the_pages_of_the_report_are_shown_and_left_again(
    window: MainWindow, qtbot: QtBot, tab: ReportTab
) -> None:
    press(window, Qt.Key.Key_F2, CTRL)
    acts = window.content.rooms.room(Preview).acts
    qtbot.waitUntil(lambda: acts.is_open, timeout=LONG)
    qtbot.waitUntil(lambda: acts.page.setter.is_complete, timeout=LONG)
    assert window.windowTitle().startswith("Xem trang in – Báo cáo kiểm soát TTHC quý III năm 2026")
    layout = acts.page.layout_shown
    assert layout is not None
    assert "BÁO CÁO" in repr(layout)
    told = [one.words for one in acts.page.print_pane.checks.checks]
    assert any("Chưa có số liệu của" in one for one in told)
    press(acts.page.desk, Qt.Key.Key_Escape)
    assert not acts.is_open
    assert window.bars.page_bar.currentIndex() == Page.REPORT


def test_an_ad_hoc_report_has_its_own_days(
    window: MainWindow, qtbot: QtBot, tab: ReportTab
) -> None:
    press(tab.tabs.bar, Qt.Key.Key_N, CTRL)
    asked = dialog(window, qtbot, NewReportDialog)
    assert faults_of(asked) == []
    asked.choose(ReportKind.CONTROL, "2026-Q3")
    click(asked.main)
    assert "đã có báo cáo" in asked.period_field.trouble
    asked.period.setCurrentIndex(asked.period.count() - 1)
    asked.start.edit.setText("15/4/2026")
    asked.end.edit.setText("1/3/2026")
    click(asked.main)
    assert asked.end_field.trouble == "Ngày cuối trước ngày đầu."
    asked.start.edit.setText("1/3/2026")
    asked.end.edit.setText("15/4/2026")
    assert "hạn gửi 17/04/2026" in asked.told.text()
    click(asked.main)
    gone(window, qtbot, NewReportDialog)
    followed(window, qtbot)
    assert newest(window, "2026-03-01..2026-04-15") is not None
    assert tab.head.title.text() == "Báo cáo từ ngày 01/03/2026 đến ngày 15/04/2026"


def test_a_report_may_close_on_a_day_of_its_own(
    window: MainWindow, qtbot: QtBot, tab: ReportTab
) -> None:
    window.actions_of_menu.report.create.trigger()
    asked = dialog(window, qtbot, NewReportDialog)
    asked.choose(ReportKind.CONTROL, "2026-Q4")
    asked.own.click()
    asked.closing.setCurrentIndex(19)
    asked.after.setValue(3)
    assert asked.told.text() == ("Số liệu từ 21/09/2026 đến 20/12/2026, hạn gửi 23/12/2026.")
    click(asked.main)
    gone(window, qtbot, NewReportDialog)
    made_now = newest(window, "2026-Q4")
    assert made_now is not None
    assert (made_now.calendar.closing_day, made_now.calendar.working_days_after) == (20, 3)


def test_a_unit_that_answered_on_paper_is_ticked_off(
    window: MainWindow, qtbot: QtBot, report: Report, tab: ReportTab
) -> None:
    before = window.status.facts.text()
    window.actions_of_menu.report.owing.trigger()
    asked = dialog(window, qtbot, OwingDialog)
    assert faults_of(asked) == []
    assert not asked.main.isEnabled()
    asked.list.setFocus()
    press(asked.list, Qt.Key.Key_Space)
    click(asked.main)
    gone(window, qtbot, OwingDialog)
    assert len(stored_report(window, report.id).submissions) == 1
    followed(window, qtbot)
    assert window.status.facts.text() != before


def test_in_a_small_window_text_and_pictures_are_sub_tabs(
    window: MainWindow, qtbot: QtBot, tab: ReportTab
) -> None:
    assert tab.pages is not None
    assert tab.pages.form.lower_half.isVisible()
    window.resize(910, 435)
    settle(window, qtbot)
    assert not tab.pages.form.lower_half.isVisible()
    assert "charts" in tab.tabs.keys
    assert tab.tabs.more.isVisible()
    tab.tabs.choose("charts")
    assert tab.pages.charts.isVisible()
    tab.tabs.choose("text")
    assert tab.pages.text.isVisible()
    assert faults_of(tab) == []


def test_the_menu_of_reports_has_its_letters(window: MainWindow) -> None:
    (menu,) = [one for one in menus_of_bar(window) if one.title() == "&Báo cáo"]
    assert faults_of_menu(menu) == []


def test_counts_of_a_register_come_in_by_one_act(
    window: MainWindow, qtbot: QtBot, report: Report, tab: ReportTab
) -> None:
    values = {
        "received_on": "01/07/2026", "summary": "Thủ tục chậm", "about": "Hành vi hành chính",
        "field": "Dat dai",
    }  # fmt: skip
    put_entry(units_of(window), PETITIONS, values, today=date(2026, 7, 1))
    tab.choose_form("II.05")
    assert tab.pages is not None
    page = tab.pages.form.page
    assert "(cần đối chiếu)" in page.title.text()
    click(page.count)
    assert words_at(tab, "Dat dai", 6) == "1"
    index = model_of(tab).place_of("Dat dai", 6)
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith("Số lấy từ sổ")
    go_to(page.grid, index)
    window.actions_of_menu.tasks.undo.trigger()
    assert stored_report(window, report.id).grid("II.05").rows == ()


def test_what_is_written_into_a_register_is_followed(
    window: MainWindow, qtbot: QtBot, report: Report, tab: ReportTab
) -> None:
    tab.tabs.choose("activities")
    assert tab.pages is not None
    assert tab.pages.activities.currentWidget() is tab.pages.activities.empty
    values = {"day": "01/07/2026", "kind": "Tin bài", "title": "Dịch vụ công", "quantity": "3"}
    put_entry(units_of(window), ACTIVITIES, values, today=date(2026, 7, 1))
    window.content.session.registers_changed.emit()
    followed(window, qtbot)
    table = tab.pages.activities.table
    assert table.isVisible()
    assert [table.model().index(0, one).data() for one in (0, 2, 3)] == ["Tin bài", "3", "3"]
    assert tab.tabs.current == "activities"


def test_a_figure_is_written_and_shown_without_holding_the_window_up(
    window: MainWindow, tab: ReportTab
) -> None:
    assert tab.pages is not None
    tab.pages.typing.type_figure("Dat dai", 4, "16")
    spent = []
    for value in range(17, 22):
        began = process_time()
        tab.pages.typing.type_figure("Dat dai", 4, str(value))
        spent.append(process_time() - began)
    assert min(spent) < 0.1
    assert words_at(tab, "Dat dai", 4) == "21"


def test_a_period_without_a_report_has_nothing_to_export_or_to_show(
    window: MainWindow, qtbot: QtBot, tab: ReportTab
) -> None:
    tab.show_period("2026-Q4")
    followed(window, qtbot)
    window.actions_of_menu.export_word.trigger()
    assert shown(window, QFileDialog) == []
    window.actions_of_menu.preview.show.trigger()
    assert not window.content.rooms.room(Preview).acts.is_open
    assert window.content.card.said[-1][1].startswith("Kỳ này chưa có báo cáo")
