"""A returned sheet as rows by heading: wherever its columns and rows went meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from tthc_desktop.domain.sheet_identity import IDENTITY_MARK, RowIdentity, read_identity
from tthc_desktop.errors import Refused
from tthc_desktop.reading.foreign_errors import refusing_broken
from tthc_desktop.reading.gate import open_office_file
from tthc_desktop.sheets.progress_columns import HEADINGS
from tthc_desktop.sheets.progress_worksheet import SHEET_NAME
from tthc_desktop.sheets.returned_values import shown_text
from tthc_desktop.sheets.returned_workbook import (
    RawCell,
    RawRow,
    RawSheet,
    WorkbookReader,
)
from tthc_desktop.vietnamese_text import clean_line, fold

_NUMBER, _CONTENT = HEADINGS[:2]
_FOLDED = {fold(heading): heading for heading in HEADINGS}
_EMPTY, _COVERED = RawCell(None), RawCell(None, is_covered=True)
SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row below the headings. `is_broken` where its identity was there and was changed."""

    number: int
    cells: dict[str, RawCell]
    identity: RowIdentity | None
    is_broken: bool = False

    def cell(self, heading: str) -> RawCell:
        """Return the cell under a heading; an empty one where nothing stands."""
        return self.cells.get(heading, _EMPTY)

    def text(self, heading: str) -> str:
        """Return the words of a cell on one line."""
        return clean_line(shown_text(self.cell(heading).value))


@dataclass(frozen=True, slots=True)
class ReturnedSheet:
    """What came back. `columns` are the letters by heading, `above` the lines over the table.

    `doubled` are the cells of headings that stand once more: those columns are not read.
    """

    path: Path
    sha256: str
    above: tuple[str, ...]
    heading_row: int
    columns: dict[str, str]
    rows: tuple[ReturnedRow, ...]
    doubled: tuple[tuple[str, str], ...] = ()

    def address(self, row: ReturnedRow, heading: str) -> str:
        """Return where a cell stands in the file: K12."""
        return f"{self.columns.get(heading, 'A')}{row.number}"


def read_returned_sheet(path: Path) -> ReturnedSheet:
    """Read a file that came back; Refused with one sentence for anything that is no sheet."""
    if path.suffix.lower() != SUFFIX:
        message = (
            f"Tệp “{path.name}” không phải tệp Excel (.xlsx). "
            "Hãy mở bằng Excel rồi lưu lại thành .xlsx. Chưa ghi gì."
        )
        raise Refused(message)
    package = open_office_file(path, "excel")
    digest = sha256(package.content).hexdigest()
    with refusing_broken(path.name):
        for sheet in WorkbookReader(package).sheets(SHEET_NAME):
            place = _heading_place(sheet)
            if place is not None:
                return _returned(path, digest, sheet, place)
    message = (
        f"Tệp “{path.name}” không có dòng đầu cột bắt đầu bằng “{_NUMBER}” nên không phải phiếu "
        "tiến độ. Hãy chọn tệp phòng đã điền. Chưa ghi gì."
    )
    raise Refused(message)


def _heading_place(sheet: RawSheet) -> int | None:
    for place, row in enumerate(sheet.rows):
        headings = _headings(row).values()
        if _NUMBER in headings and _CONTENT in headings:
            return place
    return None


def _headings(row: RawRow) -> dict[int, str]:
    """Return the headings of a row by column, each once, however they are spaced."""
    found: dict[int, str] = {}
    for column, cell in row.cells.items():
        if isinstance(cell.value, str):
            heading = _FOLDED.get(fold(clean_line(cell.value)))
            if heading is not None and heading not in found.values():
                found[column] = heading
    return found


def _returned(path: Path, digest: str, sheet: RawSheet, place: int) -> ReturnedSheet:
    above, table = sheet.rows[:place], sheet.rows[place:]
    headings = _headings(table[0])
    lines = tuple(
        clean_line(cell.value)
        for row in above
        for cell in row.cells.values()
        if isinstance(cell.value, str)
    )
    columns = {heading: get_column_letter(column) for column, heading in headings.items()}
    merged = [one for one in sheet.merged if (one.max_row or 0) > table[0].number]
    rows = tuple(_row(one, headings, merged) for one in table[1:])
    doubled = tuple(_doubled(table[0], headings))
    return ReturnedSheet(path, digest, lines, table[0].number, columns, rows, doubled)


def _doubled(row: RawRow, headings: dict[int, str]) -> Iterator[tuple[str, str]]:
    """Yield cell and heading of columns that have the name of another one."""
    for column, cell in row.cells.items():
        if column not in headings and isinstance(cell.value, str):
            heading = _FOLDED.get(fold(clean_line(cell.value)))
            if heading is not None:
                yield f"{get_column_letter(column)}{row.number}", heading


def _row(row: RawRow, headings: dict[int, str], merged: list[CellRange]) -> ReturnedRow:
    cells: dict[str, RawCell] = {}
    identity, is_broken = None, False
    for column, cell in row.cells.items():
        heading = headings.get(column)
        if heading is not None:
            cells[heading] = cell
        elif isinstance(cell.value, str) and cell.value.startswith(IDENTITY_MARK):
            identity = read_identity(cell.value)
            is_broken = identity is None
    here = [one for one in merged if one.min_row <= row.number <= one.max_row]
    for one in here:
        for column, heading in headings.items():
            is_first = (row.number, column) == (one.min_row, one.min_col)
            if one.min_col <= column <= one.max_col and not is_first:
                cells[heading] = _COVERED
    return ReturnedRow(row.number, cells, identity, is_broken)
