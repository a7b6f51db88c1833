"""What the status bar says of a report: its form's check, and who answered."""

from __future__ import annotations

from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.use_cases.reporting.report_view import ReportView
from ui.reports.form_checks_shown import check_items, mismatches
from ui.reports.form_typing import FormTyping
from ui.reports.report_tabs_shown import FORM


def report_facts(view: ReportView, report: Report, key: str, typing: FormTyping) -> str:
    """Return "Biểu II.06a: 1 chỗ chưa khớp · 4/6 phòng đã trả lời"."""
    return " · ".join(filter(None, (_form_facts(view, report, key, typing), answered(view))))


def answered(view: ReportView) -> str:
    """Return "4/6 phòng đã trả lời", empty where nobody is asked, or that there is no plan."""
    if not view.asked:
        return "" if view.has_plan else _without_plan(view)
    return f"{len(view.asked) - len(view.owing)}/{len(view.asked)} phòng đã trả lời"


def missing_words(view: ReportView) -> str:
    """Return "Chưa có số liệu của 2 phòng: A; B", empty where all have answered.

    A year without a plan is said as well: the report tells no task of it.
    """
    if not view.has_plan:
        return f"{_without_plan(view)}: báo cáo không có phần nhiệm vụ"
    if not view.owing:
        return ""
    names = "; ".join(name for name, _ in view.owing)
    return f"Chưa có số liệu của {len(view.owing)} phòng: {names}"


def _without_plan(view: ReportView) -> str:
    return f"Chưa có kế hoạch năm {view.report.period[:4]}"


def _form_facts(view: ReportView, report: Report, key: str, typing: FormTyping) -> str:
    code = key.removeprefix(FORM) if key.startswith(FORM) else ""
    form = next((one for one in view.forms if one.code == code), None)
    if form is None:
        return ""
    refused = typing.refused(code)
    if not report.grid(code).rows and not refused:
        return f"Biểu {code}: chưa có số liệu"
    count = mismatches(check_items(report, form, view.findings(report, form), refused))
    return f"Biểu {code}: {count} chỗ chưa khớp" if count else f"Biểu {code}: khớp"
