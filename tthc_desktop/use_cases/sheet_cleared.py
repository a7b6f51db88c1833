"""A column that came back empty in every row: lost on the way, not cleared by a person."""

from __future__ import annotations

from collections.abc import Iterable

from tthc_desktop.domain.sent_sheet import SentRow
from tthc_desktop.domain.sheet_merge import CellRefusal, RefusalKind
from tthc_desktop.sheets.progress_columns import FIELD_OF
from tthc_desktop.use_cases.sheet_row_reading import RowFindings

# Fewer cells a person clears one by one.
_LEAST_ROWS = 3
_EMPTY = (None, "")


def refuse_lost_columns(found: RowFindings, sent: Iterable[SentRow]) -> None:
    """Take the cells of *found* back to where they were whose whole column came back empty.

    *sent* are the rows that came back. An incomplete sheet never overwrites complete data: what
    all rows lost at once (a telephone that drops a column) is refused, cell by cell.
    """
    rows = tuple(sent)
    for heading, field in FIELD_OF.items():
        filled = sum(1 for one in rows if one.fields.get(field) not in _EMPTY)
        lost = {one.place for one in found.changes if one.new in _EMPTY}
        lost |= {one.place for one in found.conflicts if one.returned in _EMPTY}
        lost = {one for one in lost if one.field == field}
        if filled < _LEAST_ROWS or len(lost) < filled:
            continue
        found.changes[:] = [one for one in found.changes if one.place not in lost]
        found.conflicts[:] = [one for one in found.conflicts if one.place not in lost]
        message = (
            f"Cột “{heading}” bị xóa trống ở mọi dòng. Số liệu tại Sở được giữ nguyên; cần xóa "
            "thì sửa trong chương trình."
        )
        for place in sorted(lost, key=lambda one: (len(one.cell), one.cell)):
            refusal = CellRefusal(place.cell, message, RefusalKind.VALUE, place.number, heading)
            found.refused.append(refusal)
