"""Which pages are printed: the words "1, 3–5" as page numbers."""

from __future__ import annotations

import re
from enum import StrEnum

from ui.pages.paginator import Page

_PART = re.compile(r"(\d{1,5})(?:\s*[-–—]\s*(\d{1,5}))?")
_SEPARATOR = re.compile(r"[,;]")


class Which(StrEnum):
    """Tất cả · Chỉ kế hoạch · Chỉ phụ lục · Trang: …."""

    ALL = "all"
    PLAN = "plan"
    ANNEXES = "annexes"
    CHOSEN = "chosen"


def page_numbers(words: str, total: int) -> tuple[int, ...] | None:
    """Return the numbers *words* name among pages 1 to *total*, each once and in their order.

    None for words that are no page numbers, name none, or one that is not there.
    """
    numbers: set[int] = set()
    for part in _SEPARATOR.split(words.strip(" ,;")):
        found = _PART.fullmatch(part.strip())
        if found is None:
            return None
        first = int(found[1])
        last = int(found[2] or first)
        if not 1 <= first <= last <= total:
            return None
        numbers.update(range(first, last + 1))
    return tuple(sorted(numbers))


def is_wanted(page: Page, number: int, which: Which, chosen: tuple[int, ...]) -> bool:
    """Whether the page that is the document's *number*-th is to be printed."""
    if which is Which.CHOSEN:
        return number in chosen
    return which is Which.ALL or (page.section == 0) is (which is Which.PLAN)
