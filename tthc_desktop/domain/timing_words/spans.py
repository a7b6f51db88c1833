"""The rules `span` and `range`: months, quarters, halves, years, weeks; from one to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tthc_desktop.domain.timing_words.anchors import read_anchor
from tthc_desktop.domain.timing_words.bounds import read_bound
from tthc_desktop.domain.timing_words.days import read_day
from tthc_desktop.domain.timing_words.items import (
    ASKED,
    AnchorItem,
    DayItem,
    Found,
    Item,
    ListItem,
    RangeItem,
    SpanItem,
    UnreadItem,
)
from tthc_desktop.domain.timing_words.months import EDGES, read_month, read_weeks
from tthc_desktop.domain.timing_words.places import read_month_place
from tthc_desktop.domain.timing_words.tokens import Words, phrases
from tthc_desktop.domain.timing_words.years import FIRST_YEAR, LAST_YEAR, read_short_year, read_year

_JOINED_QUARTERS = {"qi": 1, "qii": 2, "qiii": 3, "qiv": 4}
_EDGES = {"giữa": (15, 15), "cuối": (0, 0), "đầu": (1, 1)}
_RANGE_LEADS = phrases("trong khoảng thời gian", "trong khoảng", "giai đoạn")


def read_span(words: Words, at: int, year: int) -> Found:
    """Read a named period with its bound: "Trước tháng 6", "Quý I/2026", "cả năm"."""
    start = at
    bound = read_bound(words, at)
    found = _read_span(words, bound.end, year)
    if found is None:
        # The bound may have eaten the word that names the edge ("cuối năm").
        found, bound = _read_span(words, at, year), read_bound(words, at)._replace(exclusive=None)
        if found is None:
            return None
    item, after = found
    if isinstance(item, UnreadItem):
        return UnreadItem(words.slice(start, after), item.reason), after
    if isinstance(item, ListItem):
        weeks = [one for one in item.items if isinstance(one, SpanItem)]
        return ListItem(tuple(replace(one, exclusive=bound.exclusive) for one in weeks)), after
    assert isinstance(item, SpanItem)  # noqa: S101 - that is all there is
    return replace(item, exclusive=bound.exclusive), after


def _read_span(words: Words, at: int, year: int) -> Found:
    key = words.key(at)
    rule = _RULES.get(key)
    if rule is not None:
        return rule(words, at, year)
    if _is_inside(words, at):
        return None
    if words.number(at) >= 0:
        return _numbered(words, at, year)
    if words.key(at + 1) == "/" and words.digits(at + 2) == 4 and words.quarter(at)[0] > 0:
        return _quarter(words, at - 1, year)  # "I/2026"
    if words.count(at)[0] > 0:
        return _counted_months(words, at, year)
    if key == "nửa" and words.key(at + 1) in EDGES:
        return _half(words, at + 1, year)
    return _year(words, at, year)


def _quarter(words: Words, at: int, year: int) -> Found:
    joined = _JOINED_QUARTERS.get(words.key(at))
    if joined:
        number, after = joined, at + 1
    else:
        at += words.key(at + 1) == "."
        if words.key(at + 1) in EDGES and words.key(at + 2) == "năm":
            number, after = (1 if words.key(at + 1) == "đầu" else 4), at + 2
            after += not read_year(words, after, year)[0]
        else:
            number, after = words.quarter(at + 1)
    if number < 0:
        if words.key(at + 1) in ("v", "vi"):
            return UnreadItem("", "Một năm chỉ có bốn quý."), at + 2
        return None
    if words.begins_day(after - 1) and (number > 4 or words.key(after + 2) == "/"):
        return None  # "quý 24/03/2026": the quarter is said elsewhere
    if not 1 <= number <= 4:
        return UnreadItem("", "Một năm chỉ có bốn quý."), read_year(words, after, year)[1]
    written, after = read_short_year(words, after, year)
    return SpanItem("quarter", 3 * number - 2, 3 * number, written), after


def _is_inside(words: Words, at: int) -> bool:
    """Whether a number goes on with what stands before it: the 1 of "25/O1/2026"."""
    if words.number(at) < 0 or at == 0 or not words.is_tight(at - 1, at + 1):
        return False
    before = words.tokens[at - 1]
    return before.key in ("/", ".") or before.key.isalpha()


def _numbered(words: Words, at: int, year: int) -> Found:
    """Read 5/2026, 05-2026, 2026, "6 tháng đầu năm"."""
    number, digits = words.number(at), words.digits(at)
    if words.key(at + 1) in ("tháng", "t") and words.key(at + 2) in EDGES:
        return _counted_months(words, at, year)
    if digits <= 2 and words.key(at + 1) in ("/", "-", ".") and words.digits(at + 2) == 4:
        written = words.number(at + 2)
        is_name = words.key(at + 3) == "/" or not FIRST_YEAR <= written <= LAST_YEAR
        if is_name or words.key(at - 1) == "số":
            return None
        if not 1 <= number <= 12:
            return UnreadItem("", f"Không có tháng {number}."), at + 3
        return SpanItem("month", number, number, written), at + 3
    return _year(words, at, year)


def _counted_months(words: Words, at: int, year: int) -> Found:
    """Read "6 tháng đầu năm", "sáu tháng cuối năm"."""
    number, after = words.count(at)
    if words.key(after) not in ("tháng", "t") or words.key(after + 1) not in EDGES:
        return None
    return _part_of_year(words, after + 1, year, number)


def _part_of_year(words: Words, at: int, year: int, months: int) -> Found:
    """Read "đầu năm", "cuối năm" behind a number of months."""
    if not 1 <= months <= 12:
        return None
    place = at + 1 + (words.key(at + 1) == "của")
    if words.key(place) != "năm":
        return None
    written, after = read_year(words, place, year)
    first, last = (1, months) if words.key(at) == "đầu" else (13 - months, 12)
    return SpanItem("part", first, last, written), max(after, place + 1)


def _half(words: Words, at: int, year: int) -> Found:
    """Read "đầu năm", "cuối tháng 6" behind "nửa"."""
    if words.key(at + 1) == "năm":
        return _part_of_year(words, at, year, 6)
    found = read_month(words, at + 1, year) if words.key(at + 1) in ("tháng", "t") else None
    if found is None:
        return None
    month, after = found
    if not isinstance(month, SpanItem):
        return found
    first, last = (1, 15) if words.key(at) == "đầu" else (16, 0)
    return replace(month, unit="part", first_day=first, last_day=last), after


def _year(words: Words, at: int, year: int) -> Found:
    """Read "cả năm", "trong năm 2026", "năm 2026", "2026 và những năm tiếp theo"."""
    if words.key(at) in ("cả", "trong", "suốt") and words.key(at + 1) == "năm":
        written, after = read_year(words, at + 1, year)
        return _with_following(words, written, max(after, at + 2))
    if words.number(at) >= 0:
        if words.digits(at) != 4 or words.key(at + 1) == "/":
            return None
        written, after = words.number(at), at + 1
        if not FIRST_YEAR <= written <= LAST_YEAR:
            return None
    elif words.key(at) in ("năm", "các"):
        at += words.key(at) == "các"
        written, after = read_year(words, at, year)
        if not written:
            # "Trong năm": the bound has taken the first word.
            is_whole = at > 0 and words.key(at - 1) == "trong" and words.key(at) == "năm"
            return (SpanItem("year", 1, 12), at + 1) if is_whole else None
    else:
        return None
    return _with_following(words, written, after)


def _with_following(words: Words, written: int, after: int) -> Found:
    end = _behind_following_years(words, after)
    begin = after + (words.key(after) == "(")
    return SpanItem("year", 1, 12, written, manner=words.slice(begin, end)), end


def _behind_following_years(words: Words, at: int) -> int:
    """Return the place behind "và các năm tiếp theo", "và những năm sau"."""
    place = at + (words.key(at) == "(")
    if words.key(place) != "và" or words.key(place + 1) not in ("các", "những"):
        return at
    if words.key(place + 2) != "năm" or words.key(place + 3) not in ("tiếp", "sau", "kế", "đến"):
        return at
    return words.skip(place + 4, frozenset(("theo", "tiếp")))


def _edge(words: Words, at: int, year: int) -> Found:
    """Read "cuối năm", "giữa tháng 5", "cuối quý II" (BLDS 2015, Điều 146)."""
    edge = words.key(at)
    if words.key(at + 1) == "năm":
        written, after = read_year(words, at + 1, year)
        after = max(after, at + 2)
        if edge == "đầu":
            return UnreadItem("", ASKED.format("đầu năm")), after
        month, day = (6, 30) if edge == "giữa" else (12, 31)
        return SpanItem("edge", month, month, written, day, day), after
    found = _read_span(words, at + 1, year) if words.key(at + 1) in ("tháng", "quý", "t") else None
    if found is None:
        return None
    span, after = found
    if not isinstance(span, SpanItem):
        return found
    if span.unit == "quarter" and edge != "cuối":
        return UnreadItem("", ASKED.format(f"{edge} quý")), after
    first, last = _EDGES[edge]
    if edge == "cuối":
        first = -1
    return replace(span, unit="edge", first_month=span.last_month, first_day=first,
                   last_day=last), after  # fmt: skip


def read_range(words: Words, at: int, year: int) -> Found:
    """Read "từ 01/3 đến 15/4/2026", "Quý II - Quý IV", "2025-2026", "01-15/3/2026"."""
    if _is_doubtful(words, at):
        reason = "Chưa rõ là ngày hay tháng. Hãy ghi “tháng 3 - tháng 5” hoặc ngày đầy đủ."
        return UnreadItem(words.slice(at, at + 5), reason), at + 5
    start = words.behind(at, _RANGE_LEADS)
    has_from = words.key(start) == "từ" or _is_after(words, start)
    begin = start + has_from + (words.key(start) == "từ" and words.key(start + 1) == "sau")
    begin += words.key(begin) == "trong" and words.key(begin + 1) in ("tháng", "quý")
    if words.key(begin) in ("trước", "chậm"):
        return None
    first = _endpoint(words, begin, year, None)
    if first is None:
        return None
    place = first[1]
    if words.key(place) not in ("-", "đến") or words.key(place + 1) in ("trước", "nay"):
        return _open_range(words, at, place) if has_from else None
    if isinstance(first[0], DayItem) and not first[0].month:
        anchor = read_anchor(words, place + 1)
        if anchor is not None and isinstance(anchor[0], AnchorItem):
            return anchor
    last = _endpoint(words, place + 1, year, first[0])
    if last is None:
        return _open_range(words, at, place) if has_from else None
    is_period = words.follows(at, "trong", "khoảng")
    return _ranged(words, at, first, last, "period" if is_period else "range")


def _is_after(words: Words, at: int) -> bool:
    """Whether "sau ngày 15/3", "sau tháng 6" stands here: from when on, not until when."""
    is_day = words.key(at + 1) == "ngày" or words.number(at + 1) >= 0
    return words.key(at) == "sau" and (is_day or words.names_period(at + 1))


def _ranged(
    words: Words,
    start: int,
    first: tuple[Item | ListItem, int],
    last: tuple[Item | ListItem, int],
    kind: str,
) -> Found:
    """Return the range between two ends, or why one of them does not exist."""
    (begin, _), (end, after) = first, last
    assert not isinstance(begin, ListItem)  # noqa: S101 - no end of a range
    assert not isinstance(end, ListItem)  # noqa: S101 - no end of a range
    if isinstance(begin, DayItem) and isinstance(end, DayItem) and not (begin.month or end.month):
        return _eachread_month(words, start, end, after)
    if isinstance(begin, DayItem | SpanItem) and isinstance(end, DayItem | SpanItem):
        return RangeItem(begin, end, kind, words.slice(start, after)), after
    reasons = [one.reason for one in (begin, end) if isinstance(one, UnreadItem)]
    return UnreadItem(words.slice(start, after), " ".join(reasons)), after


def _eachread_month(words: Words, start: int, end: DayItem, after: int) -> Found:
    """Read "từ ngày 15 đến ngày 20 hàng tháng": due on the last of the days."""
    place = read_month_place(words, words.skip(after, frozenset(("của", "trong"))))
    if place is None:
        return UnreadItem(words.slice(start, after), "Chưa rõ tháng nào."), after
    return AnchorItem(end.day, place.of, place.every, None, place.is_weak), place.end


def _is_doubtful(words: Words, at: int) -> bool:
    """Whether 3-5/2026 stands here: months 3 to 5, or 3 May."""
    keys = words.key(at + 1), words.key(at + 3), words.key(at - 1)
    sizes = words.digits(at), words.digits(at + 2), words.digits(at + 4)
    return keys[:2] == ("-", "/") and keys[2] != "tháng" and sizes[2] == 4 and max(sizes[:2]) < 3


def _open_range(words: Words, start: int, end: int) -> Found:
    reason = "Chỉ nói từ khi nào, chưa nói đến ngày nào."
    return UnreadItem(words.slice(start, end), reason), end


def _endpoint(words: Words, at: int, year: int, first: object) -> Found:
    """Read one end of a range; a bare number takes its unit from the other end."""
    at += words.key(at) == "hết"
    # "Quý 2-3/2026" ends in the third quarter, not in March.
    is_quarter = isinstance(first, SpanItem) and first.unit == "quarter"
    is_quarter = is_quarter and 1 <= words.number(at) <= 4 and not words.begins_day(at)
    has_own = not is_quarter and words.key(at) != "trong"
    span = _read_span(words, at, year) if has_own else None
    if span is not None:
        return None if isinstance(span[0], ListItem) else span
    day = read_day(words, at, year)
    if day is not None and isinstance(day[0], DayItem | UnreadItem):
        return day
    if isinstance(first, SpanItem) and first.unit in ("month", "quarter"):
        number, after = words.quarter(at)
        if first.unit == "quarter" and 1 <= number <= 4:
            written, after = read_year(words, after, year)
            return SpanItem("quarter", 3 * number - 2, 3 * number, written), after
        if first.unit == "month" and 1 <= number <= 12:
            written, after = read_year(words, after, year)
            return SpanItem("month", number, number, written), after
    if isinstance(first, DayItem) and not first.month and 1 <= words.number(at) <= 31:
        return DayItem(words.number(at)), at + 1
    is_bare = first is None and words.digits(at) in (1, 2) and words.key(at + 1) in ("-", "đến")
    follows_date = words.digits(at + 2) in (1, 2) and words.key(at + 3) in ("/", "tháng")
    if is_bare and follows_date and words.digits(at + 4) != 4 and 1 <= words.number(at) <= 31:
        return DayItem(words.number(at)), at + 1
    return None


# The rule of a span by its first word.
_RULES: dict[str, Callable[[Words, int, int], Found]] = {
    **dict.fromkeys(("tháng", "t"), read_month),
    **dict.fromkeys(("quý", "q", *_JOINED_QUARTERS), _quarter),
    **dict.fromkeys(_EDGES, _edge),
    "tuần": read_weeks,
}
