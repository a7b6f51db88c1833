"""Cleaning, folding and sorting of Vietnamese text.

Text is cleaned once, where it enters the program: what Qt and SQLite accept (control
characters, surrogates, U+FFFE) makes every Word and Excel export raise later.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Zero-width characters and what Vietnamese keyboards (OpenKey, EVKey) leave behind.
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202f\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_BREAKS = re.compile("\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]")
_FORBIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_ZERO_WIDTH_TABLE = dict.fromkeys(map(ord, _ZERO_WIDTH))
_BLANKS = re.compile(r"[^\S\n]+")
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def clean_text(text: str) -> str:
    """Return *text* in NFC with only line feeds and single spaces as white space.

    Zero-width characters, control characters, lone surrogates and non-characters are
    removed; every kind of line break becomes a line feed; blanks at line ends are dropped.
    """
    text = _BREAKS.sub("\n", text).translate(_ZERO_WIDTH_TABLE)
    text = _FORBIDDEN.sub("", text)
    text = unicodedata.normalize("NFC", text)
    text = _BLANKS.sub(" ", text)
    return "\n".join(line.strip() for line in text.split("\n")).strip("\n")


def clean_line(text: str) -> str:
    """Return *text* cleaned and on one line: line breaks count as blanks."""
    return " ".join(clean_text(text).split())


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the search key of *text*: đ becomes d, marks dropped, case folded."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def sort_key(text: str) -> tuple[object, ...]:
    """Return a key that sorts as a Vietnamese dictionary does, numbers by their value.

    Letters first by the alphabet (a ă â b … d đ …), then by tone (ngang, huyền, hỏi, ngã,
    sắc, nặng), then by case. Qt's and the system's collation differ between Windows and
    Linux; this one does not.
    """
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for part in re.findall(r"\d+|\D", unicodedata.normalize("NFC", text)):
        if part.isdigit():
            letters.append((1, int(part)))
            tones.append(0)
            continue
        base, tone = _letter_and_tone(part.lower())
        rank = _RANK.get(base)
        letters.append((0, ord(base)) if rank is None else (2, rank))
        tones.append(tone)
    return tuple(letters), tuple(tones), text.swapcase()


def _letter_and_tone(letter: str) -> tuple[str, int]:
    decomposed = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[c] for c in decomposed if c in _TONES), 0)
    kept = "".join(c for c in decomposed if c not in _TONES)
    return unicodedata.normalize("NFC", kept)[:1], tone
