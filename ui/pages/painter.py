"""The pages as a PDF: real text, fonts embedded, A4 to the point."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from tthc_desktop import NAME
from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.document.picture_layout import DrawPicture
from ui.pages.measures import UNITS_PER_INCH
from ui.pages.paginator import Page, pages_one_by_one

_MM_PER_UNIT = 25.4 / UNITS_PER_INCH
# The letters of a font in a PDF of Qt, as text searchers read them.
_LETTERS = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")
_TAB, _SPACE = b"<0009>", b"<0020>"
# Kept for the life of the process: Qt's application must outlive every font.
_own_application: list[QCoreApplication] = []


class Stopped(Exception):
    """The person stopped the painting; nothing was written."""


def draw_page(painter: QPainter, page: Page) -> None:
    """Draw a page at the painter's origin, one page unit being one unit of the painter."""
    painter.setPen(Qt.GlobalColor.black)
    for mark in page.marks:
        mark.draw(painter)


class QtPagePainter:
    """Draws laid-out documents to PDF files (`ports.PagePainter`).

    *is_stopped* is asked before every page; once it says yes, `Stopped` is raised. *draw*
    draws the pictures of reports, which are no matter of pages.
    """

    def __init__(
        self, is_stopped: Callable[[], bool] = bool, draw: DrawPicture | None = None
    ) -> None:
        """Make sure Qt runs; without a display by its own platform for that."""
        self._is_stopped = is_stopped
        self.draw_picture = draw
        _ensure_application()

    def write_pdf(self, layout: DocumentLayout, to: Path) -> int:
        """Write a PDF to exactly this path and return the number of its pages.

        It is made in memory first: Qt tells nobody that a disk is full, Python does.
        """
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        pages = self._draw(layout, buffer)
        buffer.close()
        to.write_bytes(_with_spaces(bytes(content.data())))
        return pages

    def _draw(self, layout: DocumentLayout, device: QIODevice) -> int:
        writer = QPdfWriter(device)
        writer.setResolution(UNITS_PER_INCH)
        writer.setTitle(layout.title)
        writer.setCreator(NAME)
        painter = QPainter()
        count = 0
        try:
            for page in pages_one_by_one(layout):
                if self._is_stopped():
                    raise Stopped
                writer.setPageLayout(page_layout(page))
                if count:
                    writer.newPage()
                else:
                    painter.begin(writer)
                draw_page(painter, page)
                count += 1
        finally:
            painter.end()
        return count


def _with_spaces(content: bytes) -> bytes:
    """Tell searchers that the blank of every font is a space.

    Qt writes the first character that shows the glyph, which is the tab; nobody would find
    two words in a row. Same length, so no offset in the file changes.
    """
    return _LETTERS.sub(lambda found: found[0].replace(_TAB, _SPACE), content)


def page_layout(page: Page) -> QPageLayout:
    """Return the sheet of *page* without margins: the page brings its own."""
    short, long = sorted((page.width * _MM_PER_UNIT, page.height * _MM_PER_UNIT))
    orientation = QPageLayout.Orientation
    return QPageLayout(
        QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter),
        orientation.Landscape if page.landscape else orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
    )


def _ensure_application() -> None:
    """Make Qt's application unless there is one; never a second."""
    if QCoreApplication.instance() is not None:
        return
    # "offscreen" has no fonts on Windows; there the normal platform needs no window.
    platform = [] if sys.platform == "win32" else ["-platform", "offscreen"]
    _own_application.append(QApplication([NAME, *platform]))
