"""Printing as a job of the worker: words while it runs, words when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tthc_desktop.document.blocks import DocumentLayout
from ui.pages.printing import PrintOrder, print_document
from ui.preview.printers import Sides, prepare
from ui.session.background import Job, Trouble

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True)
class PrintWish:
    """What is to be printed, where and how."""

    layout: DocumentLayout
    order: PrintOrder
    printer_name: str
    sides: Sides


def print_job(
    wish: PrintWish,
    printer: QPrinter,
    say: Callable[[str], object],
    failed: Callable[[Trouble], None],
) -> Job:
    """Return the job that prints; "Hủy" takes back what the printer has not got yet."""
    prepare(printer, wish.layout.title, wish.sides)

    def work() -> int:
        return print_document(wish.layout, printer, wish.order, job.stopped.is_set)

    def done(pages: int) -> None:
        copies = f", {wish.order.copies} bản" if wish.order.copies > 1 else ""
        say(f"Đã gửi {pages} trang{copies} tới máy in “{wish.printer_name}”")

    job = Job(f"Đang in ra “{wish.printer_name}”…", work, done, failed, can_stop=True)
    return job
