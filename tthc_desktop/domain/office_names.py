"""What follows from an office's names: its symbol, its place, the lines above a signature."""

from __future__ import annotations

import re

from tthc_desktop.vietnamese_text import clean_line, fold

_SMALL_WORDS = {"va", "cua"}
_COMMITTEE = re.compile(r"^(?:ubnd|uy ban nhan dan)\s+(tinh|thanh pho|tp\.?)\s+")
# Cities named after a person keep the word in the place of a document.
_WITH_CITY = {"ho chi minh": "Thành phố Hồ Chí Minh"}
# Who signs for the head of the office, and as what: Nghị định 30/2020, Điều 13.
_AUTHORITIES = (
    (re.compile(r"^pho (giam doc|thu truong|truong ban|cuc truong)"), "KT."),
    (re.compile(r"^(pho )?(chanh van phong|truong phong|chanh thanh tra)"), "TL."),
)


def symbol_of(agency: str) -> str:
    """Return the usual symbol: "Sở Dân tộc và Tôn giáo" gives "SDTTG"."""
    words = re.findall(r"[^\W\d_]+", clean_line(agency))
    return "".join(word[0].upper() for word in words if fold(word) not in _SMALL_WORDS)


def place_of(parent_agency: str) -> str:
    """Return the place written before the date: "UBND tỉnh Thái Nguyên" gives "Thái Nguyên"."""
    line = clean_line(parent_agency)
    found = _COMMITTEE.match(fold(line))
    if not found:
        return ""
    # Folding keeps the number of letters of a cleaned line.
    name = line[found.end() :]
    name = name.title() if name.isupper() else name
    return _WITH_CITY.get(fold(name), name)


def province_words(parent_agency: str) -> str:
    """Return "tỉnh Thái Nguyên" of "UBND tỉnh Thái Nguyên", for running text."""
    line = clean_line(parent_agency)
    found = _COMMITTEE.match(fold(line))
    return f"{line[found.start(1) : found.end(1)].lower()} {place_of(line)}" if found else ""


def authority_for(position: str, head: str = "GIÁM ĐỐC") -> str:
    """Return the line above *position*: "KT. GIÁM ĐỐC" for "Phó Giám đốc", none for the head."""
    folded = fold(clean_line(position))
    mark = next((mark for words, mark in _AUTHORITIES if words.match(folded)), "")
    return f"{mark} {head}" if mark else ""
