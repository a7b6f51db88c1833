"""Plans as rows: what is written for a plan and what is read back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from db.row_codec import rows_as_json, runs_as_json, schedule_as_json, target_as_json
from tthc_desktop.domain.plan import Annex, Block, Plan
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskSnapshot
from tthc_desktop.vietnamese_text import fold

Row = dict[str, Any]


def plan_row(plan: Plan, added: int) -> Row:
    """Return the row of a plan's head and foot; `added` orders plans of one year."""
    return {
        "id": plan.id,
        "kind": plan.kind.value,
        "year": plan.year,
        "state": plan.state.value,
        "parent_agency": plan.parent_agency,
        "agency": plan.agency,
        "number": plan.number,
        "symbol": plan.symbol,
        "place": plan.place,
        "day": plan.date.day,
        "month": plan.date.month,
        "date_year": plan.date.year,
        "title": plan.title,
        "folded": fold(plan.title),
        "recipients": list(plan.recipients),
        "archive": plan.archive,
        "drafter": plan.drafter,
        "signature_lines": list(plan.signature.lines),
        "signer_name": plan.signature.name,
        "added": added,
    }


def annex_rows(plan: Plan) -> list[Row]:
    """Return the rows of a plan's annexes."""
    return [
        {
            "id": annex.id,
            "plan_id": plan.id,
            "position": place,
            "label": annex.label,
            "title": annex.title,
            "attached_to": annex.attached_to,
            "headings": list(annex.headings),
            "landscape": annex.landscape,
        }
        for place, annex in enumerate(plan.annexes)
    ]


def block_rows(plan: Plan) -> list[Row]:
    """Return the rows of the plan's text and of its annexes' text."""
    rows = list(_blocks(plan, None, plan.blocks))
    for annex in plan.annexes:
        rows.extend(_blocks(plan, annex, annex.blocks))
    return rows


def _blocks(plan: Plan, annex: Annex | None, blocks: tuple[Block, ...]) -> Iterator[Row]:
    for place, block in enumerate(blocks):
        yield {
            "id": block.id,
            "plan_id": plan.id,
            "annex_id": annex.id if annex else None,
            "position": place,
            "kind": block.kind.value,
            "level": block.level,
            "numbering": block.numbering.value if block.numbering else None,
            "runs": runs_as_json(block.runs),
            "rows": rows_as_json(block.rows),
            "folded": fold(block.text),
        }


def task_rows(plan: Plan) -> list[Row]:
    """Return the rows of all tasks, parents before their children."""
    rows = list(_tasks(plan.id, None, None, plan.follow_up))
    for annex in plan.annexes:
        rows.extend(_tasks(plan.id, annex.id, None, annex.tasks))
    return rows


def _tasks(
    plan_id: str, annex_id: str | None, parent_id: str | None, tasks: tuple[Task, ...]
) -> Iterator[Row]:
    for place, task in enumerate(tasks):
        yield {
            "id": task.id,
            "plan_id": plan_id,
            "annex_id": annex_id,
            "parent_id": parent_id,
            "position": place,
            "previous_id": task.previous,
            **task_values(task),
        }
        yield from _tasks(plan_id, annex_id, task.id, task.children)


def snapshot_row(plan_id: str, snapshot: TaskSnapshot) -> Row:
    """Return the whole row of a task as an edit leaves it."""
    task, place = snapshot.task, snapshot.place
    return {
        "id": task.id,
        "plan_id": plan_id,
        "annex_id": place.annex_id,
        "parent_id": place.parent_id,
        "position": place.position,
        "previous_id": task.previous,
        **task_values(task),
    }


def place_row(snapshot: TaskSnapshot) -> Row:
    """Return where a task stands, under names of their own for a statement done many times."""
    place = snapshot.place
    return {
        "task": snapshot.task.id,
        "annex": place.annex_id,
        "parent": place.parent_id,
        "place": place.position,
    }


def changed_row(snapshot: TaskSnapshot) -> Row:
    """Return where a task stands and its values, under names as in `place_row`."""
    values = {"previous_id": snapshot.task.previous, **task_values(snapshot.task)}
    return {
        **place_row(snapshot),
        **{f"new_{column}": value for column, value in values.items()},
    }


def task_values(task: Task) -> Row:
    """Return the columns of a task that an edit may change."""
    return {
        "runs": runs_as_json(task.runs),
        "folded": fold(task.content),
        "timing": task.timing,
        "schedule": schedule_as_json(task.schedule),
        "target": target_as_json(task.target),
    }


def respondent_rows(task: Task) -> list[Row]:
    """Return the rows of who leads and who co-ordinates a task."""
    return [
        {
            "task_id": task.id,
            "role": role,
            "position": place,
            "respondent_id": one.respondent_id,
            "words": one.words,
        }
        for role, assigned in (("lead", task.lead), ("coordinating", task.coordinating))
        for place, one in enumerate(assigned)
    ]
