"""The preview by itself: pages, small pictures, keys, zoom, the choices of the pane."""

import gc
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.long_document import PAGES, long_document
from tests.ui.hand import click, press
from tests.ui.page_layouts import SENTENCE, document, table, words
from tests.ui.preview_parts import OFFICE_PRINTER, OTHER_PRINTER, wheel
from tests.ui.walk import faults_of, takes_focus_by_keys
from tthc_desktop.document.blocks import DocumentLayout, PageSection, Role
from ui.kit.app_button import AppButton
from ui.pages.draft_mark import DraftMark
from ui.pages.page_range import Which
from ui.pages.paginator import Page, paginate
from ui.pages.painter import draw_page
from ui.preview.checks import Check
from ui.preview.desk_rows import FIT_PAGE, FIT_WIDTH, Zoom
from ui.preview.preview_page import PreviewPage
from ui.preview.printers import Sides
from ui.session.settings import Settings

LONGEST_EVENT_SECONDS = 0.1
LONG = document(*[words(SENTENCE * 9)] * 120)
WITH_ANNEX = DocumentLayout(
    (
        PageSection((words("Kế hoạch."), *[words(SENTENCE * 9)] * 6)),
        PageSection((words("Phụ lục", Role.ANNEX_LABEL), table(60)), landscape=True),
    ),
    "Kế hoạch thử",
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path)


@pytest.fixture
def preview(dressed: QApplication, qtbot: QtBot, settings: Settings) -> Iterator[PreviewPage]:
    made = PreviewPage(settings)
    qtbot.addWidget(made)
    made.setAccessibleName("Xem trang in")
    made.resize(1300, 560)
    made.show()
    yield made
    made.setter.begin(None)


def shown(preview: PreviewPage, qtbot: QtBot, layout: DocumentLayout) -> None:
    preview.show_document(layout, is_draft=True)
    qtbot.waitUntil(lambda: preview.setter.is_complete)


def labels(preview: PreviewPage) -> list[str]:
    return [one.text() for one in preview.findChildren(QLabel) if one.isVisible()]


def test_the_first_page_is_there_before_the_rest(preview: PreviewPage, qtbot: QtBot) -> None:
    preview.show_document(LONG, is_draft=True)
    assert len(preview.setter.pages) == 1
    assert preview.turning.total.text() == "/ đang tính…"
    assert "đang tính…" in preview.facts
    qtbot.waitUntil(lambda: preview.setter.is_complete)
    total = len(paginate(LONG).pages)
    assert preview.turning.total.text() == f"/ {total} trang"
    assert preview.facts.startswith(f"{total} trang")


@pytest.mark.parametrize("is_table", [False, True])
def test_300_pages_hold_nobody_up(preview: PreviewPage, is_table: bool) -> None:
    layout = long_document(is_table=is_table)
    gc.freeze()
    slowest = 0.0
    preview.show_document(layout, is_draft=True)
    while not preview.setter.is_complete:
        start = time.thread_time()
        QApplication.processEvents()
        slowest = max(slowest, time.thread_time() - start)
    assert len(preview.setter.pages) >= PAGES
    assert slowest < LONGEST_EVENT_SECONDS


def test_pages_of_plan_and_annex_are_named_apart(preview: PreviewPage, qtbot: QtBot) -> None:
    shown(preview, qtbot, WITH_ANNEX)
    model = preview.thumbnails.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    own = sum(not page.section for page in preview.setter.pages)
    assert names[:own] == [str(number + 1) for number in range(own)]
    assert names[own:] == [f"Phụ lục {number + 1}" for number in range(len(names) - own)]
    assert f"{own} trang kế hoạch, {len(names) - own} trang phụ lục" in preview.facts
    preview.desk.go_to(own)
    assert "ngang" in preview.facts


def test_keys_turn_pages(preview: PreviewPage, qtbot: QtBot) -> None:
    preview.one_page.trigger()
    shown(preview, qtbot, LONG)
    last = len(preview.setter.pages) - 1
    for key, page in (
        (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, last), (Qt.Key.Key_PageDown, last), (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_PageUp, 0),
    ):  # fmt: skip
        press(preview.desk, key)
        assert preview.desk.current == page
        assert preview.turning.number.text() == str(page + 1)
        assert preview.thumbnails.currentIndex().row() == page


def test_two_pages_beside_each_other_are_turned_together(
    preview: PreviewPage, qtbot: QtBot
) -> None:
    shown(preview, qtbot, LONG)
    assert preview.desk.shown == (0, 1)
    assert "Trang 1 và 2" in preview.facts
    press(preview.desk, Qt.Key.Key_PageDown)
    assert preview.desk.shown == (2, 3)
    preview.one_page.trigger()
    assert list(preview.desk.shown) == [2]


def test_a_page_higher_than_the_desk_is_walked_through(preview: PreviewPage, qtbot: QtBot) -> None:
    preview.desk.look(columns=1, zoom=Zoom(200))
    shown(preview, qtbot, LONG)
    steps = 0
    while preview.desk.current == 0 and steps < 20:
        press(preview.desk, Qt.Key.Key_PageDown)
        steps += 1
    assert 2 < steps < 20


def test_a_number_leads_to_its_page(preview: PreviewPage, qtbot: QtBot) -> None:
    shown(preview, qtbot, LONG)
    last = len(preview.setter.pages)
    for typed, page in (("7", 6), ("999", last - 1), ("1", 0)):
        preview.turning.number.setText(typed)
        press(preview.turning.number, Qt.Key.Key_Return)
        assert preview.desk.current == page
        assert preview.turning.number.text() == str(page + 1)


def test_a_small_picture_leads_to_its_page(preview: PreviewPage, qtbot: QtBot) -> None:
    shown(preview, qtbot, LONG)
    view = preview.thumbnails
    view.scrollTo(view.model().index(2, 0))
    click(view.viewport(), view.visualRect(view.model().index(2, 0)).center())
    assert preview.desk.current == 2


def test_only_pages_one_sees_are_painted(
    preview: PreviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(preview, qtbot, LONG)
    painted: list[int] = []

    def counted(painter: QPainter, page: Page) -> None:
        painted.append(page.number)
        draw_page(painter, page)

    monkeypatch.setattr("ui.preview.page_desk.draw_page", counted)
    preview.desk.grab()
    assert set(painted) <= {1, 2, 3, 4}


def test_control_and_the_wheel_enlarge_and_leave_the_page(
    preview: PreviewPage, qtbot: QtBot
) -> None:
    shown(preview, qtbot, LONG)
    preview.desk.go_to(4)
    preview.desk.look(zoom=Zoom(100))
    wheel(preview, 1, Qt.KeyboardModifier.ControlModifier)
    assert preview.desk.zoom == Zoom(125)
    assert preview.turning.zoom.currentText() == "125 %"
    wheel(preview, -1, Qt.KeyboardModifier.ControlModifier)
    wheel(preview, -1, Qt.KeyboardModifier.ControlModifier)
    assert preview.desk.zoom == Zoom(75)
    assert preview.desk.current == 4
    before = preview.desk.verticalScrollBar().value()
    wheel(preview, -1, Qt.KeyboardModifier.NoModifier)
    assert preview.desk.verticalScrollBar().value() > before
    assert preview.desk.zoom == Zoom(75)


@pytest.mark.parametrize("width", [760, 900, 1600])
@pytest.mark.parametrize("columns", [1, 2])
def test_fitted_pages_fit(preview: PreviewPage, qtbot: QtBot, width: int, columns: int) -> None:
    preview.resize(width, 560)
    shown(preview, qtbot, WITH_ANNEX)
    preview.desk.look(columns=columns, zoom=FIT_PAGE)
    room = preview.desk.viewport().size()
    for row in preview.desk._rows:
        assert row.places[-1].right() <= room.width()
        assert row.bottom - row.top <= room.height()
    preview.desk.look(zoom=FIT_WIDTH)
    assert preview.desk.horizontalScrollBar().maximum() == 0


def test_the_look_of_last_time_comes_back(
    preview: PreviewPage, qtbot: QtBot, settings: Settings
) -> None:
    preview.desk.look(columns=1, zoom=Zoom(150))
    preview.print_pane.copies.setValue(3)
    preview.print_pane.sides.setCurrentIndex(1)
    preview.print_pane.sides.activated.emit(1)
    preview.print_pane.which.buttons[Which.ANNEXES].setChecked(True)
    again = PreviewPage(settings)
    qtbot.addWidget(again)
    assert (again.desk.columns, again.desk.zoom) == (1, Zoom(150))
    assert again.one_page.isChecked()
    order = again.print_pane.order()
    assert order is not None
    assert (order.which, order.copies) == (Which.ANNEXES, 3)
    assert again.print_pane.chosen_sides is Sides.LONG_EDGE
    assert again.print.iconText() == "In 3 bản"


def test_the_pane_says_what_each_choice_prints(preview: PreviewPage, qtbot: QtBot) -> None:
    shown(preview, qtbot, WITH_ANNEX)
    total, own = len(preview.setter.pages), sum(not one.section for one in preview.setter.pages)
    buttons = preview.print_pane.which.buttons
    assert buttons[Which.ALL].text() == f"Tất cả ({total} trang)"
    assert buttons[Which.ANNEXES].text() == f"Chỉ phụ lục (trang {own + 1}–{total})"
    shown(preview, qtbot, LONG)
    assert not buttons[Which.PLAN].isVisible()
    assert not buttons[Which.ANNEXES].isVisible()


def test_impossible_pages_are_told_at_the_field(preview: PreviewPage, qtbot: QtBot) -> None:
    shown(preview, qtbot, WITH_ANNEX)
    which = preview.print_pane.which
    which.field.setFocus()
    for key in (Qt.Key.Key_9, Qt.Key.Key_9):
        press(which.field, key)
    assert which.buttons[Which.CHOSEN].isChecked()
    assert preview.print_pane.order() is None
    assert which.trouble.isVisible()
    assert f"1 đến {len(preview.setter.pages)}" in which.trouble.text()
    press(which.field, Qt.Key.Key_Backspace)
    assert not which.trouble.isVisible()
    which.field.setText("1, 3–4")
    order = preview.print_pane.order()
    assert order is not None
    assert order.chosen == (1, 3, 4)


def test_printers_are_offered_and_their_state_is_told(preview: PreviewPage, qtbot: QtBot) -> None:
    asked: list[str] = []
    preview.print_pane.printer_chosen.connect(asked.append)
    preview.print_pane.show_printers((OFFICE_PRINTER, OTHER_PRINTER))
    assert preview.print_pane.chosen_printer == OFFICE_PRINTER
    assert asked == [OFFICE_PRINTER]


def test_without_a_printer_saving_a_pdf_is_the_filled_command(preview: PreviewPage) -> None:
    preview.offer_printing(can_print=False)
    preview.print_pane.show_printers(())
    assert preview.print_pane.printer.currentText() == "Chưa có máy in"
    assert preview.print_pane.chosen_printer == ""
    preview.focus_main()
    focused = QApplication.focusWidget()
    assert isinstance(focused, AppButton)
    assert focused.action is preview.save_pdf
    there = [one for one in preview.findChildren(AppButton) if one.isVisible()]
    assert preview.print not in [one.action for one in there]


def test_the_mark_is_for_drafts_only(preview: PreviewPage, qtbot: QtBot) -> None:
    shown(preview, qtbot, WITH_ANNEX)
    preview.desk.go_to(2)
    preview.print_pane.mark.setChecked(True)
    qtbot.waitUntil(lambda: preview.setter.is_complete)
    assert preview.desk.current == 2
    for page in preview.setter.pages:
        assert isinstance(page.marks[0], DraftMark)
        assert "DỰ THẢO" not in page.lines
    preview.show_document(WITH_ANNEX, is_draft=False)
    qtbot.waitUntil(lambda: preview.setter.is_complete)
    assert not preview.print_pane.mark.isVisible()
    assert not any(isinstance(one.marks[0], DraftMark) for one in preview.setter.pages)


def test_what_is_behind_a_check_opens_below_it(preview: PreviewPage) -> None:
    details = ("– Lề trái hẹp hơn 30 mm.", "– Thiếu số trang.")
    preview.print_pane.checks.show_checks((Check("error", "2 lỗi trong văn bản", details),))
    QApplication.processEvents()
    assert "2 lỗi trong văn bản" in labels(preview)
    (link,) = [one for one in preview.findChildren(AppButton) if one.text() == "Xem"]
    click(link)
    assert "\n".join(details) in labels(preview)
    click(link)
    assert "\n".join(details) not in labels(preview)


def test_names_words_and_ways_without_a_mouse(preview: PreviewPage, qtbot: QtBot) -> None:
    shown(preview, qtbot, WITH_ANNEX)
    preview.print_pane.show_printers((OFFICE_PRINTER,))
    assert faults_of(preview) == []
    for button in preview.row.findChildren(AppButton):
        if button.isVisible():
            assert takes_focus_by_keys(button), button.text()


@pytest.mark.parametrize("width", [900, 1000])
def test_a_narrow_row_keeps_its_filled_command(
    preview: PreviewPage, qtbot: QtBot, width: int
) -> None:
    preview.resize(width, 435)
    shown(preview, qtbot, LONG)
    (main,) = [one for one in preview.row.findChildren(AppButton) if one.action is preview.print]
    assert main.isVisible()
    assert main.geometry().right() <= preview.row.width()
