"""The rules `recur` and `anchored`: every quarter, on the 17th of its last month."""

from __future__ import annotations

from tthc_desktop.domain.timing import PERIOD_END, REPORT_CALENDAR, Frequency
from tthc_desktop.domain.timing_words.days import read_bound, read_hour
from tthc_desktop.domain.timing_words.items import AnchorItem, Found, RecurItem, UnreadItem
from tthc_desktop.domain.timing_words.tokens import Words, phrases

_UNITS: dict[str, Frequency] = {
    "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year",
}  # fmt: skip
_MONTHS: dict[int, Frequency] = {
    1: "month", 3: "quarter", 6: "half", 9: "nine_months", 12: "year",
}  # fmt: skip
_TIMES_A_YEAR: dict[int, Frequency] = {1: "year", 2: "half", 4: "quarter", 12: "month"}
_EACH = frozenset("hàng mỗi các".split())
_BETWEEN = frozenset(", và / ; - .".split())
# Behind a unit these make it a certain one ("tháng sau", "năm nay", "quý II").
_CERTAIN = frozenset(
    "sau trước này nay đến cuối đầu tiếp kế liền giêng chạp học i ii iii iv v vi thứ".split()
)
_LEADS = phrases(
    "báo cáo định kỳ", "định kỳ", "thường xuyên theo", "báo cáo", "sơ kết", "tổng kết",
    "giao ban", "theo định kỳ", "theo", "thường xuyên", "thực hiện", "họp",
)  # fmt: skip
_OF = frozenset("của các trong".split())
_NEXT = frozenset("sau tiếp kế đến liền".split())
_AFTER_NEXT = frozenset("theo tiếp kề".split())


def read_recurrence(words: Words, at: int, *, is_listed: bool = False) -> Found:
    """Read "Định kỳ hàng quý, năm", "6 tháng một lần", "2 lần/năm", "báo cáo định kỳ".

    `is_listed`: it goes on with a list, so that a bare "năm" will do.
    """
    start = at
    at = words.behind(at, _LEADS)
    has_lead = is_listed or at > start
    if words.key(start) == "thường" and words.key(at) not in _EACH and words.key(at - 1) != "theo":
        return None
    times = _read_times(words, at)
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
        each = words.key(at) in _EACH or words.follows(at, "định", "kỳ")
        if each and every and words.key(at - 1) == ";":
            break  # what begins anew after ";" is a clause of its own
        place = at + (words.key(at) in _EACH) + 2 * words.follows(at, "định", "kỳ")
        place += words.key(place) in _EACH
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
    if not every or not (has_lead or has_each or len(every) > 1 or every[0] in _BARE):
        return None
    return RecurItem(tuple(dict.fromkeys(every))), _behind_year(words, end)


def _behind_year(words: Words, at: int) -> int:
    """Return the place behind "trong năm", "trong năm 2026", "năm 2026": the plan's own year."""
    place = at + (words.key(at) == "trong")
    if words.key(place) != "năm":
        return at
    if words.digits(place + 1) == 4:
        return place + 2
    return place + 1 if place > at else at


_BARE = ("half", "nine_months")


def _read_unit(words: Words, at: int, *, is_each: bool) -> tuple[Frequency, int] | None:
    number, place = words.count(at)
    if number < 0:
        if words.number(at - 1) >= 0:
            return None  # "2 tuần/lần"
        place, number = at, 1
    elif words.key(place) not in _UNITS or words.digits(at) > 2:
        return None
    unit = words.key(place)
    if unit == "tháng":
        frequency = _MONTHS.get(number)
    else:
        frequency = _UNITS.get(unit) if number == 1 else None
    if frequency is None or _is_certain(words, place + 1, is_each=is_each, is_counted=place > at):
        return None
    return frequency, _behind_once(words, place + 1)


def _is_certain(words: Words, at: int, *, is_each: bool, is_counted: bool) -> bool:
    """Whether what follows a unit makes it a certain one: "tháng 5", "quý II", "năm nay"."""
    following = words.key(at)
    if words.number(at) >= 0:
        return not _is_next_unit(words, at)
    if following in ("đầu", "cuối"):
        return is_counted or not is_each
    if following == "trước":
        return not is_each and words.key(at + 1) != "ngày"
    return following in _CERTAIN or following in ("kể", "tính") or words.follows(at, "kế", "hoạch")


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


def _read_times(words: Words, at: int) -> Found:
    """Read "1 lần/quý", "hai lần một năm", "mỗi năm 2 lần"."""
    if words.key(at) in _EACH and words.key(at + 1) in _UNITS:
        number, place = words.count(at + 2)
        if number > 1 and words.key(place) == "lần":
            return _so_often(words, at, number, words.key(at + 1), place + 1)
        return None
    number, place = words.count(at)
    if number < 1 or words.key(place) != "lần":
        return None
    place = words.skip(place + 1, frozenset("/ trong một mỗi hàng".split()))
    unit = words.key(place)
    return _so_often(words, at, number, unit, place + 1) if unit in _UNITS else None


def _so_often(words: Words, start: int, number: int, unit: str, end: int) -> Found:
    frequency = _UNITS[unit] if number == 1 else None
    if unit == "năm":
        frequency = _TIMES_A_YEAR.get(number)
    if frequency is None:
        reason = f"Chưa ghi được {number} hạn trong một {unit}. Hãy ghi rõ từng ngày."
        return UnreadItem(words.slice(start, end), reason), end
    return RecurItem((frequency,)), end


def read_anchor(words: Words, at: int) -> Found:
    """Read "trước ngày 17 của tháng cuối quý", "ngày 15 hàng tháng", "tuần cuối tháng"."""
    bound = read_bound(words, at)
    place = bound.end
    hour = read_hour(words, place)
    manner = words.slice(place, hour)
    place = hour
    explicit = _read_named_end(words, place)
    if explicit is not None:
        return explicit
    is_named = words.key(place) in ("ngày", "mùng")
    place += is_named
    day = words.number(place)
    if words.digits(place) in (1, 2) and (is_named or bound.exclusive is not None):
        found = read_month_place(words, words.skip(place + 1, _OF))
        if found is None:
            return None
        of, every, is_weak, end = found
        if not 1 <= day <= 31:
            return UnreadItem(words.slice(at, end), f"Không có ngày {day}."), end
        exclusive = False if manner else bound.exclusive
        return AnchorItem(day, of, every, exclusive, is_weak, manner), end
    if is_named or manner:
        return None
    found = read_month_place(words, place)
    if found is None or words.key(place) != "tháng":
        return None
    of, every, is_weak, end = found
    if of == "last_month":
        return (AnchorItem(0, of, every, None, is_weak), end) if every != "month" else None
    return AnchorItem(31, of, every, bound.exclusive, is_weak), end


def _read_named_end(words: Words, at: int) -> Found:
    """Read "ngày làm việc cuối kỳ", "cuối mỗi quý", "tuần cuối tháng", "theo lịch báo cáo"."""
    if words.follows(at, "theo", "lịch", "báo", "cáo"):
        return AnchorItem(-1, REPORT_CALENDAR, None), at + 4
    place = at
    if words.key(place) in ("ngày", "tuần"):
        place += 1
        place += 2 * words.follows(place, "làm", "việc")
    if words.key(place) != "cuối":
        return None
    place += 1 + (words.key(place + 1) == "cùng")
    place = words.skip(place, _OF | _EACH)
    if words.key(place) == "kỳ":
        return AnchorItem(0, PERIOD_END, None), place + 1
    unit = words.key(place)
    is_certain = words.number(place + 1) >= 0 or words.key(place + 1) in _CERTAIN
    if unit not in _UNITS or is_certain or (unit == "năm" and place == at + 1):
        return None
    if words.count(place + 1)[0] > 0:
        return None
    return AnchorItem(0, PERIOD_END, _UNITS[unit]), place + 1


def read_month_place(words: Words, at: int) -> tuple[str, Frequency | None, bool, int] | None:
    """Read which month a day lies in: of, implied frequency, whether it is weak, the end."""
    if words.key(at) in _EACH and words.key(at + 1) == "tháng":
        return "last_month", "month", False, at + 2
    if words.key(at) != "tháng":
        return None
    following = words.key(at + 1)
    if following in _EACH and words.key(at + 2) == "tháng":
        return "last_month", "month", False, at + 3
    if following in _NEXT:
        return _following_month(words, words.skip(at + 2, _AFTER_NEXT))
    if following in ("cuối", "đầu"):
        return _edge_month(words, at + 2, is_last=following == "cuối")
    return None


def _following_month(words: Words, at: int) -> tuple[str, Frequency | None, bool, int]:
    """Read what may follow "tháng sau": "của quý", "của kỳ báo cáo"."""
    if words.key(at) not in ("của", "kỳ", "quý"):
        return "next_month", "month", True, at
    at = words.skip(at, _OF | _EACH)
    if words.key(at) == "quý":
        return "next_month", "quarter", True, at + 1
    if words.key(at) == "kỳ":
        at += 1 + 2 * words.follows(at + 1, "báo", "cáo")
    return "next_month", None, True, at


def _edge_month(
    words: Words, at: int, *, is_last: bool
) -> tuple[str, Frequency | None, bool, int] | None:
    at += words.key(at) in ("cùng", "tiên")
    at = words.skip(at, _OF | _EACH)
    of = "last_month" if is_last else "first_month"
    if words.key(at) == "kỳ":
        at += 1 + 2 * words.follows(at + 1, "báo", "cáo")
        if not is_last and words.key(at) in _NEXT:
            return "next_month", None, True, words.skip(at + 1, _AFTER_NEXT)
        return of, None, True, at
    if words.key(at) not in ("quý", "năm") or words.quarter(at + 1)[0] > 0:
        return None
    every = _UNITS[words.key(at)]
    at += 1
    if not is_last and words.key(at) in _NEXT:
        return "next_month", every, False, words.skip(at + 1, _AFTER_NEXT)
    return of, every, False, at
