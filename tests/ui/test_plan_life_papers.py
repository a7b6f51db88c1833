"""Scans of the signed plan, templates of the office, the legal register."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.opened_places import OpenedPlaces
from tests.ui.plan_life_hand import LONG, dialog, gone, open_control, row_at, settle, shown, stored
from tests.ui.test_plan_life import answer
from tests.ui.walk import faults_of
from ui.main_window import MainWindow
from ui.plan_life.attachment_dialog import AttachmentDialog
from ui.plan_life.document_dialog import DocumentDialog
from ui.plan_life.issue_dialog import IssueDialog
from ui.plan_life.name_dialog import NameDialog
from ui.plan_life.new_plan_dialog import NewPlanDialog
from ui.plan_life.register_window import RegisterWindow
from ui.plan_life.submission_dialog import SubmissionDialog
from ui.plan_life.template_list import TemplateList

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
DIALOGS: dict[str, type[QDialog]] = {
    "new_plan": NewPlanDialog,
    "save_template": NameDialog,
    "submit": SubmissionDialog,
    "issue": IssueDialog,
    "attach": AttachmentDialog,
    "register": RegisterWindow,
    "templates": TemplateList,
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_has_names_and_goes_by_escape(
    window: MainWindow, qtbot: QtBot, name: str
) -> None:
    open_control(window, qtbot)
    focused = window.focusWidget()
    getattr(window.actions_of_menu.life, name).trigger()
    asked = dialog(window, qtbot, DIALOGS[name])
    settle(window, qtbot)
    assert asked.windowTitle()
    assert faults_of(asked) == []
    assert asked.width() <= window.width()
    assert asked.height() <= window.height()
    press(asked, Qt.Key.Key_Escape)
    gone(window, qtbot, DIALOGS[name])
    assert window.focusWidget() is focused


def attach(window: MainWindow, qtbot: QtBot, files: AttachmentDialog, file: Path) -> None:
    click(files.main)
    chooser = dialog(window, qtbot, QFileDialog)
    name = chooser.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.setText(str(file))
    click(next(one for one in chooser.findChildren(QPushButton) if one.text() == "&Mở"))


def test_a_scan_is_attached_opened_again_and_taken_out(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, opened_places: OpenedPlaces
) -> None:
    open_control(window, qtbot)
    scan = tmp_path / "ban ky.pdf"
    scan.write_bytes(b"%PDF-1.7 " + bytes(2000))
    window.actions_of_menu.life.attach.trigger()
    files = dialog(window, qtbot, AttachmentDialog)
    attach(window, qtbot, files, scan)
    qtbot.waitUntil(lambda: files.tree.topLevelItemCount() == 1, timeout=LONG)
    assert row_at(files.tree).text(0) == "ban ky.pdf"
    content = scan.read_bytes()
    scan.unlink()
    files.reject()
    window.actions_of_menu.life.attach.trigger()
    gone_first = [files]
    qtbot.waitUntil(lambda: shown(window, AttachmentDialog) != gone_first, timeout=LONG)
    files = dialog(window, qtbot, AttachmentDialog)
    qtbot.waitUntil(lambda: files.tree.topLevelItemCount() == 1, timeout=LONG)
    click(files.view)
    qtbot.waitUntil(lambda: bool(opened_places.places), timeout=LONG)
    assert Path(opened_places.places[0]).read_bytes() == content
    click(files.remove)
    answer(qtbot, "Bỏ tệp")
    qtbot.waitUntil(lambda: files.tree.topLevelItemCount() == 0, timeout=LONG)
    assert files.said.isVisible()
    files.reject()


def test_a_plan_is_kept_as_a_template_renamed_and_used(window: MainWindow, qtbot: QtBot) -> None:
    plan = stored(window, open_control(window, qtbot))
    window.actions_of_menu.life.save_template.trigger()
    asked = dialog(window, qtbot, NameDialog)
    QTest.keyClicks(asked.edit, "Mau rieng")
    press(asked.edit, Qt.Key.Key_Return)
    gone(window, qtbot, NameDialog)
    window.actions_of_menu.life.templates.trigger()
    listed = dialog(window, qtbot, TemplateList)
    qtbot.waitUntil(lambda: listed.list.count() == 5, timeout=LONG)
    assert listed.list.item(0).text() == "Mau rieng"
    click(listed.rename)
    named = dialog(listed, qtbot, NameDialog)
    QTest.keyClicks(named.edit, "Mau moi")
    click(named.main)
    qtbot.waitUntil(lambda: listed.list.item(0).text() == "Mau moi", timeout=LONG)
    listed.list.setCurrentRow(1)
    assert not listed.rename.isEnabled()
    assert not listed.remove.isEnabled()
    listed.list.setCurrentRow(0)
    click(listed.main)
    new = dialog(window, qtbot, NewPlanDialog)
    current = new.list.currentItem()
    assert current.text() == "Mau moi"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(new.main)
    opened = window.content.session.open_plan
    assert opened is not None
    assert opened.plan.title == plan.title
    assert opened.plan.id != plan.id
    window.actions_of_menu.life.templates.trigger()
    listed = dialog(window, qtbot, TemplateList)
    qtbot.waitUntil(lambda: listed.list.count() == 5, timeout=LONG)
    click(listed.remove)
    answer(qtbot, "Xóa mẫu")
    qtbot.waitUntil(lambda: listed.list.count() == 4, timeout=LONG)
    listed.reject()


def test_the_register_is_searched_marked_and_added_to(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of_menu.life.register.trigger()
    register = dialog(window, qtbot, RegisterWindow)
    tree = register.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 5, timeout=LONG)
    total = tree.topLevelItemCount()
    QTest.keyClicks(register.search, "63/2010")
    assert row_at(tree).text(1) == "63/2010/NĐ-CP"
    click(register.copy)
    assert QGuiApplication.clipboard().text().startswith("Căn cứ Nghị định số 63/2010/NĐ-CP ngày")
    assert row_at(tree).text(7) == "Cần đối chiếu"
    click(register.check)
    qtbot.waitUntil(lambda: row_at(tree).text(7) == "01/07/2026", timeout=LONG)
    assert not register.check.isEnabled()
    register.search.clear()
    click(register.add)
    asked = dialog(register, qtbot, DocumentDialog)
    click(asked.main)
    assert asked._kind_field.trouble
    asked.kind.setEditText("Quyết định")
    QTest.keyClicks(asked.number, "99/QD-UBND")
    QTest.keyClicks(asked.issued_on.edit, "5/1/2026")
    QTest.keyClicks(asked.subject, "ve mot viec")
    assert faults_of(asked) == []
    assert "05/01/2026" in asked.citation.text() or "05/1/2026" in asked.citation.text()
    click(asked.main)
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == total + 1, timeout=LONG)
    gone(register, qtbot, DocumentDialog)
    current = register.current
    assert current is not None
    assert (current.number, current.own, current.needs_checking) == ("99/QD-UBND", True, True)
    click(register.remove)
    answer(qtbot, "Xóa văn bản")
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == total, timeout=LONG)
    register.reject()


def test_an_entry_twice_is_refused_and_stays_typed(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_of_menu.life.register.trigger()
    register = dialog(window, qtbot, RegisterWindow)
    qtbot.waitUntil(lambda: register.tree.topLevelItemCount() > 5, timeout=LONG)
    for _ in range(2):
        click(register.add)
        asked = dialog(register, qtbot, DocumentDialog)
        asked.kind.setEditText("Công văn")
        QTest.keyClicks(asked.number, "1/CV")
        click(asked.main)
        settle(window, qtbot)
    answer(qtbot, "Đóng")
    assert asked.isVisible()
    assert asked.number.text() == "1/CV"
    asked.reject()
    register.reject()
