"""Search over everything that is written, without marks."""

from __future__ import annotations

import re

from tthc_desktop.domain.search import SearchHit
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.vietnamese_text import clean_line, fold

MOST_HITS = 60
# A number alone, as the table prints it: 3, 3.4, T1.2 of what is followed; "STT" may stand before.
_NUMBER = re.compile(r"(?:stt\s*)?(t?)(\d{1,4}(?:\.\d{1,4})*)\.?")


def search_everything(
    units: UnitsOfWork, text: str, limit: int = MOST_HITS
) -> tuple[SearchHit, ...]:
    """Return the places in all plans that hold every word of *text*.

    A number finds the row of this number in every plan first, then where it is written.
    """
    folded = fold(clean_line(text))
    words = tuple(dict.fromkeys(folded.split()))
    if not words:
        return ()
    number = _NUMBER.fullmatch(folded)
    with units.reading() as work:
        numbered: tuple[SearchHit, ...] = ()
        if number is not None:
            places = tuple(int(one) - 1 for one in number[2].split("."))
            numbered = work.searching.numbered(places, limit, is_followed=bool(number[1]))
        written = work.searching.search(words, limit)
    known = {one.id for one in numbered}
    return (*numbered, *(one for one in written if one.id not in known))[:limit]
