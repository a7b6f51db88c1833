"""A plan's way through its year, with real keys and mouse over a real data file."""

from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.hand import click, press
from tests.ui.plan_life_hand import (
    LONG,
    button,
    dialog,
    gone,
    open_control,
    opened_id,
    settle,
    shown,
    stored,
    units_of,
)
from tthc_desktop.domain.plan import PlanKind, PlanState
from tthc_desktop.use_cases.issuing import issue_plan
from ui.main_window import MainWindow
from ui.plan_life.issue_dialog import IssueDialog
from ui.plan_life.new_plan_dialog import NewPlanDialog
from ui.plan_life.submission_dialog import SubmissionDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def save_as(window: MainWindow, qtbot: QtBot, to: Path) -> None:
    """Give the open file dialog a name and agree."""
    found = dialog(window, qtbot, QFileDialog)
    name = found.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(to))
    click(next(one for one in found.findChildren(QPushButton) if one.text() == "&Lưu"))


def answer(qtbot: QtBot, words: str) -> None:
    """Press a button of the question that is open."""

    def boxes() -> list[QMessageBox]:
        every = QApplication.topLevelWidgets()
        return [one for one in every if isinstance(one, QMessageBox) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(boxes()), timeout=LONG)
    (box,) = boxes()
    click(next(one for one in box.buttons() if one.text() == words))


def words_of(file: Path) -> str:
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_a_new_plan_is_made_from_a_template(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of_menu.life.new_plan.trigger()
    asked = dialog(window, qtbot, NewPlanDialog)
    assert asked.year.value() == 2026
    press(asked.list, Qt.Key.Key_Down)
    press(asked.year, Qt.Key.Key_Up)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(asked.main)
    plan = stored(window, opened_id(window))
    assert (plan.kind, plan.year, plan.state) == (PlanKind.COMMUNICATION, 2027, PlanState.DRAFT)
    assert "2027" in plan.title
    assert window.content.card.said[-1][1] == "Đã lập kế hoạch năm 2027 từ mẫu"
    listed = window.content.area.plan_list.view.model()
    assert listed.index(0, 0).data() == "Năm 2027"


def test_leaving_the_dialog_makes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    focused = window.focusWidget()
    window.actions_of_menu.life.new_plan.trigger()
    asked = dialog(window, qtbot, NewPlanDialog)
    press(asked.list, Qt.Key.Key_Escape)
    gone(window, qtbot, NewPlanDialog)
    with units_of(window).reading() as work:
        assert len(work.plans.summaries()) == 2
    assert window.focusWidget() is focused


def test_an_empty_office_begins_with_a_template(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "moi.tthc")
    qtbot.waitUntil(lambda: window.content.office_acts.wizard is not None, timeout=LONG)
    wizard = window.content.office_acts.wizard
    assert wizard is not None
    wizard.reject()
    click(button(window.content.empty, "Lập từ mẫu…"))
    asked = dialog(window, qtbot, NewPlanDialog)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(asked.main)
    assert (tmp_path / "moi.tthc").exists()
    assert stored(window, opened_id(window)).kind is PlanKind.CONTROL


def test_issuing_asks_number_and_day(window: MainWindow, qtbot: QtBot) -> None:
    plan_id = open_control(window, qtbot)
    window.actions_of_menu.life.issue.trigger()
    asked = dialog(window, qtbot, IssueDialog)
    settle(window, qtbot)
    assert asked.findings.said.text() == "Không còn lỗi. Có thể ban hành."
    click(asked.main)
    assert "chữ số" in asked.number_field.trouble
    QTest.keyClicks(asked.number, "5")
    asked.day.edit.selectAll()
    QTest.keyClicks(asked.day.edit, "2201x")
    click(asked.main)
    assert "Chưa hiểu ngày" in asked.day_field.trouble
    press(asked.day.edit, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(asked.main)
    gone(window, qtbot, IssueDialog)
    plan = stored(window, plan_id)
    assert (plan.state, plan.number, plan.date.as_date()) == (
        PlanState.ISSUED, "05", date(2026, 1, 22),
    )  # fmt: skip
    assert window.bars.notice.words == (
        f"Đã ban hành 05/{plan.symbol} ngày 22/01/2026. Muốn đổi, điều chỉnh ở tab Nhiệm vụ hoặc "
        "lập Kế hoạch điều chỉnh, bổ sung."
    )
    life = window.actions_of_menu.life
    assert not life.issue.isEnabled()
    assert not life.submit.isEnabled()
    assert life.adjusting_plan.isEnabled()
    assert life.close_plan.isEnabled()


def test_a_number_out_of_order_is_told_and_one_taken_refused(
    window: MainWindow, qtbot: QtBot
) -> None:
    plan_id = open_control(window, qtbot)
    file = window.content.session.file
    assert file is not None
    other = next(one for one in file.plans if one.id != plan_id)
    issue_plan(units_of(window), other.id, "7", date(2026, 3, 2))
    window.actions_of_menu.life.issue.trigger()
    asked = dialog(window, qtbot, IssueDialog)
    settle(window, qtbot)
    asked.day.show_day(date(2026, 5, 4))
    QTest.keyClicks(asked.number, "6")
    assert asked.order.isVisible()
    assert "số 07/" in asked.order.text()
    press(asked.number, Qt.Key.Key_Backspace)
    QTest.keyClicks(asked.number, "7")
    assert not asked.order.isVisible()
    click(asked.main)
    answer(qtbot, "Đóng")
    assert asked.isVisible()
    assert stored(window, plan_id).state is PlanState.DRAFT
    press(asked.number, Qt.Key.Key_Escape)


def test_a_plan_is_submitted_with_its_note_and_taken_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    plan_id = open_control(window, qtbot)
    life = window.actions_of_menu.life
    life.submit.trigger()
    asked = dialog(window, qtbot, SubmissionDialog)
    QTest.keyClicks(asked.remarks, "Da lay y kien 5 phong")
    click(asked.main)
    note = tmp_path / "phieu.docx"
    save_as(window, qtbot, note)
    qtbot.waitUntil(note.exists, timeout=LONG)
    settle(window, qtbot)
    assert "Da lay y kien 5 phong." in words_of(note)
    assert stored(window, plan_id).state is PlanState.SUBMITTED
    qtbot.waitUntil(lambda: "Đang trình ký" in row_words(window, plan_id), timeout=LONG)
    life.submit.trigger()
    asked = dialog(window, qtbot, SubmissionDialog)
    click(asked.take_back)
    qtbot.waitUntil(lambda: stored(window, plan_id).state is PlanState.DRAFT, timeout=LONG)
    settle(window, qtbot)


def row_words(window: MainWindow, plan_id: str) -> str:
    listed = window.content.area.plan_list
    return str(listed._model.index_of(plan_id).data())


def test_closing_asks_once_and_makes_the_plan_read_only(window: MainWindow, qtbot: QtBot) -> None:
    plan_id = open_control(window, qtbot)
    session = window.content.session
    issue_plan(units_of(window), plan_id, "5", date(2026, 1, 22))
    with qtbot.waitSignal(session.plan_opened, timeout=LONG):
        session.reopen(plan_id)
    window.actions_of_menu.life.close_plan.trigger()
    answer(qtbot, "Giữ lại")
    assert stored(window, plan_id).state is PlanState.ISSUED
    window.actions_of_menu.life.close_plan.trigger()
    with qtbot.waitSignal(session.plan_opened, timeout=LONG):
        answer(qtbot, "Đóng kế hoạch")
    assert stored(window, plan_id).state is PlanState.CLOSED
    assert not window.actions_of_menu.life.close_plan.isEnabled()
    tasks = window.content.area.task_tab.table.tasks
    qtbot.waitUntil(lambda: not tasks.is_editable, timeout=LONG)
    assert not shown(window, IssueDialog)
