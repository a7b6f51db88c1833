"""The page Báo cáo: a report of a period with its forms, its text and its pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from tthc_desktop.domain.reporting.report import Report, ReportKind
from tthc_desktop.use_cases.reporting.period_overview import ReportPeriod
from ui.kit import theme
from ui.preview.printed_document import PrintSource
from ui.reports.period_list import PeriodList
from ui.reports.progress_page import ProgressPage
from ui.reports.report_content import ReportContent
from ui.reports.report_editor import ReportEditor
from ui.reports.report_facts_words import report_facts
from ui.reports.report_head import ReportHead
from ui.reports.report_pages_shown import ReportPages
from ui.reports.report_tabs_shown import (
    FORM,
    MISSING,
    MISSING_TABS,
    PROGRESS,
    PROGRESS_TAB,
    report_tabs,
)
from ui.reports.sub_tabs import SubTabs
from ui.session.settings import Settings

if TYPE_CHECKING:
    from ui.reports.progress_figures import Figures
    from ui.reports.unit_figures_model import UnitFiguresModel
    from ui.session.open_plan import OpenPlan


class ReportTab(QWidget):
    """Shows one report; what is done with it goes out by signals and to its editor.

    `period_asked` asks for the report of a kind and a period key.
    """

    facts_changed = Signal()
    period_asked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty page; `edit_with` puts the forms in."""
        super().__init__(parent)
        self.periods = PeriodList()
        self.head = ReportHead()
        self.tabs = SubTabs()
        self.progress = ProgressPage()
        self.pages: ReportPages | None = None
        self._ask_source: Callable[[], PrintSource | None] = lambda: None
        self._content: ReportContent | None = None
        self._report: Report | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.progress)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self.head.hide()
        self.tabs.show_tabs((PROGRESS_TAB,))
        self.tabs.chosen.connect(lambda _: self._show_current())
        self.setFocusProxy(self.progress)

    @property
    def report(self) -> Report | None:
        """The report that is shown, as edited so far."""
        return self._report

    @property
    def content(self) -> ReportContent | None:
        """What was read of it last."""
        return self._content

    @property
    def units(self) -> UnitFiguresModel:
        """The counts of the open plan by unit."""
        return self.progress.units

    @property
    def facts(self) -> str:
        """What the status bar says."""
        key = self.tabs.current
        if key == PROGRESS or self._content is None or self._report is None or self.pages is None:
            return self.progress.facts
        return report_facts(self._content.view, self._report, key, self.pages.typing)

    def edit_with(self, editor: ReportEditor, settings: Settings) -> ReportPages:
        """Let the report of *editor* be edited here."""
        self.pages = pages = ReportPages(self._stack, editor, settings, self)
        pages.typing.refused_changed.connect(self._on_refused)
        return pages

    def print_with(self, ask_source: Callable[[], PrintSource | None]) -> None:
        """Let *ask_source* say which pages Xem trang in shows while this tab is looked at."""
        self._ask_source = ask_source

    def print_source(self) -> PrintSource | None:
        """Return these pages; None while another page is shown, Refused without a report."""
        return self._ask_source()

    def show_period(self, period: str, kind: ReportKind = ReportKind.CONTROL) -> None:
        """Ask for the report of a period; a period without one offers to make it."""
        self.period_asked.emit(kind, period)

    def show_plan(self, opened: OpenPlan) -> None:
        """Show the counts of another plan."""
        self.progress.show_plan(opened)

    def show_figures(self, figures: Figures) -> None:
        """Show other counts of the same plan."""
        self.progress.show_figures(figures)

    def show_content(self, content: ReportContent, report: Report, *, can_edit: bool) -> None:
        """Show a report with all that was read of it; one shown already stays at its place."""
        is_other = self._report is None or self._report.id != report.id
        came_from = self.tabs.current
        self._content = content
        self._take(report, can_edit=can_edit)
        if is_other and came_from in (MISSING, PROGRESS):
            self._go_to_first_form()
        self._show_current()

    def follow(self, report: Report, *, can_edit: bool) -> None:
        """Show the report after an act; what is worked out from it comes a moment later."""
        self._take(report, can_edit=can_edit)
        self._show_current()

    def show_missing(self, period: ReportPeriod, create: QAction) -> None:
        """Say that a period has no report, and offer to make it."""
        self._content = self._report = None
        self.head.show_period(period)
        self.head.show()
        if self.pages is not None:
            self.pages.say_missing(period, create)
        self.tabs.show_tabs(MISSING_TABS)
        self.tabs.choose(MISSING)
        self._show_current()

    def choose_form(self, code: str) -> None:
        """Show a form."""
        self.tabs.choose(f"{FORM}{code}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put text and pictures below the form where there is room, else into tabs."""
        super().resizeEvent(event)
        if self.pages is not None and self.pages.fit(self.width(), self.height()):
            if self._report is not None:
                self._show_tabs()
            self._show_current()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the white ground."""
        QPainter(self).fillRect(event.rect(), theme.paints(self.palette()).surf)

    def _take(self, report: Report, *, can_edit: bool) -> None:
        self._report = report
        if self._content is not None:
            self.head.show_report(self._content.view, report, can_edit=can_edit)
            self.head.show()
            self._show_tabs()

    def _show_tabs(self) -> None:
        if self._content is not None and self._report is not None and self.pages is not None:
            has_charts = not self.pages.has_lower
            view, typing = self._content.view, self.pages.typing
            self.tabs.show_tabs(report_tabs(view, self._report, typing, has_charts=has_charts))

    def _go_to_first_form(self) -> None:
        keys = [one for one in self.tabs.keys if one.startswith(FORM)]
        self.tabs.choose(keys[0] if keys else "")

    def _on_refused(self) -> None:
        self._show_tabs()
        self._show_current()

    def _show_current(self) -> None:
        if self.pages is None:
            return
        before, focused = self._stack.currentWidget(), QApplication.focusWidget()
        # Hiding the page with the focus would give it to whatever button comes next.
        goes_along = focused is not None and before.isAncestorOf(focused)
        self.pages.show(self.tabs.current, self._content, self._report, self.progress)
        current = self._stack.currentWidget()
        self.setFocusProxy(current)
        if goes_along and current is not before:
            current.setFocus()
        self.facts_changed.emit()
