"""Lịch năm in the window: shown in the place of Nhiệm vụ, followed by edits, left by Esc."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.plan_progress import PlanProgress
from ui.calendar.paper import Paper
from ui.calendar.report_days import report_days
from ui.calendar.year_printing import YearPrinting
from ui.calendar.year_rows import Due
from ui.calendar.year_shown import YearShown, work_out
from ui.calendar.year_view import YearView
from ui.desk import Desk
from ui.frame.actions import Page
from ui.session.background import Job, kept
from ui.session.wording import plan_name
from ui.tasks.task_place import go_to_task


class YearActs(QObject):
    """Leads there by Ctrl+5 and back to where one was."""

    def __init__(self, desk: Desk) -> None:
        """Connect the acts of the menu."""
        super().__init__(desk.window)
        self._desk = desk
        self._due = desk.window.actions_of_menu.due
        self._printing = YearPrinting(desk)
        self._view: YearView | None = None
        self._shown: YearShown | None = None
        self._unit = ""
        self._month = 0
        self._wanted = ("", 0)
        self._is_open = False
        self._came_from = int(Page.TASKS)
        self._focused: QWidget | None = None
        session = desk.session
        self._due.year.triggered.connect(lambda *_: self.show())
        self._due.export.triggered.connect(lambda *_: self.export())
        desk.window.page_chosen.connect(lambda _: self._on_left())
        desk.area.today_tab.side.month_chosen.connect(self._from_today)
        session.plans_listed.connect(lambda _: self._enable())
        session.plan_opened.connect(lambda _: self._on_plan())
        session.editor.edited.connect(lambda *_: self._work_out())

    @property
    def view(self) -> YearView:
        """The page; made when it is asked for the first time."""
        if self._view is None:
            self._view = view = YearView(self._due.export)
            view.close_asked.connect(self.close)
            view.due_opened.connect(self.record)
            view.unit_chosen.connect(self._choose_unit)
            for action, act in (
                (view.save, self._printing.ask_save),
                (view.copy, self._printing.copy),
                (view.print, self._printing.ask_print),
            ):
                action.triggered.connect(lambda *_, do=act: self._out(do))
        return self._view

    @property
    def is_open(self) -> bool:
        """Whether the year is shown."""
        return self._is_open

    def show(self, month: int = 0) -> None:
        """Show the year of the open plan; with *month* stand at what falls due in it."""
        if self._progress is None:
            return
        self._month = month
        if not self._is_open:
            window = self._desk.window
            self._focused, self._came_from = (
                window.focusWidget(),
                window.bars.page_bar.currentIndex(),
            )
            window.show_page(Page.TASKS)
            self._is_open = True
            window.bars.show_commands(are_shown=False)
            self._desk.area.show_over(self.view)
            self.view.show_view(self.view.view)
        self._work_out()

    def close(self) -> None:
        """Go back to the page and the place one came from."""
        if not self._is_open:
            return
        focused = self._focused
        self._desk.window.show_page(self._came_from)
        if focused is not None and focused.isVisible():
            focused.setFocus()

    def record(self, due: Due) -> None:
        """Go to the task and record the result of this very occurrence."""
        self._desk.window.show_page(Page.TASKS)
        go_to_task(self._desk.area.task_tab.table, due.task_id)
        self._desk.frame.today.entry_asked.emit(due.occurrence_id)

    def export(self) -> None:
        """Write the calendar file of the open plan."""
        if (progress := self._progress) is not None:
            self._printing.ask_calendar(progress.plan.id, plan_name(progress.plan))

    @property
    def _progress(self) -> PlanProgress | None:
        return self._desk.session.editor.progress

    def _from_today(self, plan_id: str, month: int) -> None:
        """Show the year of a plan at a month; another plan is opened first."""
        progress = self._progress
        if progress is not None and progress.plan.id == plan_id:
            self.show(month)
        else:
            self._wanted = plan_id, month
            self._desk.session.select(plan_id)

    def _choose_unit(self, unit_id: str) -> None:
        self._unit = unit_id
        self._work_out()

    def _on_plan(self) -> None:
        self._unit = ""
        self._enable()
        self._work_out()
        (plan_id, month), self._wanted = self._wanted, ("", 0)
        if self._progress is not None and self._progress.plan.id == plan_id:
            self.show(month)

    def _enable(self) -> None:
        found = self._desk.session.file
        has_file = found is not None and found.units is not None
        has_plan = has_file and self._progress is not None
        self._due.enable(has_plan=has_plan, has_file=has_file)
        if found is not None and found.read_only:
            self._due.link.setEnabled(False)
            self._due.timing.setEnabled(False)

    def _work_out(self) -> None:
        """Work the year out in the worker; only while it is looked at."""
        found, progress = self._desk.session.file, self._progress
        units = found.units if found else None
        if not self._is_open or progress is None or units is None:
            return
        today, unit = self._desk.session.today, self._unit
        job = Job(
            "", kept(lambda: work_out(units, progress, unit, today)), self._show, lambda _: None
        )
        self._desk.background.start(job)

    def _show(self, year: YearShown) -> None:
        if self._progress is None or not self._is_open:
            return
        self._shown = year
        self.view.offer_units(list(year.page.leads), self._unit)
        self.view.show_page(
            year.page, year.units, year.days, year.calendar.days, self._flags(year), year.confirmed
        )
        self._desk.window.setWindowTitle(f"Lịch năm {year.page.year} – {year.name}")
        if self._month:
            self.view.strip.go_to_month(self._month)
            self._month = 0

    def _flags(self, year: YearShown) -> dict[date, str]:
        return report_days(year.page.year, year.days, year.reports)

    def _on_left(self) -> None:
        if self._is_open:
            self._is_open = False
            self._desk.window.bars.show_commands(are_shown=True)

    def _out(self, act: Callable[[Paper], object]) -> None:
        """Put what is seen on paper: the view that is shown, the month that is chosen."""
        if (year := self._shown) is not None:
            view = self.view
            act(year.paper(view.view, view.month.day, self._flags(year), view.palette()))
