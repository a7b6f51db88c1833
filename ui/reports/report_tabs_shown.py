"""Which sub-tabs a report has, in their order, with the marks of its forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tthc_desktop.domain.findings import Severity
from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.use_cases.reporting.report_view import ReportView
from ui.reports.form_checks_shown import check_items, worst_mark
from ui.reports.form_rows import RefusedCells
from ui.reports.form_typing import FormTyping
from ui.reports.sub_tabs import SubTab

TEXT, CHARTS, PROGRESS, ACTIVITIES, MISSING = "text", "charts", "progress", "activities", "missing"
FORM = "form:"
_UNCONFIRMED = "Biểu cần đối chiếu với văn bản gốc"
PROGRESS_TAB = SubTab(PROGRESS, "Tiến độ nhiệm vụ")
MISSING_TABS = (SubTab(MISSING, "Báo cáo"), PROGRESS_TAB)


def report_tabs(
    view: ReportView, report: Report, typing: FormTyping, *, has_charts: bool
) -> tuple[SubTab, ...]:
    """Return the sub-tabs of a report; charts have one of their own where there is no room."""
    charts = (SubTab(CHARTS, "Biểu đồ"),) if has_charts else ()
    activities = SubTab(ACTIVITIES, "Truyền thông", "done" if view.activities else "")
    forms = tuple(_form_tabs(view, report, typing))
    return (SubTab(TEXT, "Lời văn"), *forms, *charts, PROGRESS_TAB, activities)


def ordered_forms(view: ReportView) -> tuple[Form, ...]:
    """Return the forms, those first whose wording was seen."""
    return tuple(sorted(view.forms, key=lambda one: (not one.confirmed, one.code)))


def form_mark(view: ReportView, report: Report, form: Form, refused: RefusedCells) -> str:
    """Return the mark of a form; none where nothing stands in it."""
    if not report.grid(form.code).rows and not refused:
        return ""
    worst = worst_mark(check_items(report, form, view.findings(report, form), refused))
    return _MARKS[worst]


_MARKS: Mapping[Severity | None, str] = {
    None: "done",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "warning",
}


def _form_tabs(view: ReportView, report: Report, typing: FormTyping) -> Iterator[SubTab]:
    for form in ordered_forms(view):
        mark = form_mark(view, report, form, typing.refused(form.code))
        hint = form.title if form.confirmed else f"{form.title}. {_UNCONFIRMED}"
        yield SubTab(f"{FORM}{form.code}", f"{form.code} {form.short}".strip(), mark, hint)
