"""Keeping what was sent: to whom, when, and what every cell held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tthc_desktop.domain.journal import Act
from tthc_desktop.domain.periods import Period, parse_period
from tthc_desktop.domain.plan import PlanState
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.sent_sheet import SentSheet
from tthc_desktop.domain.sheet_return import ReturnTerms, return_day, usual_addressee
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.working_days import shipped_working_days

# Sheets of a plan that is only read go out to be looked at; none of them comes back.
SENT_STATES = (PlanState.DRAFT, PlanState.SUBMITTED, PlanState.ISSUED)


def usual_terms(opened: PlanProgress, period: Period | None) -> ReturnTerms | None:
    """Return until when and to whom sheets of the period (None: the year) come back.

    None for a plan whose sheets do not come back.
    """
    shown = period or parse_period(str(opened.plan.year))
    if shown is None or opened.plan.state not in SENT_STATES:
        return None
    days = opened.working_days or shipped_working_days()
    on = return_day(shown, days, opened.report_calendar)
    return ReturnTerms(on, usual_addressee(opened.directory))


@contextmanager
def kept_as_sent(units: UnitsOfWork, sheets: Sequence[SentSheet]) -> Iterator[None]:
    """Keep the sheets as sent; where the block fails, they were not and are taken out again.

    Raises StorageTrouble where the data file cannot be written; the block is not entered then.
    """
    if not sheets:
        yield
        return
    with units.writing() as work:
        # One sent before with the same cells stays known if this one fails.
        known = {one.head.id for one in sheets if work.sheets.get(one.head.id)}
        work.sheets.add(sheets)
        work.commit(_act(sheets, f"Gửi {len(sheets)} phiếu tiến độ"))
    try:
        yield
    except BaseException:
        with units.writing() as work:
            work.sheets.remove(one.head.id for one in sheets if one.head.id not in known)
            work.commit(_act(sheets, "Chưa gửi được phiếu tiến độ, bỏ ghi nhận"))
        raise


def _act(sheets: Sequence[SentSheet], words: str) -> Act:
    head = sheets[0].head
    after: dict[str, object] = {"files": [one.head.file_name for one in sheets]}
    if head.return_on is not None:
        after |= {"return_on": head.return_on.isoformat(), "addressee": head.addressee}
    return Act(words, "sheet", head.plan_id, head.plan_id, after=after)
