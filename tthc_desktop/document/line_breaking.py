"""Where a centred name or title is broken: into even lines, between phrases rather than words.

Left to Word, a title ends in a line of one word and the rule under it shrinks to a dot.
"""

from __future__ import annotations

from functools import cache

from tthc_desktop.document.text_width import Measure

# Words that begin a phrase: a line may well begin with them.
_JOINTS = frozenset(
    "và của trong trên tại về năm theo do giữa đối từ cho để nhằm thuộc tỉnh giai thực kèm".split()
)
_COMMA_COST = 0.03
_INSIDE_COST = 0.12
# "năm 2026", "tháng 01 năm": a figure stays with the words around it.
_FIGURE_COST = 0.3


def balanced_lines(text: str, width_mm: float, measure: Measure) -> tuple[str, ...]:
    """Break *text* into as few lines as fit into *width_mm*, as even as phrases allow."""
    words = [word for word in text.split(" ") if word]
    fewest = _greedy_count(words, width_mm, measure)
    if fewest <= 1:
        return (" ".join(words),) if words else ()
    even = measure(" ".join(words)) / fewest

    @cache
    def best(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        """Return the cost of the words from *start* on and the ends of their lines."""
        before = _break_cost(words, start) if start else 0.0
        if lines == 1:
            return before + _line_cost(words[start:], width_mm, even, measure), (len(words),)
        choices = (
            (cost + rest_cost, (end, *ends))
            for end in range(start + 1, len(words) - lines + 2)
            for cost in [_line_cost(words[start:end], width_mm, even, measure)]
            for rest_cost, ends in [best(end, lines - 1)]
        )
        least, ends = min(choices)
        return before + least, ends

    ends = best(0, fewest)[1]
    return tuple(" ".join(words[start:end]) for start, end in zip((0, *ends), ends, strict=False))


def _greedy_count(words: list[str], width_mm: float, measure: Measure) -> int:
    count, line = 0, ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and measure(longer) <= width_mm:
            line = longer
        elif count and not line:
            line = word
        else:
            count += 1
            line = word
    return count


def _line_cost(words: list[str], width_mm: float, even_mm: float, measure: Measure) -> float:
    width = measure(" ".join(words))
    # A line too long costs more than anything else, but a single long word has no choice.
    return ((width - even_mm) / width_mm) ** 2 + (100.0 if width > width_mm else 0.0)


def _break_cost(words: list[str], start: int) -> float:
    before, word = words[start - 1], words[start]
    if word[0].isdigit() or before.isdigit():
        return _FIGURE_COST
    if word.lower() in _JOINTS:
        return 0.0
    return _COMMA_COST if before.endswith((",", ";")) else _INSIDE_COST
