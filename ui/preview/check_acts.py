"""The check before printing, in the worker: told, and never a barrier."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.plan import Plan
from tthc_desktop.ports import UnitsOfWork
from ui.preview.check_list import CheckList
from ui.preview.checks import CHECKING, checks_of
from ui.session.background import Background, Job, Trouble

CheckPlan = Callable[[UnitsOfWork, str], Sequence[Finding]]


def check_plan(units: UnitsOfWork, plan_id: str) -> Sequence[Finding]:
    """Return the findings of `plan check`; for the worker, since it reads a Word file."""
    from tthc_desktop.use_cases import plan_check

    return plan_check.check_plan(units, plan_id)


def begin_check(
    background: Background, check: CheckPlan, units: UnitsOfWork, plan: Plan, told: CheckList
) -> None:
    """Tell by *told* what *check* finds in *plan*, or that nothing could be checked."""
    told.show_checks(CHECKING)

    def done(findings: Sequence[Finding]) -> None:
        told.show_checks(checks_of(plan, findings))

    def failed(_: Trouble) -> None:
        told.show_checks(checks_of(plan, None))

    background.start(Job("", lambda: check(units, plan.id), done, failed))
