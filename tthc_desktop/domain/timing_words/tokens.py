"""Words of a timing as tokens: numbers, words in one spelling, signs; each knows its place."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\s]")
_DASHES = dict.fromkeys("–—−‑‐→~", "-")
# One spelling for words that the office writes in several ways.
_SPELLINGS = {
    **_DASHES,
    "hằng": "hàng", "quí": "quý", "qúi": "quý", "qúy": "quý", "kì": "kỳ", "truớc": "trước",
    "thuờng": "thường", "mồng": "mùng", "từng": "mỗi", "tới": "đến", "muộn": "chậm",
    "&": "và", "+": "và", "hoặc": "và", "truoc": "trước",
    "thang": "tháng", "hang": "hàng",
}  # fmt: skip
_WORD_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TENS = 10
_LONGEST_NUMBER = 8
_PADDING = 12


# Phrases by their first word.
Phrases = dict[str, tuple[tuple[str, ...], ...]]


def phrases(*texts: str) -> Phrases:
    """Return phrases for `Words.behind`; of two that begin alike the first one counts."""
    found: Phrases = {}
    for text in texts:
        words = tuple(text.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


class Token(NamedTuple):
    """A number (`value` at least 0), a word or a sign; `key` is its one spelling."""

    key: str
    value: int
    start: int
    end: int


_END = Token("", -1, 0, 0)


class Words:
    """The tokens of a phrase, with what the rules of the grammar ask of them.

    Behind the last one stand empty tokens, so that no rule need look for the end.
    """

    __slots__ = ("length", "memory", "text", "tokens")

    def __init__(self, text: str) -> None:
        """Take *text* apart."""
        self.text = text
        found = [_token(match) for match in _TOKEN.finditer(text)]
        self.length = len(found)
        self.tokens = [*found, *([_END] * _PADDING)]
        # What rules that are asked again and again have found at a place.
        self.memory: dict[int, object] = {}

    def key(self, at: int) -> str:
        """Return the word or sign at a place."""
        return self.tokens[at].key

    def number(self, at: int) -> int:
        """Return the number in figures at a place, -1 where none is."""
        return self.tokens[at].value

    def digits(self, at: int) -> int:
        """Return with how many figures a number is written."""
        token = self.tokens[at]
        return token.end - token.start if token.value >= 0 else 0

    def count(self, at: int) -> tuple[int, int]:
        """Return a number in figures or words and the place behind it; -1 where none is."""
        token = self.tokens[at]
        if token.value >= 0:
            return token.value, at + 1
        value = _WORD_NUMBERS.get(token.key, -1)
        if value == _TENS and self.key(at + 1) in ("một", "hai"):
            return _TENS + _WORD_NUMBERS[self.key(at + 1)], at + 2
        return value, at + 1

    def quarter(self, at: int) -> tuple[int, int]:
        """Return the number of a quarter, Roman too, and the place behind it."""
        if self.key(at) in _ROMAN:
            return _ROMAN[self.key(at)], at + 1
        return self.count(at)

    def is_tight(self, start: int, end: int) -> bool:
        """Whether no blank stands between the words from one place to another."""
        found = self.tokens[start:end]
        return all(one.end == after.start for one, after in pairwise(found))

    def begins_day(self, at: int) -> bool:
        """Whether a number is followed by a month: the 15 of 15/3, not the 5 of 5/2026."""
        return self.key(at + 1) == "/" and self.digits(at + 2) in (1, 2)

    def names_period(self, at: int) -> bool:
        """Whether "tháng 6", "quý II", "năm 2026" stands at a place."""
        return self.key(at) in ("tháng", "quý", "năm") and self.quarter(at + 1)[0] >= 0

    def follows(self, at: int, *keys: str) -> bool:
        """Whether these words stand at a place one after the other."""
        for key in keys:
            if self.tokens[at].key != key:
                return False
            at += 1
        return True

    def behind(self, at: int, phrases: Phrases) -> int:
        """Return the place behind the first of the phrases that stands here; *at* for none."""
        for one in phrases.get(self.tokens[at].key, ()):
            if self.follows(at, *one):
                return at + len(one)
        return at

    def skip(self, at: int, keys: frozenset[str]) -> int:
        """Return the first place from *at* that holds none of the words."""
        while self.tokens[at].key in keys:
            at += 1
        return at

    def slice(self, start: int, end: int) -> str:
        """Return the words from one place to another as they were written."""
        if start >= end:
            return ""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]


def _token(match: re.Match[str]) -> Token:
    word = match[0]
    if word.isdecimal():
        value = int(word) if len(word) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER
        return Token(word, value, match.start(), match.end())
    key = word.lower()
    return Token(_SPELLINGS.get(key, key), -1, match.start(), match.end())
