"""The columns of the task table, declared once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

Field = Literal["content", "lead", "coordinating", "timing"]


class Column(IntEnum):
    """The places of the columns."""

    NUMBER = 0
    CONTENT = 1
    LEAD = 2
    COORDINATING = 3
    TIMING = 4
    DUE = 5
    STATE = 6
    PERCENT = 7
    RESULT = 8


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """Heading, width at 100 % of the text size, and how the column's words stand."""

    heading: str
    width: int
    right: bool = False
    secondary: bool = False


COLUMNS = {
    Column.NUMBER: ColumnLook("STT", 60),
    Column.CONTENT: ColumnLook("Nội dung công việc", 300),
    Column.LEAD: ColumnLook("Chủ trì", 118),
    Column.COORDINATING: ColumnLook("Phối hợp", 108, secondary=True),
    Column.TIMING: ColumnLook("Thời gian\n(nguyên văn)", 124),
    Column.DUE: ColumnLook("Hạn tính", 88),
    Column.STATE: ColumnLook("Trạng thái", 168),
    Column.PERCENT: ColumnLook("%", 46, right=True),
    Column.RESULT: ColumnLook("Kết quả", 150, secondary=True),
}

# The columns a person writes in, by the names the acts know them by.
FIELDS: dict[Column, Field] = {
    Column.CONTENT: "content",
    Column.LEAD: "lead",
    Column.COORDINATING: "coordinating",
    Column.TIMING: "timing",
}
