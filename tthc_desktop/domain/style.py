"""The styles of a plan's text, by the names they have in an office."""

from __future__ import annotations

from enum import StrEnum


class Style(StrEnum):
    """What a paragraph is; its number and its look follow from it."""

    SECTION = "Mục"
    CLAUSE_TITLE = "Khoản có tiêu đề"
    CLAUSE = "Khoản"
    POINT = "Điểm"
    DASH = "Gạch đầu dòng"
    BODY = "Lời văn"
    LEGAL_BASIS = "Căn cứ"
    OPENING = "Lời mở đầu"
    CLOSING = "Câu kết"
