"""What a picture of the program shows: a scene, and how scenes of all rooms stand ready."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tthc_desktop.ports import UnitsOfWork
    from ui.main_window import MainWindow

# A screen of 1366 x 768 less what belongs to Windows, in logical pixels.
FULL, AT_125, AT_150 = (1366, 690), (1092, 537), (910, 435)
TODAY_PAGE, PLAN_PAGE, TASKS_PAGE, REPORT_PAGE = range(4)


@dataclass(frozen=True)
class Scene:
    """A picture: `page` is shown over the sample, then `act` is done."""

    size: tuple[int, int] = FULL
    scale: float = 1.0
    page: int = TODAY_PAGE
    act: Callable[[MainWindow], object] = lambda _: None
    shows_dialog: bool = False  # the picture is of the dialog that the act opens


def triggered(room: str, name: str) -> Callable[[MainWindow], None]:
    """Do an act of the menus by the name of its room and its own."""
    return lambda window: getattr(getattr(window.actions_of_menu, room), name).trigger()


def open_units(window: MainWindow) -> UnitsOfWork:
    """Return the sample's units of work."""
    file = window.content.session.file
    if file is None or file.units is None:
        sys.exit("The sample is not open.")
    return file.units


def settle(milliseconds: int) -> None:
    """Let the window go on for a while."""
    from PySide6.QtCore import QEventLoop, QTimer

    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()
