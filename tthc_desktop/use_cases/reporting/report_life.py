"""The way of a report: handed in by units, submitted, sent and frozen, corrected beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.reporting.report import (
    REPORT_STATE_WORDS,
    Report,
    ReportState,
    Sending,
    UnitSubmission,
    holding_back,
)
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.report_source import close_by_report
from tthc_desktop.use_cases.reporting.report_pages import printed_report
from tthc_desktop.use_cases.reporting.report_writing import NewPainter, keep_files
from tthc_desktop.use_cases.reporting.reports import (
    SUBJECT,
    change_report,
    findings_of,
    found_report,
)
from tthc_desktop.use_cases.source_closing import SourceClosing
from tthc_desktop.vietnamese_text import clean_line

_OPEN = (
    ReportState.DRAFT, ReportState.WAITING, ReportState.CONSOLIDATED, ReportState.SUBMITTED,
)  # fmt: skip
_TOLD = 3


@dataclass(frozen=True, slots=True)
class SentReport:
    """A report as it was sent, and the periods of tasks that it closed."""

    report: Report
    closings: tuple[SourceClosing, ...] = ()


def set_state(units: UnitsOfWork, report_id: str, state: ReportState) -> Report:
    """Move a report that was not sent to another state before sending; return it."""
    if state not in _OPEN:
        raise Refused("Trạng thái này chỉ có sau khi gửi báo cáo. Chưa thay đổi gì.")
    words = f"Báo cáo: {REPORT_STATE_WORDS[state].lower()}"
    return change_report(units, report_id, words, lambda report: replace(report, state=state))


def receive_from_named(
    units: UnitsOfWork, report_id: str, names: Sequence[str], *, on: date
) -> Report:
    """Keep that units, told by their names, handed in what they owe; Refused for an unknown one."""
    with units.reading() as work:
        ids = {one.name: one.id for one in work.office.directory().respondents}
    unknown = [one for one in names if one not in ids]
    if unknown:
        raise Refused(f"Không có đơn vị “{unknown[0]}”. Chưa thay đổi gì.")
    wanted = {ids[one] for one in names}

    def change(report: Report) -> Report:
        others = [one for one in report.submissions if one.respondent_id not in wanted]
        given = [UnitSubmission(ids[one], on) for one in names]
        return replace(report, submissions=(*others, *given))

    return change_report(units, report_id, "Nhận báo cáo của đơn vị", change)


def send_report(
    units: UnitsOfWork,
    report_id: str,
    sending: Sending,
    *,
    today: date,
    new_painter: NewPainter | None = None,
) -> SentReport:
    """Send a report: its pages and files are kept as they are, whatever figures become.

    A PDF is kept where there is a painter. With the same transaction the tasks that follow
    such reports are closed for its period (not by a correction). Raises Refused for one that
    was sent, without a number, sent before it was signed, or with failing checks that nobody
    let pass.
    """
    given = replace(sending, number=clean_line(sending.number), channel=clean_line(sending.channel))
    if not given.number:
        raise Refused("Chưa ghi số của báo cáo. Chưa thay đổi gì.")
    if given.sent_on < given.signed_on:
        raise Refused("Ngày gửi trước ngày ký. Hãy sửa lại ngày. Chưa thay đổi gì.")
    with units.writing() as work:
        report = found_report(work, report_id)
        if report.is_frozen:
            raise Refused("Báo cáo đã gửi. Hãy lập bản sửa. Chưa thay đổi gì.")
        refuse_held_back(findings_of(work, report), report)
        printed = printed_report(work, report, today, given)
        sent = replace(report, state=ReportState.SENT, sending=given, printed=printed)
        work.reports.put(sent)
        keep_files(work, sent, printed, new_painter)
        closings = close_by_report(work, sent)
        work.commit(Act(f"Gửi báo cáo kỳ {report.period}", SUBJECT, report.id))
    return SentReport(sent, closings)


def ask_correction(units: UnitsOfWork, report_id: str) -> Report:
    """Keep that a sent report is asked to be corrected, and return the new version beside it.

    Raises Refused for one that was not sent, or that has a later version.
    """
    with units.writing() as work:
        report = found_report(work, report_id)
        newest = work.reports.newest(report.kind, report.period)
        if not report.is_frozen or newest is None or newest.id != report.id:
            raise Refused("Chỉ bản đã gửi mới nhất mới lập bản sửa được. Chưa thay đổi gì.")
        version = replace(
            report,
            id=new_id(),
            version=report.version + 1,
            state=ReportState.DRAFT,
            sending=None,
            printed=None,
        )
        work.reports.put(replace(report, state=ReportState.CORRECTION_ASKED))
        work.reports.put(version)
        work.commit(Act(f"Lập bản sửa của báo cáo kỳ {report.period}", SUBJECT, version.id))
    return version


def refuse_held_back(findings: tuple[Finding, ...], report: Report) -> None:
    """Raise Refused where a check fails that nobody let pass; the first ones are told."""
    held = holding_back(findings, report)
    if held:
        told = " ".join(f"{one.rule}: {one.message}" for one in held[:_TOLD])
        more = f" Còn {len(held) - _TOLD} lỗi khác." if len(held) > _TOLD else ""
        message = (
            f"Số liệu còn {len(held)} phép kiểm tra không đạt. {told}{more} Hãy sửa số liệu, hoặc "
            "ghi lý do bỏ qua. Chưa ghi gì."
        )
        raise Refused(message)
