"""Evidence below a result: by keyboard, with files and links, told in the text, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.opened_places import OpenedPlaces
from tests.ui.plan_life_hand import LONG, dialog, gone, settle
from tests.ui.telex import type_vi, type_words
from tests.ui.walk import faults_of
from tests.use_cases.test_task_acts import content
from tthc_desktop.domain.evidence import EvidenceKind
from tthc_desktop.domain.progress import Occurrence, State
from ui.details.pane import DetailsPane
from ui.evidence.evidence_dialog import EvidenceDialog
from ui.evidence.target_dialog import TargetDialog
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.tasks.task_columns import Column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "Báo cáo số 12/BC-VP ngày 05/03/2026 về rà soát"


@pytest.fixture
def pane(window: MainWindow) -> DetailsPane:
    """Chi tiết of a task that one unit leads."""
    window.show_page(Page.TASKS)
    QApplication.processEvents()
    tab = window.content.area.task_tab
    tasks = [task for row in tab.table.tasks.rows for task in row.tasks()]
    tab.table.chosen.go_to(next(one.id for one in tasks if one.words[Column.NUMBER] == "1.4"))
    tab.table.setFocus()
    QApplication.processEvents()
    return tab.details_pane


def stored(window: MainWindow, pane: DetailsPane) -> Occurrence:
    progress = window.content.session.editor.progress
    task, shown = pane.card.task, pane.card.entry.occurrence
    assert progress is not None
    assert task is not None
    assert shown is not None
    return next(one for one in progress.of_task(task) if one.id == shown.id)


def told(window: MainWindow, pane: DetailsPane) -> str:
    assert pane.card.entry.unit
    return stored(window, pane).record_of(pane.card.entry.unit).evidence


def ask(window: MainWindow, pane: DetailsPane, qtbot: QtBot) -> EvidenceDialog:
    pane.card.entry.evidence.add.setFocus()
    press(pane.card.entry.evidence.add, Qt.Key.Key_Return)
    return dialog(window, qtbot, EvidenceDialog)


def test_a_document_is_added_changed_and_taken_out_by_keyboard(
    window: MainWindow, pane: DetailsPane, qtbot: QtBot, data_path: Path
) -> None:
    before, file_before = told(window, pane), content(data_path)
    asked = ask(window, pane, qtbot)
    assert faults_of(asked) == []
    qtbot.waitUntil(asked.kind.hasFocus)
    press(asked.kind, Qt.Key.Key_Tab)
    assert asked.number.hasFocus()
    # A whole citation that is pasted as the number is taken apart.
    QApplication.clipboard().setText("báo cáo số 12/BC-VP ngày 5/3/2026 về rà soát")
    press(asked.number, Qt.Key.Key_V, CTRL)
    press(asked.number, Qt.Key.Key_Tab)
    assert asked.number.text() == "Báo cáo số 12/BC-VP"
    assert asked.day.text == "05/03/2026"
    assert asked.said.text() == f"Ghi vào kết quả: {WORDS}"
    press(asked.main, Qt.Key.Key_Return)
    gone(window, qtbot, EvidenceDialog)
    (piece,) = stored(window, pane).evidence
    assert piece.words == WORDS
    assert told(window, pane) == f"{before}; {WORDS}".removeprefix("; ")
    assert pane.card.entry.fields.evidence.text() == told(window, pane)
    assert not pane.card.entry.is_changed
    pieces = pane.card.entry.evidence
    assert not pieces.open.isEnabled()
    window.activateWindow()
    pieces.list.setFocus()
    qtbot.waitUntil(pieces.list.hasFocus)
    press(pieces.list, Qt.Key.Key_F2)
    asked = dialog(window, qtbot, EvidenceDialog)
    asked.subject.selectAll()
    type_vi(asked.subject, "kieerm tra")
    press(asked.main, Qt.Key.Key_Return)
    gone(window, qtbot, EvidenceDialog)
    assert told(window, pane).endswith("05/03/2026 về kiểm tra")
    assert pieces.list.item(0).text().endswith("về kiểm tra")
    window.activateWindow()
    pieces.list.setFocus()
    qtbot.waitUntil(pieces.list.hasFocus)
    press(pieces.list, Qt.Key.Key_Delete)
    assert told(window, pane) == before
    assert not pieces.list.isVisible()
    stack = window.content.session.editor.stack
    assert [stack.text(place) for place in range(stack.count())] == [
        "thêm minh chứng",
        "sửa minh chứng",
        "bỏ minh chứng",
    ]
    for _ in range(3):
        press(window, Qt.Key.Key_Z, CTRL)
    assert content(data_path) == file_before


def test_what_is_typed_and_not_saved_stays_and_gets_the_words(
    window: MainWindow, pane: DetailsPane, qtbot: QtBot
) -> None:
    fields = pane.card.entry.fields
    fields.note.setFocus()
    fields.note.selectAll()
    type_words(fields.note, "dang lam")
    fields.evidence.setFocus()
    fields.evidence.selectAll()
    type_words(fields.evidence, "anh chup")
    asked = ask(window, pane, qtbot)
    asked.number.setFocus()
    type_words(asked.number, "12/BC-VP")
    click(asked.main)
    gone(window, qtbot, EvidenceDialog)
    assert fields.note.text() == "dang lam"
    assert fields.evidence.text() == "anh chup; Báo cáo số 12/BC-VP"
    assert pane.card.entry.is_changed
    pane.card.entry.ask()
    assert told(window, pane) == "anh chup; Báo cáo số 12/BC-VP"


def test_a_document_told_in_the_text_is_offered_as_a_piece(
    window: MainWindow, pane: DetailsPane
) -> None:
    fields, pieces = pane.card.entry.fields, pane.card.entry.evidence
    # What the sample says already is offered too.
    assert pieces.told.text() == "Ghi 214/STMDV-VP thành văn bản"
    fields.evidence.setText("ảnh; báo cáo số 12/BC-VP ngày 5/3/2026 về rà soát")
    assert pieces.told.isVisible()
    assert pieces.told.text() == "Ghi 12/BC-VP thành văn bản"
    pieces.told.setFocus()
    press(pieces.told, Qt.Key.Key_Return)
    (piece,) = stored(window, pane).evidence
    assert piece.words == WORDS
    assert fields.evidence.text() == f"ảnh; {WORDS}"
    assert not pieces.told.isVisible()
    press(window, Qt.Key.Key_Z, CTRL)
    assert stored(window, pane).evidence == ()


def test_a_file_lies_in_the_data_file_opens_as_a_copy_and_goes_with_undo(
    window: MainWindow,
    pane: DetailsPane,
    qtbot: QtBot,
    tmp_path: Path,
    opened_places: OpenedPlaces,
    data_path: Path,
) -> None:
    file_before = content(data_path)
    scan = tmp_path / "biên bản.pdf"
    scan.write_bytes(b"%PDF-1.7 bien ban")
    asked = ask(window, pane, qtbot)
    click(asked.choose_file)
    chooser = dialog(asked, qtbot, QFileDialog)
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(scan.name)
    chooser.accept()
    qtbot.waitUntil(lambda: asked.file_label.text() == scan.name)
    assert asked.kind.currentData() == EvidenceKind.FILE
    assert asked.subject.text() == "biên bản"
    click(asked.main)
    gone(window, qtbot, EvidenceDialog)
    assert told(window, pane).endswith("Tệp: biên bản")
    scan.unlink()
    pieces = pane.card.entry.evidence
    window.activateWindow()
    pieces.list.setFocus()
    qtbot.waitUntil(pieces.list.hasFocus)
    press(pieces.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened_places.places), timeout=LONG)
    assert Path(opened_places.places[0]).read_bytes() == b"%PDF-1.7 bien ban"
    # Taken out and brought back, the file is there again.
    press(pieces.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: stored(window, pane).evidence == (), timeout=LONG)
    assert content(data_path)["attachment"] == []
    assert pieces.add.hasFocus()
    press(window, Qt.Key.Key_Z, CTRL)
    assert len(content(data_path)["attachment"]) == 1
    press(window, Qt.Key.Key_Z, CTRL)
    assert content(data_path) == file_before


def test_a_link_is_shown_before_it_opens_and_only_web_pages_do(
    window: MainWindow, pane: DetailsPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    asked = ask(window, pane, qtbot)
    asked.kind.setCurrentIndex(asked.kind.findData(EvidenceKind.LINK.value))
    asked.link.setFocus()
    type_words(asked.link, "file:///etc/passwd")
    click(asked.main)
    assert "http://" in asked._link_field.trouble
    qtbot.waitUntil(asked.link.hasFocus)
    asked.link.selectAll()
    type_words(asked.link, "www.trang.vn/tin")
    QTest.keyClick(asked.link, Qt.Key.Key_Tab)
    click(asked.main)
    gone(window, qtbot, EvidenceDialog)
    pieces = pane.card.entry.evidence
    click(pieces.open)
    box = dialog(window, qtbot, QMessageBox)
    assert "https://www.trang.vn/tin" in box.text()
    assert opened == []
    box.buttons()[0].click()
    assert opened == ["https://www.trang.vn/tin"]


def test_an_empty_piece_is_told_at_its_field_and_nothing_is_written(
    window: MainWindow, pane: DetailsPane, qtbot: QtBot
) -> None:
    asked = ask(window, pane, qtbot)
    click(asked.main)
    assert asked._number_field.trouble
    press(asked, Qt.Key.Key_Escape)
    gone(window, qtbot, EvidenceDialog)
    settle(window, qtbot)
    assert stored(window, pane).evidence == ()
    assert window.content.session.editor.stack.count() == 0


def test_done_is_recorded_with_what_was_proved_before(
    window: MainWindow, pane: DetailsPane, qtbot: QtBot
) -> None:
    asked = ask(window, pane, qtbot)
    type_words(asked.number, "12/BC-VP")
    click(asked.main)
    gone(window, qtbot, EvidenceDialog)
    fields = pane.card.entry.fields
    fields.state.setCurrentIndex(fields.state.findData(State.DONE.value))
    fields.reason.setText("chậm do chờ số liệu")
    pane.card.entry.ask()
    assert pane.card.entry.unit
    record = stored(window, pane).record_of(pane.card.entry.unit)
    assert record.state is State.DONE
    assert record.evidence.endswith("; Báo cáo số 12/BC-VP")


def test_a_target_and_what_is_reached_are_written_and_taken_back(
    window: MainWindow, pane: DetailsPane, qtbot: QtBot, data_path: Path
) -> None:
    before = content(data_path)
    card = pane.card
    assert card.write_target.text() == "Thêm chỉ tiêu…"
    assert not card.target.isVisible()
    click(card.write_target)
    asked = dialog(window, qtbot, TargetDialog)
    assert faults_of(asked) == []
    qtbot.waitUntil(asked.value.hasFocus)
    type_words(asked.value, "20")
    asked.unit.setEditText("công chức")
    type_words(asked.actual, "nhieu")
    press(asked.main, Qt.Key.Key_Return)
    assert "không phải là số" in asked.actual_field.trouble
    asked.actual.selectAll()
    type_words(asked.actual, "14")
    press(asked.main, Qt.Key.Key_Return)
    gone(window, qtbot, TargetDialog)
    assert card.target.text() == "Chỉ tiêu: 20 công chức; đã thực hiện 14 (70%)"
    assert card.write_target.text() == "Sửa chỉ tiêu…"
    click(card.write_target)
    asked = dialog(window, qtbot, TargetDialog)
    click(asked.drop)
    gone(window, qtbot, TargetDialog)
    assert not card.target.isVisible()
    assert content(data_path) == before
    window.actions_of_menu.tasks.undo.trigger()
    assert card.target.text() == "Chỉ tiêu: 20 công chức; đã thực hiện 14 (70%)"
    window.actions_of_menu.tasks.undo.trigger()
    assert content(data_path) == before
