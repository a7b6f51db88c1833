"""Occurrences of our plans as lines of a report, and what units still owe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tthc_desktop.domain.periods import Period, parse_period, period_words
from tthc_desktop.domain.plan import PlanKind, PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import LEFT_OUT, Occurrence, State
from tthc_desktop.domain.reporting.facts import ProgressLine
from tthc_desktop.domain.reporting.report import Report, ReportKind
from tthc_desktop.domain.target_words import target_words
from tthc_desktop.domain.task import NumberedTask
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.sheets.row_selection import SheetTask, selected_tasks
from tthc_desktop.use_cases.difficulties import recorded_difficulties
from tthc_desktop.use_cases.opening import plan_progress

_KINDS = {
    ReportKind.CONTROL: (PlanKind.CONTROL, PlanKind.COMMUNICATION, PlanKind.OTHER),
    ReportKind.COMMUNICATION: (PlanKind.COMMUNICATION,),
}


def plans_of(work: UnitOfWork, kind: ReportKind, period: Period) -> tuple[PlanProgress, ...]:
    """Return our plans of the years of a period that a kind of report tells of."""
    return tuple(plan_progress(work, one) for one in _plan_ids(work, kind, period))


def has_plan(work: UnitOfWork, report: Report) -> bool:
    """Whether there is a plan of ours whose tasks a report tells of."""
    period = parse_period(report.period)
    return period is not None and any(_plan_ids(work, report.kind, period))


def _plan_ids(work: UnitOfWork, kind: ReportKind, period: Period) -> Iterator[str]:
    years = range(period.start.year, period.end.year + 1)
    for one in work.plans.summaries():
        is_ours = one.state is not PlanState.REFERENCE
        if is_ours and one.year in years and one.kind in _KINDS[kind]:
            yield one.id


def progress_lines(
    work: UnitOfWork, kind: ReportKind, key: str | None, today: date
) -> tuple[ProgressLine, ...]:
    """Return the occurrences of a calendar period, those still open from before among them."""
    period = parse_period(key) if key else None
    if period is None:
        return ()
    return tuple(
        _line(opened, one.row, occurrence, today)
        for opened in plans_of(work, kind, period)
        for one, occurrence in _rows(opened, period)
    )


def open_lines(lines: tuple[ProgressLine, ...]) -> tuple[ProgressLine, ...]:
    """Return the lines on which something is left to do."""
    return tuple(one for one in lines if not one.is_done and one.state not in LEFT_OUT)


def owing_units(work: UnitOfWork, report: Report) -> tuple[tuple[str, int], ...]:
    """Return who still owes something for a report: the unit's name and how many records.

    A unit owes a record for each occurrence of the period it leads and has told nothing of,
    unless it handed in what it owes.
    """
    period = parse_period(report.period)
    received = {one.respondent_id for one in report.submissions}
    owed: dict[str, int] = {}
    for opened in plans_of(work, report.kind, period) if period else ():
        for one, occurrence in _rows(opened, period):
            if occurrence.closing is not None and occurrence.closing.state is not None:
                continue
            for unit in opened.lead_units(one.row.task):
                if unit not in received and occurrence.record_of(unit).state is None:
                    name = opened.directory.get(unit).name
                    owed[name] = owed.get(name, 0) + 1
    return tuple(owed.items())


def asked_units(work: UnitOfWork, report: Report) -> tuple[str, ...]:
    """Return the names of all units that are asked for records of a report's period."""
    period = parse_period(report.period)
    names: dict[str, None] = {}
    for opened in plans_of(work, report.kind, period) if period else ():
        for one, _ in _rows(opened, period):
            names |= dict.fromkeys(
                opened.directory.get(unit).name for unit in opened.lead_units(one.row.task)
            )
    return tuple(names)


def _rows(opened: PlanProgress, period: Period | None) -> Iterator[tuple[SheetTask, Occurrence]]:
    tasks = opened.plan.numbered_tasks()
    for one in selected_tasks(opened, tasks, period, None):
        for occurrence in one.occurrences:
            yield one, occurrence


def _line(
    opened: PlanProgress, row: NumberedTask, occurrence: Occurrence, today: date
) -> ProgressLine:
    task, record = row.task, opened.record(row.task, occurrence)
    state = record.state or State.NOT_STARTED
    names = (one.words or opened.directory.get(one.respondent_id).name for one in task.lead)
    return ProgressLine(
        key=f"{task.id}.{occurrence.period}",
        number=row.number,
        content=task.content,
        lead="; ".join(names),
        period=period_words(occurrence.period),
        due=occurrence.due,
        state=state,
        days_late=_days_late(occurrence, state, record.done_on, today),
        percent=record.percent,
        result=record.result,
        reason=record.reason,
        difficulties=tuple(recorded_difficulties(opened, row, occurrence)),
        done_on=record.done_on,
        evidence=record.evidence,
        told=_told(opened, row, occurrence),
        target=target_words(task.target) if task.target else "",
    )


def _told(
    opened: PlanProgress, row: NumberedTask, occurrence: Occurrence
) -> tuple[tuple[str, str], ...]:
    """Return what each unit told, where several did and the Văn phòng did not sum it up."""
    if occurrence.closing is not None and occurrence.closing.result:
        return ()
    units = opened.lead_units(row.task)
    results = ((unit, occurrence.record_of(unit).result) for unit in units)
    told = tuple((opened.directory.get(unit).name, result) for unit, result in results if result)
    return told if len(told) > 1 else ()


def _days_late(
    occurrence: Occurrence, state: State, done_on: date | None, today: date
) -> int:  # fmt: skip
    if occurrence.due is None or state in LEFT_OUT:
        return 0
    if state is State.DONE:
        return max(0, (done_on - occurrence.due).days) if done_on else 0
    if state in (State.PAUSED, State.WAITING_DOCUMENT):
        return 0
    return max(0, (today - occurrence.due).days)
