"""A report out as a Word, PDF or Excel file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.domain.reporting.printed import PrintedReport
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.errors import WrongCall
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.use_cases.plan_export import check_document
from tthc_desktop.use_cases.reporting.report_life import refuse_held_back
from tthc_desktop.use_cases.reporting.report_pages import printed_report
from tthc_desktop.use_cases.reporting.report_writing import (
    EXCEL,
    PDF,
    SUFFIXES,
    NewPainter,
    drawing_of,
    pages_of,
    write_office_file,
    write_pdf,
)
from tthc_desktop.use_cases.reporting.reports import findings_of, found_report

if TYPE_CHECKING:
    from tthc_desktop.document.blocks import DocumentLayout

_PDF_PAGE = re.compile(rb"/Type\s*/Page\b")


@dataclass(frozen=True, slots=True)
class ExportedReport:
    """The written file; `pages` for a PDF. `lacks_pictures`: nothing here could draw them."""

    file: Path
    pages: int | None = None
    lacks_pictures: bool = False


def export_report(
    units: UnitsOfWork,
    report_id: str,
    to: Path,
    *,
    today: date,
    new_painter: NewPainter,
    force: bool,
) -> ExportedReport:
    """Write a report to *to* (.docx, .pdf; .xlsx has its annexes): all of it or nothing.

    A sent one gives the file that was kept when it was sent, byte for byte; where none was
    kept, its pages as they were sent. Raises WrongCall for another suffix, Refused for an
    unknown report, an existing target without *force* and checks that fail (unless a reason
    was given), StorageTrouble where the target cannot be written.
    """
    suffix = to.suffix.lower()
    if suffix not in SUFFIXES:
        raise WrongCall(f"Báo cáo chỉ xuất ra .docx, .pdf hoặc .xlsx, không phải “{to.name}”.")
    check_target(to, force=force)
    report, kept, printed = _found(units, report_id, suffix, today)
    pages: list[int | None] = []

    def write(path: Path) -> None:
        if kept is not None:
            path.write_bytes(kept)
            pages.append(len(_PDF_PAGE.findall(kept)) or None)
        elif suffix == PDF:
            pages.append(write_pdf(printed, path, new_painter))
        else:
            write_office_file(report, printed, path, suffix, new_painter)

    write_safely(to, write, _check(suffix), force=force)
    has_pictures = kept is None and suffix != EXCEL and printed.picture_annex is not None
    lacks = has_pictures and drawing_of(printed, new_painter) is None
    return ExportedReport(to, pages[-1] if pages else None, lacks)


def report_layout(
    units: UnitsOfWork, report_id: str, *, today: date, new_painter: NewPainter
) -> DocumentLayout:
    """Return the pages of a report for preview and print, failing checks or not."""
    with units.reading() as work:
        printed = printed_report(work, found_report(work, report_id), today)
    return pages_of(printed, new_painter)


def _found(
    units: UnitsOfWork, report_id: str, suffix: str, today: date
) -> tuple[Report, bytes | None, PrintedReport]:
    with units.reading() as work:
        report = found_report(work, report_id)
        if not report.is_frozen:
            refuse_held_back(findings_of(work, report), report)
        kept = work.report_files.get(report.id, suffix) if report.is_frozen else None
        return report, kept, printed_report(work, report, today)


def _check(suffix: str) -> Callable[[Path], None]:
    if suffix != EXCEL:
        return check_document
    from tthc_desktop.sheets.register_workbook import check_register

    return check_register
