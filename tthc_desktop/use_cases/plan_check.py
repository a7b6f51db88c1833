"""Faults of a plan as it would be printed, or of any Word file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task_rules import task_findings
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.opening import open_plan
from tthc_desktop.use_cases.task_table_check import check_task_table
from tthc_desktop.use_cases.working_days import shipped_working_days

PlanChecker: TypeAlias = Callable[[PlanProgress], Iterable[Finding]]


def check_plan(units: UnitsOfWork, plan_id: str | None) -> tuple[Finding, ...]:
    """Return the faults that every checker finds in the present state of a plan.

    Raises Refused where no plan or several fit *plan_id*.
    """
    opened = open_plan(units, plan_id)
    return tuple(finding for check in CHECKERS for finding in check(opened))


def check_file(path: Path, *, today: date) -> tuple[Finding, ...]:
    """Return the faults of a Word file; Refused for one that cannot be read.

    Those of layout, and of its task table where it is a plan; *today* gives the year of a
    plan that names none.
    """
    from tthc_desktop.checking.word_checker import check_word_file

    return (*check_word_file(path), *check_task_table(path, today=today))


def _layout(opened: PlanProgress) -> Iterable[Finding]:
    """L01 to L25, on the Word file that the plan would give."""
    from tthc_desktop.checking.word_checker import check_word_file
    from tthc_desktop.document.plan_layout import lay_out_plan
    from tthc_desktop.document.word import write_word

    with tempfile.TemporaryDirectory(prefix="tthc-") as folder:
        file = Path(folder) / "plan.docx"
        write_word(lay_out_plan(opened.plan, opened.directory), file)
        return check_word_file(file)


def _tasks(opened: PlanProgress) -> Iterable[Finding]:
    """T20 to T27, on the task table and the follow-up tasks."""
    days = opened.working_days or shipped_working_days()
    return task_findings(opened.plan, opened.directory, days, opened.report_calendar)


# Each checker looks at the whole plan; findings are told in this order.
CHECKERS: tuple[PlanChecker, ...] = (_layout, _tasks)
