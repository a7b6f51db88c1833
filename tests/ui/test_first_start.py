"""The wizard as hands use it: typed in Telex, pasted, put off, saved."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QMessageBox,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from db.data_file import SqliteDataFile
from tests.ui.hand import click, press
from tests.ui.telex import type_words
from tests.ui.test_main_window import OpenWindow
from tthc_desktop.domain.office import Directory, Office
from tthc_desktop.domain.office_names import authority_for, place_of, province_words, symbol_of
from tthc_desktop.use_cases.opening import open_directory, open_office
from ui.first_start.draft import OfficeDraft
from ui.first_start.print_font import font_state
from ui.first_start.wizard import OfficeWizard, Use
from ui.kit import theme
from ui.main_window import MainWindow

POPUP = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
PASTED = (
    'Văn phòng\tVăn phòng Sở\t\r\nPhòng Nghiệp vụ\t"NV\nNghiệp vụ"\tPhòng Cũ\r\n'
    "Trung tâm Xúc tiến\t\t\r\n"
)


@pytest.fixture
def wizard(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> OfficeWizard:
    return made(qtbot, tmp_path / "moi.tthc")


def made(qtbot: QtBot, data: Path, use: Use = Use.FIRST_START) -> OfficeWizard:
    draft = OfficeDraft.of(Office(), Directory(()))
    wizard = OfficeWizard(draft, use, data, date(2026, 1, 5))
    qtbot.addWidget(wizard)
    wizard.show()
    wizard.activateWindow()
    qtbot.waitUntil(wizard.isActiveWindow)
    return wizard


def type_in(field: QWidget, words: str) -> None:
    field.setFocus()
    type_words(field, words)
    close_popup(field)


def close_popup(widget: QWidget) -> None:
    """Close the suggestions; without a window manager nobody wakes the window again."""
    if popup := QApplication.activePopupWidget():
        popup.close()
    widget.activateWindow()
    QApplication.processEvents()


def name_the_office(wizard: OfficeWizard) -> None:
    type_in(wizard.agency_step.parent_agency, "UBND tỉnh Thái Nguyên")
    type_in(wizard.agency_step.agency, "Sở Dân tộc và Tôn giáo")


def paste_units(wizard: OfficeWizard) -> None:
    wizard.show_step(1)
    QGuiApplication.clipboard().setText(PASTED)
    press(wizard.units_step.units, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("agency", "symbol"),
    [
        ("Sở Dân tộc và Tôn giáo", "SDTTG"),
        ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
        ("Sở Giáo dục và Đào tạo", "SGDĐT"),
        ("", ""),
    ],
)
def test_the_symbol_follows_from_the_name(agency: str, symbol: str) -> None:
    assert symbol_of(agency) == symbol


@pytest.mark.parametrize(
    ("parent", "place", "running"),
    [
        ("UBND tỉnh Thái Nguyên", "Thái Nguyên", "tỉnh Thái Nguyên"),
        ("ỦY BAN NHÂN DÂN TỈNH SƠN HẢI", "Sơn Hải", "tỉnh Sơn Hải"),
        ("UBND thành phố Hà Nội", "Hà Nội", "thành phố Hà Nội"),
        ("UBND thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"),
        ("Bộ Nội vụ", "", ""),
    ],
)
def test_the_place_follows_from_the_parent(parent: str, place: str, running: str) -> None:
    assert place_of(parent) == place
    if "Hồ Chí Minh" not in parent:
        assert province_words(parent) == running


def test_the_line_of_authority_follows_from_the_position() -> None:
    positions = {"Phó Giám đốc": "KT. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG": "TL. GIÁM ĐỐC", "Giám đốc": ""}
    assert {one: authority_for(one) for one in positions} == positions


@pytest.mark.parametrize(
    ("families", "warns"),
    [(("Times New Roman",), False), (("Liberation Serif",), False), (("Arial",), True)],
)
def test_a_missing_font_is_told(families: tuple[str, ...], warns: bool) -> None:
    words, told = font_state(families)
    assert told is warns
    assert ("Máy chưa có Times New Roman, in ra sẽ khác" in words) is warns


@POPUP
def test_the_letterhead_follows_what_is_typed(wizard: OfficeWizard) -> None:
    name_the_office(wizard)
    step = wizard.agency_step
    assert (step.symbol.text(), step.place.text()) == ("SDTTG", "Thái Nguyên")
    lines = step.preview.lines
    assert {"UBND TỈNH THÁI NGUYÊN", "SỞ DÂN TỘC VÀ TÔN GIÁO"} <= set(lines)
    assert any(line.endswith("/KH-SDTTG") for line in lines)
    assert any(line.startswith("Thái Nguyên, ngày") for line in lines)
    type_in(step.symbol, "X")
    type_in(step.agency, " mới")
    assert step.symbol.text() == "SDTTGX"


@POPUP
def test_only_the_name_is_required(wizard: OfficeWizard, qtbot: QtBot) -> None:
    assert not wizard.next.isEnabled()
    assert not wizard.steps[1].isEnabled()
    assert wizard.sample.isVisible()
    assert wizard.later.isEnabled()
    type_in(wizard.agency_step.agency, "Sở Nội vụ")
    click(wizard.next)
    assert wizard.step == 1
    assert wizard.count.text() == "Bước 2 / 3"
    click(wizard.steps[2])
    assert wizard.step == 2
    assert wizard.sample.isVisible()
    with qtbot.waitSignal(wizard.saved) as told:
        click(wizard.save)
    assert told.args is not None
    assert told.args[0].office.agency == "Sở Nội vụ"


@POPUP
def test_later_keeps_what_has_a_name_and_else_nothing(wizard: OfficeWizard, qtbot: QtBot) -> None:
    type_in(wizard.agency_step.agency, "Sở Nội vụ")
    with qtbot.waitSignal(wizard.saved):
        click(wizard.later)
    wizard.agency_step.agency.clear()
    click(wizard.later)
    assert not wizard.isVisible()


@POPUP
def test_units_are_pasted_from_excel(wizard: OfficeWizard) -> None:
    name_the_office(wizard)
    paste_units(wizard)
    office, centre = wizard.draft.units[0], wizard.draft.units[2]
    assert (office.name, office.aliases) == ("Văn phòng", ("Văn phòng Sở",))
    assert wizard.draft.units[1].aliases == ("NV", "Nghiệp vụ")
    assert wizard.draft.units[1].former_names[0].name == "Phòng Cũ"
    assert centre.kind.value == "affiliated"
    group = wizard.draft.respondents[-1]
    assert group.name == "Các phòng thuộc Sở"
    assert group.members == tuple(one.id for one in wizard.draft.units[:2])


@POPUP
def test_the_list_is_typed_without_a_mouse(wizard: OfficeWizard, qtbot: QtBot) -> None:
    name_the_office(wizard)
    wizard.show_step(1)
    table = wizard.units_step.units
    for name in ("Văn phòng", "Phòng Đất đai"):
        type_words(table, name)
        # The editor of before may not be cleared away yet.
        editor = table.viewport().findChildren(QLineEdit)[-1]
        close_popup(wizard)
        press(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: table.state() is not QAbstractItemView.State.EditingState)
    assert [one.name for one in wizard.draft.units] == ["Văn phòng", "Phòng Đất đai"]
    table.setCurrentIndex(table.rows.index(0, 0))
    press(table, Qt.Key.Key_Backspace)
    assert len(table.rows.rows) == 2
    table.setFocus()
    close_popup(wizard)
    press(
        table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert [one.name for one in wizard.draft.units] == ["Phòng Đất đai", "Văn phòng"]
    press(table, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert [one.name for one in wizard.draft.units] == ["Phòng Đất đai"]
    press(table, Qt.Key.Key_Tab)
    assert table.currentIndex().column() == 1
    table.setCurrentIndex(table.rows.index(1, 2))
    press(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


@POPUP
def test_a_group_has_the_members_one_ticks(wizard: OfficeWizard, qtbot: QtBot) -> None:
    name_the_office(wizard)
    paste_units(wizard)
    step = wizard.units_step
    step.groups.setFocus()
    step.groups.setCurrentIndex(step.groups.rows.index(1, 0))
    type_words(step.groups, "Nhóm kiểm tra")
    editor = step.groups.viewport().findChild(QLineEdit)
    assert editor is not None
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(wizard.draft.groups) == 2)
    step.groups.setCurrentIndex(step.groups.rows.index(1, 0))
    step.members.view.setCurrentRow(2)
    press(step.members.view, Qt.Key.Key_Space)
    assert wizard.draft.respondents[-1].members == (wizard.draft.units[2].id,)
    click(step.every)
    assert len(wizard.draft.respondents[-1].members) == 2


@POPUP
def test_signers_show_the_lines_they_print(wizard: OfficeWizard, qtbot: QtBot) -> None:
    name_the_office(wizard)
    wizard.show_step(2)
    step = wizard.signers_step
    QGuiApplication.clipboard().setText("Trần Thị Ví Dụ\tGiám đốc\nNguyễn Văn Mẫu\tPhó Giám đốc\n")
    press(step.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    step.table.setCurrentIndex(step.table.rows.index(1, 0))
    assert {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu"} <= set(step.preview.lines)
    step.usual.setFocus()
    press(step.usual, Qt.Key.Key_Down)
    office = wizard.draft.office
    assert (office.signing_authority, office.signing_position, office.signer) == (
        "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu",
    )  # fmt: skip
    assert office.signers[0].authority == ""


@pytest.mark.parametrize(("width", "height"), [(1366, 690), (1092, 537), (910, 435)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_fits_small_windows_and_large_text(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path, width: int, height: int, scale: float
) -> None:
    theme.dress(dressed, text_scale=scale)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(width, height)
    draft = OfficeDraft.of(Office(agency="Sở Nội vụ"), Directory(()))
    wizard = OfficeWizard(draft, Use.FIRST_START, tmp_path, date(2026, 1, 5), parent)
    wizard.show()
    assert wizard.width() >= min(1040, width - 16)
    assert wizard.width() <= width
    assert wizard.height() <= height
    for step in range(3):
        wizard.show_step(step)
        QApplication.processEvents()
        for button in (wizard.later, wizard.back, wizard.next, wizard.save):
            if button.isVisible():
                place = button.mapTo(wizard, button.rect().bottomRight())
                assert place.x() <= wizard.width()
                assert place.y() <= wizard.height()


def test_everything_that_takes_the_keyboard_has_a_name(wizard: OfficeWizard) -> None:
    for one in wizard.findChildren(QWidget):
        if one.focusPolicy() == Qt.FocusPolicy.NoFocus or one.objectName().startswith("qt_"):
            continue
        if one.focusProxy() or isinstance(one, QScrollBar | QHeaderView):
            continue
        name = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        assert name or isinstance(one.parentWidget(), QAbstractItemView), one


def test_a_new_office_begins_with_it(open_window: OpenWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "moi.tthc"
    window = open_window(path)
    acts = window.content.office_acts
    qtbot.waitUntil(lambda: acts.wizard is not None)
    wizard = acts.wizard
    assert wizard is not None
    assert wizard.windowTitle() == "Bắt đầu dùng TTHC Desktop"
    wizard.agency_step.agency.setText("Sở Nội vụ")
    wizard.show_step(2)
    click(wizard.save)
    qtbot.waitUntil(lambda: acts.wizard is None, timeout=10_000)
    assert path.exists()
    with qtbot.waitSignal(window.content.session.office_read, timeout=10_000):
        window.actions_of_menu.office.trigger()
    assert acts.wizard is not None
    assert acts.wizard.windowTitle() == "Cơ quan, phòng, người ký"
    assert acts.wizard.agency_step.agency.text() == "Sở Nội vụ"


def test_the_sample_is_one_click_away(
    open_window: OpenWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window(tmp_path / "moi.tthc")
    acts = window.content.office_acts
    qtbot.waitUntil(lambda: acts.wizard is not None)
    assert acts.wizard is not None
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=20_000):
        click(acts.wizard.sample)
    assert acts.wizard is None


def test_a_refusal_leaves_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    acts = window.content.office_acts
    acts.edit()
    qtbot.waitUntil(lambda: acts.wizard is not None)
    wizard = acts.wizard
    assert wizard is not None
    table = wizard.units_step.units
    table.rows.setData(table.rows.index(1, 0), "Văn phòng")
    with qtbot.waitSignal(window.content.session.act_refused, timeout=10_000):
        click(wizard.save)
    box = next(one for one in window.findChildren(QMessageBox) if one.isVisible())
    assert "trùng tên" in box.informativeText()
    assert acts.wizard is wizard
    box.done(0)


def test_what_is_saved_later_is_what_was_there(
    window: MainWindow, qtbot: QtBot, data_path: Path
) -> None:
    units = SqliteDataFile(data_path).units_of_work()
    before = open_office(units), open_directory(units).respondents
    acts = window.content.office_acts
    acts.edit()
    qtbot.waitUntil(lambda: acts.wizard is not None)
    assert acts.wizard is not None
    with qtbot.waitSignal(window.content.session.office_written, timeout=10_000):
        click(acts.wizard.save)
    assert (open_office(units), open_directory(units).respondents) == before
