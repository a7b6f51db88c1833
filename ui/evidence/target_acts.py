"""The target of the task that Chi tiết shows, written in a dialog."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task import Target
from tthc_desktop.domain.task_edit import TaskEdit
from tthc_desktop.use_cases import task_acts
from ui.desk import Desk
from ui.evidence.target_dialog import TargetDialog


class TargetActs(QObject):
    """One undo an act."""

    def __init__(self, desk: Desk) -> None:
        """Do what the card of Chi tiết asks for."""
        super().__init__(desk.window)
        self._desk = desk
        self._card = desk.area.task_tab.details_pane.card
        self._card.target_asked.connect(self._ask)

    def _ask(self) -> None:
        opened, shown = self._desk.session.editor.progress, self._card.task
        rows = opened.plan.numbered_tasks() if opened and shown else ()
        row = next((one for one in rows if shown and one.task.id == shown.id), None)
        if row is None:
            return
        dialog = TargetDialog(row, self._desk.window)
        dialog.agreed.connect(partial(self._set, row.task.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set(self, task_id: str, target: Target | None) -> None:
        def act(progress: PlanProgress) -> TaskEdit:
            return task_acts.set_target(progress, task_id, target)

        if self._desk.session.editor.do(act):
            self._desk.card.say("Đã ghi chỉ tiêu" if target else "Đã bỏ chỉ tiêu")
