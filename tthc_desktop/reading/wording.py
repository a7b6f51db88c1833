"""Words by which the parts of an administrative document are known, however they are typed."""

from __future__ import annotations

import re

from tthc_desktop.vietnamese_text import fold

NATIONAL_NAME = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT(?:\s+NAM)?", re.IGNORECASE
)
MOTTO = re.compile(r"Độc\s+lập\s*[-–—]\s*Tự\s+do\s*[-–—]\s*Hạnh\s+phúc", re.IGNORECASE)
ATTACHED = re.compile(r"^\(?\s*(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)
RECIPIENTS = re.compile(r"^Nơi\s+nhận\s*(?::|$)\s*", re.IGNORECASE)
ARCHIVE = re.compile(r"^(?:[-–+]\s*)?[Ll](?:ưu|ƯU)\s*(?::|(?=\s(?:[A-ZĐ]{2}|[Vv]ăn thư\b)))\s*")
ANNEX_AND_TITLE = re.compile(
    r"^(phụ\s+lục(?:\s+(?:số\s+)?(?:[IVXLC]+|\d+))?|(?:biểu(?:\s+mẫu)?|mẫu)\s+(?:số\s+)?\d+)"
    r"\s*[:.–-]\s*(?=\S)",
    re.IGNORECASE,
)
# "Kế hoạch số 05/KH-…" is a citation.
KIND_AND_TITLE = re.compile(r"^kế\s+hoạch\s+(?!số\b)", re.IGNORECASE)
_TASK_HEADING = re.compile(
    r"^(?:DANH MỤC|NỘI DUNG|BẢNG|BIỂU|PHÂN CÔNG|NHIỆM VỤ|TIẾN ĐỘ)\b"
    r"(?=.*\b(?:CÔNG VIỆC|NHIỆM VỤ|KẾ HOẠCH|KIỂM SOÁT|PHÂN CÔNG|TRUYỀN THÔNG)\b)"
)
_PART = re.compile(r"^phan (?:thu |[ivx]+\b|\d+\b)")
_DRAFT = re.compile(r"^\(?\s*dự\s+thảo\s*\)?\s*[:-]?\s*(?=kế\s+hoạch)", re.IGNORECASE)
_ANNEX = re.compile(
    r"^(?:phu luc(?: (?:so )?(?:[ivxlc]+|\d+[a-z]?|[a-z]))?"
    r"|(?:bieu(?: mau)?|mau) (?:so )?\d+[a-z]?)$"
)
_KINDS = {
    "quyet dinh": "quyết định", "bao cao": "báo cáo", "to trinh": "tờ trình",
    "nghi quyet": "nghị quyết", "thong bao": "thông báo", "chi thi": "chỉ thị",
    "huong dan": "hướng dẫn", "chuong trinh": "chương trình", "de an": "đề án",
    "phuong an": "phương án", "quy che": "quy chế", "quy dinh": "quy định",
    "bien ban": "biên bản", "giay moi": "giấy mời", "cong dien": "công điện",
    "hop dong": "hợp đồng", "du an": "dự án", "thong tu": "thông tư", "nghi dinh": "nghị định",
    "phieu trinh": "phiếu trình", "giay uy quyen": "giấy ủy quyền", "don": "đơn",
}  # fmt: skip
_POSITIONS = re.compile(
    r"\b(?:GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG|CHÁNH|PHÓ|(?:ỦY|UỶ) BAN|HỘI ĐỒNG|BÍ THƯ|CHỦ NHIỆM)\b"
)
_LONGEST_POSITION = 9
# Longer lines are never a label; folding each of them would cost time and memory.
_LONGEST_LABEL = 60
_LONGEST_LINE = 300
_AUTHORITY = re.compile(r"^(?:kt|tm|tl|tuq|q)\s*\.\s*\w", re.IGNORECASE)


def is_kind_line(text: str) -> bool:
    """Whether a line is the words KẾ HOẠCH alone, also letter-spaced."""
    return len(text) <= _LONGEST_LABEL and fold(text).replace(" ", "").strip(".:*") == "kehoach"


def without_draft_mark(text: str) -> str:
    """Return *text* without a "DỰ THẢO" in front of KẾ HOẠCH."""
    return _DRAFT.sub("", text)


def other_kind(text: str) -> str | None:
    """Return the kind of document that a line in capitals names, None for none or a plan."""
    if len(text) > _LONGEST_LABEL or not text.isupper():
        return None
    return _KINDS.get(fold(text).strip(" .:*"))


def is_subject_of_letter(text: str) -> bool:
    """Whether a line is the subject of a công văn."""
    return text[:4].casefold() == "v/v "


def is_addressed(text: str) -> bool:
    """Whether a line names those a letter goes to; a plan's stand below its title."""
    return fold(text[:12]).startswith("kinh gui")


def is_annex_label(text: str) -> bool:
    """Whether a line is "Phụ lục", "PHỤ LỤC II", "Phụ lục số 01" and nothing else."""
    return len(text) <= _LONGEST_LABEL and bool(_ANNEX.match(fold(text).strip(" .:")))


def heads_tasks(text: str) -> bool:
    """Whether a line in capitals is the heading of a task table."""
    return len(text) <= _LONGEST_LINE and bool(_TASK_HEADING.match(text))


def is_part_label(text: str) -> bool:
    """Whether a line is "Phần I", "PHẦN THỨ NHẤT"."""
    return len(text) <= _LONGEST_LABEL and bool(_PART.match(fold(text)))


def is_signing_line(text: str) -> bool:
    """Whether a line in capitals stands above a signer's name: KT. GIÁM ĐỐC, CHÁNH VĂN PHÒNG."""
    short = len(text) <= _LONGEST_LINE and len(text.split()) <= _LONGEST_POSITION
    return short and text.isupper() and names_position(text)


def names_position(text: str) -> bool:
    """Whether a line names an office held; in small letters it must begin with it."""
    if _AUTHORITY.match(text):
        return True
    position = _POSITIONS.search(text.upper())
    return position is not None and (text.isupper() or position.start() == 0)
