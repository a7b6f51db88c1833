"""L01, L02, L05, L06: paper, margins, page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from tthc_desktop.checking.facts import Margin, Paragraph, Section
from tthc_desktop.checking.faults import Fault, Faults, millimetres, sized, sizes_words
from tthc_desktop.checking.parts import Document

_A4 = (11906, 16838)
_PAPER_ROUNDING = 20
_ROUNDING = 10
_WHERE = "page"
# Twips of 20 - 25, 20 - 25, 30 - 35 and 15 - 20 mm.
_MARGINS = (
    ("top", "Lề trên", 1134, 1417, "20 - 25 mm"),
    ("bottom", "Lề dưới", 1134, 1417, "20 - 25 mm"),
    ("left", "Lề trái", 1701, 1984, "30 - 35 mm"),
    ("right", "Lề phải", 850, 1134, "15 - 20 mm"),
)


def paper(document: Document) -> Faults:
    """L01: A4, upright or turned."""
    for number, one in enumerate(document.facts.sections, 1):
        sides = sorted((one.width, one.height))
        if any(abs(a - b) > _PAPER_ROUNDING for a, b in zip(sides, _A4, strict=True)):
            yield Fault(
                _WHERE,
                f"{millimetres(one.width)} x {millimetres(one.height)}",
                f"Khổ giấy{_of_section(document, number)} không phải A4.",
                "Đặt khổ giấy A4 (210 x 297 mm) ở Bố trí trang (Layout), mục Size.",
            )


def margins(document: Document) -> Faults:
    """L02: margins of every section; a gutter counts into the left one."""
    for number, one in enumerate(document.facts.sections, 1):
        for name, words, least, most, range_words in _MARGINS:
            length: int = getattr(one, name)
            if not least - _ROUNDING <= length <= most + _ROUNDING:
                yield Fault(
                    _WHERE,
                    f"{words.lower()} {millimetres(length)}",
                    f"{words}{_of_section(document, number)} là {millimetres(length)}, "
                    f"ngoài khoảng {range_words}.",
                    f"Đặt {words.lower()} trong khoảng {range_words}.",
                )


def page_numbers(document: Document) -> Faults:
    """L05: centred in the top margin, 13 or 14, upright, none on the first page."""
    sections = document.facts.sections
    if not sections:
        return
    first = sections[0]
    if not first.first_differs and first.width <= first.height:
        yield _numbers_fault("", "Trang đầu không được đặt khác nên hiện cả số trang.")
    elif first.first_differs and first.first_header.number:
        yield _numbers_fault("", "Số trang hiện ở trang đầu.")
    yield from _numbers(sections)
    if any(margin.number for one in sections for margin in one.footers):
        yield _numbers_fault("", "Số trang nằm ở chân trang, không ở lề trên.")


def annex_numbers(document: Document) -> Faults:
    """L06: every annex in a section of its own that counts from 1."""
    for annex in document.annexes:
        quote = annex.label.text if annex.label else "".join(one.text for one in annex.titles[:1])
        if not annex.opens_section and not document.alone:
            yield Fault(
                annex.where,
                quote,
                "Phụ lục không bắt đầu ở một phần (section) riêng nên không đánh số trang riêng.",
                "Chèn ngắt phần sang trang mới (Next Page) trước phụ lục và đánh số trang từ 1.",
            )
        elif not document.alone and document.facts.sections[annex.section].number_start != 1:
            yield Fault(
                annex.where,
                quote,
                "Số trang của phụ lục không bắt đầu lại từ 1.",
                "Đặt số trang của phần chứa phụ lục bắt đầu từ 1 (Start at 1).",
            )


def _numbers(sections: tuple[Section, ...]) -> Iterator[Fault]:
    if sections[0].header.number is None and not any(
        margin.number for margin in sections[0].footers
    ):
        yield _numbers_fault("", "Không có số trang ở lề trên.")
    seen: list[Margin] = []
    for one in sections:
        if one.header not in seen and one.header.number:
            yield from _look_of_number(one.header.number)
        seen.append(one.header)


def _look_of_number(number: Paragraph) -> Iterator[Fault]:
    if not (number.centred or number.look.framed_centred):
        yield _numbers_fault(number.text, "Số trang không được canh giữa.")
    if not sized(number, 13, 14):
        yield _numbers_fault(number.text, f"Số trang cỡ {sizes_words(number)}.")
    if number.any_bold or number.any_italic:
        yield _numbers_fault(number.text, "Số trang in đậm hoặc nghiêng.")


def _numbers_fault(quote: str, message: str) -> Fault:
    return Fault(
        _WHERE,
        quote,
        message,
        "Đặt số trang canh giữa lề trên, cỡ 13 hoặc 14, chữ đứng, không hiện ở trang đầu.",
    )


def _of_section(document: Document, number: int) -> str:
    return f" của phần {number}" if len(document.facts.sections) > 1 else ""
