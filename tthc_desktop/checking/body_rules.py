"""L17: how paragraphs of nội dung stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tthc_desktop.checking.body_parts import is_section
from tthc_desktop.checking.facts import Paragraph
from tthc_desktop.checking.faults import (
    Fault,
    Faults,
    listed,
    millimetres,
    quote_of,
    size_words,
    sized,
    sizes_words,
)
from tthc_desktop.checking.lines_under import draws, lengths_in
from tthc_desktop.checking.looks import ParagraphLook
from tthc_desktop.checking.parts import BodyKind, BodyParagraph, Document
from tthc_desktop.domain.findings import Severity

_INDENTS = (567, 720)
_ROUNDING = 10
_LEAST_GAP = 120
_SINGLE, _MOST_LINES = 240, 360
# Times New Roman: one line takes 1.15 of its size; one and a half lines 1.725.
_LEAST_HEIGHT, _MOST_HEIGHT = 1.15, 1.725
_BODY_SIZES = frozenset({13.0, 14.0})
_SUGGESTION = (
    "Canh đều hai lề, lùi dòng đầu 1 cm hoặc 1,27 cm, cách đoạn ít nhất 6 pt, giãn dòng từ đơn "
    "đến 1,5 dòng, cỡ 13 - 14."
)


def body_paragraphs(document: Document) -> Faults:
    """L17: alignment, first line, gap, line spacing and size of every paragraph; one size."""
    held = [one for one in document.body if one.kind in (BodyKind.TEXT, BodyKind.BASIS)]
    for item in held:
        wrong = list(_wrong(item))
        if wrong:
            text = quote_of(item.paragraph.text)
            yield Fault(item.where, text, f"Đoạn văn {listed(wrong)}.", _SUGGESTION)
    yield from _mixed(held)


def _wrong(item: BodyParagraph) -> Iterator[str]:
    paragraph, look = item.paragraph, item.paragraph.look
    is_heading = is_section(item) or (paragraph.bold and item.numbering is not None)
    if look.alignment != "both" and not is_heading:
        yield "không canh đều hai lề"
    if not is_heading and not _is_indented(look):
        yield f"lùi dòng đầu {millimetres(look.first_line)}"
    gap = _gap(item)
    if gap is not None and gap < _LEAST_GAP:
        yield f"chỉ cách đoạn trước {size_words(gap / 20)} pt"
    if not _is_spaced(paragraph):
        yield f"giãn dòng {_spacing_words(look)}"
    if not sized(paragraph, 13, 14):
        yield f"cỡ {sizes_words(paragraph)}"


def _is_indented(look: ParagraphLook) -> bool:
    starts = (look.first_line, look.left + look.first_line)
    return any(abs(start - wanted) <= _ROUNDING for start in starts for wanted in _INDENTS)


def _gap(item: BodyParagraph) -> int | None:
    """Return the gap above in twips: what ends the paragraph before and what begins this add up.

    None below an empty paragraph, which is a gap of its own.
    """
    look, before = item.paragraph.look, item.before
    own = look.before + look.after
    if before is None or (draws(before) and lengths_in(before)):
        # Below a table or a line only the paragraph's own gaps are known.
        return own
    if before.empty:
        return None
    if item.below_title:
        # The gap below a title is no gap between paragraphs: either will do.
        return max(own, before.look.after + look.before)
    if before.style == item.paragraph.style:
        after = 0 if before.look.contextual else before.look.after
        return after + (0 if look.contextual else look.before)
    return before.look.after + look.before


def _is_spaced(paragraph: Paragraph) -> bool:
    look = paragraph.look
    if look.line_rule == "auto":
        return _SINGLE <= look.line <= _MOST_LINES
    height, size = look.line / 20, paragraph.size_pt
    return _LEAST_HEIGHT * size <= height + 0.01 and height - 0.01 <= _MOST_HEIGHT * size


def _spacing_words(look: ParagraphLook) -> str:
    if look.line_rule == "auto":
        return f"{size_words(round(look.line / _SINGLE, 2))} dòng"
    return f"{size_words(look.line / 20)} pt"


def _mixed(items: list[BodyParagraph]) -> Iterator[Fault]:
    """Tell of one size used beside the other, at the first paragraph of the rarer one."""
    counts = Counter[float]()
    for item in items:
        counts.update(item.paragraph.sizes & _BODY_SIZES)
    if len(counts) < 2:
        return
    usual, rare = (size for size, _ in counts.most_common())
    first = next(one for one in items if rare in one.paragraph.sizes)
    yield Fault(
        first.where,
        quote_of(first.paragraph.text),
        "Nội dung dùng cả cỡ 13 và cỡ 14.",
        f"Dùng một cỡ cho cả nội dung, ở đây là {size_words(usual)}.",
        Severity.WARNING,
    )
