"""The rules `relative`, `event`, `external` and `cont`: words that name no day of their own."""

from __future__ import annotations

from collections.abc import Callable

from tthc_desktop.domain.timing import ContinuousClause, RelativeClause, WordsClause
from tthc_desktop.domain.timing_words.items import ClauseItem, Found, UnreadItem
from tthc_desktop.domain.timing_words.tokens import Words, phrases

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
    "ngay sau khi", "sau khi", "ngay khi", "trước khi", "mỗi khi", "khi", "đột xuất",
    "phát sinh", "ngay sau", "sau", "nếu có",
)  # fmt: skip
_COUNTED = frozenset("ngày tuần tháng năm giờ".split())
_NOT_COUNTED = frozenset("ngày tháng quý năm thường theo".split())
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


def read_relative(words: Words, at: int, is_boundary: Boundary) -> Found:
    """Read "trong thời hạn 05 ngày làm việc kể từ …"; without an event it is not understood."""
    begin = words.skip(at, _LEADS)
    if words.key(begin) in _NOT_COUNTED:
        return None
    number, place = words.count(begin)
    if number < 0 or words.digits(begin) > 3:
        return None
    if words.key(place) == "(" and words.key(place + 2) == ")":
        place += 3  # "05 (năm) ngày"
    unit = words.key(place)
    if unit not in _COUNTED:
        return None
    working = words.follows(place + 1, "làm", "việc")
    place += 1 + 2 * working
    event = _behind_from(words, place)
    if event == place:
        is_lone = begin == at or unit not in ("ngày", "giờ") or words.key(place) == "trước"
        return None if is_lone else (UnreadItem(words.slice(at, place), _NO_EVENT), place)
    end = text_end(words, event, is_boundary)
    if end <= event:
        return UnreadItem(words.slice(at, place), _NO_EVENT), end
    if unit == "giờ" and number % 24:
        return ClauseItem(WordsClause("event", words.slice(at, end))), end
    return ClauseItem(_relative(number, unit, words.slice(event, end), working=working)), end


def _relative(number: int, unit: str, event: str, *, working: bool) -> RelativeClause:
    months = {"tháng": number, "năm": 12 * number}.get(unit, 0)
    days = {"ngày": number, "tuần": 7 * number, "giờ": number // 24}.get(unit, 0)
    return RelativeClause(days, working, event, months=months)


def _behind_from(words: Words, at: int) -> int:
    """Return the place behind "kể từ", "tính từ", "tính đến", "từ", "sau khi"."""
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
        place = at + 1
    if words.key(place - 1) == "sau" and (
        not words.key(place) or words.number(place) >= 0 or words.key(place) in ("ngày", "này")
    ):
        return None
    end = text_end(words, place, is_boundary)
    text = words.slice(at, end)
    waits = words.follows(place - 1, "khi", "có")
    is_document = waits and words.behind(place + 1, _DOCUMENTS) > place + 1
    return ClauseItem(WordsClause("external" if is_document else "event", text)), end


def read_external(words: Words, at: int, is_boundary: Boundary) -> Found:
    """Read "theo kế hoạch …", "theo văn bản …": the whole text, ";" included."""
    if words.key(at) != "theo" or not words.key(at + 1):
        return None
    if words.key(at + 1) in _SEPARATORS or words.key(at + 1) == "dõi":
        return None
    end = text_end(words, at + 1, is_boundary)
    return ClauseItem(WordsClause("external", words.slice(at, end))), end


_ALWAYS = phrases(
    "nhiệm vụ thường xuyên", "thời hạn thường xuyên", "thường xuyên", "liên tục", "hàng ngày",
    "mỗi ngày", "hàng giờ", "suốt năm", "quanh năm",
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
            return ClauseItem(ContinuousClause()), end
        end = more + (words.digits(more) == 4)
