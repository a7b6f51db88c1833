"""What a plan prints: as it is now, or, once it is issued, as it was issued."""

from __future__ import annotations

from tthc_desktop import NAME
from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.ports import UnitsOfWork
from ui.session.wording import plan_name


def printed(units: UnitsOfWork, progress: PlanProgress) -> DocumentLayout:
    """Return the pages of the plan that *progress* holds; for the worker."""
    from tthc_desktop.document.plan_layout import lay_out_plan
    from tthc_desktop.use_cases.plan_export import ISSUED_STATES, printed_layout

    if progress.plan.state in ISSUED_STATES:
        return printed_layout(units, progress.plan.id)
    return lay_out_plan(progress.plan, progress.directory)


def window_title(plan: Plan) -> str:
    """Return the window's title while the pages of *plan* are shown."""
    return " – ".join(("Xem trang in", plan_name(plan), NAME))
