"""Open phản ánh, kiến nghị as rows of Hôm nay: what is to be done with them, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tthc_desktop.domain.periods import month_end
from tthc_desktop.domain.plan import PlanKind
from tthc_desktop.domain.reporting.petition_steps import petition_standing
from tthc_desktop.domain.reporting.petitions import Petition
from tthc_desktop.domain.shown_state import SOON_DAYS
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.use_cases.today import DueRow, DueSection


def petition_dues(
    petitions: Iterable[Petition], days: WorkingDays, today: date
) -> Iterator[tuple[DueSection, DueRow]]:
    """Yield the petitions on which something is due until the end of this month."""
    for one in petitions:
        found = petition_standing(one, days, today)
        section = _section(found.due, today)
        if found.is_open and section is not None:
            row = DueRow(
                "", PlanKind.OTHER, one.received_on.year, "", one.id, one.number, one.summary,
                found.steps[0].value, found.due, (one.division,) if one.division else (),
                found.state, is_petition=True,
            )  # fmt: skip
            yield section, row


def _section(due: date | None, today: date) -> DueSection | None:
    if due is None:
        return None
    if due < today:
        return DueSection.OVERDUE
    if due <= today + timedelta(days=SOON_DAYS):
        return DueSection.WEEK
    return DueSection.MONTH if due <= month_end(today.year, today.month) else None
