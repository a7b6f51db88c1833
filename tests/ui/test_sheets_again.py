"""A merge that was taken back is done again by Ctrl+Y, or refused with words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.hand import click, press
from tests.ui.merge_hand import UNIT, conflicted, opened, recorded, sheets_sent
from tests.ui.plan_life_hand import LONG, button, dialog, gone, opened_id, settle, units_of
from tests.ui.sheet_hand import DAY, PERIOD
from tthc_desktop.use_cases.progress_recording import Recording, record_progress
from tthc_desktop.use_cases.sheet_answers import answers_of
from ui.main_window import MainWindow
from ui.sheets.merge_dialog import MergeDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def sent(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> dict[str, Path]:
    return sheets_sent(window, qtbot, tmp_path)


def act(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    """Press Ctrl and a key in the window; the plan is read again."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        press(window, key, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)


def answered(window: MainWindow) -> int:
    return answers_of(units_of(window), opened_id(window), PERIOD, today=DAY).answered


def taken(window: MainWindow, qtbot: QtBot, file: Path) -> MergeDialog:
    """Take a file whose conflict is decided for the unit; the change is left out."""
    conflicted(window, file)
    shown = opened(window, qtbot, file)
    press(shown.table, Qt.Key.Key_Left)
    press(shown.table, Qt.Key.Key_Down)
    press(shown.table, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(shown.take)
    gone(window, qtbot, MergeDialog)
    settle(window, qtbot)
    return shown


def test_a_merge_is_taken_back_and_done_again_as_it_was_chosen(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    taken(window, qtbot, sent[UNIT])
    merged = recorded(window)
    assert "Phòng ghi" in merged
    assert "Chỉ phòng ghi" not in merged
    redo = window.actions_of_menu.tasks.redo
    # The file itself is not needed again.
    sent[UNIT].unlink()
    for _ in range(2):
        act(window, qtbot, Qt.Key.Key_Z)
        assert "Phòng ghi" not in recorded(window)
        assert (answered(window), redo.isEnabled()) == (0, True)
        assert redo.text().endswith(f"nhận phiếu của {UNIT}")
        act(window, qtbot, Qt.Key.Key_Y)
        assert (recorded(window), answered(window)) == (merged, 1)
        assert not redo.isEnabled()
        assert window.content.card.said[-1][1] == "Đã nhận 1 thay đổi từ 1 phiếu"
    with qtbot.waitSignal(window.content.session.plan_opened, timeout=LONG):
        click(button(window.content.card, "Hoàn tác"))
    assert "Sở ghi" in recorded(window)


def test_what_the_office_changed_meanwhile_is_told_and_nothing_is_written(
    window: MainWindow, qtbot: QtBot, sent: dict[str, Path]
) -> None:
    shown = taken(window, qtbot, sent[UNIT])
    place = next(one for one in shown.shown_files[0].rows if one.returned == "Phòng ghi")
    act(window, qtbot, Qt.Key.Key_Z)
    progress = window.content.session.editor.progress
    assert progress is not None
    held = next(row for row in progress.leaves() if row.number == place.number)
    period = next(
        one.period
        for one in progress.of_task(held.task)
        if "Sở ghi" in {unit.record.result for unit in one.units}
    )
    record_progress(
        units_of(window), progress.plan.id, place.number, Recording(result="Sở ghi lại"),
        today=DAY, period=period, division=UNIT,
    )  # fmt: skip
    before = recorded(window)
    tasks = window.actions_of_menu.tasks
    for _ in range(2):
        tasks.redo.trigger()
        told = dialog(window, qtbot, QMessageBox)
        assert f"nhiệm vụ {place.number}" in told.informativeText()
        assert told.informativeText().endswith("Chưa ghi gì.")
        told.close()
        assert (recorded(window), answered(window)) == (before, 0)
        assert (tasks.undo.isEnabled(), tasks.redo.isEnabled()) == (False, True)
