"""Titles of dialogs: the act and the plan it is done to."""

from __future__ import annotations

from tthc_desktop.domain.plan import Plan, PlanSummary
from ui.session.wording import plan_name


def title_of(act: str, plan: Plan | PlanSummary) -> str:
    """Return act and plan in one line: "Ban hành kế hoạch kiểm soát TTHC năm 2026"."""
    name = plan_name(plan)
    return f"{act} {name[:1].lower()}{name[1:]}"
