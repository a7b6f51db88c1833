"""What closes a period of a task by itself: a report, the index 766, another plan of ours.

A task is proposed to be linked by its words; it is linked only once a person says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.domain.plan import Plan, PlanKind, PlanState, PlanSummary
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.domain.task import NumberedTask, Task
from tthc_desktop.domain.timing import RecurringClause
from tthc_desktop.vietnamese_text import fold


class SourceKind(StrEnum):
    """What is followed: the reports of a kind, the index 766, a plan of ours."""

    REPORT = "report"
    INDEX = "index"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class TaskSource:
    """A task and what it follows. `reference`: a kind of report, a plan's id, "" for the index."""

    task_id: str
    kind: SourceKind
    reference: str = ""


@dataclass(frozen=True, slots=True)
class SourceProposal:
    """A task whose words name a source that it does not follow yet."""

    row: NumberedTask
    source: TaskSource


_REPORTS = re.compile(r"^(bao cao|tong hop|xay dung bao cao|thuc hien che do bao cao)\b")
_OF_CONTROL = re.compile(r"\bkiem soat (tthc|thu tuc hanh chinh)\b")
_INDEX = re.compile(r"\bbo chi so\b")
_OF_COMMUNICATION = re.compile(r"\bke hoach truyen thong\b|^cong tac truyen thong\b")
_TO_MAKE = re.compile(r"\b(xay dung|ban hanh)\b.*\bke hoach truyen thong\b")
_TO_DO = re.compile(r"\b(trien khai|to chuc thuc hien|thuc hien) (cac )?ke hoach truyen thong\b")


def propose_sources(
    plan: Plan, linked: tuple[TaskSource, ...], plans: tuple[PlanSummary, ...]
) -> tuple[SourceProposal, ...]:
    """Return what tasks of *plan* may follow; *plans* are all plans there are.

    A task that follows something already is left alone.
    """
    known = {one.task_id for one in linked}
    return tuple(
        SourceProposal(row, source)
        for row in plan.numbered_tasks()
        if not row.task.is_group and row.task.id not in known
        for source in _proposed(plan, row.task, plans)
    )


def asks_to_make_a_plan(content: str) -> bool:
    """Whether a task is done once the plan it names is issued, rather than carried out."""
    words = fold(content)
    return bool(_TO_MAKE.search(words)) and not _TO_DO.search(words)


def communication_plan(
    year: int, plans: tuple[PlanSummary, ...], but: str = ""
) -> PlanSummary | None:
    """Return our communication plan of *year*, an issued one first; None without one."""
    ours = [
        one
        for one in plans
        if one.kind is PlanKind.COMMUNICATION
        and one.year == year
        and one.state is not PlanState.REFERENCE
        and one.id != but
    ]
    return next(iter(sorted(ours, key=lambda one: one.state is not PlanState.ISSUED)), None)


def _proposed(plan: Plan, task: Task, plans: tuple[PlanSummary, ...]) -> Iterator[TaskSource]:
    words = fold(task.content)
    if _recurs(task) and _INDEX.search(words) and "766" in words:
        yield TaskSource(task.id, SourceKind.INDEX)
    elif _recurs(task) and _REPORTS.search(words) and "bao cao" in words:
        if _OF_CONTROL.search(words):
            yield TaskSource(task.id, SourceKind.REPORT, ReportKind.CONTROL.value)
        elif "truyen thong" in words:
            yield TaskSource(task.id, SourceKind.REPORT, ReportKind.COMMUNICATION.value)
    elif plan.kind is PlanKind.CONTROL and _OF_COMMUNICATION.search(words):
        other = communication_plan(plan.year, plans, plan.id)
        if other is not None:
            yield TaskSource(task.id, SourceKind.PLAN, other.id)


def _recurs(task: Task) -> bool:
    return any(isinstance(one, RecurringClause) for one in task.schedule.clauses)
