"""Occurrences of all our open plans made anew, where the working days changed."""

from __future__ import annotations

from tthc_desktop.domain.plan import PlanState
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.use_cases.occurrences import apply_renewal, renew
from tthc_desktop.use_cases.opening import plan_progress

_LEFT_ALONE = (PlanState.CLOSED, PlanState.REFERENCE)


def renew_all(work: UnitOfWork) -> int:
    """Make the occurrences anew by the present working days; return how many moved."""
    moved = 0
    for summary in work.plans.summaries():
        if summary.state in _LEFT_ALONE:
            continue
        opened = plan_progress(work, summary.id)
        for row in opened.leaves():
            present = opened.of_task(row.task)
            renewal = renew(row.task, present, opened.plan.year, opened.working_days)
            apply_renewal(work.progress, renewal)
            moved += len(renewal.changed)
    return moved
