"""The registers of the window: title and lists of each, in the order of the menu."""

from __future__ import annotations

from collections.abc import Callable

from tthc_desktop.domain.reporting.registers import ACTIVITIES, INDEX, PETITIONS, PROCEDURES
from ui.registers.activity_sheet import ActivitySheet, TargetSheet
from ui.registers.index_sheet import IndexSheet, LimitSheet
from ui.registers.petition_sheet import PetitionSheet
from ui.registers.procedure_sheet import ProcedureSheet
from ui.registers.register_sheet import RegisterSheet


def _petitions() -> tuple[RegisterSheet, ...]:
    return (PetitionSheet(),)


def _activities() -> tuple[RegisterSheet, ...]:
    return ActivitySheet(), TargetSheet()


def _index() -> tuple[RegisterSheet, ...]:
    return IndexSheet(), LimitSheet()


def _procedures() -> tuple[RegisterSheet, ...]:
    return (ProcedureSheet(),)


SHEETS: dict[str, tuple[str, Callable[[], tuple[RegisterSheet, ...]]]] = {
    PETITIONS.key: ("Sổ phản ánh, kiến nghị", _petitions),
    ACTIVITIES.key: ("Hoạt động truyền thông", _activities),
    INDEX.key: ("Bộ chỉ số 766", _index),
    PROCEDURES.key: ("Thủ tục hành chính của Sở", _procedures),
}
