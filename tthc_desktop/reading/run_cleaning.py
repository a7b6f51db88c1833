"""Text of broken runs made clean: the same cleaning as everywhere, across the borders of runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from tthc_desktop.domain.text_run import Run
from tthc_desktop.reading.source import COLUMN_GAP, LINE_BREAK
from tthc_desktop.vietnamese_text import clean_text

# Keeps the blanks at the ends of a run, which cleaning would strip.
_GUARD = "|"
# Offices without tables push the right half of the letterhead over with blanks.
# Composed letters and plain signs with single blanks: nearly every run, nothing to do.
_CLEAN = re.compile(r"(?: ?[!-~\u00c0-\u024f\u1ea0-\u1ef9‘’“”…–])* ?")
_WIDE_GAP = re.compile(r"[ \u00a0\u2002\u2003]{4,}")


def clean_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return *runs* cleaned; soft breaks and column gaps stay as single characters."""
    cleaned: list[Run] = []
    for run in _with_whole_letters(runs):
        text = _clean_piece(run.text)
        if text:
            cleaned.append(Run(text, run.bold, run.italic))
    return tuple(cleaned)


def _with_whole_letters(runs: Iterable[Run]) -> list[Run]:
    """Move marks that begin a run to the letter before them: Word cuts decomposed letters."""
    whole: list[Run] = []
    for run in runs:
        start = 0
        while start < len(run.text) and unicodedata.combining(run.text[start]):
            start += 1
        if start and whole:
            last = whole[-1]
            whole[-1] = Run(last.text + run.text[:start], last.bold, last.italic)
            run = Run(run.text[start:], run.bold, run.italic)  # noqa: PLW2901 - its rest
        if run.text:
            whole.append(run)
    return whole


def _clean_piece(text: str) -> str:
    if _CLEAN.fullmatch(text):
        return text
    columns = _WIDE_GAP.sub(COLUMN_GAP, text).split(COLUMN_GAP)
    return COLUMN_GAP.join(_clean_column(column) for column in columns)


def _clean_column(text: str) -> str:
    lines = clean_text(f"{_GUARD}{text}{_GUARD}")[1:-1].split(LINE_BREAK)
    return LINE_BREAK.join(lines)
