"""Reading the open plan again: whether the file holds what the window holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence


def holds_same(one: PlanProgress, other: PlanProgress) -> bool:
    """Return whether two states of a plan are equal, whatever the order nobody sees; for a worker.

    Records of units and the directory's order come as the file gives them.
    """
    return (
        one.plan == other.plan
        and set(one.directory.respondents) == set(other.directory.respondents)
        and one.working_days == other.working_days
        and one.report_calendar == other.report_calendar
        and _recorded(one.occurrences) == _recorded(other.occurrences)
    )


def _recorded(occurrences: Mapping[str, tuple[Occurrence, ...]]) -> Mapping[str, object]:
    return {
        task_id: [(replace(one, units=()), frozenset(one.units)) for one in held]
        for task_id, held in occurrences.items()
        if held
    }
