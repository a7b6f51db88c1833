"""All that a person sees of one report at once, read in one unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.reporting.activities import ActivityLine
from tthc_desktop.domain.reporting.form_checks import Surroundings, check_grid
from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.domain.reporting.windows import ReportWindow
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.progress_lines import asked_units, has_plan, owing_units
from tthc_desktop.use_cases.reporting.report_data import office_forms, outline
from tthc_desktop.use_cases.reporting.report_facts import activity_lines, window_of
from tthc_desktop.use_cases.reporting.reports import found_report, surroundings


@dataclass(frozen=True)
class ReportView:
    """A report with its window, its other versions, its forms and what the units still owe.

    `around` leads a form's code to the same form in the periods beside this one. Without a
    plan of its year (`has_plan`) no task is told.
    """

    report: Report
    window: ReportWindow
    versions: tuple[Report, ...]
    forms: tuple[Form, ...]
    around: Mapping[str, Surroundings]
    asked: tuple[str, ...]
    owing: tuple[tuple[str, int], ...]
    activities: tuple[ActivityLine, ...]
    has_plan: bool
    # What was found last, by form: asked for several times of the same report.
    _known: dict[str, tuple[Report, tuple[Finding, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def findings(self, report: Report, form: Form) -> tuple[Finding, ...]:
        """Return what is wrong with a form's figures as they stand in *report*."""
        known = self._known.get(form.code)
        if known is None or known[0] is not report:
            found = check_grid(form, report.grid(form.code), self.around[form.code])
            known = self._known[form.code] = report, found
        return known[1]


def view_report(units: UnitsOfWork, report_id: str) -> ReportView:
    """Read what is seen of a report; Refused where there is none of this id."""
    with units.reading() as work:
        report = found_report(work, report_id)
        shown = office_forms(work) if outline(report.kind).has_forms else ()
        return ReportView(
            report,
            window_of(work, report),
            tuple(
                one
                for one in work.reports.all()
                if (one.kind, one.period) == (report.kind, report.period)
            ),
            shown,
            {one.code: surroundings(work, one, report) for one in shown},
            asked_units(work, report),
            owing_units(work, report),
            activity_lines(work, report),
            has_plan(work, report),
        )
