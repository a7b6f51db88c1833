"""A task that several phòng lead: how many are done stands over their list."""

from dataclasses import dataclass
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.plan_life_hand import LONG, open_control
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record, State
from tthc_desktop.domain.task import Task
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.use_cases import task_acts
from ui.frame.actions import Page
from ui.main_window import MainWindow
from ui.tasks.task_place import go_to_task

TODAY = date(2026, 7, 1)


@dataclass(frozen=True)
class Group:
    """A task that eight units lead, and its first occurrence."""

    task: Task
    occurrence: Occurrence
    units: tuple[str, ...]


def group_of_eight(progress: PlanProgress) -> Group:
    for row in progress.leaves():
        units = progress.lead_units(row.task)
        if len(units) == 8 and (held := progress.of_task(row.task)):
            return Group(row.task, held[0], units)
    pytest.fail("the sample has no task that eight phòng lead")


def test_five_of_eight_are_told(window: MainWindow, qtbot: QtBot) -> None:
    open_control(window, qtbot)
    editor = window.content.session.editor
    assert editor.progress is not None
    group = group_of_eight(editor.progress)
    for place, unit in enumerate(group.units):
        record = Record(State.DONE, 100.0, done_on=TODAY) if place < 5 else Record()

        def act(progress: PlanProgress, unit: str = unit, record: Record = record) -> TaskEdit:
            held = progress.of_task(group.task)
            one = next(one for one in held if one.id == group.occurrence.id)
            return task_acts.record(progress, one, unit, record)

        editor.do(act)
    window.show_page(Page.TASKS)
    tab = window.content.area.task_tab
    go_to_task(tab.table, group.task.id)
    window.content.frame.today.entry_asked.emit(group.occurrence.id)
    card = tab.details_pane.card
    qtbot.waitUntil(lambda: card._units_title.text() == "5/8 phòng đã xong", timeout=LONG)
    done = [line.note for line in card.units.lines()]
    assert done.count("Hoàn thành") == 5
    assert len(done) == 8
