"""The report and its registers as one sees them: long names, large figures, a file that is not
ours to write, no plan at all, the way of the focus."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.data_file import SqliteDataFile
from tests.ui.hand import press
from tests.ui.plan_life_hand import button, dialog, settle, units_of
from tests.ui.register_hand import column_words, open_register
from tests.ui.report_hand import (
    FORM,
    TODAY,
    followed,
    grid_of,
    made,
    open_period,
    stand,
    tab_of,
    type_words,
)
from tests.use_cases.typed_entries import put_entry
from tthc_desktop.domain.reporting.registers import PETITIONS
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.use_cases.reporting.report_rows import FigureText, set_figures
from tthc_desktop.use_cases.reporting.reports import create_report
from ui.kit import theme
from ui.main_window import MainWindow
from ui.reports.send_dialog import SendDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
OpenWindow = Callable[[Path], MainWindow]
PERIOD = "2026-Q3"
LONG_NAME = (
    "Hoạt động xây dựng, quản lý quy hoạch và cấp giấy phép hành nghề đối với tổ chức, cá nhân "
    "trong nước và nước ngoài trên địa bàn tỉnh"
)
PETITION = {
    "number": "1", "received_on": "12/05/2026", "channel": "Văn bản", "field": "Du lịch",
    "summary": "Hồ sơ bị yêu cầu nộp thêm bản giấy", "division": "Văn phòng",
}  # fmt: skip


@pytest.mark.parametrize("size", [(1366, 690), (1092, 537), (910, 435)])
def test_large_figures_are_never_cut(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    report = create_report(units_of(window), ReportKind.CONTROL, PERIOD)
    texts = [FigureText(f"{LONG_NAME} {n}", 4, "1234567") for n in range(30)]
    set_figures(units_of(window), report.id, FORM, texts)
    window.resize(*size)
    grid = grid_of(open_period(window, qtbot, PERIOD))
    metrics = QFontMetrics(theme.font(strong=True))
    model = grid.model()
    for column in range(2, model.columnCount()):
        words = str(model.index(0, column).data())
        assert grid.columnWidth(column) >= metrics.horizontalAdvance(words) + 16
    line = theme.line_height(theme.font())
    lines = 1 if size[1] < 500 else 2
    assert grid.rowHeight(0) // line == lines
    # The heading stays, and the last row is reached by keys.
    for _ in range(40):
        press(grid, Qt.Key.Key_Down)
    place = grid.visualRect(grid.currentIndex())
    assert grid.viewport().rect().contains(place.center())


def test_a_figure_typed_later_gets_its_room(window: MainWindow, qtbot: QtBot) -> None:
    made(window)
    tab = open_period(window, qtbot, PERIOD)
    grid = stand(tab, "Dat dai", 4)
    before = grid.columnWidth(grid.currentIndex().column())
    window.resize(910, 435)
    QApplication.processEvents()
    narrow = grid.columnWidth(grid.currentIndex().column())
    assert narrow < before
    at = grid.currentIndex().column()
    type_words(grid, "123456789")
    assert grid.columnWidth(at) > narrow


def test_no_text_can_be_typed_into_a_file_of_another_writer(
    open_window: OpenWindow, data_path: Path, qtbot: QtBot
) -> None:
    first = SqliteDataFile(data_path)
    create_report(first.units_of_work(), ReportKind.CONTROL, PERIOD)
    try:
        window = open_window(data_path)
        tab = open_period(window, qtbot, PERIOD)
        assert tab.pages is not None
        tab.tabs.choose("text")
        pane = tab.pages.text
        assert pane.isVisible()
        assert not pane.add_link.isVisible()
        pane.list.setFocus()
        press(pane.list, Qt.Key.Key_Down)
        press(pane.list, Qt.Key.Key_F2)
        assert not pane.list.is_typing
        page = open_register(window, qtbot, "petition")
        assert page.line.text() == "Chưa có mục nào."
    finally:
        first.close()


def test_a_file_without_a_plan_offers_no_register(open_window: OpenWindow, tmp_path: Path) -> None:
    path = tmp_path / "trong.tthc"
    file = SqliteDataFile(path)
    file.create()
    file.close()
    window = open_empty(open_window, path)
    actions = window.actions_of_menu
    assert not any(one.isEnabled() for one in actions.registers.registers)
    assert not actions.report.create.isEnabled()


def open_empty(open_window: OpenWindow, path: Path) -> MainWindow:
    """Open a file without a plan: the fixture waits for one where the file is there."""
    held = path.with_suffix(".giu")
    path.rename(held)
    window = open_window(path)
    held.rename(path)
    session = window.content.session
    loop_until(lambda: session.file is not None and session.is_new)
    session.open_file()
    loop_until(lambda: session.file is not None and session.file.units is not None)
    return window


def loop_until(done: Callable[[], bool]) -> None:
    for _ in range(500):
        QTest.qWait(20)
        if done():
            return
    raise AssertionError


def test_f6_leads_to_the_list_and_to_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    made(window)
    tab = open_period(window, qtbot, PERIOD)
    grid_of(tab).setFocus()
    walked = []
    for _ in range(5):
        press(window, Qt.Key.Key_F6)
        walked.append(QApplication.focusWidget())
    assert tab.periods.view in walked
    assert walked[-1] is grid_of(tab)


def test_a_click_on_a_tab_lets_the_keys_go_to_its_page(window: MainWindow, qtbot: QtBot) -> None:
    made(window)
    tab = open_period(window, qtbot, PERIOD)
    grid_of(tab).setFocus()
    bar = tab.tabs.bar
    place = bar.tabRect(bar.place("text")).center()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
    assert tab.pages is not None
    assert tab.pages.text.list.hasFocus()


def test_links_of_the_registers_begin_at_one_line(window: MainWindow, qtbot: QtBot) -> None:
    open_period(window, qtbot, PERIOD)
    links = tab_of(window).periods._offered
    assert len(links) == 5
    assert len({one.width() for one in links}) == 1
    pictures = [one.grab().toImage() for one in links]
    # The icons themselves begin at one or the other edge of their room.
    assert max(map(first_ink, pictures)) - min(map(first_ink, pictures)) <= 2


def first_ink(picture: object) -> int:
    """Return the first column of a picture with something painted in it."""
    width, height, at = picture.width(), picture.height(), picture.pixel  # type: ignore[attr-defined]
    ground = at(0, 0)
    return next(x for x in range(width) if any(at(x, y) != ground for y in range(height)))


def test_a_period_without_an_entry_says_so(window: MainWindow, qtbot: QtBot) -> None:
    put_entry(units_of(window), PETITIONS, PETITION, today=TODAY)
    page = open_register(window, qtbot, "activity")
    assert page.line.text().startswith("Sổ chưa có mục nào")
    page = open_register(window, qtbot, "petition")
    assert column_words(page.grid, "number") == ["1"]
    assert "phản ánh" in page.line.text()
    page.filter.periods.setFocus()
    press(page.filter.periods, Qt.Key.Key_Down)
    assert column_words(page.grid, "number") == []
    assert page.line.text().startswith("Không có mục nào trong thời gian đang chọn")


def test_sending_tells_beforehand_what_does_not_agree(window: MainWindow, qtbot: QtBot) -> None:
    made(window)
    tab = open_period(window, qtbot, PERIOD)
    type_words(stand(tab, "Dat dai", 4), "4015")
    followed(window, qtbot)
    window.actions_of_menu.report.send.trigger()
    asked = dialog(window, qtbot, SendDialog)
    assert any("chưa khớp: biểu II.06a" in words for words in labels(asked))
    button(asked, "Hủy").click()


def labels(asked: SendDialog) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [one.text() for one in asked.findChildren(QLabel) if one.isVisible()]


def test_a_warning_has_no_tick_and_is_whole_in_a_small_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    settle(window, qtbot)
    window.resize(910, 435)
    QApplication.processEvents()
    card = window.content.card
    card.warn("Chưa đổi được số liệu của biểu. " + "Dòng này đã được sửa ở nơi khác. " * 5)
    QApplication.processEvents()
    body = card.parentWidget()
    assert body is not None
    assert body.rect().contains(card.geometry())
    amber = theme.caution(window.palette())[0]
    picture = card.grab().toImage()
    assert picture.pixelColor(1, card.height() // 2) == amber
    card.say("Đã ghi")
    assert card.grab().toImage().pixelColor(1, card.height() // 2) != amber
