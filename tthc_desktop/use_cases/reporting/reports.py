"""Reports: made, found, filled with figures, checked, their text edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.reporting.form_checks import Surroundings, check_grid
from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.grids import Grid, carried_grid, with_figure
from tthc_desktop.domain.reporting.report import Acceptance, Report, ReportKind
from tthc_desktop.domain.reporting.windows import (
    previous_period,
    quarters_within,
    report_window,
)
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.report_calendar import office_report_calendar
from tthc_desktop.use_cases.reporting.report_data import find_form, forms, outline
from tthc_desktop.use_cases.working_days import office_working_days
from tthc_desktop.vietnamese_text import clean_line

_SHORTEST_ID = 6
SUBJECT = "report"


def open_report(units: UnitsOfWork, report_id: str) -> Report:
    """Return a report by its id or a unique beginning; Refused where none or several fit."""
    with units.reading() as work:
        return found_report(work, report_id)


def found_report(work: UnitOfWork, wanted: str) -> Report:
    """Return the report meant by *wanted* inside an open unit of work (see `open_report`)."""
    whole = work.reports.get(wanted)
    if whole is not None:
        return whole
    fitting = [one for one in work.reports.all() if one.id.startswith(wanted)]
    if len(fitting) == 1 and len(wanted) >= _SHORTEST_ID:
        return fitting[0]
    if fitting and len(wanted) >= _SHORTEST_ID:
        message = f"Có {len(fitting)} báo cáo mang mã bắt đầu bằng “{wanted}”. Hãy ghi dài hơn."
        raise Refused(message)
    message = f"Không có báo cáo mang mã “{wanted}”. Chưa thay đổi gì."
    raise Refused(message)


def create_report(
    units: UnitsOfWork, kind: ReportKind, period: str, calendar: ReportCalendar | None = None
) -> Report:
    """Make the report of a period, its forms begun with what is carried over; return it.

    Raises Refused for what is no period, one that has a report of the kind already, and an
    ad hoc one that overlaps another ad hoc one.
    """
    with units.writing() as work:
        used = calendar or office_report_calendar(work)
        report_window(period, office_working_days(work), used)
        _refuse_taken(work, kind, period)
        report = Report(new_id(), kind, period, calendar=used)
        if outline(kind).has_forms:
            grids = (_begun(work, one, report) for one in forms())
            report = replace(report, grids=tuple(one for one in grids if one.rows))
        work.reports.put(report)
        work.commit(Act(f"Tạo báo cáo kỳ {period}", SUBJECT, report.id))
    return report


def _refuse_taken(work: UnitOfWork, kind: ReportKind, period: str) -> None:
    if work.reports.newest(kind, period):
        message = (
            f"Kỳ {period} đã có báo cáo. Hãy mở báo cáo đó; báo cáo đã gửi thì lập bản sửa. "
            "Chưa thay đổi gì."
        )
        raise Refused(message)
    if ".." not in period:
        return
    days = office_working_days(work)
    window = report_window(period, days)
    for one in work.reports.all():
        if one.kind is kind and ".." in one.period:
            other = report_window(one.period, days)
            if window.start <= other.end and other.start <= window.end:
                message = f"Kỳ {period} chồng lên kỳ {one.period} đã có báo cáo. Chưa thay đổi gì."
                raise Refused(message)


def _begun(work: UnitOfWork, form: Form, report: Report) -> Grid:
    around = surroundings(work, form, report)
    return carried_grid(form, around.before, around.quarters)


def surroundings(work: UnitOfWork, form: Form, report: Report) -> Surroundings:
    """Return the form in the period before and in the quarters of a longer period.

    Quarters only where every one of them has its figures.
    """
    before = grid_of(work, form, report.kind, previous_period(report.period))
    keys = quarters_within(report.period)
    quarters = [grid_of(work, form, report.kind, key) for key in keys]
    whole = tuple(one for one in quarters if one is not None and one.rows)
    return Surroundings(before, whole if len(whole) == len(keys) else ())


def grid_of(work: UnitOfWork, form: Form, kind: ReportKind, period: str | None) -> Grid | None:
    """Return a form's figures in the newest report of a period, None without one."""
    report = work.reports.newest(kind, period) if period else None
    return report.grid(form.code) if report else None


def set_figure(
    units: UnitsOfWork, report_id: str, form_code: str, row: str, column: int, text: str
) -> Report:
    """Type a figure into a form (a new row is added); empty text takes it out.

    Raises Refused for a frozen report, an unknown form or column, and what is no count.
    """
    form = find_form(form_code)
    words = f"Ghi số liệu biểu {form.code}"

    def change(report: Report) -> Report:
        return with_grid(report, with_figure(form, report.grid(form.code), row, column, text))

    return change_report(units, report_id, words, change)


def set_cause(
    units: UnitsOfWork, report_id: str, form_code: str, row: str, cause: str
) -> Report:  # fmt: skip
    """Keep why dossiers of a row are late; Refused for a row that is not there."""
    form = find_form(form_code)

    def change(report: Report) -> Report:
        grid = report.grid(form.code)
        found = grid.row(row)
        if found is None:
            raise Refused(f"Biểu {form.code} không có dòng “{row}”. Chưa thay đổi gì.")
        return with_grid(report, grid.with_row(replace(found, cause=clean_line(cause))))

    return change_report(units, report_id, "Ghi nguyên nhân quá hạn", change)


def with_grid(report: Report, grid: Grid) -> Report:
    """Return the report with a form's figures put in."""
    others = [one for one in report.grids if one.form != grid.form]
    return replace(report, grids=tuple(sorted((*others, grid), key=lambda one: one.form)))


def change_report(
    units: UnitsOfWork, report_id: str, words: str, change: Callable[[Report], Report]
) -> Report:
    """Change a report that was not sent, in one transaction; return it.

    Raises Refused for one that is frozen.
    """
    with units.writing() as work:
        report = found_report(work, report_id)
        if report.is_frozen:
            message = "Báo cáo đã gửi nên không sửa được. Hãy lập bản sửa. Chưa thay đổi gì."
            raise Refused(message)
        changed = change(report)
        if changed != report:
            work.reports.put(changed)
            work.commit(Act(words, SUBJECT, report.id))
    return changed


def check_report(units: UnitsOfWork, report_id: str) -> tuple[Finding, ...]:
    """Return what is wrong with the figures of a report."""
    with units.reading() as work:
        return findings_of(work, found_report(work, report_id))


def findings_of(work: UnitOfWork, report: Report) -> tuple[Finding, ...]:
    """Return what is wrong with a report's figures, inside an open unit of work."""
    return tuple(
        finding
        for form in forms()
        for finding in check_grid(form, report.grid(form.code), surroundings(work, form, report))
    )


def accept_finding(units: UnitsOfWork, report_id: str, finding: Finding, reason: str) -> Report:
    """Let a failing check pass with a reason; it holds while the figures stay as they are.

    Raises Refused without a reason.
    """
    said = clean_line(reason)
    if not said:
        raise Refused("Chưa ghi lý do bỏ qua phép kiểm tra. Chưa thay đổi gì.")

    def change(report: Report) -> Report:
        others = [
            one for one in report.accepted if (one.rule, one.where) != (finding.rule, finding.where)
        ]
        given = Acceptance(finding.rule, finding.where, finding.quote, said)
        return replace(report, accepted=(*others, given))

    return change_report(units, report_id, "Bỏ qua một phép kiểm tra, có lý do", change)
