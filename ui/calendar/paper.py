"""Landscape A4 for the year: pages that are painted, put into a PDF, a PNG, onto a printer.

All of it runs in the worker and paints at 100 %, whatever the text size of the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from tthc_desktop.errors import StorageTrouble
from ui.kit import theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

# A4 on its side at 96 dots an inch, the unit in which our paint code thinks.
DPI, WIDTH, HEIGHT = 96, 1123, 794
# 300 dots an inch: sharp on a slide and on a printer.
_SHARP = 300 / DPI
_NOT_BEGUN = (
    "Máy in không nhận lệnh in. Hãy xem máy in đã bật và nối với máy tính chưa rồi in lại, "
    "hoặc lưu PDF. Chưa in trang nào."
)

Sheet = Callable[[QPainter], None]
Tell = Callable[[float], object]
Asked = Callable[[], bool]


@dataclass(frozen=True)
class Paper:
    """What is to be put on paper: a title, and how its pages are made, in the worker."""

    title: str
    make: Callable[[], list[Sheet]]
    # How much of the first page there is to see, for a picture of it.
    height: float = HEIGHT

    def sheets(self) -> list[Sheet]:
        """Make the pages; for the worker."""
        with theme.usual_size():
            return self.make()


def picture_of(sheet: Sheet, sharp: float = _SHARP, height: float = HEIGHT) -> QImage:
    """Return a page down to *height* as a picture, *sharp* times as large as on a screen."""
    picture = QImage(round(WIDTH * sharp), round(height * sharp), QImage.Format.Format_RGB32)
    picture.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(sharp, sharp)
    with theme.usual_size():
        sheet(painter)
    painter.end()
    return picture


def write_pdf(sheets: list[Sheet], title: str, to: Path, tell: Tell, is_stopped: Asked) -> None:
    """Write the pages as a PDF; OSError where it cannot be written or is stopped."""
    writer = QPdfWriter(str(to))
    writer.setTitle(title)
    writer.setResolution(DPI)
    writer.setPageLayout(_layout())
    painter = QPainter()
    if not painter.begin(writer):
        message = f"cannot write {to.name}"
        raise OSError(message)
    try:
        for place, sheet in enumerate(sheets):
            if is_stopped():
                message = "stopped"
                raise OSError(message)
            if place:
                writer.newPage()
            with theme.usual_size():
                sheet(painter)
            tell((place + 1) / len(sheets))
    finally:
        painter.end()


def write_png(sheets: list[Sheet], height: float, to: Path) -> None:
    """Write the first page down to *height* as a PNG; OSError where it cannot be written."""
    if not picture_of(sheets[0], height=height).save(str(to)):
        message = f"cannot write {to.name}"
        raise OSError(message)


def print_sheets(
    sheets: list[Sheet], printer: QPrinter, copies: int, tell: Tell, is_stopped: Asked
) -> int:
    """Print and return the number of pages of one copy, 0 once it is stopped.

    Raises StorageTrouble where the printer takes nothing.
    """
    printer.setPageLayout(_layout())
    rounds = copies
    if printer.supportsMultipleCopies():
        printer.setCopyCount(copies)
        rounds = 1
    painter = QPainter()
    try:
        for place, sheet in enumerate(sheets * rounds):
            if is_stopped():
                printer.abort()
                return 0
            if not (printer.newPage() if place else painter.begin(printer)):
                raise StorageTrouble(_NOT_BEGUN)
            painter.drawImage(painter.viewport(), picture_of(sheet))
            tell((place + 1) / (len(sheets) * rounds))
    finally:
        if painter.isActive():
            painter.end()
    return len(sheets)


def _layout() -> QPageLayout:
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF()
    )
    # The margins are the page's own; what a printer cannot reach lies within them.
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
