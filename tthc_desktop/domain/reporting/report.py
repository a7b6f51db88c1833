"""A report: its period, its state, its figures, what the person wrote, and how it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc_desktop.domain.findings import Finding, Severity
from tthc_desktop.domain.occurrences import ReportCalendar
from tthc_desktop.domain.reporting.grids import Grid
from tthc_desktop.domain.reporting.printed import PrintedReport
from tthc_desktop.domain.reporting.sentences import Edited


class ReportKind(StrEnum):
    """Báo cáo kiểm soát TTHC or báo cáo truyền thông."""

    CONTROL = "control"
    COMMUNICATION = "communication"


class ReportState(StrEnum):
    """Where a report stands; a sent one is frozen, a correction is a new version beside it."""

    DRAFT = "draft"
    WAITING = "waiting"
    CONSOLIDATED = "consolidated"
    SUBMITTED = "submitted"
    SENT = "sent"
    CORRECTION_ASKED = "correction_asked"


REPORT_STATE_WORDS: dict[ReportState, str] = {
    ReportState.DRAFT: "Dự thảo",
    ReportState.WAITING: "Chờ các đơn vị",
    ReportState.CONSOLIDATED: "Đã tổng hợp",
    ReportState.SUBMITTED: "Đã trình ký",
    ReportState.SENT: "Đã gửi",
    ReportState.CORRECTION_ASKED: "Được yêu cầu sửa",
}
FROZEN_STATES = (ReportState.SENT, ReportState.CORRECTION_ASKED)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A failing check that the person lets pass, with the reason, as long as its figures stay."""

    rule: str
    where: str
    quote: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether it was given for this finding."""
        given = (self.rule, self.where, self.quote)
        return given == (finding.rule, finding.where, finding.quote)


@dataclass(frozen=True, slots=True)
class UnitSubmission:
    """A unit that has handed in what it owes."""

    respondent_id: str
    received_on: date


@dataclass(frozen=True, slots=True)
class Sending:
    """How a report went out."""

    number: str
    signed_on: date
    sent_on: date
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One version of a report. `printed` is what was sent, kept as it was."""

    id: str
    kind: ReportKind
    period: str
    version: int = 1
    state: ReportState = ReportState.DRAFT
    calendar: ReportCalendar = ReportCalendar()
    grids: tuple[Grid, ...] = ()
    edited: tuple[Edited, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    submissions: tuple[UnitSubmission, ...] = ()
    sending: Sending | None = None
    printed: PrintedReport | None = None

    @property
    def is_frozen(self) -> bool:
        """Whether it was sent and changes no more."""
        return self.state in FROZEN_STATES

    def grid(self, form: str) -> Grid:
        """Return the figures of a form, an empty grid where there are none."""
        return next((one for one in self.grids if one.form == form), Grid(form))


def holding_back(findings: tuple[Finding, ...], report: Report) -> tuple[Finding, ...]:
    """Return the errors that keep a report from going out: those nobody let pass."""
    return tuple(
        one
        for one in findings
        if one.severity is Severity.ERROR and not any(acc.covers(one) for acc in report.accepted)
    )
