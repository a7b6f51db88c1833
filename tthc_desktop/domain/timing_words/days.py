"""The rule `day`: bounds, hours, weekdays, days of the calendar."""

from __future__ import annotations

from calendar import monthrange
from typing import NamedTuple

from tthc_desktop.domain.timing_words.items import AnchorItem, DayItem, Found, UnreadItem
from tthc_desktop.domain.timing_words.tokens import Words

FIRST_YEAR, LAST_YEAR = 1900, 2200
_CENTURY = 2000
_LEAP_YEAR = 2024
_SOFT = frozenset("là vào xong hạn lúc trong hết hoàn thành đến cuối".split())
_STRONG = frozenset("xong hạn đến hết thành".split())
_HOURS = frozenset("h g giờ :".split())
_MINUTES = frozenset("phút p ' ’".split())
_DAY_PARTS = frozenset("sáng chiều trưa buổi tối".split())
_WEEKDAYS = {"hai": 1, "ba": 2, "tư": 3, "năm": 4, "sáu": 5, "bảy": 6}


class Bound(NamedTuple):
    """What stands before a day: `exclusive` for "trước", False for "chậm nhất", else None."""

    exclusive: bool | None
    is_strong: bool
    end: int


def read_bound(words: Words, at: int) -> Bound:
    """Read "trước", "chậm nhất là", "xong trước", "đến hết", "không quá" …; may be nothing."""
    known = words.memory.get(at)
    if not isinstance(known, Bound):
        known = words.memory[at] = _read_bound(words, at)
    return known


def _read_bound(words: Words, at: int) -> Bound:
    exclusive: bool | None = None
    is_strong = False
    while True:
        key = words.key(at)
        if key == "trước" and words.key(at + 1) not in ("khi", "mắt", "đây"):
            exclusive, at = True, at + 1
            if words.follows(at, "và", "trong") or words.follows(at, "và", "đến"):
                exclusive, at = False, at + 2
        elif key == "chậm" and words.key(at + 1) == "nhất":
            exclusive, at = bool(exclusive), at + 2
        elif key == "không" and words.key(at + 1) in ("quá", "chậm"):
            exclusive, at = bool(exclusive), at + 2 + (words.key(at + 2) == "hơn")
        elif key == "từ" and words.key(at + 1) == "nay":
            at += 2
        elif key in _SOFT and not (key == "cuối" and words.key(at + 1) != "giờ"):
            is_strong = is_strong or key in _STRONG
            at += 1
        else:
            return Bound(exclusive, is_strong or exclusive is not None, at)


def read_year(words: Words, at: int, year: int) -> tuple[int, int]:
    """Read "/2026", "năm 2026", "năm kế hoạch", "năm sau"; 0 and *at* where no year stands."""
    place = at
    if words.key(place) in ("của", "trong"):
        place += 1
    if words.key(place) == "năm":
        named = _named_year(words, place + 1, year)
        if named is not None:
            return named
        place += 1
    elif place == at and words.key(place) in ("/", "-", "."):
        place += 1
    elif place > at:
        return 0, at
    value = words.number(place)
    if words.digits(place) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        return value, place + 1
    return 0, at


def _named_year(words: Words, at: int, year: int) -> tuple[int, int] | None:
    """Read what follows "năm": "kế hoạch", "nay", "sau"."""
    if words.follows(at, "kế", "hoạch"):
        return year, at + 2
    if words.key(at) in ("nay", "này"):
        return year, at + 1
    if words.key(at) in ("sau", "đến", "tiếp"):
        return year + 1, at + 1 + (words.key(at + 1) == "theo")
    return None


def read_hour(words: Words, at: int) -> int:
    """Return the place behind "16h", "16 giờ 30", "16:30", "cuối giờ chiều"; *at* if none."""
    if words.follows(at, "cuối", "giờ"):
        at = words.skip(at + 2, frozenset(("làm", "việc", "hành", "chính")))
        return words.skip(at, _DAY_PARTS)
    if words.number(at) < 0 or words.key(at + 1) not in _HOURS:
        return words.skip(at, _DAY_PARTS) if words.key(at) in _DAY_PARTS else at
    if words.key(at + 1) == ":" and words.digits(at + 2) != 2:
        return at
    at += 2
    if words.digits(at) in (1, 2):
        at += 1
    at = words.skip(at, _MINUTES)
    return words.skip(at, _DAY_PARTS)


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


def read_day(words: Words, at: int, year: int) -> Found:
    """Read a day with its bound and hour; without a month only after "ngày" or a bound."""
    start = at
    bound = read_bound(words, at)
    hour = read_hour(words, bound.end)
    has_hour = hour > bound.end
    at = hour
    weekday, at = read_weekday(words, at)
    at += words.key(at) in (",", "(") and (weekday > 0 or has_hour)
    at += words.key(at) == "của" and has_hour
    is_named = words.key(at) in ("ngày", "mùng")
    while words.key(at) in ("ngày", "mùng", "hôm"):
        at += 1
    found = _read_date(words, at, year)
    if found is None:
        return _weekly(words, start, bound, weekday, hour, at) if weekday else _lone_day(
            words, start, at, bound, is_named=is_named
        )  # fmt: skip
    item, at = found
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


def _weekly(words: Words, start: int, bound: Bound, weekday: int, hour: int, at: int) -> Found:
    manner = words.slice(bound.end, hour)
    exclusive = bound.exclusive and not manner
    has_week = False
    for lead in (("hàng", "tuần"), ("mỗi", "tuần"), ("của", "tuần"), ("trong", "tuần")):
        if words.follows(at, *lead):
            has_week, at = True, at + 2
    del start
    return AnchorItem(weekday, "week", "week" if has_week else None, exclusive, not has_week,
                      manner), at  # fmt: skip


def _lone_day(words: Words, start: int, at: int, bound: Bound, *, is_named: bool) -> Found:
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
    return DayItem(day, exclusive=bound.exclusive), at + 1


class _Date(NamedTuple):
    day: int
    month: int
    year: int
    next_year: bool = False


def _read_date(words: Words, at: int, year: int) -> tuple[_Date | UnreadItem, int] | None:
    if words.digits(at) == 4 and words.key(at + 1) == "-" and words.key(at + 3) == "-":
        return _iso(words, at)
    if words.digits(at) not in (1, 2):
        return None
    day, sign = words.number(at), words.key(at + 1)
    if sign in ("/", "-", ".") and words.digits(at + 2) in (1, 2):
        return _with_signs(words, at, year)
    at += 2 if sign == "/" else 1
    if words.key(at) != "tháng" or words.digits(at + 1) not in (1, 2):
        return None
    if words.key(at + 2) == "lần":
        return None  # "3 tháng 1 lần"
    month, at = words.number(at + 1), at + 2
    written, after = read_year(words, at, year)
    next_year = after > at and words.key(after - 1) in ("sau", "đến", "theo")
    return _checked(day, month, written, next_year=next_year), after


def _iso(words: Words, at: int) -> tuple[_Date | UnreadItem, int] | None:
    if words.digits(at + 2) not in (1, 2) or words.digits(at + 4) not in (1, 2):
        return None
    year, month, day = (words.number(at + place) for place in (0, 2, 4))
    return _checked(day, month, year), at + 5


def _with_signs(words: Words, at: int, year: int) -> tuple[_Date | UnreadItem, int] | None:
    """Read 15/3, 15/3/2026, 15-03-2026, 15.3.26."""
    day, sign, month = words.number(at), words.key(at + 1), words.number(at + 2)
    after = at + 3
    if words.key(after) == sign and words.digits(after + 1) in (2, 4):
        written = words.number(after + 1)
        written += _CENTURY if words.digits(after + 1) == 2 else 0
        is_number = words.key(after + 2) == "/"  # 12/03/2026/QĐ-UBND names a document
        return None if is_number else (_checked(day, month, written), after + 2)
    if words.key(after) == "/" and (sign != "/" or words.digits(after + 1) == 0):
        return None  # 3-5/2026: months or days, nobody knows; 12/3/QĐ names a document
    if sign != "/" and not _is_day_named(words, at):
        return None
    written, after = read_year(words, after, year)
    next_year = written == year + 1 and words.key(after - 1) in ("sau", "đến", "theo")
    return _checked(day, month, written, next_year=next_year), after


def _is_day_named(words: Words, at: int) -> bool:
    return at > 0 and words.key(at - 1) in ("ngày", "trước", "nhất", "đến")


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
