"""The report periods of a year: which there are, when they are due, what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.reporting.report import Report, ReportKind
from tthc_desktop.domain.reporting.windows import ReportWindow, report_window
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.report_calendar import office_report_calendar
from tthc_desktop.use_cases.working_days import office_working_days

# The periods every year has, by kind, in the order in which they close.
_USUAL: dict[ReportKind, tuple[str, ...]] = {
    ReportKind.CONTROL: ("-Q1", "-Q2", "-H1", "-Q3", "-9M", "-Q4", ""),
    ReportKind.COMMUNICATION: ("-H1", ""),
}


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """A period of a kind of report; `report` is its newest version, None where there is none."""

    kind: ReportKind
    window: ReportWindow
    report: Report | None = None


def report_periods(units: UnitsOfWork, year: int) -> tuple[ReportPeriod, ...]:
    """Return the usual periods of a year and all others that have a report, by kind and day."""
    with units.reading() as work:
        days, reports = office_working_days(work), work.reports.all()
        newest = {(one.kind, one.period): one for one in reports}
        calendar = office_report_calendar(work)
    return tuple(
        one for kind in ReportKind for one in _of_kind(kind, year, newest.values(), days, calendar)
    )


def _of_kind(
    kind: ReportKind, year: int, newest: Iterable[Report], days: WorkingDays,
    calendar: ReportCalendar,
) -> Iterator[ReportPeriod]:  # fmt: skip
    own = {one.period: one for one in newest if one.kind is kind}
    keys = dict.fromkeys(f"{year}{part}" for part in _USUAL[kind])
    places = {key: place for place, key in enumerate(keys)}
    found = []
    for key in keys | dict.fromkeys(own):
        report = own.get(key)
        window = report_window(key, days, report.calendar if report else calendar)
        if key in keys or window.end.year == year:
            found.append(ReportPeriod(kind, window, report))
    yield from sorted(
        found,
        key=lambda one: (one.window.end, places.get(one.window.period, -1)),
    )
