"""Sổ phản ánh, kiến nghị in the window: typed, refused, stepped, filtered, pasted, taken back."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import LONG, button, dialog, gone, row_at, settle, units_of
from tests.ui.register_hand import (
    back_to,
    column,
    column_words,
    editor,
    open_register,
    paste,
    redo,
    type_in,
    undo,
    words,
)
from tests.ui.walk import faults_of
from tests.use_cases.typed_entries import entries
from tthc_desktop.domain.reporting.petitions import Petition, PetitionState
from tthc_desktop.domain.reporting.registers import PETITIONS
from tthc_desktop.use_cases.today import DueRow
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.registers.export_acts import PersonalDialog
from ui.registers.paste_dialog import PasteDialog
from ui.registers.petition_acts import PetitionActs
from ui.registers.register_page import RegisterPage
from ui.registers.step_dialog import StepDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_ENTER, _TAB, _ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
_CONTROL = Qt.KeyboardModifier.ControlModifier
ROWS = (
    "Ngày nhận\tTóm tắt nội dung\tTrạng thái\tNgười gửi\tSố thứ tự\tLiên hệ\n"
    "24/04\tBỏ bản sao chứng thực\tĐang xử lý\tTrần Thị Thử\t1\tthu@mau.vn\n"
    "19/06\tHỏi về thời hạn\tđã tiếp\t\t2\n"
    "30/06\tThái độ tiếp nhận\tMới\t\t3\n"
)


def stored(window: MainWindow) -> tuple[Petition, ...]:
    return entries(units_of(window), PETITIONS)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> RegisterPage:
    return open_register(window, qtbot, "petition")


@pytest.fixture
def filled(window: MainWindow, page: RegisterPage, qtbot: QtBot) -> RegisterPage:
    page.grid.setFocus()
    paste(page.grid, ROWS)
    preview = dialog(window, qtbot, PasteDialog)
    click(button(preview, "Nhận 3 dòng"))
    gone(window, qtbot, PasteDialog)
    back_to(window, qtbot)
    return page


def test_a_petition_is_typed_at_the_foot_and_the_next_one_begins(
    window: MainWindow, page: RegisterPage
) -> None:
    grid = page.grid
    assert grid.hasFocus()
    assert "Sổ chưa có mục nào" in page.line.text()
    assert grid.currentIndex().row() == grid.rows.draft_line == 0
    press(grid, Qt.Key.Key_7)
    press(editor(grid), _TAB)
    assert grid.currentIndex().column() == column(grid, "received_on")
    for key in (Qt.Key.Key_2, Qt.Key.Key_8, Qt.Key.Key_0, Qt.Key.Key_5):
        press(grid if key == Qt.Key.Key_2 else editor(grid), key)
    press(editor(grid), _TAB)
    # What is worked out is passed over.
    assert grid.currentIndex().column() == column(grid, "summary")
    press(grid, Qt.Key.Key_Backtab)
    press(grid, _ENTER)
    assert stored(window) == ()
    assert grid.told == "Còn thiếu “Tóm tắt nội dung”."
    assert grid.currentIndex().column() == column(grid, "summary")
    type_in(grid, 0, "summary", "Hỏi về lệ phí", _ENTER)
    (one,) = stored(window)
    assert (one.number, one.summary) == ("7", "Hỏi về lệ phí")
    assert one.received_on.isoformat() == "2026-05-28"
    assert words(grid, 0, "received_on") == "28/05/2026"
    assert (grid.currentIndex().row(), grid.rows.draft) == (grid.rows.draft_line, {})
    assert grid.rows.draft_line == 1
    undo(window)
    assert stored(window) == ()
    redo(window)
    assert stored(window) == (one,)


def test_an_answer_before_it_came_is_said_at_the_cell_and_nothing_is_worked_out(
    window: MainWindow, filled: RegisterPage
) -> None:
    grid = filled.grid
    before = stored(window)
    due = words(grid, 0, "Hạn")
    type_in(grid, 0, "answered_on", "23/4", _ENTER)
    assert "Ngày trả lời trước ngày nhận" in grid.told
    assert editor(grid).text() == "23/4"
    assert stored(window) == before
    assert words(grid, 0, "Hạn") == due == "20/05/2026"
    editor(grid).selectAll()
    for key in (Qt.Key.Key_2, Qt.Key.Key_9, Qt.Key.Key_0, Qt.Key.Key_6):
        press(editor(grid), key)
    press(editor(grid), _ENTER)
    assert grid.told == ""
    assert stored(window)[0].state is PetitionState.AWAITS_PUBLICATION
    assert words(grid, 0, "answered_on") == "29/06/2026"
    assert words(grid, 0, "Hạn") == "01/07/2026"
    assert words(grid, 0, "Tình trạng") == "Đến hạn hôm nay"
    grid.go_to(2)
    undo(window)
    assert stored(window) == before
    assert words(grid, 0, "Tình trạng") == "Quá hạn 42 ngày"
    assert grid.currentIndex().row() == 0


def test_states_are_chosen_by_the_beginning_of_their_words(
    window: MainWindow, filled: RegisterPage
) -> None:
    type_in(filled.grid, 1, "state", "cho bo", _ENTER)
    assert stored(window)[1].state is PetitionState.NEEDS_MORE
    assert words(filled.grid, 1, "state") == "Chờ bổ sung"
    type_in(filled.grid, 1, "state", "khong co", _ENTER)
    assert "Chọn một trong: Mới, Đã tiếp nhận" in filled.grid.told
    press(editor(filled.grid), _ESCAPE)
    assert filled.isVisible()
    assert stored(window)[1].state is PetitionState.NEEDS_MORE


def test_a_list_opens_in_the_cell_and_enter_takes_what_is_chosen(
    window: MainWindow, filled: RegisterPage, qtbot: QtBot
) -> None:
    grid = filled.grid
    for down, expected in ((0, PetitionState.NEEDS_MORE), (2, PetitionState.RECEIVED)):
        grid.go_to(1, column(grid, "state"))
        press(grid, Qt.Key.Key_F2)
        popup = editor(grid).completer().popup()
        qtbot.waitUntil(popup.isVisible)
        if down:
            editor(grid).clear()
            editor(grid).completer().setCompletionPrefix("")
            editor(grid).completer().complete()
            for _ in range(down):
                press(popup, Qt.Key.Key_Down)
        else:
            editor(grid).setText("cho bo")
        press(popup, _ENTER)
        assert stored(window)[1].state is expected
        assert not popup.isVisible()
        assert grid.currentIndex().row() == 2


def test_a_file_that_cannot_be_written_is_only_read(
    window: MainWindow, filled: RegisterPage
) -> None:
    book, grid = filled.book, filled.grid
    assert book is not None
    filled.show_book(book, is_editable=False)
    assert (grid.rows.rowCount(), grid.rows.draft_line) == (3, -1)
    grid.go_to(0, column(grid, "summary"))
    press(grid, Qt.Key.Key_F2)
    press(grid, Qt.Key.Key_X)
    press(grid, Qt.Key.Key_Minus, _CONTROL)
    assert grid.state() == grid.State.NoState
    assert len(stored(window)) == 3
    assert not any(action.isEnabled() for _, action in _steps(window))


def test_the_next_step_is_offered_and_asks_for_its_day(
    window: MainWindow, filled: RegisterPage, qtbot: QtBot
) -> None:
    grid, acts = filled.grid, {one.text(): one for _, one in _steps(window)}
    grid.go_to(2)
    assert [one for one, act in acts.items() if act.isEnabled()] == ["Tiếp nhận", "Chuyển…"]
    acts["Tiếp nhận"].trigger()
    assert stored(window)[2].state is PetitionState.RECEIVED
    assert [one for one, act in acts.items() if act.isEnabled()] == ["Chuyển…", "Trả lời…"]
    assert "30/06/2026" in filled.pane_of_facts.words
    acts["Trả lời…"].trigger()
    asked = dialog(window, qtbot, StepDialog)
    assert asked.day.text == "01/07/2026"
    asked.day.edit.setText("29/6")
    click(button(asked, "Trả lời"))
    assert "Ngày trả lời trước ngày nhận" in asked.day_field.trouble
    asked.day.edit.setText("0107")
    asked.texts["outcome"].setText("Đã giải thích")
    click(button(asked, "Trả lời"))
    gone(window, qtbot, StepDialog)
    back_to(window, qtbot)
    one = stored(window)[2]
    assert (one.state, one.outcome) == (PetitionState.AWAITS_PUBLICATION, "Đã giải thích")
    assert words(grid, 2, "Việc tiếp theo") == "Công khai"
    assert grid.hasFocus()


def _steps(window: MainWindow) -> tuple[tuple[str, QAction], ...]:
    (acts,) = window.findChildren(PetitionActs)
    return acts.commands


def test_rows_from_excel_are_looked_at_before_they_come_in(
    window: MainWindow, page: RegisterPage, qtbot: QtBot
) -> None:
    page.grid.setFocus()
    paste(
        page.grid, "Ngày nhận\tTóm tắt nội dung\tNgày trả lời\n2/5\tMột\t\n3/5\tHai\t1/5\nx\tBa\t"
    )
    preview = dialog(window, qtbot, PasteDialog)
    assert faults_of(preview) == []
    said = [row_at(preview.rows, line).text(1) for line in range(3)]
    assert said[0] == "Sẽ nhận"
    assert said[1].startswith("Ngày trả lời trước ngày nhận")
    assert "“x” không phải là ngày" in said[2]
    assert stored(window) == ()
    click(button(preview, "Nhận 1 dòng"))
    gone(window, qtbot, PasteDialog)
    back_to(window, qtbot)
    assert [one.summary for one in stored(window)] == ["Một"]
    assert window.actions_of_menu.tasks.undo.text().endswith("dán 1 dòng")
    undo(window)
    assert stored(window) == ()


def test_rows_are_filtered_picked_out_and_sorted(filled: RegisterPage, qtbot: QtBot) -> None:
    grid, row = filled.grid, filled.filter
    assert column_words(grid, "number") == ["1", "2", "3"]
    row.text.setText("thoi han")
    qtbot.waitUntil(lambda: column_words(grid, "number") == ["2"], timeout=LONG)
    assert row.count.text() == "Đang hiện 1 trong 3"
    click(row.clear_link)
    assert column_words(grid, "number") == ["1", "2", "3"]
    row.picks.setCurrentIndex(row.picks.findText("Quá hạn"))
    row.picks.activated.emit(row.picks.currentIndex())
    assert column_words(grid, "number") == ["1"]
    row.clear()
    row.periods.setCurrentIndex(row.periods.findText("Quý III"))
    row.periods.activated.emit(row.periods.currentIndex())
    # The quarter's data begin on 15/06.
    assert column_words(grid, "number") == ["2", "3"]
    row.periods.setCurrentIndex(0)
    row.periods.activated.emit(0)
    for expected in (["1", "2", "3"], ["3", "2", "1"], ["1", "2", "3"]):
        grid.header.sectionClicked.emit(column(grid, "summary"))
        assert column_words(grid, "number") == expected
    assert grid.header.sort is None


def test_rows_are_taken_out_and_cells_emptied_by_keys(
    window: MainWindow, filled: RegisterPage
) -> None:
    grid, before = filled.grid, stored(window)
    grid.setFocus()
    grid.go_to(0, column(grid, "number"))
    press(grid, Qt.Key.Key_Delete)
    assert stored(window)[0].number == ""
    undo(window)
    grid.go_to(0, column(grid, "summary"))
    press(grid, Qt.Key.Key_Delete)
    assert grid.told == "Chưa ghi “Tóm tắt nội dung”. Chưa thay đổi gì."
    assert stored(window) == before
    grid.go_to(1, 0)
    press(grid, Qt.Key.Key_Minus, _CONTROL)
    assert stored(window) == (before[0], before[2])
    assert column_words(grid, "number") == ["1", "3"]
    undo(window)
    assert set(stored(window)) == set(before)
    press(grid, Qt.Key.Key_C, _CONTROL)
    assert QGuiApplication.clipboard().text() == "2"


def test_persons_are_named_in_excel_only_when_it_was_asked(
    window: MainWindow,
    filled: RegisterPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for is_ticked in (False, True):
        target = tmp_path / f"so-{is_ticked}.xlsx"
        monkeypatch.setattr(
            QFileDialog, "open", lambda self, to=target: self.fileSelected.emit(str(to))
        )
        click(button(filled.row, "Xuất Excel…"))
        asked = dialog(window, qtbot, PersonalDialog)
        assert faults_of(asked) == []
        asked.tick.setChecked(is_ticked)
        click(button(asked, "Chọn tệp…"))
        gone(window, qtbot, PersonalDialog)
        back_to(window, qtbot)
        settle(window, qtbot)
        sheet = openpyxl.load_workbook(target).worksheets[0]
        cells = [cell.value for row in sheet.iter_rows() for cell in row]
        for personal in ("Trần Thị Thử", "thu@mau.vn"):
            assert (personal in cells) is is_ticked
        assert {"Bỏ bản sao chứng thực", "Quá hạn 42 ngày", datetime(2026, 5, 20)} <= set(cells)


@pytest.fixture
def browsed() -> Iterator[list[str]]:
    opened: list[str] = []
    monkey = pytest.MonkeyPatch()
    monkey.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()))
    yield opened
    monkey.undo()


def test_an_address_is_shown_before_it_is_opened(
    window: MainWindow, filled: RegisterPage, qtbot: QtBot, browsed: list[str]
) -> None:
    grid = filled.grid
    grid.go_to(0, column(grid, "link"))
    assert not filled.acts.link.isEnabled()
    type_in(grid, 0, "link", "file:///etc/x", _ENTER)
    grid.go_to(0, column(grid, "link"))
    assert not filled.acts.link.isEnabled()
    type_in(grid, 0, "link", "Xem https://so.mau.gov.vn/tra-loi.", _ENTER)
    grid.go_to(0, column(grid, "link"))
    filled.acts.link.trigger()
    box = dialog(window, qtbot, QMessageBox)
    assert "https://so.mau.gov.vn/tra-loi" in box.text()
    assert browsed == []
    box.button(QMessageBox.StandardButton.NoButton)
    next(one for one in box.buttons() if one.text() == "Mở liên kết").click()
    assert browsed == ["https://so.mau.gov.vn/tra-loi"]


def test_an_overdue_petition_is_opened_from_today_and_escape_leads_back(
    window: MainWindow, filled: RegisterPage, qtbot: QtBot
) -> None:
    press(filled.grid, _ESCAPE)
    assert not filled.isVisible()
    window.show_page(Page.TODAY)
    settle(window, qtbot)
    tab = window.content.area.today_tab
    rows = [tab.list.rows.row_at(tab.list.rows.index(n)) for n in range(tab.list.rows.rowCount())]
    found = [(n, row) for n, row in enumerate(rows) if isinstance(row, DueRow) and row.is_petition]
    line, due = found[0]
    assert due.content == "Bỏ bản sao chứng thực"
    tab.list.setFocus()
    tab.list.setCurrentIndex(tab.list.rows.index(line))
    assert tab.list._button.text() == "Mở sổ"
    press(tab.list, _ENTER)
    settle(window, qtbot)
    assert filled.isVisible()
    row = filled.grid.current_row
    assert row is not None
    assert row.entry.summary == "Bỏ bản sao chứng thực"
    press(filled.grid, _ESCAPE)
    assert window.bars.page_bar.currentIndex() == Page.TODAY
    assert window.bars.page_bar.isVisible()


def test_names_words_and_the_model_hold(filled: RegisterPage, qtmodeltester: ModelTester) -> None:
    assert faults_of(filled) == []
    check: Callable[[QAbstractItemModel], None] = qtmodeltester.check
    check(filled.grid.rows)
    assert "Dòng mới" in str(
        filled.grid.rows.data(
            filled.grid.rows.index(filled.grid.rows.draft_line, 0),
            Qt.ItemDataRole.AccessibleTextRole,
        )
    )
    said = filled.grid.rows.data(
        filled.grid.rows.index(0, column(filled.grid, "Tình trạng")),
        Qt.ItemDataRole.AccessibleTextRole,
    )
    assert said == "Tình trạng: Quá hạn 42 ngày"
