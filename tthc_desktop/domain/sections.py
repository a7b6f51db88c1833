"""The sections of a plan's text, derived from its blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from tthc_desktop.domain.numbering import Numbering, number_text
from tthc_desktop.domain.plan import NUMBERED_BLOCKS, Block, BlockKind


@dataclass
class Section:
    """A numbered part of the text; number "" for text that stands under no number.

    `lines` are the blocks of its own text: paragraphs, dashes, the item itself.
    """

    number: str
    block: Block | None
    lines: list[Block] = field(default_factory=list)
    tables: list[tuple[int, Block]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    @property
    def paragraphs(self) -> list[str]:
        """The words of its own text, line by line."""
        return [one.text for one in self.lines]

    @property
    def heading(self) -> str:
        """The heading's words; empty for a numbered line that carries its own text."""
        is_heading = self.block is not None and self.block.kind is BlockKind.HEADING
        return self.block.text if is_heading and self.block else ""


def block_numbers(blocks: tuple[Block, ...]) -> dict[str, str]:
    """Return the computed number of every heading and item, by block id.

    Arabic figures right below Arabic figures are written with those above: 1, 1.1, 1.1.2.
    """
    numbers: dict[str, str] = {}
    counters: dict[int, int] = {}
    open_blocks: dict[int, Block] = {}
    for block in blocks:
        if block.kind not in NUMBERED_BLOCKS:
            continue
        counters = {level: count for level, count in counters.items() if level <= block.level}
        counters[block.level] = counters.get(block.level, 0) + 1
        open_blocks = {level: one for level, one in open_blocks.items() if level < block.level}
        above = open_blocks[max(open_blocks)] if open_blocks else None
        number = number_text(block.numbering or Numbering.ARABIC, counters[block.level])
        if above is not None and _is_arabic(above) and _is_arabic(block):
            number = f"{numbers[above.id]}.{number}"
        numbers[block.id] = number
        open_blocks[block.level] = block
    return numbers


def _is_arabic(block: Block) -> bool:
    return (block.numbering or Numbering.ARABIC) is Numbering.ARABIC


def sections_of(blocks: tuple[Block, ...]) -> list[Section]:
    """Return the tree of sections; a paragraph after a sub-section belongs to that one."""
    numbers = block_numbers(blocks)
    top: list[Section] = []
    open_sections: list[tuple[int, Section]] = []
    for block in blocks:
        if block.kind in NUMBERED_BLOCKS:
            section = Section(numbers[block.id], block)
            if block.kind is BlockKind.ITEM:
                section.lines.append(block)
            while open_sections and open_sections[-1][0] >= block.level:
                open_sections.pop()
            (open_sections[-1][1].sections if open_sections else top).append(section)
            open_sections.append((block.level, section))
        elif block.kind in (BlockKind.PARAGRAPH, BlockKind.DASH, BlockKind.TABLE):
            if not open_sections:
                loose = Section("", None)
                top.append(loose)
                open_sections.append((0, loose))
            _add(open_sections[-1][1], block)
    return top


def _add(section: Section, block: Block) -> None:
    if block.kind is BlockKind.TABLE:
        section.tables.append((len(section.lines), block))
    else:
        section.lines.append(block)
