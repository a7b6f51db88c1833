"""Units that a file names, met again in the directory as it is when the plan is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tthc_desktop.domain.office import Directory, Respondent
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.errors import Refused

Respondents = tuple[Respondent, ...]


def with_known_respondents(
    plan: Plan, newcomers: Respondents, directory: Directory
) -> tuple[Plan, Respondents]:
    """Return *plan* with ids of *directory*, and the newcomers that it still does not know.

    Between reading and accepting the office may have added a unit of the same name. Raises
    Refused where a unit that the plan names was taken out meanwhile.
    """
    met = {one.id: found.id for one in newcomers if (found := directory.find(one.name))}
    added = tuple(one for one in newcomers if one.id not in met)
    known = {one.id for one in (*directory.respondents, *added)}
    named = {
        met.get(one, one)
        for row in plan.numbered_tasks()
        for one in (*row.task.lead_ids, *row.task.coordinating_ids)
    }
    if not named <= known:
        message = (
            "Danh sách đơn vị đã thay đổi từ khi đọc tệp. Hãy nhập lại tệp. Chưa nhập kế hoạch."
        )
        raise Refused(message)
    return (_renamed(plan, met) if met else plan), added


def _renamed(plan: Plan, met: Mapping[str, str]) -> Plan:
    annexes = tuple(
        replace(one, tasks=tuple(_task(task, met) for task in one.tasks)) for one in plan.annexes
    )
    return replace(plan, annexes=annexes)


def _task(task: Task, met: Mapping[str, str]) -> Task:
    return replace(
        task,
        lead=_assignments(task.lead, met),
        coordinating=_assignments(task.coordinating, met),
        children=tuple(_task(one, met) for one in task.children),
    )


def _assignments(them: tuple[Assignment, ...], met: Mapping[str, str]) -> tuple[Assignment, ...]:
    return tuple(
        replace(one, respondent_id=met.get(one.respondent_id, one.respondent_id)) for one in them
    )
