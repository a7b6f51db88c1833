"""A table copied as text has tabs between its cells: lines of it become rows of a text file."""

from __future__ import annotations

from itertools import groupby

_TAB = "\t"
_LEAST_TABS = 3


def with_table_rows(text: str) -> str:
    """Return *text* with lines of the same three or more tabs below each other as `|` rows.

    A letterhead pushed into place by tabs has fewer, or no second line like it.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    made: list[str] = []
    for tabs, some in groupby(lines, key=lambda line: line.count(_TAB)):
        run = list(some)
        is_table = tabs >= _LEAST_TABS and len(run) > 1
        made.extend(f"|{line.replace(_TAB, '|')}|" if is_table else line for line in run)
    return "\n".join(made)
