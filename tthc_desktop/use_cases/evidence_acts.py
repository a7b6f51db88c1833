"""Acts on evidence: each gives an edit, as those of `task_acts`; nothing is written yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from tthc_desktop.domain.attachment import HeldFile
from tthc_desktop.domain.evidence import Evidence
from tthc_desktop.domain.evidence_text import with_words, without_words
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record, UnitRecord
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.domain.task_tree import tasks_of
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.task_acts import edit_to_occurrence
from tthc_desktop.vietnamese_text import clean_line

_EMPTY = "Minh chứng chưa có nội dung. Ghi số văn bản, nội dung, liên kết hoặc chọn tệp."
_LINK = (
    "Liên kết “{}” không mở được. Liên kết bắt đầu bằng http:// hoặc https://. Chưa thay đổi gì."
)
_COORDINATING = "Đơn vị phối hợp không ghi minh chứng. Chưa thay đổi gì."


def put_evidence(
    progress: PlanProgress,
    occurrence: Occurrence,
    piece: Evidence,
    *,
    file: HeldFile | None = None,
    dropped: HeldFile | None = None,
    instead: str = "",
) -> TaskEdit:
    """Add a piece of evidence, or change the one of the same id; its words follow in the text.

    *file* is attached with it, *dropped* taken out. The words stand where the text told the
    same in other words, *instead*. Raises Refused for a piece that says nothing, a link that
    is none, a co-ordinating unit.
    """
    now = _present(progress, occurrence)
    piece = clean_evidence(piece)
    _refuse(progress, now, piece)
    before = next((one for one in now.evidence if one.id == piece.id), None)
    if before is None:
        pieces = (*now.evidence, piece)
    else:
        pieces = tuple(piece if one.id == piece.id else one for one in now.evidence)
    text = _text(now, piece.respondent_id)
    text = with_words(text, piece.words, instead or (before.words if before else ""))
    changed = _with_text(replace(now, evidence=pieces), piece.respondent_id, text)
    words = "sửa minh chứng" if before else "thêm minh chứng"
    return _edit(words, progress, changed, file, dropped)


def remove_evidence(
    progress: PlanProgress, occurrence: Occurrence, piece_id: str, dropped: HeldFile | None = None
) -> TaskEdit:
    """Take a piece out, with its file, and its words where the text still has them."""
    now = _present(progress, occurrence)
    piece = next((one for one in now.evidence if one.id == piece_id), None)
    if piece is None:
        raise Refused("Minh chứng này không còn nữa. Chưa thay đổi gì.")
    others = tuple(one for one in now.evidence if one.id != piece_id)
    text = without_words(_text(now, piece.respondent_id), piece.words)
    changed = _with_text(replace(now, evidence=others), piece.respondent_id, text)
    return _edit("bỏ minh chứng", progress, changed, None, dropped)


def pieces_of(occurrence: Occurrence, unit: str | None) -> tuple[Evidence, ...]:
    """Return what proves a unit's result, or that of the Văn phòng (None)."""
    return tuple(one for one in occurrence.evidence if one.respondent_id == unit)


def _edit(
    words: str,
    progress: PlanProgress,
    changed: Occurrence,
    file: HeldFile | None,
    dropped: HeldFile | None,
) -> TaskEdit:
    edit = edit_to_occurrence(words, progress, changed)
    return replace(edit, files=_one(file), dropped_files=_one(dropped))


def _one(file: HeldFile | None) -> tuple[HeldFile, ...]:
    return (file,) if file else ()


def _present(progress: PlanProgress, occurrence: Occurrence) -> Occurrence:
    known: Iterable[Occurrence] = progress.occurrences.get(occurrence.task_id, ())
    found = next((one for one in known if one.id == occurrence.id), None)
    if found is None:
        raise Refused("Kỳ này không còn trong kế hoạch. Chưa thay đổi gì.")
    return found


def clean_evidence(piece: Evidence) -> Evidence:
    """Return a piece as it is kept: text cleaned, "www." a link."""
    link = clean_line(piece.link)
    if link.lower().startswith("www."):
        link = f"https://{link}"
    return replace(
        piece,
        number=clean_line(piece.number),
        subject=clean_line(piece.subject),
        link=link,
        note=clean_line(piece.note),
    )


def _refuse(progress: PlanProgress, occurrence: Occurrence, piece: Evidence) -> None:
    if piece.is_empty:
        raise Refused(f"{_EMPTY} Chưa thay đổi gì.")
    if piece.link and not is_web_link(piece.link):
        raise Refused(_LINK.format(piece.link))
    unit = piece.respondent_id
    task = tasks_of(progress.plan, [occurrence.task_id])[occurrence.task_id]
    if unit is not None and unit not in progress.lead_units(task):
        raise Refused(_COORDINATING)


def is_web_link(link: str) -> bool:
    """Whether *link* may be opened: a page of the web, never a file or a program."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in link


def _text(occurrence: Occurrence, unit: str | None) -> str:
    if unit is None:
        return occurrence.closing.evidence if occurrence.closing else ""
    return occurrence.record_of(unit).evidence


def _with_text(occurrence: Occurrence, unit: str | None, text: str) -> Occurrence:
    """Return the occurrence with the text of the evidence; an empty record is none."""
    if unit is None:
        closing = replace(occurrence.closing or Record(), evidence=text)
        return replace(occurrence, closing=None if closing == Record() else closing)
    record = replace(occurrence.record_of(unit), evidence=text)
    known = [one.respondent_id for one in occurrence.units]
    others = [one for one in occurrence.units if one.respondent_id != unit]
    if record != Record():
        place = known.index(unit) if unit in known else len(others)
        others.insert(place, UnitRecord(unit, record))
    return replace(occurrence, units=tuple(others))
