"""The lines above a table, the same on every sheet that is seen."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.sheets.progress_rows import SheetTitle
from tthc_desktop.sheets.sheet_styles import (
    AGENCY_STYLE,
    DETAILS_STYLE,
    HEADING_SIZE,
    TITLE_STYLE,
)
from tthc_desktop.sheets.text_cells import cell_at, put_text
from tthc_desktop.sheets.text_measure import lines_of

AS_OF_ROW = 5
AS_OF_CELL = f"$A${AS_OF_ROW}"
HEADING_ROW = 6
# What Excel gives a line of Times New Roman 12 and 13.
LINE_POINTS = 15.75
_TITLE_LINE_POINTS = 17.25


def put_title(worksheet: Worksheet, title: SheetTitle, heading: str, widths: list[float]) -> None:
    """Write rows 1 to 4 over all of the printed columns; row 5 is left for the day.

    The block stays small: it is frozen with the headings and takes the small screen's room.
    """
    agency = " – ".join(filter(None, (title.agency, title.unit)))
    details = " – ".join(filter(None, (title.plan_number, title.period)))
    details = "\n".join(filter(None, (details, title.instruction)))
    lines = (
        (agency, AGENCY_STYLE),
        (heading, TITLE_STYLE),
        (title.plan_title, TITLE_STYLE),
        (details, DETAILS_STYLE),
    )
    for row, (text, style) in enumerate(lines, start=1):
        put_text(cell_at(worksheet, row, 1), text, style, "phần đầu bảng")
        count = lines_of(text, sum(widths), HEADING_SIZE, bold=True)
        height = _TITLE_LINE_POINTS if style == TITLE_STYLE else LINE_POINTS
        worksheet.row_dimensions[row].height = count * height
        merge_row(worksheet, row, len(widths))
    worksheet.row_dimensions[AS_OF_ROW].height = LINE_POINTS + 4
    merge_row(worksheet, AS_OF_ROW, len(widths))


def merge_row(worksheet: Worksheet, row: int, columns: int) -> None:
    """Merge a row's first cells into one."""
    worksheet.merge_cells(f"A{row}:{get_column_letter(columns)}{row}")
