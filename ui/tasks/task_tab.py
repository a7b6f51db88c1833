"""The page Nhiệm vụ: every task of the plan with its state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.details.pane import WIDTH, DetailsPane
from ui.kit.empty_screen import EmptyScreen
from ui.kit.right_pane import PageWithPane
from ui.session.open_plan import OpenPlan
from ui.session.plan_editor import PlanEditor
from ui.tasks.filter_row import FilterRow
from ui.tasks.task_actions import TaskActions
from ui.tasks.task_details import TaskDetails
from ui.tasks.task_editing import TaskEditing
from ui.tasks.task_filtering import TaskFiltering
from ui.tasks.task_look_actions import TaskLookActions
from ui.tasks.task_table import TaskTable
from ui.tasks.task_tree_model import TaskTreeModel


class TaskTab(PageWithPane):
    """The table, edited in place, with its filters above and its details at the right."""

    current_task_changed = Signal(str)
    facts_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        column = QWidget()
        self.details_pane = DetailsPane()
        super().__init__(column, self.details_pane, WIDTH, parent)
        self._model = TaskTreeModel(self)
        self._table = TaskTable(self._model)
        self.filter_row = FilterRow()
        self.filtering: TaskFiltering | None = None
        self.details: TaskDetails | None = None
        self._editing: TaskEditing | None = None
        self._empty = EmptyScreen()
        self._empty.say("table", "Chưa có nhiệm vụ", "Kế hoạch này không có bảng nhiệm vụ.")
        self._nothing = EmptyScreen()
        self._middle = QStackedWidget()
        for widget in (self._table, self._empty, self._nothing):
            self._middle.addWidget(widget)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._middle, 1)
        self.put_above(self.filter_row)
        column.setFocusProxy(self._table)
        self.setFocusProxy(self._table)
        self._table.selectionModel().currentRowChanged.connect(
            lambda *_: self.current_task_changed.emit(self.current_task_id)
        )

    @property
    def table(self) -> TaskTable:
        """The table of tasks."""
        return self._table

    @property
    def current_task_id(self) -> str:
        """The id of the current task; empty where none is."""
        row = self._table.chosen.current
        return row.id if row and row.task else ""

    def edit_with(
        self, editor: PlanEditor, actions: TaskActions, today: Callable[[], date]
    ) -> None:
        """Let the plan of *editor* be edited here, by *actions* and by hand."""
        self._editing = TaskEditing(self._table, actions, editor, today)
        actions.work_in(self)

    def look_with(
        self, editor: PlanEditor, actions: TaskLookActions
    ) -> tuple[TaskDetails, TaskFiltering]:
        """Filter and sort the plan of *editor*, and show its tasks in the pane."""
        self.filtering = TaskFiltering(self.filter_row, self._table, lambda: editor.progress)
        self.filtering.connect_to(actions)
        self.filtering.changed.connect(self._show_middle)
        self._model.rows_changed.connect(self._show_middle)
        self._nothing.say(
            "filter", "Không có nhiệm vụ nào khớp", "", (("close", actions.clear_filter),)
        )
        self.details = TaskDetails(self, actions, editor)
        actions.work_in(self)
        return self.details, self.filtering

    def go_to(self, task_id: str) -> None:
        """Make a task the current one; a filter that hides it is taken back."""
        self._table.chosen.go_to(task_id)
        if self.current_task_id != task_id:
            self.filter_row.clear()
            self._table.chosen.go_to(task_id)

    @property
    def facts(self) -> str:
        """What the status bar says."""
        return self.filtering.facts if self.filtering else ""

    def show_plan(self, opened: OpenPlan) -> None:
        """Show another plan."""
        self._table.show_rows(opened.rows)
        if self._editing:
            self._editing.show_plan(opened)
        if self.filtering:
            self.filtering.show_plan(opened.text_keys, opened.units)
        if self.details:
            self.details.show_plan(opened.today)
        self._show_middle()

    def _show_middle(self) -> None:
        """Show the table, or say that it is empty, or that nothing fits the filter."""
        shown: QWidget = self._table
        if self._model.is_empty:
            shown = self._empty
        elif self.filtering and self.filtering.finds_nothing:
            shown = self._nothing
        if shown is not self._middle.currentWidget():
            self._middle.setCurrentWidget(shown)
        self.facts_changed.emit()
