"""L24, L25: the end mark, and signs that nobody sees."""

from __future__ import annotations

import re

from tthc_desktop.checking.facts import Paragraph, is_composed
from tthc_desktop.checking.faults import Fault, Faults, listed, quote_of
from tthc_desktop.checking.parts import BodyKind, Document

_END = "./."
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
# Room to write in a draft is no fault: "Số:        /KH-…", "ngày      tháng 01", "năm      của".
_BLANKS = re.compile(
    r"(?<=số)[\s:.…_]*(?=/)|(?<=ngày)[\s.…_]+(?=tháng|/)|(?<=tháng)[\s.…_]+(?=năm)"
    r"|(?<=năm)[\s.…_]+(?=của|$)",
    re.IGNORECASE,
)
_LAYOUT = frozenset({"header", "recipients", "signature", "page", "title"})


def end_mark(document: Document) -> Faults:
    """L24: nội dung ends with "./."."""
    texts = [one for one in document.body if one.kind is not BodyKind.TITLE]
    if document.has_foot and texts and not texts[-1].paragraph.text.endswith(_END):
        last = texts[-1]
        yield Fault(
            last.where,
            quote_of(last.paragraph.text),
            "Nội dung không kết thúc bằng “./.”.",
            "Ghi “./.” sau câu cuối cùng.",
        )


def hidden_signs(document: Document) -> Faults:
    """L25: one form of Unicode, no hard blanks, no two blanks, no tab for an indent."""
    for spot in document.spots:
        wrong = _signs(spot.paragraph, is_layout=spot.where in _LAYOUT)
        if wrong:
            yield Fault(
                spot.where,
                quote_of(spot.paragraph.text),
                f"Đoạn có {listed(wrong)}.",
                "Gõ lại bằng Unicode dựng sẵn, một dấu cách giữa hai chữ, lùi dòng bằng thiết lập "
                "đoạn.",
            )


def _signs(paragraph: Paragraph, *, is_layout: bool) -> list[str]:
    typed = _BLANKS.sub(" ", paragraph.typed)
    body = typed.strip()
    return [
        words
        for words, is_there in (
            ("chữ Unicode tổ hợp", not is_composed(typed)),
            ("dấu cách không ngắt", "\u00a0" in body),
            ("ký tự không hiện", bool(_ZERO_WIDTH.search(typed))),
            ("hai dấu cách liền nhau", "  " in body and not is_layout),
            ("dấu Tab thay cho lùi dòng", typed.startswith("\t") and not is_layout),
        )
        if is_there
    ]
