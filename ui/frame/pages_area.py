"""The plan list at the left and the page at its right; each page remembers its list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tthc_desktop.document.blocks import DocumentLayout
from ui.frame.actions import Page
from ui.frame.plan_list import WIDTH, PlanList
from ui.kit.panes import Pane, put_beside
from ui.kit.right_pane import PageWithPane
from ui.plan.plan_tab import PlanTab
from ui.reports.progress_figures import Figures
from ui.reports.report_tab import ReportTab
from ui.session.open_plan import OpenPlan
from ui.session.settings import Settings
from ui.tasks.task_tab import TaskTab
from ui.today.today_tab import TodayTab

# In Nhiệm vụ the plan box stands for the list.
_LIST_AT_FIRST = {"plan": True, "tasks": False, "report": True}
_PAGES = ("today", *_LIST_AT_FIRST)
_WIDTHS = {False: "medium", True: "narrow"}


class PagesArea(QWidget):
    """Holds the three pages; says when the facts for the status bar change."""

    facts_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Make the pages, empty."""
        super().__init__(parent)
        self._settings = settings
        self._is_wide, self._is_narrow = True, False
        self.today_tab = TodayTab()
        self.plan_list = PlanList()
        self.plan_tab = PlanTab()
        self.task_tab = TaskTab()
        self.report_tab = ReportTab()
        self._pages = QStackedWidget()
        for page in (self.today_tab, self.plan_tab, self.task_tab, self.report_tab):
            self._pages.addWidget(page)
        self.plan_tab.facts_changed.connect(self.facts_changed)
        self.task_tab.facts_changed.connect(self.facts_changed)
        self._list_pane = Pane(self.plan_list, WIDTH)
        put_beside(self, self._list_pane, self._pages)
        for one in self._pages_with_panes():
            one.pane_widened.connect(self._remember_width)

    @property
    def facts(self) -> str:
        """What the status bar says of the current page."""
        pages = (self.today_tab, self.plan_tab, self.task_tab, self.report_tab)
        return pages[self._pages.currentIndex()].facts

    @property
    def has_list(self) -> bool:
        """Whether the current page has the list of plans beside it."""
        return self._pages.currentIndex() != Page.TODAY

    @property
    def has_pane(self) -> bool:
        """Whether the current page has a right pane."""
        return self._page_with_pane is not None

    @property
    def is_list_open(self) -> bool:
        """Whether the list is open on the current page."""
        return not self._list_pane.isHidden()

    @property
    def is_pane_open(self) -> bool:
        """Whether the right pane is open on the current page."""
        page = self._page_with_pane
        return page is not None and page.is_pane_open

    @property
    def panes(self) -> tuple[QWidget | None, ...]:
        """The left list, the page, its right pane, in the order of F6."""
        page = self._page_with_pane
        if page is None:
            return self._list_pane, self._pages.currentWidget(), None
        return self._list_pane, page.middle, page.pane

    def show_page(self, place: int) -> None:
        """Show a page, its list and its pane as they were left there."""
        self._pages.setCurrentIndex(place)
        self._arrange()
        self.facts_changed.emit()

    def fit_width(self, *, is_wide: bool, is_narrow: bool) -> None:
        """Follow the width of the window: what fits beside, what lies over, what is closed."""
        if (is_wide, is_narrow) == (self._is_wide, self._is_narrow):
            return
        self._is_wide, self._is_narrow = is_wide, is_narrow
        self._arrange()

    def take_focus(self) -> None:
        """Let the keys go to the current page."""
        self._pages.currentWidget().setFocus()

    def open_list(self, *, is_open: bool) -> None:
        """Open or close the list of the current page; narrow windows show one pane at a time."""
        if not self.has_list:
            return
        self._settings.remember_list(self._name, is_open=is_open)
        self._list_pane.setVisible(is_open)
        if is_open and self._is_narrow and self._page_with_pane:
            self._page_with_pane.open_pane(is_open=False)

    def open_pane(self, *, is_open: bool) -> None:
        """Open or close the right pane of the current page."""
        page = self._page_with_pane
        if page is None:
            return
        self._settings.remember_pane(self._pane_key, is_open=is_open)
        page.open_pane(is_open=is_open)
        if is_open and self._is_narrow:
            self._list_pane.hide()

    @property
    def _name(self) -> str:
        return _PAGES[self._pages.currentIndex()]

    @property
    def _pane_key(self) -> str:
        """Narrower windows remember their panes for themselves."""
        return self._name if self._is_wide else f"{self._name}-{_WIDTHS[self._is_narrow]}"

    @property
    def _page_with_pane(self) -> PageWithPane | None:
        page = self._pages.currentWidget()
        return page if isinstance(page, PageWithPane) else None

    def _pages_with_panes(self) -> list[PageWithPane]:
        pages = (self._pages.widget(place) for place in range(self._pages.count()))
        return [one for one in pages if isinstance(one, PageWithPane)]

    def _remember_width(self, width: int) -> None:
        self._settings.remember_width(self._name, width)

    def _arrange(self) -> None:
        settings, page = self._settings, self._page_with_pane
        has_list = self._name in _LIST_AT_FIRST
        at_first = _LIST_AT_FIRST.get(self._name, False) and not self._is_narrow
        self._list_pane.setVisible(has_list and settings.shows_list(self._name, otherwise=at_first))
        if page is None:
            return
        page.lay_pane_over(is_over=not self._is_wide and page is not self.today_tab)
        is_open = settings.shows_pane(self._pane_key, otherwise=self._is_wide or self._is_today)
        page.open_pane(is_open=is_open)
        page.widen_pane(settings.width(self._name))

    @property
    def _is_today(self) -> bool:
        """Hôm nay keeps its cards beside the list as long as both can be read."""
        return self._pages.currentIndex() == Page.TODAY and not self._is_narrow

    def follow_edit(self, layout: DocumentLayout, figures: Figures) -> None:
        """Show the pages and the figures as they are after an edit; the place stays."""
        self.plan_tab.follow_edit(layout)
        self.report_tab.show_figures(figures)
        self.facts_changed.emit()

    def show_plan(self, opened: OpenPlan) -> None:
        """Show another plan on all pages."""
        self.plan_list.mark(opened.plan.id)
        for page in (self.plan_tab, self.task_tab, self.report_tab):
            page.show_plan(opened)
        self.facts_changed.emit()
