"""A plan out as a Word or PDF file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.errors import WrongCall
from tthc_desktop.ports import PagePainter, UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.use_cases.opening import find_plan_id

if TYPE_CHECKING:
    from tthc_desktop.document.blocks import DocumentLayout

ISSUED_STATES = (PlanState.ISSUED, PlanState.CLOSED)
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
    draft_mark: bool = False,
) -> ExportedPlan:
    """Write the plan to *to* (.docx or .pdf): all of it or nothing.

    An issued plan gives its issued version, with *current* its present state. *draft_mark*
    puts DỰ THẢO behind the pages of a plan that is not issued. Raises WrongCall for another
    suffix, Refused for an existing target without *force*, StorageTrouble where the target
    cannot be written.
    """
    suffix = to.suffix.lower()
    if suffix not in (".docx", ".pdf"):
        message = f"Kế hoạch chỉ xuất ra .docx hoặc .pdf, không phải “{to.name}”."
        raise WrongCall(message)
    check_target(to, force=force)
    layout = printed_layout(units, plan_id, current=current, draft_mark=draft_mark)
    pages: list[int | None] = []
    write_safely(
        to,
        lambda path: pages.append(write_document(layout, path, new_painter)),
        check_document,
        force=force,
    )
    return ExportedPlan(to, pages[-1])


def printed_plan(
    units: UnitsOfWork, plan_id: str | None, *, current: bool = False
) -> tuple[Plan, Directory]:
    """Return the plan as it goes out: issued, as it was issued; with *current* as it is now."""
    with units.reading() as work:
        plan = work.plans.get(find_plan_id(work, plan_id))
        if plan.state in ISSUED_STATES and not current:
            version = work.plans.last_version(plan.id)
            plan = version.content if version else plan
        return plan, work.office.directory()


def printed_layout(
    units: UnitsOfWork, plan_id: str | None, *, current: bool = False, draft_mark: bool = False
) -> DocumentLayout:
    """Return the pages of the plan as it goes out; only what is not issued carries the mark."""
    from tthc_desktop.document.plan_layout import lay_out_plan

    plan, directory = printed_plan(units, plan_id, current=current)
    layout = lay_out_plan(plan, directory)
    return replace(layout, draft_mark=draft_mark and plan.state not in ISSUED_STATES)


def write_document(
    layout: DocumentLayout, path: Path, new_painter: Callable[[], PagePainter]
) -> int | None:
    """Write *layout* as the kind of file *path* is named; return the pages of a PDF."""
    if path.suffix.lower() == ".pdf":
        return new_painter().write_pdf(layout, path)
    from tthc_desktop.document.word import write_word

    write_word(layout, path)
    return None


def check_document(path: Path) -> None:
    """Open a written Word or PDF file again; StorageTrouble if the Word file is not whole."""
    if path.suffix.lower() == ".pdf":
        _check_pdf(path)
        return
    from tthc_desktop.document.word import check_word

    check_word(path)


def _check_pdf(path: Path) -> None:
    content = path.read_bytes()
    if not content.startswith(_PDF_START) or _PDF_END not in content[-_PDF_TAIL:]:
        message = "the PDF is not whole"
        raise RuntimeError(message)
