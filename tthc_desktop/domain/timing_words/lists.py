"""The rule `number`: numbers that take their unit from a neighbour ("Quý I, III", "25, 26/01")."""

from __future__ import annotations

from dataclasses import replace

from tthc_desktop.domain.timing_words.anchors import read_anchor
from tthc_desktop.domain.timing_words.days import day_of, read_day
from tthc_desktop.domain.timing_words.items import (
    AnchorItem,
    DayItem,
    Found,
    Item,
    SpanItem,
    UnreadItem,
)
from tthc_desktop.domain.timing_words.spans import read_span
from tthc_desktop.domain.timing_words.tokens import Words
from tthc_desktop.domain.timing_words.years import read_year

_BETWEEN = frozenset(", và - / ;".split())
_IN_LIST = (",", "và")
# A number before one of these counts something else.
_COUNTED = frozenset("ngày tuần tháng quý năm giờ h % lần phút bản đợt".split())
_LAST_DAY = 31


def read_listed(words: Words, at: int, year: int, previous: Item | None) -> Found:
    """Read a number of a list by what stands before it, or by the day or month that ends it."""
    if isinstance(previous, SpanItem):
        return _span_after(words, at, year, previous)
    if isinstance(previous, DayItem):
        found = _day_after(words, at, year, previous)
        if found is not None:
            return found
    return _before_last(words, at, year)


def _span_after(words: Words, at: int, year: int, previous: SpanItem) -> Found:
    """Read the "III" of "Quý I, III", the 9 of "Tháng 3, 9"."""
    if words.key(at - 1) not in _BETWEEN:
        return None
    if previous.unit in ("edge", "week") and _is_behind_month(words, at):
        return _same_place(words, at, year, previous)
    if previous.unit not in ("month", "quarter"):
        return None
    is_quarter = previous.unit == "quarter"
    number, after = words.quarter(at) if is_quarter else (words.number(at), at + 1)
    if not 1 <= number <= (4 if is_quarter else 12) or words.digits(at) > 2:
        return None
    if words.key(after) in _COUNTED - {"năm"}:
        return None
    if is_quarter and words.key(after) == "/" and words.digits(at) and not words.digits(at - 2):
        return None  # "Quý I, 4/2026" goes on with a month
    written, after = read_year(words, after, year)
    size = 3 if is_quarter else 1
    return SpanItem(previous.unit, size * number - size + 1, size * number, written), after


def _same_place(words: Words, at: int, year: int, previous: SpanItem) -> Found:
    """Read the 6 of "cuối tháng 3, 6": the same part of another month."""
    number, after = words.number(at), at + 1
    if not 1 <= number <= 12 or words.digits(at) > 2 or words.key(after) in _COUNTED - {"năm"}:
        return None
    written, after = read_year(words, after, year)
    return replace(previous, first_month=number, last_month=number, year=written), after


def _day_after(words: Words, at: int, year: int, previous: DayItem) -> Found:
    """Read the 25 of "ngày 10 và 25", the months of "ngày 15 tháng 3, 6, tháng 9"."""
    if words.key(at - 1) not in _IN_LIST:
        return None
    is_month = words.key(at) == "tháng"
    place = at + is_month
    number, after = words.number(place), place + 1
    if number < 1 or words.digits(place) > 2 or words.key(after) in _COUNTED - {"năm"}:
        return None
    if not previous.month:
        is_free = not is_month and number <= _LAST_DAY and words.key(after) not in ("/", "-", ".")
        return (DayItem(number, exclusive=previous.exclusive), after) if is_free else None
    is_named = is_month or _is_behind_month(words, at)
    if not is_named or previous.next_year or words.key(after) == "-":
        return None
    written, after = read_year(words, after, year)
    found = day_of(previous.day, number, written)
    if isinstance(found, UnreadItem):
        return replace(found, text=words.slice(at, after)), after
    return replace(found, exclusive=previous.exclusive), after


def _is_behind_month(words: Words, at: int) -> bool:
    """Whether the list before a number begins with "tháng": "tháng 3, 6, 9"."""
    while words.key(at - 1) in _IN_LIST and words.digits(at - 2) in (1, 2):
        at -= 2
    return words.key(at - 1) == "tháng"


def _before_last(words: Words, at: int, year: int) -> Found:
    """Read the 25 of "25, 26/01/2026", the 6 of "6 và 12/2026"."""
    last = at
    while words.digits(last) in (1, 2) and words.key(last + 1) in _IN_LIST:
        last += 2
    if last == at or not words.digits(last):
        return None
    number = words.number(at)
    anchor = read_anchor(words, last)
    if anchor is not None and isinstance(anchor[0], AnchorItem) and 1 <= number <= _LAST_DAY:
        return DayItem(number), at + 1
    found = read_day(words, last, year) or read_span(words, last, year)
    if found is None:
        return None
    if isinstance(found[0], DayItem) and found[0].month and 1 <= number <= _LAST_DAY:
        return DayItem(number), at + 1
    is_month = isinstance(found[0], SpanItem) and found[0].unit == "month"
    return (SpanItem("month", number, number), at + 1) if is_month and 1 <= number <= 12 else None
