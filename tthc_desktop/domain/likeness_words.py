"""Words that two plans use for the same thing, brought to one before plans are compared.

Only what the offices write in both ways; a word more makes two sentences alike that are not.
"""

from __future__ import annotations

import re
from itertools import pairwise

# Each concept by one name and the ways it is written (casefolded; longer ones first).
_CONCEPTS: dict[str, tuple[str, ...]] = {
    "thủ tục hành chính": ("tthc", "tttc"),
    "khoa học và công nghệ": ("kh&cn",),
    "ủy ban nhân dân": ("uỷ ban nhân dân", "ubnd"),
    "trang thông tin điện tử": ("cổng thông tin điện tử", "trang ttđt", "cổng ttđt", "website"),
    "gương_tốt": (
        "tấm gương điển hình, tiêu biểu", "gương cá nhân, tập thể tiêu biểu", "tấm gương điển hình",
        "gương điển hình", "điển hình tiên tiến", "người tốt, việc tốt", "thành tích xuất sắc",
        "biểu dương", "khen thưởng", "tấm gương", "điển hình", "tiêu biểu",
    ),
    "băng_rôn": ("pano", "panô", "pa nô", "băng rôn", "khẩu hiệu", "áp phích"),
    "tờ_rơi": ("tờ rơi", "tờ gấp", "sổ tay"),
    "mạng_xã_hội": ("mạng xã hội", "fanpage", "facebook", "zalo"),
}  # fmt: skip
_WORD = re.compile(r"[^\W\d]+")
_WRITTEN = {way: name for name, ways in _CONCEPTS.items() for way in ways}
_ANY = re.compile(
    r"(?<!\w)(" + "|".join(re.escape(way) for way in sorted(_WRITTEN, key=len, reverse=True)) + r")"
    r"(?!\w)"
)


def traits_of(text: str) -> frozenset[str]:
    """Return the words and pairs of neighbouring words of *text*, concepts by their one name."""
    spelled = _ANY.sub(lambda found: _WRITTEN[found[0]], text.casefold())
    words = _WORD.findall(spelled)
    return frozenset((*words, *(f"{one} {two}" for one, two in pairwise(words) if one != two)))


def is_concept(trait: str) -> bool:
    """Whether a trait names a concept: it says what a sentence is about, not how it is put."""
    return "_" in trait and " " not in trait
