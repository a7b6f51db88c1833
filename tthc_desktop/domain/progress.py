"""What was done: per occurrence and unit, with the Văn phòng's own closing above them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from tthc_desktop.domain.difficulty_answer import DifficultyAnswer
from tthc_desktop.domain.evidence import Evidence


class State(StrEnum):
    """Stored states; "quá hạn" is none of them, it is derived at the moment of looking."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    WAITING_DOCUMENT = "waiting_document"
    PAUSED = "paused"
    NO_CASE = "no_case"
    CANCELLED = "cancelled"


STATE_WORDS: dict[State, str] = {
    State.NOT_STARTED: "Chưa thực hiện",
    State.IN_PROGRESS: "Đang thực hiện",
    State.DONE: "Hoàn thành",
    State.WAITING_DOCUMENT: "Chờ văn bản",
    State.PAUSED: "Tạm dừng",
    State.NO_CASE: "Không phát sinh",
    State.CANCELLED: "Hủy",
}
LEFT_OUT = (State.NO_CASE, State.CANCELLED)


@dataclass(frozen=True, slots=True)
class Record:
    """What one unit, or the Văn phòng, has recorded. `percent` is 0 to 100.

    A co-ordinating unit has only result, difficulty and note; its state is None.
    """

    state: State | None = None
    percent: float | None = None
    result: str = ""
    evidence: str = ""
    difficulty: str = ""
    done_on: date | None = None
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A record and the unit that made it."""

    respondent_id: str
    record: Record


@dataclass(frozen=True, slots=True)
class DueSource:
    """What gave an occurrence its day: a document that came, or a case ("khi phát sinh").

    `day` is the document's date, or the day of the case; `text` says more of it.
    """

    kind: Literal["document", "case"]
    number: str = ""
    day: date | None = None
    text: str = ""

    @property
    def words(self) -> str:
        """The document or case in one line: "12/KH-UBND ngày 05/02/2026: tập huấn"."""
        day = f"ngày {self.day:%d/%m/%Y}" if self.day else ""
        head = " ".join(part for part in (self.number, day) if part)
        return ": ".join(part for part in (head, self.text) if part)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One period of a leaf: when it is due and what was recorded.

    `due` is the last day still in time, `overdue_from` the first day too late. `closing`
    is the Văn phòng's own closing and goes before what the units say. `source` is the
    document or case that dated it, where the words of the plan do not. `evidence` and
    `answers` (to difficulties) are of all who recorded, each piece naming whose it is.
    """

    id: str
    task_id: str
    period: str
    due: date | None = None
    overdue_from: date | None = None
    units: tuple[UnitRecord, ...] = ()
    closing: Record | None = None
    source: DueSource | None = None
    evidence: tuple[Evidence, ...] = ()
    answers: tuple[DifficultyAnswer, ...] = ()

    def record_of(self, respondent_id: str) -> Record:
        """Return what the unit recorded; an empty record where it recorded nothing."""
        for one in self.units:
            if one.respondent_id == respondent_id:
                return one.record
        return Record()

    @property
    def is_recorded(self) -> bool:
        """Whether anything was recorded that must not be lost."""
        proofs = self.evidence or self.answers
        return bool(self.units or proofs) or self.closing is not None or self.source is not None


def unit_state(record: Record, initial: State) -> State:
    """Return the state of a lead unit; *initial* where it recorded none."""
    return record.state or initial


def occurrence_record(
    occurrence: Occurrence, lead_units: tuple[str, ...], initial: State = State.NOT_STARTED
) -> Record:
    """Return what the occurrence shows: the Văn phòng's closing, else derived from its units.

    *lead_units* are the ids of all leading units, groups resolved. With several, percent is
    the mean of those not cancelled and not without a case, done_on the latest.
    """
    records = [occurrence.record_of(unit) for unit in lead_units]
    derived = _derived(records, initial)
    if occurrence.closing is None:
        return derived
    closing = occurrence.closing
    return Record(
        state=closing.state or derived.state,
        percent=closing.percent if closing.percent is not None else derived.percent,
        result=closing.result or derived.result,
        evidence=closing.evidence or derived.evidence,
        difficulty=closing.difficulty or derived.difficulty,
        done_on=closing.done_on or (derived.done_on if closing.state is None else None),
        reason=closing.reason or derived.reason,
        note=closing.note or derived.note,
    )


def _derived(records: list[Record], initial: State) -> Record:
    states = [unit_state(record, initial) for record in records]
    counted = [
        record.percent or 0
        for record, state in zip(records, states, strict=True)
        if state not in LEFT_OUT
    ]
    known = any(record.percent is not None for record in records)
    state = derived_state(states, initial)
    done_days = [record.done_on for record in records if record.done_on]
    return Record(
        state=state,
        percent=sum(counted) / len(counted) if counted and known else None,
        result=_joined(record.result for record in records),
        evidence=_joined(record.evidence for record in records),
        difficulty=_joined(record.difficulty for record in records),
        done_on=max(done_days) if state is State.DONE and done_days else None,
        reason=_joined(record.reason for record in records),
        note=_joined(record.note for record in records),
    )


def derived_state(states: list[State], initial: State = State.NOT_STARTED) -> State:
    """Return the state that follows from those of all lead units (none: *initial*).

    Units that cancelled or had no case do not count; done when all the others are.
    """
    counted = [state for state in states if state not in LEFT_OUT]
    if not counted:
        if not states:
            return initial
        return State.NO_CASE if State.NO_CASE in states else State.CANCELLED
    for state in (State.DONE, State.NOT_STARTED, State.WAITING_DOCUMENT, State.PAUSED):
        if all(one is state for one in counted):
            return state
    if any(one in (State.DONE, State.IN_PROGRESS) for one in counted):
        return State.IN_PROGRESS
    return State.WAITING_DOCUMENT if State.WAITING_DOCUMENT in counted else State.NOT_STARTED


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))
