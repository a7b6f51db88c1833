"""Numbers already given to plans: what a new one must fit between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tthc_desktop.domain.plan import PlanState
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.vietnamese_text import clean_line

_GIVEN = (PlanState.ISSUED, PlanState.CLOSED)


@dataclass(frozen=True, slots=True)
class GivenNumber:
    """A number another plan of the same symbol was issued under, and the day."""

    number: int
    symbol: str
    issued_on: date


def given_numbers(units: UnitsOfWork, plan_id: str) -> tuple[GivenNumber, ...]:
    """Return the numbers given to other plans of the symbol of *plan_id*."""
    with units.reading() as work:
        summaries = work.plans.summaries()
        symbol = next((one.symbol for one in summaries if one.id == plan_id), "")
        versions = [
            work.plans.last_version(one.id)
            for one in summaries
            if one.id != plan_id and one.symbol == symbol and one.state in _GIVEN
        ]
    return tuple(
        GivenNumber(int(one.number), symbol, one.issued_on)
        for one in versions
        if one is not None and one.number.isdigit()
    )


def out_of_order(given: tuple[GivenNumber, ...], number: str, on: date) -> str:
    """Return why *number* on the day *on* is out of order, in Vietnamese; empty where it is not.

    Numbers run on through a year by the days of issue (NĐ 30/2020, Điều 15).
    """
    cleaned = clean_line(number)
    if not cleaned.isdigit():
        return ""
    wanted = int(cleaned)
    for one in sorted(given, key=lambda other: (other.issued_on, other.number)):
        if one.issued_on.year != on.year or one.number == wanted:
            continue
        if (one.number < wanted and one.issued_on > on) or (
            one.number > wanted and one.issued_on < on
        ):
            return (
                f"Số {wanted:02} ngày {on:%d/%m/%Y} không theo thứ tự: số {one.number:02}/"
                f"{one.symbol} ban hành ngày {one.issued_on:%d/%m/%Y}."
            )
    return ""
