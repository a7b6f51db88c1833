"""Who has answered, for screens: read in the worker, told in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tthc_desktop.ports import UnitsOfWork
from ui.sheets.period_box import period_in_sentence

if TYPE_CHECKING:
    from tthc_desktop.use_cases.sheet_answers import SheetAnswers, UnitAnswer


_MOST_DAYS = 2


@dataclass(frozen=True)
class AnswersTold:
    """The answers of a plan's period, with the plan's year and who collects the sheets."""

    found: SheetAnswers
    year: int
    collects: str

    @property
    def period(self) -> str:
        """The period within a sentence: "quý II/2026"."""
        return period_in_sentence(self.found.period, self.year)

    @property
    def missing(self) -> tuple[UnitAnswer, ...]:
        """Those who have not answered, in the office's order."""
        return tuple(one for one in self.found.units if not one.answered_at)

    @property
    def count(self) -> str:
        """Return "Đã trả lời: 4/6 phòng"."""
        return f"Đã trả lời: {self.found.answered}/{len(self.found.units)} phòng"

    @property
    def days(self) -> str:
        """Return "15/06/2026", or the days from the first to the last where they differ."""
        days = [f"{one:%d/%m/%Y}" for one in self.found.return_days]
        return " và ".join(days) if len(days) <= _MOST_DAYS else f"{days[0]} đến {days[-1]}"

    @property
    def ordered(self) -> tuple[UnitAnswer, ...]:
        """All units, those who have not answered first."""
        return (*self.missing, *(one for one in self.found.units if one.answered_at))


def read_answers(
    units: UnitsOfWork, plan_id: str | None, period: str | None, today: date
) -> AnswersTold | None:
    """Return the answers of a period; of the one sent last where *period* is None.

    Without *plan_id* the sheets sent last are those of any plan. None where nothing was ever
    sent and no period is named.
    """
    from tthc_desktop.domain.sheet_return import collecting_unit
    from tthc_desktop.use_cases.sheet_answers import answers_of

    with units.reading() as work:
        if period is None:
            sent = [one for one in work.sheets.heads(plan_id) if one.unit_id]
            if not sent:
                return None
            plan_id, period = sent[-1].plan_id, sent[-1].period
        plans = work.plans.summaries()
        collects = collecting_unit(work.office.directory())
    found = answers_of(units, plan_id, period, today=today)
    year = next(one.year for one in plans if one.id == found.plan_id)
    return AnswersTold(found, year, collects.name if collects else "Văn phòng")


def reminder_text(told: AnswersTold) -> str:
    """Return the words that remind those who have not answered, ready for Zalo."""
    missing = told.missing
    whom = f"{told.collects} đề nghị {len(missing)} đơn vị sau gửi lại phiếu tiến độ"
    days = {one.return_by for one in missing}
    by = f", hạn {min(days):%d/%m/%Y}" if len(days) == 1 else ""
    lines = [f"{whom} {told.period}{by}:"]
    for one in missing:
        officers = ", ".join(officer.name for officer in one.officers[:1])
        called = f" (đầu mối: {officers})" if officers else ""
        lines.append(f"- {one.name}{called}" + ("" if by else f", hạn {one.return_by:%d/%m/%Y}"))
    lines.append("Điền vào các ô nền vàng của tệp Excel đã nhận và gửi lại chính tệp đó.")
    return "\n".join(lines)


def officer_words(one: UnitAnswer) -> tuple[str, str]:
    """Return the focal officers' names and telephones, a line each."""
    names = "\n".join(officer.name for officer in one.officers)
    return names, "\n".join(officer.telephone for officer in one.officers)
