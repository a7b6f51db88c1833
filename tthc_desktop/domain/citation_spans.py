"""Where in a sentence a document is cited: from its kind to the end of its title.

What stands there belongs to the cited document: its dates, the year in its title. The rest
of the sentence is the plan's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tthc_desktop.domain.citations import DAY, KINDS, LOWER, NUMBER

# "Công văn của Sở ngày 05/01/2026": a document may be named by its day alone.
_DAY_WORDS = r"(?i:ngày\s+\d{1,2}(?:\s*/\s*\d{1,2}\s*/\s*|\s+tháng\s+\d{1,2}\s+năm\s+))\d{4}"
_START = re.compile(
    rf"\b(?P<kind>(?i:{KINDS}))\s+(?:(?i:số)\s*:?\s*)?"
    rf"(?:(?P<number>{NUMBER})|\d+(?=\s*,?\s*{_DAY_WORDS})|(?={_DAY_WORDS}\s+của\b))"
)
# A law is cited by its title and year or day: "Luật Lưu trữ năm 2024".
_LAW = re.compile(
    r"\b(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh)\s+"
    r"(?:(?:sửa đổi, bổ sung|(?!kế hoạch|nhiệm vụ|công tác)[^;:.,()]){0,200}?\s)??"
    rf"(?P<end>{_DAY_WORDS}|(?<!trong )năm\s+\d{{4}}\b|số\s*:?\s*\d+/\d{{4}}/[\w&]+)"
)
# What a title begins with; the issuer before it has no word of these.
_OPENING = (
    r"(?:về|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|thành lập|công bố|triển khai|tổ chức"
    r"|đẩy mạnh|tăng cường|giao|kèm|cắt giảm|truyền thông|tuyên truyền|thông tin|kiểm soát"
    r"|cải cách|rà soát|chuyển đổi|thực hiện|phát động|bãi bỏ|kiện toàn)\b"
)
_TITLE = re.compile(rf"\s*,?\s*(?i:{_OPENING})")
_ISSUER = re.compile(
    rf"\s*,?\s*(?i:của)\s+(?P<issuer>.{{1,200}}?)(?=\s+(?i:{_OPENING})|\s+(?i:đã|năm|tại|trong)\b"
    rf"|\s*[;:()]|(?<!\bTP)\.(?=[\s/]|$)|,\s+[{LOWER}]|$)"
)
_DAY = re.compile(DAY.pattern, re.IGNORECASE)
_YEAR = re.compile(r"\s+năm\s+\d{4}\b", re.IGNORECASE)
# "Kế hoạch số 12/KH-UBND năm 2026 của …" names the document's year; "trong năm 2026" does not.
_OWN_YEAR = re.compile(r"\s+năm\s+\d{4}(?=\s+(?:của|về)\b)", re.IGNORECASE)
_REMARK = re.compile(r"\s*\((?:đã|được|sửa đổi|gọi)[^()]*\)")
# Periods inside "TP. Hồ Chí Minh" or "66.7" end no sentence.
_ABBREVIATION = re.compile(r"\b(?:TP|Tp|TX|TT|P|Q|KT|TM)$")
# The plan itself goes on after a comma: "…, Sở … ban hành Kế hoạch …", "…, cụ thể như sau".
_GOES_ON = re.compile(
    r",\s+(?:cụ thể|như sau|đề nghị|yêu cầu|trong đó|từ đó|nhằm|giao\b|căn cứ|các phòng|các đơn vị"
    r"|(?:Sở|UBND|Ủy ban|Uỷ ban|Văn phòng|Phòng|Ban|Cục|Chi cục|Trung tâm|Thanh tra|Trường)\b"
    r"[^,;.]*\b(?:ban hành|xây dựng|tổ chức|triển khai|đề nghị|yêu cầu|thông báo|báo cáo)\b)"
)
_SIGN = re.compile(r"[();:.,]")
# A line of many citations is looked through once for each of them: neither may run to its end.
_LONGEST_TITLE = 1000
_LOOK_BACK = 20
_YEAR_BEFORE = re.compile(r"\bnăm\s+\d{4}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CitationSpan:
    """A cited document in a text; `title` is where its printed title begins, None for none."""

    start: int
    end: int
    number: str = ""
    kind: str = ""
    title: int | None = None


def citation_spans(text: str) -> tuple[CitationSpan, ...]:
    """Return every citation in *text*, in order; one inside another's title is listed too."""
    found = [_span(text, match) for match in _START.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    found += [
        CitationSpan(law.start(), law.end("end"), kind="Luật")
        for law in _LAW.finditer(text)
        if not any(start < law.end() and law.start() < end for start, end in taken)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def is_cited(spans: tuple[CitationSpan, ...], place: int) -> bool:
    """Whether the letter at *place* belongs to a cited document."""
    return any(one.start <= place < one.end for one in spans)


def _span(text: str, match: re.Match[str]) -> CitationSpan:
    end = match.end()
    for part in (_DAY, _OWN_YEAR, _ISSUER, _DAY, _REMARK):
        if found := part.match(text, end):
            end = found.end()
    title = None
    year = _YEAR.match(text, end)
    opening = _TITLE.match(text, year.end() if year else end)
    if opening and not (year and _is_our_own(text, end)):
        title = year.end() if year else end
        end = _title_end(text, title)
    elif year and end > match.end():
        end = year.end()
    if found := _REMARK.match(text, end):
        end = found.end()
    return CitationSpan(match.start(), end, match["number"] or "", match["kind"], title)


def _is_our_own(text: str, end: int) -> bool:
    return _before(text, end).endswith((" trong", " đến", " hết", " cho", " từ"))


def _title_end(text: str, start: int) -> int:
    """Return where the title that begins at *start* ends: with its sentence or bracket."""
    depth = 0
    longest = min(len(text), start + _LONGEST_TITLE)
    for sign in _SIGN.finditer(text, start, longest):
        place = sign.start()
        if sign[0] == "(":
            depth += 1
        elif sign[0] == ")":
            depth -= 1
            if depth < 0:
                return place
        elif depth == 0 and _ends_title(text, place):
            return place
    return longest


def _before(text: str, place: int) -> str:
    """Return the few letters before *place*: more would cost time on a long line."""
    return text[max(0, place - _LOOK_BACK) : place]


def _ends_title(text: str, place: int) -> bool:
    sign = text[place]
    if sign in ";:":
        return True
    if sign == ".":
        after = text[place + 1 : place + 2]
        return (not after or after in " /\n") and not _ABBREVIATION.search(_before(text, place))
    if sign == ",":
        return bool(_GOES_ON.match(text, place) or _YEAR_BEFORE.search(_before(text, place)))
    return False
