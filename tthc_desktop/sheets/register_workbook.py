"""A register written as an Excel file: one row an entry, real days and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from tthc_desktop import NAME
from tthc_desktop.domain.reporting.entry_fields import EntryField, FieldKind, value_words
from tthc_desktop.errors import StorageTrouble
from tthc_desktop.sheets.page_setup import set_up_page
from tthc_desktop.sheets.sheet_styles import (
    DATE_STYLE,
    HEADING_STYLE,
    LEFT_STYLE,
    MIDDLE_STYLE,
    TITLE_STYLE,
    add_styles,
)
from tthc_desktop.sheets.text_cells import cell_at, put_number, put_text

HEADING_ROW = 3
_LONGEST_NAME = 31  # Excel's own limit for the name of a sheet
_WIDTHS = {FieldKind.TEXT: 26.0, FieldKind.DAY: 12.0}
_OTHER_WIDTH = 14.0
_BROKEN = (BadZipFile, InvalidFileException, SyntaxError, KeyError, ValueError)


def write_register(
    title: str, columns: Sequence[EntryField], rows: Sequence[Sequence[object]], to: Path
) -> None:
    """Write the workbook to exactly this path.

    Raises Refused, before anything is written, where a text does not fit into a cell.
    """
    workbook = Workbook()
    add_styles(workbook)
    sheet = workbook.worksheets[0]
    sheet.title = title[:_LONGEST_NAME]
    put_text(cell_at(sheet, 1, 1), title.upper(), TITLE_STYLE, "tên sổ")
    last = get_column_letter(len(columns) + 1)
    sheet.merge_cells(f"A1:{last}1")
    sheet.column_dimensions["A"].width = 6
    put_text(cell_at(sheet, HEADING_ROW, 1), "STT", HEADING_STYLE, "đầu cột")
    for place, one in enumerate(columns, start=2):
        put_text(cell_at(sheet, HEADING_ROW, place), one.heading, HEADING_STYLE, "đầu cột")
        width = _WIDTHS.get(one.kind, _OTHER_WIDTH)
        sheet.column_dimensions[get_column_letter(place)].width = width
    for number, values in enumerate(rows, start=1):
        row = HEADING_ROW + number
        put_number(cell_at(sheet, row, 1), number, MIDDLE_STYLE)
        for place, (one, value) in enumerate(zip(columns, values, strict=True), start=2):
            cell = cell_at(sheet, row, place)
            if isinstance(value, date):
                put_number(cell, value, DATE_STYLE)
            elif isinstance(value, int | float) and not isinstance(value, bool):
                put_number(cell, value, MIDDLE_STYLE)
            else:
                put_text(cell, value_words(one, value), LEFT_STYLE, f"dòng {number}")
    end = HEADING_ROW + len(rows)
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{last}{end}"
    sheet.freeze_panes = f"A{HEADING_ROW + 1}"
    set_up_page(sheet, f"A1:{last}{end}", f"{HEADING_ROW}:{HEADING_ROW}")
    workbook.properties.creator = NAME
    workbook.properties.title = title
    workbook.save(to)


def check_register(path: Path) -> None:
    """Open a written file again; StorageTrouble if it is not whole."""
    try:
        workbook = load_workbook(path, read_only=True)
        whole = bool(workbook.sheetnames) and all(
            list(sheet.iter_rows(values_only=True)) for sheet in workbook.worksheets
        )
        workbook.close()
    except _BROKEN as error:
        raise StorageTrouble(_NOT_WHOLE) from error
    if not whole:
        raise StorageTrouble(_NOT_WHOLE)


_NOT_WHOLE = (
    "Tệp Excel vừa ghi không đọc lại được nguyên vẹn nên đã bỏ đi. "
    "Hãy xuất lại, hoặc lưu vào ổ đĩa khác. Tệp cũ, nếu có, còn nguyên."
)
