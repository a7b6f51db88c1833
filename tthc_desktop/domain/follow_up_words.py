"""Words by which forms, duties, units and times are known in a plan's running text."""

from __future__ import annotations

import re

from tthc_desktop.vietnamese_text import fold

_FORMS = re.compile(r"\bhinh thuc\b")
_ORGANISATION = re.compile(
    r"\b(?:to chuc thuc hien|phan cong (?:thuc hien|nhiem vu|trach nhiem)|trach nhiem thuc hien)\b"
)
# What is no duty of anyone: money, and where difficulties are to be told.
_PASSED_OVER = re.compile(r"^(?:trong qua trinh|kinh phi|nguon kinh phi|tren day|de nghi|cu the)\b")
# The province's own office and the press (design.md: out of scope).
_OUTSIDE = re.compile(
    r"^(?:van phong (?:ubnd|uy ban)|bao |dai |(?:cac )?co quan (?:bao|thong tan|thong tin)"
    r"|(?:phat thanh|truyen hinh)\b|trung tam thong tin|cong thong tin)"
)
_UNIT = (
    r"(?:(?:các|những)\s+)?(?:văn phòng|phòng|đơn vị|trung tâm|chi cục|thanh tra|ban|bộ phận|sở"
    r"|lãnh đạo|thủ trưởng|trưởng|công chức|cơ quan)"
)
_VERB = (
    r"(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ động|chủ trì|phối hợp|triển khai|hướng dẫn"
    r"|theo dõi|đôn đốc|thực hiện|tổ chức|tham mưu|tổng hợp|xây dựng|báo cáo|căn cứ|nghiêm túc"
    r"|thường xuyên|tăng cường|đẩy mạnh|rà soát|giúp)"
)
_DUTY = re.compile(rf"^(?P<unit>{_UNIT}\b.{{0,120}}?)\s*[,:]?\s+(?={_VERB}\b)", re.IGNORECASE)
# Says only whose duty it is, and stands in the column of who leads.
_OWES = re.compile(
    r"^(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)\s*:?\s*(?:trong việc\s+)?", re.IGNORECASE
)
_DAY = r"ngày\s+\d{1,2}(?:/\d{1,2}(?:/\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
_EACH = r"(?:tuần|tháng|quý|năm|6 tháng|06 tháng|9 tháng)"
_TIMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:xong\s+)?(?:trước|chậm nhất(?:\s+là)?|đến hết|đến)\s+{_DAY}",
        r"(?:hoàn thành\s+)?trong\s+(?:quý\s+[IVX\d]+|tháng\s+\d{1,2})(?:\s*(?:/|năm\s+)\s*\d{4})?",
        rf"(?:định kỳ\s+)?(?:hàng|hằng)\s+{_EACH}(?:\s*(?:,|và)\s*{_EACH})*",
        r"trong báo cáo định kỳ[^.;]*",
        r"báo cáo định kỳ(?:\s+và\s+đột xuất)?(?:\s+theo\s+(?:yêu cầu|quy định)[^.;,]*)?",
        r"thường xuyên",
    )
)


def names_forms(heading: str) -> bool:
    """Whether a heading is that of the forms of communication."""
    return bool(_FORMS.search(fold(heading)))


def names_organisation(heading: str) -> bool:
    """Whether a heading is that of the organisation section."""
    return bool(_ORGANISATION.search(fold(heading)))


def is_passed_over(text: str) -> bool:
    """Whether a line or heading is of the section without being anyone's duty."""
    return bool(_PASSED_OVER.match(fold(text.lstrip("- "))))


def is_outside(unit: str) -> bool:
    """Whether all those named are the province's own office or the press."""
    parts = [part.strip() for part in re.split(r"[,;]| và ", unit) if part.strip()]
    return bool(parts) and all(_OUTSIDE.match(f"{fold(part)} ") for part in parts)


def unit_of_heading(heading: str) -> str:
    """Return who is named by a heading such as "1. Văn phòng Sở:"; duties stand below it."""
    bare = re.sub(r"^(?:trách nhiệm|nhiệm vụ) của\s+", "", heading, flags=re.IGNORECASE)
    return bare.rstrip(" :.").strip()


def duty_of(text: str) -> tuple[str, str]:
    """Return who is named at the beginning of a duty, and the duty; the whole where nobody is."""
    match = _DUTY.match(text)
    if match is None:
        return "", text
    duty = text[match.end() :]
    return match["unit"].strip(" ,:"), _OWES.sub("", duty).strip()


def timing_in(text: str) -> str:
    """Return the words of time in a duty, as a cell of the task table has them; "" for none."""
    for pattern in _TIMES:
        if match := pattern.search(text):
            words = match[0].strip(" ,")
            return words[:1].upper() + words[1:]
    return ""
