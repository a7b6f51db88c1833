"""Recording what was done: for a unit, or as the Văn phòng's own closing."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.periods import occurrence_period
from tthc_desktop.domain.plan import PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record, State, UnitRecord
from tthc_desktop.domain.task import NumberedTask, Task
from tthc_desktop.errors import Refused, WrongCall
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.evidence_acts import pieces_of
from tthc_desktop.use_cases.opening import find_plan_id, find_task, find_unit, plan_progress
from tthc_desktop.vietnamese_text import clean_line, clean_text

_COORDINATING_FIELDS = ("result", "difficulty", "note")
_WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Recording:
    """What a person records; None leaves what was recorded before."""

    state: State | None = None
    percent: float | None = None
    result: str | None = None
    evidence: str | None = None
    difficulty: str | None = None
    done_on: date | None = None
    reason: str | None = None
    note: str | None = None

    def given(self) -> dict[str, Any]:
        """Return the values that are given, text cleaned."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {
            name: clean_text(value) if isinstance(value, str) and name != "state" else value
            for name, value in values.items()
            if value is not None
        }


@dataclass(frozen=True, slots=True)
class RecordedOccurrence:
    """The occurrence after recording, the plan around it, and what a person should know."""

    opened: PlanProgress
    row: NumberedTask
    occurrence: Occurrence
    warnings: tuple[str, ...]


def record_progress(
    units: UnitsOfWork,
    plan_id: str | None,
    number: str,
    recording: Recording,
    *,
    today: date,
    period: str | None = None,
    division: str | None = None,
) -> RecordedOccurrence:
    """Record progress of one occurrence.

    Without *division* it is the only lead unit's record, or, where several or none answer,
    the Văn phòng's own closing. A co-ordinating unit takes only result, difficulty, note.
    Raises Refused for an unknown task, period or unit, or a read-only plan.
    """
    with units.writing() as work:
        opened = plan_progress(work, find_plan_id(work, plan_id))
        row = find_task(opened.plan, number)
        _refuse_unrecordable(opened, row)
        occurrence = _occurrence(opened, row, period, today)
        unit = _unit(opened, row.task, division)
        before = occurrence.closing or Record() if unit is None else occurrence.record_of(unit)
        leads = unit is None or unit in opened.lead_units(row.task)
        after = _merged(before, recording, today) if leads else _coordinating(before, recording)
        changed = _with(occurrence, unit, after)
        work.progress.set(changed)
        work.commit(_act(opened, row, changed, before, after))
        now = plan_progress(work, opened.plan.id)
    written = next(one for one in now.occurrences[row.task.id] if one.id == changed.id)
    warnings = tuple(_warnings(changed, unit, after)) if leads else ()
    return RecordedOccurrence(now, row, written, warnings)


def _refuse_unrecordable(opened: PlanProgress, row: NumberedTask) -> None:
    if opened.plan.state is PlanState.REFERENCE:
        message = "Kế hoạch để đối chiếu, không ghi kết quả. Chưa thay đổi gì."
        raise Refused(message)
    if row.task.is_group:
        message = f"Dòng {row.number} là nhóm việc, không ghi kết quả. Hãy chọn một nhiệm vụ."
        raise Refused(message)


def _occurrence(
    opened: PlanProgress, row: NumberedTask, period: str | None, today: date
) -> Occurrence:
    occurrences = opened.of_task(row.task)
    if period is None and len(occurrences) == 1:
        return occurrences[0]
    if period is None:
        running = [one for one in occurrences if one.due is None and _runs(one, today)]
        if len(running) == 1 and all(one.due is None for one in occurrences):
            return running[0]
        keys = ", ".join(one.period for one in occurrences)
        message = f"Nhiệm vụ {row.number} có nhiều kỳ. Hãy chỉ rõ một kỳ: {keys}."
        raise WrongCall(message)
    for one in occurrences:
        if one.period == period:
            return one
    keys = ", ".join(one.period for one in occurrences)
    message = f"Nhiệm vụ {row.number} không có kỳ “{period}”. Các kỳ: {keys}."
    raise Refused(message)


def _runs(occurrence: Occurrence, today: date) -> bool:
    period = occurrence_period(occurrence.period)
    return period is not None and period.start <= today <= period.end


def _unit(opened: PlanProgress, task: Task, division: str | None) -> str | None:
    leading = opened.lead_units(task)
    if division is None:
        return leading[0] if len(leading) == 1 else None
    unit = find_unit(opened.directory, clean_line(division)).id
    if unit in leading or unit in opened.coordinating_units(task):
        return unit
    message = f"“{division}” không chủ trì và không phối hợp nhiệm vụ này. Chưa thay đổi gì."
    raise Refused(message)


def _merged(before: Record, recording: Recording, today: date) -> Record:
    given = recording.given()
    after = replace(before, **given)
    if recording.state is None:
        if before.state is None and recording.done_on is None:
            message = "Thiếu trạng thái (--state)."
            raise WrongCall(message)
        return after
    if recording.state is State.DONE:
        done_on = recording.done_on or today
        percent = _WHOLE if recording.percent is None else recording.percent
        return replace(after, done_on=done_on, percent=percent)
    # A task that is open again has no day of completion and no leftover 100 %.
    if before.state is State.DONE:
        after = replace(after, done_on=recording.done_on, percent=recording.percent)
    return after


def _coordinating(before: Record, recording: Recording) -> Record:
    given = recording.given()
    refused = [name for name in given if name not in _COORDINATING_FIELDS]
    if refused:
        message = (
            "Đơn vị phối hợp chỉ ghi kết quả, khó khăn và ghi chú, không ghi trạng thái, tỷ lệ, "
            "minh chứng, ngày hoàn thành. Chưa thay đổi gì."
        )
        raise Refused(message)
    return replace(before, **given)


def _with(occurrence: Occurrence, unit: str | None, record: Record) -> Occurrence:
    if unit is None:
        return replace(occurrence, closing=record)
    others = tuple(one for one in occurrence.units if one.respondent_id != unit)
    return replace(occurrence, units=(*others, UnitRecord(unit, record)))


def _warnings(occurrence: Occurrence, unit: str | None, record: Record) -> list[str]:
    if record.state is not State.DONE:
        return []
    warnings = []
    if not record.evidence and not pieces_of(occurrence, unit):
        warnings.append("Đã ghi Hoàn thành nhưng chưa có minh chứng.")
    late = occurrence.overdue_from and record.done_on and record.done_on >= occurrence.overdue_from
    if late and not record.reason:
        warnings.append("Hoàn thành sau hạn nhưng chưa có lý do chậm.")
    return warnings


def _act(
    opened: PlanProgress, row: NumberedTask, occurrence: Occurrence, before: Record, after: Record
) -> Act:
    return Act(
        words=f"Ghi kết quả nhiệm vụ {row.number}, kỳ {occurrence.period}",
        subject="occurrence",
        subject_id=occurrence.id,
        plan_id=opened.plan.id,
        before=_values(before),
        after=_values(after),
    )


def _values(record: Record) -> dict[str, Any]:
    values = {one.name: getattr(record, one.name) for one in fields(record)}
    values["done_on"] = record.done_on.isoformat() if record.done_on else None
    return values
