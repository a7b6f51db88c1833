"""Numbers and dashes at the beginning of a line, in the many ways offices type them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tthc_desktop.domain.numbering import Numbering, letter_value, roman_value
from tthc_desktop.vietnamese_text import fold

PART = "part"
ROMAN = "roman"
CAPITAL = "capital"
_LARGEST_ROMAN = 40
_DASH = re.compile(r"^(?:[-–—+•·▪]|[*o](?=\s))\s*(?=\S)")
# What stands behind a number: "I.", "1)", "a/", "II-", "1 - ". A figure never follows
# directly, or "31/12" and "1.000" would be numbers.
_END = r"(?:\s?[.)/](?!\d)|\s?[-–](?=\s|[^\W\d_]))"
# "V/v" is "về việc".
_ROMAN = re.compile(rf"^(?!V/v\b)([IVXL]{{1,7}}){_END}\s*")
_CAPITAL = re.compile(r"^([A-ZĐ])\s?[.)/]\s*(?!\d)")
_ARABIC = re.compile(r"^(\d{1,2})(?:\s?[.)/](?![\d/])|\s?[-–](?=\s[^\W\d_]))\s*")
_DOTTED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,4})(?:\s?[.)/-](?!\d)|(?=\s))\s*")
_LETTER = re.compile(r"^([a-zđ])(?:\)|[./](?=\s))\s*")
_SMALL_ROMAN = re.compile(r"^([ivx]{2,5})[.)]\s*")
# "Phần I. …", "PHẦN THỨ HAI: …"; without a sign between, what follows is in capitals.
_PART = re.compile(
    r"^(phần\s+(?:(?P<roman>[IVX]+)|(?P<figure>\d{1,2})|thứ\s+(?P<word>\w+)))\b(\s*[.:–-])?\s*",
    re.IGNORECASE,
)
_ORDINALS = ("nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_BRACKETED = re.compile(r"^\((\d{1,2}|[a-zđ])\)\s*")


@dataclass(frozen=True, slots=True)
class Marker:
    """A number in front of a line. Lines of one `style` stand on one level."""

    style: str
    typed: str
    value: int
    length: int

    @property
    def numbering(self) -> Numbering:
        """How the program numbers such a line."""
        if self.style in {PART, ROMAN, "small roman"}:
            return Numbering.ROMAN
        if self.style in {CAPITAL, "letter", "(letter)"}:
            return Numbering.LETTER
        return Numbering.ARABIC


def dash_length(text: str) -> int:
    """Return how many characters the dash or bullet of a line takes, 0 where it has none."""
    match = _DASH.match(text)
    return match.end() if match else 0


def marker_of(text: str, capital: int = 0) -> Marker | None:
    """Return the number at the beginning of *text*.

    *capital* is the place of the last "A.", "B." line: "C." and "I." are Roman figures
    unless they follow it. A number that nothing follows is none.
    """
    for read in (_part, _capital, _roman, _dotted, _arabic, _letter, _bracketed):
        marker = read(text, capital)
        if marker is not None:
            return marker if text[marker.length :].strip() else None
    return None


def _part(text: str, _last: int) -> Marker | None:
    match = _PART.match(text) if text[:1] in {"P", "p"} else None
    if match is None or not (match[5] or text[match.end() :].isupper()):
        return None
    if match["word"]:
        word = fold(match["word"])
        value = _ORDINALS.index(word) + 1 if word in _ORDINALS else None
    else:
        value = int(match["figure"]) if match["figure"] else roman_value(match["roman"].upper())
    return Marker(PART, match[1], value, match.end()) if value else None


def _capital(text: str, last: int) -> Marker | None:
    match = _CAPITAL.match(text)
    place = ord(match[1]) - ord("A") + 1 if match else 0
    return Marker(CAPITAL, match[1], place, match.end()) if match and place == last + 1 else None


def _roman(text: str, _last: int) -> Marker | None:
    if match := _SMALL_ROMAN.match(text):
        value = roman_value(match[1].upper())
        return Marker("small roman", match[1], value, match.end()) if value else None
    match = _ROMAN.match(text)
    value = roman_value(match[1]) if match else None
    if match is None or value is None or value > _LARGEST_ROMAN:
        return None
    return Marker(ROMAN, match[1], value, match.end())


def _dotted(text: str, _last: int) -> Marker | None:
    match = _DOTTED.match(text)
    if match is None:
        return None
    parts = match[1].split(".")
    return Marker(f"arabic {len(parts)}", match[1], int(parts[-1]), match.end())


def _arabic(text: str, _last: int) -> Marker | None:
    match = _ARABIC.match(text)
    if match is None:
        return None
    bracket = ")" in match[0]
    return Marker("1)" if bracket else "arabic 1", match[1], int(match[1]), match.end())


def _letter(text: str, _last: int) -> Marker | None:
    match = _LETTER.match(text)
    return Marker("letter", match[1], _place(match[1]), match.end()) if match else None


def _bracketed(text: str, _last: int) -> Marker | None:
    match = _BRACKETED.match(text)
    if match is None:
        return None
    if match[1].isdecimal():
        return Marker("(1)", match[1], int(match[1]), match.end())
    return Marker("(letter)", match[1], _place(match[1]), match.end())


def _place(letter: str) -> int:
    """Return the place of a letter; f, j, w, z are none of ours, but lists use them."""
    return letter_value(letter) or ord(letter) - ord("a") + 1
