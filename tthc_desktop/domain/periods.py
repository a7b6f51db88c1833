"""Calendar periods and their keys: 2026-W05, 2026-01, 2026-Q1, 2026-H1, 2026-9M, 2026."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from tthc_desktop.domain.numbering import roman
from tthc_desktop.domain.timing import FREQUENCIES, Frequency

ONCE = "once"
# What follows the year in a key, and the first and last month.
_MONTH_SPANS: dict[Frequency, tuple[tuple[str, int, int], ...]] = {
    "month": tuple((f"-{month:02}", month, month) for month in range(1, 13)),
    "quarter": tuple((f"-Q{one}", 3 * one - 2, 3 * one) for one in range(1, 5)),
    "half": (("-H1", 1, 6), ("-H2", 7, 12)),
    "nine_months": (("-9M", 1, 9),),
    "year": (("", 1, 12),),
}


@dataclass(frozen=True, slots=True)
class Period:
    """A period by its key, with its first and last calendar day."""

    key: str
    start: date
    end: date


def month_end(year: int, month: int) -> date:
    """Return the last calendar day of a month."""
    return date(year, month, monthrange(year, month)[1])


def periods_of_year(frequency: Frequency, year: int) -> Iterator[Period]:
    """Yield the periods of *year* of one frequency, in order."""
    if frequency == "week":
        yield from _weeks(year)
        return
    for suffix, first, last in _MONTH_SPANS[frequency]:
        yield Period(f"{year}{suffix}", date(year, first, 1), month_end(year, last))


def _weeks(year: int) -> Iterator[Period]:
    last = date(year, 12, 28).isocalendar().week  # 28 December always lies in the last ISO week
    for week in range(1, last + 1):
        monday = date.fromisocalendar(year, week, 1)
        yield Period(f"{year}-W{week:02}", monday, monday + timedelta(days=6))


@lru_cache(maxsize=1024)
def parse_period(key: str) -> Period | None:
    """Return the period of a key, ad hoc ones ("2026-03-01..2026-04-15") too; None if no key."""
    if ".." in key:
        return _ad_hoc(key)
    match = re.fullmatch(r"(\d{4})(?:-(W\d\d|\d\d|Q[1-4]|H[12]|9M))?", key)
    if not match:
        return None
    year = int(match[1])
    if not 1900 <= year <= 2200:
        return None
    for frequency in FREQUENCIES:
        for period in periods_of_year(frequency, year):
            if period.key == key:
                return period
    return None


def numbered_period(key: str, number: int) -> str:
    """Return the key of a period's *number*-th due day: 2026-01, 2026-01-2; once, once-2."""
    return key if number == 1 else f"{key}-{number}"


def split_period(key: str) -> tuple[str, int]:
    """Return the period's own key and which of its due days the key names.

    Undoes `numbered_period`; 2026-12 is a month, for a year has fewer than ten such days.
    """
    base, _, number = key.rpartition("-")
    is_number = re.fullmatch(r"[2-9]|[1-9]\d", number) and (len(number) == 1 or "-" in base)
    if not is_number or parse_period(key) is not None:
        return key, 1
    is_known = base == ONCE or (".." not in base and parse_period(base) is not None)
    return (base, int(number)) if is_known else (key, 1)


def occurrence_period(key: str) -> Period | None:
    """Return the period that an occurrence lies in, by its key; None for a single date."""
    return parse_period(split_period(key)[0])


def _ad_hoc(key: str) -> Period | None:
    start, _, end = key.partition("..")
    try:
        period = Period(key, date.fromisoformat(start), date.fromisoformat(end))
    except ValueError:
        return None
    return period if period.start <= period.end else None


def period_words(key: str) -> str:
    """Return the words of the column Kỳ: Tháng 5, Quý I, 6 tháng, 9 tháng, Năm 2026, Một lần.

    Where a period has several due days: "Tháng 5 (lần 2)".
    """
    if key.startswith(ONCE):
        return "Một lần"
    base, number = split_period(key)
    if number > 1:
        return f"{period_words(base)} (lần {number})"
    year, _, part = key.partition("-")
    if ".." in key:
        start, _, end = key.partition("..")
        return f"{_day_words(start)} - {_day_words(end)}"
    if not part:
        return f"Năm {year}"
    fixed = {"H1": "6 tháng", "H2": "6 tháng cuối năm", "9M": "9 tháng"}
    if part in fixed:
        return fixed[part]
    if part.startswith("Q"):
        return f"Quý {roman(int(part[1:]))}"
    if part.startswith("W"):
        return f"Tuần {int(part[1:])}"
    return f"Tháng {int(part)}"


def _day_words(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d/%m/%Y")
