"""Telling a row of a sheet by its words, where its identity is gone."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from tthc_desktop.vietnamese_text import fold

# Below this two rows have nothing to do with each other.
LEAST_LIKENESS = 0.6
_WORDS = re.compile(r"\w+")
_OTHER_PERIOD = 0.9


def likeness(content: str, other: str, *, same_period: bool) -> float:
    """Return how alike two rows are, 0 to 1: the words they share, less for another period."""
    if fold(content) == fold(other):
        return 1.0 if same_period else _OTHER_PERIOD
    one, two = _words(content), _words(other)
    count = one.total() + two.total()
    shared = (one & two).total()
    share = 2 * shared / count if count else 0.0
    return share if same_period else share * _OTHER_PERIOD


@lru_cache(maxsize=4096)
def _words(text: str) -> Counter[str]:
    return Counter(_WORDS.findall(fold(text)))
