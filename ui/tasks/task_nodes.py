"""The rows of the task table as a tree: what hangs where, what is open, what is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task import Task
from ui.tasks.task_columns import Column
from ui.tasks.task_rows import (
    RowKind,
    TaskList,
    TaskRow,
    list_row,
    task_lists,
    task_row,
    with_children,
)

HIDDEN = -1


@dataclass(eq=False, slots=True)
class Node:
    """A row at its place. `at` is its line in the table, HIDDEN while it has none.

    `lines` are the open rows below it, kept until something below it comes, goes or is opened;
    `leaves` the tasks at and below it, kept until one of them changes.
    """

    row: TaskRow
    parent: Node | None
    place: int
    prefix: str = ""
    children: list[Node] = field(default_factory=list)
    is_open: bool = True
    at: int = HIDDEN
    lines: list[Node] | None = None
    leaves: list[TaskRow] | None = None

    @property
    def number(self) -> str:
        """The number by where the row stands now: 1, 1.1, 2.1.1."""
        if self.row.kind is RowKind.LIST:
            return ""
        above = self.parent
        if above is None or above.row.kind is RowKind.LIST:
            return f"{self.prefix}{self.place + 1}"
        return f"{above.number}.{self.place + 1}"

    @property
    def depth(self) -> int:
        """How many tasks stand above this one."""
        above = self.parent
        return above.depth + 1 if above and above.row.kind is not RowKind.LIST else 0

    def open_rows(self) -> list[Node]:
        """Return the rows that are shown below this one."""
        if self.lines is None:
            self.lines = _open_nodes(self.children) if self.is_open and self.children else []
        return self.lines

    def tasks(self) -> list[TaskRow]:
        """Return the rows of the tasks at and below this row, groups left out."""
        if self.leaves is None:
            own = [self.row] if self.row.kind is RowKind.TASK else []
            self.leaves = own + [row for one in self.children for row in one.tasks()]
        return self.leaves

    def forget_below(self) -> None:
        """Work out anew what is kept of the rows below; those above tell their own."""
        self.lines = self.leaves = None

    def set_open(self, *, is_open: bool) -> None:
        """Open or close the row."""
        if self.is_open is not is_open:
            self.is_open = is_open
            self.forget_lines()

    def forget_lines(self) -> None:
        """Work the lines out anew, here and in all above."""
        node: Node | None = self
        while node is not None:
            node.lines = None
            node = node.parent

    def current_row(self) -> TaskRow:
        """Return the row with the number and depth of now."""
        row, depth = self.row, self.depth
        number = self.number or row.words.get(Column.NUMBER, "")
        if row.words.get(Column.NUMBER, "") != number or row.depth != depth:
            self.row = row = replace(row, words={**row.words, Column.NUMBER: number}, depth=depth)
        return row


class TaskNodes:
    """All rows of a plan, kept by id; an edit rebuilds only what it changed."""

    def __init__(self, rows: Sequence[TaskRow] = ()) -> None:
        """Hang up *rows*."""
        self.by_id: dict[str, Node] = {}
        self.top = self._hung(rows, None)

    def let_go(self) -> None:
        """Unhang every row, so that all are freed at once: nodes know one another in circles."""
        for node in self.by_id.values():
            node.parent = None

    def rows(self) -> tuple[TaskRow, ...]:
        """Return the top rows, all numbers right; what hangs below stands in their children."""
        return tuple(_settled(node) for node in self.top)

    def all(self) -> Iterator[Node]:
        """Yield every node, parents first."""
        return _walk(self.top)

    def update(
        self,
        progress: PlanProgress,
        today: date,
        recorded: Collection[str],
        gone: Collection[str] = (),
    ) -> tuple[Node, ...]:
        """Take over the plan as edited; *recorded* names the tasks with other occurrences.

        *gone* are those taken out. Returns the nodes whose words changed. A task that is the
        same object as before keeps its node and everything below it.
        """
        touched = _Update(self, progress, today, recorded).run()
        for one in gone:
            if (node := self.by_id.pop(one, None)) is not None:
                node.parent = None
        return touched

    def _hung(self, rows: Sequence[TaskRow], parent: Node | None) -> list[Node]:
        nodes = []
        # Deeper rows are numbered after the row above them.
        is_top = bool(rows) and (parent is None or parent.row.kind is RowKind.LIST)
        prefix = _prefix(rows[0]) if is_top else ""
        for place, row in enumerate(rows):
            node = Node(row, parent, place, prefix)
            self.by_id[row.id] = node
            if row.children:
                node.children = self._hung(row.children, node)
            nodes.append(node)
        return nodes


class _Update:
    def __init__(
        self, nodes: TaskNodes, progress: PlanProgress, today: date, recorded: Collection[str]
    ) -> None:
        self._nodes = nodes
        self._progress = progress
        self._today = today
        self._recorded = set(recorded)
        self._above = {above.row.id for one in recorded for above in _ancestors(nodes, one)}
        self._touched: list[Node] = []

    def run(self) -> tuple[Node, ...]:
        lists = task_lists(self._progress.plan)
        if len(lists) == 1:
            self._nodes.top = self._tasks(lists[0].tasks, None, lists[0].prefix)
        else:
            self._nodes.top = [self._list(one, place) for place, one in enumerate(lists)]
        return tuple(self._touched)

    def _list(self, tasks: TaskList, place: int) -> Node:
        node = self._nodes.by_id.get(tasks.id)
        if node is None:
            node = self._nodes.by_id[tasks.id] = Node(list_row(tasks, ()), None, place)
        node.place = place
        node.forget_below()
        node.children = self._tasks(tasks.tasks, node, tasks.prefix)
        self._gather(node)
        return node

    def _tasks(self, tasks: Sequence[Task], parent: Node | None, prefix: str) -> list[Node]:
        return [self._task(task, parent, place, prefix) for place, task in enumerate(tasks)]

    def _task(self, task: Task, parent: Node | None, place: int, prefix: str) -> Node:
        node = self._nodes.by_id.get(task.id)
        if node is None:
            row = task_row(task, "", 0, (), self._progress, self._today)
            node = self._nodes.by_id[task.id] = Node(row, parent, place, prefix)
            self._touched.append(node)
        node.parent, node.place, node.prefix = parent, place, prefix
        is_recorded = task.id in self._recorded
        if node.row.task is task and not is_recorded and task.id not in self._above:
            return node
        node.forget_below()
        if task.children or node.children:
            node.children = self._tasks(task.children, node, prefix)
        if is_recorded or not _has_values_of(node.row, task):
            node.row = task_row(task, "", 0, _rows_of(node.children), self._progress, self._today)
            self._touched.append(node)
        else:
            node.row = replace(node.row, task=task)
            self._gather(node)
        return node

    def _gather(self, node: Node) -> None:
        row = with_children(node.row, _rows_of(node.children))
        if row.account != node.row.account:
            self._touched.append(node)
        node.row = row


def shown_nodes(nodes: TaskNodes, kept: Sequence[str] | None, *, is_sorted: bool) -> list[Node]:
    """Return the nodes that have a line in the table, in its order.

    *kept* names the tasks that are shown: with the groups above them, or, sorted, alone.
    """
    if kept is None:
        return _open_nodes(nodes.top)
    known = [nodes.by_id[one] for one in kept if one in nodes.by_id]
    if is_sorted:
        return known
    wanted = {id(node) for node in known}
    for node in known:
        above = node.parent
        while above is not None and id(above) not in wanted:
            wanted.add(id(above))
            above = above.parent
    return [node for node in nodes.all() if id(node) in wanted and _is_reached(node)]


def _is_reached(node: Node) -> bool:
    above = node.parent
    while above is not None:
        if not above.is_open:
            return False
        above = above.parent
    return True


def _open_nodes(nodes: list[Node]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        if node.children:
            found += node.open_rows()
    return found


def _walk(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if node.children:
            yield from _walk(node.children)


def _ancestors(nodes: TaskNodes, task_id: str) -> Iterator[Node]:
    node = nodes.by_id.get(task_id)
    while node is not None and (node := node.parent) is not None:
        yield node


def _settled(node: Node) -> TaskRow:
    row = node.current_row()
    if node.children:
        below = tuple([_settled(one) for one in node.children])
        if any(old is not new for old, new in zip(row.children, below, strict=False)):
            node.row = row = replace(row, children=below)
    return row


def _rows_of(nodes: list[Node]) -> tuple[TaskRow, ...]:
    return tuple(node.row for node in nodes)


def _has_values_of(row: TaskRow, task: Task) -> bool:
    """Whether a task's cells are those of *row*: only what hangs below may differ."""
    was = row.task
    return (
        was is not None
        and was.runs == task.runs
        and was.timing == task.timing
        and was.lead == task.lead
        and was.coordinating == task.coordinating
        and was.schedule == task.schedule
        and was.is_group == task.is_group
    )


def _prefix(row: TaskRow) -> str:
    return "T" if row.words.get(Column.NUMBER, "").startswith("T") else ""
