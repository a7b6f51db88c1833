"""Closing an issued plan at the end of its year: from then on it is only read."""

from __future__ import annotations

from dataclasses import replace

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.opening import find_plan_id

_WHY_NOT = {
    PlanState.CLOSED: "Kế hoạch đã đóng rồi. Chưa thay đổi gì.",
    PlanState.REFERENCE: (
        "Kế hoạch của cơ quan khác chỉ để đối chiếu, không đóng. Chưa thay đổi gì."
    ),
}
_NOT_ISSUED = "Kế hoạch chưa ban hành nên chưa đóng được. Hãy ban hành trước. Chưa thay đổi gì."


def close_plan(units: UnitsOfWork, plan_id: str | None) -> Plan:
    """Close an issued plan and return it; its number, its versions and its results stay.

    Raises Refused for a plan that is not issued.
    """
    with units.writing() as work:
        plan = work.plans.get(find_plan_id(work, plan_id))
        if plan.state is not PlanState.ISSUED:
            raise Refused(_WHY_NOT.get(plan.state, _NOT_ISSUED))
        closed = replace(plan, state=PlanState.CLOSED)
        work.plans.write_head(closed)
        work.commit(
            Act(
                words=f"Đóng kế hoạch số {plan.number}/{plan.symbol}",
                subject="plan",
                subject_id=plan.id,
                plan_id=plan.id,
                before={"state": plan.state.value},
                after={"state": closed.state.value},
            )
        )
    return closed
