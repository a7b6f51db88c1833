"""So với kế hoạch của tỉnh and Thêm nhiệm vụ được giao, with keys and mouse on the real window."""

from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import (
    LONG,
    control_id,
    dialog,
    gone,
    open_control,
    opened_id,
    row_at,
    settle,
    stored,
    units_of,
)
from tests.ui.walk import faults_of
from tests.use_cases.test_plan_compare import PROVINCE
from tthc_desktop.domain.comparison_answer import ComparisonAnswer
from tthc_desktop.domain.plan import PlanKind
from tthc_desktop.use_cases.issuing import issue_plan
from tthc_desktop.use_cases.task_history import task_history
from ui.compare.answer_dialog import AnswerDialog
from ui.compare.assigned_dialog import AssignedDialog
from ui.compare.compare_acts import CompareRoom
from ui.compare.compare_window import CompareWindow
from ui.main_window import MainWindow


@pytest.fixture
def province(tmp_path: Path) -> Path:
    file = tmp_path / "ke-hoach-tinh.txt"
    file.write_text(PROVINCE, encoding="utf-8")
    return file


def room(window: MainWindow) -> CompareRoom:
    found: CompareRoom = window.content.rooms.room(CompareRoom)
    return found


def open_communication(window: MainWindow, qtbot: QtBot) -> str:
    file = window.content.session.file
    assert file is not None
    wanted = next(one.id for one in file.plans if one.kind is PlanKind.COMMUNICATION)
    if opened_id(window) != wanted:
        with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
            window.content.session.select(wanted)
    return wanted


def compared(window: MainWindow, qtbot: QtBot, province: Path) -> CompareWindow:
    """Open the window and bring the province's plan in there."""
    window.actions_of_menu.compare.compare.trigger()
    shown = dialog(window, qtbot, CompareWindow)
    settle(window, qtbot)
    assert "Chưa có kế hoạch của cấp trên" in shown.said.text()
    room(window).importing.bring(province)
    qtbot.waitUntil(lambda: shown.tree.topLevelItemCount() == 2, timeout=LONG)
    settle(window, qtbot)
    return shown


def states(shown: CompareWindow) -> list[str]:
    return [row_at(shown.tree, place).text(3) for place in range(shown.tree.topLevelItemCount())]


def stand_at_missing(shown: CompareWindow) -> QTreeWidgetItem:
    item = row_at(shown.tree, 1)
    shown.tree.setCurrentItem(item)
    return item


def answers(window: MainWindow, shown: CompareWindow) -> tuple[ComparisonAnswer, ...]:
    assert shown.found is not None
    with units_of(window).reading() as work:
        return work.comparisons.all(shown.found.ours.id, shown.found.superior.id)


def test_what_is_asked_is_confirmed_changed_and_taken_back(
    window: MainWindow, qtbot: QtBot, province: Path
) -> None:
    plan_id = open_communication(window, qtbot)
    shown = compared(window, qtbot, province)
    assert faults_of(shown) == []
    # The plan of ours stays the open one; the province's is read-only beside it.
    assert opened_id(window) == plan_id
    first, missing = states(shown)
    assert first.startswith(("Một phần (khớp", "Có (khớp"))
    assert missing == "Chưa có"
    click(shown.confirm)
    qtbot.waitUntil(lambda: states(shown)[0].endswith(", đã xác nhận"), timeout=LONG)
    assert len(answers(window, shown)) == 1
    stand_at_missing(shown)
    click(shown.strange)
    qtbot.waitUntil(lambda: states(shown)[1] == "Không thuộc Sở, đã xác nhận", timeout=LONG)
    press(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: states(shown)[1] == "Chưa có", timeout=LONG)
    assert [one.state for one in answers(window, shown)] != ["not_ours"]
    shown.filter.setCurrentIndex(1)
    assert states(shown) == ["Chưa có"]
    assert "Đang hiện 1 trong 2" in shown.said.text()


def test_the_answer_is_chosen_among_tasks_and_lines(
    window: MainWindow, qtbot: QtBot, province: Path
) -> None:
    open_communication(window, qtbot)
    shown = compared(window, qtbot, province)
    stand_at_missing(shown)
    press(shown.tree, Qt.Key.Key_Return)
    asked = dialog(shown, qtbot, AnswerDialog)
    assert faults_of(asked) == []
    asked.state.setCurrentIndex(asked.state.findData("answered"))
    click(asked.main)
    assert "ít nhất một" in asked.place_field.trouble
    asked.places.search.setText("cuoc thi tim hieu")
    item = next(
        asked.places.view.item(at)
        for at in range(asked.places.view.count())
        if not asked.places.view.item(at).isHidden()
    )
    item.setCheckState(Qt.CheckState.Checked)
    asked.note.setText("Lồng ghép")
    click(asked.main)
    gone(shown, qtbot, AnswerDialog)
    qtbot.waitUntil(lambda: states(shown)[1] == "Có, đã xác nhận", timeout=LONG)
    assert "(Lồng ghép)" in row_at(shown.tree, 1).text(2)
    (answer,) = answers(window, shown)
    assert (answer.state, answer.note, answer.confirmed_on) == (
        "answered", "Lồng ghép", date(2026, 7, 1),
    )  # fmt: skip
    stand_at_missing(shown)
    click(shown.forget)
    qtbot.waitUntil(lambda: states(shown)[1] == "Chưa có", timeout=LONG)
    assert answers(window, shown) == ()


def test_a_missing_request_is_added_in_one_act_and_taken_out_again(
    window: MainWindow, qtbot: QtBot, province: Path
) -> None:
    plan_id = open_communication(window, qtbot)
    before = stored(window, plan_id)
    shown = compared(window, qtbot, province)
    stand_at_missing(shown)
    click(shown.add)
    asked = dialog(shown, qtbot, AssignedDialog)
    assert faults_of(asked) == []
    assert asked.number.text() == "12/KH-UBND"
    assert asked.day.text == "05/02/2026"
    asked.timing.setText("Trước ngày 15/9/2026")
    click(asked.main)
    qtbot.waitUntil(lambda: states(shown)[1].startswith("Có (khớp"), timeout=LONG)
    added = stored(window, plan_id).follow_up[-1]
    assert added.content.endswith("(giao tại văn bản số 12/KH-UBND ngày 05/02/2026)")
    assert added.timing == "Trước ngày 15/9/2026"
    settle(window, qtbot)
    press(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: states(shown)[1] == "Chưa có", timeout=LONG)
    assert stored(window, plan_id) == before


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx"])
def test_the_table_goes_out(
    window: MainWindow, qtbot: QtBot, province: Path, tmp_path: Path, suffix: str
) -> None:
    open_communication(window, qtbot)
    shown = compared(window, qtbot, province)
    assert shown.found is not None
    file = tmp_path / f"doi-chieu{suffix}"
    room(window).papers.save(shown.found, file, shown)
    qtbot.waitUntil(file.exists, timeout=LONG)
    settle(window, qtbot)
    asked = "Tổ chức phiên chợ chữ ký số lưu động ở các thôn, bản vùng xa."
    if suffix == ".docx":
        document = docx.Document(str(file))
        section = document.sections[0]
        assert section.page_width is not None
        assert section.page_height is not None
        assert section.page_width > section.page_height
        (table,) = document.tables
        assert [cell.text for cell in table.rows[2].cells][1:5] == [
            asked,
            "Mục II.1",
            "",
            "Chưa có",
        ]
    elif suffix == ".xlsx":
        sheet = load_workbook(file).worksheets[0]
        assert asked in [cell.value for row in sheet.iter_rows() for cell in row]
    else:
        assert file.read_bytes().startswith(b"%PDF")


def test_work_assigned_during_the_year_adjusts_an_issued_plan(
    window: MainWindow, qtbot: QtBot
) -> None:
    plan_id = control_id(window)
    issue_plan(units_of(window), plan_id, "15", date(2026, 1, 20))
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        window.content.session.reopen(plan_id)
    window.actions_of_menu.compare.assigned.trigger()
    asked = dialog(window, qtbot, AssignedDialog)
    click(asked.main)
    assert asked.what_field.trouble
    asked.what.setPlainText("Rà soát TTHC liên thông.")
    click(asked.main)
    assert "số văn bản" in asked.number_field.trouble
    asked.number.setText("38/UBND-KSTT")
    asked.day.edit.setText("32/7")
    click(asked.main)
    assert asked.day_field.trouble
    asked.day.edit.setText("6/7/2026")
    asked.lead.setText("Văn phòng")
    assert asked.reason.text().endswith("văn bản số 38/UBND-KSTT ngày 06/07/2026")
    asked.reason.clear()
    asked.reason.setModified(True)
    click(asked.main)
    assert "phải có lý do" in asked.reason_field.trouble
    asked.reason.setText("Tỉnh giao thêm")
    click(asked.main)
    gone(window, qtbot, AssignedDialog)
    task = stored(window, plan_id).annexes[0].tasks[0].children[-1]
    told = "văn bản số 38/UBND-KSTT ngày 06/07/2026"
    assert task.content == f"Rà soát TTHC liên thông (giao tại {told})"
    (line,) = task_history(units_of(window), plan_id, task.id)
    assert "Lý do: Tỉnh giao thêm" in line.changes
    assert f"Văn bản: {told}" in line.changes
    window.content.session.editor.stack.undo()
    assert len(stored(window, plan_id).annexes[0].tasks[0].children) == 7
    open_control(window, qtbot)
