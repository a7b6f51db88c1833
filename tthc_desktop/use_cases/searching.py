"""Search over everything that is written, without marks."""

from __future__ import annotations

from tthc_desktop.domain.search import SearchHit
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.vietnamese_text import clean_line, fold

MOST_HITS = 60


def search_everything(
    units: UnitsOfWork, text: str, limit: int = MOST_HITS
) -> tuple[SearchHit, ...]:
    """Return the places in all plans that hold every word of *text*."""
    words = tuple(dict.fromkeys(fold(clean_line(text)).split()))
    if not words:
        return ()
    with units.reading() as work:
        return work.searching.search(words, limit)
