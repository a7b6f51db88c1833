"""What people do to a sheet before they send it back, done with openpyxl."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

Change = Callable[[Worksheet], object]
FIRST = 7
IDENTITY = 16


def progress(path: Path) -> Worksheet:
    worksheet = load_workbook(path)["Tiến độ"]
    assert isinstance(worksheet, Worksheet)
    return worksheet


def edit(path: Path, change: Change) -> Path:
    """Change the sheet of a file and save it."""
    workbook = load_workbook(path)
    worksheet = workbook["Tiến độ"]
    assert isinstance(worksheet, Worksheet)
    change(worksheet)
    workbook.save(path)
    return path


def place(worksheet: Worksheet, heading: str) -> int:
    """Return the column of a heading, wherever it was moved."""
    for row in worksheet.iter_rows():
        found = [cell.column for cell in row if cell.value == heading]
        if found and any(cell.value == "STT" for cell in row):
            return int(found[0])
    raise AssertionError(heading)


def row_of(worksheet: Worksheet, number: str, period: str | None = None) -> int:
    """Return the row of a task's occurrence by its STT and its words of Kỳ."""
    numbers, periods = place(worksheet, "STT"), place(worksheet, "Kỳ")
    for row in range(1, worksheet.max_row + 1):
        words = worksheet.cell(row, periods).value
        is_wanted = words and period in (None, words)
        if is_wanted and worksheet.cell(row, numbers).value == number:
            return row
    raise AssertionError(number)


def put(worksheet: Worksheet, number: str, heading: str, value: object) -> str:
    """Write into a cell named by its row's STT and its heading; give its address."""
    cell = worksheet.cell(row_of(worksheet, number), place(worksheet, heading))
    cell.value = value  # type: ignore[assignment]
    return str(cell.coordinate)


def table(worksheet: Worksheet) -> list[list[Any]]:
    return [
        [cell.value for cell in row] for row in worksheet.iter_rows(min_row=FIRST, max_col=IDENTITY)
    ]


def put_table(worksheet: Worksheet, rows: list[list[Any]]) -> None:
    """Write the rows anew, in the order given."""
    for row in worksheet.iter_rows(min_row=FIRST, max_col=IDENTITY):
        for cell in row:
            cell.value = None
    for number, values in enumerate(rows, start=FIRST):
        for column, value in enumerate(values, start=1):
            worksheet.cell(number, column).value = value


def move_column(worksheet: Worksheet, heading: str, to: int) -> None:
    """Cut a column out and put it before another one, as people do in Excel."""
    own = place(worksheet, heading)
    values = [worksheet.cell(row, own).value for row in range(FIRST - 1, worksheet.max_row + 1)]
    formats = [
        worksheet.cell(row, own).number_format for row in range(FIRST - 1, worksheet.max_row + 1)
    ]
    for merged in list(worksheet.merged_cells.ranges):
        worksheet.unmerge_cells(str(merged))
    worksheet.delete_cols(own)
    worksheet.insert_cols(to)
    for row, (value, look) in enumerate(zip(values, formats, strict=True), start=FIRST - 1):
        worksheet.cell(row, to).value = value
        worksheet.cell(row, to).number_format = look


def copied_to_a_new_workbook(path: Path, to: Path) -> Path:
    """Copy the rows with their headings into a new workbook, looks of the cells with them."""
    source, target = progress(path), Workbook()
    worksheet = target.worksheets[0]
    for number, row in enumerate(source.iter_rows(min_row=FIRST - 1), start=3):
        for cell in row:
            copy = worksheet.cell(number, int(cell.column or 1))
            copy.value = cell.value
            copy.number_format = cell.number_format
    target.save(to)
    return to
