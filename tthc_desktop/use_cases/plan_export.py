"""A plan out as a Word or PDF file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.errors import WrongCall
from tthc_desktop.ports import PagePainter, UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.use_cases.opening import find_plan_id

_PDF_START, _PDF_END = b"%PDF-", b"%%EOF"
_PDF_TAIL = 64


@dataclass(frozen=True, slots=True)
class ExportedPlan:
    """The written file; `pages` for a PDF."""

    file: Path
    pages: int | None = None


def export_plan(
    units: UnitsOfWork,
    plan_id: str | None,
    to: Path,
    *,
    new_painter: Callable[[], PagePainter],
    force: bool,
    current: bool = False,
) -> ExportedPlan:
    """Write the plan to *to* (.docx or .pdf): all of it or nothing.

    An issued plan gives its issued version, with *current* its present state. Raises
    WrongCall for another suffix, Refused for an existing target without *force*,
    StorageTrouble where the target cannot be written.
    """
    from tthc_desktop.document.plan_layout import lay_out_plan

    suffix = to.suffix.lower()
    if suffix not in (".docx", ".pdf"):
        message = f"Kế hoạch chỉ xuất ra .docx hoặc .pdf, không phải “{to.name}”."
        raise WrongCall(message)
    check_target(to, force=force)
    plan, directory = _content(units, plan_id, current=current)
    layout = lay_out_plan(plan, directory)
    if suffix == ".docx":
        from tthc_desktop.document.word import check_word, write_word

        write_safely(to, lambda path: write_word(layout, path), check_word, force=force)
        return ExportedPlan(to)
    pages: list[int] = []
    painter = new_painter()
    write_safely(
        to, lambda path: pages.append(painter.write_pdf(layout, path)), _check_pdf, force=force
    )
    return ExportedPlan(to, pages[-1])


def _content(units: UnitsOfWork, plan_id: str | None, *, current: bool) -> tuple[Plan, Directory]:
    with units.reading() as work:
        plan = work.plans.get(find_plan_id(work, plan_id))
        if plan.state in (PlanState.ISSUED, PlanState.CLOSED) and not current:
            version = work.plans.last_version(plan.id)
            plan = version.content if version else plan
        return plan, work.office.directory()


def _check_pdf(path: Path) -> None:
    content = path.read_bytes()
    if not content.startswith(_PDF_START) or _PDF_END not in content[-_PDF_TAIL:]:
        message = "the PDF is not whole"
        raise RuntimeError(message)
