"""The rules about months and their weeks: "tháng 3/2026", "tuần 2, 3 tháng 6"."""

from __future__ import annotations

from dataclasses import replace

from tthc_desktop.domain.timing_words.items import ASKED, Found, ListItem, SpanItem, UnreadItem
from tthc_desktop.domain.timing_words.tokens import Words
from tthc_desktop.domain.timing_words.years import read_short_year, read_year

EDGES = {"đầu": 1, "cuối": -1}
_LUNAR = "Tháng âm lịch: hãy ghi ngày dương lịch."
_MOST_WEEKS = 5
_WEEK = 7


def read_month(words: Words, at: int, year: int) -> Found:
    """Read "tháng 3", "T3/2026", "T.3"; a month of the lunar calendar asks."""
    is_short = words.key(at) == "t"
    at += is_short and words.key(at + 1) == "."
    month, after = words.count(at + 1)
    if words.digits(after + 1) in (1, 2) and words.key(after) == words.key(after + 2) == "/":
        return None  # "… tháng 12/05/2026" is a day
    if month < 0 or words.digits(at + 1) > 2 or (is_short and words.digits(at + 1) == 0):
        return None
    if not 1 <= month <= 12:
        return UnreadItem("", f"Không có tháng {month}."), read_year(words, after, year)[1]
    if words.follows(after, "âm", "lịch"):
        return UnreadItem("", _LUNAR), after + 2
    written, after = read_short_year(words, after, year)
    return SpanItem("month", month, month, written), after


def read_weeks(words: Words, at: int, year: int) -> Found:
    """Read "tuần 2 tháng 6", "tuần 2, 3 tháng 5", "tuần 1-2 tháng 5", "tuần cuối tháng 11".

    Week n is the seven days up to the 7n-th, the last one the last seven. A week without its
    month asks: "tuần 20".
    """
    numbers, is_span, after = _numbers(words, at)
    if not numbers:
        return _impossible_week(words, at, year)
    place = words.skip(after, frozenset(("của", "trong", ",", "/")))
    found = read_month(words, place, year) if words.key(place) in ("tháng", "t") else None
    if found is None and words.key(after) == "/":
        found = read_month(words, after, year)
    if found is None:
        return _certain_week(words, at, after)
    month, after = found
    if not isinstance(month, SpanItem):
        return found
    if is_span:
        numbers = [numbers[0], numbers[-1]]
        whole = replace(_week_of(month, numbers[1]), first_day=_WEEK * numbers[0] - 6)
        return whole, after
    weeks = tuple(_week_of(month, one) for one in numbers)
    return (weeks[0] if len(weeks) == 1 else ListItem(weeks)), after


def week_number(words: Words, at: int) -> tuple[int, int]:
    """Return the number of "tuần 2", "tuần II", "tuần thứ nhất" and the place behind it."""
    return (1, at + 1) if words.key(at) == "nhất" else words.quarter(at)


def _numbers(words: Words, at: int) -> tuple[list[int], bool, int]:
    """Read which weeks; whether from one to another; the place behind."""
    place = at + 1 + (words.key(at + 1) == "thứ")
    if words.key(place) in EDGES:
        number, after = EDGES[words.key(place)], place + 1
        return [number], False, after + (words.key(after) in ("tiên", "cùng"))
    number, after = week_number(words, place)
    if not 1 <= number <= _MOST_WEEKS:
        return [], False, at
    numbers, signs = [number], set()
    while words.key(after) in (",", "và", "-", "đến"):
        place = after + 1
        place += words.key(place) == "tuần"
        place += words.key(place) == "thứ"
        number, behind = week_number(words, place)
        if not 1 <= number <= _MOST_WEEKS or words.key(behind) == "/":
            break
        signs.add(words.key(after))
        numbers.append(number)
        after = behind
    is_span = signs <= {"-", "đến"} and len(numbers) == 2 and numbers[0] < numbers[1]
    return numbers, is_span, after


def _impossible_week(words: Words, at: int, year: int) -> Found:
    """Ask about "tuần 6 tháng 3": a month has no such week."""
    number, after = words.count(at + 1 + (words.key(at + 1) == "thứ"))
    if number <= _MOST_WEEKS:
        return None
    month = read_month(words, after, year)
    if month is None:
        return _certain_week(words, at, after)
    return UnreadItem(words.slice(at, month[1]), f"Một tháng không có tuần {number}."), month[1]


def _certain_week(words: Words, at: int, after: int) -> Found:
    """Ask about "tuần 20/2026": a week by a number that no month stands beside."""
    if words.digits(after - 1) == 0 or words.key(after) in ("lần", "tháng"):
        return None
    if words.key(after) == "/" and words.digits(after + 1) == 4:
        after += 2
    told = words.slice(at, after)
    return UnreadItem(told, ASKED.format(told)), after


def _week_of(month: SpanItem, number: int) -> SpanItem:
    if number < 0:
        return replace(month, unit="week", first_day=-_WEEK)
    last = 0 if number == _MOST_WEEKS else _WEEK * number
    return replace(month, unit="week", first_day=_WEEK * number - 6, last_day=last)
