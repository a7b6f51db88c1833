"""An edit of a plan's tasks as a value: what each task was before and is after.

Ids and values, never objects of a view: done, undone and done again it writes the same rows.
"""

from __future__ import annotations

from dataclasses import dataclass

from tthc_desktop.domain.attachment import HeldFile
from tthc_desktop.domain.office import Respondent
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_moves import moved_tasks
from tthc_desktop.domain.task_tree import TaskPlace, place_of, tasks_of


@dataclass(frozen=True, slots=True)
class TaskSnapshot:
    """A task at one moment: where it stood, its values (its children aside), its occurrences."""

    place: TaskPlace
    task: Task
    occurrences: tuple[Occurrence, ...]

    def same_as(self, other: TaskSnapshot) -> bool:
        """Whether place, values and occurrences are equal; children do not count."""
        return (
            self.place == other.place
            and self.occurrences == other.occurrences
            and _same_values(self.task, other.task)
        )

    def has_values_of(self, other: TaskSnapshot) -> bool:
        """Whether all but the place is equal: the row only made room for another."""
        return self.occurrences == other.occurrences and _same_values(self.task, other.task)


@dataclass(frozen=True, slots=True)
class TaskChange:
    """One task before and after; None where it was or will be not there."""

    task_id: str
    before: TaskSnapshot | None
    after: TaskSnapshot | None

    @property
    def is_move(self) -> bool:
        """Whether the task is at another place and otherwise as it was."""
        return (
            self.before is not None
            and self.after is not None
            and self.after.has_values_of(self.before)
        )

    @property
    def is_shift(self) -> bool:
        """Whether the task only made room for another among its siblings."""
        if self.before is None or self.after is None or not self.is_move:
            return False
        there, then = self.before.place, self.after.place
        return (there.annex_id, there.parent_id) == (then.annex_id, then.parent_id)


@dataclass(frozen=True, slots=True)
class TaskEdit:
    """One act on a plan's tasks, with the words it is called by in the menu.

    `newcomers` are respondents that the act makes known, `leavers` those it takes back;
    `files` are attached with it, `dropped_files` taken out.
    """

    plan_id: str
    words: str
    changes: tuple[TaskChange, ...]
    newcomers: tuple[Respondent, ...] = ()
    leavers: tuple[Respondent, ...] = ()
    files: tuple[HeldFile, ...] = ()
    dropped_files: tuple[HeldFile, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the act changes nothing."""
        return not self.changes and not self.newcomers and not self.leavers

    def inverse(self) -> TaskEdit:
        """Return the act that takes this one back."""
        changes = tuple(TaskChange(one.task_id, one.after, one.before) for one in self.changes)
        return TaskEdit(
            self.plan_id, self.words, changes, self.leavers, self.newcomers,
            self.dropped_files, self.files,
        )  # fmt: skip


def edit_between(words: str, before: PlanProgress, after: PlanProgress) -> TaskEdit:
    """Return the edit that leads from one state of a plan to another.

    Tasks that are the same object at the same place are taken as unchanged with all below
    them, so that an edit of a large plan costs what it changes.
    """
    gone, come = moved_tasks(before.plan, after.plan)
    was, now = before.occurrences, after.occurrences
    others = {one for one, held in now.items() if held is not was.get(one) and one not in come}
    for one, task in tasks_of(after.plan, others).items() if others else ():
        if (place := place_of(after.plan, one)) is not None:
            gone[one] = come[one] = place, task
    old = {one: TaskSnapshot(*found, was.get(one, ())) for one, found in gone.items()}
    new = {one: TaskSnapshot(*found, now.get(one, ())) for one, found in come.items()}
    changes = [
        TaskChange(task_id, snapshot, new.get(task_id))
        for task_id, snapshot in old.items()
        if task_id not in new or not snapshot.same_as(new[task_id])
    ]
    changes += [TaskChange(one, None, new[one]) for one in new if one not in old]
    newcomers: tuple[Respondent, ...] = ()
    if after.directory is not before.directory:
        known = {one.id for one in before.directory.respondents}
        newcomers = tuple(one for one in after.directory.respondents if one.id not in known)
    return TaskEdit(after.plan.id, words, tuple(changes), newcomers)


def _same_values(one: Task, other: Task) -> bool:
    return one is other or (
        one.runs == other.runs
        and one.timing == other.timing
        and one.lead == other.lead
        and one.coordinating == other.coordinating
        and one.schedule == other.schedule
        and one.target == other.target
        and one.previous == other.previous
    )
