"""A walk through windows, menus and context menus: words, names, mnemonics, keys."""

from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.hand import click, press
from tests.ui.walk import (
    actions_with_words,
    english,
    entries_below,
    faults_of,
    faults_of_menu,
    has_working_key,
    letter_of,
    menus_of_bar,
    open_menu,
    press_menu_key,
    right_click,
    takes_focus_by_keys,
    words_in,
)
from tthc_desktop.domain.follow_up import Proposal, ProposalSource
from tthc_desktop.domain.office import Directory, Office, unconfirmed_respondent
from tthc_desktop.domain.plan import Plan, PlanKind
from tthc_desktop.reading.results import ReadPlan, ReadWarning
from tthc_desktop.use_cases.plan_reading import PlanReading
from ui.details.bulk_entry import BulkEntry
from ui.details.day_calendar import DayCalendar
from ui.details.day_field import DayField
from ui.details.history_list import HistoryList
from ui.first_start.draft import OfficeDraft
from ui.first_start.rows_table import RowsTable
from ui.first_start.wizard import OfficeWizard, Use
from ui.frame.actions import Page
from ui.help.help_window import HelpWindow
from ui.import_review.follow_up_dialog import FollowUpDialog
from ui.import_review.review_dialog import ImportReview
from ui.kit.app_button import AppButton
from ui.kit.command_row import CommandRow
from ui.kit.question import ask
from ui.kit.trouble import ExceptionHook, tell, tell_of_fall
from ui.main_window import MainWindow
from ui.tasks.chip_row import ChipRow
from ui.tasks.column_menu import ColumnMenu
from ui.tasks.filter_header import FILTERED_COLUMNS
from ui.tasks.task_columns import Column
from ui.tasks.task_table import TaskTable

POPUP = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
# The dialogs of the menu bar, by the names of their actions.
DIALOGS = (
    "about", "shortcuts", "recent_messages", "restore", "help", "office", "import_plan",
    "export_word", "export_pdf", "export_excel",
)  # fmt: skip


def shown_dialogs(window: QWidget) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def table_of(window: MainWindow) -> TaskTable:
    window.show_page(Page.TASKS)
    table = window.content.area.task_tab.table
    table.setCurrentIndex(table.model().index(2, Column.CONTENT))
    table.setFocus()
    QApplication.processEvents()
    return table


@pytest.mark.parametrize("page", list(Page))
def test_pages_have_names_and_no_english(window: MainWindow, page: Page) -> None:
    window.show_page(page)
    QApplication.processEvents()
    assert faults_of(window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_of_the_menus(window: MainWindow, qtbot: QtBot, name: str) -> None:
    getattr(window.actions_of_menu, name).trigger()
    qtbot.waitUntil(lambda: bool(shown_dialogs(window)), timeout=10_000)
    (shown,) = shown_dialogs(window)
    assert shown.windowTitle()
    if isinstance(shown, QFileDialog):
        # Its parts are Qt's or the system's; only its words are ours (ui.startup.qt_words).
        assert {words for words in words_in(shown) if english(words)} == set()
    else:
        assert faults_of(shown) == []
    shown.close()


def test_the_first_start_in_its_three_steps(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = OfficeDraft.of(Office(agency="Sở Nội vụ"), Directory(()))
    wizard = OfficeWizard(draft, Use.FIRST_START, tmp_path / "moi.tthc", date(2026, 1, 5))
    qtbot.addWidget(wizard)
    wizard.show()
    for step in range(3):
        wizard.show_step(step)
        QApplication.processEvents()
        assert wizard.windowTitle()
        assert faults_of(wizard) == []


def test_the_lists_of_the_first_start_have_menus(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    draft = OfficeDraft.of(Office(agency="Sở Nội vụ"), Directory(()))
    wizard = OfficeWizard(draft, Use.FIRST_START, tmp_path / "moi.tthc", date(2026, 1, 5))
    qtbot.addWidget(wizard)
    tables = wizard.findChildren(RowsTable)
    assert tables
    for table in tables:
        # Qt makes the menu of these acts and waits in it, so it is not opened here.
        assert table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
        menu = QMenu(table)
        menu.addActions(table.actions())
        assert faults_of_menu(menu, is_ours=False) == []
        assert all(letter_of(one.text()) for one in menu.actions())
        assert all(has_working_key(one) for one in table.actions())


def review(_: QWidget) -> QWidget:
    warnings = (ReadWarning("task 3.4", "Chưa có chủ trì."), ReadWarning("table 2 row 5", "Lạ."))
    units = (unconfirmed_respondent("Phòng Thử"),)
    plan = Plan("p", PlanKind.CONTROL, 2026, title="Kiểm soát năm 2026")
    read = ReadPlan(plan, units, warnings, ("(Có biểu riêng)",))
    return ImportReview(PlanReading("a.docx", read, {}, seems_foreign=False))


def follow_up(_: QWidget) -> QWidget:
    return FollowUpDialog((Proposal("Đăng tin", "", "", "b", ProposalSource.FORM, "Hình thức"),))


def crash(_: QWidget) -> QWidget:
    hook = ExceptionHook(Path("nhat-ky"), QApplication.instance())
    hook(ValueError, ValueError("hỏng"), None)
    boxes = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
    return next(one for one in boxes if one.isVisible())


OTHERS: dict[str, Callable[[QWidget], QWidget]] = {
    "import review": review,
    "follow-up proposals": follow_up,
    "history": lambda parent: HistoryList("Nhiệm vụ 1", (), parent),
    "refusal": lambda parent: tell(parent, "Chưa lưu được", "Dữ liệu còn nguyên."),
    "fall": lambda parent: tell_of_fall(parent, "dấu vết", Path("nhat-ky")),
    "question": lambda parent: ask(parent, "Xóa?", "3 dòng.", ("Xóa", lambda: None), "Giữ lại"),
    "crash": crash,
}


@pytest.mark.parametrize("name", OTHERS)
def test_reports_errors_and_questions(dressed: QApplication, qtbot: QtBot, name: str) -> None:
    parent = QWidget()
    parent.setAccessibleName("Cửa sổ")
    qtbot.addWidget(parent)
    parent.show()
    shown = OTHERS[name](parent)
    shown.show()
    QApplication.processEvents()
    assert shown.windowTitle()
    assert faults_of(shown) == []
    if name != "question":
        # The question goes with its parent: closed here, Qt's test loop falls over it.
        shown.close()


def test_the_history_of_a_task(window: MainWindow, qtbot: QtBot) -> None:
    table_of(window)
    window.actions_of_menu.look.history.trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(HistoryList)))
    (shown,) = window.findChildren(HistoryList)
    assert faults_of(shown) == []
    shown.close()


def test_menus_speak_vietnamese_with_a_letter_each(window: MainWindow) -> None:
    menus = menus_of_bar(window)
    assert len(menus) == len(window.menuBar().actions())
    assert [fault for menu in menus for fault in faults_of_menu(menu)] == []


def test_the_menu_bar_has_the_letters_of_the_visual_language(window: MainWindow) -> None:
    letters = [letter_of(one.text()) for one in window.menuBar().actions()]
    assert len(letters) == len(set(letters))
    known = "tcxknbgp"
    assert "".join(one for one in known if one in letters) == "".join(letters)


def test_every_act_is_reached_without_a_mouse(window: MainWindow) -> None:
    for page in Page:
        window.show_page(page)
    table_of(window)
    menus = menus_of_bar(window)
    reached = {one for menu in menus for one in entries_below(menu)} | set(
        window.menuBar().actions()
    )
    buttons = [one for one in window.findChildren(AppButton) if one.action is not None]
    # These stand on the empty screens only: see the next test.
    actions = window.actions_of_menu
    empty = {actions.open_sample, actions.try_again}
    lost = []
    for action in set(actions_with_words(window)) - reached - empty:
        own = [one for one in buttons if one.action is action]
        if not has_working_key(action) and not any(takes_focus_by_keys(one) for one in own):
            lost.append(action.text())
    assert lost == []
    for action in reached:
        assert action.shortcut().isEmpty() or has_working_key(action), action.text()


def test_keys_are_given_once(window: MainWindow) -> None:
    """Two acts share a key only where each works in a place of its own, none within the other."""
    keys: dict[str, list[QAction]] = {}
    for action in actions_with_words(window):
        for key in action.shortcuts():
            name = key.toString(QKeySequence.SequenceFormat.PortableText)
            keys.setdefault(name, []).append(action)
    shared = {
        (key, one.text(), other.text())
        for key, actions in keys.items()
        for one, other in combinations(actions, 2)
        if one.text() != other.text() and not work_apart(one, other)
    }
    assert shared == set()


def work_apart(one: QAction, other: QAction) -> bool:
    context = Qt.ShortcutContext.WidgetWithChildrenShortcut
    if {one.shortcutContext(), other.shortcutContext()} != {context}:
        return False
    mine, others = (
        [
            w
            for w in each.associatedObjects()
            if isinstance(w, QWidget) and not isinstance(w, QMenu | AppButton)
        ]
        for each in (one, other)
    )
    return not any(a is b or a.isAncestorOf(b) or b.isAncestorOf(a) for a in mine for b in others)


def test_the_ways_of_an_empty_screen_take_the_keyboard(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "moi.tthc")
    qtbot.waitUntil(lambda: window.content.office_acts.wizard is not None)
    wizard = window.content.office_acts.wizard
    assert wizard is not None
    wizard.reject()
    QApplication.processEvents()
    buttons = [one for one in window.findChildren(AppButton) if one.isVisible() and one.action]
    known = window.actions_of_menu
    ways = {one.action for one in buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert {known.open_sample, known.import_plan} <= ways
    assert faults_of(window) == []


@POPUP
@pytest.mark.parametrize("by_key", [False, True])
def test_the_menu_of_the_task_table_shows(window: MainWindow, by_key: bool) -> None:
    table = table_of(window)
    place = table.visualRect(table.currentIndex()).center()
    menu = press_menu_key(table) if by_key else right_click(table.viewport(), place)
    assert menu is not None
    assert faults_of_menu(menu) == []
    assert 0 < len([one for one in menu.actions() if not one.isSeparator()]) <= 9
    bars = menus_of_bar(window)
    reached = {one for bar in bars for one in entries_below(bar)}
    assert {one for one in menu.actions() if not one.isSeparator()} <= reached
    menu.close()


@POPUP
def test_other_right_clicks(window: MainWindow) -> None:
    """What has no menu of its own must show none, what has one shows a right one."""
    area = window.content.area
    for page in Page:
        window.show_page(page)
        QApplication.processEvents()
        for widget in area.findChildren(QWidget):
            focuses = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            if not widget.isVisible() or not focuses or isinstance(widget, AppButton):
                continue
            place = QPoint(min(20, widget.width() - 1), widget.height() // 2)
            if not widget.visibleRegion().contains(place):
                continue
            menu = right_click(widget, place)
            if menu is not None:
                is_text = isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | QComboBox)
                faults = faults_of_menu(menu, is_ours=not is_text)
                assert faults == [], type(widget).__name__
                menu.close()


@POPUP
def test_menus_of_text_fields(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of_menu.help.trigger()
    QApplication.processEvents()
    (shown,) = window.findChildren(HelpWindow)
    for field in (shown.search, shown.text):
        target = field if isinstance(field, QLineEdit) else field.viewport()
        menu = right_click(target, QPoint(20, 10))
        assert menu is not None
        assert faults_of_menu(menu, is_ours=False) == []
        menu.close()
    shown.close()


@POPUP
def test_the_menus_of_columns(window: MainWindow) -> None:
    table = table_of(window)
    for column in FILTERED_COLUMNS:
        table.setCurrentIndex(table.model().index(2, column))
        window.actions_of_menu.look.filter_column.trigger()
        QApplication.processEvents()
        menu = next(one for one in table.findChildren(ColumnMenu) if one.isVisible())
        assert faults_of(menu) == []
        for button in menu.findChildren(AppButton):
            assert takes_focus_by_keys(button)
        press(menu, Qt.Key.Key_Escape)
        assert not menu.isVisible()
        QApplication.sendPostedEvents()


@POPUP
@pytest.mark.parametrize("width", [1366, 910])
def test_the_menus_of_buttons(window: MainWindow, width: int) -> None:
    table_of(window)
    window.resize(width, 690)
    QApplication.processEvents()
    rows = [*window.findChildren(ChipRow), *window.findChildren(CommandRow)]
    shown: list[str] = []
    for button in (one for row in rows for one in row.findChildren(AppButton)):
        menu_of = button.action.menu() if button.action else None
        opens = menu_of is not None or button.text() in ("Khác", "Lệnh khác")
        if not button.isVisible() or not opens:
            continue
        button.setFocus()
        press(button, Qt.Key.Key_Return)
        menu = open_menu()
        assert isinstance(menu, QMenu), button.text()
        # The words of chips are the words of states, with their counts: no letters in them.
        faults = faults_of_menu(menu, all_have_letters=button.text() != "Khác")
        assert [one for one in faults if not one.startswith("no letter: Thêm")] == []
        shown.append(button.text())
        menu.close()
        QApplication.processEvents()
    assert {"Khác", "Thêm"} <= set(shown)


def test_editors_of_cells_and_their_suggestions(window: MainWindow) -> None:
    table = table_of(window)
    opened = 0
    for row in range(2, 6):
        for column in Column:
            index = table.model().index(row, column)
            if not index.flags() & Qt.ItemFlag.ItemIsEditable:
                continue
            table.setCurrentIndex(index)
            window.actions_of_menu.tasks.edit_cell.trigger()
            QApplication.processEvents()
            editors = [
                one
                for one in table.viewport().findChildren(QWidget)
                if isinstance(one, QLineEdit | QPlainTextEdit) and one.isVisible()
            ]
            opened += len(editors)
            assert faults_of(table) == []
            if editors:
                press(editors[-1], Qt.Key.Key_Escape)
    assert opened


@POPUP
def test_the_calendar(window: MainWindow) -> None:
    table_of(window)
    fields = [one for one in window.findChildren(DayField) if one.isVisible()]
    assert fields
    button = fields[0].findChild(AppButton)
    assert button is not None
    click(button)
    shown = next(one for one in window.findChildren(DayCalendar) if one.isVisible())
    assert faults_of(shown) == []
    shown.close()


def test_the_pane_for_several_rows(window: MainWindow) -> None:
    table = table_of(window)
    for row in (3, 4):
        press(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert table.currentIndex().row() == row
    QApplication.processEvents()
    (bulk,) = window.findChildren(BulkEntry)
    assert bulk.isVisible()
    assert faults_of(window) == []


def test_the_answers_of_the_search(window: MainWindow, qtbot: QtBot) -> None:
    field = window.bars.search
    field.setFocus()
    for key in (Qt.Key.Key_3, Qt.Key.Key_Period, Qt.Key.Key_1):
        press(field, key)
    qtbot.waitUntil(lambda: field.answers is not None and field.answers.isVisible())
    assert field.answers is not None
    assert faults_of(field.answers) == []
    assert faults_of(window) == []
