"""Taking acts on a report back: a version is put back as it was, or taken out again."""

from __future__ import annotations

from dataclasses import replace

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.reporting.reports import SUBJECT

_FROZEN = "Báo cáo đã gửi nên không hoàn tác được nữa. Hãy lập bản sửa. Chưa thay đổi gì."
_OTHER = "Báo cáo đã thay đổi ở chỗ khác nên không hoàn tác được. Chưa thay đổi gì."


def put_back(units: UnitsOfWork, now: Report, then: Report, words: str) -> Report:
    """Write a version as it was *then*, if it still is as it is *now*; return it.

    Raises Refused where it was sent or changed meanwhile.
    """
    with units.writing() as work:
        _check(work, now)
        work.reports.put(then)
        work.commit(Act(words, SUBJECT, then.id))
    return then


def take_out(units: UnitsOfWork, report: Report, words: str) -> None:
    """Take a version out that was just made; Refused where it was sent or changed meanwhile."""
    with units.writing() as work:
        _check(work, report)
        work.reports.remove(report.id)
        work.commit(Act(words, SUBJECT, report.id))


def put_in(units: UnitsOfWork, report: Report, words: str) -> Report:
    """Put a version in again that was taken out; Refused where its period has another one."""
    with units.writing() as work:
        if work.reports.newest(report.kind, report.period) is not None:
            raise Refused(f"Kỳ {report.period} đã có báo cáo. Chưa thay đổi gì.")
        work.reports.put(report)
        work.commit(Act(words, SUBJECT, report.id))
    return report


def _check(work: UnitOfWork, now: Report) -> None:
    held = work.reports.get(now.id)
    if held is None or _kept(held) != _kept(now):
        raise Refused(_FROZEN if held is not None and held.is_frozen else _OTHER)
    if held.is_frozen:
        raise Refused(_FROZEN)


def _kept(report: Report) -> Report:
    """Return the report as the file keeps it: a form without rows is not kept."""
    grids = (one for one in report.grids if one.rows)
    return replace(report, grids=tuple(sorted(grids, key=lambda one: one.form)))
