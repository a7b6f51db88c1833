"""A row that a unit added goes into the plan; what all files say is kept as a comparison."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.merge_hand import UNIT, conflicted, opened, recorded, sheets_sent
from tests.ui.plan_life_hand import (
    LONG,
    button,
    dialog,
    gone,
    opened_id,
    settle,
    stored,
    units_of,
)
from tests.ui.sheet_hand import DONE_ON, RESULT, add_row, fill, fillable_rows
from tests.ui.walk import faults_of
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.task import Task
from tthc_desktop.sheets.comparison_workbook import HEADINGS
from tthc_desktop.use_cases.issuing import issue_plan
from ui.main_window import MainWindow
from ui.plan_life.adjustment_dialog import AdjustmentDialog
from ui.sheets.add_row_dialog import AddRowDialog
from ui.sheets.merge_dialog import MergeDialog
from ui.sheets.merge_view import Part

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NEW = "Khảo sát mức độ hài lòng tại Bộ phận Một cửa"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sent(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> dict[str, Path]:
    """Send the sheets of a plan that is issued: a new task is a change of what it says."""
    files = sheets_sent(window, qtbot, tmp_path)
    plan_id = opened_id(window)
    issue_plan(units_of(window), plan_id, "05", date(2026, 1, 22))
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        window.content.session.reopen(plan_id)
    settle(window, qtbot)
    return files


def new_tasks(plan: Plan) -> list[Task]:
    return [row.task for row in plan.numbered_tasks() if row.task.content == NEW]


def at_new_row(shown_dialog: MergeDialog) -> None:
    """Go down to the row that is new."""
    table = shown_dialog.table
    for _ in range(40):
        line = table.current_line
        if line is not None and line.row is not None and line.row.new_task is not None:
            return
        press(table, Qt.Key.Key_Down)
    raise AssertionError(NEW)


def added(window: MainWindow, qtbot: QtBot, merging: MergeDialog) -> None:
    """Put the new row at the end of the first group; say why the issued plan is changed."""
    at_new_row(merging)
    assert merging.foot.add.isVisible()
    click(merging.foot.add)
    asked = dialog(window, qtbot, AddRowDialog)
    assert faults_of(asked) == []
    assert asked.words.toPlainText() == NEW
    assert asked.group.itemText(0).startswith("Cuối nhóm 1.")
    click(asked.main)
    reason = dialog(window, qtbot, AdjustmentDialog)
    reason.reason.setPlainText("Phòng đề nghị bổ sung")
    click(reason.main)
    gone(window, qtbot, AdjustmentDialog)
    settle(window, qtbot)


def test_a_new_row_becomes_a_task_of_the_group_and_one_undo_takes_it_back(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    add_row(sent[UNIT], NEW)
    before = stored(window, opened_id(window))
    merging = opened(window, qtbot, sent[UNIT])
    added(window, qtbot, merging)
    (task,) = new_tasks(stored(window, before.id))
    group = before.annexes[0].tasks[0]
    now = stored(window, before.id).annexes[0].tasks[0]
    assert (now.id, now.children[-1]) == (group.id, task)
    progress = window.content.session.editor.progress
    assert progress is not None
    assert [progress.directory.get(one).name for one in task.lead_ids] == [UNIT]
    # The row says so and cannot be added twice.
    (told,) = (row.said for row in merging.shown_files[0].rows if NEW in row.returned)
    assert told == f"Đã thêm vào kế hoạch: nhiệm vụ 1.{len(group.children) + 1}."
    assert not merging.foot.add.isVisible()
    merging.reject()
    gone(window, qtbot, MergeDialog)
    undo = window.actions_of_menu.tasks.undo
    assert undo.text().endswith(f"thêm nhiệm vụ từ phiếu của {UNIT}")
    undo.trigger()
    assert stored(window, before.id) == before
    assert not undo.isEnabled()


def test_a_task_that_was_added_is_undone_before_what_the_dialog_took(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    fill(sent[UNIT], {(fillable_rows(sent[UNIT])[0], RESULT): "Nhận cùng dòng mới"})
    add_row(sent[UNIT], NEW)
    before = stored(window, opened_id(window))
    merging = opened(window, qtbot, sent[UNIT])
    added(window, qtbot, merging)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(merging.take)
    settle(window, qtbot)
    tasks = window.actions_of_menu.tasks
    assert len(new_tasks(stored(window, before.id))) == 1
    assert "Nhận cùng dòng mới" in recorded(window)
    tasks.undo.trigger()
    assert stored(window, before.id) == before
    assert "Nhận cùng dòng mới" in recorded(window)
    tasks.redo.trigger()
    assert len(new_tasks(stored(window, before.id))) == 1
    tasks.undo.trigger()
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        tasks.undo.trigger()
    settle(window, qtbot)
    assert "Nhận cùng dòng mới" not in recorded(window)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        tasks.redo.trigger()
    assert "Nhận cùng dòng mới" in recorded(window)


def test_leaving_the_reason_adds_nothing(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    add_row(sent[UNIT], NEW)
    merging = opened(window, qtbot, sent[UNIT])
    at_new_row(merging)
    click(merging.foot.add)
    click(dialog(window, qtbot, AddRowDialog).main)
    dialog(window, qtbot, AdjustmentDialog).reject()
    settle(window, qtbot)
    assert new_tasks(stored(window, opened_id(window))) == []
    assert merging.foot.add.isVisible()
    merging.reject()


def test_the_comparison_is_kept_with_every_cell_and_its_reason(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path], tmp_path: Path, data_path: Path
) -> None:
    conflicted(window, sent[UNIT])
    third = fillable_rows(sent[UNIT])[2]
    fill(sent[UNIT], {(third, DONE_ON): "sắp xong"})
    add_row(sent[UNIT], NEW)
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(b"hong")
    merging = opened(window, qtbot, sent[UNIT], broken)
    assert faults_of(merging) == []
    press(merging.table, Qt.Key.Key_Right)
    settle(window, qtbot)
    before = data_path.read_bytes()
    click(merging.foot.compare)
    chooser = dialog(window, qtbot, QFileDialog)
    target = tmp_path / "doi-chieu.xlsx"
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(target.name)
    chooser.accept()
    qtbot.waitUntil(target.exists, timeout=LONG)
    settle(window, qtbot)
    assert window.content.card.said[-1][1] == "Đã lưu bảng đối chiếu"
    assert button(window.content.card, "Mở tệp").isVisible()
    assert data_path.read_bytes() == before
    sheet = load_workbook(target)["Đối chiếu"]
    rows = [dict(zip(HEADINGS, row, strict=True)) for row in sheet.iter_rows(4, values_only=True)]
    (conflict,) = (one for one in rows if one["Phòng trả về"] == "Phòng ghi")
    wanted = (UNIT, "Kết quả", "Sở ghi", "Giữ của Sở, khi bấm Nhận", sent[UNIT].name)
    names = ("Đơn vị", "Cột", "Hiện nay tại Sở", "Xử lý", "Tệp")
    assert tuple(conflict[name] for name in names) == wanted
    assert str(conflict["Ô"]).startswith("J")
    (change,) = (one for one in rows if one["Phòng trả về"] == "Chỉ phòng ghi")
    assert change["Xử lý"] == "Nhận, khi bấm Nhận"
    (refused,) = (one for one in rows if one["Ô"] == f"L{third}")
    assert (refused["Xử lý"], refused["Phòng trả về"]) == ("Không nhận được", "“sắp xong”")
    assert "không phải là ngày" in str(refused["Lý do"])
    (new,) = (one for one in rows if NEW in str(one["Phòng trả về"]))
    assert "dòng mới" in str(new["Lý do"])
    (unread,) = (one for one in rows if one["Tệp"] == "hong.xlsx")
    assert unread["Xử lý"] == "Không đọc được"
    parts = [row.part for row in merging.shown_files[0].rows]
    assert len(rows) == len(parts) + 1
    assert parts.count(Part.REFUSED) == sum(one["Xử lý"] == "Không nhận được" for one in rows)
    merging.reject()
