"""What is to be said before a report goes out: who is missing, what does not agree."""

from __future__ import annotations

from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.use_cases.reporting.report_view import ReportView
from ui.reports.form_checks_shown import check_items, mismatches
from ui.reports.form_typing import FormTyping
from ui.reports.report_facts_words import missing_words
from ui.reports.report_tabs_shown import ordered_forms


def warnings_of(view: ReportView, report: Report, typing: FormTyping) -> tuple[str, ...]:
    """Return the sentences, none where all is well."""
    counts = []
    for form in ordered_forms(view):
        refused = typing.refused(form.code)
        items = check_items(report, form, view.findings(report, form), refused)
        if count := mismatches(items):
            counts.append(f"biểu {form.code} {count}")
    told = f"Số liệu còn chỗ chưa khớp: {', '.join(counts)}." if counts else ""
    missing = missing_words(view)
    return tuple(filter(None, (told, f"{missing}." if missing else "")))
