"""The rule `anchor`: on the 17th of a quarter's last month, the last working day of a month."""

from __future__ import annotations

from dataclasses import replace

from tthc_desktop.domain.timing import PERIOD_END, REPORT_CALENDAR
from tthc_desktop.domain.timing_words.bounds import Bound, read_bound, read_hour
from tthc_desktop.domain.timing_words.items import (
    ASKED,
    AnchorItem,
    Found,
    RecurItem,
    SpanItem,
    UnreadItem,
)
from tthc_desktop.domain.timing_words.months import read_month, week_number
from tthc_desktop.domain.timing_words.places import (
    EACH,
    OF,
    UNITS,
    is_certain,
    read_month_place,
    read_own_month,
)
from tthc_desktop.domain.timing_words.tokens import Words
from tthc_desktop.domain.timing_words.years import behind_own_year

# "Đầu tháng", "giữa tháng": Bộ luật Dân sự 2015, Điều 146.
_EDGE_DAYS = {"đầu": 1, "giữa": 15}
_EDGE_WORDS = ("đầu", "cuối")
_MOST_WEEKS = 4
# Behind "tuần đầu", "ngày cuối cùng" these say no period: it stands before them.
_ENDS = ("", ",", ";", ".", ")", "và")
_WEEK = 7
_SHORTEST = 28  # days that every month has
_MIDDLE_MONTH = "Chưa ghi được ngày của tháng giữa kỳ. Hãy ghi rõ từng ngày."


def read_anchor(words: Words, at: int, *, is_listed: bool = False) -> Found:
    """Read "trước ngày 17 của tháng cuối quý", "ngày 15 hàng tháng", "tuần cuối tháng".

    `is_listed`: it goes on with a list of days, so that a bare number will do.
    """
    bound = read_bound(words, at)
    found = (
        _read_calendar(words, bound.end)
        or _read_named_end(words, at, bound)
        or _read_week(words, bound)
        or _read_edge(words, at, bound)
        or _read_first_days(words, at, bound)
        or _read_day(words, at, bound, is_listed=is_listed)
    )
    if found is None or not isinstance(found[0], AnchorItem):
        return found
    return found[0], behind_own_year(words, found[1])


def _read_day(words: Words, at: int, bound: Bound, *, is_listed: bool) -> Found:
    """Read "trước ngày 17 của tháng cuối quý", "20 hàng tháng", "tháng cuối quý"."""
    place = read_hour(words, bound.end)
    manner = words.slice(at if bound.exclusive else bound.end, place)
    has_hour = place > bound.end
    place += words.follows(place, "các", "ngày")
    is_named = words.key(place) in ("ngày", "mùng")
    place += is_named
    if words.digits(place) in (1, 2):
        is_day = (
            is_listed or is_named or bound.exclusive is not None or words.key(place + 1) in EACH
        )
        return _in_month(words, at, place, bound, manner if has_hour else "") if is_day else None
    if is_named or has_hour:
        return None
    found = read_month_place(words, place)
    if found is None or (words.key(place) != "tháng" and found.every == "month"):
        return None
    if found.of == "last_month":
        item = AnchorItem(0, found.of, found.every, None, found.is_weak)
        return (item, found.end) if found.every != "month" else None
    return AnchorItem(31, found.of, found.every, bound.exclusive, found.is_weak), found.end


def _in_month(words: Words, start: int, at: int, bound: Bound, manner: str) -> Found:
    """Read the month of a day that stands at a place."""
    after = words.skip(at + 1, OF)
    is_said = after > at + 1
    found = read_own_month(words, after) if is_said else read_month_place(words, after)
    if found is None and words.follows(at + 1, "các", "tháng"):
        found = None if is_certain(words, at + 3) else read_month_place(words, at + 1)
    if found is None:
        return _middle_month(words, start, after)
    day = words.number(at)
    if not 1 <= day <= 31:
        return UnreadItem(words.slice(start, found.end), f"Không có ngày {day}."), found.end
    exclusive = False if manner else bound.exclusive
    return AnchorItem(day, found.of, found.every, exclusive, found.is_weak, manner), found.end


def _middle_month(words: Words, start: int, at: int) -> Found:
    """Ask where a day lies in "tháng thứ hai của quý": no clause can say it."""
    if words.key(at) != "tháng" or words.key(at + 1) != "thứ":
        return None
    end = words.skip(at + 3, OF | EACH)
    return UnreadItem(words.slice(start, end + 1), _MIDDLE_MONTH), end + 1


def _read_named_end(words: Words, start: int, bound: Bound) -> Found:
    """Read "ngày làm việc cuối kỳ", "cuối mỗi quý", "tuần cuối tháng"."""
    at = bound.end
    is_named = words.key(at) in ("ngày", "tuần")
    is_working = is_named and words.follows(at + 1, "làm", "việc")
    place = at + is_named + 2 * is_working
    if is_working and words.key(place) == "đầu":
        end = words.skip(place, OF | EACH | frozenset(("đầu", "tiên"))) + 1
        told = words.slice(start, end)
        return UnreadItem(told, ASKED.format(told)), end
    if words.key(place) != "cuối":
        return None
    place = words.skip(place + 1 + (words.key(place + 1) == "cùng"), OF | EACH)
    unit = words.key(place)
    if unit == "kỳ":
        return AnchorItem(0, PERIOD_END, None), place + 1
    if is_named and unit in _ENDS:
        return AnchorItem(0, PERIOD_END, None), place
    if unit not in UNITS or is_certain(words, place + 1) or (unit == "năm" and place == at + 1):
        return None
    if bound.exclusive and is_named:
        return _before_end(words, start, place, is_known=not is_working)
    return AnchorItem(0, PERIOD_END, UNITS[unit]), place + 1


def _read_calendar(words: Words, at: int) -> Found:
    """Read "theo lịch báo cáo" of a recurrence, "theo kỳ báo cáo" which is one itself."""
    if words.follows(at, "theo", "lịch", "báo", "cáo"):
        return AnchorItem(-1, REPORT_CALENDAR, None), at + 4
    if words.follows(at, "theo", "kỳ", "báo", "cáo"):
        return RecurItem((), REPORT_CALENDAR), at + 4
    return None


def _before_end(words: Words, start: int, at: int, *, is_known: bool) -> Found:
    """Read "trước ngày cuối tháng": the day before the last one of the calendar."""
    unit = words.key(at)
    if unit == "tuần" or not is_known:
        reason = ASKED.format(words.slice(start, at + 1))
        return UnreadItem(words.slice(start, at + 1), reason), at + 1
    return AnchorItem(31, "last_month", UNITS[unit], exclusive=True), at + 1


def _read_week(words: Words, bound: Bound) -> Found:
    """Read "tuần đầu hàng tháng", "tuần thứ hai của tháng": its last day is 7, 14, 21, 28."""
    at = bound.end
    if words.key(at) != "tuần":
        return None
    if words.key(at + 1) == "đầu":
        number, after = 1, at + 2 + (words.key(at + 2) == "tiên")
    else:
        number, after = week_number(words, at + 1 + (words.key(at + 1) == "thứ"))
    if words.key(at + 1) == "đầu" and words.key(after) in _ENDS:
        return AnchorItem(_WEEK, "last_month", None, bound.exclusive, is_weak=True), after
    found = read_own_month(words, words.skip(after, OF))
    if found is None or not 1 <= number <= _MOST_WEEKS:
        return None
    day = _WEEK * number if not bound.exclusive else _WEEK * number - 6
    return AnchorItem(day, found.of, found.every, bound.exclusive, found.is_weak), found.end


def _read_edge(words: Words, start: int, bound: Bound) -> Found:
    """Read "đầu mỗi tháng", "giữa tháng"; "đầu quý" asks."""
    is_day = words.key(bound.end) == "ngày" and words.key(bound.end + 1) == "đầu"
    at = bound.end + is_day
    day = _EDGE_DAYS.get(words.key(at))
    if day is None:
        return None
    place = words.skip(at + 1 + (words.key(at + 1) == "tiên"), OF)
    found = read_own_month(words, place)
    if found is not None:
        return AnchorItem(day, found.of, found.every, bound.exclusive, found.is_weak), found.end
    place = words.skip(place, EACH)
    if is_day and words.key(place) == "quý" and not is_certain(words, place + 1):
        return AnchorItem(1, "first_month", "quarter", bound.exclusive), place + 1
    if words.key(place) in ("quý", "năm") and (
        words.key(place - 1) in EACH or not is_certain(words, place + 1)
    ):
        if words.key(place) == "năm" and words.key(place - 1) not in EACH:
            return None
        told = words.slice(start, place + 1)
        return UnreadItem(told, ASKED.format(told.lower())), place + 1
    return None


def _read_first_days(words: Words, start: int, bound: Bound) -> Found:
    """Read "trong 05 ngày đầu tháng", "10 ngày đầu mỗi quý"; "10 ngày cuối quý" asks."""
    at = bound.end
    number = words.number(at)
    if words.digits(at) not in (1, 2) or words.key(at + 1) != "ngày" or number < 1:
        return None
    place = at + 2 + 2 * words.follows(at + 2, "làm", "việc")
    edge, is_working = words.key(place), place > at + 2
    if edge not in _EDGE_WORDS:
        return None
    place = words.skip(place + 1, frozenset(("tiên", "cùng", "của")))
    month = read_month(words, place, 0) if words.key(place) == "tháng" else None
    if month is not None and isinstance(month[0], SpanItem) and not is_working:
        days = (1, min(number, _SHORTEST)) if edge == "đầu" else (-number, 0)
        return replace(month[0], unit="part", first_day=days[0], last_day=days[1]), month[1]
    if edge == "đầu" and not is_working:
        found = read_own_month(words, words.skip(place, OF))
        if found is not None and number <= 31:
            return AnchorItem(number, found.of, found.every, False, found.is_weak), found.end
        unit = words.skip(place, EACH)
        if words.key(unit) == "quý" and not is_certain(words, unit + 1):
            return AnchorItem(number, "first_month", "quarter", exclusive=False), unit + 1
    end = words.skip(place, EACH) + 1
    told = words.slice(start, end)
    return UnreadItem(told, ASKED.format(told)), end
