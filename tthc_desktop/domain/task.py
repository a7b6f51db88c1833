"""The task tree of a plan: groups and leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tthc_desktop.domain.text_run import Run, runs_text
from tthc_desktop.domain.timing import Schedule


@dataclass(frozen=True, slots=True)
class Assignment:
    """A respondent of a task; `words` where the document names it by another name."""

    respondent_id: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to be reached ("100 % hồ sơ …") and the one reached, in `unit`."""

    value: float
    actual: float | None = None
    unit: str = "%"


@dataclass(frozen=True, slots=True)
class Task:
    """One row of a task table, or one follow-up task; `previous` is last year's task id."""

    id: str
    runs: tuple[Run, ...]
    lead: tuple[Assignment, ...] = ()
    coordinating: tuple[Assignment, ...] = ()
    timing: str = ""
    schedule: Schedule = Schedule(())
    target: Target | None = None
    previous: str | None = None
    children: tuple[Task, ...] = ()

    @property
    def content(self) -> str:
        """What is to be done, as plain text."""
        return runs_text(self.runs)

    @property
    def is_group(self) -> bool:
        """Whether the row is a heading: it has children, no lead and no timing."""
        return bool(self.children) and not self.lead and not self.timing

    @property
    def lead_ids(self) -> tuple[str, ...]:
        """Ids of the leading respondents, groups not resolved."""
        return tuple(one.respondent_id for one in self.lead)

    @property
    def coordinating_ids(self) -> tuple[str, ...]:
        """Ids of the co-ordinating respondents, groups not resolved."""
        return tuple(one.respondent_id for one in self.coordinating)


class NumberedTask(NamedTuple):
    """A task with its computed number ("2.1.1") and depth (0 for the top rows)."""

    number: str
    depth: int
    task: Task


def numbered(tasks: tuple[Task, ...], prefix: str = "", depth: int = 0) -> Iterator[NumberedTask]:
    """Yield every task of the tree in table order with its number: 1, 1.1, 2.1.1."""
    for place, task in enumerate(tasks, start=1):
        number = f"{prefix}{place}"
        yield NumberedTask(number, depth, task)
        yield from numbered(task.children, f"{number}.", depth + 1)


def row_count(tasks: tuple[Task, ...]) -> int:
    """Return how many rows the tree has, groups among them."""
    return len(tasks) + sum([row_count(one.children) for one in tasks if one.children])


def numbered_follow_up(tasks: tuple[Task, ...]) -> Iterator[NumberedTask]:
    """Yield follow-up tasks with the numbers T1, T2, … (children T1.1)."""
    yield from numbered(tasks, "T")
