"""Columns of a task table, recognised by the meaning of their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from tthc_desktop.reading.source import SourceCell, SourceTable
from tthc_desktop.reading.source_rows import placed
from tthc_desktop.vietnamese_text import fold

_LOOK_FOR_HEADER = 3


class Column(StrEnum):
    """What a column of a task table holds."""

    NUMBER = "number"
    CONTENT = "content"
    LEAD = "lead"
    COORDINATING = "coordinating"
    TIMING = "timing"
    OTHER = "other"


TASK_COLUMNS = (Column.NUMBER, Column.CONTENT, Column.LEAD, Column.COORDINATING, Column.TIMING)

# The first that fits counts: "Thời gian thực hiện" is a time, "Đơn vị phối hợp thực hiện"
# co-operates, "Kết quả thực hiện nhiệm vụ" has no place in a plan.
_MEANINGS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"^(?:so )?(?:s ?t ?t|tt|thu tu)$"),
    (Column.OTHER, r"\b(?:ghi chu|san pham|ket qua|kinh phi|nguon|minh chung|muc tieu|chi tieu)\b"),
    (Column.LEAD, r"\bchu tri\b"),
    (Column.COORDINATING, r"\b(?:phoi hop|theo doi)\b"),
    (Column.TIMING, r"\b(?:thoi gian|thoi han|han|tien do|thoi diem|ky han)\b"),
    (Column.LEAD, r"\b(?:phu trach|phan cong|don vi|co quan|bo phan|nguoi thuc hien)\b"),
    (Column.CONTENT, r"\b(?:noi dung|nhiem vu|hang muc|cong viec|hoat dong|giai phap|viec)\b"),
)  # fmt: skip
_PATTERNS = tuple((column, re.compile(pattern)) for column, pattern in _MEANINGS)


@dataclass(frozen=True, slots=True)
class TaskHeader:
    """The header of a task table: the column and heading of every place, and where it ends."""

    columns: tuple[Column, ...]
    headings: tuple[str, ...]
    rows: int

    def place(self, column: Column) -> int | None:
        """Return where *column* stands, None where the table has none."""
        return self.columns.index(column) if column in self.columns else None

    def heading(self, column: Column) -> str:
        """Return the heading of *column* in the office's own words."""
        place = self.place(column)
        return "" if place is None else self.headings[place]


def task_header(table: SourceTable) -> TaskHeader | None:
    """Return the header of a task table, None for any other table."""
    for last in range(min(_LOOK_FOR_HEADER, len(table.rows))):
        for first in {last, max(0, last - 1)}:
            header = _header(table, first, last)
            if header is not None and not _goes_on_below(table, header):
                return header
    return None


def _goes_on_below(table: SourceTable, header: TaskHeader) -> bool:
    """Whether the row below belongs to the header: its cells hang from those above."""
    if header.rows >= len(table.rows):
        return False
    cells = [cell for _, cell in placed(table.rows[header.rows])]
    return bool(cells) and cells[0].continues


def _header(table: SourceTable, first: int, last: int) -> TaskHeader | None:
    headings = _headings(table, table.rows[first : last + 1])
    columns: list[Column] = []
    for heading in headings:
        column = meaning_of(heading)
        columns.append(Column.OTHER if column in columns else column)
    header = TaskHeader(tuple(columns), headings, last + 1)
    return header if _is_task_table(header) else None


def _headings(table: SourceTable, rows: Sequence[tuple[SourceCell, ...]]) -> tuple[str, ...]:
    """Return the heading of every column; one over two rows reads from above to below."""
    headings: list[list[str]] = [[] for _ in range(table.columns)]
    for row in rows:
        for start, cell in placed(row):
            for place in range(start, start + cell.span):
                if cell.text and not cell.continues:
                    headings[place].append(cell.text)
    return tuple(" ".join(words) for words in headings)


def meaning_of(heading: str) -> Column:
    """Return what a column with this heading holds."""
    folded = fold(heading).strip(" .:")
    found = (column for column, pattern in _PATTERNS if pattern.search(folded))
    return next(found, Column.OTHER)


def _is_task_table(header: TaskHeader) -> bool:
    """Whether these are tasks: timetables and budgets have no number and nobody who leads."""
    held = set(header.columns)
    if not {Column.CONTENT, Column.LEAD} <= held:
        return False
    return Column.NUMBER in held or {Column.COORDINATING, Column.TIMING} <= held
