"""What stands before a day: "trước", "chậm nhất là", "đến hết", "16 giờ 30"."""

from __future__ import annotations

from typing import NamedTuple

from tthc_desktop.domain.timing_words.tokens import Words

_SOFT = frozenset("là vào xong hạn lúc trong hết hoàn thành đến".split())
_STRONG = frozenset("xong hạn đến hết thành".split())
_HOURS = frozenset("h g giờ :".split())
_MINUTES = frozenset("phút p ' ’".split())
_DAY_PARTS = frozenset("sáng chiều trưa buổi tối".split())


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
            is_in = words.key(at + 1) == "và" and words.key(at + 2) in ("trong", "đến")
            exclusive, at = not is_in, at + 1 + 2 * is_in
        elif (end := _behind_at_most(words, at)) > at:
            exclusive, at = bool(exclusive), end
        elif _is_last_call(words, at):
            is_strong, at = True, at + 2 + (words.key(at + 2) == "cùng")
        elif key in _SOFT or words.follows(at, "từ", "nay"):
            is_strong = is_strong or key in _STRONG
            at += 1 + (key == "từ")
        elif exclusive and words.follows(at, "thời", "hạn"):
            at += 2  # "trước thời hạn 30/6"
        else:
            return Bound(exclusive, is_strong or exclusive is not None, at)


def _behind_at_most(words: Words, at: int) -> int:
    """Return the place behind "chậm nhất", "không quá", "không muộn hơn"; *at* for none."""
    if words.follows(at, "chậm", "nhất"):
        return at + 2
    at_most = at + words.follows(at, "không", "được")
    if words.key(at) == "không" and words.key(at_most + 1) in ("quá", "chậm"):
        at = at_most
        return at + 2 + (words.key(at + 2) in ("hơn", "quá"))
    return at


def _is_last_call(words: Words, at: int) -> bool:
    """Whether "hạn chót", "hạn cuối cùng" stands here, which is not "hạn cuối năm"."""
    if words.key(at) != "hạn" or words.key(at + 1) not in ("chót", "cuối"):
        return False
    return words.key(at + 2) not in ("tuần", "tháng", "quý", "năm", "kỳ")


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
    at += words.digits(at) in (1, 2) and not words.begins_day(at)
    at = words.skip(at, _MINUTES)
    return words.skip(at, _DAY_PARTS)
