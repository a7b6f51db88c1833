"""A progress sheet written as an Excel file, and the check that the file is whole."""

from __future__ import annotations

import zlib
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.properties import CalcProperties

from tthc_desktop import NAME
from tthc_desktop.errors import StorageTrouble
from tthc_desktop.sheets.package_parts import (
    PartChange,
    carry_values,
    finished_package,
    in_order,
    let_rows_grow,
    set_normal_font,
)
from tthc_desktop.sheets.progress_columns import HEADINGS
from tthc_desktop.sheets.progress_rows import ProgressSheet
from tthc_desktop.sheets.progress_worksheet import (
    SHEET_NAME,
    STATES_SHEET_NAME,
    fill_progress_worksheet,
)
from tthc_desktop.sheets.sheet_styles import FONT, TEXT_SIZE, add_styles
from tthc_desktop.sheets.summary_worksheet import GROUPS_SHEET_NAME as GROUPS_NAME
from tthc_desktop.sheets.summary_worksheet import SHEET_NAME as SUMMARY_NAME
from tthc_desktop.sheets.summary_worksheet import fill_groups_worksheet, fill_summary_worksheet
from tthc_desktop.sheets.target_worksheet import SHEET_NAME as TARGET_NAME
from tthc_desktop.sheets.target_worksheet import fill_target_worksheet, rows_with_target
from tthc_desktop.sheets.text_cells import clean_property
from tthc_desktop.sheets.title_block import HEADING_ROW
from tthc_desktop.sheets.unit_lines_worksheet import (
    GROUP_LINES_SHEET_NAME,
    LINES_SHEET_NAME,
    fill_lines_worksheet,
    fill_states_worksheet,
)

# Excel of 2019 and later: a file that says it was calculated by an older one is calculated
# anew when opened, and Excel then asks to save what nobody changed.
_CALCULATED_BY = 191029
# What reading broken zip or XML raises; XML errors are SyntaxError in both of openpyxl's readers.
_BROKEN = (BadZipFile, zlib.error, InvalidFileException, SyntaxError, KeyError, ValueError)
# Only the sheet of all units has groups, only a plan with targets their sheet.
_NOT_ALWAYS = (GROUPS_NAME, GROUP_LINES_SHEET_NAME, TARGET_NAME)
_NOT_WHOLE = (
    "Bảng tiến độ vừa ghi không đọc lại được nguyên vẹn nên đã bỏ đi. "
    "Hãy xuất lại, hoặc lưu vào ổ đĩa khác. Tệp cũ, nếu có, còn nguyên."
)


def write_progress_sheet(sheet: ProgressSheet, to: Path) -> None:
    """Write the workbook to exactly this path.

    Raises Refused, before anything is written, where a text does not fit into a cell.
    """
    workbook = Workbook()
    add_styles(workbook)
    progress = workbook.worksheets[0]
    summary = workbook.create_sheet(SUMMARY_NAME)
    fill_progress_worksheet(progress, sheet)
    hidden = workbook.create_sheet(LINES_SHEET_NAME)
    lines = fill_lines_worksheet(hidden, sheet.units, sheet.lines)
    carried = {SUMMARY_NAME: fill_summary_worksheet(summary, sheet, lines)}
    fill_states_worksheet(workbook.create_sheet(STATES_SHEET_NAME))
    if sheet.for_unit is None:
        carried[GROUPS_NAME] = _add_groups(workbook, sheet)
    if rows_with_target(sheet):
        # Beside the summaries; the parts named below come before it.
        fill_target_worksheet(workbook.create_sheet(TARGET_NAME, 3), sheet)
    _describe(workbook, sheet)
    package = BytesIO()
    workbook.save(package)
    changes: dict[str, tuple[PartChange, ...]] = {
        "xl/worksheets/sheet1.xml": (in_order, partial(let_rows_grow, first_row=HEADING_ROW + 1)),
        "xl/styles.xml": (partial(set_normal_font, name=FONT, points=TEXT_SIZE),),
    }
    for name, values in carried.items():
        part = f"xl/worksheets/sheet{workbook.sheetnames.index(name) + 1}.xml"
        changes[part] = (in_order, partial(carry_values, values=values))
    to.write_bytes(finished_package(package.getvalue(), changes))


def _add_groups(workbook: Workbook, sheet: ProgressSheet) -> dict[str, float | str]:
    """Write the figures by group of tasks, beside those by unit, and their hidden lines last."""
    hidden = workbook.create_sheet(GROUP_LINES_SHEET_NAME)
    lines = fill_lines_worksheet(hidden, sheet.groups, sheet.row_lines)
    return fill_groups_worksheet(workbook.create_sheet(GROUPS_NAME, 2), sheet, lines)


def _describe(workbook: Workbook, sheet: ProgressSheet) -> None:
    """Set the document's properties: the program's name, never a person's."""
    parts = (sheet.title.heading, sheet.title.plan_title, sheet.title.unit, sheet.title.period)
    workbook.properties.creator = NAME
    workbook.properties.title = clean_property(" – ".join(filter(None, parts)))
    workbook.properties.language = "vi-VN"
    workbook.calculation = CalcProperties(calcId=_CALCULATED_BY, fullCalcOnLoad=False)


def check_progress_sheet(path: Path) -> None:
    """Open a written file again; StorageTrouble if it is not whole.

    Every part's checksum, the sheets by name, the headings where they belong, and a value
    in every cell of the summary's figures.
    """
    try:
        whole = _is_whole(path)
    except _BROKEN as error:
        raise StorageTrouble(_NOT_WHOLE) from error
    if not whole:
        raise StorageTrouble(_NOT_WHOLE)


def _is_whole(path: Path) -> bool:
    with ZipFile(path) as package:
        if package.testzip() is not None:
            return False
    workbook = load_workbook(path, read_only=True, data_only=True)
    try:
        names = [SHEET_NAME, SUMMARY_NAME, LINES_SHEET_NAME, STATES_SHEET_NAME]
        if [one for one in workbook.sheetnames if one not in _NOT_ALWAYS] != names:
            return False
        rows = workbook[SHEET_NAME].iter_rows(min_row=HEADING_ROW, values_only=True)
        headings = next(rows, ())
        for _ in rows:
            pass  # read to the end: a broken row raises
        has_figures = workbook[SUMMARY_NAME]["A5"].value is not None
        return headings[: len(HEADINGS)] == HEADINGS and has_figures
    finally:
        workbook.close()
