"""Which month of a period a day lies in: "hàng tháng", "tháng cuối quý", "tháng sau"."""

from __future__ import annotations

from typing import NamedTuple

from tthc_desktop.domain.timing import AnchorPlace, Frequency
from tthc_desktop.domain.timing_words.tokens import Words

UNITS: dict[str, Frequency] = {
    "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year",
}  # fmt: skip
EACH = frozenset("hàng mỗi các".split())
OF = frozenset("của các trong".split())
# Behind a unit these make it a certain one ("tháng sau", "năm nay", "quý II").
CERTAIN = frozenset(
    "sau trước này nay đến cuối đầu tiếp kế liền giêng chạp học i ii iii iv v vi thứ".split()
)
_NEXT = frozenset("sau tiếp kế đến liền".split())
_AFTER_NEXT = frozenset("theo tiếp kề".split())
_FIRST, _LAST = frozenset(("đầu", "nhất", "1", "01")), frozenset(("cuối", "ba", "3", "03"))


class MonthPlace(NamedTuple):
    """Where a day lies, the frequency it implies, whether that gives way to another, the end."""

    of: AnchorPlace
    every: Frequency | None
    is_weak: bool
    end: int


def is_certain(words: Words, at: int) -> bool:
    """Whether what follows a unit makes it a certain one: "tháng 5", "quý II", "năm nay"."""
    return words.count(at)[0] >= 0 or words.key(at) in CERTAIN


def read_month_place(words: Words, at: int) -> MonthPlace | None:
    """Read which month a day lies in; None where no such place stands here."""
    if words.key(at) in EACH and words.key(at + 1) == "tháng":
        edge = read_month_place(words, at + 1) if words.key(at + 2) in ("đầu", "cuối") else None
        is_edge = edge is not None and edge.of in ("first_month", "last_month")
        return edge if is_edge else MonthPlace("last_month", "month", is_weak=False, end=at + 2)
    if words.key(at) != "tháng":
        return None
    following = words.key(at + 1)
    if following in EACH and words.key(at + 2) == "tháng":
        return MonthPlace("last_month", "month", is_weak=False, end=at + 3)
    if following in _NEXT:
        return _following_month(words, words.skip(at + 2, _AFTER_NEXT))
    if words.follows(at + 1, "báo", "cáo"):
        return MonthPlace("last_month", "month", is_weak=True, end=at + 3)
    if following in ("cuối", "đầu"):
        return _edge_month(words, at + 2, is_last=following == "cuối")
    if following == "thứ" and words.key(at + 2) in _FIRST | _LAST:
        return _edge_month(words, at + 3, is_last=words.key(at + 2) in _LAST)
    return None


def read_own_month(words: Words, at: int) -> MonthPlace | None:
    """Read the place of a day whose month may be a bare "tháng": "ngày 20 của tháng"."""
    found = read_month_place(words, at)
    if found is None and words.key(at) == "tháng" and not is_certain(words, at + 1):
        return MonthPlace("last_month", "month", is_weak=True, end=at + 1)
    return found


def _following_month(words: Words, at: int) -> MonthPlace:
    """Read what may follow "tháng sau": "của quý", "của kỳ báo cáo"."""
    if words.key(at) not in ("của", "kỳ", "quý"):
        return MonthPlace("next_month", "month", is_weak=True, end=at)
    at = words.skip(at, OF | EACH)
    if words.key(at) == "quý":
        return MonthPlace("next_month", "quarter", is_weak=True, end=at + 1)
    if words.key(at) == "kỳ":
        at += 1 + 2 * words.follows(at + 1, "báo", "cáo")
    return MonthPlace("next_month", None, is_weak=True, end=at)


def _edge_month(words: Words, at: int, *, is_last: bool) -> MonthPlace | None:
    at += words.key(at) in ("cùng", "tiên")
    at = words.skip(at, OF | EACH)
    of: AnchorPlace = "last_month" if is_last else "first_month"
    if words.key(at) == "kỳ":
        at += 1 + 2 * words.follows(at + 1, "báo", "cáo")
        if not is_last and words.key(at) in _NEXT:
            after = words.skip(at + 1, _AFTER_NEXT)
            return MonthPlace("next_month", None, is_weak=True, end=after)
        return MonthPlace(of, None, is_weak=True, end=at)
    if words.key(at) not in ("quý", "năm") or words.quarter(at + 1)[0] > 0:
        return None
    every = UNITS[words.key(at)]
    at += 1
    if not is_last and words.key(at) in _NEXT:
        after = words.skip(at + 1, _AFTER_NEXT)
        return MonthPlace("next_month", every, is_weak=False, end=after)
    return MonthPlace(of, every, is_weak=False, end=at)
