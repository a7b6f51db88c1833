"""Counts of a plan as of a day: by shown state, and by the units that lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.shown_state import Shown, shown_state, task_state
from tthc_desktop.domain.task import Task

DONE = (Shown.DONE, Shown.DONE_LATE)
UNDER_WAY = (Shown.IN_TIME, Shown.SOON, Shown.CONTINUOUS)


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """How far a unit is with the tasks it leads; the four parts add up to `tasks`."""

    name: str
    tasks: int
    done: int
    under_way: int
    overdue: int

    @property
    def other(self) -> int:
        """Not begun, waiting, paused, cancelled and the like."""
        return self.tasks - self.done - self.under_way - self.overdue


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of a plan on a day."""

    day: date
    tasks: int
    states: tuple[tuple[Shown, int], ...]
    units: tuple[UnitFigures, ...]

    def count(self, *wanted: Shown) -> int:
        """Return how many tasks are in one of the states."""
        return sum(count for shown, count in self.states if shown in wanted)

    @property
    def sentence(self) -> str:
        """The facts for the status bar: "18 nhiệm vụ · 3 hoàn thành · 2 quá hạn"."""
        facts = (
            (self.tasks, "nhiệm vụ"),
            (self.count(*DONE), "hoàn thành"),
            (self.count(Shown.OVERDUE), "quá hạn"),
        )
        return " · ".join(f"{count} {words}" for count, words in facts)


def plan_figures(progress: PlanProgress, today: date) -> Figures:
    """Count the tasks of a plan."""
    counts = progress.counts(today)
    states = tuple((shown, counts[shown]) for shown in Shown if counts[shown])
    tasks = sum(1 for _ in progress.leaves())
    return Figures(today, tasks, states, tuple(_units(progress, today)))


def _units(progress: PlanProgress, today: date) -> Iterator[UnitFigures]:
    """Yield the units that lead, in the office's order.

    A group's task counts for each member, a task with two leads for both.
    """
    states: dict[str, Counter[Shown]] = {}
    for row in progress.leaves():
        for unit in progress.lead_units(row.task):
            shown = _unit_state(progress, row.task, unit, today)
            states.setdefault(unit, Counter())[shown] += 1
    for one in progress.directory.respondents:
        if one.id in states:
            counts = states[one.id]
            yield UnitFigures(
                one.name,
                counts.total(),
                sum(counts[shown] for shown in DONE),
                sum(counts[shown] for shown in UNDER_WAY),
                counts[Shown.OVERDUE],
            )


def _unit_state(progress: PlanProgress, task: Task, unit: str, today: date) -> Shown:
    states = [
        (one, shown_state(task, one, progress.unit_record(task, one, unit), today))
        for one in progress.of_task(task)
    ]
    return task_state(states, today).shown if states else Shown.NOT_STARTED
