"""What a person recorded over several lines, as a sentence of a report can hold it."""

from __future__ import annotations

import re

from tthc_desktop.vietnamese_text import clean_line, fold

_MARK = re.compile(r"^(?:[-+*•–]\s+)+")  # what begins a line of a list
_END = " .;"
# What units write where they have nothing to tell.
_NOTHING = re.compile(
    r"khong(?: (?:co|phat sinh))?(?: (?:gi|kho khan|vuong mac|kho khan,? vuong mac))?"
)


def in_one_line(text: str) -> str:
    """Return what was told on one line without its end mark, ";" where a line ended.

    Empty where it holds neither letter nor digit.
    """
    lines = (_MARK.sub("", clean_line(one)).strip(_END) for one in text.split("\n"))
    told = "; ".join(one for one in lines if one)
    return told if any(one.isalnum() for one in told) else ""


def says_nothing(text: str) -> bool:
    """Whether a unit told that there is no difficulty: "Không", "Không có", a bare mark."""
    told = in_one_line(text)
    return not told or _NOTHING.fullmatch(fold(told)) is not None
