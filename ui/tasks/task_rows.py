"""The task table's rows, worked out from a plan before the window asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.shown_state import Shown, ShownState
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.timing import WordsClause
from ui.kit.state_look import state_words
from ui.tasks.task_columns import Column

NO_DUE_DAY = "–"
MISSING = "Chưa có"
UNREAD = "Chưa đọc"
FOLLOW_UP_TITLE = "Nhiệm vụ theo dõi, không in trong kế hoạch"


class RowKind(Enum):
    """A list of tasks (where the plan has several), a group, or a task."""

    LIST = "list"
    GROUP = "group"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A row: its words by column, its state, and what hangs below it."""

    id: str
    kind: RowKind
    depth: int
    words: Mapping[Column, str]
    state: ShownState | None = None
    account: str = ""
    missing: frozenset[Column] = frozenset()
    children: tuple[TaskRow, ...] = ()
    task: Task | None = field(default=None, compare=False)

    def value(self, column: Column) -> str:
        """Return what a cell holds; the words that stand for an empty one are none."""
        return "" if column in self.missing else self.words.get(column, "")

    def tasks(self) -> Iterator[TaskRow]:
        """Yield the tasks at and below this row, groups left out."""
        if self.kind is RowKind.TASK:
            yield self
        for child in self.children:
            yield from child.tasks()


@dataclass(frozen=True, slots=True)
class TaskList:
    """A list of tasks: an annex's table or the follow-up list, with what its numbers begin with."""

    id: str
    title: str
    prefix: str
    annex_id: str | None
    tasks: tuple[Task, ...]


def task_lists(plan: Plan) -> tuple[TaskList, ...]:
    """Return the lists of a plan that hold tasks."""
    annexes = (
        TaskList(
            f"list-{place}",
            " – ".join(filter(None, (annex.label, annex.title))),
            "",
            annex.id,
            annex.tasks,
        )
        for place, annex in enumerate(plan.annexes)
    )
    last = TaskList("list-follow-up", FOLLOW_UP_TITLE, "T", None, plan.follow_up)
    return tuple(one for one in (*annexes, last) if one.tasks)


def task_rows(progress: PlanProgress, today: date) -> tuple[TaskRow, ...]:
    """Return the rows of a plan; several lists of tasks stand under a heading each."""
    lists = [
        (one, _rows(one.tasks, one.prefix, 0, progress, today)) for one in task_lists(progress.plan)
    ]
    if len(lists) == 1:
        return lists[0][1]
    return tuple(list_row(one, rows) for one, rows in lists)


def list_row(tasks: TaskList, rows: tuple[TaskRow, ...]) -> TaskRow:
    """Return the heading of a list."""
    words = {Column.CONTENT: tasks.title}
    return TaskRow(tasks.id, RowKind.LIST, 0, words, account=_account(rows), children=rows)


def _rows(
    tasks: tuple[Task, ...], prefix: str, depth: int, progress: PlanProgress, today: date
) -> tuple[TaskRow, ...]:
    rows = []
    for place, task in enumerate(tasks, start=1):
        number = f"{prefix}{place}"
        children = _rows(task.children, f"{number}.", depth + 1, progress, today)
        rows.append(task_row(task, number, depth, children, progress, today))
    return tuple(rows)


def task_row(
    task: Task,
    number: str,
    depth: int,
    children: tuple[TaskRow, ...],
    progress: PlanProgress,
    today: date,
) -> TaskRow:
    """Return the row of one task over the rows below it."""
    words = {Column.NUMBER: number, Column.CONTENT: task.content}
    if task.is_group:
        account = _account(children)
        return TaskRow(
            task.id, RowKind.GROUP, depth, words, None, account, frozenset(), children, task
        )
    state = progress.task_state(task, today)
    missing = _missing(task)
    words |= _task_words(task, progress, state, today) | dict.fromkeys(missing, MISSING)
    return TaskRow(task.id, RowKind.TASK, depth, words, state, "", missing, children, task)


def with_children(row: TaskRow, children: tuple[TaskRow, ...]) -> TaskRow:
    """Return a group's or list's row over other rows, its account made anew."""
    if row.kind is RowKind.TASK:
        return replace(row, children=children)
    return replace(row, children=children, account=_account(children))


def _missing(task: Task) -> frozenset[Column]:
    empty = {Column.LEAD: not task.lead, Column.TIMING: not task.timing}
    return frozenset(column for column, is_empty in empty.items() if is_empty)


def _task_words(
    task: Task, progress: PlanProgress, state: ShownState | None, today: date
) -> dict[Column, str]:
    percent = progress.task_percent(task, today)
    return {
        Column.LEAD: _names(task.lead, progress),
        Column.COORDINATING: _names(task.coordinating, progress),
        Column.TIMING: task.timing,
        Column.DUE: _due_words(task, progress),
        Column.STATE: state_words(state) if state else "",
        Column.PERCENT: "" if percent is None else str(round(percent)),
        Column.RESULT: _last_result(task, progress),
    }


def _names(assignments: Iterable[Assignment], progress: PlanProgress) -> str:
    return "; ".join(
        one.words or progress.directory.get(one.respondent_id).name for one in assignments
    )


def _due_words(task: Task, progress: PlanProgress) -> str:
    """Return the nearest day still open, else the last there was, else why there is none."""
    days = [one.due for one in progress.of_task(task) if one.due]
    day = progress.next_due(task) or max(days, default=None)
    if day:
        return day.strftime("%d/%m/%Y")
    clauses = task.schedule.clauses
    is_unread = any(isinstance(one, WordsClause) and one.kind == "unknown" for one in clauses)
    return UNREAD if is_unread else NO_DUE_DAY


def _last_result(task: Task, progress: PlanProgress) -> str:
    results = (progress.record(task, one).result for one in progress.of_task(task))
    return next((result for result in reversed(list(results)) if result), "")


def _account(rows: Iterable[TaskRow]) -> str:
    """Return a group's account: "8 việc · 2 xong · 1 quá hạn"."""
    tasks = [task for row in rows for task in row.tasks()]
    states = Counter(task.state.shown for task in tasks if task.state)
    done = states[Shown.DONE] + states[Shown.DONE_LATE]
    counts = (len(tasks), "việc"), (done, "xong"), (states[Shown.OVERDUE], "quá hạn")
    return " · ".join(f"{count} {word}" for count, word in counts if count)
