"""Which occurrences stand in a sheet: by period and by unit (commands.md, "Sheet")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tthc_desktop.domain.periods import Period, occurrence_period, periods_of_year
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import LEFT_OUT, Occurrence, State
from tthc_desktop.domain.task import NumberedTask, Task

_CLOSED = (State.DONE, *LEFT_OUT)


class SheetTask(NamedTuple):
    """A row of the task tree and those of its occurrences that the sheet shows."""

    row: NumberedTask
    occurrences: tuple[Occurrence, ...]


def selected_tasks(
    progress: PlanProgress,
    tasks: Iterable[NumberedTask],
    period: Period | None,
    unit: str | None,
) -> Iterator[SheetTask]:
    """Yield the leaves that have a row in the sheet, each after the groups above it.

    A group is yielded without occurrences, and only where something below it is shown.
    """
    above: list[NumberedTask] = []
    for row in tasks:
        above = [group for group in above if group.depth < row.depth]
        if row.task.is_group:
            above.append(row)
            continue
        occurrences = _of_leaf(progress, row.task, period, unit)
        if occurrences:
            yield from (SheetTask(group, ()) for group in above)
            above.clear()
            yield SheetTask(row, occurrences)


def _of_leaf(
    progress: PlanProgress, task: Task, period: Period | None, unit: str | None
) -> tuple[Occurrence, ...]:
    if unit is not None and not answers(progress, task, unit):
        return ()
    occurrences = progress.of_task(task)
    if period is None:
        return occurrences
    return tuple(one for one in occurrences if _belongs(progress, task, one, period, unit))


def answers(progress: PlanProgress, task: Task, unit: str) -> bool:
    """Whether the unit leads or co-ordinates the task, itself or through a group."""
    return unit in progress.directory.answering(task.lead_ids + task.coordinating_ids)


def _belongs(
    progress: PlanProgress, task: Task, occurrence: Occurrence, period: Period, unit: str | None
) -> bool:
    if occurrence.due is None:
        own = occurrence_period(occurrence.period)
        return own is None or is_review_of(own, period)
    if occurrence.due < period.start:
        return _is_open(progress, task, occurrence, unit)
    return occurrence.due <= period.end


def is_review_of(review: Period, period: Period) -> bool:
    """Whether a review (a quarter without due day) is one of *period*'s reviews.

    Every quarter that lies wholly in the period. A period that holds no whole quarter (a
    month, a week, a span of days) has the review of the quarter in which it ends, so that
    continuous tasks do not vanish from a monthly sheet.
    """
    if period.start <= review.start and review.end <= period.end:
        return True
    return review.start <= period.end <= review.end and not _holds_a_quarter(period)


def _holds_a_quarter(period: Period) -> bool:
    return any(
        period.start <= quarter.start and quarter.end <= period.end
        for year in range(period.start.year, period.end.year + 1)
        for quarter in periods_of_year("quarter", year)
    )


def _is_open(progress: PlanProgress, task: Task, occurrence: Occurrence, unit: str | None) -> bool:
    """Whether something is left to do: for the unit, where the sheet is one unit's.

    What the Văn phòng has closed is closed for all; a co-ordinating unit has no state of
    its own, so the occurrence's counts.
    """
    if progress.record(task, occurrence).state in _CLOSED:
        return False
    return unit is None or progress.unit_record(task, occurrence, unit).state not in _CLOSED
