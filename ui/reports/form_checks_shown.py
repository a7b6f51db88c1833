"""What the band under a form tells: text that is no figure, failing checks, those let pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tthc_desktop.domain.findings import Finding, Severity
from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.report import Acceptance, Report
from tthc_desktop.vietnamese_text import fold
from ui.reports.check_band import CheckItem
from ui.reports.finding_words import finding_sentence, touched, wants_cause
from ui.reports.form_rows import RefusedCells

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def open_findings(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that nobody let pass, the weightiest first."""
    found = [one for one in findings if _acceptance(report, one) is None]
    return tuple(sorted(found, key=lambda one: _RANK[one.severity]))


def check_items(
    report: Report, form: Form, findings: Iterable[Finding], refused: RefusedCells
) -> tuple[CheckItem, ...]:
    """Return what the band tells of a form, what holds the report back first."""
    found = tuple(findings)
    return (
        *_refused_items(report, form, refused),
        *(_item(report, form, one) for one in open_findings(report, found)),
        *(_kept(report, form, one) for one in found if _acceptance(report, one) is not None),
    )


def worst_mark(items: Iterable[CheckItem]) -> Severity | None:
    """Return the severity of a form's mark, None where all is well."""
    open_items = [one.severity for one in items if not one.is_kept]
    return min(open_items, key=_RANK.__getitem__, default=None)


def mismatches(items: Iterable[CheckItem]) -> int:
    """Return how many places do not agree yet; a missing cause is none."""
    return sum(not one.is_kept and one.severity is not Severity.INFO for one in items)


def _refused_items(report: Report, form: Form, refused: RefusedCells) -> Iterator[CheckItem]:
    names = {fold(one.label): one.label for one in report.grid(form.code).rows}
    names[fold(form.total_label)] = form.total_label
    for (row, column), text in refused.items():
        yield CheckItem(text.why, Severity.ERROR, names.get(row, row), column)


def _item(report: Report, form: Form, finding: Finding) -> CheckItem:
    cells = touched(form, finding)
    words = finding_sentence(form, report.grid(form.code), finding)
    return CheckItem(
        words,
        finding.severity,
        cells.row if cells else "",
        cells.column if cells else 0,
        finding,
        wants_cause(finding),
    )


def _kept(report: Report, form: Form, finding: Finding) -> CheckItem:
    item, given = _item(report, form, finding), _acceptance(report, finding)
    reason = given.reason if given else ""
    return CheckItem(
        f"Đã giữ. {item.words} Lý do: {reason}",
        finding.severity,
        item.row,
        item.column,
        finding,
        is_kept=True,
    )


def _acceptance(report: Report, finding: Finding) -> Acceptance | None:
    return next((one for one in report.accepted if one.covers(finding)), None)
