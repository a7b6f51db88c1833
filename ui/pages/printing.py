"""The pages on a printer, through the same painter as on screen and in the PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout, QPainter

from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.errors import StorageTrouble
from ui.pages.measures import UNITS_PER_INCH
from ui.pages.page_range import Which, is_wanted
from ui.pages.paginator import Page, pages_one_by_one
from ui.pages.painter import draw_page, page_layout

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_NOT_BEGUN = (
    "Máy in không nhận lệnh in. Hãy xem máy in đã bật và nối với máy tính chưa rồi in lại, "
    "hoặc lưu PDF. Chưa in trang nào."
)


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is printed: which pages, how often."""

    which: Which = Which.ALL
    chosen: tuple[int, ...] = ()
    copies: int = 1


def print_document(
    layout: DocumentLayout,
    printer: QPrinter,
    order: PrintOrder,
    is_stopped: Callable[[], bool] = bool,
) -> int:
    """Print and return the number of pages of one copy; for the worker.

    *is_stopped* is asked before every page is set and printed; once it says yes, the job is
    taken back from the printer and 0 returned. Raises StorageTrouble where the printer takes
    nothing.
    """
    pages = _wanted(layout, order, is_stopped)
    rounds = order.copies
    if printer.supportsMultipleCopies():
        printer.setCopyCount(order.copies)
        rounds = 1
    painter = QPainter()
    try:
        for page in pages * rounds:
            if is_stopped():
                printer.abort()
                return 0
            _begin_page(painter, printer, page)
            _draw(painter, page, printer.resolution() / UNITS_PER_INCH)
    finally:
        if painter.isActive():
            painter.end()
    return len(pages)


def _wanted(
    layout: DocumentLayout, order: PrintOrder, is_stopped: Callable[[], bool]
) -> list[Page]:
    """Return the pages to be printed; none once it is stopped."""
    pages: list[Page] = []
    for number, page in enumerate(pages_one_by_one(layout), 1):
        if is_stopped():
            return []
        if is_wanted(page, number, order.which, order.chosen):
            pages.append(page)
    return pages


def _begin_page(painter: QPainter, printer: QPrinter, page: Page) -> None:
    # Before the page begins: a sheet may lie on its side.
    printer.setPageLayout(_sheet(page))
    if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
        raise StorageTrouble(_NOT_BEGUN)


def _draw(painter: QPainter, page: Page, scale: float) -> None:
    painter.save()
    painter.scale(scale, scale)
    draw_page(painter, page)
    painter.restore()


def _sheet(page: Page) -> QPageLayout:
    layout = page_layout(page)
    # The margins are the page's; what a printer cannot reach lies within them.
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
