"""What a rule says of one place, and the words all rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from tthc_desktop.checking.facts import Paragraph
from tthc_desktop.checking.parts import Document
from tthc_desktop.domain.findings import Severity

LONGEST_QUOTE = 160
# A number in front of a line ends no sentence.
_SENTENCE_END = re.compile(r"(?<=.{20})[.!?…;](?=\s)")
_TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True, slots=True)
class Fault:
    """One break of a rule; without a severity of its own it weighs what the rule weighs."""

    where: str
    quote: str
    message: str
    suggestion: str
    severity: Severity | None = None


Faults: TypeAlias = Iterator[Fault]
Check: TypeAlias = Callable[[Document], Faults]


def quote_of(text: str) -> str:
    """Return the first sentence of *text*, cut where it is long."""
    if len(text) <= LONGEST_QUOTE:
        return text
    end = _SENTENCE_END.search(text)
    if end and end.end() <= LONGEST_QUOTE:
        return text[: end.end()]
    return text[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"


def size_words(size_pt: float) -> str:
    """Return a size as it is written: 13 or 13,5."""
    return f"{size_pt:g}".replace(".", ",")


def sizes_words(paragraph: Paragraph) -> str:
    """Return the sizes of a paragraph's letters."""
    return " và ".join(size_words(size) for size in sorted(paragraph.sizes))


def millimetres(twips: float) -> str:
    """Return a length as it is written: 19,5 mm."""
    return f"{twips / _TWIPS_PER_MM:.1f} mm".replace(".", ",").replace(",0 mm", " mm")


def sized(paragraph: Paragraph, least: float, most: float) -> bool:
    """Whether all letters have a size from *least* to *most*."""
    return all(least <= size <= most for size in paragraph.sizes)


def listed(words: list[str]) -> str:
    """Return faults as one phrase: "a, b và c"."""
    return " và ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
