"""A merge proposal in the words of the screen; asked for in the worker, which knows the plans."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from tthc_desktop.domain.periods import ONCE, period_words
from tthc_desktop.domain.progress import STATE_WORDS, State
from tthc_desktop.domain.sheet_merge import CellPlace, CellRefusal, RefusalKind, Value
from ui.sheets.merge_view import FileChoices, MergeFile, MergeRow, NewTask, Part, Side

if TYPE_CHECKING:
    from tthc_desktop.ports import UnitsOfWork
    from tthc_desktop.use_cases.sheet_proposals import FileProposal, LikelyRow, MergeChoices

ALL_UNITS = "Phiếu của tất cả đơn vị"
# The heading of the part says it already.
_SAID_ABOVE = " Giá trị tại Sở được giữ nguyên."
_FIELD_WORDS = {
    "state": "Trạng thái",
    "percent": "%",
    "result": "Kết quả",
    "evidence": "Minh chứng",
    "done_on": "Ngày hoàn thành",
    "reason": "Lý do chậm",
    "difficulty": "Khó khăn, vướng mắc",
    "note": "Ghi chú",
}
_ROW_WORDS = {
    RefusalKind.NEW_ROW: "Dòng mới",
    RefusalKind.GONE_ROW: "Dòng không còn",
    RefusalKind.LIKELY_ROW: "Dòng chưa rõ",
}


@dataclass(frozen=True, slots=True)
class CellKey:
    """A cell of the file as the use case names it; `likely` is the row's key, "" for a sure one."""

    cell: str
    likely: str = ""


def contents_of(units: UnitsOfWork, plan_ids: set[str]) -> dict[str, str]:
    """Return what is to be done by the id of each occurrence of these plans; for the worker."""
    from tthc_desktop.use_cases.opening import open_plan

    found: dict[str, str] = {}
    for plan_id in plan_ids:
        opened = open_plan(units, plan_id)
        for numbered in opened.leaves():
            for one in opened.of_task(numbered.task):
                found[one.id] = numbered.task.content
    return found


def file_view(file: FileProposal, contents: Mapping[str, str]) -> MergeFile:
    """Return a file as the screen shows it."""
    unit = file.unit_name or ("" if file.refusal else ALL_UNITS)
    return MergeFile(
        str(file.path),
        file.path.name,
        unit,
        _sent_words(file),
        tuple(_rows(file, contents)),
        file.refusal,
        is_known=file.is_known,
        is_answer=bool(file.unit_id) and not file.is_known and not file.refusal,
        plan_id=file.plan_id or "",
    )


def chosen(file: FileProposal, choices: FileChoices) -> MergeChoices:
    """Return what the person chose of a file as the use case takes it."""
    from tthc_desktop.use_cases.sheet_proposals import MergeChoices, OnConflict

    left: set[str] = set()
    sides: dict[str, OnConflict] = {}
    likely: set[str] = set()
    for place, row in enumerate(choices.file.rows):
        key, side = row.key, choices.side(place)
        if not isinstance(key, CellKey):
            continue
        if row.part is Part.CONFLICT and side is not Side.NONE:
            sides[key.cell] = OnConflict(side.value)
        elif row.part is Part.CHANGE and side is Side.NONE:
            left.add(key.cell)
        if key.likely and side is not Side.NONE:
            likely.add(key.likely)
    return MergeChoices(
        left=frozenset((file.path, cell) for cell in left),
        chosen={(file.path, cell): side for cell, side in sides.items()},
        likely=frozenset((file.path, cell) for cell in likely),
        files=frozenset({file.path}),
    )


def value_words(value: Value) -> str:
    """Return a value as a cell shows it, "" for none."""
    if isinstance(value, State):
        return STATE_WORDS[value]
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float | int):
        return f"{value:.6g}".replace(".", ",")
    return value or ""


def moment_words(at: str) -> str:
    """Return the day of a kept moment (ISO), "" for none."""
    return f"{datetime.fromisoformat(at):%d/%m/%Y}" if at else ""


def _sent_words(file: FileProposal) -> str:
    if not file.sent_at:
        return ""
    words = f"Phiếu gửi đi ngày {moment_words(file.sent_at)}, bản {file.edition}"
    return words if file.is_newest else f"{words} (đã gửi bản mới hơn)"


def _rows(file: FileProposal, contents: Mapping[str, str]) -> Iterator[MergeRow]:
    yield from _cells(file, contents)
    for one in file.likely:
        yield from _cells(one, contents, one)
    for refused in file.refused:
        if refused.cell is not None:
            yield _refused(refused)


def _cells(
    found: FileProposal | LikelyRow, contents: Mapping[str, str], row: LikelyRow | None = None
) -> Iterator[MergeRow]:
    key = row.cell if row else ""
    score = round(100 * row.score) if row else 0
    for pair in found.conflicts:
        yield _cell(
            Part.CONFLICT, pair.place, contents, key, score, pair.sent, pair.returned, pair.office
        )
    for one in found.changes:
        yield _cell(Part.CHANGE, one.place, contents, key, score, one.sent, one.new, one.old)


def _cell(
    part: Part,
    place: CellPlace,
    contents: Mapping[str, str],
    row: str,
    score: int,
    *values: Value,
) -> MergeRow:
    sent, returned, office = (value_words(one) for one in values)
    return MergeRow(
        part,
        CellKey(place.cell, row),
        place.number,
        _FIELD_WORDS[place.field],
        _detail(place, contents),
        sent,
        returned,
        office,
        likeness=score,
    )


def _detail(place: CellPlace, contents: Mapping[str, str]) -> str:
    words = period_words(place.period)
    period = "" if place.period.startswith(ONCE) else f"Kỳ {words[0].lower()}{words[1:]}"
    content = contents.get(place.occurrence_id, "").split("\n", maxsplit=1)[0]
    return " · ".join(filter(None, (period, content)))


def _refused(one: CellRefusal) -> MergeRow:
    title = one.heading or _ROW_WORDS.get(one.kind, "Dòng")
    returned = f"“{one.returned}”" if one.returned else ""
    said = one.message.removesuffix(_SAID_ABOVE)
    key = (one.cell, one.heading)
    is_new = one.kind is RefusalKind.NEW_ROW and bool(one.returned)
    return MergeRow(
        Part.REFUSED, key, one.number, title, f"ô {one.cell}", returned=returned, said=said,
        new_task=NewTask(one.returned, one.timing) if is_new else None,
    )  # fmt: skip
