"""A printed report as the bytes of a Word, PDF or Excel file; the files kept when it is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tthc_desktop.domain.reporting.printed import PrintedReport
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.ports import PagePainter, UnitOfWork

if TYPE_CHECKING:
    from tthc_desktop.document.blocks import DocumentLayout
    from tthc_desktop.document.picture_layout import DrawPicture

WORD, PDF, EXCEL = ".docx", ".pdf", ".xlsx"
SUFFIXES = (WORD, PDF, EXCEL)
NewPainter = Callable[[], PagePainter]


def pages_of(printed: PrintedReport, new_painter: NewPainter | None) -> DocumentLayout:
    """Return the pages of a printed report; without a painter they have no pictures."""
    from tthc_desktop.document.report_layout import lay_out_report

    return lay_out_report(printed, drawing_of(printed, new_painter))


def drawing_of(printed: PrintedReport, new_painter: NewPainter | None) -> DrawPicture | None:
    """Return what draws the pictures of *printed*; None where it has none or nothing draws."""
    if printed.picture_annex is None or new_painter is None:
        return None
    try:
        return new_painter().draw_picture
    except ImportError:
        # A system without the libraries of the window: the words and tables go out all the same.
        return None


def write_pdf(printed: PrintedReport, path: Path, new_painter: NewPainter) -> int:
    """Write *printed* to exactly *path* as a PDF and return the number of its pages."""
    return new_painter().write_pdf(pages_of(printed, new_painter), path)


def write_office_file(
    report: Report,
    printed: PrintedReport,
    path: Path,
    suffix: str,
    new_painter: NewPainter | None,
) -> None:
    """Write *printed* to exactly *path*: its annexes as an Excel file, else all of it as Word."""
    if suffix == EXCEL:
        from tthc_desktop.sheets.report_workbook import write_report_workbook

        write_report_workbook(printed, path)
        return
    from tthc_desktop.document.word import write_word

    write_word(pages_of(printed, new_painter), path, created=_created(report))


def keep_files(
    work: UnitOfWork, report: Report, printed: PrintedReport, new_painter: NewPainter | None
) -> None:
    """Keep the files of a report that is being sent; no PDF without a painter.

    They are written beside the data, read back and put into the transaction of *work*.
    """
    with TemporaryDirectory() as folder:
        files = [Path(folder) / f"bao-cao{suffix}" for suffix in (WORD, EXCEL)]
        for path in files:
            write_office_file(report, printed, path, path.suffix, new_painter)
        if new_painter is not None:
            files.append(Path(folder) / f"bao-cao{PDF}")
            write_pdf(printed, files[-1], new_painter)
        for path in files:
            work.report_files.put(report.id, path.suffix, path.read_bytes())


def _created(report: Report) -> datetime | None:
    """Return what stands as the file's day: that of sending, so that its bytes never change."""
    if report.sending is None:
        return None
    return datetime.combine(report.sending.sent_on, time())
