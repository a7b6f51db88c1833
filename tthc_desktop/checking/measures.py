"""Widths of words in twips, and where Word would break a line of them."""

from __future__ import annotations

from tthc_desktop.document.line_breaking import balanced_lines
from tthc_desktop.document.text_width import measure_of, text_width_mm

_TWIPS_PER_MM = 1440 / 25.4


def words_width(text: str, size_pt: float, *, bold: bool) -> float:
    """Return the width of *text* on one line, in twips."""
    return text_width_mm(text, size_pt, bold=bold) * _TWIPS_PER_MM


def wrapped(text: str, room: float, size_pt: float, *, bold: bool) -> list[str]:
    """Return the lines of *text* in *room* twips; one line where the room is not known."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and room > 0 and words_width(longer, size_pt, bold=bold) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def broken_evenly(text: str, room: float, size_pt: float) -> tuple[str, ...]:
    """Return bold *text* broken between phrases into even lines of at most *room* twips."""
    return balanced_lines(text, room / _TWIPS_PER_MM, measure_of(size_pt, bold=True))
