"""The rule `recur`: every quarter, twice a year, in each report."""

from __future__ import annotations

from tthc_desktop.domain.timing import REPORT_CALENDAR, Frequency
from tthc_desktop.domain.timing_words.bounds import read_bound
from tthc_desktop.domain.timing_words.items import Found, RecurItem, UnreadItem
from tthc_desktop.domain.timing_words.places import CERTAIN, EACH, UNITS
from tthc_desktop.domain.timing_words.tokens import Words, phrases
from tthc_desktop.domain.timing_words.years import behind_own_year

_MONTHS: dict[int, Frequency] = {
    1: "month", 3: "quarter", 6: "half", 9: "nine_months", 12: "year",
}  # fmt: skip
_TIMES_A_YEAR: dict[int, Frequency] = {1: "year", 2: "half", 4: "quarter", 12: "month"}
_BETWEEN = frozenset(", và / ; - .".split())
_TIMES = ("lần", "đợt", "kỳ")
_AT_LEAST = frozenset("ít nhất tối thiểu".split())
_LEADS = phrases(
    "báo cáo định kỳ", "định kỳ báo cáo", "định kỳ", "thường xuyên theo", "báo cáo", "sơ kết",
    "tổng kết", "giao ban", "theo định kỳ", "theo", "thường xuyên", "thực hiện", "họp",
)  # fmt: skip


def read_recurrence(words: Words, at: int, *, is_listed: bool = False) -> Found:
    """Read "Định kỳ hàng quý, năm", "6 tháng một lần", "2 lần/năm", "báo cáo định kỳ".

    `is_listed`: it goes on with a list, so that a bare "năm" will do.
    """
    start = at
    at = words.behind(at, _LEADS)
    has_lead = is_listed or at > start
    if words.key(start) == "thường" and words.key(at) not in EACH and words.key(at - 1) != "theo":
        return None
    times = _read_times(words, at) or _read_interval(words, at)
    if times is not None:
        return times
    found = _read_units(words, at, has_lead=has_lead)
    if found is not None:
        return found
    if words.follows(start, "báo", "cáo", "định", "kỳ"):
        return RecurItem((), REPORT_CALENDAR), start + 4
    return None


def _read_units(words: Words, at: int, *, has_lead: bool) -> Found:
    every: list[Frequency] = []
    end = at
    has_each = False
    while True:
        each = words.key(at) in EACH or words.follows(at, "định", "kỳ")
        if each and every and words.key(at - 1) == ";":
            break  # what begins anew after ";" is a clause of its own
        place = at + (words.key(at) in EACH) + 2 * words.follows(at, "định", "kỳ")
        place += words.key(place) in EACH
        unit = _read_unit(words, place, is_each=each)
        if unit is None:
            break
        frequency, end = unit
        has_each = has_each or each or words.key(end - 1) == "lần"
        every.append(frequency)
        at = words.skip(end, _BETWEEN)
        if at == end:
            break
        if words.follows(at, "báo", "cáo"):
            at += 2
    is_said = has_lead or has_each or len(every) > 1 or _has_day(words, end)
    if not every or not (is_said or every[0] in _BARE):
        return None
    return RecurItem(tuple(dict.fromkeys(every))), behind_own_year(words, end)


def _has_day(words: Words, at: int) -> bool:
    """Whether a bound with its day follows a bare unit: "năm: trước ngày 15/12"."""
    bound = read_bound(words, at + (words.key(at) in (":", "(")))
    is_day = words.key(bound.end) == "ngày" or words.begins_day(bound.end)
    return bound.exclusive is not None and is_day


_BARE = ("half", "nine_months")


def _read_unit(words: Words, at: int, *, is_each: bool) -> tuple[Frequency, int] | None:
    if words.follows(at, "nửa", "năm") and words.number(at + 2) < 0:
        return "half", _behind_once(words, at + 2)
    number, place = words.count(at)
    if number < 0:
        if words.number(at - 1) >= 0:
            return None
        place, number = at, 1
    elif words.key(place) not in UNITS or words.digits(at) > 2:
        return None
    unit = words.key(place)
    single = UNITS.get(unit) if number == 1 else None
    frequency = _MONTHS.get(number) if unit == "tháng" else single
    if frequency is None or _is_certain(words, place + 1, is_each=is_each, is_counted=place > at):
        return None
    return frequency, _behind_once(words, place + 1)


def _is_certain(words: Words, at: int, *, is_each: bool, is_counted: bool) -> bool:
    """Whether what follows a unit makes it a certain one: "tháng 5", "quý II", "năm nay"."""
    following = words.key(at)
    if words.number(at) >= 0:
        may_be_day = is_each or is_counted or (words.key(at - 1) == "quý" and words.number(at) > 4)
        return not (_is_next_unit(words, at) or (may_be_day and words.begins_day(at)))
    if following in ("đầu", "cuối"):
        return is_counted or not is_each
    if following == "đến" and is_each:
        return False  # "hàng năm đến 2030"
    if following == "trước":
        return not is_each and words.key(at + 1) != "ngày" and words.number(at + 1) < 0
    return following in CERTAIN or following in ("kể", "tính") or words.follows(at, "kế", "hoạch")


def _is_next_unit(words: Words, at: int) -> bool:
    """Whether a number begins "6 tháng" or "một lần", not a certain month or year."""
    _, place = words.count(at)
    return words.key(place) in ("tháng", "lần")


def _behind_once(words: Words, at: int) -> int:
    """Return the place behind "một lần", "/lần", "01 lần"."""
    place = at + (words.key(at) == "/")
    if words.key(place) == "lần":
        return place + 1
    number, after = words.count(place)
    return after + 1 if number == 1 and words.key(after) == "lần" else at


def _read_interval(words: Words, at: int) -> Found:
    """Ask about "2 tháng/lần", "hai tuần một lần", "5 năm một lần": no period is so long."""
    number, place = words.count(at)
    unit = words.key(place)
    if number < 2 or unit not in UNITS or (unit == "tháng" and number in _MONTHS):
        return None
    end = _behind_once(words, place + 1)
    if end == place + 1:
        return None
    told = words.slice(at, end)
    return UnreadItem(told, f"Chưa ghi được kỳ “{told}”. Hãy ghi rõ từng ngày."), end


def _read_times(words: Words, at: int) -> Found:
    """Read "1 lần/quý", "hai lần một năm", "mỗi năm 2 lần"."""
    if (words.key(at) in EACH or words.count(at)[0] == 1) and words.key(at + 1) in UNITS:
        number, place = words.count(words.skip(at + 2, _AT_LEAST))
        if number >= 1 and words.key(place) in _TIMES:
            return _so_often(words, at, number, words.key(at + 1), place + 1)
        return None
    number, place = words.count(at)
    if number < 1 or words.key(place) not in _TIMES:
        return None
    place = words.skip(place + 1, frozenset("/ trong một mỗi hàng".split()))
    unit = words.key(place)
    return _so_often(words, at, number, unit, place + 1) if unit in UNITS else None


def _so_often(words: Words, start: int, number: int, unit: str, end: int) -> Found:
    frequency = UNITS[unit] if number == 1 else None
    if unit == "năm":
        frequency = _TIMES_A_YEAR.get(number)
    if frequency is None:
        reason = f"Chưa ghi được {number} hạn trong một {unit}. Hãy ghi rõ từng ngày."
        return UnreadItem(words.slice(start, end), reason), end
    return RecurItem((frequency,)), end
