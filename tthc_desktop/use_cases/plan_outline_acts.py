"""Acts on the order and the depth of a plan's text: a numbered line moves with its section."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.plan import NUMBERED_BLOCKS, Block, BlockKind, Plan
from tthc_desktop.domain.sections import block_numbers
from tthc_desktop.domain.style import Style
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.paragraph_style import DEPTHS, style_of, styled
from tthc_desktop.use_cases.text_act import (
    Blocks,
    TextAct,
    blocks_beside,
    place_in,
    with_blocks,
)

_BEFORE_SECTIONS = (BlockKind.LEGAL_BASIS, BlockKind.OPENING)
_NAMES = {Style.SECTION: "mục", Style.CLAUSE_TITLE: "khoản", Style.CLAUSE: "khoản",
          Style.POINT: "điểm"}  # fmt: skip


def section_end(blocks: Blocks, place: int) -> int:
    """Return the place behind the section that the block at *place* begins."""
    head = blocks[place]
    if head.kind not in NUMBERED_BLOCKS:
        return place + 1
    for end in range(place + 1, len(blocks)):
        one = blocks[end]
        if one.kind is BlockKind.CLOSING:
            return end
        if one.kind in NUMBERED_BLOCKS and one.level <= head.level:
            return end
    return len(blocks)


def part_name(plan: Plan, block_id: str) -> str:
    """Return how a person names a part: "phần II", "khoản 1", "gạch đầu dòng"."""
    blocks = blocks_beside(plan, block_id)
    block = blocks[place_in(blocks, block_id)]
    style = style_of(block)
    if style is None:
        return "bảng"
    if style in _NAMES:
        name = "phần" if style is Style.SECTION else _NAMES[style]
        return f"{name} {block_numbers(blocks)[block_id]}"
    return "đoạn" if style is Style.BODY else style.value[0].lower() + style.value[1:]


def part_of(plan: Plan, block_id: str) -> tuple[str, ...]:
    """Return the ids of a part: a numbered line with all that stands under it."""
    blocks = blocks_beside(plan, block_id)
    place = place_in(blocks, block_id)
    return tuple(one.id for one in blocks[place : section_end(blocks, place)])


def set_style(block_ids: Collection[str], style: Style) -> TextAct:
    """Change what paragraphs are; tables stay."""

    def change(plan: Plan) -> Plan:
        for block_id in block_ids:
            plan = with_blocks(plan, block_id, as_style)
        return plan

    def as_style(blocks: Blocks, place: int) -> Blocks:
        if blocks[place].kind is BlockKind.TABLE:
            return blocks
        return (*blocks[:place], styled(blocks, place, style), *blocks[place + 1 :])

    return TextAct(f"đổi thành {style.value.lower()}", change)


def move(block_id: str, step: int) -> TextAct:
    """Move a part one place up (-1) or down (1) among its like; at the end nothing happens."""

    def change(blocks: Blocks, place: int) -> Blocks:
        end = section_end(blocks, place)
        if step < 0:
            before = _before(blocks, place)
            return _swapped(blocks, before, place, end) if before is not None else blocks
        after = _after(blocks, place, end)
        return _swapped(blocks, place, end, after) if after is not None else blocks

    words = "chuyển lên" if step < 0 else "chuyển xuống"
    return TextAct(words, lambda plan: with_blocks(plan, block_id, change))


def move_beside(block_id: str, target_id: str, *, after: bool) -> TextAct:
    """Move a part before or behind another one, where it was dropped.

    Raises Refused where the target is in the moved part or in another annex.
    """

    def change(blocks: Blocks, place: int) -> Blocks:
        end = section_end(blocks, place)
        moved, rest = blocks[place:end], (*blocks[:place], *blocks[end:])
        if not any(one.id == target_id for one in rest):
            message = "Không chuyển vào chỗ này được. Hãy thả ở chỗ khác. Chưa thay đổi gì."
            raise Refused(message)
        target = place_in(rest, target_id)
        cut = section_end(rest, target) if after else target
        return (*rest[:cut], *moved, *rest[cut:])

    return TextAct("chuyển phần", lambda plan: with_blocks(plan, block_id, change))


def promote(block_id: str) -> TextAct:
    """Bring a part one level up: it becomes what the line above it is.

    Raises Refused on the highest level.
    """

    def change(blocks: Blocks, place: int) -> Blocks:
        above = _above(blocks, place)
        if above is None:
            raise Refused(_not_moved("cao nhất"))
        if blocks[place].kind not in NUMBERED_BLOCKS:
            style = style_of(above)
            assert style is not None  # noqa: S101 - what numbers stand above is no table
            return _only(blocks, place, styled(blocks, place, style))
        return _shifted(blocks, place, -1, above.numbering)

    return TextAct("lên một cấp", lambda plan: with_blocks(plan, block_id, change))


def demote(block_id: str) -> TextAct:
    """Bring a part one level down, under the one before it.

    A Lời văn becomes a dash line, and so does a điểm, which has nothing below it. Raises
    Refused on the lowest level, and where nothing stands before it to go under.
    """

    def change(blocks: Blocks, place: int) -> Blocks:
        block = blocks[place]
        if block.kind not in NUMBERED_BLOCKS:
            if block.kind is not BlockKind.PARAGRAPH:
                raise Refused(_not_moved("thấp nhất"))
            return _only(blocks, place, styled(blocks, place, Style.DASH))
        if block.numbering is Numbering.LETTER:
            return _only(blocks, place, styled(blocks, place, Style.DASH))
        if _brother(blocks, place) is None:
            message = "Không có phần nào cùng cấp đứng trước để đưa vào trong. Chưa thay đổi gì."
            raise Refused(message)
        return _shifted(blocks, place, 1, None)

    return TextAct("xuống một cấp", lambda plan: with_blocks(plan, block_id, change))


def _not_moved(level: str) -> str:
    return f"Đoạn này đã ở cấp {level}. Chưa thay đổi gì."


def _only(blocks: Blocks, place: int, block: Block) -> Blocks:
    return (*blocks[:place], block, *blocks[place + 1 :])


def _above(blocks: Blocks, place: int) -> Block | None:
    """Return the numbered line under which the block at *place* stands."""
    block = blocks[place]
    if block.kind in (*_BEFORE_SECTIONS, BlockKind.CLOSING, BlockKind.TABLE):
        return None
    level = block.level if block.kind in NUMBERED_BLOCKS else len(blocks) + 1
    heads = (one for one in reversed(blocks[:place]) if one.kind in NUMBERED_BLOCKS)
    return next((one for one in heads if one.level < level), None)


def _brother(blocks: Blocks, place: int) -> Block | None:
    for one in reversed(blocks[:place]):
        if one.kind in NUMBERED_BLOCKS and one.level <= blocks[place].level:
            return one if one.level == blocks[place].level else None
    return None


def _shifted(blocks: Blocks, place: int, step: int, numbering: Numbering | None) -> Blocks:
    """Shift a section by a level; its head gets *numbering*, else the next one down."""
    end = section_end(blocks, place)
    made = list(blocks)
    for at in range(place, end):
        one = made[at]
        if one.kind not in NUMBERED_BLOCKS or one.numbering is None:
            continue
        wanted = numbering if at == place and numbering else _next(one.numbering, step)
        if wanted is None:
            made[at] = styled(tuple(made), at, Style.DASH)
            continue
        made[at] = replace(_looking(made, at, wanted), level=one.level + step)
    return tuple(made)


def _next(numbering: Numbering, step: int) -> Numbering | None:
    depth = DEPTHS[numbering] + step
    if step < 0:
        depth = max(depth, 1)
    return next((one for one, place in DEPTHS.items() if place == depth), None)


def _looking(blocks: list[Block], place: int, numbering: Numbering) -> Block:
    """Return a numbered line with another numbering; a Mục is always a heading."""
    block = blocks[place]
    if numbering is Numbering.ROMAN:
        return styled(tuple(blocks), place, Style.SECTION)
    return replace(block, numbering=numbering)


def _zone(block: Block) -> int:
    if block.kind in _BEFORE_SECTIONS:
        return 0
    return 2 if block.kind is BlockKind.CLOSING else 1


def _before(blocks: Blocks, place: int) -> int | None:
    """Return the beginning of what the part at *place* changes places with."""
    block = blocks[place]
    if block.kind in NUMBERED_BLOCKS:
        for at in range(place - 1, -1, -1):
            one = blocks[at]
            if one.kind in NUMBERED_BLOCKS and one.level <= block.level:
                return at if one.level == block.level else None
        return None
    return place - 1 if place and _zone(blocks[place - 1]) == _zone(block) else None


def _after(blocks: Blocks, place: int, end: int) -> int | None:
    """Return the end of what the part from *place* to *end* changes places with."""
    if end >= len(blocks):
        return None
    block, following = blocks[place], blocks[end]
    if block.kind in NUMBERED_BLOCKS:
        is_like = following.kind in NUMBERED_BLOCKS and following.level == block.level
        return section_end(blocks, end) if is_like else None
    return end + 1 if _zone(following) == _zone(block) else None


def _swapped(blocks: Blocks, first: int, middle: int, end: int) -> Blocks:
    return (*blocks[:first], *blocks[middle:end], *blocks[first:middle], *blocks[end:])
