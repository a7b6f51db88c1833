"""Acts on timings: a schedule chosen by hand, and words read anew. Each gives an edit."""

from __future__ import annotations

from dataclasses import replace

from tthc_desktop.domain import task_tree
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.domain.timing import Schedule
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.domain.timing_words.writing import words_of
from tthc_desktop.use_cases.task_acts import edit_to
from tthc_desktop.use_cases.timing import is_unknown


def set_schedule(
    progress: PlanProgress, task_id: str, schedule: Schedule, *, keep_words: bool
) -> TaskEdit:
    """Give a task the schedule a person chose; it stays as long as its words stay.

    With *keep_words* the office's own words stay beside it, else they are written anew.
    """
    task = task_tree.tasks_of(progress.plan, [task_id])[task_id]
    timing = task.timing if keep_words else words_of(schedule, task.content)
    chosen = replace(task, timing=timing, schedule=replace(schedule, overridden=True))
    plan = task_tree.with_values(progress.plan, {task_id: chosen})
    return edit_to("sửa cách hiểu thời gian", progress, plan)


def forget_schedule(progress: PlanProgress, task_id: str) -> TaskEdit:
    """Let the words speak again where a person had chosen the schedule."""
    task = task_tree.tasks_of(progress.plan, [task_id])[task_id]
    plan = task_tree.with_values(progress.plan, {task_id: _read(task, progress.plan.year)})
    return edit_to("hiểu thời gian theo chữ", progress, plan)


def read_anew(progress: PlanProgress) -> TaskEdit:
    """Read every timing that was not understood and that no person settled.

    This is how a data file of an older version comes to schedules: never on opening, only
    when a person asks for it; what was recorded stays.
    """
    tasks = [row.task for row in progress.plan.numbered_tasks()]
    unknown = [one for one in tasks if is_unknown(one.schedule) and not one.schedule.overridden]
    changed = {one.id: _read(one, progress.plan.year) for one in unknown}
    plan = task_tree.with_values(progress.plan, changed)
    return edit_to("đọc lại thời gian", progress, plan)


def _read(task: Task, year: int) -> Task:
    return replace(task, schedule=read_timing(task.timing, year, task.content))
