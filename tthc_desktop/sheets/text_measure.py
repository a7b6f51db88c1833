"""How many lines a text takes in a cell: Excel fits no row height when it opens our file."""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache

# Advance widths of Times New Roman in thousandths of the font size, regular and bold; marks
# above and below letters have no width of their own.
_REGULAR = {
    180: "'", 200: "|", 250: " ,.", 278: "/:;\\ijlt", 333: "!()-I[]`fr‘’·", 350: "•",
    389: "Js", 400: "°", 408: '"', 444: "?acez“”", 469: "^", 480: "{}",
    500: "#$*0123456789_bdghknopquvxyđ–", 529: "ơ", 541: "~ư", 556: "FPS", 564: "+<=>×",
    611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYwĐƠ", 778: "&mƯ", 833: "%", 889: "M",
    921: "@", 944: "W", 1000: "—…",
}  # fmt: skip
_BOLD = {
    220: "|", 250: " ,.", 278: "'/\\il", 333: "!()-:;[]`fjt‘’·", 350: "•", 389: "Is",
    394: "{}", 400: "°", 444: "cerz", 500: "#$*0123456789?J_agovxy–“”", 520: "~",
    556: 'Sbdhknpquđ"ơ', 570: "+<=>×", 581: "^", 600: "ư", 611: "FP", 667: "BELTZ",
    722: "ACDNRUVXYwĐ", 778: "GHKOQƠ", 796: "Ư", 833: "&m", 930: "@", 944: "M",
    1000: "%W—…",
}  # fmt: skip
_WIDTH_OF = tuple(
    {letter: width for width, letters in face.items() for letter in letters}
    for face in (_REGULAR, _BOLD)
)
_UNKNOWN = 1000
_THOUSAND = 1000
# Excel's letters on the screen are up to this much wider than the font's own widths: each
# is rounded to whole pixels.
_ROUNDING = 1.05
_PIXELS_PER_POINT = 96 / 72
# Excel counts columns in digits of the workbook's normal font; 12 pt has digits of 8 pixels.
DIGIT_PIXELS = 8
_PADDING_PIXELS = 6


@lru_cache(maxsize=256)  # the occurrences of one task stand one below the other
def lines_of(text: str, column_width: float, points: float, *, bold: bool = False) -> int:
    """Return how many lines *text* takes when wrapped in a column of this width."""
    room = column_width * DIGIT_PIXELS - _PADDING_PIXELS
    size = points * _PIXELS_PER_POINT * _ROUNDING / _THOUSAND
    return sum(_wrapped(line, room / size, bold) for line in text.splitlines()) or 1


def _wrapped(line: str, room: float, bold: bool) -> int:  # noqa: FBT001 - the face of the font
    """Count lines of one paragraph, broken at blanks, and inside words longer than a line."""
    lines = 1
    used = 0.0
    blank = _width_of(" ", bold)
    for word in line.split(" "):
        width: float = sum(_width_of(letter, bold) for letter in word)
        if used and used + blank + width > room:
            lines, used = lines + 1, 0.0
        elif used:
            used += blank
        if width > room:
            lines += math.ceil(width / room) - 1
            width %= room
        used += width
    return lines


@lru_cache(maxsize=2048)
def _width_of(letter: str, bold: bool) -> int:  # noqa: FBT001 - the face of the font
    widths = _WIDTH_OF[bold]
    for one in (letter, *unicodedata.normalize("NFD", letter)[:1]):
        if one in widths:
            return widths[one]
    return 0 if unicodedata.combining(letter) else _UNKNOWN
