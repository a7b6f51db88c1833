"""Which tasks are shown, and in which order: plain values, worked out without a view."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.vietnamese_text import fold
from ui.tasks.task_chips import Chip, chip_of
from ui.tasks.task_columns import Column
from ui.tasks.task_rows import TaskRow
from ui.tasks.task_sort import Sort, cell_key, sorted_tasks

_SEARCHED = (
    Column.CONTENT,
    Column.LEAD,
    Column.COORDINATING,
    Column.TIMING,
    Column.STATE,
    Column.RESULT,
)


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What a person asked to see; empty, everything is shown in the plan's order.

    `text` is as typed; `values` are the words ticked in a column's menu.
    """

    text: str = ""
    chips: frozenset[Chip] = frozenset()
    unit: str | None = None
    values: Mapping[Column, frozenset[str]] = field(default_factory=dict)
    sort: Sort | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words, each of which a task must hold."""
        return tuple(fold(self.text).split())

    @property
    def is_narrowing(self) -> bool:
        """Whether tasks may be left out."""
        return bool(self.words or self.chips or self.unit or self.values)

    @property
    def is_empty(self) -> bool:
        """Whether everything is shown as the plan has it."""
        return not self.is_narrowing and self.sort is None


@dataclass(frozen=True, slots=True)
class ShownTasks:
    """The ids of the tasks shown, in order; sorted ones stand without their groups."""

    ids: tuple[str, ...]
    is_sorted: bool = False


class TextKeys:
    """The folded words of every row, kept: folding ten thousand rows takes too long for a key."""

    def __init__(self, rows: Iterable[TaskRow] = ()) -> None:
        """Fold *rows* and all below them; for a worker."""
        self._known: dict[str, tuple[Mapping[Column, str], str]] = {}
        for row in rows:
            for task in row.tasks():
                self.of(task)

    def of(self, row: TaskRow) -> str:
        """Return the key of a row, made anew only where its words are others."""
        known = self._known.get(row.id)
        if known is not None and (known[0] is row.words or known[0] == row.words):
            return known[1]
        key = fold(" ".join([row.words.get(column, "") for column in _SEARCHED]))
        self._known[row.id] = row.words, key
        return key


def shown_tasks(
    wanted: TaskFilter, tasks: Sequence[TaskRow], keys: TextKeys, unit_names: Container[str]
) -> ShownTasks:
    """Return which of *tasks* fit; *unit_names* are the respondents the wanted unit answers as."""
    found: Sequence[TaskRow] = tasks
    if wanted.chips:
        found = [one for one in found if chip_of(one) in wanted.chips]
    for column, ticked in wanted.values.items():
        found = [one for one in found if value_of(one, column) in ticked]
    if wanted.unit:
        found = [one for one in found if _names(one, unit_names)]
    for word in wanted.words:
        found = [one for one in found if word in keys.of(one)]
    if wanted.sort is not None:
        found = sorted_tasks(found, wanted.sort)
    return ShownTasks(tuple([one.id for one in found]), wanted.sort is not None)


def answers_as(directory: Directory, unit: str) -> frozenset[str]:
    """Return the ids under which a unit leads or co-ordinates: its own and those of its groups."""
    return frozenset(
        one.id for one in directory.respondents if unit in directory.answering((one.id,))
    )


def _names(row: TaskRow, unit_names: Container[str]) -> bool:
    task = row.task
    return task is not None and any(
        one.respondent_id in unit_names for one in (*task.lead, *task.coordinating)
    )


def answering_units(progress: PlanProgress) -> tuple[tuple[str, str], ...]:
    """Return id and name of all who answer for a task of the plan, in the office's order."""
    cells = {
        row.task.lead_ids + row.task.coordinating_ids for row in progress.plan.numbered_tasks()
    }
    found = {one for ids in cells for one in progress.directory.answering(ids)}
    return tuple((one.id, one.name) for one in progress.directory.respondents if one.id in found)


def column_values(tasks: Iterable[TaskRow], column: Column) -> tuple[str, ...]:
    """Return the different words of a column, sorted as its cells are."""
    found: dict[str, TaskRow] = {}
    for task in tasks:
        found.setdefault(value_of(task, column), task)
    key = cell_key(found.values(), column)
    return tuple(sorted(found, key=lambda words: key(found[words])))


def value_of(row: TaskRow, column: Column) -> str:
    """Return what a column's menu offers for a row: of a state the chip, without its days."""
    if column is Column.STATE:
        chip = chip_of(row)
        return chip.value if chip else ""
    return row.words.get(column, "")
