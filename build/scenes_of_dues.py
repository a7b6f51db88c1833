"""Scenes of what falls due: the year, the month, timings, working days, letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from main_job import TODAY
from picture_scene import AT_125, AT_150, TASKS_PAGE, Scene, settle, triggered

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_SHOW_MS, _DONE_UNITS = 1200, 5
_STRIP, _MONTH, _BARS = range(3)


def _year(view: int, month: int = 0) -> Callable[[MainWindow], None]:
    """Show one of the three views of the year, at a month."""

    def show(window: MainWindow) -> None:
        from ui.calendar.year_acts import YearActs

        acts = window.content.rooms.room(YearActs)
        acts.show(month)
        settle(_SHOW_MS)
        acts.view.show_view(view)

    return show


def _print_year(window: MainWindow) -> None:
    from ui.calendar.year_acts import YearActs

    _year(_STRIP)(window)
    window.content.rooms.room(YearActs).view.print.trigger()


def _timing(window: MainWindow) -> None:
    """Ask how the timing of the task with most clauses is understood."""
    from ui.tasks.task_place import go_to_task

    progress = window.content.session.editor.progress
    if progress is None:
        return
    rows = progress.leaves()
    richest = max(rows, key=lambda row: len(row.task.schedule.clauses))
    go_to_task(window.content.area.task_tab.table, richest.task.id)
    window.actions_of_menu.due.timing.trigger()


def _group_of_units(window: MainWindow) -> None:
    """Stand at a task that eight phòng lead, five of which are done."""
    from tthc_desktop.domain.plan_progress import PlanProgress
    from tthc_desktop.domain.progress import Record, State
    from tthc_desktop.domain.task_edit import TaskEdit
    from tthc_desktop.use_cases import task_acts
    from ui.tasks.task_place import go_to_task

    editor = window.content.session.editor
    opened = editor.progress
    if opened is None:
        return
    task = max((row.task for row in opened.leaves()), key=lambda one: len(opened.lead_units(one)))
    for place, unit in enumerate(opened.lead_units(task)):
        done = Record(State.DONE, 100.0, done_on=TODAY) if place < _DONE_UNITS else Record()

        def act(progress: PlanProgress, unit: str = unit, done: Record = done) -> TaskEdit:
            return task_acts.record(progress, progress.of_task(task)[0], unit, done)

        editor.do(act)
    go_to_task(window.content.area.task_tab.table, task.id)


DUE_SCENES = {
    "nhom-phong": Scene(page=TASKS_PAGE, act=_group_of_units),
    "lich-nam": Scene(page=TASKS_PAGE, act=_year(_STRIP)),
    "lich-nam-125": Scene(AT_125, 1.25, TASKS_PAGE, _year(_STRIP)),
    "lich-nam-150": Scene(AT_150, 1.5, TASKS_PAGE, _year(_STRIP)),
    "lich-thang": Scene(page=TASKS_PAGE, act=_year(_MONTH, 6)),
    "tien-do-theo-phong": Scene(page=TASKS_PAGE, act=_year(_BARS)),
    "in-lich": Scene(page=TASKS_PAGE, act=_print_year, shows_dialog=True),
    "cach-hieu-thoi-gian": Scene(page=TASKS_PAGE, act=_timing, shows_dialog=True),
    "ngay-nghi": Scene(act=triggered("due", "working_days"), shows_dialog=True),
    "cong-van-don-doc": Scene(page=TASKS_PAGE, act=triggered("due", "remind"), shows_dialog=True),
}
