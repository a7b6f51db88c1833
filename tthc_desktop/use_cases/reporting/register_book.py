"""The registers read once for whoever shows them, and followed edit by edit without reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.plan import PlanKind, PlanState
from tthc_desktop.domain.reporting.entry_edits import EntryEdit
from tthc_desktop.domain.reporting.entry_fields import Register
from tthc_desktop.domain.reporting.index_scores import Indicator
from tthc_desktop.domain.reporting.registers import REGISTERS
from tthc_desktop.domain.reporting.windows import ReportWindow, report_window
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.report_calendar import office_report_calendar
from tthc_desktop.use_cases.reporting.report_data import shipped_indicators
from tthc_desktop.use_cases.working_days import office_working_days


@dataclass(frozen=True)
class RegisterBook:
    """All registers as they stand, with what their columns are worked out from.

    `units` are names of the office's units; `tasks` are the tasks of the year's communication
    plans as one chooses them, "2.1. Đăng tin, bài …".
    """

    today: date
    entries: Mapping[str, tuple[Any, ...]]
    working_days: WorkingDays
    calendar: ReportCalendar
    indicators: tuple[Indicator, ...]
    units: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()

    def of(self, register: Register) -> tuple[Any, ...]:
        """Return the entries of a register."""
        return self.entries.get(register.key, ())

    def window(self, period: str) -> ReportWindow:
        """Return the days of a period by the office's report calendar."""
        return report_window(period, self.working_days, self.calendar)

    def after(self, edit: EntryEdit) -> RegisterBook:
        """Return the book as it is after an edit."""
        register = edit.register
        return replace(
            self, entries={**self.entries, register.key: edit.of(self.of(register))}
        )  # fmt: skip


def open_book(units: UnitsOfWork, today: date) -> RegisterBook:
    """Read the registers, as seen on *today*."""
    with units.reading() as work:
        entries = {one.key: work.entries.all(one.key, one.entry_type) for one in REGISTERS.values()}
        directory = work.office.directory()
        return RegisterBook(
            today,
            entries,
            office_working_days(work),
            office_report_calendar(work),
            shipped_indicators(),
            tuple(one.name for one in directory.units()),
            _tasks(work, today.year),
        )


def _tasks(work: UnitOfWork, year: int) -> tuple[str, ...]:
    plans = [
        work.plans.get(one.id)
        for one in work.plans.summaries()
        if one.kind is PlanKind.COMMUNICATION
        and one.year == year
        and one.state is not PlanState.REFERENCE
    ]
    return tuple(
        f"{row.number}. {row.task.content}"
        for plan in plans
        for row in plan.numbered_tasks()
        if not row.task.is_group
    )
