"""The plan list at the left and the page at its right; each page remembers its list."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
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

if TYPE_CHECKING:
    from ui.calendar.year_view import YearView
    from ui.preview.preview_page import PreviewPage
    from ui.registers.register_page import RegisterPage

# In Nhiệm vụ the plan box stands for the list.
_LIST_AT_FIRST = {"plan": True, "tasks": False, "report": True}
_PAGES = ("today", *_LIST_AT_FIRST)
# What the widths of the panes at the left are remembered as.
_LIST, _PARTS = "list", "parts"
_WIDTHS = {False: "medium", True: "narrow"}


class PagesArea(QWidget):
    """Holds the pages; says when the facts for the status bar change."""

    facts_changed = Signal()
    today_tab: TodayTab
    plan_list: PlanList
    plan_tab: PlanTab
    task_tab: TaskTab
    report_tab: ReportTab
    _list_pane: Pane

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        """Make an area without pages: `slices` makes them."""
        super().__init__(parent)
        self._settings = settings
        self._is_wide, self._is_narrow = True, False
        self._over: PreviewPage | RegisterPage | YearView | None = None
        self._pages = QStackedWidget()
        self._opened: OpenPlan | None = None
        self._behind: list[PlanTab | TaskTab | ReportTab] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._show_next)

    def slices(self) -> Iterator[None]:
        """Make the pages, empty, one at a time."""
        self.today_tab = TodayTab()
        yield
        self.plan_list = PlanList()
        self.plan_tab = PlanTab()
        yield
        self.task_tab = TaskTab()
        yield
        self.report_tab = ReportTab()
        for page in (self.today_tab, self.plan_tab, self.task_tab, self.report_tab):
            self._pages.addWidget(page)
        self.plan_tab.facts_changed.connect(self.facts_changed)
        self.task_tab.facts_changed.connect(self.facts_changed)
        self.report_tab.facts_changed.connect(self.facts_changed)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.plan_list)
        self._lists.addWidget(self.report_tab.periods)
        self._list_pane = Pane(self._lists, WIDTH)
        self._list_pane.widen(self._settings.width(_LIST))
        self._list_pane.widened.connect(partial(self._settings.remember_width, _LIST))
        parts = self.plan_tab.parts_pane
        parts.widen(self._settings.width(_PARTS))
        parts.widened.connect(partial(self._settings.remember_width, _PARTS))
        put_beside(self, self._list_pane, self._pages)
        for one in self._pages_with_panes():
            one.pane_widened.connect(self._remember_width)

    @property
    def facts(self) -> str:
        """What the status bar says of the current page."""
        if self._over is not None and self._is_over:
            return self._over.facts
        pages = (self.today_tab, self.plan_tab, self.task_tab, self.report_tab)
        return pages[self._pages.currentIndex()].facts

    @property
    def task_place(self) -> int:
        """The place of the page Nhiệm vụ."""
        return Page.TASKS

    @property
    def has_list(self) -> bool:
        """Whether the current page has the list of plans beside it."""
        return self._name in _LIST_AT_FIRST

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
        if self._over is not None and self._is_over:
            return self._over.panes
        if page is None:
            return self._list_pane, self._pages.currentWidget(), None
        return self._list_pane, page.middle, page.pane

    def show_page(self, place: int) -> None:
        """Show a page, its list and its pane as they were left there."""
        self._catch_up(place)
        self._pages.setCurrentIndex(place)
        self._arrange()
        self.facts_changed.emit()

    def show_over(self, page: PreviewPage | RegisterPage | YearView) -> None:
        """Show a page in the place of the current one: printed pages, the year, a register."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
            page.facts_changed.connect(self.facts_changed)
            page.pane_widened.connect(self._remember_width)
        self._over = page
        self._pages.setCurrentWidget(page)
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
        if self._over is not None and self._is_over:
            return self._over.name
        return _PAGES[self._pages.currentIndex()]

    @property
    def _is_over(self) -> bool:
        return self._over is not None and self._pages.currentWidget() is self._over

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
        is_report = self._pages.currentWidget() is self.report_tab
        self._lists.setCurrentWidget(self.report_tab.periods if is_report else self.plan_list)
        at_first = _LIST_AT_FIRST.get(self._name, False) and not self._is_narrow
        self._list_pane.setVisible(has_list and settings.shows_list(self._name, otherwise=at_first))
        if page is None:
            return
        stays = self._is_over and self._name == "preview" and not self._is_narrow
        page.lay_pane_over(is_over=not self._is_wide and page is not self.today_tab and not stays)
        at_first = self._is_wide or self._is_today or stays
        is_open = settings.shows_pane(self._pane_key, otherwise=at_first)
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
        """Show another plan on all pages: at once on the current one, then on the others."""
        self.plan_list.mark(opened.plan.id)
        self._opened = opened
        self._behind = [self.plan_tab, self.task_tab, self.report_tab]
        self._catch_up(self._pages.currentIndex())
        self._turn.start()
        self.facts_changed.emit()

    def show_everywhere(self) -> None:
        """Show the plan on the pages that are still behind: an edit is going to change it."""
        while self._behind:
            self._show_next()

    def _catch_up(self, place: int) -> None:
        page = self._pages.widget(place)
        if self._opened is not None and page in self._behind:
            self._behind.remove(page)
            page.show_plan(self._opened)

    def _show_next(self) -> None:
        """Show the plan on one more page; each is an event of its own."""
        if self._behind and self._opened is not None:
            self._behind.pop(0).show_plan(self._opened)
            self.facts_changed.emit()
        if not self._behind:
            self._turn.stop()
            # The rows of the pages stay as long as the plan does, as in `background.kept`.
            gc.freeze()
