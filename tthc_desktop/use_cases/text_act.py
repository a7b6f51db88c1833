"""An act on a plan's text: the words by which it is undone, and what it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tthc_desktop.domain.plan import Block, Plan
from tthc_desktop.errors import Refused

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TextAct:
    """What `ui.session.plan_editor.PlanEditor.do_text` takes.

    `change` leads from the plan to the plan after the act and may raise Refused; `merges_as`
    is equal for acts that one undo takes back together.
    """

    words: str
    change: Callable[[Plan], Plan]
    merges_as: str = ""


def blocks_beside(plan: Plan, block_id: str) -> Blocks:
    """Return the list a block stands in: the main text's or an annex's.

    Raises Refused where the block is in the plan no more.
    """
    for blocks in (plan.blocks, *(annex.blocks for annex in plan.annexes)):
        if any(one.id == block_id for one in blocks):
            return blocks
    message = "Đoạn này không còn trong kế hoạch. Hãy chọn đoạn khác. Chưa thay đổi gì."
    raise Refused(message)


def place_in(blocks: Blocks, block_id: str) -> int:
    """Return where a block stands in its list."""
    return next(place for place, one in enumerate(blocks) if one.id == block_id)


def with_blocks(
    plan: Plan, block_id: str, change: Callable[[Blocks, int], Iterable[Block]]
) -> Plan:
    """Return the plan with the list of *block_id* changed; *change* is told list and place."""
    known = blocks_beside(plan, block_id)
    changed = tuple(change(known, place_in(known, block_id)))
    if known is plan.blocks:
        return replace(plan, blocks=changed)
    annexes = (replace(one, blocks=changed) if one.blocks is known else one for one in plan.annexes)
    return replace(plan, annexes=tuple(annexes))
