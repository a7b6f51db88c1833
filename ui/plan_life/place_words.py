"""Places of a plan as findings and reviews name them, in Vietnamese."""

from __future__ import annotations

_WORDS = {
    "task": "Nhiệm vụ",
    "section": "Mục",
    "table": "Bảng",
    "row": "dòng",
    "header": "Đầu văn bản",
    "number": "Số, ký hiệu",
    "date": "Địa danh, ngày",
    "recipients": "Nơi nhận",
    "signature": "Chữ ký",
    "annex": "Phụ lục",
    "title": "Trích yếu",
    "legal_bases": "Căn cứ",
    "opening": "Lời mở đầu",
    "closing": "Câu kết",
    "body": "Lời văn",
    "page": "Trang",
    "document": "Cả văn bản",
}


def place_words(where: str) -> str:
    """Return a place ("task 3.4", "table 2 row 5") in Vietnamese."""
    words = " ".join(_WORDS.get(word, word) for word in where.split())
    return words[:1].upper() + words[1:]


def task_number(where: str) -> str:
    """Return the number of the task a place names, empty where it is another place."""
    kind, _, number = where.partition(" ")
    return number if kind == "task" else ""
