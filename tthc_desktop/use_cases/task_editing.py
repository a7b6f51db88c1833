"""Changing one task: its words, who does it, when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task import Assignment, NumberedTask, Task
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.domain.timing import clause_as_json
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.occurrences import apply_renewal, renew
from tthc_desktop.use_cases.opening import find_plan_id, find_task, find_unit, plan_progress
from tthc_desktop.use_cases.timing import with_content_read, with_words
from tthc_desktop.vietnamese_text import clean_line, clean_text

EDITABLE = ("content", "timing", "lead", "coordinating")


@dataclass(frozen=True, slots=True)
class EditedTask:
    """The task after the change, the plan around it, and what a person should know."""

    opened: PlanProgress
    row: NumberedTask
    warnings: tuple[str, ...]


def set_task(
    units: UnitsOfWork,
    plan_id: str | None,
    number: str,
    changes: Mapping[str, str],
    *,
    reason: str = "",
    document: str = "",
) -> EditedTask:
    """Change the values of one task; on an issued plan this is a điều chỉnh.

    *changes* has keys of `EDITABLE`; units are separated by ";". Without *reason* a điều
    chỉnh is done with a warning. Raises WrongCall for another key, Refused for an unknown
    task or unit, empty content, or a plan that is read-only.
    """
    _check_keys(changes)
    with units.writing() as work:
        opened = plan_progress(work, find_plan_id(work, plan_id))
        _refuse_read_only(opened.plan)
        row = find_task(opened.plan, number)
        changed = _changed(row.task, changes, opened)
        _write(work, opened, changed)
        work.commit(_act(opened, row, changed, reason, document))
        after = plan_progress(work, opened.plan.id)
    warnings: tuple[str, ...] = ()
    if opened.plan.state is PlanState.ISSUED and not reason:
        warnings = ("Kế hoạch đã ban hành: đã ghi là điều chỉnh nhưng chưa có lý do.",)
    return EditedTask(after, find_task(after.plan, row.task.id), warnings)


def _check_keys(changes: Mapping[str, str]) -> None:
    unknown = [key for key in changes if key not in EDITABLE]
    if unknown:
        message = f"Không có mục “{unknown[0]}”. Các mục sửa được: {', '.join(EDITABLE)}."
        raise WrongCall(message)
    if not changes:
        message = 'Chưa nói sửa gì. Viết KEY=VALUE, ví dụ timing="Quý II".'
        raise WrongCall(message)


def _refuse_read_only(plan: Plan) -> None:
    if plan.state in (PlanState.REFERENCE, PlanState.CLOSED):
        message = "Kế hoạch này chỉ để đọc, không sửa được. Chưa thay đổi gì."
        raise Refused(message)


def _changed(task: Task, changes: Mapping[str, str], opened: PlanProgress) -> Task:
    values: dict[str, Any] = {}
    if "content" in changes:
        content = clean_line(changes["content"])
        if not content:
            message = "Nội dung nhiệm vụ không được để trống. Chưa thay đổi gì."
            raise Refused(message)
        values["runs"] = plain_runs(content)
    for key in ("lead", "coordinating"):
        if key in changes:
            values[key] = _assignments(changes[key], opened.directory)
    changed = replace(task, **values)
    timing = clean_line(changes.get("timing", task.timing))
    if timing != task.timing:
        return with_words(changed, timing, opened.plan.year)
    return with_content_read(task, changed, opened.plan.year)


def _assignments(cell: str, directory: Directory) -> tuple[Assignment, ...]:
    found = [find_unit(directory, name).id for name in directory.split_names(clean_text(cell))]
    return tuple(Assignment(respondent_id) for respondent_id in dict.fromkeys(found))


def _write(work: UnitOfWork, opened: PlanProgress, changed: Task) -> None:
    work.plans.set_task(changed)
    present = opened.occurrences.get(changed.id, ())
    renewal = renew(changed, present, opened.plan.year, opened.working_days, opened.report_calendar)
    apply_renewal(work.progress, renewal)


def _act(opened: PlanProgress, row: NumberedTask, changed: Task, reason: str, document: str) -> Act:
    issued = opened.plan.state is PlanState.ISSUED
    return Act(
        words=f"{'Điều chỉnh' if issued else 'Sửa'} nhiệm vụ {row.number}",
        subject="task",
        subject_id=changed.id,
        plan_id=opened.plan.id,
        before=_values(row.task),
        after=_values(changed),
        reason=clean_line(reason),
        document=clean_line(document),
    )


def _values(task: Task) -> dict[str, Any]:
    return {
        "content": task.content,
        "timing": task.timing,
        "schedule": [clause_as_json(clause) for clause in task.schedule.clauses],
        "lead": list(task.lead_ids),
        "coordinating": list(task.coordinating_ids),
    }
