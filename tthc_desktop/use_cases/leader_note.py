"""Báo cáo nhanh: the note for Lãnh đạo Sở as a file of one page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tthc_desktop.document.blocks import DocumentLayout, Paragraph, Role
from tthc_desktop.document.office_document import lay_out_document
from tthc_desktop.domain.office import Office
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.text_run import plain_runs
from tthc_desktop.errors import WrongCall
from tthc_desktop.ports import PagePainter, UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.use_cases.leader_note_text import Detail, leader_note
from tthc_desktop.use_cases.letter_parts import with_columns
from tthc_desktop.use_cases.opening import find_plan_id, plan_progress
from tthc_desktop.use_cases.plan_export import check_document, write_document

SUFFIXES = (".docx", ".pdf")
# Fewer and fewer units, late tasks and difficulties are told until the note is one page.
_DETAILS = tuple(
    Detail(*most)
    for most in (
        (15, 10, 3), (15, 8, 2), (12, 6, 2), (12, 5, 1), (10, 5, 1), (8, 5, 1), (8, 4, 1),
        (8, 4, 0), (7, 4, 0), (6, 4, 0), (6, 3, 0), (5, 3, 0), (4, 3, 0), (3, 3, 0), (3, 2, 0),
        (1, 1, 0),
    )
)  # fmt: skip
# Word takes a little more room than our own pages: so much is left free at the foot.
_SPARE = Paragraph(Role.BODY, plain_runs("\n"))


def export_leader_note(
    units: UnitsOfWork,
    plan_id: str | None,
    to: Path,
    *,
    until: date,
    new_painter: Callable[[], PagePainter],
    today: date,
    force: bool,
) -> Path:
    """Write the note to *to* (.docx or .pdf), as much detail as one page holds.

    Soon is what is due up to *until*. Raises WrongCall for another suffix, Refused for an
    unknown plan or an existing file without *force*, StorageTrouble where it cannot be written.
    """
    if to.suffix.lower() not in SUFFIXES:
        message = f"Báo cáo nhanh chỉ ghi ra .docx hoặc .pdf, không phải “{to.name}”."
        raise WrongCall(message)
    check_target(to, force=force)
    with units.reading() as work:
        opened = plan_progress(work, find_plan_id(work, plan_id))
        office = work.office.office()
    layout = _one_page(opened, office, today, until, new_painter)

    def write(path: Path) -> None:
        write_document(layout, path, new_painter)

    write_safely(to, write, check_document, force=force)
    return to


def _one_page(
    opened: PlanProgress,
    office: Office,
    today: date,
    until: date,
    new_painter: Callable[[], PagePainter],
) -> DocumentLayout:
    """Return the fullest note that is one page; the shortest where even that is longer."""
    with TemporaryDirectory() as folder:
        for place, detail in enumerate(_DETAILS):
            note = leader_note(opened, office, today=today, until=until, detail=detail)
            layout = with_columns(lay_out_document(note, opened.directory))
            if new_painter().write_pdf(_with_spare(layout), Path(folder) / f"{place}.pdf") == 1:
                break
    return layout


def _with_spare(layout: DocumentLayout) -> DocumentLayout:
    (page,) = layout.sections
    return replace(layout, sections=(replace(page, blocks=(*page.blocks, _SPARE)),))
