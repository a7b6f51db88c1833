"""The rooms that add acts to the window's menus: each is made with the desk, one an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QObject

from ui.calendar.year_acts import YearActs
from ui.compare.compare_acts import CompareRoom
from ui.desk import Desk
from ui.evidence.recording_room import RecordingRoom
from ui.help.help_acts import HelpActs
from ui.plan_life.plan_life import PlanLife
from ui.preview.preview import Preview
from ui.registers.register_room import RegisterRoom
from ui.reminders.reminders import Reminders
from ui.report_calendar.calendar_acts import ReportCalendarActs
from ui.reports.report_room import ReportRoom
from ui.sheets.sheet_room import SheetRoom
from ui.task_sources.source_acts import TaskSourceActs
from ui.timing.timing_acts import TimingActs
from ui.working_days.working_days_acts import WorkingDaysActs


def _help(desk: Desk) -> HelpActs:
    window = desk.window
    acts = HelpActs(desk.program.log_folder, window.bars.page_bar.currentIndex, window)
    acts.connect_to(window.actions_of_menu)
    return acts


Room = TypeVar("Room", bound=QObject)
_ROOMS: tuple[Callable[[Desk], QObject], ...] = (
    _help,
    Preview,
    PlanLife,
    SheetRoom,
    Reminders,
    TimingActs,
    WorkingDaysActs,
    ReportCalendarActs,
    YearActs,
    RegisterRoom,
    RecordingRoom,
    ReportRoom,
    TaskSourceActs,
    CompareRoom,
)


class FurtherRooms:
    """Holds the rooms by their type."""

    def __init__(self) -> None:
        """Hold none yet; `slices` makes them."""
        self._made: list[QObject] = []

    def slices(self, desk: Desk) -> Iterator[None]:
        """Make the rooms, one at a time."""
        for make in _ROOMS:
            self._made.append(make(desk))
            yield

    def room(self, kind: type[Room]) -> Room:
        """Return the room of a type."""
        return next(one for one in self._made if isinstance(one, kind))
