"""Ties the details pane to the task table: what is chosen there is shown here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.session.plan_editor import PlanEditor
from ui.tasks.task_look_actions import TaskLookActions
from ui.tasks.task_rows import RowKind

if TYPE_CHECKING:
    from ui.tasks.task_tab import TaskTab


class TaskDetails(QObject):
    """Opens the pane when a result is to be recorded; asks for the history of a task."""

    open_asked = Signal(bool)
    history_asked = Signal(str, str)

    def __init__(self, tab: TaskTab, actions: TaskLookActions, editor: PlanEditor) -> None:
        """Let the pane of *tab* show and write the plan of *editor*."""
        super().__init__(tab)
        self._tab = tab
        self._pane = tab.details_pane
        self._actions = actions
        self._pane.follow(editor)
        # After the table, which hears of an edit first.
        editor.edited.connect(lambda *_: self.show_chosen())
        # One look at the selection for all that one key or click changes.
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.show_chosen)
        table = tab.table
        table.selectionModel().selectionChanged.connect(self._wait)
        table.selectionModel().currentRowChanged.connect(self._wait)
        table.tasks.modelReset.connect(self._wait)
        self._pane.close_asked.connect(lambda: self.open_asked.emit(False))
        self._pane.history_asked.connect(self._ask_history)
        self._pane.recorded.connect(self._back_to_table)
        actions.record.triggered.connect(self.record)
        actions.edit_many.triggered.connect(self.record)
        actions.history.triggered.connect(self._ask_history_of_chosen)

    def show_plan(self, today: date) -> None:
        """Another plan is open."""
        self._pane.show_plan(today)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show what is chosen in the table now."""
        rows = self._tab.table.chosen.rows()
        self._pane.show_rows(rows)
        tasks = sum(row.kind is RowKind.TASK for row in rows)
        self._actions.edit_many.setEnabled(tasks > 1)
        self._actions.history.setEnabled(len(rows) == 1)

    def record(self) -> None:
        """Record what was typed in the pane; nothing typed: open it and go there."""
        self.show_chosen()
        if not self._tab.is_pane_open:
            self.open_asked.emit(True)
        self._pane.ask()

    def record_occurrence(self, occurrence_id: str) -> None:
        """Open the pane at a period of the chosen task and go where its result is typed."""
        self.show_chosen()
        if not self._tab.is_pane_open:
            self.open_asked.emit(True)
        self._pane.card.periods.choose(occurrence_id)
        self._pane.take_focus()

    def _wait(self) -> None:
        self._soon.start()

    def _back_to_table(self) -> None:
        self._tab.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_history_of_chosen(self) -> None:
        rows = self._tab.table.chosen.rows()
        if len(rows) == 1:
            self._ask_history(rows[0].id)

    def _ask_history(self, task_id: str) -> None:
        self.history_asked.emit(task_id, self._pane.title)
