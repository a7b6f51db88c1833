"""The annex of pictures: its heading, then each picture with its caption below."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from tthc_desktop.document import nd30
from tthc_desktop.document.annex_heading import lay_out_heading
from tthc_desktop.document.blocks import LayoutBlock, PageSection, Paragraph, Picture, Role
from tthc_desktop.domain.reporting.pictures import ReportPicture
from tthc_desktop.domain.reporting.printed import PrintedPictures
from tthc_desktop.domain.text_run import plain_runs

# Draws a picture as wide as it is told, in millimetres; as high as it must be.
DrawPicture = Callable[[ReportPicture, float], Picture]
_HIGHEST_PART = 0.7  # of the page's text: heading and caption stand on the same page


def lay_out_pictures(annex: PrintedPictures, draw: DrawPicture) -> PageSection:
    """Return the pages of the annex; no picture is larger than the text of the page."""
    return PageSection(tuple(_blocks(annex, draw)))


def fitted(picture: Picture, page: nd30.Page = nd30.PORTRAIT) -> Picture:
    """Return the picture made smaller, in its proportions, where the page has no room for it."""
    factor = min(
        1.0,
        page.text_width_mm / picture.width_mm,
        page.text_height_mm * _HIGHEST_PART / picture.height_mm,
    )
    return replace(
        picture, width_mm=picture.width_mm * factor, height_mm=picture.height_mm * factor
    )


def _blocks(annex: PrintedPictures, draw: DrawPicture) -> Iterator[LayoutBlock]:
    width = nd30.PORTRAIT.text_width_mm
    yield from lay_out_heading(annex.label, annex.title, (annex.note,), width)
    for number, one in enumerate(annex.pictures, start=1):
        yield fitted(draw(one, width))
        yield Paragraph(Role.PICTURE_CAPTION, plain_runs(f"Biểu đồ {number}. {one.title}"))
