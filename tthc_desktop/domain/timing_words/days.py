"""The rule `day`: days of the calendar with what stands before them."""

from __future__ import annotations

from calendar import monthrange
from typing import NamedTuple

from tthc_desktop.domain.timing_words.bounds import Bound, read_bound, read_hour
from tthc_desktop.domain.timing_words.items import DayItem, Found, UnreadItem
from tthc_desktop.domain.timing_words.tokens import Words
from tthc_desktop.domain.timing_words.weekdays import read_weekday, read_weekly, weekday_fault
from tthc_desktop.domain.timing_words.years import FIRST_YEAR, LAST_YEAR, read_year

_CENTURY = 2000
_LEAP_YEAR = 2024
_NEXT_YEAR = ("sau", "đến", "theo", "tiếp", "kề", "kế")
_SIGNS = ("/", "-", ".")
_DAY_WORDS = frozenset("ngày mùng hôm ngay".split())


def read_day(words: Words, at: int, year: int) -> Found:
    """Read a day with its bound and hour; without a month only after "ngày" or a bound."""
    start = at
    bound = read_bound(words, at)
    hour = read_hour(words, bound.end)
    has_hour = hour > bound.end
    at = hour
    weekday, at = read_weekday(words, at)
    if not weekday and words.key(at) == "thứ" and words.number(at + 1) > 7:
        reason = f"Không có thứ {words.number(at + 1)}."
        return UnreadItem(words.slice(start, at + 2), reason), at + 2
    behind = at
    at += words.key(at) in (",", "(") and (weekday > 0 or has_hour)
    at += words.key(at) == "của" and has_hour
    at += words.follows(at, "các", "ngày") + 2 * words.follows(at, "thời", "điểm")
    is_named = words.key(at) in ("ngày", "mùng")
    at = words.skip(at, _DAY_WORDS)
    at += words.key(at) == ":" and (is_named or bound.is_strong)
    found = _read_date(words, at, year)
    if found is None:
        return read_weekly(words, start, bound, weekday, hour, behind) if weekday else _lone_day(
            words, start, at, bound, hour, is_named=is_named
        )  # fmt: skip
    item, at = found
    if isinstance(item, _Date) and weekday:
        item = _on_weekday(item, weekday, year)
    if words.key(at) == "âm" or words.key(at) == "al":
        reason = "Ngày âm lịch: hãy ghi ngày dương lịch."
        return UnreadItem(words.slice(start, at + 1), reason), at + 1
    if isinstance(item, UnreadItem):
        return UnreadItem(words.slice(start, at), item.reason), at
    exclusive, manner = bound.exclusive, ""
    if has_hour:
        # "trước 16h ngày X" is on X: the hour says how late on that day.
        manner = words.slice(start if exclusive else bound.end, hour)
        exclusive = False
    return DayItem(item.day, item.month, item.year, exclusive, manner, item.next_year), at


def _on_weekday(day: _Date, weekday: int, year: int) -> _Date | UnreadItem:
    """Return the day, or why it cannot be: "thứ Sáu, ngày 21/3/2026" is a Saturday."""
    reason = weekday_fault(DayItem(day.day, day.month, day.year), weekday, year)
    return UnreadItem("", reason) if reason else day


def _lone_day(
    words: Words, start: int, at: int, bound: Bound, hour: int, *, is_named: bool
) -> Found:
    """Read "ngày 15", "trước 25": a day whose month stands elsewhere, or nowhere."""
    day = words.number(at)
    if day < 0 or words.digits(at) > 2 or not (is_named or bound.is_strong):
        return None
    follower = words.key(at + 1)
    if follower in ("ngày", "tuần", "giờ", "h", "năm", "%", ":", "lần") or (
        follower == "tháng" and not is_named and words.key(at + 2) != "hàng"
    ):
        return None
    if not 1 <= day <= 31:
        return UnreadItem(words.slice(start, at + 1), f"Không có ngày {day}."), at + 1
    if hour > bound.end:
        manner = words.slice(start if bound.exclusive else bound.end, hour)
        return DayItem(day, exclusive=False, manner=manner), at + 1
    return DayItem(day, exclusive=bound.exclusive), at + 1


class _Date(NamedTuple):
    day: int
    month: int
    year: int
    next_year: bool = False


def _read_date(words: Words, at: int, year: int) -> tuple[_Date | UnreadItem, int] | None:
    if words.digits(at) == 4 and words.key(at + 1) in _SIGNS:
        return _iso(words, at)
    if words.digits(at) not in (1, 2):
        return None
    day, sign = words.number(at), words.key(at + 1)
    if sign == "," and words.is_tight(at, at + 5) and words.digits(at + 4) == 4:
        return _with_signs(words, at, year)
    if sign in _SIGNS and words.digits(at + 2) in (1, 2):
        return _with_signs(words, at, year)
    at = words.skip(at + (2 if sign == "/" else 1), frozenset(("của", "các")))
    if words.key(at) != "tháng" or words.digits(at + 1) not in (1, 2):
        return None
    if words.key(at + 2) == "lần" or words.begins_day(at + 1):
        return None  # "3 tháng 1 lần", "6 tháng 15/6"
    month, at = words.number(at + 1), at + 2
    written, after = read_year(words, at, year)
    next_year = after > at and words.key(after - 1) in _NEXT_YEAR
    return _checked(day, month, written, next_year=next_year), after


def _iso(words: Words, at: int) -> tuple[_Date | UnreadItem, int] | None:
    if words.digits(at + 2) not in (1, 2) or words.digits(at + 4) not in (1, 2):
        return None
    if words.key(at + 1) != words.key(at + 3):
        return None
    year, month, day = (words.number(at + place) for place in (0, 2, 4))
    return _checked(day, month, year), at + 5


def _with_signs(words: Words, at: int, year: int) -> tuple[_Date | UnreadItem, int] | None:
    """Read 15/3, 15/3/2026, 15-03-2026, 15.3.26."""
    day, sign, month = words.number(at), words.key(at + 1), words.number(at + 2)
    after = at + 3
    if (day, sign, month) == (1, "/", 2) and words.key(after) == "ngày":
        return None  # "1/2 ngày làm việc" is half a day
    if words.key(after) == sign and words.digits(after + 1) in (2, 4):
        written = words.number(after + 1)
        written += _CENTURY if words.digits(after + 1) == 2 else 0
        # 12/03/2026/QĐ-UBND names a document
        is_number = words.key(after + 2) == "/" and words.is_tight(after + 1, after + 4)
        return None if is_number else (_checked(day, month, written), after + 2)
    if words.key(after) == "/" and (sign != "/" or words.digits(after + 1) == 0):
        return None  # 3-5/2026: months or days, nobody knows; 12/3/QĐ names a document
    if words.key(after) == sign and words.digits(after + 1) and sign != ".":
        return UnreadItem("", f"Không có năm {words.number(after + 1)}."), after + 2
    if sign == "-" and words.key(after) in ("hàng", "mỗi", "của"):
        return None  # 10-12 hàng tháng: from the 10th to the 12th
    if sign != "/" and not _is_day_named(words, at):
        return None
    written, after = read_year(words, after, year)
    next_year = written == year + 1 and words.key(after - 1) in _NEXT_YEAR
    return _checked(day, month, written, next_year=next_year), after


def _is_day_named(words: Words, at: int) -> bool:
    return at > 0 and words.key(at - 1) in ("ngày", "trước", "nhất", "đến")


def day_of(day: int, month: int, year: int) -> DayItem | UnreadItem:
    """Return a day, or why there is none; *year* 0 where none is written."""
    found = _checked(day, month, year)
    return found if isinstance(found, UnreadItem) else DayItem(day, month, year)


def _checked(day: int, month: int, year: int, *, next_year: bool = False) -> _Date | UnreadItem:
    """Return the date, or why there is none; without a year any year's day will do."""
    if year and not FIRST_YEAR <= year <= LAST_YEAR:
        return UnreadItem("", f"Năm {year} nằm ngoài {FIRST_YEAR}–{LAST_YEAR}.")
    if not 1 <= month <= 12:
        return UnreadItem("", f"Không có tháng {month}.")
    last = monthrange(year or _LEAP_YEAR, month)[1]
    if not 1 <= day <= last:
        named = f"{month}/{year}" if year else f"{month}"
        return UnreadItem("", f"Không có ngày {day}: tháng {named} có {last} ngày.")
    return _Date(day, month, year, next_year)
