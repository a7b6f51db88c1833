"""Thêm nhiệm vụ được giao, from the menu or from a request that nothing answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.adjustment import Adjustment
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.domain.task_tree import TaskPlace
from tthc_desktop.use_cases.assigned_tasks import AssignedTask, add_assigned
from ui.compare.assigned_dialog import AssignedDialog
from ui.desk import Desk
from ui.frame.backup_acts import commit_open_editor

_ADDED = "Đã thêm nhiệm vụ được giao"


class AssignedActs(QObject):
    """One act of the open plan's editor: one undo takes the task out again."""

    def __init__(self, desk: Desk) -> None:
        """Speak on the window of *desk*."""
        super().__init__(desk.window)
        self._desk = desk

    def ask(
        self,
        given: AssignedTask | None = None,
        over: QWidget | None = None,
        done: Callable[[], object] = lambda: None,
    ) -> None:
        """Ask for a task, *given* filled in; *done* is called once it stands in the plan."""
        commit_open_editor()
        progress = self._desk.session.editor.progress
        if progress is None:
            return
        names = [one.name for one in progress.directory.respondents]
        parent = over if over is not None else self._desk.window
        today = self._desk.session.today
        dialog = AssignedDialog(progress.plan, given or AssignedTask(""), names, today, parent)

        def agreed(task: AssignedTask, place: TaskPlace, adjustment: Adjustment | None) -> None:
            if self._add(task, place, adjustment):
                done()

        dialog.agreed.connect(agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, task: AssignedTask, place: TaskPlace, adjustment: Adjustment | None) -> bool:
        def act(progress: PlanProgress) -> TaskEdit:
            return add_assigned(progress, (task,), place)

        editor = self._desk.session.editor
        is_done = editor.do(act, adjustment)
        if is_done:
            self._desk.card.say(_ADDED, (("Hoàn tác", editor.stack.undo),))
        return is_done
