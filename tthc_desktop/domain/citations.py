"""Documents cited in a sentence: "Quyết định số 182/QĐ-UBND ngày 25/12/2025 của …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

KINDS = (
    "Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư liên tịch"
    "|Thông tư|Kế hoạch|Chương trình|Công văn|Hướng dẫn|Thông báo|Kết luận|Đề án|Báo cáo|Công điện"
    "|Văn bản|Tờ trình|Quy định"
)
NUMBER = r"\d+(?:\.\d+)?(?:/\d{4})?[/-][A-ZĐ][A-Za-zĐđ&]*(?:\d+)?(?:[/-][A-ZĐ0-9][A-Za-zĐđ&0-9]*)*"
_CITED = re.compile(rf"(?:{KINDS})\s+(?:số\s*:?\s*)?({NUMBER})")
DAY = re.compile(
    r"\s*,?\s*ngày\s+(\d{1,2})(?:\s*/\s*(\d{1,2})\s*/\s*|\s+tháng\s+(\d{1,2})\s+năm\s+)(\d{4})"
)
# A comma before a capital belongs to the name ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ").
LOWER = "".join(c for c in map(chr, range(0x61, 0x1F00)) if c.isalpha() and c.islower())
# The issuer ends where the subject begins: "về việc", "ban hành", "quy định", "hướng dẫn" …
_ISSUER = re.compile(
    r"^\s*,?\s*của\s+(.+?)(?=\s+(?:về|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|thành lập"
    r"|công bố|triển khai|tổ chức|đẩy mạnh|tăng cường|giao|kèm|đã|cắt giảm|năm|tại|thực hiện)\b"
    rf"|[;.(]|,\s[{LOWER}]|$)"
)


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A cited document; None where the sentence does not write it."""

    number: str
    day: date | None = None
    issuer: str | None = None


def cited_documents(text: str) -> tuple[CitedDocument, ...]:
    """Return every document that *text* cites with a number, in order, each number once."""
    found: dict[str, CitedDocument] = {}
    for match in _CITED.finditer(text):
        rest = text[match.end() :]
        day, rest = _day_at(rest)
        issuer = _ISSUER.match(rest)
        cited = CitedDocument(match[1], day, issuer[1].strip() if issuer else None)
        found.setdefault(cited.number, cited)
    return tuple(found.values())


def _day_at(rest: str) -> tuple[date | None, str]:
    match = DAY.match(rest)
    if not match:
        return None, rest
    try:
        day = date(int(match[4]), int(match[2] or match[3]), int(match[1]))
    except ValueError:
        return None, rest[match.end() :]
    return day, rest[match.end() :]
