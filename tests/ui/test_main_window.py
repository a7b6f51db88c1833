from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.opened_places import OpenedPlaces
from tthc_desktop.program import Program
from ui.frame.plan_list_model import PLAN_ROLE
from ui.help.about import About
from ui.kit.app_button import AppButton
from ui.main_window import MainWindow
from ui.session.open_plan import OpenPlan

OpenWindow = Callable[[Path], MainWindow]


def facts(window: MainWindow) -> str:
    return window.status.facts.text()


def with_control(window: MainWindow, key: Qt.Key) -> None:
    press(window, key, Qt.KeyboardModifier.ControlModifier)


def test_it_opens_the_plan_and_names_it(window: MainWindow) -> None:
    assert (
        window.windowTitle()
        == "Kế hoạch kiểm soát TTHC năm 2026 (dự thảo) – 8 quá hạn – TTHC Desktop"
    )
    assert window.content.area.plan_tab.isVisible()
    assert window.content.area.plan_tab.pages.page_count == 6
    assert facts(window) == "Trang 1 / 6"


@pytest.mark.parametrize(
    ("key", "page"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1), (Qt.Key.Key_3, 2), (Qt.Key.Key_4, 3)]
)
def test_keys_change_the_page(window: MainWindow, qtbot: QtBot, key: Qt.Key, page: int) -> None:
    with_control(window, key)
    area = window.content.area
    pages = (area.today_tab, area.plan_tab, area.task_tab, area.report_tab)
    assert [one.isVisible() for one in pages] == [place == page for place in range(4)]
    assert window.bars.page_bar.currentIndex() == page
    assert [one.isChecked() for one in window.actions_of_menu.pages].index(True) == page


def test_a_click_on_its_name_changes_the_page(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.bars.page_bar
    click(bar, bar.tabRect(2).center())
    assert window.content.area.task_tab.isVisible()
    assert facts(window) == "22 nhiệm vụ · 4 hoàn thành · 4 quá hạn"


def test_keys_go_to_the_page_that_is_opened(window: MainWindow) -> None:
    area = window.content.area
    assert area.plan_tab.pages.hasFocus()
    with_control(window, Qt.Key.Key_3)
    assert area.task_tab.table.hasFocus()
    with_control(window, Qt.Key.Key_2)
    press(area.plan_tab.pages, Qt.Key.Key_End)
    assert facts(window) == "Trang 6 / 6"


def test_arrows_move_along_the_page_bar(window: MainWindow, qtbot: QtBot) -> None:
    window.bars.page_bar.setFocus()
    press(window.bars.page_bar, Qt.Key.Key_Right)
    assert window.content.area.task_tab.isVisible()
    assert window.bars.page_bar.hasFocus()


def test_the_list_is_remembered_for_each_page(window: MainWindow, qtbot: QtBot) -> None:
    assert window.content.area.is_list_open
    press(window, Qt.Key.Key_F9)
    assert not window.content.area.is_list_open
    with_control(window, Qt.Key.Key_4)
    assert window.content.area.is_list_open
    with_control(window, Qt.Key.Key_3)
    assert not window.content.area.is_list_open
    press(window, Qt.Key.Key_F9)
    assert window.content.area.plan_list.isVisible()
    with_control(window, Qt.Key.Key_2)
    assert not window.content.area.is_list_open
    assert not window.actions_of_menu.show_list.isChecked()


def test_a_click_in_the_list_opens_the_plan(window: MainWindow, qtbot: QtBot) -> None:
    view = window.content.area.plan_list.view
    model = view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    other = next(row for row in rows if row.data(PLAN_ROLE) and row != view.currentIndex())
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=10_000):
        click(view.viewport(), view.visualRect(other).center())
    assert window.windowTitle().startswith("Kế hoạch truyền thông năm 2026")
    assert view.currentIndex() == other
    assert window.bars.plan_box.currentText() == "Truyền thông 2026 – dự thảo"


def test_the_plan_box_opens_a_plan(window: MainWindow, qtbot: QtBot) -> None:
    with_control(window, Qt.Key.Key_3)
    box = window.bars.plan_box
    assert box.currentText() == "Kiểm soát TTHC 2026 – dự thảo"
    box.setFocus()
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=10_000):
        press(box, Qt.Key.Key_Down)
    assert window.windowTitle().startswith("Kế hoạch truyền thông")


def test_the_plan_of_last_time_is_opened_again(
    window: MainWindow, open_window: OpenWindow, data_path: Path, qtbot: QtBot
) -> None:
    with_control(window, Qt.Key.Key_3)
    window.bars.plan_box.setFocus()
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=10_000):
        press(window.bars.plan_box, Qt.Key.Key_Down)
    window.close()
    assert open_window(data_path).windowTitle().startswith("Kế hoạch truyền thông")


def test_groups_open_and_close_by_arrow_and_by_menu(window: MainWindow, qtbot: QtBot) -> None:
    with_control(window, Qt.Key.Key_3)
    table = window.content.area.task_tab.table
    group = table.model().index(0, 0)
    assert table.isExpanded(group)
    arrow = QPoint(8, table.visualRect(group).center().y())
    click(table.viewport(), arrow)
    assert not table.isExpanded(group)
    window.actions_of_menu.expand_all.trigger()
    assert table.isExpanded(group)
    window.actions_of_menu.collapse_all.trigger()
    assert not table.isExpanded(group)


def test_a_plan_without_tasks_says_so(
    window: MainWindow, control_plan: OpenPlan, dressed: QApplication
) -> None:
    with_control(window, Qt.Key.Key_3)
    tab = window.content.area.task_tab
    tab.show_plan(replace(control_plan, rows=()))
    assert not tab.table.isVisible()
    assert "Chưa có nhiệm vụ" in [one.text() for one in tab.findChildren(QLabel)]
    tab.show_plan(control_plan)
    assert tab.table.isVisible()


def test_tasks_are_walked_with_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    with_control(window, Qt.Key.Key_3)
    table = window.content.area.task_tab.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    press(table, Qt.Key.Key_Down)
    assert table.currentIndex().data() == "1.1"
    press(table, Qt.Key.Key_Up)
    press(table, Qt.Key.Key_Left)
    assert not table.isExpanded(table.currentIndex())


def test_the_report_page_says_what_there_is(window: MainWindow, qtbot: QtBot) -> None:
    with_control(window, Qt.Key.Key_4)
    tab = window.content.area.report_tab
    qtbot.waitUntil(lambda: tab.tabs.current == "missing", timeout=20_000)
    tab.tabs.bar.setFocus()
    press(tab.tabs.bar, Qt.Key.Key_Right)
    words = [one.text() for one in tab.findChildren(QLabel)]
    assert "Số liệu trong tệp, tính đến ngày 01/07/2026" in words
    assert window.content.area.report_tab.units.rowCount() == 8
    assert facts(window) == "8 phòng, đơn vị chủ trì · 22 nhiệm vụ · 4 hoàn thành · 4 quá hạn"


def test_help_opens_the_log_folder_and_names_the_licences(
    window: MainWindow, opened_places: OpenedPlaces, program: Program, qtbot: QtBot
) -> None:
    window.actions_of_menu.open_log_folder.trigger()
    assert opened_places.places == [str(program.log_folder)]
    window.actions_of_menu.about.trigger()
    (about,) = window.findChildren(About)
    assert about.isVisible()
    button = about.findChildren(AppButton)[-1]
    assert button.text() == "Đóng"
    click(button)
    assert not about.isVisible()


def test_leaving_closes_the_window_and_ends_the_worker(
    window: MainWindow, qtbot: QtBot, dressed: QApplication
) -> None:
    window.actions_of_menu.quit.trigger()
    assert not window.isVisible()


def test_an_empty_office_offers_three_ways_to_begin(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "moi.tthc")
    assert window.content.empty.isVisible()
    buttons = window.content.empty.findChildren(AppButton)
    assert [one.text() for one in buttons] == ["Nhập từ Word…", "Lập từ mẫu…", "Mở cơ quan mẫu"]
    assert not any(one.isEnabled() for one in window.actions_of_menu.exports)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=20_000):
        click(buttons[2])
    assert window.content.area.isVisible()
    assert all(one.isEnabled() for one in window.actions_of_menu.exports)


def test_a_file_that_is_none_is_refused_in_words(
    dressed: QApplication, qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    from ui.application import new_window

    path = tmp_path / "hong.tthc"
    path.write_text("không phải tệp dữ liệu", encoding="utf-8")
    window = new_window(program)
    qtbot.addWidget(window)
    window.fill(program, path)
    window.show()
    with qtbot.waitSignal(window.content.session.file_refused, timeout=10_000):
        window.content.session.open_file()
    assert window.content.empty.isVisible()
    words = " ".join(one.text() for one in window.content.empty.findChildren(QLabel))
    assert "Chưa mở được tệp dữ liệu" in words
    assert [one.text() for one in window.content.empty.findChildren(AppButton)] == ["Thử lại"]
    assert path.read_text(encoding="utf-8") == "không phải tệp dữ liệu"
