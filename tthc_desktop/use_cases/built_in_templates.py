"""The templates that come with the program (resources/templates), in our own words."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import resources
from tthc_desktop.domain.plan import Annex, Plan, PlanKind, Signature
from tthc_desktop.domain.plan_template import PlanTemplate
from tthc_desktop.domain.task import Assignment, Task
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.domain.timing import Schedule, clause_from_json
from tthc_desktop.use_cases.sample import blocks_of

BUILT_IN = ("control", "communication", "information", "province")
_Json = dict[str, Any]


@lru_cache(maxsize=len(BUILT_IN))
def built_in_template(name: str) -> PlanTemplate:
    """Return one of `BUILT_IN`; its schedules are dated in its content's year."""
    content: _Json = json.loads(resources.text(f"templates/{name}.json"))
    plan = Plan(
        id=name,
        kind=PlanKind(content["kind"]),
        year=content["year"],
        agency=content.get("agency", ""),
        symbol=content.get("symbol", ""),
        title=content["title"],
        blocks=tuple(blocks_of(content)),
        recipients=tuple(content["recipients"]),
        archive=content["archive"],
        signature=Signature(tuple(content.get("signature", ()))),
        annexes=tuple(_annex(one, place) for place, one in enumerate(content["annexes"])),
        follow_up=_tasks(content["follow_up"], "T"),
    )
    return PlanTemplate(name, content["name"], plan)


def _annex(content: _Json, place: int) -> Annex:
    return Annex(
        f"annex-{place}",
        content["label"],
        content["title"],
        content["attached_to"],
        tuple(content["headings"]),
        tasks=_tasks(content["tasks"], f"{place}."),
    )


def _tasks(contents: list[_Json], prefix: str) -> tuple[Task, ...]:
    """Return the tasks; a template's ids need only differ, a plan made of it has its own."""
    return tuple(
        Task(
            f"{prefix}{place}",
            plain_runs(one["content"]),
            _assigned(one.get("lead", [])),
            _assigned(one.get("coordinating", [])),
            one.get("timing", ""),
            Schedule(tuple(clause_from_json(clause) for clause in one.get("schedule", []))),
            children=_tasks(one.get("children", []), f"{prefix}{place}."),
        )
        for place, one in enumerate(contents)
    )


def _assigned(names: list[str]) -> tuple[Assignment, ...]:
    return tuple(Assignment("", name) for name in names)
