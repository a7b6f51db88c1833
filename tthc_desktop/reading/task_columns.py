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
    DETAIL = "detail"
    OTHER = "other"


TASK_COLUMNS = (Column.NUMBER, Column.CONTENT, Column.LEAD, Column.COORDINATING, Column.TIMING)

# These words decide wherever they stand: "Đơn vị phối hợp thực hiện" co-operates.
_SPECIFIC = (
    (Column.LEAD, r"\bchu tri\b"),
    (Column.COORDINATING, r"\b(?:phoi hop|theo doi)\b"),
    # Of "bắt đầu" and "kết thúc" the second is when a task is to be done.
    (Column.TIMING, r"\b(?:thoi (?:gian|han|diem)|ngay|han)\b.*\b(?:hoan thanh|ket thuc)\b"),
)
# Among these the first word counts: "Kết quả thực hiện nhiệm vụ" is no task, "Thời gian thực
# hiện, kết quả" is a time. Whatever has none of them has no place in a plan.
_GENERAL = (
    (Column.OTHER, r"\b(?:ghi chu|san pham|ket qua|minh chung|can cu|van ban)\b"),
    (Column.TIMING, r"\b(?:thoi gian|thoi han|han|tien do|thoi diem|ky han)\b"),
    (Column.LEAD, r"\b(?:phu trach|phan cong|trach nhiem|don vi|co quan|bo phan|can bo)\b"),
    (Column.LEAD, r"\bnguoi thuc hien\b"),
    (Column.CONTENT, r"\b(?:noi dung|nhiem vu|hang muc|cong viec|hoat dong|giai phap|viec)\b"),
)  # fmt: skip
# A list under such a heading is one of tasks even where nobody is named.
_TASKS = r"\b(?:nhiem vu|cong viec|hang muc)\b"
_NUMBERS = frozenset({"stt", "tt", "sott", "sothutu", "thutu"})
_STRONG, _WEAK = 0, 1


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
    meanings = [meaning_of(heading) for heading in headings]
    # Of several columns of one meaning it is the clearest, then the first.
    best: dict[Column, int] = {}
    for place, (column, strength) in enumerate(meanings):
        if column not in best or strength < meanings[best[column]][1]:
            best[column] = place
    columns = tuple(
        column if place == best[column] else Column.OTHER
        for place, (column, _) in enumerate(meanings)
    )
    details = (
        place
        for place, (column, _) in enumerate(meanings)
        if column is Column.CONTENT
        and place > best[column]
        and headings[place] != headings[place - 1]
    )
    if (detail := next(details, None)) is not None:
        columns = (*columns[:detail], Column.DETAIL, *columns[detail + 1 :])
    header = TaskHeader(columns, headings, last + 1)
    return header if _is_task_table(header) else None


def _headings(table: SourceTable, rows: Sequence[tuple[SourceCell, ...]]) -> tuple[str, ...]:
    """Return the heading of every column; one over two rows reads from above to below."""
    width = table.columns
    headings: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for start, cell in placed(row):
            if cell.span >= width > 1:
                # A title over the width of the table heads no column.
                continue
            for place in range(start, start + cell.span):
                if cell.text and not cell.continues:
                    headings[place].append(cell.text)
    return tuple(" ".join(words) for words in headings)


def meaning_of(heading: str) -> tuple[Column, int]:
    """Return what a column with this heading holds, and how clear that is (0: quite)."""
    folded = fold(heading)
    if re.sub(r"[\W_]", "", folded) in _NUMBERS:
        return Column.NUMBER, _STRONG
    for column, pattern in _SPECIFIC:
        if re.search(pattern, folded):
            return column, _STRONG
    found = [
        (match.start(), column)
        for column, pattern in _GENERAL
        if (match := re.search(pattern, folded))
    ]
    return (min(found)[1] if found else Column.OTHER), _WEAK


def _is_task_table(header: TaskHeader) -> bool:
    """Whether these are tasks: timetables and budgets have no number and nobody who leads."""
    held = set(header.columns)
    if not {Column.CONTENT, Column.LEAD} <= held:
        named = re.search(_TASKS, fold(header.heading(Column.CONTENT)))
        return bool(named) and {Column.NUMBER, Column.CONTENT, Column.TIMING} <= held
    return Column.NUMBER in held or {Column.COORDINATING, Column.TIMING} <= held
