"""Progress counted by unit: one line per occurrence and leading unit, and its figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import LEFT_OUT, Occurrence, Record, State
from tthc_desktop.domain.task import Task

NO_LEAD = "Chưa phân công"
CAN_BE_OVERDUE = (State.NOT_STARTED, State.IN_PROGRESS)
_SETTLED = (State.DONE, *LEFT_OUT)


@dataclass(frozen=True, slots=True)
class CountedLine:
    """One occurrence as it counts for one unit.

    `unit` is the respondent's id, empty where nobody leads. `assigned` is False without
    lead or timing: such a line is "Chưa phân công", never overdue.
    """

    unit: str
    number: str
    period: str
    state: State
    due: date | None
    done_on: date | None
    assigned: bool


class Figures(NamedTuple):
    """The counts of some lines, in the order of the summary's columns."""

    total: int
    done: int
    done_late: int
    in_progress: int
    not_started: int
    waiting: int
    paused: int
    left_out: int
    overdue: int

    @property
    def rate(self) -> float | None:
        """Done ÷ (total − cancelled − without a case); None where nothing counts."""
        counted = self.total - self.left_out
        return self.done / counted if counted else None


def figures_of(lines: Iterable[CountedLine], as_of: date) -> Figures:
    """Count *lines* as seen on *as_of*."""
    kept = tuple(lines)
    states = [one.state for one in kept]
    return Figures(
        total=len(kept),
        done=states.count(State.DONE),
        done_late=sum(_is_late(one) for one in kept),
        in_progress=states.count(State.IN_PROGRESS),
        not_started=states.count(State.NOT_STARTED),
        waiting=states.count(State.WAITING_DOCUMENT),
        paused=states.count(State.PAUSED),
        left_out=sum(states.count(one) for one in LEFT_OUT),
        overdue=sum(_is_overdue(one, as_of) for one in kept),
    )


def _is_late(line: CountedLine) -> bool:
    if line.state is not State.DONE or line.due is None or line.done_on is None:
        return False
    return line.done_on > line.due


def _is_overdue(line: CountedLine, as_of: date) -> bool:
    if line.due is None or not line.assigned:
        return False
    return line.state in CAN_BE_OVERDUE and line.due < as_of


def counted_lines(
    progress: PlanProgress, number: str, task: Task, occurrence: Occurrence, unit: str | None
) -> Iterator[CountedLine]:
    """Yield the occurrence's line for each leading unit; for *unit* alone if it is given.

    In the sheet of all units, what the Văn phòng has closed counts as closed for those who
    did not report; a unit's own sheet counts what the unit itself has recorded.
    """
    units = progress.lead_units(task)
    if unit is not None:
        units = tuple(one for one in units if one == unit)
    elif not units:
        yield counted_line("", number, task, occurrence, progress.record(task, occurrence))
    for one in units:
        record = progress.unit_record(task, occurrence, one)
        if unit is None:
            record = _closed(record, occurrence.closing)
        yield counted_line(one, number, task, occurrence, record)


def counted_line(
    unit: str, number: str, task: Task, occurrence: Occurrence, record: Record
) -> CountedLine:
    """Return one line; a record without state counts as not started."""
    return CountedLine(
        unit,
        number,
        occurrence.period,
        record.state or State.NOT_STARTED,
        occurrence.due,
        record.done_on,
        assigned=bool(task.lead and task.timing),
    )


def _closed(record: Record, closing: Record | None) -> Record:
    if closing is None or closing.state is None or record.state in _SETTLED:
        return record
    return closing
