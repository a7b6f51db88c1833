"""The files of the merge screen as lines of the comparison that is kept as a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ui.sheets.merge_view import FileChoices, MergeRow, Part, Side
from ui.sheets.merge_words import CellKey

if TYPE_CHECKING:
    from tthc_desktop.sheets.comparison_workbook import ComparisonLine

_CONFLICT = {
    Side.NONE: ("Chưa chọn", "Hai bên cùng sửa, sửa khác nhau"),
    Side.RETURNED: ("Lấy của phòng", "Hai bên cùng sửa, sửa khác nhau"),
    Side.OFFICE: ("Giữ của Sở", "Hai bên cùng sửa, sửa khác nhau"),
}
_CHANGE = {Side.RETURNED: "Nhận", Side.NONE: "Không nhận"}
_REFUSED, _NOT_READ = "Không nhận được", "Không đọc được"
_LIKELY = "Dòng mất mã, khớp {} % theo nội dung"
_WAITS = ", khi bấm Nhận"


def lines_of(files: Iterable[tuple[FileChoices, str]]) -> Iterator[ComparisonLine]:
    """Yield a line for each cell of the files; those not taken yet are told as such."""
    from tthc_desktop.sheets.comparison_workbook import ComparisonLine

    for choices, taken in files:
        file = choices.file
        who = file.unit or "Không rõ phòng"
        if file.trouble:
            blank = ("",) * 7
            yield ComparisonLine(who, *blank, _NOT_READ, file.trouble, file.name)
        for place, row in enumerate(file.rows):
            outcome, reason = _outcome(row, choices.side(place), is_taken=bool(taken))
            column, cell, content = _place(row)
            yield ComparisonLine(
                who, row.number, content, column, cell, row.sent, row.returned, row.office,
                outcome, reason, file.name,
            )  # fmt: skip


def _place(row: MergeRow) -> tuple[str, str, str]:
    """Return the column, the cell's address and what the row is about."""
    if isinstance(row.key, CellKey):
        return row.title, row.key.cell, row.detail
    return row.title, row.detail.removeprefix("ô "), ""


def _outcome(row: MergeRow, side: Side, *, is_taken: bool) -> tuple[str, str]:
    if row.part is Part.REFUSED:
        return _REFUSED, row.said
    if row.part is Part.CONFLICT:
        outcome, reason = _CONFLICT[side]
    else:
        outcome, reason = _CHANGE.get(side, ""), ""
    if row.likeness:
        reason = "; ".join(filter(None, (reason, _LIKELY.format(row.likeness))))
    waits = side is not Side.NONE and not is_taken
    return f"{outcome}{_WAITS}" if waits else outcome, reason
