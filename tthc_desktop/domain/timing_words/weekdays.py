"""Days of the week: "thứ sáu hàng tuần", "thứ hai, thứ năm", "thứ Sáu, ngày 20/3/2026"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from tthc_desktop.domain.timing_words.bounds import Bound
from tthc_desktop.domain.timing_words.items import (
    AnchorItem,
    DayItem,
    Found,
    ListItem,
    UnreadItem,
)
from tthc_desktop.domain.timing_words.tokens import Words

WEEKDAY_NAMES = (
    "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật",
)  # fmt: skip
_WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6}
_EVERY_WEEK = (
    ("hàng", "tuần"), ("mỗi", "tuần"), ("của", "tuần"), ("trong", "tuần"), ("đầu", "tuần"),
    ("cuối", "tuần"),
)  # fmt: skip
_OF_WEEK = frozenset("tuần đầu cuối thứ tiên cùng của mỗi hàng các tháng quý năm /".split())
_WEEK_OF_MONTH = "Chưa ghi được thứ mấy của một tuần trong tháng. Hãy ghi rõ từng ngày."


def read_weekday(words: Words, at: int) -> tuple[int, int]:
    """Return 1 for "thứ hai" to 7 for "chủ nhật" and the place behind it; 0 if none."""
    if words.follows(at, "chủ", "nhật"):
        return 7, at + 2
    if words.key(at) != "thứ":
        return 0, at
    number = words.number(at + 1)
    if 2 <= number <= 7 and words.digits(at + 1) == 1:
        return number - 1, at + 2
    day = _WEEKDAYS.get(words.key(at + 1), 0)
    return (day, at + 2) if day else (0, at)


def weekday_fault(day: DayItem, weekday: int, year: int) -> str:
    """Return why a day with a month cannot fall on the weekday; nothing where it does."""
    value = day.year or year
    if day.day > monthrange(value, day.month)[1]:
        return ""
    found = date(value, day.month, day.day)
    if found.isoweekday() == weekday:
        return ""
    names = WEEKDAY_NAMES[found.isoweekday() - 1], WEEKDAY_NAMES[weekday - 1]
    return f"Ngày {found:%d/%m/%Y} là {names[0]}, không phải {names[1]}."


def read_weekly(words: Words, start: int, bound: Bound, weekday: int, hour: int, at: int) -> Found:
    """Read what follows "thứ sáu": more weekdays, "hàng tuần"; of one week of a month it asks."""
    manner = words.slice(bound.end, hour)
    exclusive = bound.exclusive and not manner
    found = [weekday]
    while (more := _next_weekday(words, at)) is not None:
        found.append(more[0])
        at = more[1]
    end = _behind_week_of_month(words, at)
    if end > at:
        return UnreadItem(words.slice(start, end), _WEEK_OF_MONTH), end
    every = None
    for lead in _EVERY_WEEK:
        if words.follows(at, *lead):
            every, at = "week", at + 2
    items = tuple(
        AnchorItem(day, "week", "week" if every else None, exclusive, every is None, manner)
        for day in found
    )
    return (items[0] if len(items) == 1 else ListItem(items)), at


def _next_weekday(words: Words, at: int) -> tuple[int, int] | None:
    """Read the next one of "thứ hai, thứ năm", "thứ 2 và 5 hàng tuần"."""
    if words.key(at) not in (",", "và"):
        return None
    day, after = read_weekday(words, at + 1)
    if not day and words.digits(at + 1) == 1 and words.key(at + 2) in ("hàng", "mỗi", ",", "và"):
        day, after = words.number(at + 1) - 1, at + 2
    return (day, after) if 1 <= day <= 7 else None


def _behind_week_of_month(words: Words, at: int) -> int:
    """Return the place behind "tuần cuối tháng", "đầu tháng 3": a weekday of a certain week."""
    start = at
    at += words.key(at) in ("của", "trong", "vào")
    is_week = words.key(at) == "tuần" and (
        words.key(at + 1) in ("đầu", "cuối", "thứ") or words.number(at + 1) >= 0
    )
    is_edge = words.key(at) in ("đầu", "cuối") and words.key(at + 1) != "tuần"
    if not is_week and not is_edge:
        return start
    while words.key(at) in _OF_WEEK or words.quarter(at)[0] >= 0:
        at += 1
    return at
