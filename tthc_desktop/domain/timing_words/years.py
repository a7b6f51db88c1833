"""The year of a day or a period: "/2026", "năm 2026", "của năm kế hoạch", "năm sau"."""

from __future__ import annotations

from tthc_desktop.domain.timing_words.tokens import Words

FIRST_YEAR, LAST_YEAR = 1900, 2200
_CENTURY, _NEAR = 2000, 10
# What may stand behind "năm trước", which before a day is a bound.
_YEAR_ENDS = ("", ",", ";", ".", ")", "và", "năm")


def read_year(words: Words, at: int, year: int) -> tuple[int, int]:
    """Read "/2026", "năm 2026", "năm kế hoạch", "năm sau"; 0 and *at* where no year stands."""
    apart = _year_apart(words, at)
    if apart is not None:
        return apart
    place = at
    if words.key(place) in ("của", "trong"):
        place += 1
    if words.key(place) == "năm":
        named = _named_year(words, place + 1, year)
        if named is not None:
            return named
        place += 1
    elif place == at and words.key(place) in ("/", "-", "."):
        place += 1
    elif place > at:
        return 0, at
    value = words.number(place)
    if words.digits(place) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        return value, place + 1
    # "15 tháng 12 của năm" is the plan's year.
    is_bare = place == at + 2 and words.key(place) in _YEAR_ENDS[:-1]
    return (0, place) if is_bare else (0, at)


def read_short_year(words: Words, at: int, year: int) -> tuple[int, int]:
    """Read a year as `read_year`, also one of two figures: "Quý I/26"."""
    value = words.number(at + 1)
    is_short = words.key(at) == "/" and words.digits(at + 1) == 2 and words.key(at + 2) != "/"
    if is_short and abs(_CENTURY + value - year) <= _NEAR:
        return _CENTURY + value, at + 2
    return read_year(words, at, year)


def _year_apart(words: Words, at: int) -> tuple[int, int] | None:
    """Read the year of "Quý I, 2026", "ngày 25 tháng 01, năm 2026", "Quý I (2026)"."""
    sign = words.key(at)
    place = at + 1 + (words.key(at + 1) == "năm")
    value, after = words.number(place), place + 1
    if sign not in (",", "(", "/") or words.digits(place) != 4 or (sign == "/" and place == at + 1):
        return None
    if not FIRST_YEAR <= value <= LAST_YEAR or words.key(after) in ("-", "/", "đến"):
        return None
    if words.key(after) in (",", "và", ";") and words.digits(after + 1) == 4:
        return None  # years of a list
    if sign == "(":
        return (value, after + 1) if words.key(after) == ")" else None
    return value, after


def behind_own_year(words: Words, at: int) -> int:
    """Return the place behind "trong năm", "của năm", "năm 2026": the plan's own year."""
    place = at + (words.key(at) in ("trong", "của"))
    if words.key(place) != "năm":
        return at
    if words.digits(place + 1) == 4:
        return place + 2
    return place + 1 if place > at else at


def _named_year(words: Words, at: int, year: int) -> tuple[int, int] | None:
    """Read what follows "năm": "kế hoạch", "nay", "sau", "trước"."""
    if words.follows(at, "kế", "hoạch") or words.follows(at, "báo", "cáo"):
        return year, at + 2
    if words.key(at) in ("nay", "này"):
        return year, at + 1
    if words.key(at) in ("sau", "đến", "tiếp", "kế", "liền") and words.number(at + 1) < 0:
        return year + 1, at + 1 + (words.key(at + 1) in ("theo", "tiếp", "kề", "sau"))
    if words.key(at) == "trước" and words.key(at + 1) in _YEAR_ENDS:
        return year - 1, at + 1 + 3 * words.follows(at + 1, "năm", "kế", "hoạch")
    return None
