"""Lịch năm in the window: shown in the place of Nhiệm vụ, followed by edits, left by Esc."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.working_days import CalendarYear, shipped_working_days
from ui.calendar.report_days import report_days
from ui.calendar.year_printing import YearPrinting
from ui.calendar.year_rows import Due, YearPage, year_page
from ui.calendar.year_sheet import Sheet, unit_sheets, year_sheets
from ui.calendar.year_view import YearView
from ui.desk import Desk
from ui.frame.actions import Page
from ui.progress_picture.unit_states import UnitStates, unit_states
from ui.session.background import Job, kept
from ui.session.wording import plan_name
from ui.tasks.task_place import go_to_task

_BARS = 2


@dataclass(frozen=True)
class _Year:
    """What the worker made of a plan."""

    page: YearPage
    units: tuple[UnitStates, ...]
    calendar: CalendarYear


class YearActs(QObject):
    """Leads there by Ctrl+5 and back to where one was."""

    def __init__(self, desk: Desk) -> None:
        """Connect the acts of the menu."""
        super().__init__(desk.window)
        self._desk = desk
        self._due = desk.window.actions_of_menu.due
        self._printing = YearPrinting(desk)
        self._view: YearView | None = None
        self._shown: _Year | None = None
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
            view.save.triggered.connect(lambda *_: self._out(self._printing.ask_save))
            view.print.triggered.connect(lambda *_: self._out(self._printing.print_sheets))
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
        """Go to the task and record its result."""
        self._desk.window.show_page(Page.TASKS)
        go_to_task(self._desk.area.task_tab.table, due.task_id)
        self._desk.frame.today.entry_asked.emit()

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
            "", kept(lambda: _worked_out(units, progress, unit, today)), self._show, lambda _: None
        )
        self._desk.background.start(job)

    def _show(self, year: _Year) -> None:
        progress = self._progress
        if progress is None or not self._is_open:
            return
        self._shown = year
        days = progress.working_days or shipped_working_days()
        leading = {one for row in progress.leaves() for one in progress.lead_units(row.task)}
        respondents = [one for one in progress.directory.respondents if one.id in leading]
        self.view.offer_units([(one.id, one.name) for one in respondents], self._unit)
        confirmed = year.calendar.confirmed_on
        said = f"đã xác nhận {confirmed:%d/%m/%Y}" if confirmed else "chưa xác nhận"
        self.view.show_page(
            year.page, year.units, days, year.calendar.days, report_days(year.page.year, days),
            f"Bảng ngày nghỉ {year.page.year}: {said}",
        )  # fmt: skip
        self._desk.window.setWindowTitle(f"Lịch năm {year.page.year} – {plan_name(progress.plan)}")
        if self._month:
            self.view.strip.go_to_month(self._month)
            self._month = 0

    def _on_left(self) -> None:
        if self._is_open:
            self._is_open = False
            self._desk.window.bars.show_commands(are_shown=True)

    def _out(self, act: Callable[[list[Sheet], str], object]) -> None:
        shown, progress = self._shown, self._progress
        if shown is None or progress is None:
            return
        palette = self.view.palette()
        name = plan_name(progress.plan)
        sheets: list[Sheet]
        if self.view.view == _BARS:
            title = f"Tiến độ theo phòng, đơn vị – {name} (đến {shown.page.today:%d/%m/%Y})"
            sheets = unit_sheets(shown.units, title, palette)
        else:
            title = f"Lịch năm {shown.page.year} – {name}"
            sheets = year_sheets(shown.page, title, palette)
        act(sheets, title)


def _worked_out(units: UnitsOfWork, progress: PlanProgress, unit: str, today: date) -> _Year:
    from tthc_desktop.use_cases.working_days import calendar_year

    return _Year(
        year_page(progress, today, unit),
        unit_states(progress, today),
        calendar_year(units, progress.plan.year),
    )
