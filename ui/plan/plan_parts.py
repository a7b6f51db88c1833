"""The parts of a plan for the tree beside its pages; numbers are the program's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tthc_desktop.domain.numbering import Numbering, printed_number
from tthc_desktop.domain.plan import NUMBERED_BLOCKS, Annex, Block, BlockKind, Plan
from tthc_desktop.domain.sections import block_numbers
from tthc_desktop.domain.task import row_count
from ui.plan.spots import HEAD, RECIPIENTS, SIGNATURE, TITLE, Spot, SpotKind

# More of a long paragraph is never seen in the tree.
_MOST_LETTERS = 90


@dataclass(frozen=True, slots=True)
class Part:
    """A part's words, how deep it lies, and where it stands.

    `moves` where it can be dragged, `is_folded` where its parts are hidden at first.
    """

    title: str
    depth: int
    spot: Spot
    is_heading: bool = False
    moves: bool = False
    is_folded: bool = False


def parts_of(plan: Plan) -> tuple[Part, ...]:
    """Return the parts in the order of the page."""
    text = list(_text_parts(plan.blocks))
    before = [one for one, kind in text if kind in (BlockKind.LEGAL_BASIS, BlockKind.OPENING)]
    closing = [one for one, kind in text if kind is BlockKind.CLOSING]
    body = [one for one, _ in text if one not in before and one not in closing]
    return (
        Part("Đầu văn bản", 0, HEAD),
        Part("Trích yếu", 0, TITLE),
        *_group("Căn cứ", before),
        *body,
        *_group("Câu kết", closing),
        Part("Nơi nhận", 0, RECIPIENTS),
        Part("Chữ ký", 0, SIGNATURE),
        *(part for annex in plan.annexes for part in _annex_parts(annex)),
    )


def _group(title: str, parts: list[Part]) -> Iterator[Part]:
    """One paragraph is the part itself, several lie under their common name."""
    if len(parts) == 1:
        yield replace(parts[0], title=title, depth=0)
    elif parts:
        yield Part(title, 0, parts[0].spot, is_folded=True)
        yield from (replace(one, depth=1) for one in parts)


def _text_parts(blocks: tuple[Block, ...], base: int = 0) -> Iterator[tuple[Part, BlockKind]]:
    numbers = block_numbers(blocks)
    open_levels: list[int] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            title = f"Bảng: {len(block.rows)} dòng"
            depth = base + len(open_levels)
            yield Part(title, depth, Spot(SpotKind.TABLE, block.id), moves=True), block.kind
            continue
        title = block.text[:_MOST_LETTERS] or "(chưa có chữ)"
        spot = Spot(SpotKind.BLOCK, block.id)
        if block.kind in NUMBERED_BLOCKS:
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            number = printed_number(block.numbering or Numbering.ARABIC, numbers[block.id])
            depth = base + len(open_levels)
            open_levels.append(block.level)
            is_main = block.numbering is Numbering.ROMAN
            yield Part(f"{number} {title}", depth, spot, is_main, moves=True), block.kind
        else:
            yield Part(title, base + len(open_levels), spot, moves=True), block.kind


def _annex_parts(annex: Annex) -> Iterator[Part]:
    label = annex.label or "Phụ lục"
    count = row_count(annex.tasks)
    rows = f": {count} dòng nhiệm vụ" if count else ""
    head = SpotKind.ANNEX_LABEL if annex.label else SpotKind.ANNEX_TITLE
    yield Part(f"{label}{rows}", 0, Spot(head, annex.id))
    yield from (part for part, _ in _text_parts(annex.blocks, 1))
    if annex.tasks:
        yield Part("Bảng nhiệm vụ", 1, Spot(SpotKind.TASKS, annex.id))
