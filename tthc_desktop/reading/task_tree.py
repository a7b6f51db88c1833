"""The tree of tasks, built from the numbers typed in the first column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.task import Task, numbered
from tthc_desktop.domain.text_run import Run, joined_runs
from tthc_desktop.domain.timing import unread_schedule
from tthc_desktop.reading.findings import Findings
from tthc_desktop.reading.markers import CAPITAL, Marker, marker_of
from tthc_desktop.reading.section_levels import OpenStyles
from tthc_desktop.reading.task_rows import TaskRow
from tthc_desktop.reading.unit_names import UnitNames

_FEW = 3
_HEADING = "heading"
_DASH = "dash"


@dataclass
class _Node:
    row: TaskRow
    level: int
    children: list[_Node] = field(default_factory=list)


def read_tasks(rows: Sequence[TaskRow], units: UnitNames, findings: Findings) -> tuple[Task, ...]:
    """Return the tasks of a table, with warnings for what a person should look at."""
    units.learn(cell for row in rows for cell in (row.lead, row.coordinating))
    nodes = _tree(rows, findings)
    by_task: dict[str, TaskRow] = {}
    tasks = tuple(_task(node, units, "", place, by_task) for place, node in enumerate(nodes, 1))
    _compare_numbers(tasks, by_task, findings)
    _check_leaves(tasks, by_task, findings)
    return tasks


def _tree(rows: Sequence[TaskRow], findings: Findings) -> list[_Node]:
    top: list[_Node] = []
    path: list[_Node] = []
    levels = _RowLevels()
    for row in rows:
        findings.skip(row.number)
        node = _Node(row, levels.enter(row))
        while path and path[-1].level >= node.level:
            path.pop()
        (path[-1].children if path else top).append(node)
        path.append(node)
    return top


@dataclass
class _RowLevels:
    """The level of every row, from its number or, without one, from the row before."""

    _open: OpenStyles = field(default_factory=OpenStyles)
    _capital: int = 0
    _last: TaskRow | None = None
    _level: int = 0

    def enter(self, row: TaskRow) -> int:
        """Return the level of the next row."""
        style = self._style(row)
        if style is not None:
            self._level = self._open.enter(style)
        elif self._last is not None and _is_heading(self._last):
            self._level = self._open.enter("unnumbered")
        self._level = max(1, self._level)
        self._last = row
        return self._level

    def _style(self, row: TaskRow) -> str | None:
        marker = number_marker(row.number, self._capital)
        if marker is not None:
            self._capital = marker.value if marker.style == CAPITAL else self._capital
            return marker.style
        if row.number:
            return _DASH if row.number in {"-", "–", "+", "•"} else f"typed {row.number[:1]}"
        if row.wide or (row.bare and row.bold):
            # A heading over the width begins a new part of the table.
            self._open.styles.clear()
            return _HEADING
        return None


def number_marker(number: str, capital: int = 0) -> Marker | None:
    """Return what a number cell says: "1.", "2.1", "I", "a)"; None for anything else."""
    bare = number.strip().rstrip(".):/").strip()
    for end in (". ", ") "):
        marker = marker_of(f"{bare}{end}x", capital) if bare else None
        if marker is not None and marker.typed == bare.strip("("):
            return marker
    return None


def _is_heading(row: TaskRow) -> bool:
    return not (row.lead or row.timing)


def _task(
    node: _Node, units: UnitNames, prefix: str, place: int, by_task: dict[str, TaskRow]
) -> Task:
    row, number = node.row, f"{prefix}{place}"
    task = Task(
        id=new_id(),
        runs=row.content,
        lead=units.assignments(row.lead, f"task {number}"),
        coordinating=units.assignments(row.coordinating, f"task {number}"),
        timing=row.timing,
        schedule=unread_schedule(row.timing),
        children=tuple(
            _task(child, units, f"{number}.", inner, by_task)
            for inner, child in enumerate(node.children, 1)
        ),
    )
    by_task[task.id] = row
    if task.is_group:
        # A group row is bold as a whole in print: that is its layout.
        runs = joined_runs(Run(run.text, italic=run.italic) for run in task.runs)
        task = replace(task, runs=runs)
    return task


def _compare_numbers(
    tasks: tuple[Task, ...], by_task: dict[str, TaskRow], findings: Findings
) -> None:
    different = [
        (one.number, typed)
        for one in numbered(tasks)
        if (typed := by_task[one.task.id].number.strip(" .():/")) != one.number
    ]
    for number, typed in different[:_FEW]:
        shown = f"“{typed}” được đánh lại" if typed else "để trống được đánh"
        findings.warn(f"task {number}", f"Số thứ tự {shown} thành “{number}”.")
    if len(different) > _FEW:
        count = len(different) - _FEW
        findings.warn(
            f"task {different[_FEW][0]}", f"Còn {count} số thứ tự khác trong bảng được đánh lại."
        )


def _check_leaves(tasks: tuple[Task, ...], by_task: dict[str, TaskRow], findings: Findings) -> None:
    for one in numbered(tasks):
        for heading, text in by_task[one.task.id].others:
            findings.leave(f"Công việc {one.number}, cột “{heading}”: {text}")
        missing = [
            name
            for name, there in (
                ("đơn vị chủ trì", one.task.lead),
                ("thời gian hoàn thành", one.task.timing),
            )
            if not there
        ]
        if missing and not one.task.children:
            findings.warn(f"task {one.number}", f"Công việc chưa có {' và '.join(missing)}.")
