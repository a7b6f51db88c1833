"""The frame: bands, panes, text size, what is remembered, backups, lists of keys and messages."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from db.data_file import SqliteDataFile
from tests.ui.hand import press
from tthc_desktop.domain.plan import PartialDate, PlanState
from tthc_desktop.program import Program
from tthc_desktop.use_cases import task_acts
from ui.frame.actions import TEXT_SIZES, Page
from ui.frame.backup_list import BackupList
from ui.frame.recent_messages import RecentMessages
from ui.frame.shortcut_list import ShortcutList
from ui.frame.status_line import StatusPart
from ui.frame.window_words import final_words
from ui.kit import theme
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow
from ui.session.open_plan import OpenPlan

OpenWindow = Callable[[Path], MainWindow]


def test_another_writer_is_told_in_a_yellow_band(open_window: OpenWindow, data_path: Path) -> None:
    other = SqliteDataFile(data_path)
    other.reserve()
    try:
        window = open_window(data_path)
        band = window.bars.warning
        assert band.isVisible()
        assert "đang" in band.words.lower()
        assert window.content.session.editor.read_only == band.words
    finally:
        other.close()


def test_no_band_without_a_reason(window: MainWindow) -> None:
    assert not window.bars.warning.isVisible()
    assert not window.bars.notice.isVisible()


def test_a_final_plan_says_so(control_plan: OpenPlan) -> None:
    plan = replace(control_plan.plan, number="05", date=PartialDate(22, 1, 2026))
    words = {state: final_words(replace(plan, state=state)) for state in PlanState}
    assert words[PlanState.DRAFT] == ""
    issued = f"Đã ban hành 05/{plan.symbol} ngày 22/01/2026. "
    assert words[PlanState.ISSUED].startswith(issued)
    assert "đã đóng" in words[PlanState.CLOSED]
    assert "đối chiếu" in words[PlanState.REFERENCE]


def settle() -> None:
    """Let layouts ask their parents, and those theirs."""
    for _ in range(6):
        QApplication.processEvents()


def holder(window: MainWindow) -> str:
    focused = QApplication.focusWidget()
    assert focused is not None
    places: dict[str, QWidget] = {
        "pages": window.bars.page_bar,
        "commands": window.bars.commands,
        "list": window.content.area.plan_list,
        "details": window.content.area.task_tab.pane,
        "table": window.content.area.task_tab.table,
        "status": window.status,
    }
    return next(name for name, one in places.items() if one is focused or one.isAncestorOf(focused))


def test_f6_goes_round_the_panes(window: MainWindow) -> None:
    window.show_page(Page.TASKS)
    window.content.area.open_list(is_open=True)
    window.content.area.open_pane(is_open=True)
    table = window.content.area.task_tab.table
    table.setCurrentIndex(table.model().index(2, 1))
    QApplication.processEvents()
    window.bars.page_bar.setFocus()
    found = []
    for _ in range(6):
        found.append(holder(window))
        window.actions_of_menu.next_pane.trigger()
        QApplication.processEvents()
    middle = found[3]
    assert middle in {"table", "commands"} or middle
    assert found[:3] == ["pages", "commands", "list"]
    assert found[4:] == ["details", "status"]
    assert holder(window) == "pages"
    window.actions_of_menu.previous_pane.trigger()
    assert holder(window) == "status"


@pytest.mark.parametrize("percent", list(TEXT_SIZES))
def test_every_size_of_text_fits_the_screen(
    window: MainWindow, dressed: QApplication, percent: int
) -> None:
    window.content.frame.view.resize_text(percent)
    assert theme.text_scale() == pytest.approx(percent / 100)
    assert window.status.text_size.text() == f"Cỡ chữ {percent} %"
    for page in Page:
        window.show_page(page)
        settle()
        assert (window.width(), window.height()) == (1366, 690)
        for button in [*window.findChildren(AppButton), *window.findChildren(StatusPart)]:
            if button.isVisible() and not button.visibleRegion().isEmpty():
                assert button.width() >= button.sizeHint().width(), button.text()
                assert button.height() >= QFontMetrics(button.font()).height()
                assert button.mapTo(window, button.rect().topRight()).x() <= window.width()


def test_text_that_grew_and_shrank_is_as_before(window: MainWindow) -> None:
    view = window.content.frame.view
    fonts = [one.font().pointSizeF() for one in window.findChildren(QLabel)]
    view.resize_text(200)
    settle()
    assert all(
        after.font().pointSizeF() > before
        for before, after in zip(fonts, window.findChildren(QLabel), strict=True)
    )
    view.resize_text(100)
    settle()
    again = [one.font().pointSizeF() for one in window.findChildren(QLabel)]
    assert again == pytest.approx(fonts, abs=0.05)


def test_control_and_wheel_change_the_text(window: MainWindow, dressed: QApplication) -> None:
    table = window.content.area.plan_tab.pages.viewport()
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(table, turned)
    assert theme.text_scale() == pytest.approx(1.25)


def test_the_window_remembers(
    window: MainWindow, open_window: OpenWindow, data_path: Path, dressed: QApplication
) -> None:
    window.content.frame.view.resize_text(125)
    window.show_page(Page.TASKS)
    window.content.area.open_list(is_open=True)
    window.content.area.task_tab.drag_to(900)
    window.content.area.task_tab.table.setColumnWidth(2, 177)
    window.resize(1300, 640)
    window.close()
    theme.dress(dressed)
    again = open_window(data_path)
    assert theme.text_scale() == pytest.approx(1.25)
    assert again.settings.text_percent == 125
    assert again.settings.width("tasks") > 0
    again.show_page(Page.TASKS)
    assert again.content.area.is_list_open
    assert again.content.area.task_tab.table.columnWidth(2) == 177


def test_narrow_windows_lay_the_pane_over_the_table(window: MainWindow) -> None:
    window.show_page(Page.TASKS)
    area, tab = window.content.area, window.content.area.task_tab
    assert area.is_pane_open
    wide = tab.middle.width()
    window.resize(1092, 537)
    QApplication.processEvents()
    assert not area.is_pane_open
    press(window, Qt.Key.Key_F8)
    assert area.is_pane_open
    assert tab.middle.width() == tab.width() < wide + tab.pane.width()
    window.resize(910, 435)
    QApplication.processEvents()
    press(window, Qt.Key.Key_F9)
    press(window, Qt.Key.Key_F8)
    assert area.is_pane_open is not area.is_list_open or not area.is_pane_open
    window.resize(1366, 690)
    QApplication.processEvents()
    assert area.is_pane_open
    assert window.actions_of_menu.show_details.isChecked()


def test_a_restore_point_is_made_and_brought_back(window: MainWindow, qtbot: QtBot) -> None:
    backups = window.content.frame.backups
    assert window.status.backup.text() == "Chưa có bản sao lưu"
    with qtbot.waitSignal(backups.told, timeout=10_000):
        window.actions_of_menu.save_point.trigger()
    assert window.status.backup.text() == "Sao lưu gần nhất: hôm nay 08:00"
    assert window.status.saved.text().startswith("Đã lưu lúc")
    window.actions_of_menu.restore.trigger()
    (shown,) = window.findChildren(BackupList)
    assert shown.tree.topLevelItemCount() == 1
    shown._ask()
    (box,) = shown.findChildren(QMessageBox)
    restore = next(one for one in box.buttons() if one.text() == "Khôi phục")
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=20_000):
        restore.click()
    assert window.content.card.said[-1][1].startswith("Đã khôi phục bản hôm nay")


def test_an_old_backup_is_amber(
    open_window: OpenWindow, data_path: Path, qtbot: QtBot, program: Program
) -> None:
    SqliteDataFile(data_path, lambda: datetime(2026, 6, 20, 8)).back_up("thử")
    window = open_window(data_path)
    qtbot.waitUntil(lambda: window.status.backup.text() != "")
    assert window.status.backup.text() == "Sao lưu gần nhất: 20/06/2026 08:00"
    assert window.status.backup._tone == theme.caution(window.palette())[0]


def test_a_refused_edit_is_told_at_the_left(window: MainWindow, qtbot: QtBot) -> None:
    window.content.session.editor.refused.emit("Chưa sửa được", "Ổ đĩa đầy. Hãy dọn bớt.")
    assert window.status.saved.text() == "Chưa lưu được: ổ đĩa đầy"
    window.status.saved.click()
    boxes = [one for one in window.findChildren(QMessageBox) if one.isVisible()]
    assert [one.informativeText() for one in boxes] == ["Ổ đĩa đầy. Hãy dọn bớt."]
    boxes[0].close()


def test_all_keys_are_listed(window: MainWindow) -> None:
    window.actions_of_menu.shortcuts.trigger()
    (shown,) = window.findChildren(ShortcutList)
    flag = Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchContains
    listed = {one.text(0): one.text(1) for one in shown.tree.findItems("", flag, 0)}
    assert listed["Xuất Word"] == "Ctrl+E"
    assert listed["Sang khung kế"] == "F6"
    shown.close()


def test_messages_are_kept(window: MainWindow) -> None:
    window.content.card.say("Đã xong một")
    window.content.card.say("Đã xong hai")
    window.actions_of_menu.recent_messages.trigger()
    (shown,) = window.findChildren(RecentMessages)
    rows = [shown.list.item(n).text()[7:] for n in range(shown.list.count())]
    assert rows[:2] == ["Đã xong hai", "Đã xong một"]
    shown.close()


def test_refresh_reads_what_another_program_wrote(
    window: MainWindow, qtbot: QtBot, data_path: Path
) -> None:
    other = sqlite3.connect(data_path)
    other.execute("UPDATE plan SET title = 'Trích yếu mới'")
    other.commit()
    other.close()
    with qtbot.waitSignals(
        [window.content.session.plan_opened, window.content.frame.today.counted], timeout=10_000
    ):
        press(window, Qt.Key.Key_F5)
    opened = window.content.session.open_plan
    assert opened is not None
    assert opened.plan.title == "Trích yếu mới"


def test_the_whole_screen_and_back(window: MainWindow) -> None:
    window.actions_of_menu.full_screen.trigger()
    assert window.isFullScreen()
    window.actions_of_menu.full_screen.trigger()
    assert not window.isFullScreen()


def test_the_pages_follow_an_edit_where_one_looks(
    window: MainWindow, qtbot: QtBot, data_path: Path
) -> None:
    content = window.content
    pages = content.area.plan_tab.pages
    bar = pages.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    kept = bar.value()
    task = next(one.task for one in content.session.open_plan.plan.numbered_tasks() if one.depth)  # type: ignore[union-attr]
    with qtbot.waitSignal(content.frame.follower.ready, timeout=10_000):
        content.session.editor.do(
            lambda progress: task_acts.set_cells(progress, {task.id: {"timing": "Quý III"}})
        )
    qtbot.waitUntil(lambda: pages.is_complete)
    assert bar.value() == pytest.approx(kept, abs=2)
