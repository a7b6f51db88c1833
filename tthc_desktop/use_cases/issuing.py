"""Issuing a plan: number and day are given, and the printed version is frozen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from tthc_desktop.domain.date_words import long_date
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Annex, PartialDate, Plan, PlanState, PlanVersion
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.opening import find_plan_id
from tthc_desktop.vietnamese_text import clean_line

_NUMBER = re.compile(r"\d{1,6}")
# "số /KH-…" and "ngày /01/2026", "ngày tháng 01 năm 2026": what a draft's note leaves open.
_OPEN_NUMBER = re.compile(r"(\bsố)\s*(?=/)", re.IGNORECASE)
_OPEN_DAY = re.compile(
    r"\bngày\s*(?:/\s*\d{1,2}\s*/\s*\d{4}|tháng\s*\d{0,2}\s*năm(?:\s*\d{4})?)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class IssuedPlan:
    """The plan and the version that was frozen."""

    plan_id: str
    version: int


def issue_plan(units: UnitsOfWork, plan_id: str | None, number: str, on: date) -> IssuedPlan:
    """Issue a draft under *number* on the day *on* and freeze what is printed.

    A number below 10 gets its leading 0 (NĐ 30/2020, Phụ lục I.II.3). Raises Refused for a
    plan that is no draft, a number that is none, or one that another plan of that year bears.
    """
    number = _checked_number(number)
    with units.writing() as work:
        plan = work.plans.get(find_plan_id(work, plan_id))
        _refuse_issued(plan)
        _refuse_taken(work, plan, number, on)
        issued = _issued(plan, number, on)
        last = work.plans.last_version(plan.id)
        content = _with_names(issued, work.office.directory())
        version = PlanVersion(new_id(), last.version + 1 if last else 1, number, on, content)
        work.plans.write_head(issued)
        work.plans.write_text(plan, issued)
        work.plans.add_version(version)
        work.commit(_act(plan, issued, on))
    return IssuedPlan(plan.id, version.version)


def _checked_number(number: str) -> str:
    cleaned = clean_line(number)
    if not _NUMBER.fullmatch(cleaned) or int(cleaned) == 0:
        message = f"“{number}” không phải số văn bản. Viết như 05. Chưa ban hành."
        raise Refused(message)
    return cleaned.zfill(2)


def _refuse_issued(plan: Plan) -> None:
    if plan.state in (PlanState.ISSUED, PlanState.CLOSED):
        message = f"Kế hoạch đã ban hành số {plan.number}/{plan.symbol}. Chưa thay đổi gì."
        raise Refused(message)
    if plan.state is PlanState.REFERENCE:
        message = "Kế hoạch của cơ quan khác chỉ để đối chiếu, không ban hành. Chưa thay đổi gì."
        raise Refused(message)


def _refuse_taken(work: UnitOfWork, plan: Plan, number: str, on: date) -> None:
    """A number is given once in a year (NĐ 30/2020, Điều 15)."""
    for other in work.plans.summaries():
        ours = other.id != plan.id and other.state in (PlanState.ISSUED, PlanState.CLOSED)
        if not ours or other.symbol != plan.symbol or (other.number or "").zfill(2) != number:
            continue
        version = work.plans.last_version(other.id)
        if version and version.issued_on.year == on.year:
            message = (
                f"Số {number}/{plan.symbol} năm {on.year} đã cấp cho “{other.title}”. "
                "Hãy ghi số khác. Chưa ban hành."
            )
            raise Refused(message)


def _issued(plan: Plan, number: str, on: date) -> Plan:
    day = PartialDate(on.day, on.month, on.year)
    annexes = tuple(_note_filled(one, number, on) for one in plan.annexes)
    return replace(plan, state=PlanState.ISSUED, number=number, date=day, annexes=annexes)


def _note_filled(annex: Annex, number: str, on: date) -> Annex:
    """On paper the note below an annex's title is whole (NĐ 30/2020, Phụ lục I, III.1.c)."""
    note = _OPEN_NUMBER.sub(rf"\1 {number}", annex.attached_to)
    return replace(annex, attached_to=_OPEN_DAY.sub(f"ngày {long_date(on)}", note))


def _with_names(plan: Plan, directory: Directory) -> Plan:
    """Return the plan with the names its units bear now, so that none changes in print later."""
    annexes = tuple(
        replace(one, tasks=tuple(_named(task, directory) for task in one.tasks))
        for one in plan.annexes
    )
    return replace(plan, annexes=annexes)


def _named(task: Task, directory: Directory) -> Task:
    return replace(
        task,
        lead=tuple(_name(one, directory) for one in task.lead),
        coordinating=tuple(_name(one, directory) for one in task.coordinating),
        children=tuple(_named(one, directory) for one in task.children),
    )


def _name(one: Assignment, directory: Directory) -> Assignment:
    return one if one.words else replace(one, words=directory.get(one.respondent_id).name)


def _act(plan: Plan, issued: Plan, on: date) -> Act:
    return Act(
        words=f"Ban hành kế hoạch số {issued.number}/{issued.symbol} ngày {on:%d/%m/%Y}",
        subject="plan",
        subject_id=plan.id,
        plan_id=plan.id,
        before={"state": plan.state.value, "number": plan.number},
        after={"state": issued.state.value, "number": issued.number, "date": on.isoformat()},
    )
