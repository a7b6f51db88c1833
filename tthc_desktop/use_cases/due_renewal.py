"""Occurrences by what counts for the office: of a new plan, and of all our open plans anew."""

from __future__ import annotations

from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.use_cases.occurrences import apply_renewal, first_occurrences, renew
from tthc_desktop.use_cases.opening import plan_progress
from tthc_desktop.use_cases.report_calendar import office_report_calendar
from tthc_desktop.use_cases.working_days import office_working_days

_LEFT_ALONE = (PlanState.CLOSED, PlanState.REFERENCE)


def add_first_occurrences(work: UnitOfWork, plan: Plan) -> None:
    """Write the occurrences of a new plan, by the office's working days and report calendar."""
    days, calendar = office_working_days(work), office_report_calendar(work)
    work.progress.add(first_occurrences(plan, days, calendar))


def renew_all(work: UnitOfWork) -> int:
    """Make the occurrences anew by what counts for the office now; return how many moved."""
    moved = 0
    for summary in work.plans.summaries():
        if summary.state in _LEFT_ALONE:
            continue
        opened = plan_progress(work, summary.id)
        for row in opened.leaves():
            present = opened.of_task(row.task)
            renewal = renew(
                row.task,
                present,
                opened.plan.year,
                opened.working_days,
                opened.report_calendar,
            )
            apply_renewal(work.progress, renewal)
            moved += len(renewal.changed)
    return moved
