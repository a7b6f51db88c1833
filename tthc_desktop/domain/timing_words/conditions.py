"""The rules `relative`, `event`, `external` and `cont`: words that name no day of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tthc_desktop.domain.timing import ContinuousClause, RelativeClause, WordsClause
from tthc_desktop.domain.timing_words.days import read_day
from tthc_desktop.domain.timing_words.items import ClauseItem, DayItem, Found, UnreadItem
from tthc_desktop.domain.timing_words.tokens import Words, phrases
from tthc_desktop.domain.timing_words.years import FIRST_YEAR

# Where a text that runs to the end of the phrase must stop: a place and whether a sign or
# "và" stands before it.
Boundary = Callable[[int, bool], bool]

# What is waited for; "khi có yêu cầu" is an event (domain.md 6.4, row 51).
_DOCUMENTS = phrases(
    "kế hoạch", "văn bản", "chỉ đạo", "hướng dẫn", "thông báo", "quyết định", "chương trình",
    "công văn", "đề án",
)  # fmt: skip
_CASES = phrases("phát sinh", "nhu cầu", "thực tế", "vụ việc", "mỗi", "đợt")
_LEADS = frozenset("trong thời hạn vòng gian không quá tối đa chậm nhất là sau khoảng".split())
_SEPARATORS = frozenset(", ; . và ( ) :".split())
_EVENTS = phrases(
    "ngay sau khi", "sau khi", "ngay khi", "trước khi", "mỗi khi", "từ khi", "kể từ khi", "khi",
    "đột xuất", "phát sinh", "lúc phát sinh", "lúc có", "lúc cần", "trường hợp", "ngay sau",
    "sau", "nếu có",
)  # fmt: skip
_COUNTED = frozenset("ngày tuần tháng năm giờ".split())
_NOT_COUNTED = frozenset("ngày tháng quý năm thường theo".split())
_PERIODS = frozenset("tuần tháng quý năm kỳ".split())
_COUNTED_BACK = "Chưa tính được số ngày trước một ngày. Hãy ghi rõ ngày."
_EXCEPTION = "Chưa ghi được trường hợp trừ ra. Hãy ghi rõ từng ngày."
_NO_EVENT = "Chưa nói kể từ ngày hay việc nào."


def text_end(words: Words, at: int, is_boundary: Boundary) -> int:
    """Return where a text that begins at *at* ends: at the next clause or the phrase's end."""
    place, depth = at, 0
    while place < words.length:
        depth += (words.key(place) == "(") - (words.key(place) == ")")
        if depth < 0:
            return place
        separated = words.key(place) in _SEPARATORS
        following = words.skip(place, _SEPARATORS) if separated else place
        if place > at and is_boundary(following, separated):
            return place
        place += 1
    return words.length


class _Count(NamedTuple):
    """So many of a unit of time, and the place behind."""

    number: int
    unit: str
    working: bool
    end: int


def read_relative(words: Words, at: int, is_boundary: Boundary) -> Found:
    """Read "trong thời hạn 05 ngày làm việc kể từ …"; without an event it is not understood."""
    begin = words.skip(at, _LEADS)
    count = _read_count(words, begin)
    if count is None:
        return None
    place = count.end
    if words.key(place) == "trước" and (behind := _behind_day(words, count)) > place:
        return UnreadItem(words.slice(at, behind), _COUNTED_BACK), behind
    event = _behind_from(words, place)
    if event == place:
        if count.unit == "giờ" and _is_time_of_day(words, place):
            return None
        is_lone = begin == at or count.unit not in ("ngày", "giờ") or words.key(place) == "trước"
        return None if is_lone else (UnreadItem(words.slice(at, place), _NO_EVENT), place)
    end = text_end(words, event, is_boundary)
    if end <= event:
        return UnreadItem(words.slice(at, place), _NO_EVENT), end
    if count.unit == "giờ" and count.number % 24:
        return ClauseItem(WordsClause("event", words.slice(at, end))), end
    return ClauseItem(_relative(count, words.slice(event, end))), end


def _read_count(words: Words, at: int) -> _Count | None:
    """Read "05 (năm) ngày làm việc"; "10 ngày đầu tháng" is a day of each month."""
    if words.key(at) in _NOT_COUNTED:
        return None
    number, place = words.count(at)
    if number < 0 or words.digits(at) > 3:
        return None
    if words.key(place) == "(" and words.key(place + 2) == ")":
        place += 3
    unit = words.key(place)
    working = words.follows(place + 1, "làm", "việc")
    place += 1 + 2 * working
    if unit not in _COUNTED or (unit == "ngày" and words.key(place) in ("đầu", "cuối")):
        return None
    return _Count(number, unit, working, place)


def _is_time_of_day(words: Words, at: int) -> bool:
    """Whether behind "17 giờ" follow its minutes or a day: it is no number of hours."""
    is_minute_or_day = words.digits(at) in (1, 2)
    return is_minute_or_day or words.key(at) in ("ngày", "thứ", "hàng", "mỗi", "sáng", "chiều")


def _behind_day(words: Words, count: _Count) -> int:
    """Return the place behind the day of "15 ngày trước ngày 30/6"; where none is the same."""
    at = count.end
    found = read_day(words, at, FIRST_YEAR) if count.unit in ("ngày", "tuần") else None
    is_day = found is not None and isinstance(found[0], DayItem) and found[0].month > 0
    return found[1] if found is not None and is_day else at


def _relative(count: _Count, event: str) -> RelativeClause:
    number, unit = count.number, count.unit
    months = {"tháng": number, "năm": 12 * number}.get(unit, 0)
    days = {"ngày": number, "tuần": 7 * number, "giờ": number // 24}.get(unit, 0)
    return RelativeClause(days, count.working, event, months=months)


def _behind_from(words: Words, at: int) -> int:
    """Return the place behind "kể từ", ", tính từ", "tính đến", "từ", "sau khi"."""
    if words.key(at) in (",", "(") and words.key(at + 1) in ("kể", "tính"):
        at = at + 1 if words.key(at + 2) in ("từ", "đến", "sau") else at
    if words.key(at) in ("kể", "tính") and words.key(at + 1) in ("từ", "đến", "sau"):
        return at + 2
    if words.key(at) in ("từ", "sau"):
        return at + 1
    return at


def read_event(words: Words, at: int, is_boundary: Boundary) -> Found:
    """Read "khi phát sinh", "ngay sau khi …", "đột xuất …"; external where a document must come."""
    place = words.behind(at, _EVENTS)
    if at and words.key(at) == "nếu":
        return None  # behind another clause it is its manner
    if place == at:
        if words.key(at) != "theo" or words.behind(at + 1, _CASES) == at + 1:
            return None
        if words.key(at + 1) == "mỗi" and words.key(at + 2) in _PERIODS:
            return None  # "theo từng quý" recurs
        place = at + 1
    if words.key(place - 1) == "sau" and (
        not words.key(place)
        or words.number(place) >= 0
        or words.key(place) in ("ngày", "này")
        or words.names_period(place)
    ):
        return None
    end = text_end(words, place, is_boundary)
    text = words.slice(at, end)
    waits = words.follows(place - 1, "khi", "có")
    is_document = waits and words.behind(place + 1, _DOCUMENTS) > place + 1
    return ClauseItem(WordsClause("external" if is_document else "event", text)), end


def read_external(words: Words, at: int, is_boundary: Boundary) -> Found:
    """Read "theo kế hoạch …", "theo văn bản …": the whole text, ";" included."""
    if words.key(at) == "có" and words.behind(at + 1, _DOCUMENTS) > at + 1:
        place = words.behind(at + 1, _DOCUMENTS)  # "có kế hoạch riêng"
        is_own = words.key(place) == "riêng"
        text = words.slice(at, place + 1)
        return (ClauseItem(WordsClause("external", text)), place + 1) if is_own else None
    if words.key(at) != "theo" or not words.key(at + 1):
        return None
    if words.key(at + 1) in _SEPARATORS or words.key(at + 1) in ("dõi", "mỗi"):
        return None
    end = text_end(words, at + 1, is_boundary)
    return ClauseItem(WordsClause("external", words.slice(at, end))), end


def read_exception(words: Words, at: int, is_boundary: Boundary) -> Found:
    """Ask about "trừ tháng cuối quý": no clause leaves one of its days out."""
    if words.key(at) != "trừ":
        return None
    end = text_end(words, at, is_boundary)
    return UnreadItem(words.slice(at, end), _EXCEPTION), end


_ALWAYS = phrases(
    "nhiệm vụ thường xuyên", "thời hạn thường xuyên", "thường xuyên", "liên tục",
    "hàng ngày làm việc", "các ngày làm việc", "hàng ngày",
    "mỗi ngày", "hàng giờ", "xuyên suốt năm", "xuyên suốt", "suốt năm", "trong suốt năm",
    "quanh năm",
)  # fmt: skip
_ALWAYS_MORE = phrases(
    "liên tục", "hàng ngày", "mỗi ngày", "trong năm", "cả năm", "suốt năm", "quanh năm",
    "trong suốt năm", "trong cả năm", "kịp thời",
)  # fmt: skip


def read_continuous(words: Words, at: int) -> Found:
    """Read "thường xuyên", "nhiệm vụ thường xuyên", "hằng ngày", with "trong năm" behind it."""
    end = words.behind(at, _ALWAYS)
    if end == at:
        return None
    while True:
        place = words.skip(end, frozenset((",", "và", "/", "-", "(")))
        more = words.behind(place, _ALWAYS_MORE)
        if more == place:
            end += words.key(end - 1) == "năm" and words.digits(end) == 4
            return ClauseItem(ContinuousClause()), end
        end = more + (words.digits(more) == 4)
