"""Acts on timings: a schedule chosen by hand, or left to the words. Each gives an edit."""

from __future__ import annotations

from dataclasses import replace

from tthc_desktop.domain import task_tree
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.domain.timing import Schedule
from tthc_desktop.domain.timing_words.phrase import read_timing
from tthc_desktop.domain.timing_words.writing import words_of
from tthc_desktop.use_cases.task_acts import edit_to


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
    """Let the words speak again where a person had chosen the schedule.

    This is also how a task of an older data file comes to a schedule: never on opening, only
    when a person asks for it. What was recorded stays.
    """
    task = task_tree.tasks_of(progress.plan, [task_id])[task_id]
    schedule = read_timing(task.timing, progress.plan.year, task.content)
    plan = task_tree.with_values(progress.plan, {task_id: replace(task, schedule=schedule)})
    return edit_to("hiểu thời gian theo chữ", progress, plan)
