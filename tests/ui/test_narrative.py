"""The report's text in the window: typed in Telex, taken back, asked when figures moved."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import dialog
from tests.ui.report_hand import FORM, followed, made, open_period, paste, stored_report
from tests.ui.telex import type_words
from tests.ui.walk import faults_of, faults_of_menu, press_menu_key, right_click
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.domain.reporting.sentences import Sentence
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow
from ui.reports.narrative_editor import SentenceEditor
from ui.reports.narrative_offer_line import OfferLine
from ui.reports.narrative_offers import OffersDialog
from ui.reports.narrative_pane import NarrativePane
from ui.reports.report_tab import ReportTab

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = f"{FORM}.total"
MINE = "Kết quả giải quyết hồ sơ rất tốt"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def report(window: MainWindow) -> Report:
    return made(window)


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot, report: Report) -> ReportTab:
    return open_period(window, qtbot, report.period)


@pytest.fixture
def pane(tab: ReportTab) -> NarrativePane:
    """Return the text below the form."""
    assert tab.pages is not None
    return tab.pages.form.text


def sentence(pane: NarrativePane, key: str = KEY) -> Sentence:
    row = pane.list.rows.row(pane.list.rows.place_of(key))
    assert row is not None
    assert row.sentence is not None
    return row.sentence


def keys(pane: NarrativePane) -> list[str]:
    rows = [pane.list.rows.row(pane.list.rows.index(one)) for one in range(row_count(pane))]
    return [one.key for one in rows if one is not None]


def row_count(pane: NarrativePane) -> int:
    return pane.list.rows.rowCount()


def stand(pane: NarrativePane, key: str = KEY) -> None:
    pane.list.setFocus()
    pane.list.setCurrentIndex(pane.list.rows.place_of(key))


def opened(pane: NarrativePane, key: str = KEY) -> SentenceEditor:
    """Open a sentence by F2 and select all of it."""
    stand(pane, key)
    press(pane.list, Qt.Key.Key_F2)
    editor = pane.list.delegate.editor
    assert editor is not None
    assert QApplication.focusWidget() is editor
    editor.selectAll()
    return editor


def typed(window: MainWindow, qtbot: QtBot, pane: NarrativePane) -> None:
    type_words(opened(pane), MINE)
    editor = pane.list.delegate.editor
    assert editor is not None
    press(editor, Qt.Key.Key_Return, CTRL)
    followed(window, qtbot)


def figure(window: MainWindow, qtbot: QtBot, tab: ReportTab, column: int, text: str) -> None:
    """Change a figure in the grid as the person does."""
    assert tab.pages is not None
    assert tab.pages.typing.type_figure("Dat dai", column, text)
    followed(window, qtbot)


def offer_line(pane: NarrativePane) -> OfferLine:
    (line,) = pane.list.viewport().findChildren(OfferLine)
    return line


def test_what_is_typed_is_the_persons_and_undo_gives_the_draft_back(
    window: MainWindow, qtbot: QtBot, tab: ReportTab, pane: NarrativePane, report: Report
) -> None:
    draft = sentence(pane)
    assert draft.figure_places()
    assert row_count(pane) > 1
    typed(window, qtbot, pane)
    assert (sentence(pane).text, sentence(pane).is_own) == (MINE, True)
    assert sentence(pane).figure_places() == ()
    stored = {one.key: one.text for one in stored_report(window, report.id).edited}
    assert stored == {KEY: MINE}
    undo = window.actions_of_menu.tasks.undo
    assert undo.text().endswith("Sửa một câu của báo cáo")
    stand(pane)
    press(pane.list, Qt.Key.Key_Z, CTRL)
    followed(window, qtbot)
    assert sentence(pane) == draft
    assert stored_report(window, report.id).edited == ()
    press(pane.list, Qt.Key.Key_Y, CTRL)
    followed(window, qtbot)
    assert sentence(pane).text == MINE
    assert faults_of(tab) == []


def test_a_click_opens_the_sentence_where_it_was_clicked(
    window: MainWindow, qtbot: QtBot, pane: NarrativePane
) -> None:
    room = pane.list.visualRect(pane.list.rows.place_of(KEY))
    click(pane.list.viewport(), room.topLeft() + QPoint(60, 10))
    editor = pane.list.delegate.editor
    assert editor is not None
    place = editor.textCursor().position()
    assert 0 < place < 20
    # Its words stand where they were painted.
    assert abs(editor.text_height - (room.height() - 6)) <= 2
    press(editor, Qt.Key.Key_X)
    assert sentence(pane).text != editor.text
    press(editor, Qt.Key.Key_Escape)
    followed(window, qtbot)
    assert pane.list.delegate.editor is None
    assert not sentence(pane).is_own


def test_tab_writes_and_goes_to_the_next_sentence(
    window: MainWindow, qtbot: QtBot, pane: NarrativePane, report: Report
) -> None:
    following = keys(pane)[keys(pane).index(KEY) + 1]
    editor = opened(pane)
    type_words(editor, MINE)
    press(editor, Qt.Key.Key_Tab)
    followed(window, qtbot)
    assert sentence(pane).text == MINE
    assert pane.list.current is not None
    assert pane.list.current.key == following
    assert [one.text for one in stored_report(window, report.id).edited] == [MINE]


def test_figures_that_moved_are_shown_under_the_sentence_and_asked(
    window: MainWindow, qtbot: QtBot, tab: ReportTab, pane: NarrativePane
) -> None:
    words = sentence(pane).text.replace("Trong kỳ,", "Quý này,")
    paste(opened(pane), words)
    pane.write_typed()
    followed(window, qtbot)
    figure(window, qtbot, tab, 5, "3")
    figure(window, qtbot, tab, 8, "13")
    line = offer_line(pane)
    said = [one.text() for one in line.findChildren(type(pane._note))]
    assert any(one.startswith("Số liệu đã đổi: 114 → 115;") for one in said)
    assert any(one.endswith("Cập nhật câu này?") for one in said)
    assert line.heightForWidth(line.width()) <= line.height()
    assert pane.offers_link.text() == "Cập nhật 1 câu…"
    assert sentence(pane).text == words
    assert faults_of(tab) == []
    click(line.keep_button)
    followed(window, qtbot)
    assert sentence(pane).text == words
    assert pane.list.viewport().findChildren(OfferLine) == [] or pane.offers == 0
    figure(window, qtbot, tab, 5, "4")
    figure(window, qtbot, tab, 8, "14")
    stand(pane)
    # By the keyboard: Tab goes from the list to the answers.
    press(pane.list, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, AppButton)
    assert focused.accessibleName().startswith("Cập nhật. Số liệu đã đổi")
    press(focused, Qt.Key.Key_Return)
    followed(window, qtbot)
    assert sentence(pane).text.startswith("Quý này, tiếp nhận 116 hồ sơ")
    assert sentence(pane).is_own
    assert pane.offers == 0


def test_sentences_are_added_taken_out_and_given_back(
    window: MainWindow, qtbot: QtBot, pane: NarrativePane, report: Report
) -> None:
    stand(pane)
    before = keys(pane)
    press(pane.list, Qt.Key.Key_Insert)
    editor = pane.list.delegate.editor
    assert editor is not None
    type_words(editor, "Không có hồ sơ trả lại")
    press(editor, Qt.Key.Key_Return, CTRL)
    followed(window, qtbot)
    (added,) = [one for one in keys(pane) if one not in before]
    assert sentence(pane, added).text == "Không có hồ sơ trả lại"
    stand(pane, added)
    press(pane.list, Qt.Key.Key_Delete)
    followed(window, qtbot)
    assert keys(pane) == before
    stand(pane)
    press(pane.list, Qt.Key.Key_Delete)
    followed(window, qtbot)
    assert sentence(pane).text == ""
    assert pane.list.rows.place_of(KEY).data() == "(Câu này không in trong báo cáo)"
    stand(pane)
    pane.actions_of_sentence.give_back.trigger()
    followed(window, qtbot)
    assert sentence(pane).text
    assert stored_report(window, report.id).edited == ()


def test_an_empty_new_sentence_leaves_nothing(
    window: MainWindow, qtbot: QtBot, pane: NarrativePane, report: Report
) -> None:
    stand(pane)
    before = keys(pane)
    click(pane.add_link)
    assert len(keys(pane)) == len(before) + 1
    editor = pane.list.delegate.editor
    assert editor is not None
    press(editor, Qt.Key.Key_Escape)
    followed(window, qtbot)
    assert keys(pane) == before
    assert stored_report(window, report.id).edited == ()


def test_the_acts_are_in_a_menu_by_mouse_and_by_key(pane: NarrativePane) -> None:
    stand(pane)
    menu = press_menu_key(pane.list)
    assert menu is not None
    assert faults_of_menu(menu) == []
    entries = {one.text().replace("&", ""): one.isEnabled() for one in menu.actions()}
    assert entries["Sửa câu"]
    assert not entries["Lấy lại câu chương trình soạn"]
    menu.close()
    place = pane.list.visualRect(pane.list.rows.place_of(KEY)).center()
    menu = right_click(pane.list.viewport(), place)
    assert menu is not None
    menu.close()
    press(pane.list, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == sentence(pane).text


def test_some_or_all_offers_are_taken_in_one_act(
    window: MainWindow, qtbot: QtBot, tab: ReportTab, pane: NarrativePane
) -> None:
    typed(window, qtbot, pane)
    figure(window, qtbot, tab, 5, "3")
    figure(window, qtbot, tab, 8, "13")
    click(pane.offers_link)
    asked = dialog(window, qtbot, OffersDialog)
    assert faults_of(asked) == []
    assert asked.chosen == (KEY,)
    item = asked.tree.topLevelItem(0)
    assert item is not None
    assert item.text(1) == MINE
    new = item.text(2)
    assert "115" in new
    press(asked.tree, Qt.Key.Key_Space)
    assert not asked.chosen
    assert not asked.main.isEnabled()
    press(asked.tree, Qt.Key.Key_Space)
    click(asked.main)
    followed(window, qtbot)
    assert sentence(pane).text == new
    assert not sentence(pane).is_own
    window.actions_of_menu.tasks.undo.trigger()
    followed(window, qtbot)
    assert (sentence(pane).text, pane.offers) == (MINE, 1)
