"""Days as people type them: 2805, 28/5, 28.5.26, 28-05-2026, 28 5; a sentence where it is none."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from tthc_desktop.vietnamese_text import clean_line

EXAMPLES = "Gõ 2805, 28/5 hoặc 28/05/2026."
_PARTS = re.compile(r"(\d{1,2})[\s/.,-]+(\d{1,2})(?:[\s/.,-]+(\d{4}|\d{2}))?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class DayRead:
    """What typed text means: a day, nothing, or the sentence that says what is wrong."""

    day: date | None = None
    trouble: str = ""


def read_day(text: str, year: int) -> DayRead:
    """Return the day meant by *text*; without a year it lies in *year*."""
    words = clean_line(text)
    if not words:
        return DayRead()
    if found := _ISO.fullmatch(words):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    found = _PARTS.fullmatch(words) or _DIGITS.fullmatch(words)
    if not found:
        return DayRead(trouble=f"“{words}” không phải là ngày. {EXAMPLES}")
    wanted = found[3]
    if wanted is None:
        return _day(int(found[1]), int(found[2]), year)
    return _day(int(found[1]), int(found[2]), int(wanted) + (_CENTURY if len(wanted) == 2 else 0))


def _day(day: int, month: int, year: int) -> DayRead:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return DayRead(trouble=f"Năm {year} nằm ngoài {_FIRST_YEAR}–{_LAST_YEAR}.")
    if not 1 <= month <= 12:
        return DayRead(trouble=f"Không có tháng {month}. {EXAMPLES}")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return DayRead(trouble=f"Tháng {month}/{year} có {last} ngày.")
    return DayRead(date(year, month, day))
