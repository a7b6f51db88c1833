"""The whole text of a report with its headings, apart from the window: what waits, what is sent."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.hand import press
from tthc_desktop.domain.reporting.sentences import Figure, Sentence
from tthc_desktop.use_cases.reporting.report_sections import TextSection
from tthc_desktop.use_cases.reporting.report_text_acts import ReportTextAct
from ui.kit import theme
from ui.reports.narrative_pane import NarrativePane

DAY = date(2026, 7, 1)
TOTAL = Sentence("a", "I.6", "Nhận 95 hồ sơ.", figures=(Figure("nhận", "95"),))
OTHER = Sentence("b", "I.6", "Không phát sinh.")


def sections(*sentences: Sentence) -> tuple[TextSection, ...]:
    return (
        TextSection("I", "I.", "TÌNH HÌNH", 1, True),
        TextSection("I.6", "1.", "Giải quyết TTHC", 2, False, sentences),
    )


@pytest.fixture
def pane(dressed: QApplication, qtbot: QtBot) -> NarrativePane:
    pane = NarrativePane(NarrativePane.WHOLE)
    qtbot.addWidget(pane)
    pane.resize(700, 300)
    pane.show_text(sections(TOTAL, OTHER), False, "Bản nháp")
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def words(pane: NarrativePane) -> list[str]:
    rows = pane.list.rows
    return [str(rows.index(one).data()) for one in range(rows.rowCount())]


def test_headings_are_shown_and_walked_over(pane: NarrativePane) -> None:
    assert words(pane)[:2] == ["I. TÌNH HÌNH", "1. Giải quyết TTHC"]
    pane.list.setFocus()
    assert pane.list.current is not None
    assert pane.list.current.key == "a"
    press(pane.list, Qt.Key.Key_Down)
    assert pane.list.current.key == "b"
    press(pane.list, Qt.Key.Key_Home)
    assert pane.list.current.key == "a"
    press(pane.list, Qt.Key.Key_End)
    assert pane.list.current.key == "b"


def test_a_figure_has_a_tint_and_what_the_person_wrote_has_none(pane: NarrativePane) -> None:
    tint = theme.OURS.tint.name()

    def tinted() -> int:
        room = pane.list.visualRect(pane.list.rows.place_of("a"))
        image = pane.list.viewport().grab(room).toImage()
        return sum(
            image.pixelColor(x, y).name() == tint
            for x in range(image.width())
            for y in range(image.height())
        )

    assert tinted() > 100
    pane.show_text(sections(Sentence("a", "I.6", TOTAL.text, is_own=True), OTHER), False)
    assert tinted() == 0


def test_what_is_being_typed_is_not_lost_to_figures_that_arrive(
    pane: NarrativePane, qtbot: QtBot
) -> None:
    acts: list[ReportTextAct] = []
    pane.act_wanted.connect(acts.append)
    pane.list.setFocus()
    press(pane.list, Qt.Key.Key_Return)
    editor = pane.list.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, " Tot")
    pane.show_text(sections(Sentence("a", "I.6", "Nhận 96 hồ sơ."), OTHER), False)
    assert editor.text == "Nhận 95 hồ sơ. Tot"
    pane.write_typed()
    qtbot.waitUntil(lambda: words(pane)[2] == "Nhận 96 hồ sơ.")
    assert [one.words for one in acts] == ["Sửa một câu của báo cáo"]


def test_an_open_sentence_without_a_letter_typed_follows(pane: NarrativePane, qtbot: QtBot) -> None:
    acts: list[ReportTextAct] = []
    pane.act_wanted.connect(acts.append)
    pane.list.setFocus()
    press(pane.list, Qt.Key.Key_F2)
    pane.show_text(sections(Sentence("a", "I.6", "Nhận 96 hồ sơ."), OTHER), False)
    qtbot.waitUntil(lambda: pane.list.delegate.editor is None)
    assert words(pane)[2] == "Nhận 96 hồ sơ."
    assert acts == []


def test_enter_begins_a_paragraph_and_the_row_grows(pane: NarrativePane, qtbot: QtBot) -> None:
    acts: list[ReportTextAct] = []
    pane.act_wanted.connect(acts.append)
    pane.list.setFocus()
    before = pane.list.visualRect(pane.list.rows.place_of("a")).height()
    press(pane.list, Qt.Key.Key_F2)
    editor = pane.list.delegate.editor
    assert editor is not None
    press(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "Con lai: 3")
    index = pane.list.rows.place_of("a")
    qtbot.waitUntil(lambda: pane.list.visualRect(index).height() > before)
    qtbot.waitUntil(lambda: editor.height() >= editor.text_height - 1)
    press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert words(pane)[2] == "Nhận 95 hồ sơ.\nCon lai: 3"
    assert len(acts) == 1


def test_a_sent_report_is_read_only(pane: NarrativePane) -> None:
    asked = Sentence("a", "I.6", "Của tôi.", True, "Khác.", ((Figure("x", "1"), None),))
    pane.show_text(sections(asked, OTHER), True)
    pane.list.setFocus()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Insert, Qt.Key.Key_Delete):
        press(pane.list, key)
        assert pane.list.delegate.editor is None
    assert words(pane) == ["I. TÌNH HÌNH", "1. Giải quyết TTHC", "Của tôi.", "Không phát sinh."]
    assert pane.add_link.isHidden()
    assert pane.offers_link.isHidden()
