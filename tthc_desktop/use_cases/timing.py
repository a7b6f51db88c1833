"""What the words of a timing mean: read at once, chosen by hand, read anew."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tthc_desktop.domain.occurrences import (
    SHIPPED_CALENDAR,
    PlannedOccurrence,
    ReportCalendar,
    plan_occurrences,
)
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.timing import Schedule, WordsClause, unread_schedule
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.vietnamese_text import clean_line


@dataclass(frozen=True, slots=True)
class Understood:
    """A phrase, what it means, and what falls due in the year."""

    words: str
    schedule: Schedule
    occurrences: tuple[PlannedOccurrence, ...]

    @property
    def asks(self) -> bool:
        """Whether a part of the words was not understood."""
        return is_unknown(self.schedule)


def understand(
    words: str,
    year: int,
    content: str,
    working_days: WorkingDays,
    calendar: ReportCalendar = SHIPPED_CALENDAR,
) -> Understood:
    """Return what *words* mean for a task of *content* in the plan *year*."""
    schedule = read_timing(clean_line(words), year, clean_line(content))
    return Understood(words, schedule, plan_occurrences(schedule, year, working_days, calendar))


def is_unknown(schedule: Schedule) -> bool:
    """Whether a part of the words was not understood."""
    return any(isinstance(one, WordsClause) and one.kind == "unknown" for one in schedule.clauses)


def with_words(task: Task, words: str, year: int) -> Task:
    """Return the task with other words of time, read at once; the same words change nothing."""
    if words == task.timing:
        return task
    return replace(task, timing=words, schedule=read_timing(words, year, task.content))


def with_content_read(before: Task, after: Task, year: int) -> Task:
    """Return *after* with its timing read anew where the content changed: it says if it reports.

    What a person chose stays, and so do schedules that came with words of another reading.
    """
    if before.content == after.content or after.schedule.overridden:
        return after
    if before.schedule != read_timing(before.timing, year, before.content):
        return after
    return replace(after, schedule=read_timing(after.timing, year, after.content))


def with_timings_read(plan: Plan) -> Plan:
    """Return the plan with every timing read that nobody has read yet."""

    def read(task: Task) -> Task:
        children = tuple(read(one) for one in task.children)
        if children != task.children:
            task = replace(task, children=children)
        if not task.timing or task.schedule != unread_schedule(task.timing):
            return task
        return replace(task, schedule=read_timing(task.timing, plan.year, task.content))

    annexes = tuple(
        replace(one, tasks=tuple(read(task) for task in one.tasks)) for one in plan.annexes
    )
    return replace(plan, annexes=annexes, follow_up=tuple(read(one) for one in plan.follow_up))
