"""A hand for the tab Báo cáo."""

from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tests.ui.plan_life_hand import LONG, settle, units_of
from tthc_desktop.domain.reporting.report import Report, ReportKind
from tthc_desktop.use_cases.reporting.report_rows import FigureText, set_figures
from tthc_desktop.use_cases.reporting.reports import create_report, set_cause
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.reports.form_grid import FormGrid
from ui.reports.form_model import FormModel
from ui.reports.report_room import ReportRoom
from ui.reports.report_tab import ReportTab

TODAY = date(2026, 7, 1)
FORM = "II.06a"
# The figures of an office in which all checks hold.
FIGURES = {
    "Dat dai": {4: 15, 5: 2, 6: 1, 8: 12, 9: 4, 10: 0, 12: 2, 13: 0},
    "Tin nguong": {4: 71, 5: 19, 6: 6, 8: 61, 9: 26, 10: 1, 12: 8, 13: 0},
}


def room_of(window: MainWindow) -> ReportRoom:
    return window.content.rooms.room(ReportRoom)


def tab_of(window: MainWindow) -> ReportTab:
    return window.content.area.report_tab


def followed(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until everything that follows an act is read again."""
    qtbot.waitUntil(lambda: not room_of(window).showing.is_waiting, timeout=LONG)
    settle(window, qtbot)
    QApplication.processEvents()


def open_tab(window: MainWindow, qtbot: QtBot) -> ReportTab:
    settle(window, qtbot)
    window.show_page(Page.REPORT)
    followed(window, qtbot)
    return tab_of(window)


def open_period(window: MainWindow, qtbot: QtBot, period: str) -> ReportTab:
    tab = open_tab(window, qtbot)
    tab.show_period(period)
    followed(window, qtbot)
    return tab


def made(window: MainWindow, period: str = "2026-Q3") -> Report:
    """Make a report with figures, before its tab is looked at."""
    units = units_of(window)
    report = create_report(units, ReportKind.CONTROL, period)
    figures = [
        FigureText(row, column, str(value))
        for row, cells in FIGURES.items()
        for column, value in cells.items()
    ]
    set_figures(units, report.id, FORM, figures)
    return set_cause(units, report.id, FORM, "Tin nguong", "Cho y kien")


def grid_of(tab: ReportTab) -> FormGrid:
    assert tab.pages is not None
    return tab.pages.form.page.grid


def model_of(tab: ReportTab) -> FormModel:
    assert tab.pages is not None
    return tab.pages.form.page.model


def words_at(tab: ReportTab, row: str, column: int) -> str:
    return str(model_of(tab).place_of(row, column).data())


def stand(tab: ReportTab, row: str, column: int) -> FormGrid:
    grid = grid_of(tab)
    grid.setFocus()
    go_to(grid, model_of(tab).place_of(row, column))
    return grid


def go_to(grid: FormGrid, index: QModelIndex) -> None:
    """Stand at a cell alone, whatever key was held last."""
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    grid.selectionModel().setCurrentIndex(index, flag)


def type_words(grid: FormGrid, words: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type into the current cell with real keys, and end with Enter or Tab."""
    QTest.keyClicks(grid, words[:1])
    editor = QApplication.focusWidget()
    assert editor is not None
    assert editor is not grid
    QTest.keyClicks(editor, words[1:])
    press(editor, end)
    QApplication.processEvents()


def stored_report(window: MainWindow, report_id: str) -> Report:
    with units_of(window).reading() as work:
        found = work.reports.get(report_id)
    assert found is not None
    return found


def newest(window: MainWindow, period: str = "2026-Q3") -> Report | None:
    with units_of(window).reading() as work:
        return work.reports.newest(ReportKind.CONTROL, period)


def paste(widget: QWidget, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
