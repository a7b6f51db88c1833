"""The fifteen columns of a progress sheet, in one table: heading, width, look, value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.progress import STATE_WORDS
from tthc_desktop.sheets.progress_rows import NamePart, ProgressRow, Role
from tthc_desktop.sheets.sheet_styles import (
    DATE_STYLE,
    LEFT_STYLE,
    MIDDLE_STYLE,
    PERCENT_STYLE,
)

CellValue = str | date | float | tuple[NamePart, ...] | None
_WHOLE = 100
_LEADING = frozenset({Role.LEAD})
_EITHER = frozenset({Role.LEAD, Role.COORDINATING})


@dataclass(frozen=True, slots=True)
class ProgressColumn:
    """A column; `filled_by` are the roles in which a unit fills it in its own sheet."""

    heading: str
    width: float
    style: str
    value: Callable[[ProgressRow], CellValue]
    filled_by: frozenset[Role] = frozenset()


# Headings are a promise to scripts (commands.md). A4 landscape takes 130 digits at full
# size: A to J, which are printed, have 152, so that they print at 85 % (12 pt as 10) and
# stand side by side on a screen of 1366 pixels.
COLUMNS: tuple[ProgressColumn, ...] = (
    ProgressColumn("STT", 6.5, MIDDLE_STYLE, lambda row: row.number),
    ProgressColumn("Nội dung công việc", 37, LEFT_STYLE, lambda row: row.content),
    ProgressColumn("Chủ trì", 14.5, MIDDLE_STYLE, lambda row: row.lead),
    ProgressColumn("Phối hợp", 14.5, MIDDLE_STYLE, lambda row: row.coordinating),
    ProgressColumn("Thời gian hoàn thành", 14.5, MIDDLE_STYLE, lambda row: row.timing),
    ProgressColumn("Kỳ", 9, MIDDLE_STYLE, lambda row: row.period and period_words(row.period)),
    ProgressColumn("Hạn", 14, DATE_STYLE, lambda row: row.due),
    ProgressColumn(
        "Trạng thái", 12, MIDDLE_STYLE,
        lambda row: STATE_WORDS[row.record.state] if row.record.state else None, _LEADING,
    ),
    ProgressColumn(
        "%", 6.5, PERCENT_STYLE,
        lambda row: None if row.record.percent is None else row.record.percent / _WHOLE, _LEADING,
    ),
    ProgressColumn("Kết quả", 24, LEFT_STYLE, lambda row: row.record.result, _EITHER),
    ProgressColumn("Minh chứng", 24, LEFT_STYLE, lambda row: row.record.evidence, _LEADING),
    ProgressColumn("Ngày hoàn thành", 13, DATE_STYLE, lambda row: row.record.done_on, _LEADING),
    ProgressColumn("Lý do chậm", 22, LEFT_STYLE, lambda row: row.record.reason, _LEADING),
    ProgressColumn(
        "Khó khăn, vướng mắc", 24, LEFT_STYLE, lambda row: row.record.difficulty, _EITHER
    ),
    ProgressColumn("Ghi chú", 20, LEFT_STYLE, lambda row: row.record.note, _EITHER),
)  # fmt: skip
# The columns that units fill, and the fields of a record they stand for.
FIELD_OF = {
    "Trạng thái": "state",
    "%": "percent",
    "Kết quả": "result",
    "Minh chứng": "evidence",
    "Ngày hoàn thành": "done_on",
    "Lý do chậm": "reason",
    "Khó khăn, vướng mắc": "difficulty",
    "Ghi chú": "note",
}
# The hidden column after the last: which row of which sheet this is (domain/sheet_identity).
IDENTITY_HEADING = "Mã dòng"
HEADINGS = tuple(column.heading for column in COLUMNS)
PRINTED_HEADINGS = HEADINGS[: HEADINGS.index("Kết quả") + 1]


def place_of(heading: str) -> int:
    """Return the number of a column from 1, as Excel counts."""
    return HEADINGS.index(heading) + 1
