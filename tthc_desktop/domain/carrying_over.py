"""Carrying a plan over to another year: the same plan, moved, open and not begun."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from tthc_desktop.domain.plan import Annex, PartialDate, Plan, PlanState
from tthc_desktop.domain.plan_rewriting import Rewriting
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.timing import unread_schedule
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.domain.year_shift import YearShift

# The note under an annex's title names the plan itself: its number and day are open again.
_NOTED_NUMBER = re.compile(r"(\bsố)\s*:?\s*\d*\s*(?=/)", re.IGNORECASE)
_NOTED_DAY = re.compile(
    r"\bngày\s*\d{0,2}\s*(?:/\s*\d{0,2}\s*/\s*|tháng\s*\d{0,2}\s*năm\s*)(?=\d{4}\b)", re.IGNORECASE
)


def carried_plan(plan: Plan, year: int) -> Plan:
    """Return *plan* as the draft of *year*, with new ids; a task's `previous` is its old one.

    The plan's year moves everywhere but inside citations, periods and timings move with it;
    number, day and month are blank; what was recorded and reached stays behind.
    """
    shift = YearShift(plan.year, year)
    moved = Rewriting(
        text=shift.text_changes,
        timing=partial(shift.text_changes, timing=True),
        schedule=shift.schedule,
        task=partial(_begun_anew, year=plan.year),
    ).plan(replace(plan, annexes=tuple(with_open_note(one) for one in plan.annexes)))
    return replace(
        moved, year=year, state=PlanState.DRAFT, number=None, date=PartialDate(year=year)
    )


def with_open_note(annex: Annex) -> Annex:
    """Return *annex* with the plan's number and day in its note left open."""
    note = _NOTED_NUMBER.sub(r"\1 ", annex.attached_to)
    return replace(annex, attached_to=_NOTED_DAY.sub("ngày tháng năm ", note))


def _begun_anew(task: Task, year: int) -> Task:
    """Return *task* as next year's begins; words that nobody had read are read first."""
    target = replace(task.target, actual=None) if task.target else None
    schedule = task.schedule
    if schedule == unread_schedule(task.timing):
        schedule = read_timing(task.timing, year, task.content)
    return replace(task, previous=task.id, target=target, schedule=schedule)
