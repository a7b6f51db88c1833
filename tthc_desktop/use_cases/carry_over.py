"""Carrying a plan over to another year, with the list of what a person must look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.carry_review import CarryReview, ReviewItem
from tthc_desktop.domain.carrying_over import carried_plan
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.obsolete_names import (
    NameFinder,
    former_names,
    no_longer_borne,
)
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.due_renewal import add_first_occurrences
from tthc_desktop.use_cases.legal_register import register_in, shipped_obsolete_names
from tthc_desktop.use_cases.opening import find_plan_id, plan_progress
from tthc_desktop.use_cases.plan_year import checked_year
from tthc_desktop.use_cases.working_days import office_working_days


@dataclass(frozen=True, slots=True)
class CarriedPlan:
    """The new plan's id and what must be looked at, in the order of the work."""

    plan_id: str
    to_review: tuple[ReviewItem, ...]


def carry_over(units: UnitsOfWork, plan_id: str | None, year: int, *, today: date) -> CarriedPlan:
    """Make the draft of *year* from the present content of a plan, which stays as it is.

    Unfinished tasks are told as of *today*. Raises Refused for an unknown plan, another
    agency's plan, the plan's own year or one that is no year.
    """
    year = checked_year(year)
    with units.writing() as work:
        before = plan_progress(work, find_plan_id(work, plan_id))
        _refuse(before.plan, year)
        after = carried_plan(before.plan, year)
        work.plans.add(after)
        working_days = office_working_days(work)
        add_first_occurrences(work, after)
        review = CarryReview(
            before,
            after,
            register_in(work),
            _names(work, after),
            working_days,
            today,
        )
        items = review.items()
        work.commit(_act(before.plan, after, len(items)))
    return CarriedPlan(after.id, items)


def _refuse(plan: Plan, year: int) -> None:
    if plan.state is PlanState.REFERENCE:
        message = "Kế hoạch của cơ quan khác chỉ để đối chiếu, không chuyển năm được. Chưa tạo gì."
        raise Refused(message)
    if plan.year == year:
        message = f"Kế hoạch này đã là của năm {year}. Hãy chọn năm khác. Chưa tạo gì."
        raise Refused(message)


def _names(work: UnitOfWork, plan: Plan) -> NameFinder:
    office, directory = work.office.office(), work.office.directory()
    general = no_longer_borne(shipped_obsolete_names(), plan.agency or office.agency)
    present = (office.agency, *(one.name for one in directory.respondents))
    names = (*former_names(office, directory), *general)
    return NameFinder(names, date(plan.year, 1, 1), present)


def _act(before: Plan, after: Plan, to_review: int) -> Act:
    return Act(
        words=f"Chuyển kế hoạch sang năm {after.year}",
        subject="plan",
        subject_id=after.id,
        plan_id=after.id,
        before={"plan": before.id, "title": before.title},
        after={"title": after.title, "to_review": to_review},
    )
