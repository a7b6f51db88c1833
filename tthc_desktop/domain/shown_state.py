"""The state a person sees: derived from what is stored and from the day of looking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc_desktop.domain.periods import occurrence_period
from tthc_desktop.domain.progress import Occurrence, Record, State
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.timing import WordsClause

SOON_DAYS = 7


class Shown(StrEnum):
    """States as shown, worst first."""

    OVERDUE = "Quá hạn"
    UNASSIGNED = "Chưa phân công"
    SOON = "Sắp đến hạn"
    WAITING = "Chờ văn bản"
    IN_TIME = "Trong hạn"
    NOT_STARTED = "Chưa thực hiện"
    CONTINUOUS = "Thường xuyên"
    PAUSED = "Tạm dừng"
    DONE_LATE = "Hoàn thành quá hạn"
    DONE = "Hoàn thành"
    NO_CASE = "Không phát sinh"
    CANCELLED = "Hủy"


_SEVERITY = {shown: place for place, shown in enumerate(Shown)}
_THEMSELVES = {
    State.CANCELLED: Shown.CANCELLED,
    State.PAUSED: Shown.PAUSED,
    State.NO_CASE: Shown.NO_CASE,
}


@dataclass(frozen=True, slots=True)
class ShownState:
    """A shown state; `days` counts days late or days left where that is part of the words."""

    shown: Shown
    days: int = 0

    @property
    def words(self) -> str:
        """The words on the screen, with the days late."""
        return f"{self.shown} {self.days} ngày" if self.shown is Shown.OVERDUE else self.shown


def shown_state(task: Task, occurrence: Occurrence, record: Record, today: date) -> ShownState:
    """Return the state of one occurrence as seen on *today* (design.md, "State shown")."""
    state = record.state or State.NOT_STARTED
    if state in _THEMSELVES:
        return ShownState(_THEMSELVES[state])
    if state is State.DONE:
        return ShownState(Shown.DONE_LATE if _is_late(occurrence, record) else Shown.DONE)
    if state is State.WAITING_DOCUMENT:
        return ShownState(Shown.WAITING)
    if not task.lead or not task.timing:
        return ShownState(Shown.UNASSIGNED)
    if occurrence.due is None:
        return ShownState(_without_due(task, state))
    return _of_due(occurrence, occurrence.due, state, today)


def _without_due(task: Task, state: State) -> Shown:
    """Return what stands for no due day; words nobody has read are not called continuous."""
    unread = any(
        isinstance(one, WordsClause) and one.kind == "unknown" for one in task.schedule.clauses
    )
    if not unread:
        return Shown.CONTINUOUS
    return Shown.IN_TIME if state is State.IN_PROGRESS else Shown.NOT_STARTED


def _of_due(occurrence: Occurrence, due: date, state: State, today: date) -> ShownState:
    left = (due - today).days
    if left < 0:
        return ShownState(Shown.OVERDUE, -left)
    if left <= SOON_DAYS:
        return ShownState(Shown.SOON, left)
    if state is State.IN_PROGRESS or _has_begun(occurrence, today):
        return ShownState(Shown.IN_TIME, left)
    return ShownState(Shown.NOT_STARTED, left)


def task_state(states: list[tuple[Occurrence, ShownState]], today: date) -> ShownState:
    """Return a task's state: the worst among its occurrences that have begun or are overdue.

    Before any has begun, the first one's.
    """
    begun = [shown for occurrence, shown in states if _counts(occurrence, shown, today)]
    if not begun:
        return states[0][1]
    return min(begun, key=lambda one: (_SEVERITY[one.shown], -one.days))


def _counts(occurrence: Occurrence, shown: ShownState, today: date) -> bool:
    return shown.shown in (Shown.OVERDUE, Shown.SOON) or _has_begun(occurrence, today)


def _is_late(occurrence: Occurrence, record: Record) -> bool:
    if record.done_on is None or occurrence.overdue_from is None:
        return False
    return record.done_on >= occurrence.overdue_from


def _has_begun(occurrence: Occurrence, today: date) -> bool:
    period = occurrence_period(occurrence.period)
    if period is None:
        return True
    return period.start <= today
