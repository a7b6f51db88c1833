"""What a paragraph is (Mục, Khoản, Điểm, …): number and look follow from it."""

from __future__ import annotations

from dataclasses import replace

from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.plan import NUMBERED_BLOCKS, Block, BlockKind
from tthc_desktop.domain.style import Style
from tthc_desktop.reading.plan_body import unformatted
from tthc_desktop.use_cases.paragraph_words import own_runs, with_own_runs
from tthc_desktop.use_cases.text_act import Blocks

_PLAIN = {
    Style.DASH: BlockKind.DASH,
    Style.BODY: BlockKind.PARAGRAPH,
    Style.LEGAL_BASIS: BlockKind.LEGAL_BASIS,
    Style.OPENING: BlockKind.OPENING,
    Style.CLOSING: BlockKind.CLOSING,
}
_NUMBERED = {
    Style.SECTION: (BlockKind.HEADING, Numbering.ROMAN),
    Style.CLAUSE_TITLE: (BlockKind.HEADING, Numbering.ARABIC),
    Style.CLAUSE: (BlockKind.ITEM, Numbering.ARABIC),
    Style.POINT: (BlockKind.ITEM, Numbering.LETTER),
}
DEPTHS = {Numbering.ROMAN: 0, Numbering.ARABIC: 1, Numbering.LETTER: 2}


def style_of(block: Block) -> Style | None:
    """Return what a paragraph is; None for a table."""
    if block.kind in NUMBERED_BLOCKS:
        if block.numbering is Numbering.LETTER:
            return Style.POINT
        if block.kind is BlockKind.ITEM:
            return Style.CLAUSE
        return Style.SECTION if block.numbering is Numbering.ROMAN else Style.CLAUSE_TITLE
    return next((style for style, kind in _PLAIN.items() if kind is block.kind), None)


def styled(blocks: Blocks, place: int, style: Style) -> Block:
    """Return the block at *place* as a paragraph of *style*, on the level it gets there.

    Formats that the style itself prints (bold headings, italic căn cứ) are not kept as
    formats of the words; the words of a Mục are written in capitals (NĐ 30/2020, Phụ lục I,
    II.5.d).
    """
    block = blocks[place]
    if style_of(block) is style:
        return block
    words = own_runs(block)
    if style in _NUMBERED:
        kind, numbering = _NUMBERED[style]
        bare = replace(
            block, kind=kind, numbering=numbering, level=level_for(blocks, place, numbering)
        )
    else:
        bare = replace(block, kind=_PLAIN[style], numbering=None, level=0)
    is_heading = bare.kind is BlockKind.HEADING
    words = unformatted(words, bold=is_heading, italic=style is Style.LEGAL_BASIS)
    if style is Style.SECTION:
        words = tuple(replace(one, text=one.text.upper()) for one in words)
    return with_own_runs(replace(bare, runs=()), words)


def level_for(blocks: Blocks, place: int, numbering: Numbering) -> int:
    """Return the level of a numbered line at *place*, from the numbered lines before it."""
    for before in reversed(blocks[:place]):
        if before.kind not in NUMBERED_BLOCKS or before.numbering is None:
            continue
        if before.numbering is numbering:
            return before.level
        if DEPTHS[before.numbering] < DEPTHS[numbering]:
            return before.level + 1
    return 1
