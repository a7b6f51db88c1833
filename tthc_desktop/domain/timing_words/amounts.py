"""How much is to be done: "ít nhất 01 cuộc", "02 tin, bài/tháng" say no day of their own."""

from __future__ import annotations

from tthc_desktop.domain.timing_words.tokens import Words

# The first word of what the office counts: tin, bài, cuộc, hội nghị, chuyên mục, phóng sự.
_THINGS = frozenset(
    "tin bài cuộc buổi hội lớp chuyên phóng sản lượt phiên tọa đoàn video clip".split()
)
_STOPS = frozenset((";", "(", ")", ":", "."))
_MOST_FIGURES = 3


def is_amount(words: Words, at: int) -> bool:
    """Whether "02 tin", "01 hội nghị" begins at a place."""
    is_count = 0 < words.digits(at) <= _MOST_FIGURES and words.number(at) > 0
    return is_count and words.key(at + 1) in _THINGS


def tells_amounts(words: Words, start: int, end: int) -> bool:
    """Whether a text begins with an amount and has no number that is none."""
    numbers = [at for at in range(start, end) if words.number(at) >= 0]
    return numbers[:1] == [start] and all(is_amount(words, at) for at in numbers)


def is_rate(words: Words, at: int) -> bool:
    """Whether the period of a rate stands at a place: the "tháng" of "02 tin, bài/tháng"."""
    if at < 3 or words.key(at - 1) != "/":
        return False
    place = at - 2
    while place > 0 and words.number(place) < 0 and words.key(place) not in _STOPS:
        place -= 1
    return is_amount(words, place)
