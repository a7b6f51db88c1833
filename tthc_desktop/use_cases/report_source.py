"""Sending the report of a period closes that period of the tasks that follow such reports."""

from __future__ import annotations

from tthc_desktop.domain.evidence import Evidence, EvidenceKind
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.progress import Occurrence, Record, State
from tthc_desktop.domain.reporting.period_words import period_in_sentence
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.domain.task_sources import SourceKind
from tthc_desktop.ports import UnitOfWork
from tthc_desktop.use_cases.source_closing import (
    WHOLE,
    SourceClosing,
    closed_record,
    is_open,
    lead_followers,
    with_closing,
)


def close_by_report(
    work: UnitOfWork, report: Report, only: tuple[str, ...] = ()
) -> tuple[SourceClosing, ...]:
    """Close what follows a sent report (of *only* these tasks); no commit.

    Done on the day it was sent; number and day are the evidence. The version that corrects a
    sent report changes nothing, nor does a report that was not sent.
    """
    if report.sending is None or report.version > 1:
        return ()
    sending, symbol = report.sending, report.printed.symbol if report.printed else ""
    is_bare = "/" not in sending.number and symbol
    number = f"{sending.number}/{symbol}" if is_bare else sending.number
    result = f"Đã gửi báo cáo {period_in_sentence(report.period)}"

    def closed(occurrence: Occurrence, shown: Record) -> Occurrence:
        if not is_open(shown):
            return occurrence
        piece = Evidence(
            new_id(), EvidenceKind.DOCUMENT, number=_named(number), issued_on=sending.signed_on
        )
        given = Record(State.DONE, WHOLE, result, piece.words, done_on=sending.sent_on)
        return with_closing(occurrence, closed_record(occurrence, shown, given), piece)

    words = f"Gửi báo cáo {period_in_sentence(report.period)}"
    reference = report.kind.value
    return lead_followers(
        work, SourceKind.REPORT, reference, report.period, closed, words, only
    )  # fmt: skip


def _named(number: str) -> str:
    """Return a bare number with the kind of its document; one with a symbol tells it itself."""
    return number if "/" in number else f"Báo cáo số {number}"
