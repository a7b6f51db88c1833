"""The page Nhiệm vụ: every task of the plan with its state."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.empty_screen import EmptyScreen
from ui.open_plan import OpenPlan
from ui.task_table import TaskTable
from ui.task_tree_model import TaskTreeModel


class TaskTab(QWidget):
    """The table; read here, edited with the next version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self._model = TaskTreeModel(self)
        self._table = TaskTable(self._model)
        self._facts = ""
        self._empty = EmptyScreen()
        self._empty.say("table", "Chưa có nhiệm vụ", "Kế hoạch này không có bảng nhiệm vụ.")
        self._middle = QStackedWidget()
        self._middle.addWidget(self._table)
        self._middle.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._middle)
        self.setFocusProxy(self._table)

    @property
    def table(self) -> TaskTable:
        """The table of tasks."""
        return self._table

    @property
    def facts(self) -> str:
        """What the status bar says."""
        return self._facts

    def show_plan(self, opened: OpenPlan) -> None:
        """Show another plan."""
        self._table.show_rows(opened.rows)
        self._middle.setCurrentWidget(self._table if opened.rows else self._empty)
        self._facts = opened.figures.sentence
