"""A plan together with who answers for its tasks and what was recorded: states rolled up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.occurrences import SHIPPED_CALENDAR, ReportCalendar, waits_for_document
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.periods import occurrence_period
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.progress import Occurrence, Record, State, occurrence_record
from tthc_desktop.domain.shown_state import Shown, ShownState, shown_state, task_state
from tthc_desktop.domain.task import NumberedTask, Task
from tthc_desktop.domain.task_sources import TaskSource
from tthc_desktop.domain.working_days import WorkingDays

_WHOLE = 100.0
_UNRECORDED = {one: Record(state=one) for one in (State.NOT_STARTED, State.WAITING_DOCUMENT)}


def initial_state(task: Task, occurrence: Occurrence | None = None) -> State:
    """Return the state of a unit that recorded nothing: waiting where words wait for a document.

    An occurrence that a document has dated waits no more.
    """
    has_come = occurrence is not None and occurrence.source is not None
    waits = waits_for_document(task.schedule) and not has_come
    return State.WAITING_DOCUMENT if waits else State.NOT_STARTED


@dataclass(frozen=True)
class PlanProgress:
    """One plan, the directory, the occurrences by task id, the office's days and calendar.

    Without `working_days` the table that is shipped counts. `sources` is what its tasks followed
    when it was opened: a task that comes back follows the same.
    """

    plan: Plan
    directory: Directory
    occurrences: Mapping[str, tuple[Occurrence, ...]]
    working_days: WorkingDays | None = None
    report_calendar: ReportCalendar = SHIPPED_CALENDAR
    sources: tuple[TaskSource, ...] = ()

    def leaves(self) -> Iterator[NumberedTask]:
        """Yield the numbered tasks that are no groups, in table order."""
        return (row for row in self.plan.numbered_tasks() if not row.task.is_group)

    def of_task(self, task: Task) -> tuple[Occurrence, ...]:
        """Return the task's occurrences; none for a group."""
        return () if task.is_group else self.occurrences.get(task.id, ())

    def lead_units(self, task: Task) -> tuple[str, ...]:
        """Return the ids of the units that lead, groups as their members."""
        return self.directory.answering(task.lead_ids)

    def coordinating_units(self, task: Task) -> tuple[str, ...]:
        """Return the ids of the units that co-ordinate; leading beats co-ordinating."""
        leading = set(self.lead_units(task))
        units = self.directory.answering(task.coordinating_ids)
        return tuple(one for one in units if one not in leading)

    def record(self, task: Task, occurrence: Occurrence) -> Record:
        """Return what the occurrence shows, derived from its units and the closing."""
        initial = initial_state(task, occurrence)
        if not occurrence.is_recorded:
            # Most of a plan: nothing to be derived from anybody.
            return _UNRECORDED[initial]
        return occurrence_record(occurrence, self.lead_units(task), initial)

    def unit_record(self, task: Task, occurrence: Occurrence, unit: str) -> Record:
        """Return one unit's record; a lead unit without one has the initial state."""
        record = occurrence.record_of(unit)
        if unit in self.lead_units(task) and record.state is None:
            return Record(
                initial_state(task, occurrence), record.percent, record.result, record.evidence,
                record.difficulty, record.done_on, record.reason, record.note,
            )  # fmt: skip
        return record

    def shown(self, task: Task, occurrence: Occurrence, today: date) -> ShownState:
        """Return the state of an occurrence as seen on *today*."""
        return shown_state(task, occurrence, self.record(task, occurrence), today)

    def task_state(self, task: Task, today: date) -> ShownState | None:
        """Return the worst state shown of a leaf's occurrences that count; None for a group."""
        states = [(one, self.shown(task, one, today)) for one in self.of_task(task)]
        return task_state(states, today) if states else None

    def task_percent(self, task: Task, today: date) -> float | None:
        """Return a leaf's percent: done ÷ occurrences whose day has passed.

        A continuous task: that of the current quarter; a single one: its own. None where
        nothing counts yet.
        """
        occurrences = self.of_task(task)
        if len(occurrences) == 1:
            return self.record(task, occurrences[0]).percent
        dated = [one for one in occurrences if one.due is not None]
        if not dated:
            current = [one for one in occurrences if _runs(one, today)]
            return self.record(task, current[0]).percent if current else None
        passed = [one for one in dated if one.due is not None and one.due < today]
        if not passed:
            return None
        done = sum(self.record(task, one).state is State.DONE for one in passed)
        return done / len(passed) * _WHOLE

    def next_due(self, task: Task) -> date | None:
        """Return the nearest due day that is still open."""
        days = [
            one.due
            for one in self.of_task(task)
            if one.due and self.record(task, one).state in _OPEN
        ]
        return min(days, default=None)

    def counts(self, today: date) -> Counter[Shown]:
        """Return how many leaves are in each shown state."""
        states = (self.task_state(row.task, today) for row in self.leaves())
        return Counter(state.shown for state in states if state)


_OPEN = (State.NOT_STARTED, State.IN_PROGRESS, State.WAITING_DOCUMENT, None)


def _runs(occurrence: Occurrence, today: date) -> bool:
    period = occurrence_period(occurrence.period)
    return period is not None and period.start <= today <= period.end
