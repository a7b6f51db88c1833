"""What happened to a task, told from the journal: "Thời gian: ‘Quý I’ → ‘Quý II’"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tthc_desktop.domain.journal import Act, JournalEntry
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.periods import period_words
from tthc_desktop.domain.progress import STATE_WORDS, State
from tthc_desktop.ports import UnitsOfWork

OFFICE_CLOSING = "Văn phòng chốt kỳ"
_TEXTS = {"content": "Nội dung", "timing": "Thời gian", "target": "Chỉ tiêu"}
_UNITS = {"lead": "Chủ trì", "coordinating": "Phối hợp"}
_RECORD = {
    "state": "trạng thái",
    "percent": "tỷ lệ",
    "result": "kết quả",
    "evidence": "minh chứng",
    "done_on": "ngày hoàn thành",
    "reason": "lý do chậm",
    "difficulty": "khó khăn",
    "note": "ghi chú",
}
_NOTHING = "trống"
_Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act: when (ISO, local time), by whose account, in words, and what it changed."""

    at: str
    who: str
    words: str
    changes: tuple[str, ...]


def task_history(units: UnitsOfWork, plan_id: str, task_id: str) -> tuple[HistoryLine, ...]:
    """Return what was done to a task and to its occurrences, newest first."""
    with units.reading() as work:
        entries = work.journal.of_subject(plan_id, task_id)
        directory = work.office.directory()
        occurrences = work.progress.of_plan(plan_id).get(task_id, ())
    periods = {one.id: one.period for one in occurrences}
    return tuple(_line(entry, task_id, directory, periods) for entry in entries)


def _line(
    entry: JournalEntry, task_id: str, directory: Directory, periods: Mapping[str, str]
) -> HistoryLine:
    act = entry.act
    if act.subject == "occurrence":
        period = period_words(periods.get(act.subject_id, "")) if periods else ""
        changes = tuple(_record_changes(period, act.before or {}, act.after or {}))
    else:
        before, after = _of_task(act, act.before, task_id), _of_task(act, act.after, task_id)
        changes = tuple(_task_changes(before, after, directory))
    reason = (f"Lý do: {act.reason}",) if act.reason else ()
    document = (f"Văn bản: {act.document}",) if act.document else ()
    return HistoryLine(entry.at, entry.who, act.words, (*changes, *reason, *document))


def _of_task(act: Act, values: Any, task_id: str) -> _Values | None:  # noqa: ANN401 - plain JSON
    if not isinstance(values, dict):
        return None
    found = values if act.subject == "task" else values.get(task_id)
    return found if isinstance(found, dict) else None


def _task_changes(
    before: _Values | None, after: _Values | None, directory: Directory
) -> Iterator[str]:
    if before is None or after is None:
        yield "Thêm nhiệm vụ" if before is None else "Xóa nhiệm vụ"
        return
    for key, heading in _TEXTS.items():
        if (before.get(key) or "") != (after.get(key) or ""):
            yield _change(heading, before.get(key), after.get(key))
    for key, heading in _UNITS.items():
        old, new = (_names(values.get(key, ()), directory) for values in (before, after))
        if old != new:
            yield _change(heading, old, new)
    if before.get("place") != after.get("place"):
        yield "Chuyển chỗ trong bảng"
    yield from _answer_changes(before, after)
    yield from _recorded_changes(before, after, directory)


def _recorded_changes(before: _Values, after: _Values, directory: Directory) -> Iterator[str]:
    old, new = (_records(values.get("recorded", ())) for values in (before, after))
    for key in dict.fromkeys((*old, *new)):
        period, unit = key
        name = _names((unit,), directory) if unit else OFFICE_CLOSING
        where = f"{period_words(period)}, {name}"
        yield from _record_changes(where, old.get(key, {}), new.get(key, {}))


def _answer_changes(before: _Values, after: _Values) -> Iterator[str]:
    old, new = before.get("answers", ()), after.get("answers", ())
    for period, _, words in new:
        if [period, _, words] not in old:
            yield f"Trả lời khó khăn: {_quoted(words)} ({period_words(period)})"
    if len(new) < len(old):
        yield "Bỏ câu trả lời khó khăn"


def _records(recorded: Any) -> dict[tuple[str, str | None], _Values]:  # noqa: ANN401 - plain JSON
    found: dict[tuple[str, str | None], _Values] = {}
    for period, unit, *values in recorded:
        if len(values) == 1:
            found[period, unit] = values[0]
    return found


def _record_changes(where: str, before: _Values, after: _Values) -> Iterator[str]:
    for key, heading in _RECORD.items():
        old, new = _value(key, before.get(key)), _value(key, after.get(key))
        if old != new:
            change = _change(heading.capitalize(), old, new)
            yield f"{change} ({where})" if where else change


def _value(key: str, value: Any) -> str:  # noqa: ANN401 - plain JSON
    if value is None or value == "":
        return ""
    if key == "state":
        return STATE_WORDS[State(value)]
    if key == "percent":
        return f"{value:g} %"
    return f"{date.fromisoformat(value):%d/%m/%Y}" if key == "done_on" else str(value)


def _names(ids: Any, directory: Directory) -> str:  # noqa: ANN401 - plain JSON
    known = {one.id: one.name for one in directory.respondents}
    return "; ".join(known.get(one, "đơn vị đã bỏ") for one in ids)


def _change(heading: str, old: str | None, new: str | None) -> str:
    return f"{heading}: {_quoted(old)} → {_quoted(new)}"


def _quoted(text: str | None) -> str:
    return f"‘{text}’" if text else _NOTHING
