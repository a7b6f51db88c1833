"""Returned sheets in the window: looked at, chosen by keys, taken, taken back."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.merge_hand import UNIT, cells, conflicted, drop, opened, recorded, room, sheets_sent
from tests.ui.plan_life_hand import LONG, button, dialog, gone, settle, units_of
from tests.ui.sheet_hand import (
    DAY,
    DONE_ON,
    PERIOD,
    RESULT,
    add_row,
    fill,
    fillable_rows,
    forget_identity,
)
from tests.ui.walk import faults_of
from tthc_desktop.errors import StorageTrouble
from tthc_desktop.use_cases.sheet_answers import answers_of
from ui.main_window import MainWindow
from ui.sheets.merge_dialog import MergeDialog
from ui.sheets.merge_model import LineKind, MergeColumn
from ui.sheets.merge_view import Part, Side

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
OTHER = "Phòng Pháp chế"


@pytest.fixture
def sent(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> dict[str, Path]:
    return sheets_sent(window, qtbot, tmp_path)


def test_a_conflict_is_chosen_by_keys_taken_and_taken_back(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    conflicted(window, sent[UNIT])
    shown = opened(window, qtbot, sent[UNIT])
    assert faults_of(shown) == []
    assert shown.take.text() == "Nhận 1 thay đổi"
    assert "Còn 1 chỗ chưa chọn" in shown.foot.note.text()
    table = shown.table
    (conflict,) = cells(shown, Part.CONFLICT)
    assert (table.currentIndex().row(), table.hasFocus()) == (conflict, True)
    press(table, Qt.Key.Key_Right)
    assert table.lines.choices.side(0) is Side.OFFICE
    press(table, Qt.Key.Key_Left)
    assert table.lines.choices.side(0) is Side.RETURNED
    assert shown.take.text() == "Nhận 2 thay đổi"
    press(table, Qt.Key.Key_Down)
    assert table.lines.lines[table.currentIndex().row()].part is Part.CHANGE
    before = recorded(window)
    assert "Sở ghi" in before
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        press(table, Qt.Key.Key_Return)
    gone(window, qtbot, MergeDialog)
    assert {"Phòng ghi", "Chỉ phòng ghi"} <= set(recorded(window))
    assert "Sở ghi" not in recorded(window)
    assert window.content.card.said[-1][1] == "Đã nhận 2 thay đổi từ 1 phiếu"
    undo = window.actions_of_menu.tasks.undo
    assert undo.text() == f"H&oàn tác: nhận phiếu của {UNIT}"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        undo.trigger()
    settle(window, qtbot)
    assert sorted(recorded(window)) == sorted(before)
    assert not undo.isEnabled()
    assert window.content.card.said[-1][1] == f"Đã hoàn tác nhận phiếu của {UNIT}"


def test_a_click_chooses_a_card_and_the_rest_stays_for_later(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    conflicted(window, sent[UNIT])
    shown = opened(window, qtbot, sent[UNIT])
    table = shown.table
    (conflict,), (change,) = cells(shown, Part.CONFLICT), cells(shown, Part.CHANGE)
    for line, column in ((conflict, MergeColumn.OFFICE), (change, MergeColumn.TAKE)):
        place = table.visualRect(table.lines.index(line, column)).center()
        click(table.viewport(), place)
    assert table.lines.choices.side(0) is Side.OFFICE
    # The office's value is kept, and that is decided.
    assert shown.take.text() == "Nhận 1 thay đổi"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(shown.take)
    assert "Chỉ phòng ghi" not in recorded(window)
    assert "Sở ghi" in recorded(window)


def test_leaving_writes_nothing(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path], data_path: Path
) -> None:
    conflicted(window, sent[UNIT])
    settle(window, qtbot)
    before = data_path.read_bytes()
    shown = opened(window, qtbot, sent[UNIT])
    press(shown.table, Qt.Key.Key_Space)
    press(shown.table, Qt.Key.Key_Escape)
    gone(window, qtbot, MergeDialog)
    settle(window, qtbot)
    assert data_path.read_bytes() == before


def test_what_cannot_be_taken_is_told_and_a_likely_row_waits_for_a_tick(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    first, second, *_ = fillable_rows(sent[UNIT])
    fill(sent[UNIT], {(first, DONE_ON): "sắp xong", (second, RESULT): "Dòng chép lại"})
    forget_identity(sent[UNIT], second)
    add_row(sent[UNIT], "Chuyện hoàn toàn khác")
    shown = opened(window, qtbot, sent[UNIT])
    rows = shown.shown_files[0].rows
    refused = [row for row in rows if row.part is Part.REFUSED]
    assert [row.detail for row in refused if row.returned == "“sắp xong”"] == [f"ô L{first}"]
    assert [row.title for row in refused if "hoàn toàn khác" in row.returned] == ["Dòng mới"]
    (likely,) = cells(shown, Part.CHANGE)
    assert rows[shown.table.lines.lines[likely].place].likeness == 100
    assert (shown.take.text(), shown.take.isEnabled()) == ("Không có gì để nhận", False)
    assert shown.table.currentIndex().row() == likely
    press(shown.table, Qt.Key.Key_Space)
    assert shown.take.text() == "Nhận 1 thay đổi"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        press(shown.table, Qt.Key.Key_Return)
    assert "Dòng chép lại" in recorded(window)
    assert "sắp xong" not in " ".join(recorded(window))


def test_a_folder_is_worked_through_file_by_file(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "tra-ve"
    folder.mkdir()
    for place, unit in enumerate((OTHER, UNIT)):
        row = fillable_rows(sent[unit])[0]
        fill(sent[unit], {(row, RESULT): f"Trả về {unit}"})
        sent[unit].rename(folder / f"{place}.xlsx")
    Workbook().save(folder / "8.xlsx")
    (folder / "9.xlsx").write_bytes(b"hong")
    shown = opened(window, qtbot, folder)
    files = shown.shown_files
    assert [one.unit for one in files] == [OTHER, UNIT, "", ""]
    settle(window, qtbot)
    assert shown.files.answered.text() == "Đã trả lời: 0/9 phòng"
    assert shown.files.missing.text() == "Nhận cả các tệp trên thì còn thiếu 7 phòng."
    press(shown.table, Qt.Key.Key_Return)
    # The next file with something to take is chosen; the dialog stays.
    qtbot.waitUntil(lambda: shown.list.currentIndex().row() == 1, timeout=LONG)
    assert shown.leave.text() == "Đóng"
    settle(window, qtbot)
    assert shown.files.answered.text() == "Đã trả lời: 1/9 phòng"
    press(shown.list, Qt.Key.Key_End)
    assert shown.take.isEnabled() is False
    assert shown.file.said.text() == files[3].trouble
    press(shown.list, Qt.Key.Key_Up)
    press(shown.list, Qt.Key.Key_Up)
    settle(window, qtbot)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        press(shown.table, Qt.Key.Key_Return)
    gone(window, qtbot, MergeDialog)
    assert f"Trả về {UNIT}" in recorded(window)
    assert window.content.card.said[-1][1] == "Đã nhận 2 thay đổi từ 2 phiếu"
    # A second time nothing is new, and one undo takes both back.
    again = opened(window, qtbot, folder / "0.xlsx")
    assert again.take.isEnabled() is False
    press(again.table, Qt.Key.Key_Escape)
    gone(window, qtbot, MergeDialog)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        window.actions_of_menu.tasks.undo.trigger()
    assert f"Trả về {UNIT}" not in recorded(window)


def test_the_card_takes_back_too(window: MainWindow, qtbot: QtBot, sent: dict[str, Path]) -> None:
    fill(sent[UNIT], {(fillable_rows(sent[UNIT])[0], RESULT): "Sẽ lấy lại"})
    shown = opened(window, qtbot, sent[UNIT])
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(shown.take)
    assert "Sẽ lấy lại" in recorded(window)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(button(window.content.card, "Hoàn tác"))
    assert "Sẽ lấy lại" not in recorded(window)
    assert not window.actions_of_menu.tasks.undo.isEnabled()


def test_many_changes_are_folded_until_asked_for(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    rows = fillable_rows(sent[UNIT])[:8]
    assert len(rows) == 8
    fill(sent[UNIT], {(row, RESULT): f"Dòng {row}" for row in rows})
    shown = opened(window, qtbot, sent[UNIT])
    assert len(cells(shown, Part.CHANGE)) == 4
    assert shown.take.text() == "Nhận 8 thay đổi"
    press(shown.table, Qt.Key.Key_Up)
    for _ in range(4):
        press(shown.table, Qt.Key.Key_Down)
    assert shown.table.lines.lines[shown.table.currentIndex().row()].kind is LineKind.MORE
    press(shown.table, Qt.Key.Key_Space)
    assert len(cells(shown, Part.CHANGE)) == 8


def test_other_things_dropped_are_left_to_others(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path], tmp_path: Path
) -> None:
    other = tmp_path / "thu.pdf"
    other.write_bytes(b"%PDF")
    drop(window, sent[UNIT], other)
    drop(window, other)
    settle(window, qtbot)
    assert room(window).receiving.dialog is None


def test_a_sheet_without_changes_is_noted_as_an_answer(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    shown = opened(window, qtbot, sent[OTHER])
    assert shown.take.text() == "Ghi nhận đã trả lời"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        press(shown.table, Qt.Key.Key_Return)
    assert window.content.card.said[-1][1] == "Đã ghi nhận 1 phiếu, không có thay đổi"
    progress = window.content.session.editor.progress
    assert progress is not None
    found = answers_of(units_of(window), progress.plan.id, PERIOD, today=DAY)
    assert [one.name for one in found.units if one.answered_at] == [OTHER]


def test_files_dropped_on_the_dialog_stand_beside_the_others(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    conflicted(window, sent[UNIT])
    shown = opened(window, qtbot, sent[UNIT])
    press(shown.table, Qt.Key.Key_Right)
    drop(shown, sent[OTHER])
    qtbot.waitUntil(lambda: len(shown.shown_files) == 2, timeout=LONG)
    # What was chosen before is still chosen.
    assert shown.table.lines.choices.side(0) is Side.OFFICE
    assert shown.take.text() == "Nhận 2 thay đổi"
    shown.reject()


def test_a_file_that_cannot_be_written_stays_to_be_taken_once_more(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    conflicted(window, sent[UNIT])
    shown = opened(window, qtbot, sent[UNIT])

    def full(*_: object) -> None:
        message = "Ổ đĩa đầy. Chưa ghi gì."
        raise StorageTrouble(message)

    before = recorded(window)
    with monkeypatch.context() as patched:
        patched.setattr("tthc_desktop.use_cases.sheet_merge.write_cells", full)
        press(shown.table, Qt.Key.Key_Return)
        told = dialog(window, qtbot, QMessageBox)
    assert "Ổ đĩa đầy" in told.informativeText()
    told.close()
    assert recorded(window) == before
    assert shown.take.isEnabled()
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        press(shown.table, Qt.Key.Key_Return)
    assert "Chỉ phòng ghi" in recorded(window)
