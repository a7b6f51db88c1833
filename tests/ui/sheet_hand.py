"""A hand for progress sheets: sent by the use case, filled as a unit fills them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.sheet_identity import IDENTITY_MARK
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.opening import open_plan
from tthc_desktop.use_cases.sheet_export import export_sheet

PERIOD = "2026-Q2"
DAY = date(2026, 7, 1)
NUMBER, CONTENT, KY, STATE, PERCENT, RESULT, DONE_ON, NOTE = 1, 2, 6, 8, 9, 10, 12, 15


def send_each(units: UnitsOfWork, plan_id: str, folder: Path) -> tuple[Path, ...]:
    """Send the sheets of all units of the control plan."""
    folder.mkdir(exist_ok=True)
    return export_sheet(
        units, plan_id, folder, today=DAY, force=True, period=PERIOD, each_division=True
    )


def fillable_rows(file: Path) -> list[int]:
    """Return the rows that hold an occurrence the unit leads: their state is filled."""
    sheet = _worksheet(file)
    head = heading_row(sheet)
    rows = range(head + 1, sheet.max_row + 1)
    return [row for row in rows if sheet.cell(row, STATE).value]


def fill(file: Path, cells: Mapping[tuple[int, int], object]) -> None:
    """Write values into a sheet, as a unit does."""
    book = load_workbook(file)
    sheet = book.worksheets[0]
    for (row, column), value in cells.items():
        sheet.cell(row, column).value = value  # type: ignore[assignment] # whatever a unit types
    book.save(file)


def add_row(file: Path, words: str) -> None:
    """Write a new row below the others."""
    row = fillable_rows(file)[-1]
    book = load_workbook(file)
    sheet = book.worksheets[0]
    sheet.insert_rows(row + 1)
    sheet.cell(row + 1, CONTENT).value = words
    book.save(file)


def heading_row(sheet: Worksheet) -> int:
    """Return the row whose first cell is STT."""
    return next(row for row in range(1, 60) if sheet.cell(row, NUMBER).value == "STT")


def progress_of(units: UnitsOfWork, plan_id: str) -> PlanProgress:
    """Read a plan as it is in the file."""
    return open_plan(units, plan_id)


def results_of(units: UnitsOfWork, plan_id: str, unit: str) -> list[str]:
    """Return all results that a unit recorded, by its name."""
    progress = progress_of(units, plan_id)
    found = progress.directory.find(unit)
    assert found is not None
    return [
        one.record_of(found.id).result
        for held in progress.occurrences.values()
        for one in held
        if one.record_of(found.id).result
    ]


def forget_identity(file: Path, row: int) -> None:
    """Take the hidden identity of a row away, as retyping it in a new workbook does."""
    book = load_workbook(file)
    for cell in book.worksheets[0][row]:
        if str(cell.value or "").startswith(IDENTITY_MARK):
            cell.value = None
    book.save(file)


def _worksheet(file: Path) -> Worksheet:
    sheet = load_workbook(file).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet
