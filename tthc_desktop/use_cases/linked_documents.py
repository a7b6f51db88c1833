"""A document that was waited for, a case that came up: they date what the plan's words cannot.

Each act gives an edit, which `apply_edit` writes with one transaction and one journal row.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tthc_desktop.domain import task_tree
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.occurrences import planned_until, single_period
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import DueSource, Occurrence, Record, State
from tthc_desktop.domain.relative_days import relative_due
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskEdit, edit_between
from tthc_desktop.domain.timing import RelativeClause
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.working_days import shipped_working_days
from tthc_desktop.vietnamese_text import clean_line


def link_document(
    progress: PlanProgress, occurrence: Occurrence, document: DueSource, due: date | None
) -> TaskEdit:
    """Date an occurrence by the document that came.

    Without *due* it stays open-ended and waits no more; words such as "trong 05 ngày làm việc
    kể từ …" then count from the document's date. Raises Refused where the plan's own words
    date the occurrence, or where neither number nor text is given.
    """
    task = _task(progress, occurrence.task_id)
    _refuse_unnamed(document)
    if occurrence.due is not None and occurrence.source is None:
        message = (
            "Kỳ này đã có hạn theo kế hoạch, không gắn văn bản để định hạn. Hãy sửa thời gian "
            "của nhiệm vụ, hoặc thêm một vụ việc. Chưa thay đổi gì."
        )
        raise Refused(message)
    changed = _dated(progress, task, occurrence, document, due)
    present = progress.occurrences[task.id]
    after = tuple(changed if one.id == occurrence.id else one for one in present)
    return _edit("gắn văn bản", progress, task, after)


def unlink_document(progress: PlanProgress, occurrence: Occurrence) -> TaskEdit:
    """Take a document or case away again; what was recorded for it stays."""
    task = _task(progress, occurrence.task_id)
    bare = replace(occurrence, source=None, due=None, overdue_from=None)
    present = progress.occurrences[task.id]
    is_case = occurrence.source is not None and occurrence.source.kind == "case"
    if is_case and not bare.is_recorded and len(present) > 1:
        after = tuple(one for one in present if one.id != occurrence.id)
    else:
        after = tuple(bare if one.id == occurrence.id else one for one in present)
    return _edit("bỏ văn bản đã gắn", progress, task, after)


def add_case(progress: PlanProgress, task_id: str, case: DueSource, due: date | None) -> TaskEdit:
    """Add a case ("khi phát sinh") to a task: an occurrence of its own with its own day.

    The first one takes the place of the occurrence that waits without a day. Raises Refused
    for a group, or where neither number nor text is given.
    """
    task = _task(progress, task_id)
    _refuse_unnamed(case)
    present = progress.of_task(task)
    first = next((one for one in present if one.period == single_period(1)), None)
    if first is not None and first.due is None and not _awake(first).is_recorded:
        changed = _dated(progress, task, first, case, due)
        after = tuple(changed if one.id == changed.id else one for one in present)
    else:
        added = Occurrence(new_id(), task.id, _free_period(present))
        after = (*present, _dated(progress, task, added, case, due))
    return _edit("thêm vụ việc", progress, task, after)


def _task(progress: PlanProgress, task_id: str) -> Task:
    task = task_tree.tasks_of(progress.plan, [task_id])[task_id]
    if task.is_group:
        message = "Dòng này là nhóm việc, không có kỳ. Hãy chọn một nhiệm vụ. Chưa thay đổi gì."
        raise Refused(message)
    return task


def _refuse_unnamed(source: DueSource) -> None:
    if not clean_line(source.number) and not clean_line(source.text):
        message = "Hãy ghi số văn bản hoặc nội dung vụ việc. Chưa thay đổi gì."
        raise Refused(message)


def _free_period(present: tuple[Occurrence, ...]) -> str:
    used = {one.period for one in present}
    number = 1
    while single_period(number) in used:
        number += 1
    return single_period(number)


def _dated(
    progress: PlanProgress, task: Task, occurrence: Occurrence, source: DueSource, due: date | None
) -> Occurrence:
    due = due or _counted(progress, task, source)
    occurrence = _awake(occurrence)
    clean = replace(source, number=clean_line(source.number), text=clean_line(source.text))
    if due is None:
        return replace(occurrence, source=clean, due=None, overdue_from=None)
    planned = planned_until(occurrence.period, due)
    return replace(occurrence, source=clean, due=planned.due, overdue_from=planned.overdue_from)


def _awake(occurrence: Occurrence) -> Occurrence:
    """Return the occurrence without what units said only to say that they wait."""
    units = tuple(replace(one, record=_no_waiting(one.record)) for one in occurrence.units)
    closing = _no_waiting(occurrence.closing) if occurrence.closing else None
    return replace(
        occurrence,
        units=tuple(one for one in units if one.record != Record()),
        closing=None if closing == Record() else closing,
    )


def _no_waiting(record: Record) -> Record:
    waits = record.state is State.WAITING_DOCUMENT
    return replace(record, state=None) if waits else record


def _counted(progress: PlanProgress, task: Task, source: DueSource) -> date | None:
    """Return the day that the task's words count from the event, None where they do not."""
    for clause in task.schedule.clauses:
        if isinstance(clause, RelativeClause) and source.day is not None:
            days = progress.working_days or shipped_working_days()
            return relative_due(clause, source.day, days)
    return None


def _edit(
    words: str, before: PlanProgress, task: Task, occurrences: tuple[Occurrence, ...]
) -> TaskEdit:
    after = replace(before, occurrences={**before.occurrences, task.id: occurrences})
    return edit_between(words, before, after)
