"""Scenes of progress sheets: sent to every phòng, who has answered, one that comes back."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from main_job import TODAY
from picture_scene import TASKS_PAGE, TODAY_PAGE, Scene, open_units, settle, triggered

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_PERIOD, _WAIT_MS = "2026-Q2", 1500
_STATE, _RESULT = 8, 10


def _sent(window: MainWindow) -> tuple[Path, ...]:
    """Send every phòng its sheet, as the office did on the day of the pictures."""
    from tthc_desktop.use_cases.sheet_export import export_sheet

    session = window.content.session
    if session.file is None or session.open_plan is None:
        sys.exit("The sample is not open.")
    folder = session.file.data_file.path.parent / "phieu"
    folder.mkdir(exist_ok=True)
    return export_sheet(
        open_units(window), session.open_plan.plan.id, folder, today=TODAY, force=True,
        period=_PERIOD, each_division=True,
    )  # fmt: skip


def _filled(file: Path) -> None:
    """Fill a sheet as its phòng does."""
    from openpyxl import load_workbook

    book = load_workbook(file)
    sheet = book.worksheets[0]
    head = next(row for row in range(1, 60) if sheet.cell(row, 1).value == "STT")
    rows = [row for row in range(head + 1, sheet.max_row + 1) if sheet.cell(row, _STATE).value]
    for place, row in enumerate(rows):
        sheet.cell(row, _STATE).value = "Hoàn thành" if place % 2 else "Đang thực hiện"
        sheet.cell(row, _RESULT).value = "Đã gửi kết quả kèm số liệu quý II"
    book.save(file)


def _after_sending(act: Callable[[MainWindow], object]) -> Callable[[MainWindow], None]:
    def do(window: MainWindow) -> None:
        _sent(window)
        act(window)

    return do


def _today_with_answers(window: MainWindow) -> None:
    """Show Hôm nay while sheets are out."""
    from ui.sheets.sheet_room import SheetRoom

    _sent(window)
    window.content.rooms.room(SheetRoom).answers.tell_today()


def _receive(window: MainWindow) -> None:
    """Read the sheets of two phòng back, up to the screen where they are compared."""
    from ui.sheets.sheet_room import SheetRoom

    files = _sent(window)[:2]
    for file in files:
        _filled(file)
    settle(_WAIT_MS)
    window.content.rooms.room(SheetRoom).receiving.read(list(files))


def _send(window: MainWindow) -> None:
    """Ask whom to send sheets, into a folder whose name tells nothing of this machine."""
    file = window.content.session.file
    if file is None:
        sys.exit("The sample is not open.")
    os.chdir(file.data_file.path.parent)
    folder = Path("Phiếu quý II")
    folder.mkdir(exist_ok=True)
    window.settings.remember_folder("gui-phieu", folder)
    window.actions_of_menu.sheets.send.trigger()


SHEET_SCENES = {
    "gui-phieu": Scene(page=TASKS_PAGE, act=_send, shows_dialog=True),
    "phong-chua-tra-loi": Scene(
        page=TASKS_PAGE, act=_after_sending(triggered("sheets", "unanswered")), shows_dialog=True
    ),
    "nhan-phieu": Scene(page=TASKS_PAGE, act=_receive, shows_dialog=True),
    "hom-nay-cho-phong": Scene(page=TODAY_PAGE, act=_today_with_answers),
}
