"""How a worksheet prints: A4 landscape, one page wide, page number at the foot."""

from __future__ import annotations

from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.sheets.sheet_styles import FONT

_SIDE_INCHES = 0.4
_TOP_INCHES = 0.5
_BOTTOM_INCHES = 0.65
_FOOTER_INCHES = 0.3
_FOOTER_POINTS = 11


def set_up_page(worksheet: Worksheet, area: str, heading_rows: str) -> None:
    """Set the print area and the rows repeated on every page ("6:6")."""
    worksheet.print_area = area
    worksheet.print_title_rows = heading_rows
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = 9  # A4
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_margins = PageMargins(
        left=_SIDE_INCHES, right=_SIDE_INCHES, top=_TOP_INCHES, bottom=_BOTTOM_INCHES,
        header=_FOOTER_INCHES, footer=_FOOTER_INCHES,
    )  # fmt: skip
    worksheet.print_options.horizontalCentered = True
    _number_pages(worksheet)


def _number_pages(worksheet: Worksheet) -> None:
    footer = worksheet.oddFooter
    if footer is None or footer.center is None:
        message = "a worksheet has a footer with three parts"
        raise TypeError(message)
    footer.center.text = "Trang &P/&N"
    footer.center.font = f"{FONT},Regular"
    footer.center.size = _FOOTER_POINTS
