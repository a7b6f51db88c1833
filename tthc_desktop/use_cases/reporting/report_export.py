"""A report out as a Word, PDF or Excel file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.domain.reporting.printed import PrintedReport
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.errors import WrongCall
from tthc_desktop.ports import PagePainter, UnitsOfWork
from tthc_desktop.safe_file import check_target, write_safely
from tthc_desktop.use_cases.plan_export import check_document
from tthc_desktop.use_cases.reporting.report_life import refuse_held_back
from tthc_desktop.use_cases.reporting.report_pages import printed_report
from tthc_desktop.use_cases.reporting.reports import findings_of, found_report

if TYPE_CHECKING:
    from tthc_desktop.document.blocks import DocumentLayout

SUFFIXES = (".docx", ".pdf", ".xlsx")


@dataclass(frozen=True, slots=True)
class ExportedReport:
    """The written file; `pages` for a PDF."""

    file: Path
    pages: int | None = None


def export_report(
    units: UnitsOfWork,
    report_id: str,
    to: Path,
    *,
    today: date,
    new_painter: Callable[[], PagePainter],
    force: bool,
) -> ExportedReport:
    """Write a report to *to* (.docx, .pdf; .xlsx has its annexes): all of it or nothing.

    A sent one gives what was sent. Raises WrongCall for another suffix, Refused for an
    unknown report, an existing target without *force* and checks that fail (unless a reason
    was given), StorageTrouble where the target cannot be written.
    """
    suffix = to.suffix.lower()
    if suffix not in SUFFIXES:
        raise WrongCall(f"Báo cáo chỉ xuất ra .docx, .pdf hoặc .xlsx, không phải “{to.name}”.")
    check_target(to, force=force)
    report, printed = _printed(units, report_id, today)
    if suffix == ".xlsx":
        _write_workbook(printed, to, force=force)
        return ExportedReport(to)
    pages: list[int | None] = []
    layout = _layout(printed)
    created = _created(report)

    def write(path: Path) -> None:
        if suffix == ".pdf":
            pages.append(new_painter().write_pdf(layout, path))
            return
        from tthc_desktop.document.word import write_word

        write_word(layout, path, created=created)

    write_safely(to, write, check_document, force=force)
    return ExportedReport(to, pages[-1] if pages else None)


def report_layout(units: UnitsOfWork, report_id: str, *, today: date) -> DocumentLayout:
    """Return the pages of a report for preview and print, failing checks or not."""
    with units.reading() as work:
        return _layout(printed_report(work, found_report(work, report_id), today))


def _printed(units: UnitsOfWork, report_id: str, today: date) -> tuple[Report, PrintedReport]:
    with units.reading() as work:
        report = found_report(work, report_id)
        if not report.is_frozen:
            refuse_held_back(findings_of(work, report), report)
        return report, printed_report(work, report, today)


def _layout(printed: PrintedReport) -> DocumentLayout:
    from tthc_desktop.document.report_layout import lay_out_report

    return lay_out_report(printed)


def _created(report: Report) -> datetime | None:
    """Return what stands as the file's day: that of sending, so that its bytes never change."""
    if report.sending is None:
        return None
    return datetime.combine(report.sending.sent_on, time())


def _write_workbook(printed: PrintedReport, to: Path, *, force: bool) -> None:
    from tthc_desktop.sheets.register_workbook import check_register
    from tthc_desktop.sheets.report_workbook import write_report_workbook

    write_safely(to, lambda path: write_report_workbook(printed, path), check_register, force=force)
