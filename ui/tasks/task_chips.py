"""The chips of the task tab: every task is in exactly one of them, by the state it shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum

from tthc_desktop.domain.shown_state import Shown
from ui.tasks.task_rows import TaskRow


class Chip(Enum):
    """The chips by their words, in the order they stand in the row."""

    OVERDUE = "Quá hạn"
    SOON = "7 ngày tới"
    IN_TIME = "Trong hạn"
    CONTINUOUS = "Thường xuyên"
    WAITING = "Chờ văn bản"
    DONE = "Hoàn thành"
    UNASSIGNED = "Chưa phân công"
    NOT_STARTED = "Chưa thực hiện"
    NO_CASE = "Không phát sinh"
    PAUSED = "Tạm dừng"
    CANCELLED = "Hủy"


# The state whose icon and colour a chip has; Hoàn thành quá hạn is counted in Hoàn thành.
LOOKS: Mapping[Chip, Shown] = {chip: Shown[chip.name] for chip in Chip}
RARE = (Chip.UNASSIGNED, Chip.NOT_STARTED, Chip.NO_CASE, Chip.PAUSED, Chip.CANCELLED)
# What a narrow window gives up first stands last; the rare ones always stand in "Khác".
KEPT_FIRST = (
    Chip.OVERDUE,
    Chip.SOON,
    Chip.WAITING,
    Chip.DONE,
    Chip.CONTINUOUS,
    Chip.IN_TIME,
)
_CHIPS: Mapping[Shown, Chip] = {
    **{shown: chip for chip, shown in LOOKS.items()},
    Shown.DONE_LATE: Chip.DONE,
}


def chip_of(row: TaskRow) -> Chip | None:
    """Return the chip a task is in; a group is in none."""
    return _CHIPS[row.state.shown] if row.state else None


def chip_counts(tasks: Iterable[TaskRow]) -> Counter[Chip]:
    """Return how many of *tasks* are in each chip."""
    states = Counter([row.state.shown for row in tasks if row.state])
    found: Counter[Chip] = Counter()
    for shown, count in states.items():
        found[_CHIPS[shown]] += count
    return found


def chips_of(states: Iterable[Shown]) -> frozenset[Chip]:
    """Return the chips of some states."""
    return frozenset(_CHIPS[one] for one in states)
