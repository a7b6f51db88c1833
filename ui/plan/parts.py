"""The parts of a document for the tree beside its pages, read from its layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.document.blocks import (
    DocumentLayout,
    LayoutBlock,
    Paragraph,
    Role,
    SideBySide,
    Table,
)
from ui.pages.paginator import BlockPlace

_DEPTHS = {Role.SECTION: 0, Role.CLAUSE_TITLE: 1, Role.CLAUSE: 1, Role.POINT: 2}
_NAMED = {
    Role.LEGAL_BASIS: "Căn cứ",
    Role.CLOSING: "Câu kết",
    Role.RECIPIENTS_LABEL: "Nơi nhận",
    Role.SIGNING_LINE: "Chữ ký",
    Role.PARENT_AGENCY: "Đầu văn bản",
    Role.AGENCY: "Đầu văn bản",
    Role.SUBJECT: "Trích yếu",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part's words, how deep it lies, and the block it begins with."""

    title: str
    depth: int
    place: BlockPlace
    is_heading: bool = False


def parts_of(layout: DocumentLayout) -> tuple[Part, ...]:
    """Return the parts in order; each named part once."""
    found: dict[str, Part] = {}
    for part in _parts(layout):
        key = part.title if part.title in _NAMED.values() else f"{part.place}"
        found.setdefault(key, part)
    return tuple(found.values())


def place_of(layout: DocumentLayout, words: str) -> BlockPlace:
    """Return where the paragraph that holds *words* stands; the beginning where none does."""
    for section_place, section in enumerate(layout.sections):
        for block_place, block in enumerate(section.blocks):
            if words and isinstance(block, Paragraph) and words in block.text:
                return BlockPlace(section_place, block_place)
    return BlockPlace(0, 0)


def _parts(layout: DocumentLayout) -> Iterator[Part]:
    for section_place, section in enumerate(layout.sections):
        deepest = 0
        for block_place, block in enumerate(section.blocks):
            place = BlockPlace(section_place, block_place)
            if section_place:
                yield from _annex_parts(block, place)
                continue
            for role in _roles(block):
                if role in _NAMED:
                    yield Part(_NAMED[role], 0, place)
            if isinstance(block, Paragraph) and block.role in _DEPTHS:
                # A khoản may stand right under the title, a điểm under a mục.
                deepest = min(_DEPTHS[block.role], deepest)
                yield Part(block.text, deepest, place, block.role is Role.SECTION)
                deepest += 1


def _annex_parts(block: LayoutBlock, place: BlockPlace) -> Iterator[Part]:
    if isinstance(block, Paragraph) and block.role is Role.ANNEX_LABEL:
        yield Part(block.text, 0, place)
    elif isinstance(block, Table):
        yield Part(f"Bảng: {len(block.rows)} dòng", 1, place)


def _roles(block: LayoutBlock) -> Iterator[Role]:
    if isinstance(block, Paragraph):
        yield block.role
    elif isinstance(block, SideBySide):
        for row in block.rows:
            for cell in row:
                yield from (flow.role for flow in cell if isinstance(flow, Paragraph))
