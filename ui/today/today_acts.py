"""Hôm nay over the open file: worked out in the worker, followed by edits, left by its rows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from tthc_desktop.use_cases.today import DueRow, Overview, PlanToday, today_overview
from ui.frame.actions import Page
from ui.frame.pages_area import PagesArea
from ui.kit.hatched_bar import Part
from ui.main_window import MainWindow
from ui.session.background import Background, Job, kept
from ui.session.open_plan import OpenPlan
from ui.session.plan_session import OpenFile, PlanSession
from ui.session.wording import plan_name
from ui.tasks.task_place import go_to_task, task_at

_MOST_WORDS = 60


class TodayActs(QObject):
    """Opens the task behind a row, its plan first where another one is open."""

    counted = Signal(int)
    # Carries the occurrence whose result is to be recorded.
    entry_asked = Signal(str)
    states_asked = Signal(object)

    def __init__(
        self, window: MainWindow, session: PlanSession, background: Background, area: PagesArea
    ) -> None:
        """Listen to the session and to the page."""
        super().__init__(window)
        self._window, self._session = window, session
        self._background, self._area = background, area
        self._tab = area.today_tab
        self._overview: Overview | None = None
        self._wanted: tuple[str, str, str] | None = None
        self._left = window.settings.place
        self._kept = self._left
        session.plans_listed.connect(lambda _: self.work_out())
        session.plan_opened.connect(self._on_plan_opened)
        self._tab.list.row_opened.connect(partial(self.open_row, with_entry=False))
        self._tab.list.record_asked.connect(partial(self.open_row, with_entry=True))
        self._tab.side.part_chosen.connect(self._on_part)
        self._tab.side.report_asked.connect(self._open_report)
        self._tab.resume_asked.connect(self._resume)
        window.page_chosen.connect(lambda _: self._keep_place())
        window.closing.connect(self._remember)

    @property
    def overview(self) -> Overview | None:
        """What was worked out last."""
        return self._overview

    def work_out(self) -> None:
        """Work everything out anew, over all plans."""
        found: OpenFile | None = self._session.file
        if found is None or found.units is None:
            return
        units, today = found.units, self._session.today
        job = Job("", kept(lambda: today_overview(units, today)), self._show, lambda _: None)
        self._background.start(job)

    def follow(self, plan: PlanToday) -> None:
        """Take over one plan that was worked out after an edit."""
        overview = self._overview
        if overview is not None:
            job = Job("", kept(lambda: overview.with_plan(plan)), self._show, lambda _: None)
            self._background.start(job)

    def open_row(self, row: DueRow, *, with_entry: bool) -> None:
        """Open the task of a row in Nhiệm vụ."""
        self._go(row.plan_id, row.task_id, row.occurrence_id if with_entry else "")

    def open_occurrence(self, plan_id: str, task_id: str, occurrence_id: str) -> None:
        """Open a task in Nhiệm vụ where the result of a period is typed, its plan first."""
        self._go(plan_id, task_id, occurrence_id)

    def _show(self, overview: Overview) -> None:
        self._overview = overview
        self._tab.show_overview(overview)
        self.counted.emit(overview.overdue)
        self._area.facts_changed.emit()

    def _on_part(self, plan_id: str, part: Part) -> None:
        self._go(plan_id, "")
        self.states_asked.emit(part.states)

    def _open_report(self, period: str) -> None:
        self._window.show_page(Page.REPORT)
        self._area.report_tab.show_period(period)

    def _go(self, plan_id: str, task_id: str, occurrence_id: str = "") -> None:
        """Go to a task; with *occurrence_id* where its result is typed."""
        opened = self._session.open_plan
        if opened is None or opened.plan.id != plan_id:
            self._wanted = plan_id, task_id, occurrence_id
            self._session.select(plan_id)
            return
        self._window.show_page(Page.TASKS)
        if task_id:
            go_to_task(self._area.task_tab.table, task_id)
        if occurrence_id:
            self.entry_asked.emit(occurrence_id)

    def _on_plan_opened(self, opened: OpenPlan) -> None:
        if self._wanted and self._wanted[0] == opened.plan.id:
            wanted, self._wanted = self._wanted, None
            self._go(*wanted)
        page, plan, task = self._left
        if plan == opened.plan.id:
            self._offer(opened, page, task)

    def _offer(self, opened: OpenPlan, page: str, task_id: str) -> None:
        """Offer to go on where the person left off, if that place is still there."""
        words = ""
        if page == Page.TASKS.name:
            rows = opened.plan.numbered_tasks()
            row = next((one for one in rows if one.task.id == task_id), None)
            words = f"Nhiệm vụ {row.number}, {_cut(row.task.content)}" if row else ""
        elif page in Page.__members__:
            words = f"{_PAGE_WORDS[page]}, {plan_name(opened.plan)}"
        self._tab.offer_resume(words)
        if words and self._tab.isVisible() and self._tab.list.hasFocus():
            self._tab.resume.setFocus(Qt.FocusReason.OtherFocusReason)

    def _resume(self) -> None:
        page, plan, task = self._left
        if page == Page.TASKS.name:
            self._go(plan, task)
        else:
            self._window.show_page(Page[page])

    def _keep_place(self) -> None:
        """Keep where the person is, as long as that is not Hôm nay."""
        page = self._window.bars.page_bar.currentIndex()
        opened = self._session.open_plan
        if page != Page.TODAY and opened is not None:
            task = task_at(self._area.task_tab.table)
            self._kept = Page(page).name, opened.plan.id, task

    def _remember(self) -> None:
        self._keep_place()
        self._window.settings.place = self._kept


_PAGE_WORDS = {Page.PLAN.name: "Tab Kế hoạch", Page.REPORT.name: "Tab Báo cáo"}


def _cut(words: str) -> str:
    line = words.split("\n", maxsplit=1)[0]
    return line if len(line) <= _MOST_WORDS else f"{line[:_MOST_WORDS].rsplit(' ', 1)[0]}…"
