"""The tab Báo cáo: periods, a report made, its forms typed, undone, checked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import button, dialog, gone
from tests.ui.report_hand import (
    FORM,
    followed,
    go_to,
    grid_of,
    made,
    model_of,
    newest,
    open_period,
    open_tab,
    paste,
    stand,
    stored_report,
    type_words,
    words_at,
)
from tests.ui.walk import faults_of, faults_of_menu, press_menu_key
from tthc_desktop.domain.reporting.grids import CellSource
from tthc_desktop.domain.reporting.report import ReportKind
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow
from ui.reports.reason_dialog import ReasonDialog
from ui.reports.report_tab import ReportTab

CTRL = Qt.KeyboardModifier.ControlModifier
POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot) -> ReportTab:
    """Return the tab with a report of the third quarter in which all figures agree."""
    made(window)
    return open_period(window, qtbot, "2026-Q3")


def facts(window: MainWindow) -> str:
    return window.status.facts.text()


def test_the_period_that_is_due_next_offers_to_make_its_report(
    window: MainWindow, qtbot: QtBot
) -> None:
    tab = open_tab(window, qtbot)
    assert tab.periods.title.text() == "Kỳ báo cáo 2026"
    chosen = tab.periods.chosen
    assert chosen is not None
    assert chosen.window.period == "2026-Q3"
    rows = [tab.periods.view.model().index(row, 0).data() for row in range(11)]
    assert rows[:3] == [
        "Kiểm soát TTHC",
        "Quý I, Chưa lập · hạn 17/3",
        "Quý II, Chưa lập · hạn 16/6",
    ]
    assert rows[4:6] == ["Quý III, Hạn 16/9", "9 tháng, Hạn 16/9"]
    assert rows[6] == "Quý IV, Từ 15/9, hạn 16/12"
    assert rows[8] == "Truyền thông"
    assert "quý III năm 2026" in window.windowTitle()
    assert faults_of(tab) == []
    (make,) = [one for one in tab.findChildren(AppButton) if one.text().startswith("Lập báo cáo q")]
    assert make.text() == "Lập báo cáo quý III/2026"
    click(make)
    followed(window, qtbot)
    assert newest(window) is not None
    assert tab.head.title.text() == "Báo cáo quý III/2026"
    assert tab.head.window_words.text() == "số liệu 15/6 – 14/9"
    assert tab.tabs.current == f"form:{FORM}"
    window.actions_of_menu.tasks.undo.trigger()
    followed(window, qtbot)
    assert newest(window) is None
    assert tab.report is None
    window.actions_of_menu.tasks.redo.trigger()
    followed(window, qtbot)
    assert newest(window) is not None
    assert tab.report is not None


def test_another_year_has_its_own_periods(window: MainWindow, qtbot: QtBot) -> None:
    tab = open_tab(window, qtbot)
    click(tab.periods.later)
    followed(window, qtbot)
    assert tab.periods.title.text() == "Kỳ báo cáo 2027"
    chosen = tab.periods.chosen
    assert chosen is not None
    assert chosen.window.period == "2027-Q1"
    tab.show_period("2025-Q4", ReportKind.CONTROL)
    followed(window, qtbot)
    assert tab.periods.title.text() == "Kỳ báo cáo 2025"
    assert tab.head.title.text() == "Báo cáo quý IV/2025"


def test_a_row_and_its_figures_are_typed_as_in_excel(window: MainWindow, qtbot: QtBot) -> None:
    tab = open_tab(window, qtbot)
    window.actions_of_menu.report.create_here.trigger()
    followed(window, qtbot)
    assert facts(window).startswith(f"Biểu {FORM}: chưa có số liệu")
    grid = grid_of(tab)
    grid.setFocus()
    type_words(grid, "Dat dai")
    assert model_of(tab).rowCount() == 3
    stand(tab, "Dat dai", 4)
    for words in ("15", "2", "1"):
        type_words(grid, words, Qt.Key.Key_Tab)
    assert words_at(tab, "Dat dai", 3) == "18"
    assert words_at(tab, "Tổng cộng", 3) == "18"
    assert tab.report is not None
    kept = stored_report(window, tab.report.id).grid(FORM)
    assert [(one.column, one.value) for one in kept.rows[0].cells] == [(4, 15), (5, 2), (6, 1)]
    # Enter goes down: to the line for another row.
    stand(tab, "Dat dai", 0)
    press(grid, Qt.Key.Key_Return)
    type_words(grid, "Khoang san")
    assert grid.currentIndex().row() == 2
    assert [one.label for one in stored_report(window, tab.report.id).grid(FORM).rows] == [
        "Dat dai",
        "Khoang san",
    ]
    for _ in range(5):
        window.actions_of_menu.tasks.undo.trigger()
    assert stored_report(window, tab.report.id).grid(FORM).rows == ()
    for _ in range(5):
        window.actions_of_menu.tasks.redo.trigger()
    assert stored_report(window, tab.report.id).grid(FORM).row("Khoang san") is not None
    assert words_at(tab, "Dat dai", 3) == "18"


def test_a_figure_is_changed_cleared_and_taken_back(window: MainWindow, tab: ReportTab) -> None:
    grid = stand(tab, "Dat dai", 4)
    press(grid, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    press(editor, Qt.Key.Key_End)
    press(editor, Qt.Key.Key_0)
    press(editor, Qt.Key.Key_Escape)
    assert words_at(tab, "Dat dai", 4) == "15"
    press(grid, Qt.Key.Key_Delete)
    assert words_at(tab, "Dat dai", 4) == ""
    assert words_at(tab, "Dat dai", 3) == "3"
    press(grid, Qt.Key.Key_Z, CTRL)
    assert words_at(tab, "Dat dai", 3) == "18"
    assert facts(window).startswith(f"Biểu {FORM}: khớp")


def test_a_failing_check_is_told_in_one_sentence_and_kept_with_a_reason(
    window: MainWindow, qtbot: QtBot, tab: ReportTab
) -> None:
    assert tab.pages is not None
    band = tab.pages.form.page.band
    assert not band.isVisible()
    grid = stand(tab, "Tin nguong", 12)
    type_words(grid, "7")
    assert band.said.text() == (
        "Dòng 2, kiểm tra C4: nhận giải quyết (3) 96 phải bằng đã giải quyết (7) 88 + đang giải "
        "quyết (11) 7 = 95. Lệch 1."
    )
    assert facts(window).startswith(f"Biểu {FORM}: 1 chỗ chưa khớp · ")
    touched = [model_of(tab).cell_at(model_of(tab).place_of("Tin nguong", n)) for n in (3, 7, 11)]
    assert all(one is not None and one.fault is not None for one in touched)
    assert "có chỗ chưa khớp" in tab.tabs.bar.accessibleTabName(1)
    assert faults_of(tab) == []
    stand(tab, "Dat dai", 4)
    click(button(band, "Đến ô"))
    at = grid.currentIndex()
    assert (at.row(), model_of(tab).column_at(at.column())) == (1, 3)
    click(button(band, "Giữ, ghi lý do…"))
    asked = dialog(window, qtbot, ReasonDialog)
    assert faults_of(asked) == []
    click(asked.main)
    assert asked.field.trouble
    asked.edit.setPlainText("Số của hệ thống một cửa")
    click(asked.main)
    gone(window, qtbot, ReasonDialog)
    assert facts(window).startswith(f"Biểu {FORM}: khớp")
    assert band.said.text().endswith("Lý do: Số của hệ thống một cửa")
    assert tab.report is not None
    (given,) = stored_report(window, tab.report.id).accepted
    assert given.reason == "Số của hệ thống một cửa"
    window.actions_of_menu.tasks.undo.trigger()
    assert facts(window).startswith(f"Biểu {FORM}: 1 chỗ chưa khớp")


def test_several_places_are_walked_by_up_and_down(tab: ReportTab) -> None:
    assert tab.pages is not None
    band = tab.pages.form.page.band
    grid = stand(tab, "Dat dai", 4)
    type_words(grid, "16")
    stand(tab, "Tin nguong", 12)
    type_words(grid, "7")
    # What is new is told first.
    assert band.count.text() == "2 / 2"
    second = band.said.text()
    assert second.startswith("Dòng 2")
    band.next.setFocus()
    press(band.next, Qt.Key.Key_Space)
    assert band.count.text() == "1 / 2"
    assert band.said.text().startswith("Dòng 1")
    press(band.previous, Qt.Key.Key_Space)
    assert band.said.text() == second


@pytest.mark.parametrize("typed", ["abc", "-5", "1,5"])
def test_what_is_no_figure_stays_red_and_nothing_is_computed_from_it(
    window: MainWindow, tab: ReportTab, typed: str
) -> None:
    assert tab.pages is not None
    assert tab.report is not None
    before = stored_report(window, tab.report.id)
    grid = stand(tab, "Dat dai", 4)
    type_words(grid, typed)
    assert words_at(tab, "Dat dai", 4) == typed
    assert words_at(tab, "Dat dai", 3) == "–"
    assert words_at(tab, "Tổng cộng", 3) == "–"
    assert words_at(tab, "Tin nguong", 3) == "96"
    assert stored_report(window, tab.report.id) == before
    band = tab.pages.form.page.band
    assert typed in band.said.text()
    assert "cột 4" in band.said.text()
    assert facts(window).startswith(f"Biểu {FORM}: 1 chỗ chưa khớp")
    stand(tab, "Dat dai", 4)
    type_words(grid, "15")
    assert words_at(tab, "Dat dai", 3) == "18"
    assert not band.isVisible()


def test_a_block_from_excel_fills_cells_and_adds_rows(window: MainWindow, tab: ReportTab) -> None:
    assert tab.report is not None
    grid = stand(tab, "Dat dai", 4)
    paste(grid, "20\t3\nx\t30\n")
    assert words_at(tab, "Dat dai", 4) == "20"
    assert words_at(tab, "Dat dai", 5) == "3"
    assert words_at(tab, "Tin nguong", 4) == "x"
    assert words_at(tab, "Tin nguong", 5) == "30"
    kept = stored_report(window, tab.report.id).grid(FORM)
    tin = kept.row("Tin nguong")
    assert tin is not None
    assert tin.typed()[4] == 71
    go_to(grid, model_of(tab).index(2, 1))
    paste(grid, "Khoang san\t10\t8\t2\t0\nTổng cộng\t999\t9\t9\t9\n")
    added = stored_report(window, tab.report.id).grid(FORM).row("Khoang san")
    assert added is not None
    # The sum that was pasted is what the formula gives: it goes on following.
    assert added.typed() == {4: 8, 5: 2, 6: 0}
    assert stored_report(window, tab.report.id).grid(FORM).row("Tổng cộng") is None
    press(grid, Qt.Key.Key_Z, CTRL)
    press(grid, Qt.Key.Key_Z, CTRL)
    assert words_at(tab, "Dat dai", 4) == "15"


def test_a_row_is_removed_and_comes_back_at_its_place(window: MainWindow, tab: ReportTab) -> None:
    assert tab.report is not None
    grid = stand(tab, "Dat dai", 4)
    press(grid, Qt.Key.Key_Minus, CTRL)
    rows = stored_report(window, tab.report.id).grid(FORM).rows
    assert [one.label for one in rows] == ["Tin nguong"]
    press(grid, Qt.Key.Key_Z, CTRL)
    rows = stored_report(window, tab.report.id).grid(FORM).rows
    assert [one.label for one in rows] == ["Dat dai", "Tin nguong"]
    assert rows[0].cells[0].source is CellSource.TYPED


def test_late_dossiers_ask_for_their_cause(
    window: MainWindow, qtbot: QtBot, tab: ReportTab
) -> None:
    assert tab.pages is not None
    assert tab.report is not None
    grid = stand(tab, "Dat dai", 13)
    type_words(grid, "1")
    stand(tab, "Dat dai", 12)
    type_words(grid, "1")
    band = tab.pages.form.page.band
    assert "chưa ghi nguyên nhân" in band.said.text()
    assert not band.keep.isVisible()
    click(band.cause)
    asked = dialog(window, qtbot, ReasonDialog)
    asked.edit.setPlainText("Cho y kien")
    click(asked.main)
    row = stored_report(window, tab.report.id).grid(FORM).row("Dat dai")
    assert row is not None
    assert row.cause == "Cho y kien"
    assert not band.isVisible()


@POPUP
def test_the_menu_of_a_cell(tab: ReportTab) -> None:
    grid = stand(tab, "Dat dai", 4)
    menu = press_menu_key(grid)
    assert menu is not None
    assert faults_of_menu(menu) == []
    assert len([one for one in menu.actions() if not one.isSeparator()]) <= 9
    menu.close()


def test_the_check_goes_to_the_first_place(window: MainWindow, tab: ReportTab) -> None:
    grid = stand(tab, "Tin nguong", 12)
    type_words(grid, "7")
    tab.tabs.choose("progress")
    assert facts(window).endswith("quá hạn")
    press(tab.tabs.bar, Qt.Key.Key_F7)
    assert tab.tabs.current == f"form:{FORM}"
    assert window.content.card.said[-1][1] == f"Chỗ chưa khớp: biểu {FORM} 1"
    at = grid.currentIndex()
    assert (at.row(), model_of(tab).column_at(at.column())) == (1, 3)
