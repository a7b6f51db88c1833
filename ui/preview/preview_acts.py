"""Looking at the pages and printing them: from the menu to the printer.

Saving is asked for by signal; who writes files asks `wants_mark` whether a draft is marked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from tthc_desktop.document.blocks import DocumentLayout
from tthc_desktop.domain.plan import Plan, PlanState
from tthc_desktop.ports import UnitsOfWork
from ui.frame.actions import Page
from ui.frame.pages_area import PagesArea
from ui.kit.message_card import MessageCard
from ui.kit.trouble import tell
from ui.main_window import MainWindow
from ui.preview.check_acts import CheckPlan, begin_check, check_plan
from ui.preview.preview_page import PreviewPage
from ui.preview.print_acts import PrintActs
from ui.preview.printed_document import (
    PrintSource,
    PrintSources,
    plan_title,
    printed,
    window_title,
)
from ui.preview.printers import Printers, SystemPrinters
from ui.session.background import Background, Job, Trouble, kept
from ui.session.plan_session import PlanSession

DRAFT_STATES = (PlanState.DRAFT, PlanState.SUBMITTED)


class PreviewActs(QObject):
    """Shows the pages in the place of the tab; closing leads back to where one was."""

    save_asked = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        session: PlanSession,
        background: Background,
        area: PagesArea,
        card: MessageCard,
        *,
        check: CheckPlan = check_plan,
        printers: Printers | None = None,
    ) -> None:
        """Connect what the menu offers; *check* tells what is wrong with a plan by its id."""
        super().__init__(window)
        self._window, self._session = window, session
        self._background, self._area, self._card = background, area, card
        self._check = check
        self._printers = printers or SystemPrinters()
        self._page: PreviewPage | None = None
        self._printing: PrintActs | None = None
        self._came_from = int(Page.PLAN)
        self._focused: QWidget | None = None
        self._is_open = self._is_opening = self._goes_to_main = False
        self._plan: Plan | None = None
        self.sources = PrintSources(card.say)
        actions = window.actions_of_menu.preview
        actions.show.triggered.connect(self.show)
        actions.print.triggered.connect(self.show_printing)
        window.page_chosen.connect(lambda _: self._on_left())
        session.plan_opened.connect(lambda _: self.close())

    @property
    def page(self) -> PreviewPage:
        """The page; made when it is asked for the first time."""
        if self._page is None:
            self._page = page = PreviewPage(self._window.settings)
            page.close_asked.connect(self.close)
            page.save_asked.connect(self.save_asked)
            self._printing = PrintActs(
                page, self._printers, self._background, self._card, self._window
            )
        return self._page

    @property
    def is_open(self) -> bool:
        """Whether the pages are shown."""
        return self._is_open

    @property
    def wants_mark(self) -> bool:
        """Whether what is saved from here carries the mark of a draft."""
        return self._is_open and self.page.print_pane.wants_mark

    def show(self) -> None:
        """Show the pages of the open plan as it is now; an issued plan as it was issued.

        Where another room has a document at hand, its pages.
        """
        units = self._units
        if units is None or self._is_open or self._is_opening:
            return
        found, goes_on = self.sources.ask()
        if not goes_on:
            self._goes_to_main = False
            return
        progress = self._session.editor.progress
        if found is not None:
            self._begin(partial(found.read, units), partial(self._show_other, found))
        elif progress is not None:
            self._begin(lambda: printed(units, progress), partial(self._show, progress.plan))

    def _begin(
        self, read: Callable[[], DocumentLayout], show: Callable[[DocumentLayout], None]
    ) -> None:
        self._is_opening = True
        self._background.start(Job("Đang mở trang in…", kept(read), show, self._on_not_shown))

    def show_printing(self) -> None:
        """Show the pages with the filled command at hand: Enter does what it says."""
        self._goes_to_main = True
        if self._is_open:
            self._go_to_main()
        else:
            self.show()

    def close(self) -> None:
        """Go back to the page and the place one came from."""
        if not self._is_open:
            return
        focused = self._focused
        self._window.show_page(self._came_from)
        if focused is not None and focused.isVisible():
            focused.setFocus()

    def follow_edit(self, layout: DocumentLayout) -> None:
        """Show the plan as it is after an edit; an issued version stays as it is."""
        if self._is_open and self._is_draft:
            self.page.show_document(layout, is_draft=True, stay=True)

    def _show(self, plan: Plan, layout: DocumentLayout) -> None:
        self._plan = plan
        self.page.print_pane.which.name_body("kế hoạch")
        self._put_over(Page.PLAN, layout, plan_title(plan))
        if (units := self._units) is not None:
            begin_check(self._background, self._check, units, plan, self.page.print_pane.checks)

    def _show_other(self, source: PrintSource, layout: DocumentLayout) -> None:
        self._plan = None
        self.page.print_pane.which.name_body(source.kind)
        self._put_over(Page(source.page), layout, window_title(source.title))
        self.page.print_pane.checks.show_checks(source.checks)

    def _put_over(self, place: Page, layout: DocumentLayout, title: str) -> None:
        self._is_opening = False
        window = self._window
        self._focused = window.focusWidget()
        self._came_from = window.bars.page_bar.currentIndex()
        window.show_page(place)
        self._is_open = True
        window.bars.show_commands(are_shown=False)
        window.actions_of_menu.preview.show.setEnabled(False)
        self._area.show_over(self.page)
        self.page.show_document(layout, is_draft=self._is_draft)
        self.page.desk.setFocus()
        window.setWindowTitle(title)
        # After the first page is painted: a system may take its time to name its printers.
        QTimer.singleShot(0, self, self._look_for_printers)

    def _on_not_shown(self, trouble: Trouble) -> None:
        self._is_opening = self._goes_to_main = False
        tell(self._window, "Chưa mở được trang in", trouble.message, [("Thử lại", self.show)])

    def _on_left(self) -> None:
        if self._is_open:
            self._is_open = False
            self._window.bars.show_commands(are_shown=True)
            self._window.actions_of_menu.preview.show.setEnabled(True)

    @property
    def _is_draft(self) -> bool:
        return self._plan is not None and self._plan.state in DRAFT_STATES

    def _look_for_printers(self) -> None:
        if not self._is_open:
            return
        assert self._printing is not None  # noqa: S101 - made with the page
        self._printing.look_for_printers()
        if self._goes_to_main:
            self._go_to_main()

    def _go_to_main(self) -> None:
        self._goes_to_main = False
        self.page.focus_main()

    @property
    def _units(self) -> UnitsOfWork | None:
        found = self._session.file
        return found.units if found else None
