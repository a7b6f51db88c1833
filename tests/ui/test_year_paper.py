"""Lịch năm out of the program: PDF, PNG, clipboard, printer, calendar file."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import LONG, dialog, gone, open_control
from tests.ui.preview_parts import FilePrinters
from tests.ui.walk import faults_of
from tthc_desktop.domain.working_days import WorkingDays
from ui.calendar import year_sheet
from ui.calendar.month_painting import MonthShown
from ui.calendar.month_sheet import month_sheets
from ui.calendar.paper import Paper, picture_of
from ui.calendar.print_dialog import PrintDialog
from ui.calendar.year_acts import YearActs
from ui.calendar.year_rows import year_page
from ui.calendar.year_sheet import year_sheets
from ui.calendar.year_view import YearView
from ui.kit import theme
from ui.main_window import MainWindow
from ui.session.open_plan import OpenPlan

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TODAY = date(2026, 7, 1)
LONG_SIDE, SHORT_SIDE = 842, 595  # A4 in points


@pytest.fixture
def year(window: MainWindow, qtbot: QtBot) -> YearView:
    open_control(window, qtbot)
    press(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    view = window.content.rooms.room(YearActs).view
    qtbot.waitUntil(lambda: view.page is not None, timeout=LONG)
    return view


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
    assert picture.width() > 3000
    places = ((x, y) for x in range(0, picture.width(), 5) for y in range(300, 700, 25))
    colours = {picture.pixel(x, y) for x, y in places}
    assert len(colours) > 3
    year.save.trigger()
    save_as(window, qtbot, tmp_path / "lich.pdf")
    qtbot.waitUntil(lambda: not window.content._background.is_busy, timeout=LONG)
    pages = PdfReader(tmp_path / "lich.pdf").pages
    assert {round(one.mediabox.width) for one in pages} == {LONG_SIDE}
    assert {round(one.mediabox.height) for one in pages} == {SHORT_SIDE}


def test_the_month_view_prints_its_month_in_words(
    window: MainWindow, year: YearView, qtbot: QtBot, tmp_path: Path
) -> None:
    year.strip.go_to_month(3)
    year.show_view(1)
    year.save.trigger()
    save_as(window, qtbot, tmp_path / "thang.pdf")
    qtbot.waitUntil(lambda: not window.content._background.is_busy, timeout=LONG)
    (page,) = PdfReader(tmp_path / "thang.pdf").pages
    words = " ".join(page.extract_text().split())
    assert "Tháng 3/2026" in words
    assert "Thứ Hai" in words
    assert "2.2 Báo cáo" in words
    assert "Chốt số liệu báo cáo quý I" in words
    assert "Ngày nghỉ, làm bù trong tháng" in words


def test_what_does_not_fit_into_a_day_is_listed_on_a_further_page(control_plan: OpenPlan) -> None:
    page = year_page(control_plan.progress, TODAY)
    june = date(2026, 6, 1)
    shown = MonthShown(page, WorkingDays(), {})
    assert len(month_sheets(shown, june, "Tháng 6", "", theme.light_palette())) == 1
    full = page.dues_on(date(2026, 6, 30)) * 9
    page.by_day[date(2026, 6, 30)] = full
    assert len(month_sheets(shown, june, "Tháng 6", "", theme.light_palette())) == 2


def test_the_sample_s_year_is_one_page_that_can_be_hung_up(control_plan: OpenPlan) -> None:
    page = year_page(control_plan.progress, TODAY)
    assert len(year_sheets(page, "Lịch năm", theme.light_palette())) == 1


def test_paper_does_not_follow_the_text_size_of_the_screen(
    window: MainWindow, control_plan: OpenPlan
) -> None:
    page, palette = year_page(control_plan.progress, TODAY), theme.light_palette()
    paper = Paper("Lịch năm", lambda: year_sheets(page, "Lịch năm", palette))
    before = [picture_of(one, 1) for one in paper.sheets()]
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.scale_text(application, 2.0)
    try:
        assert [picture_of(one, 1) for one in paper.sheets()] == before
    finally:
        theme.scale_text(application, 1.0)


def test_the_picture_goes_onto_the_clipboard(
    window: MainWindow, year: YearView, qtbot: QtBot
) -> None:
    year.show_view(2)
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    assert year.copy in year.bars.actions()
    year.copy.trigger()
    qtbot.waitUntil(lambda: not clipboard.image().isNull(), timeout=LONG)
    picture = clipboard.image()
    assert picture.width() > 2 * picture.height()


def asked_to_print(window: MainWindow, year: YearView, qtbot: QtBot) -> PrintDialog:
    year.print.trigger()
    return dialog(window, qtbot, PrintDialog)


def test_without_a_printer_a_pdf_is_offered(
    window: MainWindow, year: YearView, qtbot: QtBot, tmp_path: Path
) -> None:
    asked = asked_to_print(window, year, qtbot)
    assert asked.pane.printer.currentText() == "Chưa có máy in"
    assert asked.main.text() == "Lưu PDF…"
    assert not asked.save.isVisible()
    assert faults_of(asked) == []
    click(asked.main)
    save_as(window, qtbot, tmp_path / "lich.pdf")


def test_the_chosen_pages_are_printed_so_many_times(
    window: MainWindow,
    year: YearView,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The sample's year goes onto one page; here it may not be made smaller.
    monkeypatch.setattr(year_sheet, "_SMALLEST", 1.0)
    printers = FilePrinters(tmp_path / "giay.pdf")
    window.content.rooms.room(YearActs)._printing.printers = printers
    asked = asked_to_print(window, year, qtbot)
    assert asked._place.text() == "Trang 1 / 2"
    click(asked.after)
    qtbot.waitUntil(lambda: asked._place.text() == "Trang 2 / 2", timeout=LONG)
    asked.pane.which.field.setFocus()
    press(asked.pane.which.field, Qt.Key.Key_3)
    click(asked.main)
    assert asked.isVisible()
    assert "từ 1 đến 2" in asked.pane.which.trouble.text()
    press(asked.pane.which.field, Qt.Key.Key_Backspace)
    press(asked.pane.which.field, Qt.Key.Key_2)
    asked.pane.copies.setValue(2)
    assert asked.main.text() == "In 2 bản"
    click(asked.main)
    gone(window, qtbot, PrintDialog)
    background = window.content._background
    qtbot.waitUntil((tmp_path / "giay.pdf").exists, timeout=LONG)
    qtbot.waitUntil(lambda: not background.is_busy, timeout=LONG)
    assert len(PdfReader(tmp_path / "giay.pdf").pages) == 2
    assert window.content.card.said[-1][1].startswith("Đã gửi 1 trang, 2 bản")


def test_the_calendar_file_comes_from_the_menu(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_control(window, qtbot)
    window.actions_of_menu.due.export.trigger()
    save_as(window, qtbot, tmp_path / "lich.ics")
    text = (tmp_path / "lich.ics").read_text()
    assert text.count("BEGIN:VEVENT") == 37
    assert text.count("UID:occurrence-") == 37
