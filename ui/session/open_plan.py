"""Everything the pages show of the chosen plan, worked out away from the main thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.ports import UnitsOfWork
from ui.reports.progress_figures import Figures, plan_figures
from ui.tasks.task_filter import TextKeys, answering_units
from ui.tasks.task_rows import TaskRow, task_rows


@dataclass(frozen=True)
class OpenPlan:
    """A plan as laid out, as rows of tasks and as figures."""

    progress: PlanProgress
    layout: DocumentLayout
    rows: tuple[TaskRow, ...]
    figures: Figures
    text_keys: TextKeys
    units: tuple[tuple[str, str], ...]
    today: date

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.progress.plan


def load_plan(units: UnitsOfWork, plan_id: str, today: date) -> OpenPlan:
    """Read a plan and work out what the pages show; for a worker."""
    from tthc_desktop.use_cases.opening import open_plan

    return prepare_plan(open_plan(units, plan_id), today)


def prepare_plan(progress: PlanProgress, today: date) -> OpenPlan:
    """Work out what the pages show of a plan that is read."""
    from tthc_desktop.document.plan_layout import lay_out_plan

    rows = task_rows(progress, today)
    return OpenPlan(
        progress,
        lay_out_plan(progress.plan, progress.directory),
        rows,
        plan_figures(progress, today),
        TextKeys(rows),
        answering_units(progress),
        today,
    )
