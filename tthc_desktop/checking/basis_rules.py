"""L16: căn cứ."""

from __future__ import annotations

import re
from itertools import pairwise

from tthc_desktop.checking.faults import Fault, Faults, listed, quote_of
from tthc_desktop.checking.parts import BodyKind, BodyParagraph, Document
from tthc_desktop.domain.findings import Severity

_KINDS = (
    r"(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư"
    r"|Kế hoạch|Chương trình|Công văn|Hướng dẫn|Thông báo|Kết luận|Đề án)"
)
# "…; Nghị định số 92/2017/NĐ-CP", "…; Căn cứ Luật …": a second document beside the first.
_BESIDE = re.compile(rf";\s*(?:Căn cứ\b|(?:và\s+)?{_KINDS}\s+(?:số\s*)?\S)")
_CITED = re.compile(rf"{_KINDS}\s+(?:liên tịch\s+)?số\s*:?\s*\d")
_LONGEST = 5000
_JOINED = re.compile(r"(?:,|\bvà)\s*(?:các\s+)?$")
_CHANGES = re.compile(r"sửa đổi|bổ sung|thay thế|hợp nhất|đính chính", re.IGNORECASE)


def legal_bases(document: Document) -> Faults:
    """L16: italic, one document a paragraph, each ended by ";", the last by "."."""
    bases = [one for one in document.body if one.kind is BodyKind.BASIS]
    for number, basis in enumerate(bases, 1):
        text = basis.paragraph.text
        end = "." if number == len(bases) else ";"
        wrong = [
            words
            for words, is_wrong in (
                ("không in nghiêng", not basis.paragraph.italic),
                (f"không kết thúc bằng dấu “{end}”", not text.endswith(end)),
                ("gộp nhiều văn bản trong một đoạn", _cites_several(text)),
            )
            if is_wrong
        ]
        if wrong:
            yield Fault(
                basis.where,
                quote_of(text),
                f"Căn cứ {listed(wrong)}.",
                "Mỗi căn cứ một dòng, in nghiêng, cuối dòng có dấu chấm phẩy, dòng cuối dấu chấm.",
                None if _is_basis(basis) else Severity.WARNING,
            )


def _is_basis(basis: BodyParagraph) -> bool:
    """Whether it begins with Căn cứ: "Thực hiện …", "Theo đề nghị …" weigh less."""
    return basis.paragraph.text.casefold().startswith("căn cứ")


def _cites_several(text: str) -> bool:
    """Whether a second document stands beside the first, not in its title or as its change."""
    text = text[:_LONGEST]
    if _BESIDE.search(text):
        return True
    places = list(_CITED.finditer(text))
    for before, found in pairwise(places):
        between = text[before.end() : found.start()]
        if not _JOINED.search(between):
            return False
        if not _CHANGES.search(between):
            return True
    return False
