"""Proposed tasks become follow-up tasks of the open plan, in one act that can be undone."""

from __future__ import annotations

from collections.abc import Iterable

from tthc_desktop.domain.follow_up import Proposal, propose_follow_up
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.domain.task_tree import TaskPlace
from tthc_desktop.use_cases.task_acts import Cells, insert_tasks


def proposals_for(progress: PlanProgress) -> tuple[Proposal, ...]:
    """Return what may be followed of the plan as it stands."""
    return propose_follow_up(progress.plan, progress.directory)


def add_follow_up(progress: PlanProgress, chosen: Iterable[Proposal]) -> TaskEdit:
    """Return the edit that puts the chosen proposals behind the tasks that are followed."""
    place = TaskPlace(None, None, len(progress.plan.follow_up))
    cells = [_cells(one) for one in chosen]
    return insert_tasks(progress, place, cells, f"thêm {len(cells)} nhiệm vụ theo dõi")


def _cells(one: Proposal) -> Cells:
    return {"content": one.content, "lead": one.lead, "timing": one.timing}
