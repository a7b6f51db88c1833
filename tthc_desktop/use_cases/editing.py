"""Writing an edit: one transaction, one journal row; and the open plan after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from tthc_desktop.domain.adjustment import NO_ADJUSTMENT, Adjustment
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record
from tthc_desktop.domain.target_words import target_words
from tthc_desktop.domain.task_edit import TaskChange, TaskEdit, TaskSnapshot
from tthc_desktop.domain.task_rebuilding import with_changes
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork


def apply_edit(
    units: UnitsOfWork,
    progress: PlanProgress,
    edit: TaskEdit,
    *,
    undoing: bool = False,
    adjustment: Adjustment = NO_ADJUSTMENT,
) -> PlanProgress:
    """Write *edit* and return the open plan as it stands then.

    *progress* is the plan as it was opened and edited so far; *adjustment* says why an issued
    plan is changed. Raises Refused for a plan that is read-only, StorageTrouble where it
    cannot be written; then nothing is changed.
    """
    if progress.plan.state in (PlanState.REFERENCE, PlanState.CLOSED):
        message = "Kế hoạch này chỉ để đọc, không sửa được. Chưa thay đổi gì."
        raise Refused(message)
    if edit.is_empty:
        return progress
    after = edited(progress, edit)
    with units.writing() as work:
        if edit.newcomers:
            known = work.office.directory().respondents
            work.office.set_respondents((*known, *edit.newcomers))
        work.plans.write_tasks(edit.plan_id, edit.changes)
        work.progress.write_occurrences(edit.changes)
        _link_again(work, progress, edit)
        for file in edit.dropped_files:
            work.attachments.remove(file.attachment.id)
        for file in edit.files:
            work.attachments.add(file.attachment, file.content)
        if edit.leavers:
            work.office.remove_respondents(one.id for one in edit.leavers)
        work.commit(_act(edit, adjustment, undoing=undoing))
    return after


def _link_again(work: UnitOfWork, progress: PlanProgress, edit: TaskEdit) -> None:
    """Let a task that comes back follow what it followed: its links went with its row."""
    come = {one.task_id for one in edit.changes if one.before is None}
    for link in progress.sources:
        if link.task_id in come:
            work.sources.put(link)


def edited(progress: PlanProgress, edit: TaskEdit) -> PlanProgress:
    """Return the plan with *edit* done to it, without writing."""
    occurrences = dict(progress.occurrences)
    for one in edit.changes:
        if one.after is None:
            occurrences.pop(one.task_id, None)
        else:
            occurrences[one.task_id] = one.after.occurrences
    directory = progress.directory
    if edit.leavers or edit.newcomers:
        leaving = {one.id for one in edit.leavers}
        staying = (one for one in directory.respondents if one.id not in leaving)
        directory = Directory((*staying, *edit.newcomers))
    plan = with_changes(progress.plan, edit.changes)
    return replace(progress, plan=plan, directory=directory, occurrences=occurrences)


def _act(edit: TaskEdit, adjustment: Adjustment, *, undoing: bool) -> Act:
    words = f"{'Hoàn tác: ' if undoing else ''}{edit.words}"
    return Act(
        words=words[0].upper() + words[1:],
        subject="tasks",
        subject_id=edit.changes[0].task_id if edit.changes else edit.plan_id,
        plan_id=edit.plan_id,
        before={one.task_id: _values(one, one.before) for one in edit.changes},
        after={one.task_id: _values(one, one.after) for one in edit.changes},
        reason=adjustment.reason,
        document=adjustment.document,
    )


def _values(change: TaskChange, snapshot: TaskSnapshot | None) -> dict[str, Any] | None:
    """Return what the journal keeps of a task; of one that only moved, its place."""
    if snapshot is None:
        return None
    task, place = snapshot.task, snapshot.place
    where = {"place": [place.annex_id, place.parent_id, place.position]}
    if change.is_move:
        return where
    return {
        **where,
        "content": task.content,
        "timing": task.timing,
        "lead": list(task.lead_ids),
        "coordinating": list(task.coordinating_ids),
        "target": target_words(task.target) if task.target else "",
        "linked": [
            [one.period, one.due.isoformat() if one.due else None, one.source.words]
            for one in snapshot.occurrences
            if one.source is not None
        ],
        "recorded": [
            [one.period, unit, _recorded(record)]
            for one in snapshot.occurrences
            for unit, record in _records(one)
        ],
        "evidence": [
            [one.period, piece.respondent_id, piece.words]
            for one in snapshot.occurrences
            for piece in one.evidence
        ],
        "answers": [
            [one.period, answer.respondent_id, answer.answer]
            for one in snapshot.occurrences
            for answer in one.answers
        ],
    }


def _records(occurrence: Occurrence) -> Iterator[tuple[str | None, Record]]:
    """Yield what the units recorded, then the Văn phòng's own closing under None."""
    yield from ((one.respondent_id, one.record) for one in occurrence.units)
    if occurrence.closing is not None:
        yield None, occurrence.closing


def _recorded(record: Record) -> dict[str, Any]:
    values = {one.name: getattr(record, one.name) for one in fields(record)}
    values["done_on"] = record.done_on.isoformat() if record.done_on else None
    return {name: value for name, value in values.items() if value not in (None, "")}
