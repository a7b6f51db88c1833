"""Faults of a plan as it would be printed, or of any Word file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.opening import open_plan

PlanChecker: TypeAlias = Callable[[PlanProgress], Iterable[Finding]]


def check_plan(units: UnitsOfWork, plan_id: str | None) -> tuple[Finding, ...]:
    """Return the faults that every checker finds in the present state of a plan.

    Raises Refused where no plan or several fit *plan_id*.
    """
    opened = open_plan(units, plan_id)
    return tuple(finding for check in CHECKERS for finding in check(opened))


def check_file(path: Path) -> tuple[Finding, ...]:
    """Return the layout faults of a Word file; Refused for one that cannot be read."""
    from tthc_desktop.checking.word_checker import check_word_file

    return check_word_file(path)


def _layout(opened: PlanProgress) -> Iterable[Finding]:
    """L01 to L25, on the Word file that the plan would give."""
    from tthc_desktop.document.plan_layout import lay_out_plan
    from tthc_desktop.document.word import write_word

    with tempfile.TemporaryDirectory(prefix="tthc-") as folder:
        file = Path(folder) / "plan.docx"
        write_word(lay_out_plan(opened.plan, opened.directory), file)
        return check_file(file)


# Each checker looks at the whole plan; findings are told in this order.
CHECKERS: tuple[PlanChecker, ...] = (_layout,)
