"""Xem trang in in the window: there and back, what an issued plan shows, printing, saving."""

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from db.data_file import SqliteDataFile
from tests.ui.conftest import OpenWindow
from tests.ui.hand import press
from tests.ui.preview_parts import OFFICE_PRINTER, FilePrinters, wheel
from tests.ui.walk import faults_of
from tthc_desktop.domain.findings import Finding, Severity
from tthc_desktop.domain.plan import Plan, PlanKind
from tthc_desktop.errors import StorageTrouble
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.issuing import issue_plan
from tthc_desktop.use_cases.task_editing import set_task
from ui.frame.actions import Page
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow
from ui.pages.page_range import Which
from ui.preview.preview import Preview
from ui.preview.preview_page import PreviewPage
from ui.session.background import Background

CTRL = Qt.KeyboardModifier.ControlModifier
FAULTS = (
    Finding("L02", Severity.ERROR, "page", "", "Lề trái hẹp hơn 30 mm.", "Đặt lề trái 30 mm."),
    Finding("T01", Severity.WARNING, "section I", "1/1", "Ngày viết tắt.", ""),
    Finding("L25", Severity.INFO, "section I", "", "Hai dấu cách.", ""),
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return tmp_path / "giấy.pdf"


@pytest.fixture
def printers(paper: Path) -> FilePrinters:
    return FilePrinters(paper)


@pytest.fixture
def prepared(window: MainWindow, printers: FilePrinters, qtbot: QtBot) -> MainWindow:
    """Return the window with printers that print to a file, the control plan open."""
    preview = window.content.rooms.room(Preview).acts
    preview._printers = printers
    preview._check = lambda *_: FAULTS
    opened = window.content.session.open_plan
    assert opened is not None
    if opened.plan.kind is not PlanKind.CONTROL:
        plans = window.content.session.file.plans  # type: ignore[union-attr]
        wanted = next(one.id for one in plans if one.kind is PlanKind.CONTROL)
        with qtbot.waitSignal(window.content.session.plan_opened):
            window.content.session.select(wanted)
    return window


def background(window: MainWindow) -> Background:
    return window.content._background


def shown(window: MainWindow, qtbot: QtBot) -> PreviewPage:
    preview = window.content.rooms.room(Preview).acts
    qtbot.waitUntil(lambda: preview.is_open and preview.page.setter.is_complete, timeout=10_000)
    qtbot.waitUntil(lambda: not background(window).is_busy, timeout=10_000)
    QApplication.processEvents()
    return preview.page


def opened_preview(window: MainWindow, qtbot: QtBot) -> PreviewPage:
    window.actions_of_menu.preview.show.trigger()
    return shown(window, qtbot)


def words_of(paper: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(paper).pages]


def test_its_key_opens_it_and_escape_leads_back(prepared: MainWindow, qtbot: QtBot) -> None:
    window = prepared
    window.content.area.take_focus()
    before = window.focusWidget()
    press(window, Qt.Key.Key_F2, CTRL)
    page = shown(window, qtbot)
    assert page.isVisible()
    assert window.windowTitle().startswith("Xem trang in – Kế hoạch kiểm soát TTHC năm 2026")
    assert not window.bars.commands.isVisible()
    assert window.status.facts.text() == page.facts
    press(page.desk, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert window.content.area.plan_tab.isVisible()
    assert window.bars.commands.isVisible()
    assert "Xem trang in" not in window.windowTitle()
    assert window.focusWidget() is before


def test_closing_leads_to_the_tab_one_came_from(prepared: MainWindow, qtbot: QtBot) -> None:
    prepared.show_page(Page.TASKS)
    page = opened_preview(prepared, qtbot)
    assert prepared.bars.page_bar.currentIndex() == Page.PLAN
    page.turning.close_button.click()
    assert prepared.bars.page_bar.currentIndex() == Page.TASKS
    assert prepared.content.area.task_tab.isVisible()


def test_another_tab_closes_it(prepared: MainWindow, qtbot: QtBot) -> None:
    page = opened_preview(prepared, qtbot)
    prepared.actions_of_menu.pages[Page.TASKS].trigger()
    assert not page.isVisible()
    assert not prepared.content.rooms.room(Preview).acts.is_open
    assert prepared.bars.commands.isVisible()
    assert opened_preview(prepared, qtbot) is page


def test_the_print_key_comes_here_and_enter_prints(
    prepared: MainWindow, qtbot: QtBot, printers: FilePrinters, paper: Path
) -> None:
    prepared.show_page(Page.TASKS)
    press(prepared, Qt.Key.Key_P, CTRL)
    page = shown(prepared, qtbot)
    focused = QApplication.focusWidget()
    assert isinstance(focused, AppButton)
    assert focused.action is page.print
    assert printers.used == []
    press(focused, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not background(prepared).is_busy, timeout=20_000)
    printers.made.clear()
    assert printers.used == [OFFICE_PRINTER]
    assert len(words_of(paper)) == len(page.setter.pages)
    said = prepared.content.card.said[-1][1]
    assert said == f"Đã gửi {len(page.setter.pages)} trang tới máy in “{OFFICE_PRINTER}”"


def test_what_the_pane_says_is_what_is_printed(
    prepared: MainWindow, qtbot: QtBot, printers: FilePrinters, paper: Path
) -> None:
    page = opened_preview(prepared, qtbot)
    page.print_pane.which.buttons[Which.ANNEXES].setChecked(True)
    page.print_pane.copies.setValue(2)
    page.print.trigger()
    qtbot.waitUntil(lambda: not background(prepared).is_busy, timeout=20_000)
    printers.made.clear()
    annexes = [" ".join(one.lines) for one in page.setter.pages if one.section]
    wanted = [" ".join(words.split()) for words in annexes]
    assert words_of(paper) == wanted * 2


def test_impossible_pages_print_nothing(
    prepared: MainWindow, qtbot: QtBot, printers: FilePrinters
) -> None:
    page = opened_preview(prepared, qtbot)
    page.print_pane.which.field.setText("99")
    page.print_pane.which.buttons[Which.CHOSEN].setChecked(True)
    page.print.trigger()
    assert printers.used == []
    assert page.print_pane.which.trouble.isVisible()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_refuses_is_told_with_a_way_on(
    prepared: MainWindow, qtbot: QtBot, printers: FilePrinters, tmp_path: Path
) -> None:
    page = opened_preview(prepared, qtbot)
    printers.paper = tmp_path / "không có" / "giấy.pdf"
    page.print.trigger()
    qtbot.waitUntil(lambda: bool(boxes(prepared)), timeout=20_000)
    (box,) = boxes(prepared)
    assert "Chưa in trang nào" in box.text() + box.informativeText()
    printers.made.clear()
    box.close()


def test_no_printer_is_told_kindly(
    prepared: MainWindow, qtbot: QtBot, printers: FilePrinters
) -> None:
    printers.names = ()
    page = opened_preview(prepared, qtbot)
    assert page.print_pane.printer.currentText() == "Chưa có máy in"
    there = [one.action for one in page.findChildren(AppButton) if one.isVisible()]
    assert page.save_pdf in there
    assert page.print not in there


def test_checks_are_told_and_blanks_of_a_draft(prepared: MainWindow, qtbot: QtBot) -> None:
    page = opened_preview(prepared, qtbot)
    told = [one.words for one in page.print_pane.checks.checks]
    assert told == ["1 lỗi trong văn bản", "1 điều cần xem lại", "Số và ngày còn để trống"]


def test_a_check_that_fails_is_no_barrier(prepared: MainWindow, qtbot: QtBot) -> None:
    def failing(units: UnitsOfWork, plan_id: str) -> Sequence[Finding]:
        raise StorageTrouble("x")

    prepared.content.rooms.room(Preview).acts._check = failing
    page = opened_preview(prepared, qtbot)
    told = [one.words for one in page.print_pane.checks.checks]
    assert told[0] == "Chưa kiểm được văn bản"
    assert page.print.isEnabled()


def test_the_checks_of_the_program_are_those_of_plan_check(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = opened_preview(window, qtbot)
    assert "Chưa kiểm được văn bản" not in [one.words for one in page.print_pane.checks.checks]


def test_an_edit_is_seen_in_the_preview(prepared: MainWindow, qtbot: QtBot) -> None:
    prepared.show_page(Page.PLAN)
    editor = prepared.content.session.editor
    page = opened_preview(prepared, qtbot)
    page.desk.go_to(2)
    assert editor.do_text("đổi trích yếu", _with_another_title)
    follower = prepared.content.frame.follower
    qtbot.waitUntil(lambda: not follower.is_waiting and page.setter.is_complete, timeout=10_000)
    assert "Trích yếu mới" in page.setter.pages[0].lines
    assert page.desk.current == 2
    page.close_asked.emit()
    page = opened_preview(prepared, qtbot)
    assert "Trích yếu mới" in page.setter.pages[0].lines


def test_an_issued_plan_shows_what_was_issued(
    open_window: OpenWindow, data_path: Path, qtbot: QtBot
) -> None:
    data_file = SqliteDataFile(data_path)
    units = data_file.units_of_work()
    with units.reading() as work:
        plan_id = next(o.id for o in work.plans.summaries() if o.kind is PlanKind.CONTROL)
        first = next(one for one in work.plans.get(plan_id).numbered_tasks() if one.task.lead)
    issue_plan(units, plan_id, "07", date(2026, 1, 22))
    set_task(units, plan_id, first.number, {"content": "Nội dung sau điều chỉnh"})
    data_file.close()
    window = open_window(data_path)
    if window.content.session.open_plan.plan.id != plan_id:  # type: ignore[union-attr]
        with qtbot.waitSignal(window.content.session.plan_opened):
            window.content.session.select(plan_id)
    page = opened_preview(window, qtbot)
    words = " ".join(line for one in page.setter.pages for line in one.lines)
    assert "07/KH-STMDV" in words
    assert "Nội dung sau điều chỉnh" not in words
    assert not page.print_pane.mark.isVisible()


def test_saving_carries_the_mark_that_is_seen(
    prepared: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened_preview(prepared, qtbot)
    page.print_pane.mark.setChecked(True)
    for action, name in ((page.save_word, "dự thảo.docx"), (page.save_pdf, "dự thảo.pdf")):
        action.trigger()
        qtbot.waitUntil(lambda: bool(dialogs(prepared)))
        (dialog,) = dialogs(prepared)
        with qtbot.waitSignal(prepared.content.session.file_exported, timeout=20_000):
            dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
        qtbot.waitUntil(lambda: not dialogs(prepared))
    with zipfile.ZipFile(tmp_path / "dự thảo.docx") as word:
        assert "DỰ THẢO" in word.read("word/header1.xml").decode()
        assert "DỰ THẢO" not in word.read("word/document.xml").decode()
    assert "DỰ THẢO" not in "".join(words_of(tmp_path / "dự thảo.pdf"))


def test_electronic_annexes_are_asked_for_and_written(
    prepared: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    prepared.actions_of_menu.preview.electronic_annex.trigger()
    qtbot.waitUntil(lambda: bool(dialogs(prepared)))
    (dialog,) = dialogs(prepared)
    dialog.fileSelected.emit(str(tmp_path / "phụ lục"))
    dialog.close()
    file = tmp_path / "phụ lục.docx"
    qtbot.waitUntil(file.exists, timeout=10_000)
    qtbot.waitUntil(lambda: not background(prepared).is_busy)
    assert prepared.content.card.said[-1][1] == "Đã xuất phụ lục điện tử"
    written = file.read_bytes()
    prepared.actions_of_menu.preview.electronic_annex.trigger()
    qtbot.waitUntil(lambda: bool(dialogs(prepared)))
    (dialog,) = dialogs(prepared)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    qtbot.waitUntil(lambda: bool(boxes(prepared)))
    (box,) = boxes(prepared)
    assert file.name in box.text()
    box.close()
    assert file.read_bytes() == written


def test_the_wheel_with_control_leaves_the_text_of_the_program_alone(
    prepared: MainWindow, qtbot: QtBot
) -> None:
    page = opened_preview(prepared, qtbot)
    before = prepared.status.text_size.text()
    zoom = page.desk.zoom
    wheel(page, 1, CTRL)
    assert prepared.status.text_size.text() == before
    assert page.desk.zoom != zoom


def test_it_has_names_words_and_panes_to_walk(prepared: MainWindow, qtbot: QtBot) -> None:
    page = opened_preview(prepared, qtbot)
    assert faults_of(prepared) == []
    page.desk.setFocus()
    walked = set()
    for _ in range(8):
        QTest.keyClick(prepared, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        walked |= {pane for pane in page.panes if pane is focused or pane.isAncestorOf(focused)}
    assert walked == set(page.panes)


def _with_another_title(plan: Plan) -> Plan:
    return replace(plan, title="Trích yếu mới")


def dialogs(window: MainWindow) -> list[QFileDialog]:
    return [one for one in window.findChildren(QFileDialog) if one.isVisible()]


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [one for one in window.findChildren(QMessageBox) if one.isVisible()]
