"""Acts of a person on the paragraphs of a plan: words, splitting, joining, adding, deleting.

Every act is a `TextAct`; nothing is written here. Places in a paragraph count the characters
of its own words, without number and dash (`paragraph_words`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.plan import NUMBERED_BLOCKS, Block, BlockKind, Plan
from tthc_desktop.domain.style import Style
from tthc_desktop.domain.text_run import Run, runs_text
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.paragraph_guess import recognised
from tthc_desktop.use_cases.paragraph_style import styled
from tthc_desktop.use_cases.paragraph_words import (
    cut_at,
    formatted,
    own_runs,
    with_own_runs,
)
from tthc_desktop.use_cases.text_act import Blocks, TextAct, with_blocks
from tthc_desktop.vietnamese_text import clean_text

_KEEPS_ITS_KIND = (BlockKind.ITEM, BlockKind.DASH, BlockKind.LEGAL_BASIS, BlockKind.OPENING)


def set_words(block_id: str, runs: Iterable[Run], merges_as: str = "") -> TextAct:
    """Give a paragraph other words."""
    words = tuple(runs)

    def change(blocks: Blocks, place: int) -> Blocks:
        return _with(blocks, place, with_own_runs(blocks[place], words))

    return TextAct("sửa đoạn", lambda plan: with_blocks(plan, block_id, change), merges_as)


def recognise(block_id: str, merges_as: str = "") -> TextAct:
    """Let a paragraph that was typed with a dash or a number become what it looks like."""

    def change(blocks: Blocks, place: int) -> Blocks:
        return _with(blocks, place, recognised(blocks, place))

    return TextAct("sửa đoạn", lambda plan: with_blocks(plan, block_id, change), merges_as)


def format_words(
    block_id: str, start: int, end: int, *, bold: bool | None = None, italic: bool | None = None
) -> TextAct:
    """Make the characters from *start* to *end* bold or italic, or take that from them."""

    def change(blocks: Blocks, place: int) -> Blocks:
        block = blocks[place]
        runs = formatted(own_runs(block), start, end, bold=bold, italic=italic)
        return _with(blocks, place, with_own_runs(block, runs))

    words = "chữ đậm" if bold is not None else "chữ nghiêng"
    return TextAct(words, lambda plan: with_blocks(plan, block_id, change))


def split(block_id: str, at: int, newcomer: str) -> TextAct:
    """Cut a paragraph in two; the second half gets the id *newcomer*.

    At the beginning the empty newcomer stands before, so that a heading keeps its section.
    """

    def change(blocks: Blocks, place: int) -> Blocks:
        block = blocks[place]
        left, right = cut_at(own_runs(block), at)
        if not runs_text(left) and runs_text(right):
            empty = _following(blocks, place, newcomer)
            return (*blocks[:place], empty, *blocks[place:])
        first = with_own_runs(block, left)
        second = with_own_runs(_following(blocks, place, newcomer), right)
        return (*blocks[:place], first, second, *blocks[place + 1 :])

    return TextAct("tách đoạn", lambda plan: with_blocks(plan, block_id, change))


def join_with_before(block_id: str) -> TextAct:
    """Put the words of a paragraph behind those of the one before, which it becomes part of.

    Raises Refused after a table.
    """

    def change(blocks: Blocks, place: int) -> Blocks:
        if not place:
            return blocks
        before, block = blocks[place - 1], blocks[place]
        if before.kind is BlockKind.TABLE:
            message = "Đoạn này đứng sau một bảng nên không nối lên được. Chưa thay đổi gì."
            raise Refused(message)
        words = (*own_runs(before), *_spaced(own_runs(before), own_runs(block)))
        return (*blocks[: place - 1], with_own_runs(before, words), *blocks[place + 1 :])

    return TextAct("nối đoạn", lambda plan: with_blocks(plan, block_id, change))


def insert_after(block_id: str, style: Style, newcomer: str, words: str = "thêm đoạn") -> TextAct:
    """Put an empty paragraph of *style* behind a paragraph."""

    def change(blocks: Blocks, place: int) -> Blocks:
        bare = Block(newcomer, BlockKind.PARAGRAPH)
        longer = (*blocks[: place + 1], bare, *blocks[place + 1 :])
        return _with(longer, place + 1, styled(longer, place + 1, style))

    return TextAct(words, lambda plan: with_blocks(plan, block_id, change))


def insert_first(style: Style, newcomer: str, words: str = "thêm đoạn") -> TextAct:
    """Put an empty paragraph of *style* at the end of the main text, before its closing."""

    def change(plan: Plan) -> Plan:
        end = len(plan.blocks)
        while end and plan.blocks[end - 1].kind is BlockKind.CLOSING and style is not Style.CLOSING:
            end -= 1
        bare = Block(newcomer, BlockKind.PARAGRAPH)
        longer = (*plan.blocks[:end], bare, *plan.blocks[end:])
        return replace(plan, blocks=_with(longer, end, styled(longer, end, style)))

    return TextAct(words, change)


def delete_blocks(block_ids: Collection[str], words: str = "xóa đoạn") -> TextAct:
    """Take paragraphs and tables out."""
    gone = frozenset(block_ids)

    def change(plan: Plan) -> Plan:
        annexes = (
            replace(one, blocks=_without(one.blocks, gone))
            if any(block.id in gone for block in one.blocks)
            else one
            for one in plan.annexes
        )
        return replace(plan, blocks=_without(plan.blocks, gone), annexes=tuple(annexes))

    return TextAct(words, change)


def set_table(block_id: str, rows: Iterable[Iterable[str]]) -> TextAct:
    """Give a table of the text other cells; rows without any word are dropped."""
    cells = (tuple(clean_text(cell) for cell in row) for row in rows)
    kept = tuple(row for row in cells if any(row))

    def change(blocks: Blocks, place: int) -> Blocks:
        return _with(blocks, place, replace(blocks[place], rows=kept))

    return TextAct("sửa bảng", lambda plan: with_blocks(plan, block_id, change))


def _following(blocks: Blocks, place: int, newcomer: str) -> Block:
    """Return the empty paragraph that Enter makes behind, or at the start of, a paragraph."""
    block = blocks[place]
    if block.kind in _KEEPS_ITS_KIND:
        return replace(block, id=newcomer, runs=())
    after = blocks[place + 1] if place + 1 < len(blocks) else None
    lists = block.kind in NUMBERED_BLOCKS and after is not None and after.kind is BlockKind.DASH
    kind = BlockKind.DASH if lists else BlockKind.PARAGRAPH
    return Block(newcomer, BlockKind.CLOSING if block.kind is BlockKind.CLOSING else kind)


def _spaced(before: tuple[Run, ...], after: tuple[Run, ...]) -> tuple[Run, ...]:
    needs_blank = bool(before) and bool(after)
    return (Run(" ", after[0].bold, after[0].italic), *after) if needs_blank else after


def _with(blocks: Blocks, place: int, block: Block) -> Blocks:
    return (*blocks[:place], block, *blocks[place + 1 :])


def _without(blocks: Blocks, gone: frozenset[str]) -> Blocks:
    return tuple(one for one in blocks if one.id not in gone)


def newcomer_id() -> str:
    """Return an id for a paragraph that an act makes."""
    return new_id()
