"""What another plan of ours offers for the task that follows it: never written by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.periods import parse_period
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import LEFT_OUT, Occurrence, Record, State
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_sources import TaskSource, asks_to_make_a_plan
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.use_cases.opening import plan_progress
from tthc_desktop.use_cases.source_closing import WHOLE, is_open


@dataclass(frozen=True, slots=True)
class PlanOffer:
    """What the state of another plan says of a task: the occurrence, and the record offered."""

    task_id: str
    occurrence: Occurrence
    record: Record


def plan_offer(
    work: UnitOfWork, opened: PlanProgress, source: TaskSource, today: date
) -> PlanOffer | None:
    """Return what the plan that a task follows offers for it now; None where that is nothing."""
    row = next((one for one in opened.leaves() if one.task.id == source.task_id), None)
    if row is None or all(one.id != source.reference for one in work.plans.summaries()):
        return None
    occurrence = _open_occurrence(opened, row.task, today)
    if occurrence is None:
        return None
    other = plan_progress(work, source.reference)
    offered = _made(work, other) if asks_to_make_a_plan(row.task.content) else _share(other, today)
    shown = opened.record(row.task, occurrence)
    same = (shown.state, shown.percent, shown.result)
    if offered is None or same == (offered.state, offered.percent, offered.result):
        return None
    return PlanOffer(row.task.id, occurrence, offered)


def _open_occurrence(opened: PlanProgress, task: Task, today: date) -> Occurrence | None:
    """Return the period that runs now; a task of one period: that one, whatever the day."""
    open_ones = [one for one in opened.of_task(task) if is_open(opened.record(task, one))]
    for one in open_ones:
        period = parse_period(one.period)
        if period is None or period.start <= today <= period.end:
            return one
    return None


def _made(work: UnitOfWork, other: PlanProgress) -> Record | None:
    """Return what the issue of the plan says of the task to make it; None before its issue."""
    version = work.plans.last_version(other.plan.id)
    if version is None:
        return None
    number = version.number
    full = number if "/" in number else f"{number}/{other.plan.symbol}"
    words = f"Kế hoạch số {full} ngày {version.issued_on:%d/%m/%Y}"
    return Record(State.DONE, WHOLE, f"Đã ban hành {words}", words, done_on=version.issued_on)


def _share(other: PlanProgress, today: date) -> Record | None:
    """Return how much of another plan is done: tasks whose periods all are, of those that count."""
    counted = done = 0
    days: list[date] = []
    for row in other.leaves():
        records = [other.record(row.task, one) for one in other.of_task(row.task)]
        records = [one for one in records if one.state not in LEFT_OUT]
        if records:
            counted += 1
            done += all(one.state is State.DONE for one in records)
            days += [one.done_on for one in records if one.done_on]
    if not counted:
        return None
    told = f"Đã thực hiện {done}/{counted} nhiệm vụ của Kế hoạch truyền thông"
    if done == counted:
        return Record(State.DONE, WHOLE, told, done_on=max(days, default=today))
    state = State.IN_PROGRESS if days else State.NOT_STARTED
    return Record(state, round(done / counted * WHOLE), told)
