"""The comparison of returned sheets with the office as an Excel file: a row a cell, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop import NAME
from tthc_desktop.sheets.page_setup import set_up_page
from tthc_desktop.sheets.sheet_styles import (
    DETAILS_STYLE,
    HEADING_STYLE,
    LEFT_STYLE,
    MIDDLE_STYLE,
    TITLE_STYLE,
    add_styles,
)
from tthc_desktop.sheets.text_cells import cell_at, put_text

SHEET_NAME = "Đối chiếu"
HEADING_ROW = 3
_TITLE = "BẢNG ĐỐI CHIẾU PHIẾU TIẾN ĐỘ TRẢ VỀ"
# Heading, width and look; A to J print on A4 landscape.
_COLUMNS = (
    ("Đơn vị", 16.0, LEFT_STYLE),
    ("STT", 7.0, MIDDLE_STYLE),
    ("Nội dung", 30.0, LEFT_STYLE),
    ("Cột", 12.0, LEFT_STYLE),
    ("Ô", 6.0, MIDDLE_STYLE),
    ("Lúc gửi đi", 20.0, LEFT_STYLE),
    ("Phòng trả về", 20.0, LEFT_STYLE),
    ("Hiện nay tại Sở", 20.0, LEFT_STYLE),
    ("Xử lý", 14.0, MIDDLE_STYLE),
    ("Lý do", 30.0, LEFT_STYLE),
    ("Tệp", 24.0, LEFT_STYLE),
)
HEADINGS = tuple(heading for heading, _, _ in _COLUMNS)


@dataclass(frozen=True, slots=True)
class ComparisonLine:
    """One cell that was changed, conflicts or is not taken; all words, in the columns' order."""

    unit: str
    number: str
    content: str
    column: str
    cell: str
    sent: str
    returned: str
    office: str
    outcome: str
    reason: str
    file: str


def write_comparison(lines: Sequence[ComparisonLine], told: str, to: Path) -> None:
    """Write the workbook to exactly this path; *told* stands below the title.

    Raises Refused, before anything is written, where a text does not fit into a cell.
    """
    workbook = Workbook()
    add_styles(workbook)
    sheet = workbook.worksheets[0]
    sheet.title = SHEET_NAME
    last = get_column_letter(len(_COLUMNS))
    for row, (text, style) in enumerate(((_TITLE, TITLE_STYLE), (told, DETAILS_STYLE)), start=1):
        put_text(cell_at(sheet, row, 1), text, style, "phần đầu bảng")
        sheet.merge_cells(f"A{row}:{last}{row}")
    for place, (heading, width, _) in enumerate(_COLUMNS, start=1):
        put_text(cell_at(sheet, HEADING_ROW, place), heading, HEADING_STYLE, heading)
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row, line in enumerate(lines, start=HEADING_ROW + 1):
        _put_line(sheet, row, line)
    end = HEADING_ROW + max(len(lines), 1)
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{last}{end}"
    sheet.freeze_panes = f"A{HEADING_ROW + 1}"
    set_up_page(sheet, f"A1:{last}{end}", f"{HEADING_ROW}:{HEADING_ROW}")
    workbook.properties.creator = NAME
    workbook.properties.title = _TITLE
    workbook.save(to)


def _put_line(sheet: Worksheet, row: int, line: ComparisonLine) -> None:
    for place, (text, (heading, _, style)) in enumerate(
        zip(astuple(line), _COLUMNS, strict=True), start=1
    ):
        put_text(cell_at(sheet, row, place), text, style, f"dòng {row}, cột “{heading}”")
