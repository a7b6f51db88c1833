"""Plans, tasks and occurrences in the JSON forms of the command line: kept stable."""

from __future__ import annotations

from typing import Any

from tthc_desktop.domain.citations import cited_documents
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Annex, Block, BlockKind, Plan, PlanSummary
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record
from tthc_desktop.domain.sections import Section, sections_of
from tthc_desktop.domain.task import (
    Assignment,
    NumberedTask,
    Task,
    numbered,
    numbered_follow_up,
)

Json = dict[str, Any]


def summary_json(plan: PlanSummary) -> Json:
    """Return a line of `plan list`."""
    return {
        "id": plan.id,
        "kind": plan.kind.value,
        "year": plan.year,
        "title": plan.title,
        "state": plan.state.value,
        "number": plan.number,
        "symbol": plan.symbol,
    }


def plan_json(plan: Plan, directory: Directory) -> Json:
    """Return the whole plan as `plan show` promises it."""
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
        "date": {"day": plan.date.day, "month": plan.date.month, "year": plan.date.year},
        "title": plan.title,
        "legal_bases": [_legal_basis(one) for one in plan.blocks_of(BlockKind.LEGAL_BASIS)],
        "opening": [one.text for one in plan.blocks_of(BlockKind.OPENING)],
        "sections": [_section(one) for one in sections_of(plan.blocks)],
        "closing": [one.text for one in plan.blocks_of(BlockKind.CLOSING)],
        "recipients": list(plan.recipients),
        "archive": plan.archive,
        "drafter": plan.drafter,
        "signature": {"lines": list(plan.signature.lines), "name": plan.signature.name},
        "annexes": [_annex(one, directory) for one in plan.annexes],
        "follow_up": [task_json(row, directory) for row in numbered_follow_up(plan.follow_up)],
    }


def _legal_basis(block: Block) -> Json:
    documents = [
        {
            "number": one.number,
            "date": one.day.isoformat() if one.day else None,
            "issuer": one.issuer,
        }
        for one in cited_documents(block.text)
    ]
    first = documents[0] if documents else {"number": None, "date": None, "issuer": None}
    return {"text": block.text, **first, "documents": documents}


def _section(section: Section) -> Json:
    return {
        "number": section.number,
        "heading": section.heading,
        "paragraphs": section.paragraphs,
        "tables": [
            {"after_paragraph": after, "rows": [list(row) for row in block.rows]}
            for after, block in section.tables
        ],
        "sections": [_section(one) for one in section.sections],
    }


def _annex(annex: Annex, directory: Directory) -> Json:
    return {
        "label": annex.label,
        "title": annex.title,
        "attached_to": annex.attached_to,
        "sections": [_section(one) for one in sections_of(annex.blocks)],
        "tasks": [task_json(row, directory) for row in numbered(annex.tasks)],
    }


def task_json(row: NumberedTask, directory: Directory) -> Json:
    """Return the fields of a task."""
    task = row.task
    return {
        "id": task.id,
        "previous": task.previous,
        "number": row.number,
        "content": task.content,
        "lead": _names(task.lead, directory),
        "coordinating": _names(task.coordinating, directory),
        "timing": task.timing,
        "group": task.is_group,
    }


def _names(assigned: tuple[Assignment, ...], directory: Directory) -> list[str]:
    return [one.words or directory.get(one.respondent_id).name for one in assigned]


def task_with_occurrences_json(row: NumberedTask, opened: PlanProgress) -> Json:
    """Return an entry of `task list`."""
    occurrences = opened.of_task(row.task)
    return {
        **task_json(row, opened.directory),
        "occurrences": [occurrence_json(opened, row.task, one) for one in occurrences],
    }


def occurrence_json(opened: PlanProgress, task: Task, occurrence: Occurrence) -> Json:
    """Return an occurrence with what each of its units recorded."""
    roles = (
        ("lead", opened.lead_units(task)),
        ("coordinating", opened.coordinating_units(task)),
    )
    return {
        "period": occurrence.period,
        "due": occurrence.due.isoformat() if occurrence.due else None,
        "overdue_from": occurrence.overdue_from.isoformat() if occurrence.overdue_from else None,
        **_record_json(opened.record(task, occurrence)),
        "units": [
            {
                "division": opened.directory.get(unit).name,
                "role": role,
                **_record_json(opened.unit_record(task, occurrence, unit)),
            }
            for role, units in roles
            for unit in units
        ],
    }


def _record_json(record: Record) -> Json:
    return {
        "state": record.state.value if record.state else None,
        "percent": _plain(record.percent),
        "result": record.result,
        "evidence": record.evidence,
        "difficulty": record.difficulty,
        "done_on": record.done_on.isoformat() if record.done_on else None,
        "reason": record.reason,
        "note": record.note,
    }


def _plain(number: float | None) -> float | None:
    """Return a whole number without its ".0"."""
    return int(number) if number is not None and number == int(number) else number
