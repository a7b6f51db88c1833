"""The worksheet Chỉ tiêu of the consolidated sheet: what was to be reached, and what was."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.domain.target_words import reached
from tthc_desktop.domain.task import Target
from tthc_desktop.sheets.page_setup import set_up_page
from tthc_desktop.sheets.progress_rows import ProgressRow, ProgressSheet
from tthc_desktop.sheets.sheet_styles import (
    HEADING_STYLE,
    LEFT_STYLE,
    MIDDLE_STYLE,
    RATE_STYLE,
    TEXT_SIZE,
)
from tthc_desktop.sheets.text_cells import cell_at, joined_names, put_number, put_text
from tthc_desktop.sheets.text_measure import lines_of
from tthc_desktop.sheets.title_block import HEADING_ROW, LINE_POINTS, put_title

SHEET_NAME = "Chỉ tiêu"
_HEADING = "CHỈ TIÊU VÀ KẾT QUẢ THỰC HIỆN"
_COLUMNS = (
    ("STT", 6.5), ("Nội dung công việc", 52), ("Chủ trì", 24), ("Chỉ tiêu", 12),
    ("Đã thực hiện", 12), ("Đơn vị tính", 18), ("Tỷ lệ", 10),
)  # fmt: skip
_WIDTHS = [width for _, width in _COLUMNS]
_PADDING = 6


def rows_with_target(sheet: ProgressSheet) -> tuple[ProgressRow, ...]:
    """Return a row for each task with a target, none for a unit's own sheet."""
    if sheet.for_unit is not None:
        return ()
    found = {(one.number, one.content): one for one in sheet.rows if one.target is not None}
    return tuple(found.values())


def fill_target_worksheet(worksheet: Worksheet, sheet: ProgressSheet) -> None:
    """Write the targets, one row a task."""
    for place, (heading, width) in enumerate(_COLUMNS, start=1):
        worksheet.column_dimensions[get_column_letter(place)].width = width
        put_text(cell_at(worksheet, HEADING_ROW, place), heading, HEADING_STYLE, heading)
    put_title(worksheet, sheet.title, _HEADING, _WIDTHS)
    row = HEADING_ROW
    for row, one in enumerate(rows_with_target(sheet), start=HEADING_ROW + 1):
        assert one.target is not None  # noqa: S101 - picked out by it
        _put_row(worksheet, row, one, one.target)
    worksheet.freeze_panes = f"A{HEADING_ROW + 1}"
    worksheet.sheet_view.showGridLines = False
    area = f"A1:{get_column_letter(len(_WIDTHS))}{row}"
    set_up_page(worksheet, area, f"{HEADING_ROW}:{HEADING_ROW}")


def _put_row(worksheet: Worksheet, row: int, one: ProgressRow, target: Target) -> None:
    put_text(cell_at(worksheet, row, 1), one.number, MIDDLE_STYLE, "cột “STT”")
    put_text(cell_at(worksheet, row, 2), one.content, LEFT_STYLE, "cột “Nội dung công việc”")
    put_text(cell_at(worksheet, row, 3), joined_names(one.lead), MIDDLE_STYLE, "cột “Chủ trì”")
    put_number(cell_at(worksheet, row, 4), target.value, MIDDLE_STYLE)
    put_number(cell_at(worksheet, row, 5), target.actual, MIDDLE_STYLE)
    put_text(cell_at(worksheet, row, 6), target.unit, MIDDLE_STYLE, "cột “Đơn vị tính”")
    put_number(cell_at(worksheet, row, 7), reached(target), RATE_STYLE)
    texts = ((one.content, 1), (joined_names(one.lead), 2), (target.unit, 5))
    lines = max(lines_of(text, _WIDTHS[place], TEXT_SIZE) for text, place in texts)
    worksheet.row_dimensions[row].height = lines * LINE_POINTS + _PADDING
