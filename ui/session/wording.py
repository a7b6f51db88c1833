"""Words that more than one screen shows."""

from __future__ import annotations

from tthc_desktop.domain.plan import Plan, PlanKind, PlanState, PlanSummary

KIND_WORDS = {
    PlanKind.CONTROL: "Kiểm soát TTHC",
    PlanKind.COMMUNICATION: "Truyền thông",
    PlanKind.OTHER: "Kế hoạch khác",
}
STATE_WORDS = {
    PlanState.DRAFT: "Dự thảo",
    PlanState.SUBMITTED: "Đang trình ký",
    PlanState.ISSUED: "Đã ban hành",
    PlanState.CLOSED: "Đã đóng",
    PlanState.REFERENCE: "Để đối chiếu",
}


def plan_name(plan: Plan | PlanSummary) -> str:
    """Return the short name of a plan: "Kế hoạch kiểm soát TTHC năm 2026"."""
    names = {
        PlanKind.CONTROL: "Kế hoạch kiểm soát TTHC",
        PlanKind.COMMUNICATION: "Kế hoạch truyền thông",
        PlanKind.OTHER: "Kế hoạch",
    }
    return f"{names[plan.kind]} năm {plan.year}"


def document_number(plan: Plan | PlanSummary) -> str:
    """Return number and symbol of an issued plan ("05/KH-SDTTG"), else nothing."""
    return f"{plan.number}/{plan.symbol}" if plan.number and plan.symbol else plan.number or ""


def state_and_number(plan: Plan | PlanSummary) -> str:
    """Return the second line of a plan in lists: its state and, once issued, its number."""
    return " · ".join(filter(None, (STATE_WORDS[plan.state], document_number(plan))))
