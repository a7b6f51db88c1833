"""The task table's rows, worked out from a plan before the window asks for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.shown_state import Shown, ShownState
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.timing import WordsClause
from ui.state_look import state_words
from ui.task_columns import Column

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

    def tasks(self) -> Iterator[TaskRow]:
        """Yield the tasks at and below this row, groups left out."""
        if self.kind is RowKind.TASK:
            yield self
        for child in self.children:
            yield from child.tasks()


def task_rows(progress: PlanProgress, today: date) -> tuple[TaskRow, ...]:
    """Return the rows of a plan; several lists of tasks stand under a heading each."""
    numbers = {row.task.id: row.number for row in progress.plan.numbered_tasks()}
    lists = [
        (title, tuple(_row(task, 0, progress, numbers, today) for task in tasks))
        for title, tasks in _lists(progress.plan)
    ]
    if len(lists) == 1:
        return lists[0][1]
    return tuple(
        TaskRow(
            f"list-{place}",
            RowKind.LIST,
            0,
            {Column.CONTENT: title},
            account=_account(rows),
            children=rows,
        )
        for place, (title, rows) in enumerate(lists)
    )


def _lists(plan: Plan) -> list[tuple[str, tuple[Task, ...]]]:
    lists = [
        (" – ".join(filter(None, (annex.label, annex.title))), annex.tasks)
        for annex in plan.annexes
    ]
    return [one for one in (*lists, (FOLLOW_UP_TITLE, plan.follow_up)) if one[1]]


def _row(
    task: Task, depth: int, progress: PlanProgress, numbers: Mapping[str, str], today: date
) -> TaskRow:
    children = tuple(_row(one, depth + 1, progress, numbers, today) for one in task.children)
    words = {Column.NUMBER: numbers[task.id], Column.CONTENT: task.content}
    if task.is_group:
        return TaskRow(
            task.id, RowKind.GROUP, depth, words, account=_account(children), children=children
        )
    state = progress.task_state(task, today)
    missing = _missing(task)
    words |= _task_words(task, progress, state, today) | dict.fromkeys(missing, MISSING)
    return TaskRow(task.id, RowKind.TASK, depth, words, state, "", missing, children)


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
