"""Sheets sent from the window; who has not answered; the consolidated sheet."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import (
    LONG,
    button,
    dialog,
    gone,
    open_control,
    row_at,
    settle,
    shown,
    units_of,
)
from tests.ui.sheet_hand import DAY, PERIOD, RESULT, fill, fillable_rows, send_each
from tests.ui.walk import faults_of, faults_of_menu
from tthc_desktop.use_cases.sheet_answers import answers_of
from tthc_desktop.use_cases.sheet_merge import apply_merge, propose_merge
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.sheets.answers_dialog import AnswersDialog
from ui.sheets.send_dialog import SendDialog
from ui.sheets.sheet_room import SheetRoom
from ui.sheets.summary_dialog import SummaryDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
UNIT = "Văn phòng"


@pytest.fixture
def plan_id(window: MainWindow, qtbot: QtBot) -> str:
    """Return the control plan, open."""
    found = open_control(window, qtbot)
    settle(window, qtbot)
    return found


def sending(window: MainWindow, qtbot: QtBot, folder: Path) -> SendDialog:
    folder.mkdir(exist_ok=True)
    window.actions_of_menu.sheets.send.trigger()
    asked = dialog(window, qtbot, SendDialog)
    qtbot.waitUntil(lambda: asked.tree.topLevelItemCount() > 0, timeout=LONG)
    asked.folder.setText(str(folder))
    return asked


def retype(field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def said(owner: QWidget) -> str:
    return " ".join(one.text() for one in owner.findChildren(QLabel) if one.isVisible())


def journal(data: Path) -> list[str]:
    """Return the acts on sheets as they stand in the data file."""
    with closing(sqlite3.connect(f"file:{data}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT words FROM journal WHERE subject = 'sheet' ORDER BY id")
        return [words for (words,) in rows]


def test_the_menu_has_its_letters(window: MainWindow) -> None:
    menus = [one for one in window.findChildren(QMenu) if "Phiếu" in one.title()]
    assert [faults_of_menu(one) for one in menus] == [[]]


def test_sheets_are_written_for_the_ticked_units_and_kept_as_sent(
    window: MainWindow, qtbot: QtBot, plan_id: str, tmp_path: Path
) -> None:
    folder = tmp_path / "gui"
    asked = sending(window, qtbot, folder)
    assert faults_of(asked) == []
    assert asked.period.key == PERIOD
    assert "chậm nhất 15/06/2026" in asked.told.text()
    assert row_at(asked.tree).text(1) == "Chưa gửi"
    everyone = asked.tree.topLevelItemCount()
    assert asked.main.text() == f"Tạo {everyone} phiếu"
    # All but the first two are left out by the space bar.
    asked.tree.setFocus()
    for row in range(2, everyone):
        asked.tree.setCurrentItem(row_at(asked.tree, row))
        press(asked.tree, Qt.Key.Key_Space)
    assert asked.main.text() == "Tạo 2 phiếu"
    click(asked.main)
    gone(window, qtbot, SendDialog)
    files = sorted(folder.iterdir())
    assert len(files) == 2
    assert all(file.name.startswith("Tiến độ quý II-2026 - ") for file in files)
    assert load_workbook(files[0]).worksheets[0].title == "Tiến độ"
    found = answers_of(units_of(window), plan_id, PERIOD, today=DAY)
    assert (len(found.units), found.answered) == (2, 0)
    assert window.content.card.said[-1][1] == "Đã tạo 2 phiếu, ghi là đã gửi"
    again = sending(window, qtbot, folder)
    assert row_at(again.tree).text(2) == "Chưa trả lời"
    assert row_at(again.tree, 2).text(1) == "Chưa gửi"
    again.reject()


def test_a_sheet_that_lies_there_is_replaced_only_when_agreed(
    window: MainWindow, qtbot: QtBot, plan_id: str, tmp_path: Path
) -> None:
    folder = tmp_path / "gui"
    (first, *_) = send_each(units_of(window), plan_id, folder)
    before = first.read_bytes()
    asked = sending(window, qtbot, folder)
    click(asked.main)
    question = dialog(window, qtbot, QMessageBox)
    assert first.name in question.informativeText() + question.text()
    keep = next(one for one in question.findChildren(QPushButton) if "Giữ" in one.text())
    click(keep)
    settle(window, qtbot)
    assert first.read_bytes() == before
    click(asked.main)
    question = dialog(window, qtbot, QMessageBox)
    yes = next(one for one in question.findChildren(QPushButton) if "Thay" in one.text())
    click(yes)
    gone(window, qtbot, SendDialog)
    assert answers_of(units_of(window), plan_id, PERIOD, today=DAY).units[0].editions == 2


def test_nothing_is_sent_into_a_folder_that_is_not_there(
    window: MainWindow, qtbot: QtBot, plan_id: str, tmp_path: Path
) -> None:
    asked = sending(window, qtbot, tmp_path / "gui")
    asked.folder.setText(str(tmp_path / "khong-co"))
    assert not asked.main.isEnabled()
    asked.folder.setText(str(tmp_path / "gui"))
    assert asked.main.isEnabled()
    # Another period asks for its own units.
    asked.period.setFocus()
    press(asked.period, Qt.Key.Key_End)
    assert asked.period.key == ""
    qtbot.waitUntil(lambda: asked.tree.topLevelItemCount() > 0, timeout=LONG)
    asked.reject()


def test_the_day_of_return_and_who_gets_it_are_typed_over_and_kept(
    window: MainWindow, qtbot: QtBot, plan_id: str, tmp_path: Path
) -> None:
    asked = sending(window, qtbot, tmp_path / "gui")
    back = asked.back
    assert back.day.text == "15/06/2026"
    assert back.whom.text().startswith("Văn phòng (")
    # A day that is none: nothing can be sent, and it is said at the field.
    retype(back.day.edit, "3106")
    assert not asked.main.isEnabled()
    assert "Tháng 6/2026 có 30 ngày" in back.day.edit.accessibleDescription() + said(asked)
    retype(back.day.edit, "0307")
    retype(back.whom, "Lan Anh, thu@so.vi.vn, 0200 000 999")
    assert asked.told.text().endswith("chậm nhất 03/07/2026.")  # not passed: no word of it
    # Another period brings its own day; who was typed stays.
    asked.period.setFocus()
    press(asked.period, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: back.day.text != "03/07/2026", timeout=LONG)
    press(asked.period, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: back.day.text == "15/06/2026", timeout=LONG)
    retype(back.day.edit, "0307")
    click(asked.main)
    gone(window, qtbot, SendDialog)
    told = load_workbook(next((tmp_path / "gui").iterdir())).worksheets[0]["A4"].value
    wanted = "cho Lan Anh, thu@so.vi.vn, 0200 000 999 chậm nhất 03/07/2026."
    assert wanted in str(told)
    with units_of(window).reading() as work:
        heads = work.sheets.heads(plan_id, PERIOD)
    assert {(one.return_on, one.addressee) for one in heads} == {
        (date(2026, 7, 3), "Lan Anh, thu@so.vi.vn, 0200 000 999")
    }
    in_time = answers_of(units_of(window), plan_id, PERIOD, today=date(2026, 7, 3))
    late = answers_of(units_of(window), plan_id, PERIOD, today=date(2026, 7, 4))
    assert (in_time.late, len(late.late)) == ((), len(heads))


def test_some_units_sheets_are_one_act_all_of_them_or_none(
    window: MainWindow,
    qtbot: QtBot,
    plan_id: str,
    tmp_path: Path,
    data_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "gui"
    asked = sending(window, qtbot, folder)
    asked.tree.setFocus()
    for row in range(3, asked.tree.topLevelItemCount()):
        asked.tree.setCurrentItem(row_at(asked.tree, row))
        press(asked.tree, Qt.Key.Key_Space)
    names = [one.file_name for one in asked.chosen]
    (folder / names[0]).write_bytes(b"cu")
    replace = Path.replace

    def third_is_open(self: Path, target: Path) -> Path:
        if target.name == names[2]:
            raise OSError(13, "", str(target))
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", third_is_open)
        patched.setattr("tthc_desktop.safe_file._PAUSE_SECONDS", 0)
        click(asked.main)
        yes = dialog(window, qtbot, QMessageBox)
        click(next(one for one in yes.findChildren(QPushButton) if "Thay" in one.text()))
        qtbot.waitUntil(lambda: bool(shown(window, QMessageBox)), timeout=LONG)
        settle(window, qtbot)
    told = next(one for one in shown(window, QMessageBox) if names[2] in one.informativeText())
    assert "đang mở trong chương trình khác" in told.informativeText()
    told.close()
    assert [(one.name, one.read_bytes()) for one in folder.iterdir()] == [(names[0], b"cu")]
    assert answers_of(units_of(window), plan_id, PERIOD, today=DAY).units == ()
    (folder / names[0]).unlink()
    before = len(journal(data_path))
    click(asked.main)
    gone(window, qtbot, SendDialog)
    assert sorted(one.name for one in folder.iterdir()) == sorted(names)
    assert journal(data_path)[before:] == ["Gửi 3 phiếu tiến độ"]


def test_who_has_not_answered_is_told_with_the_telephone(
    window: MainWindow, qtbot: QtBot, plan_id: str, tmp_path: Path
) -> None:
    units = units_of(window)
    files = send_each(units, plan_id, tmp_path / "gui")
    mine = next(one for one in files if one.stem.endswith(UNIT))
    fill(mine, {(fillable_rows(mine)[0], RESULT): "Đã trả lời"})
    apply_merge(units, propose_merge(units, [mine]))
    window.actions_of_menu.sheets.unanswered.trigger()
    told = dialog(window, qtbot, AnswersDialog)
    qtbot.waitUntil(lambda: told.tree.topLevelItemCount() > 0, timeout=LONG)
    count = len(files)
    assert faults_of(told) == []
    assert told.count.text() == f"Đã trả lời: 1/{count} phòng"
    assert f"{count - 1} phòng đã chậm" in told.said.text()
    first, last = row_at(told.tree), row_at(told.tree, count - 1)
    assert (first.text(3), last.text(0)) == ("Chậm, chưa trả lời", UNIT)
    assert first.text(5) == "0200 000 002"
    click(told.main)
    copied = QGuiApplication.clipboard().text()
    assert first.text(0) in copied
    assert "quý II/2026, hạn 15/06/2026" in copied
    assert f"- {UNIT}" not in copied
    press(told, Qt.Key.Key_Escape)
    gone(window, qtbot, AnswersDialog)


def test_the_letter_that_reminds_is_one_act_away(
    window: MainWindow, qtbot: QtBot, plan_id: str, tmp_path: Path
) -> None:
    send_each(units_of(window), plan_id, tmp_path / "gui")
    window.actions_of_menu.sheets.unanswered.trigger()
    told = dialog(window, qtbot, AnswersDialog)
    qtbot.waitUntil(told.letter.isEnabled, timeout=LONG)
    with qtbot.waitSignal(window.actions_of_menu.due.remind.triggered):
        click(told.letter)
    assert not told.isVisible()
    qtbot.waitUntil(lambda: bool(shown(window, QDialog)), timeout=LONG)
    for one in shown(window, QDialog):
        one.reject()


def test_today_tells_who_has_not_answered(
    window: MainWindow, qtbot: QtBot, plan_id: str, tmp_path: Path
) -> None:
    card = window.content.rooms.room(SheetRoom).today
    window.show_page(Page.TODAY)
    settle(window, qtbot)
    assert not card.isVisible()
    asked = sending(window, qtbot, tmp_path / "gui")
    click(asked.main)
    gone(window, qtbot, SendDialog)
    qtbot.waitUntil(card.isVisible, timeout=LONG)
    assert card.title.text() == "Phiếu quý II/2026: 0/9 phòng đã trả lời"
    assert faults_of(window) == []
    click(card.copy)
    assert QGuiApplication.clipboard().text().count("\n- ") == 9
    click(card.all)
    dialog(window, qtbot, AnswersDialog).reject()


def test_the_consolidated_sheet_names_who_is_missing_and_is_saved(
    window: MainWindow, qtbot: QtBot, plan_id: str, tmp_path: Path
) -> None:
    send_each(units_of(window), plan_id, tmp_path / "gui")
    window.actions_of_menu.sheets.summary.trigger()
    asked = dialog(window, qtbot, SummaryDialog)
    qtbot.waitUntil(asked.missing.isVisible, timeout=LONG)
    assert faults_of(asked) == []
    assert asked.missing.text().startswith("Chưa có phiếu trả về của 9 phòng: Văn phòng;")
    click(asked.main)
    chooser = dialog(window, qtbot, QFileDialog)
    target = tmp_path / "tong-hop.xlsx"
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(target.name)
    chooser.accept()
    qtbot.waitUntil(target.exists, timeout=LONG)
    settle(window, qtbot)
    assert "Tổng hợp" in " ".join(load_workbook(target).sheetnames)
    assert window.content.card.said[-1][1] == "Đã lưu bảng tổng hợp"
    assert button(window.content.card, "Mở thư mục").isVisible()
