"""Who was sent a sheet, who has answered, and who is late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.office import FocalOfficer
from tthc_desktop.domain.periods import parse_period
from tthc_desktop.domain.sent_sheet import SheetHead
from tthc_desktop.domain.sheet_return import return_day
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.opening import find_plan_id, plan_progress
from tthc_desktop.use_cases.sheet_proposals import FileProposal


@dataclass(frozen=True, slots=True)
class UnitAnswer:
    """One unit that was sent a sheet; `answered_at` (local, ISO) is "" while nothing came back.

    `return_by` is what the sheet sent last asks for (one of an old version: the usual day),
    `officers` are whom the Văn phòng calls, with their telephones.
    """

    unit_id: str
    name: str
    officers: tuple[FocalOfficer, ...]
    sent_at: str
    editions: int
    answered_at: str
    return_by: date
    is_late: bool


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """All units of a plan and period that were sent a sheet, in the office's order."""

    plan_id: str
    period: str
    units: tuple[UnitAnswer, ...]

    @property
    def return_days(self) -> tuple[date, ...]:
        """The days on which sheets are asked back, the first one first; mostly it is one."""
        return tuple(sorted({one.return_by for one in self.units}))

    @property
    def answered(self) -> int:
        """How many have answered: X of Y."""
        return sum(bool(one.answered_at) for one in self.units)

    @property
    def late(self) -> tuple[UnitAnswer, ...]:
        """Those who have not answered although the day of return has passed."""
        return tuple(one for one in self.units if one.is_late)


def answers_of(
    units: UnitsOfWork, plan_id: str | None, period: str = "", *, today: date
) -> SheetAnswers:
    """Return who has answered for a plan and a period's key ("": the whole year).

    A unit has answered once a file of any of its sheets was merged, however little it
    brought, and that merge was not undone. Raises Refused for an unknown plan.
    """
    with units.reading() as work:
        opened = plan_progress(work, find_plan_id(work, plan_id))
        heads = work.sheets.heads(opened.plan.id, period)
        answered = _answered(work, heads)
    chosen = parse_period(period or str(opened.plan.year))
    days, calendar = opened.working_days, opened.report_calendar
    usual = chosen.end if chosen else today
    if chosen and days:
        usual = return_day(chosen, days, calendar)
    found = []
    for one in opened.directory.respondents:
        own = [head for head in heads if head.unit_id == one.id]
        if own:
            came = answered.get(one.id, "")
            by = own[-1].return_on or usual
            told = (own[-1].sent_at, len(own), came, by, not came and today > by)
            found.append(UnitAnswer(one.id, one.name, one.focal_officers, *told))
    return SheetAnswers(opened.plan.id, period, tuple(found))


def _answered(work: UnitOfWork, heads: Iterable[SheetHead]) -> dict[str, str]:
    """Return when each unit's first answer was merged."""
    unit_of = {one.id: one.unit_id for one in heads if one.unit_id}
    answered: dict[str, str] = {}
    for answer in work.sheets.answers(unit_of):
        answered.setdefault(unit_of[answer.sheet_id] or "", answer.merged_at)
    return answered


def missing_names(work: UnitOfWork, files: Iterable[FileProposal]) -> tuple[str, ...]:
    """Return the units still to answer for the plans and periods of *files*, by name.

    The files themselves count as answers, those refused as a whole do not.
    """
    taken = [one for one in files if not one.refusal and one.plan_id is not None]
    directory = work.office.directory()
    missing: dict[str, None] = {}
    for plan_id, period in dict.fromkeys((one.plan_id, one.period) for one in taken):
        heads = work.sheets.heads(plan_id, period)
        answering = {one.unit_id for one in taken if (one.plan_id, one.period) == (plan_id, period)}
        known = {*_answered(work, heads), *answering}
        sent = {head.unit_id for head in heads if head.unit_id} - known
        missing |= {one.name: None for one in directory.respondents if one.id in sent}
    return tuple(missing)
