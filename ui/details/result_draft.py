"""What a person is about to record, and what stands in the way; without a widget."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

from tthc_desktop.domain.evidence_text import rebased
from tthc_desktop.domain.lenient_date import read_day
from tthc_desktop.domain.progress import Occurrence, Record, State
from tthc_desktop.vietnamese_text import clean_text

_WHOLE = 100
_FORM = "%d/%m/%Y"
REASON_ASKED = "Kỳ này đã quá hạn: ghi lý do chậm trước khi ghi Hoàn thành."


@dataclass(frozen=True, slots=True)
class ResultDraft:
    """The fields as typed; a co-ordinating unit has only result, difficulty and note."""

    state: State | None = None
    percent: str = ""
    result: str = ""
    evidence: str = ""
    done_on: str = ""
    reason: str = ""
    difficulty: str = ""
    note: str = ""

    def with_state(self, state: State | None, today: date) -> ResultDraft:
        """Return the draft in another state: Hoàn thành is whole and of today, else not."""
        if state is State.DONE:
            day = self.done_on or today.strftime(_FORM)
            return replace(self, state=state, percent=f"{_WHOLE} %", done_on=day)
        if self.state is State.DONE:
            return replace(self, state=state, percent="", done_on="")
        return replace(self, state=state)


def draft_of(record: Record) -> ResultDraft:
    """Return what the fields show of a record."""
    return ResultDraft(
        record.state,
        "" if record.percent is None else f"{record.percent:g} %".replace(".", ","),
        record.result,
        record.evidence,
        record.done_on.strftime(_FORM) if record.done_on else "",
        record.reason,
        record.difficulty,
        record.note,
    )


def rebased_draft(typed: ResultDraft, before: ResultDraft, now: ResultDraft) -> ResultDraft:
    """Return what is typed over *before*, over *now*: fields left alone follow what came.

    Of the evidence the pieces that came or went meanwhile do so in what is typed.
    """
    changed = {
        one.name: getattr(typed, one.name)
        for one in fields(typed)
        if getattr(typed, one.name) != getattr(before, one.name)
    }
    if "evidence" in changed:
        changed["evidence"] = rebased(typed.evidence, before.evidence, now.evidence)
    return replace(now, **changed)


def record_of(draft: ResultDraft, year: int) -> Record:
    """Return the record of a draft without troubles."""
    return Record(
        draft.state,
        read_percent(draft.percent),
        clean_text(draft.result),
        clean_text(draft.evidence),
        clean_text(draft.difficulty),
        read_day(draft.done_on, year).day,
        clean_text(draft.reason),
        clean_text(draft.note),
    )


def read_percent(text: str) -> float | None:
    """Return the number meant by "83", "83 %" or "83,5 %"; None for none, or no such number."""
    plain = text.replace("%", "").replace(",", ".").strip()
    try:
        found = float(plain)
    except ValueError:
        return None
    return found if 0 <= found <= _WHOLE else None


def asks_reason(draft: ResultDraft, occurrence: Occurrence, today: date) -> bool:
    """Whether Hoàn thành needs a reason: the period is, or is being, done after its due day."""
    if occurrence.overdue_from is None or draft.state in _NEVER_LATE:
        return False
    day = read_day(draft.done_on, today.year).day or today
    return day >= occurrence.overdue_from


_NEVER_LATE = (State.CANCELLED, State.NO_CASE)


def troubles_of(draft: ResultDraft, occurrence: Occurrence, today: date) -> dict[str, str]:
    """Return what must be put right first, by field."""
    found: dict[str, str] = {}
    if draft.percent.strip() and read_percent(draft.percent) is None:
        found["percent"] = f"“{draft.percent.strip()}” không phải tỷ lệ. Ghi số từ 0 đến 100."
    day = read_day(draft.done_on, today.year)
    if day.trouble:
        found["done_on"] = day.trouble
    elif day.day and day.day > today and draft.state is State.DONE:
        found["done_on"] = f"Ngày hoàn thành không được sau hôm nay, {today:%d/%m/%Y}."
    if draft.state is not State.DONE:
        return found
    if not day.day and "done_on" not in found:
        found["done_on"] = "Ghi Hoàn thành thì cần ngày hoàn thành. Gõ 2805 cũng được."
    if asks_reason(draft, occurrence, today) and not clean_text(draft.reason):
        found["reason"] = REASON_ASKED
    return found
