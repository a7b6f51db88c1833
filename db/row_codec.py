"""Values of the domain as JSON columns and back: runs, schedules, targets."""

from __future__ import annotations

from typing import Any

from tthc_desktop.domain.task import Target
from tthc_desktop.domain.text_run import Run
from tthc_desktop.domain.timing import Schedule, clause_as_json, clause_from_json
from tthc_desktop.vietnamese_text import clean_line


def runs_as_json(runs: tuple[Run, ...]) -> list[Any]:
    """Return runs as [text, format] pairs; the format is "", "b", "i" or "bi"."""
    return [[run.text, "b" * run.bold + "i" * run.italic] for run in runs]


def runs_from_json(content: list[Any]) -> tuple[Run, ...]:
    """Return the runs written by `runs_as_json`."""
    return tuple(Run(text, "b" in marks, "i" in marks) for text, marks in content)


def rows_as_json(rows: tuple[tuple[str, ...], ...]) -> list[Any]:
    """Return a table's cells, cleaned."""
    return [[clean_line(cell) for cell in row] for row in rows]


def schedule_as_json(schedule: Schedule) -> dict[str, Any]:
    """Return a schedule as a JSON object."""
    return {
        "clauses": [clause_as_json(clause) for clause in schedule.clauses],
        "overridden": schedule.overridden,
    }


def schedule_from_json(content: dict[str, Any]) -> Schedule:
    """Return the schedule written by `schedule_as_json`."""
    clauses = tuple(clause_from_json(clause) for clause in content["clauses"])
    return Schedule(clauses, content["overridden"])


def target_as_json(target: Target | None) -> dict[str, Any] | None:
    """Return a target as a JSON object."""
    if target is None:
        return None
    return {"value": target.value, "actual": target.actual, "unit": target.unit}


def target_from_json(content: dict[str, Any] | None) -> Target | None:
    """Return the target written by `target_as_json`."""
    return None if content is None else Target(**content)
