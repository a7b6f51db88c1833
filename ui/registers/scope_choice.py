"""Which years, and which period at first, a register offers to look at."""

from __future__ import annotations

from tthc_desktop.domain.reporting.registers import ACTIVITIES, INDEX, PETITIONS
from tthc_desktop.domain.reporting.windows import previous_period
from tthc_desktop.use_cases.reporting.register_book import RegisterBook
from tthc_desktop.use_cases.today import report_period
from ui.registers.register_sheet import Scope


def years_of(book: RegisterBook) -> set[int]:
    """Return the years of the entries and those about today."""
    year = book.today.year
    days = [one.received_on for one in book.of(PETITIONS)] + [
        one.day for one in book.of(ACTIVITIES)
    ]
    periods = {int(one.period[:4]) for one in book.of(INDEX)}
    return {year - 1, year, year + 1} | periods | {one.year for one in days}


def newest_period(book: RegisterBook) -> str:
    """Return the last period with figures of the index, else the month before this one."""
    month = f"{book.today.year}-{book.today.month:02}"
    known = sorted(one.period for one in book.of(INDEX))
    return known[-1] if known else previous_period(month) or month


def completed(chosen: Scope, book: RegisterBook | None) -> Scope:
    """Return a scope with the quarter that is reported next, for figures without a period."""
    if chosen.period or book is None or chosen.year != book.today.year:
        return chosen
    return Scope(chosen.year, "", report_period(book.today, book.working_days, book.calendar).key)
