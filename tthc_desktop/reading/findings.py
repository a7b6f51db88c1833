"""What the readers find besides the plan itself: doubts, leftovers, words of the layout."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from tthc_desktop.reading.results import ReadWarning

_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words and figures of *text*, without signs."""
    return _WORD.findall(text)


@dataclass
class Findings:
    """Filled by every part of the reader; `layout` holds the words that stand for nothing."""

    warnings: list[ReadWarning] = field(default_factory=list)
    not_understood: list[str] = field(default_factory=list)
    layout: Counter[str] = field(default_factory=Counter)

    def warn(self, where: str, message: str) -> None:
        """Tell the person something to look at."""
        self.warnings.append(ReadWarning(where, message))

    def leave(self, text: str) -> None:
        """List words that have no place in a plan."""
        if text:
            self.not_understood.append(text)

    def skip(self, *texts: str) -> None:
        """Note words of the layout: labels, repeated headings, typed numbers."""
        for text in texts:
            self.layout.update(words_of(text))
