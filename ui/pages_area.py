"""The plan list at the left and the page at its right; each page remembers its list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.open_plan import OpenPlan
from ui.panes import Pane, put_beside
from ui.plan_list import WIDTH, PlanList
from ui.plan_tab import PlanTab
from ui.report_tab import ReportTab
from ui.settings import Settings
from ui.task_tab import TaskTab

# In Nhiệm vụ the plan box stands for the list.
_LIST_AT_FIRST = {"plan": True, "tasks": False, "report": True}
_PAGES = tuple(_LIST_AT_FIRST)


class PagesArea(QWidget):
    """Holds the three pages; says when the facts for the status bar change."""

    facts_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Make the pages, empty."""
        super().__init__(parent)
        self._settings = settings
        self.plan_list = PlanList()
        self.plan_tab = PlanTab()
        self.task_tab = TaskTab()
        self.report_tab = ReportTab()
        self._pages = QStackedWidget()
        for page in (self.plan_tab, self.task_tab, self.report_tab):
            self._pages.addWidget(page)
        self.plan_tab.facts_changed.connect(self.facts_changed)
        self._list_pane = Pane(self.plan_list, WIDTH)
        put_beside(self, self._list_pane, self._pages)

    @property
    def facts(self) -> str:
        """What the status bar says of the current page."""
        pages = (self.plan_tab.facts, self.task_tab.facts, self.report_tab.facts)
        return pages[self._pages.currentIndex()]

    @property
    def is_list_open(self) -> bool:
        """Whether the list is open on the current page."""
        return not self._list_pane.isHidden()

    def show_page(self, place: int) -> None:
        """Show a page, its list as it was left there."""
        self._pages.setCurrentIndex(place)
        page = _PAGES[place]
        is_open = self._settings.shows_list(page, otherwise=_LIST_AT_FIRST[page])
        self._list_pane.setVisible(is_open)
        self.facts_changed.emit()

    def take_focus(self) -> None:
        """Let the keys go to the current page."""
        self._pages.currentWidget().setFocus()

    def open_list(self, *, is_open: bool) -> None:
        """Open or close the list of the current page."""
        self._settings.remember_list(_PAGES[self._pages.currentIndex()], is_open=is_open)
        self._list_pane.setVisible(is_open)

    def show_plan(self, opened: OpenPlan) -> None:
        """Show another plan on all pages."""
        self.plan_list.mark(opened.plan.id)
        for page in (self.plan_tab, self.task_tab, self.report_tab):
            page.show_plan(opened)
        self.facts_changed.emit()
