"""The annexes of a report (forms, progress) written as an Excel file, one worksheet each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop import NAME
from tthc_desktop.domain.reporting.printed import PrintedReport, PrintedTable, placed_cells
from tthc_desktop.sheets.page_setup import set_up_page
from tthc_desktop.sheets.sheet_styles import (
    COUNT_STYLE,
    DETAILS_STYLE,
    HEADING_STYLE,
    LEFT_STYLE,
    MIDDLE_STYLE,
    TITLE_STYLE,
    TOTAL_STYLE,
    TOTAL_WORDS_STYLE,
    add_styles,
)
from tthc_desktop.sheets.text_cells import cell_at, clean_property, put_number, put_text

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?")
_WITH_PARTS = "#,##0.##"
_PAGE_UNITS = 130.0  # widths of all columns of a page together, as Excel counts them
_NOT_IN_NAMES = re.compile(r"[\\/?*\[\]:]")
_LONGEST_NAME = 31


def write_report_workbook(report: PrintedReport, to: Path) -> None:
    """Write the annexes to exactly this path; a report without any gives one empty sheet.

    Raises Refused, before anything is written, where a text does not fit into a cell.
    """
    write_tables(report.title, report.annexes, to)


def write_tables(title: str, tables: Sequence[PrintedTable], to: Path) -> None:
    """Write tables, one worksheet each, to exactly this path; Refused as above."""
    workbook = Workbook()
    add_styles(workbook)
    first = workbook.worksheets[0]
    for place, table in enumerate(tables):
        name = _NOT_IN_NAMES.sub(" ", table.label)[:_LONGEST_NAME]
        sheet = workbook.create_sheet(name) if place else first
        sheet.title = name
        _fill(sheet, table)
    if not tables:
        put_text(cell_at(first, 1, 1), title, TITLE_STYLE, "tên báo cáo")
    workbook.properties.creator = NAME
    workbook.properties.title = clean_property(title)
    workbook.save(to)


def _fill(sheet: Worksheet, table: PrintedTable) -> None:
    last = get_column_letter(len(table.widths))
    lines = ((table.label, TITLE_STYLE), (table.title, TITLE_STYLE),
             *((one, DETAILS_STYLE) for one in table.notes))  # fmt: skip
    row = 0
    for text, style in lines:
        row += 1
        put_text(cell_at(sheet, row, 1), text, style, "phần đầu bảng")
        sheet.merge_cells(f"A{row}:{last}{row}")
    first = row + 1
    for place, width in enumerate(table.widths, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = _PAGE_UNITS * width / sum(table.widths)
    for down, across, cell in placed_cells(table.head):
        put_text(cell_at(sheet, first + down, across + 1), cell.text, HEADING_STYLE, "đầu cột")
        if cell.span > 1 or cell.rows > 1:
            sheet.merge_cells(
                start_row=first + down, end_row=first + down + cell.rows - 1,
                start_column=across + 1, end_column=across + cell.span,
            )  # fmt: skip
    body = first + len(table.head)
    for number, one in enumerate(table.rows):
        for place, text in enumerate(one.cells):
            is_words = place in table.left_columns
            _put(sheet, body + number, place + 1, text, is_words=is_words, is_total=one.is_total)
    end = body + len(table.rows) - 1
    sheet.freeze_panes = f"A{body}"
    set_up_page(sheet, f"A1:{last}{end}", f"{first}:{body - 1}")


def _put(
    sheet: Worksheet, row: int, place: int, text: str, *, is_words: bool, is_total: bool
) -> None:
    cell = cell_at(sheet, row, place)
    if not is_words and _NUMBER.fullmatch(text):
        plain = text.replace(".", "").replace(",", ".")
        number = float(plain) if "." in plain else int(plain)
        put_number(cell, number, TOTAL_STYLE if is_total else COUNT_STYLE)
        if isinstance(number, float):
            cell.number_format = _WITH_PARTS
        return
    words, middle = (TOTAL_WORDS_STYLE, TOTAL_STYLE) if is_total else (LEFT_STYLE, MIDDLE_STYLE)
    put_text(cell, text, words if is_words else middle, f"dòng {row}")
