"""A period of a task closed by what it follows: a report that is sent, the index of a month.

What a person recorded is never overwritten: only what has not begun or is under way is closed,
as the Văn phòng's own closing, and words that stand there stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from tthc_desktop.domain.evidence import Evidence
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.plan import PlanState
from tthc_desktop.domain.progress import Occurrence, Record, State
from tthc_desktop.domain.sheet_merge import value_as_json
from tthc_desktop.domain.task_sources import SourceKind
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.opening import plan_progress

WHOLE = 100.0
SUBJECT = "source"
Closed = Callable[[Occurrence, Record], Occurrence]


@dataclass(frozen=True, slots=True)
class SourceClosing:
    """An occurrence before and after its source closed it."""

    plan_id: str
    number: str
    before: Occurrence
    after: Occurrence


def lead_followers(
    work: UnitOfWork,
    kind: SourceKind,
    reference: str,
    period: str,
    closed: Closed,
    words: str,
    only: Iterable[str] = (),
) -> tuple[SourceClosing, ...]:
    """Write *closed* of each occurrence of *period* whose task follows the source; no commit.

    *closed* is given the occurrence and the record it shows; what it returns unchanged is left.
    Plans that are closed are not touched. *only*: of these tasks, all where there are none.
    """
    wanted = set(only)
    done: list[SourceClosing] = []
    for plan_id, task_ids in work.sources.followers(kind, reference).items():
        opened = plan_progress(work, plan_id)
        if opened.plan.state is PlanState.CLOSED:
            continue
        for row in opened.leaves():
            if row.task.id not in task_ids or (wanted and row.task.id not in wanted):
                continue
            for one in opened.of_task(row.task):
                after = closed(one, opened.record(row.task, one)) if one.period == period else one
                if after != one:
                    done.append(SourceClosing(plan_id, row.number, one, after))
    _write(work, done, words)
    return tuple(done)


def closed_record(occurrence: Occurrence, shown: Record, given: Record) -> Record:
    """Return the Văn phòng's closing with *given* in it; result and evidence told before stay."""
    before = occurrence.closing or Record()
    evidence = "; ".join(dict.fromkeys(one for one in (shown.evidence, given.evidence) if one))
    return replace(
        before,
        state=given.state,
        percent=given.percent,
        done_on=given.done_on,
        # Without words of its own a closing shows the units' result.
        result=before.result or ("" if shown.result else given.result),
        evidence=evidence,
    )


def with_closing(
    occurrence: Occurrence, closing: Record | None, piece: Evidence | None = None
) -> Occurrence:
    """Return the occurrence with a closing, and with a piece of evidence where there is one."""
    evidence = (*occurrence.evidence, piece) if piece is not None else occurrence.evidence
    return replace(occurrence, closing=None if closing == Record() else closing, evidence=evidence)


def take_back_closings(units: UnitsOfWork, closings: tuple[SourceClosing, ...]) -> int:
    """Undo what a source closed, in one transaction; return how many periods are as before.

    A period that a person recorded since stays. Raises Refused where all of them changed.
    """
    with units.writing() as work:
        count = restore(work, closings)
        if not count:
            message = (
                "Các kỳ này đã được ghi lại sau đó nên không hoàn tác. Hãy sửa ở tab Nhiệm vụ. "
                "Chưa thay đổi gì."
            )
            raise Refused(message)
        plan_id = closings[0].plan_id
        words = f"Hoàn tác ghi kết quả theo nguồn: {count} kỳ"
        work.commit(Act(words, SUBJECT, plan_id, plan_id))
    return count


def restore(work: UnitOfWork, closings: tuple[SourceClosing, ...]) -> int:
    """Write what was there before, where nothing changed since; no commit. Return how many."""
    known = {
        one.id: one
        for plan_id in {one.plan_id for one in closings}
        for some in work.progress.of_plan(plan_id).values()
        for one in some
    }
    undone = [
        replace(one, before=one.after, after=one.before)
        for one in closings
        if known.get(one.after.id) == one.after
    ]
    _write(work, undone, "Hoàn tác ghi kết quả theo nguồn")
    return len(undone)


def is_open(shown: Record) -> bool:
    """Whether a source may close what shows this record."""
    return (shown.state or State.NOT_STARTED) in (State.NOT_STARTED, State.IN_PROGRESS)


def _write(work: UnitOfWork, closings: Iterable[SourceClosing], words: str) -> None:
    acts = []
    for one in closings:
        work.progress.set(one.after)
        before, after = (_values(record) for record in (one.before.closing, one.after.closing))
        acts.append(
            Act(
                words=f"{words}: nhiệm vụ {one.number}, kỳ {one.after.period}",
                subject="occurrence",
                subject_id=one.after.id,
                plan_id=one.plan_id,
                before=before,
                after=after,
            )
        )
    work.sheets.write_journal(acts)


def _values(record: Record | None) -> dict[str, Any]:
    said = record or Record()
    return {one.name: value_as_json(getattr(said, one.name)) for one in fields(said)}
