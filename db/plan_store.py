"""Plans in tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    RowMapping,
    String,
    Update,
    bindparam,
    cast,
    delete,
    func,
    insert,
    select,
    update,
)

from db import plan_rows, plan_text_rows, value_codec
from db.row_codec import runs_from_json, schedule_from_json, target_from_json
from db.tables import AnnexRow, BlockRow, PlanRow, PlanVersionRow, TaskRespondentRow, TaskRow
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.plan import (
    Annex,
    Block,
    BlockKind,
    PartialDate,
    Plan,
    PlanKind,
    PlanState,
    PlanSummary,
    PlanVersion,
    Signature,
)
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.task_edit import TaskChange
from tthc_desktop.errors import Refused

_Assigned = dict[tuple[str, str], list[Assignment]]


class SqlPlanStore:
    """The plans as one connection sees them."""

    def __init__(self, connection: Connection) -> None:
        """Work on the connection of a unit of work."""
        self._connection = connection

    def summaries(self) -> tuple[PlanSummary, ...]:
        """Return all plans, newest year first, in the order they were added."""
        rows = self._connection.execute(
            select(
                PlanRow.id, PlanRow.kind, PlanRow.year, PlanRow.title,
                PlanRow.state, PlanRow.number, PlanRow.symbol,
            ).order_by(PlanRow.year.desc(), PlanRow.added)
        ).all()  # fmt: skip
        return tuple(
            PlanSummary(
                row.id, PlanKind(row.kind), row.year, row.title,
                PlanState(row.state), row.number, row.symbol,
            )
            for row in rows
        )  # fmt: skip

    def get(self, plan_id: str) -> Plan:
        """Return a whole plan; Refused if there is none of this id."""
        row = (
            self._connection.execute(select(*PlanRow.__table__.c).where(PlanRow.id == plan_id))
            .mappings()
            .one_or_none()
        )
        if row is None:
            message = f"Không có kế hoạch “{plan_id}”."
            raise Refused(message)
        blocks = self._blocks(plan_id)
        tasks = self._tasks(plan_id)
        annexes = self._connection.execute(
            select(*AnnexRow.__table__.c)
            .where(AnnexRow.plan_id == plan_id)
            .order_by(AnnexRow.position)
        ).mappings()
        return Plan(
            id=row["id"],
            kind=PlanKind(row["kind"]),
            year=row["year"],
            state=PlanState(row["state"]),
            parent_agency=row["parent_agency"],
            agency=row["agency"],
            number=row["number"],
            symbol=row["symbol"],
            place=row["place"],
            date=PartialDate(row["day"], row["month"], row["date_year"]),
            title=row["title"],
            blocks=tuple(blocks[None]),
            recipients=tuple(row["recipients"]),
            archive=row["archive"],
            drafter=row["drafter"],
            signature=Signature(tuple(row["signature_lines"]), row["signer_name"]),
            annexes=tuple(_annex(one, blocks, tasks) for one in annexes),
            follow_up=_tree(tasks, None, None),
        )

    def _blocks(self, plan_id: str) -> dict[str | None, list[Block]]:
        rows = self._connection.execute(
            select(
                BlockRow.annex_id, BlockRow.id, BlockRow.kind, BlockRow.level,
                BlockRow.numbering, BlockRow.runs, BlockRow.rows,
            )
            .where(BlockRow.plan_id == plan_id)
            .order_by(BlockRow.position)
        ).all()  # fmt: skip
        found: dict[str | None, list[Block]] = defaultdict(list)
        for annex_id, block_id, kind, level, numbering, runs, cells in rows:
            found[annex_id].append(
                Block(
                    block_id,
                    BlockKind(kind),
                    runs_from_json(runs),
                    level,
                    Numbering(numbering) if numbering else None,
                    tuple(tuple(row) for row in cells),
                )
            )
        return found

    def _tasks(self, plan_id: str) -> _Nodes:
        assigned: _Assigned = defaultdict(list)
        for task_id, role, respondent_id, words in self._connection.execute(
            select(
                TaskRespondentRow.task_id, TaskRespondentRow.role,
                TaskRespondentRow.respondent_id, TaskRespondentRow.words,
            )
            .join(TaskRow, TaskRow.id == TaskRespondentRow.task_id)
            .where(TaskRow.plan_id == plan_id)
            .order_by(TaskRespondentRow.position)
        ).all():  # fmt: skip
            assigned[task_id, role].append(Assignment(respondent_id, words))
        # As text: all runs are read at one go, and a schedule that many tasks share once.
        rows = self._connection.execute(
            select(
                TaskRow.annex_id, TaskRow.parent_id, TaskRow.id, cast(TaskRow.runs, String),
                TaskRow.timing, cast(TaskRow.schedule, String), TaskRow.target,
                TaskRow.previous_id,
            )
            .where(TaskRow.plan_id == plan_id)
            .order_by(TaskRow.position)
        ).all()  # fmt: skip
        runs = json.loads(f"[{','.join(row[3] for row in rows)}]")
        schedules = {
            text: schedule_from_json(json.loads(text)) for text in {row[5] for row in rows}
        }
        nodes: _Nodes = defaultdict(list)
        for row, content in zip(rows, runs, strict=True):
            annex_id, parent_id, task_id, _, timing, schedule, target, previous = row
            leaf = Task(
                task_id,
                runs_from_json(content),
                tuple(assigned.get((task_id, "lead"), ())),
                tuple(assigned.get((task_id, "coordinating"), ())),
                timing,
                schedules[schedule],
                target_from_json(target),
                previous,
            )
            nodes[annex_id, parent_id].append(leaf)
        return nodes

    def add(self, plan: Plan) -> None:
        """Write a whole new plan."""
        last = self._connection.execute(select(func.max(PlanRow.added))).scalar()
        self._connection.execute(insert(PlanRow).values(plan_rows.plan_row(plan, (last or 0) + 1)))
        tasks = [row.task for row in plan.numbered_tasks()]
        rows: list[tuple[type, list[dict[str, Any]]]] = [
            (AnnexRow, plan_rows.annex_rows(plan)),
            (BlockRow, plan_rows.block_rows(plan)),
            (TaskRow, plan_rows.task_rows(plan)),
            (TaskRespondentRow, [row for task in tasks for row in plan_rows.respondent_rows(task)]),
        ]
        for table, values in rows:
            if values:
                self._connection.execute(insert(table), values)

    def add_version(self, version: PlanVersion) -> None:
        """Write a frozen version of a plan."""
        self._connection.execute(
            insert(PlanVersionRow).values(
                id=version.id,
                plan_id=version.content.id,
                version=version.version,
                issued_number=version.number,
                issued_on=version.issued_on,
                content=value_codec.as_json(version.content),
            )
        )

    def last_version(self, plan_id: str) -> PlanVersion | None:
        """Return the plan's newest frozen version, None where it was never issued."""
        row = self._connection.execute(
            select(
                PlanVersionRow.id, PlanVersionRow.version, PlanVersionRow.issued_number,
                PlanVersionRow.issued_on, PlanVersionRow.content,
            )
            .where(PlanVersionRow.plan_id == plan_id)
            .order_by(PlanVersionRow.version.desc())
            .limit(1)
        ).one_or_none()  # fmt: skip
        if row is None:
            return None
        content: Plan = value_codec.from_json(Plan, row.content)
        return PlanVersion(row.id, row.version, row.issued_number, row.issued_on, content)

    def set_task(self, task: Task) -> None:
        """Write the values of one task; its place and its children stay."""
        self._connection.execute(
            update(TaskRow).where(TaskRow.id == task.id).values(plan_rows.task_values(task))
        )
        self._connection.execute(
            delete(TaskRespondentRow).where(TaskRespondentRow.task_id == task.id)
        )
        rows = plan_rows.respondent_rows(task)
        if rows:
            self._connection.execute(insert(TaskRespondentRow), rows)

    def write_head(self, plan: Plan) -> None:
        """Write head, foot and state of a known plan."""
        plan_text_rows.write_head(self._connection, plan)

    def write_text(self, before: Plan, after: Plan) -> None:
        """Lead a plan's text from *before* to *after*; its tasks stay."""
        plan_text_rows.write_text(self._connection, before, after)

    def write_tasks(self, plan_id: str, changes: Sequence[TaskChange]) -> None:
        """Write tasks as they are after *changes*: added, changed, moved or taken out.

        New ones come first, parents before children, so that what moves finds its parent;
        what goes comes last, so that nothing that moved away goes with it.
        """
        added = [one.after for one in changes if one.before is None and one.after]
        stayed = [one for one in changes if one.before and one.after]
        shifted = [one.after for one in stayed if one.after and one.is_shift]
        moved = [one.after for one in stayed if one.after and one.is_move and not one.is_shift]
        kept = [one.after for one in stayed if one.after and not one.is_move]
        gone = [one.task_id for one in changes if one.after is None]
        if added:
            rows = [plan_rows.snapshot_row(plan_id, one) for one in added]
            self._connection.execute(insert(TaskRow), rows)
        if kept:
            self._connection.execute(_CHANGE, [plan_rows.changed_row(one) for one in kept])
        if moved:
            self._connection.execute(_MOVE, [plan_rows.place_row(one) for one in moved])
        if shifted:
            # One row put in shifts all after it: the position alone, no keys to be checked.
            self._connection.execute(_SHIFT, [plan_rows.place_row(one) for one in shifted])
        for start in range(0, len(kept), _AT_ONCE):
            ids = [one.task.id for one in kept[start : start + _AT_ONCE]]
            self._connection.execute(
                delete(TaskRespondentRow).where(TaskRespondentRow.task_id.in_(ids))
            )
        assigned = [row for one in (*added, *kept) for row in plan_rows.respondent_rows(one.task)]
        if assigned:
            self._connection.execute(insert(TaskRespondentRow), assigned)
        for start in range(0, len(gone), _AT_ONCE):
            some = gone[start : start + _AT_ONCE]
            self._connection.execute(delete(TaskRow).where(TaskRow.id.in_(some)))


_PLACE = {"annex_id": "annex", "parent_id": "parent", "position": "place"}
_VALUES = ("previous_id", "runs", "folded", "timing", "schedule", "target")


def _written(**names: str) -> Update:
    """Return the statement that writes the columns *names* of many tasks, named as they say."""
    return (
        update(TaskRow.__table__)  # type: ignore[arg-type] # declared as a wider type
        .where(TaskRow.id == bindparam("task"))
        .values({column: bindparam(name) for column, name in names.items()})
    )


_SHIFT = _written(position="place")
_MOVE = _written(**_PLACE)
_CHANGE = _written(**_PLACE, **{column: f"new_{column}" for column in _VALUES})
_AT_ONCE = 500  # SQLite takes a bounded number of values in one statement
_Nodes = dict[tuple[str | None, str | None], list[Task]]


def _tree(nodes: _Nodes, annex_id: str | None, parent_id: str | None) -> tuple[Task, ...]:
    return tuple(
        _with_children(task, _tree(nodes, annex_id, task.id))
        for task in nodes.get((annex_id, parent_id), ())
    )


def _with_children(task: Task, children: tuple[Task, ...]) -> Task:
    if not children:
        return task
    return Task(
        task.id, task.runs, task.lead, task.coordinating, task.timing,
        task.schedule, task.target, task.previous, children,
    )  # fmt: skip


def _annex(row: RowMapping, blocks: dict[str | None, list[Block]], tasks: _Nodes) -> Annex:
    return Annex(
        row["id"],
        row["label"],
        row["title"],
        row["attached_to"],
        tuple(row["headings"]),
        row["landscape"],
        tuple(blocks[row["id"]]),
        _tree(tasks, row["id"], None),
    )
