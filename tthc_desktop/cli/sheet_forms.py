"""What `sheet merge` answers: its JSON document and the text for a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from tthc_desktop.domain.progress import STATE_WORDS, State
from tthc_desktop.domain.sheet_merge import (
    CellChange,
    CellConflict,
    CellRefusal,
    Value,
    value_as_json,
)

if TYPE_CHECKING:
    from tthc_desktop.use_cases.sheet_proposals import (
        FileProposal,
        LikelyRow,
        MergeProposal,
        OnConflict,
    )

Json = dict[str, Any]


def merge_json(proposal: MergeProposal, on_conflict: OnConflict, *, applied: bool) -> Json:
    """Return the document of `sheet merge`."""
    return {
        "files": [_file(one, on_conflict) for one in proposal.files],
        "missing_divisions": list(proposal.missing),
        "applied": applied,
    }


def _file(file: FileProposal, on_conflict: OnConflict) -> Json:
    return {
        "file": str(file.path),
        "division": file.unit_name,
        "changed": [_change(one) for one in _taken(file, on_conflict)],
        "conflicts": [
            {
                "cell": one.place.cell,
                "number": one.place.number,
                "field": one.place.field,
                "sent": value_as_json(one.sent),
                "returned": value_as_json(one.returned),
                "office": value_as_json(one.office),
            }
            for one in file.conflicts
        ],
        "refused": [{"cell": one.cell, "message": one.message} for one in file.refused]
        + [{"cell": one.cell, "message": _likely_words(one)} for one in file.likely],
    }


def _taken(file: FileProposal, on_conflict: OnConflict) -> Iterator[CellChange]:
    """Yield the cells that are written: with `returned` the conflicts too."""
    yield from file.changes
    if on_conflict.value == "returned":
        for one in file.conflicts:
            yield CellChange(one.place, one.sent, one.office, one.returned)


def _change(change: CellChange) -> Json:
    place = change.place
    return {
        "cell": place.cell,
        "number": place.number,
        "period": place.period,
        "field": place.field,
        "old": value_as_json(change.old),
        "new": value_as_json(change.new),
    }


def _likely_words(row: LikelyRow) -> str:
    share = round(row.score * 100)
    return (
        f"Dòng này mất mã dòng, chỉ khớp {share} % theo nội dung với nhiệm vụ {row.number} nên "
        "chưa được nhận. Hãy nhận tệp trong cửa sổ chương trình để xác nhận."
    )


def merge_text(proposal: MergeProposal, on_conflict: OnConflict, *, applied: bool) -> str:
    """Return the same for a person."""
    lines = []
    for file in proposal.files:
        lines.append(f"{file.path.name}: {file.unit_name or 'tất cả đơn vị'}")
        if file.refusal:
            lines[-1] = file.refusal
            continue
        verb = "Đã nhận" if applied else "Sẽ nhận"
        taken = list(_taken(file, on_conflict))
        lines += [
            f"  {verb} ô {one.place.cell}, nhiệm vụ {one.place.number}: "
            f"{_words(one.old)} → {_words(one.new)}"
            for one in taken
        ]
        lines += [_conflict_words(one) for one in file.conflicts]
        lines += [f"  Không nhận {_where(one)}{one.message}" for one in file.refused]
        lines += [f"  Không nhận ô {one.cell}: {_likely_words(one)}" for one in file.likely]
        if not (taken or file.conflicts or file.refused or file.likely):
            lines.append("  Không có gì mới.")
    if proposal.missing:
        lines.append(f"Chưa trả lời: {'; '.join(proposal.missing)}.")
    return "\n".join(lines)


def _conflict_words(one: CellConflict) -> str:
    sent, returned, office = (_words(value) for value in (one.sent, one.returned, one.office))
    return (
        f"  Cần chọn ô {one.place.cell}, nhiệm vụ {one.place.number}: lúc gửi {sent}, "
        f"phòng trả về {returned}, hiện nay tại Sở {office}"
    )


def _where(refusal: CellRefusal) -> str:
    return f"ô {refusal.cell}: " if refusal.cell else ""


def _words(value: Value) -> str:
    if value in (None, ""):
        return "(trống)"
    if isinstance(value, State):
        return f"“{STATE_WORDS[value]}”"
    if isinstance(value, date):
        return f"“{value:%d/%m/%Y}”"
    return f"“{value:g} %”" if isinstance(value, float) else f"“{value}”"
