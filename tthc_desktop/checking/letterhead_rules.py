"""L07, L08, L09, L11: Quốc hiệu, Tiêu ngữ, their sizes, the agencies."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from tthc_desktop.checking.facts import Paragraph
from tthc_desktop.checking.faults import Fault, Faults, listed, quote_of, sized, sizes_words
from tthc_desktop.checking.measures import words_width
from tthc_desktop.checking.parts import Document
from tthc_desktop.document import nd30

# The decree prints both ways to put the tone mark.
_NAMES = frozenset({nd30.QUOC_HIEU, nd30.QUOC_HIEU.replace("HÒA", "HOÀ")})
_TRIPLES = frozenset({(12.0, 13.0, 13.0), (13.0, 14.0, 14.0)})
_ROUNDING = 15
_WHERE = "header"


def national_name(document: Document) -> Faults:
    """L07: the words, bold, upright, 12 to 13, centred, on one line."""
    line = document.head.national_name
    if line is None:
        if not document.alone:
            yield _missing("Quốc hiệu", f"Thêm dòng “{nd30.QUOC_HIEU}”.")
        return
    wrong = [
        words
        for words, is_wrong in (
            ("không đúng chữ", line.text not in _NAMES),
            ("không in đậm", not line.bold),
            ("in nghiêng", line.any_italic),
            (f"cỡ {sizes_words(line)}", not sized(line, 12, 13)),
            ("không canh giữa", not line.centred),
            ("bị xuống dòng", _wraps(line)),
        )
        if is_wrong
    ]
    if wrong:
        yield Fault(
            _WHERE,
            line.text,
            f"Quốc hiệu {listed(wrong)}.",
            f"Viết “{nd30.QUOC_HIEU}” trên một dòng, in hoa, cỡ 12 - 13, đứng, đậm, canh giữa.",
        )


def motto(document: Document) -> Faults:
    """L08: the words exactly, with hyphens between single blanks; bold, 13 to 14."""
    line = document.head.motto
    if line is None:
        if not document.alone:
            yield _missing("Tiêu ngữ", f"Thêm dòng “{nd30.TIEU_NGU}” dưới Quốc hiệu.")
        return
    wrong = [
        words
        for words, is_wrong in (
            ("không đúng chữ", _exact(line) != nd30.TIEU_NGU),
            ("không in đậm", not line.bold),
            ("in nghiêng", line.any_italic),
            (f"cỡ {sizes_words(line)}", not sized(line, 13, 14)),
            ("không canh giữa", not line.centred),
        )
        if is_wrong
    ]
    if wrong:
        yield Fault(
            _WHERE,
            line.text,
            f"Tiêu ngữ {listed(wrong)}.",
            f"Viết “{nd30.TIEU_NGU}” với dấu gạch nối (-) và một dấu cách mỗi bên, "
            "cỡ 13 - 14, đứng, đậm, canh giữa.",
        )


def sizes_together(document: Document) -> Faults:
    """L09: Quốc hiệu, Tiêu ngữ and địa danh in 12, 13, 13 or in 13, 14, 14."""
    head = document.head
    lines = (head.national_name, head.motto, head.place_date)
    ranges = ((12, 13), (13, 14), (13, 14))
    held = [one for one in lines if one and len(one.sizes) == 1]
    # A size out of its range is told by the rule of its component.
    if len(held) < len(lines) or not all(
        sized(one, *span) for one, span in zip(held, ranges, strict=True)
    ):
        return
    sizes = tuple(one.size_pt for one in held)
    if sizes not in _TRIPLES:
        words = ", ".join(sizes_words(one) for one in held)
        yield Fault(
            _WHERE,
            held[0].text,
            f"Cỡ chữ của Quốc hiệu, Tiêu ngữ, địa danh là {words}, không cùng tăng hoặc cùng giảm.",
            "Dùng bộ cỡ 13, 14, 14 hoặc 12, 13, 13.",
        )


def agencies(document: Document) -> Faults:
    """L11: the superior not bold, the agency bold; both in capitals, 12 to 13."""
    head = document.head
    if not head.agency:
        if not document.alone:
            yield _missing("tên cơ quan ban hành", "Thêm tên cơ quan ở góc trên bên trái.")
        return
    yield from _agency("cơ quan chủ quản", head.parent, bold=False)
    yield from _agency("cơ quan ban hành", head.agency, bold=True)


def _agency(name: str, lines: tuple[Paragraph, ...], *, bold: bool) -> Iterator[Fault]:
    if not lines:
        return
    is_bold = all(one.bold for one in lines) if bold else any(one.any_bold for one in lines)
    sizes = next((one for one in lines if not sized(one, 12, 13)), None)
    wrong = [
        words
        for words, is_wrong in (
            ("không in đậm" if bold else "in đậm", is_bold is not bold),
            ("không in hoa", not all(one.text.isupper() for one in lines)),
            (f"cỡ {sizes_words(sizes)}" if sizes else "", sizes is not None),
        )
        if is_wrong
    ]
    if wrong:
        yield Fault(
            _WHERE,
            quote_of(" ".join(one.text for one in lines)),
            f"Tên {name} {listed(wrong)}.",
            f"Viết tên {name} in hoa, cỡ 12 - 13, đứng, {'đậm' if bold else 'không đậm'}.",
        )


def _exact(line: Paragraph) -> str:
    """Return the words as typed: two blanks or a dash of another kind are a fault."""
    return unicodedata.normalize("NFC", line.typed).strip()


def _wraps(line: Paragraph) -> bool:
    room = line.width - line.look.left - line.look.right - max(line.look.first_line, 0)
    if line.cell is None or line.beside or line.width <= 0:
        return False
    return words_width(line.text, line.size_pt, bold=line.bold) > room + _ROUNDING


def _missing(name: str, suggestion: str) -> Fault:
    return Fault(_WHERE, "", f"Không thấy {name}.", suggestion)
