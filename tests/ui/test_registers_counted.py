"""Communication, index 766, TTHC, Mẫu biểu… in the window: counts follow what is typed."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.plan_life_hand import (
    LONG,
    button,
    dialog,
    gone,
    open_control,
    settle,
    units_of,
)
from tests.ui.register_hand import (
    back_to,
    column,
    column_words,
    editor,
    open_register,
    paste,
    type_in,
    undo,
    words,
)
from tests.ui.walk import faults_of
from tests.use_cases.typed_entries import entries, put_entry
from tthc_desktop.domain.progress import State
from tthc_desktop.domain.reporting.registers import (
    ACTIVITIES,
    ACTIVITY_TARGETS,
    INDEX,
    INDICATOR_LIMITS,
    PROCEDURES,
)
from tthc_desktop.domain.task_sources import SourceKind, TaskSource
from tthc_desktop.use_cases.reporting.form_list import list_forms
from tthc_desktop.use_cases.task_sources import change_sources
from ui.main_window import MainWindow
from ui.registers.forms_dialog import FormsDialog
from ui.registers.paste_dialog import PasteDialog
from ui.registers.register_page import RegisterPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_ENTER = Qt.Key.Key_Return
NEWS = "Tin, bài trên trang thông tin điện tử"


def choose_period(page: RegisterPage, words_of_period: str) -> None:
    box = page.filter.periods
    box.setCurrentIndex(box.findText(words_of_period))
    box.activated.emit(box.currentIndex())


def line_of(page: RegisterPage, code: str) -> int:
    return page.grid.rows.line_of(code)


def test_activities_are_counted_against_the_targets_of_the_year(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = open_register(window, qtbot, "activity")
    grid = page.grid
    for day, count in (("1412", "9"), ("20/1", "4"), ("2/4", "6")):
        line = grid.rows.draft_line
        year = "/2025" if day == "1412" else ""
        type_in(grid, line, "day", f"14/12{year}" if year else day, Qt.Key.Key_Tab)
        type_in(grid, line, "kind", NEWS, Qt.Key.Key_Tab)
        type_in(grid, line, "unit", "tin", Qt.Key.Key_Tab)
        type_in(grid, line, "quantity", count, Qt.Key.Key_Tab)
        type_in(grid, line, "title", "Bài", _ENTER)
    assert len(entries(units_of(window), ACTIVITIES)) == 3
    offered = grid.offered(grid.rows.sheet.columns[column(grid, "task")])
    assert offered[0].startswith("T1. ")
    kinds = grid.offered(grid.rows.sheet.columns[column(grid, "kind")])
    assert {NEWS, "Cuộc thi"} <= set(kinds)
    click(button(page.row, "Chỉ tiêu năm"))
    targets = page.grid
    type_in(targets, 0, "kind", NEWS, Qt.Key.Key_Tab)
    type_in(targets, 0, "unit", "Tin", Qt.Key.Key_Tab)
    type_in(targets, 0, "target", "20", _ENTER)
    (target,) = entries(units_of(window), ACTIVITY_TARGETS)
    assert (target.year, target.target) == (2026, 20)
    # 14/12/2025 belongs to the year before: 4 + 6 of 20.
    assert (words(targets, 0, "Đã thực hiện"), words(targets, 0, "Đạt (%)")) == ("10", "50")
    choose_period(page, "Quý II")
    assert f"{NEWS} (tin) 6 10 20 50" in page.pane_of_facts.words
    assert (
        page.line.text() == "1 hoạt động từ 15/03/2026 đến 14/06/2026 · đạt 0/1 chỉ tiêu năm 2026"
    )
    undo(window)
    assert entries(units_of(window), ACTIVITY_TARGETS) == ()
    assert faults_of(page) == []


def test_the_index_is_worked_out_as_it_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    units = units_of(window)
    for period, indicator, above in (("2026-05", "2.1", "90"), ("2026-06", "1.1", "9")):
        below = "100" if indicator == "2.1" else "10"
        put_entry(
            units, INDEX,
            {"period": period, "indicator": indicator, "numerator": above, "denominator": below},
            today=window.content.session.today,
        )  # fmt: skip
    page = open_register(window, qtbot, "index_figure")
    grid = page.grid
    assert page.filter.periods.currentText() == "Tháng 6"
    line = line_of(page, "2.1")
    type_in(grid, line, "numerator", "95", _ENTER)
    assert words(grid, line, "Điểm tính") == ""
    missing = grid.rows.cell(grid.rows.index(line, column(grid, "denominator")))
    assert missing.warning == "Chưa ghi mẫu số nên chưa tính được điểm."
    type_in(grid, line, "denominator", "100", _ENTER)
    # 95 % of 20 points; 90 % the month before.
    assert (words(grid, line, "Điểm tính"), words(grid, line, "Kỳ trước")) == ("19,00", "18,00")
    assert words(grid, line, "So với\nkỳ trước") == "▲ +1,00"
    type_in(grid, line, "portal_score", "18,5", _ENTER)
    assert words(grid, line, "Chênh lệch") == "−0,50"
    assert words(grid, line, "So với\nkỳ trước") == "▲ +0,50"
    group = next(
        at
        for at in range(grid.rows.rowCount())
        if words(grid, at, "Chỉ tiêu") == "Tiến độ giải quyết"
    )
    assert words(grid, group, "portal_score") == "18,50"
    assert not grid.rows.flags(grid.rows.index(group, 2)) & Qt.ItemFlag.ItemIsEditable
    # 9 of 10 of 6 points, and 18.5 of the portal.
    assert "Tổng 23,90 điểm" in page.line.text()
    assert "lệch điểm trên Cổng: 2.1" in page.line.text()
    grid.go_to(line, column(grid, "portal_score"))
    press(grid, Qt.Key.Key_Tab)
    assert (grid.current_row.key, grid.currentIndex().column()) == ("2.2", 2)  # type: ignore[union-attr]
    press(grid, _ENTER)
    # Down past the row that sums up the next group.
    assert grid.current_row.key == "3.1"  # type: ignore[union-attr]
    before = entries(units, INDEX)
    type_in(grid, line, "denominator", "-5", _ENTER)
    assert "số không thể âm" in grid.told
    press(editor(grid), Qt.Key.Key_Escape)
    assert entries(units, INDEX) == before
    for _ in range(3):
        undo(window)
    assert [one.indicator for one in entries(units, INDEX) if one.period == "2026-06"] == ["1.1"]


def test_the_index_goes_to_excel_as_it_is_worked_out(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_entry(
        units_of(window), INDEX,
        {"period": "2026-06", "indicator": "2.1", "numerator": "95", "denominator": "100",
         "portal_score": "18,5"},
        today=window.content.session.today,
    )  # fmt: skip
    page = open_register(window, qtbot, "index_figure")
    target = tmp_path / "chi-so.xlsx"
    monkeypatch.setattr(QFileDialog, "open", lambda self: self.fileSelected.emit(str(target)))
    click(button(page.row, "Xuất Excel…"))
    settle(window, qtbot)
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert sheet["A1"].value == "BỘ CHỈ SỐ 766 THÁNG 6 NĂM 2026"
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert rows[0][1:4] == ["Mã", "Chỉ tiêu", "Tử số"]
    (row,) = [one for one in rows if one[1] == "2.1"]
    assert row[3:10] == [95, 100, 95, 20, 19, 18.5, -0.5]


def test_a_month_of_the_index_leads_the_period_of_its_task_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    open_control(window, qtbot)
    session = window.content.session
    progress = session.editor.progress
    assert progress is not None
    task = next(one.task for one in progress.leaves() if one.number == "1.5")
    july = next(one for one in progress.of_task(task) if one.period == "2026-07")
    assert progress.record(task, july).state is not State.IN_PROGRESS
    source = TaskSource(task.id, SourceKind.INDEX)
    change_sources(units_of(window), progress.plan.id, (source,), (), today=session.today)
    page = open_register(window, qtbot, "index_figure")
    choose_period(page, "Tháng 7")
    line = line_of(page, "2.1")
    type_in(page.grid, line, "numerator", "95", _ENTER)
    with qtbot.waitSignal(session.plan_opened, timeout=LONG):
        press(page.grid, Qt.Key.Key_Escape)
    progress = session.editor.progress
    assert progress is not None
    july = next(one for one in progress.of_task(task) if one.period == "2026-07")
    record = progress.record(task, july)
    assert (record.state, record.result) == (
        State.IN_PROGRESS,
        "Đang nhập số liệu Bộ chỉ số 766 tháng 7 năm 2026",
    )


def test_figures_of_the_portal_are_pasted_by_their_codes(window: MainWindow, qtbot: QtBot) -> None:
    page = open_register(window, qtbot, "index_figure")
    page.grid.setFocus()
    paste(
        page.grid,
        "2.1\tHồ sơ đúng hạn\t95\t100\t19\n9.9\tKhông có\t1\t1\t1\n3.3\tTrực tuyến\tx\t100\t\n",
    )
    preview = dialog(window, qtbot, PasteDialog)
    found = [preview.rows.topLevelItem(line) for line in range(3)]
    said = [one.text(1) for one in found if one is not None]
    assert said[0] == "Sẽ nhận"
    assert said[1] == "Không có chỉ tiêu này"
    assert "“x” không phải là số" in said[2]
    click(button(preview, "Nhận 1 dòng"))
    gone(window, qtbot, PasteDialog)
    back_to(window, qtbot)
    (figure,) = entries(units_of(window), INDEX)
    assert (figure.indicator, figure.period, figure.portal_score) == ("2.1", "2026-06", 19)
    undo(window)
    assert entries(units_of(window), INDEX) == ()


def test_the_office_has_its_own_maxima(window: MainWindow, qtbot: QtBot) -> None:
    units = units_of(window)
    put_entry(
        units, INDEX,
        {"period": "2026-06", "indicator": "3.3", "numerator": "40", "denominator": "100"},
        today=window.content.session.today,
    )  # fmt: skip
    page = open_register(window, qtbot, "index_figure")
    assert words(page.grid, line_of(page, "3.3"), "Điểm tính") == ""
    click(button(page.row, "Điểm tối đa"))
    type_in(page.grid, line_of(page, "3.3"), "maximum", "12", _ENTER)
    (limit,) = entries(units, INDICATOR_LIMITS)
    # The shipped threshold of 50 % goes on: 40 × 12 ÷ 50.
    assert (limit.maximum, limit.threshold) == (12, 50)
    click(button(page.row, "Số liệu"))
    assert words(page.grid, line_of(page, "3.3"), "Điểm tính") == "9,60"
    click(button(page.row, "Điểm tối đa"))
    page.grid.go_to(line_of(page, "3.3"), column(page.grid, "maximum"))
    press(page.grid, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert entries(units, INDICATOR_LIMITS) == ()


def test_procedures_are_counted_above_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    page = open_register(window, qtbot, "procedure")
    page.grid.setFocus()
    paste(
        page.grid,
        "Mã số\tTên thủ tục\tMức độ trực tuyến\tQuy trình nội bộ\tPhi địa giới\t"
        "Nơi niêm yết, công khai\n"
        "1.01\tCấp giấy phép\ttoan\tQĐ 1\tx\tCổng\n1.02\tThẩm định\tmột\t\t\t\n"
        "1.03\tĐăng ký\tKhông trực tuyến\tQĐ 2\t\tBảng\n",
    )
    click(button(dialog(window, qtbot, PasteDialog), "Nhận 3 dòng"))
    gone(window, qtbot, PasteDialog)
    back_to(window, qtbot)
    assert len(entries(units_of(window), PROCEDURES)) == 3
    assert page.line.text() == (
        "3 TTHC tính đến 14/09/2026: có quyết định công bố 0 · công khai 2 · quy trình nội bộ 2 · "
        "phi địa giới 1 · trực tuyến 2/3 (66,7 %)"
    )
    assert "TTHC thuộc thẩm quyền 3 3 0; Theo cơ chế một cửa 3 3 0" in page.pane_of_facts.words
    box = page.filter.picks
    box.setCurrentIndex(box.findText("Chưa có quy trình nội bộ"))
    box.activated.emit(box.currentIndex())
    assert column_words(page.grid, "code") == ["1.02"]


def test_a_form_is_ticked_as_compared_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    settle(window, qtbot)
    changed = []
    window.content.session.registers_changed.connect(lambda: changed.append(1))
    window.actions_of_menu.registers.forms.trigger()
    forms = dialog(window, qtbot, FormsDialog)
    qtbot.waitUntil(lambda: forms.forms.topLevelItemCount() == 4, timeout=LONG)
    assert faults_of(forms) == []
    assert forms.current is not None
    assert forms.current.code == "II.05"
    columns = forms.parts.topLevelItem(0)
    assert columns is not None
    assert (columns.child(1).text(0), columns.child(1).text(1)) == ("(2) Tổng số", "= 3+4")
    forms.tick.setFocus()
    press(forms.tick, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: list_forms(units_of(window))[1] == {"II.05"}, timeout=LONG)
    first = forms.forms.topLevelItem(0)
    assert first is not None
    qtbot.waitUntil(
        lambda: (forms.forms.topLevelItem(0) or first).text(3) == "Cơ quan đã đối chiếu",
        timeout=LONG,
    )
    assert changed
    click(button(forms, "Đóng"))
    gone(window, qtbot, FormsDialog)
    back_to(window, qtbot)
    undo(window)
    assert list_forms(units_of(window))[1] == frozenset()


def test_the_menu_has_each_register_once(window: MainWindow) -> None:
    menu = next(one for one in window.findChildren(QMenu) if one.title() == "&Báo cáo")
    texts = [one.text().replace("&", "") for one in menu.actions()]
    for wanted in (
        "Sổ phản ánh, kiến nghị", "Hoạt động truyền thông", "Bộ chỉ số 766",
        "Thủ tục hành chính của Sở", "Mẫu biểu…",
    ):  # fmt: skip
        assert texts.count(wanted) == 1
