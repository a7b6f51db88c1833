"""How many tasks of each leading unit are in which state, as a picture shows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.shown_state import Shown, shown_state, task_state
from tthc_desktop.domain.task import Task
from tthc_desktop.use_cases.unit_dues import addressed_name

# Parts of a bar from the left; states that are rare are joined in the last one.
PARTS: tuple[tuple[str, tuple[Shown, ...]], ...] = (
    ("Hoàn thành", (Shown.DONE,)),
    ("Hoàn thành quá hạn", (Shown.DONE_LATE,)),
    ("Trong hạn", (Shown.IN_TIME,)),
    ("Sắp đến hạn", (Shown.SOON,)),
    ("Thường xuyên", (Shown.CONTINUOUS,)),
    ("Quá hạn", (Shown.OVERDUE,)),
    ("Chờ văn bản", (Shown.WAITING,)),
    (
        "Khác",
        (Shown.NOT_STARTED, Shown.UNASSIGNED, Shown.PAUSED, Shown.NO_CASE, Shown.CANCELLED),
    ),
)


@dataclass(frozen=True, slots=True)
class UnitStates:
    """A unit and its counts in the order of `PARTS`."""

    name: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All its tasks."""
        return sum(self.counts)


def unit_states(progress: PlanProgress, today: date) -> tuple[UnitStates, ...]:
    """Count for each unit that leads; a group's task counts for each member."""
    found: dict[str, Counter[Shown]] = {}
    for row in progress.leaves():
        for unit in progress.lead_units(row.task):
            shown = _state(progress, row.task, unit, today)
            found.setdefault(unit, Counter())[shown] += 1
    return tuple(
        UnitStates(
            addressed_name(one),
            tuple(sum(found[one.id][shown] for shown in states) for _, states in PARTS),
        )
        for one in progress.directory.respondents
        if one.id in found
    )


def _state(progress: PlanProgress, task: Task, unit: str, today: date) -> Shown:
    states = [
        (one, shown_state(task, one, progress.unit_record(task, one, unit), today))
        for one in progress.of_task(task)
    ]
    return task_state(states, today).shown if states else Shown.NOT_STARTED
