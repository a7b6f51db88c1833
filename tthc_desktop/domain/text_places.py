"""Every text of a plan with the place a person finds it at: "section II.1", "task 3.4"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tthc_desktop.domain.plan import NUMBERED_BLOCKS, Block, BlockKind, Plan
from tthc_desktop.domain.sections import block_numbers

_PLACES = {
    BlockKind.LEGAL_BASIS: "legal_bases",
    BlockKind.OPENING: "opening",
    BlockKind.CLOSING: "closing",
}


class TextPlace(NamedTuple):
    """A text and where it stands; `timing` for the words of a task's time."""

    where: str
    text: str
    timing: bool = False


def text_places(plan: Plan) -> Iterator[TextPlace]:
    """Yield the plan's texts in the order they are printed, follow-up tasks last."""
    for name in (plan.parent_agency, plan.agency):
        yield TextPlace("header", name)
    yield TextPlace("title", plan.title)
    yield from _block_places(plan.blocks, "section")
    for one in plan.recipients:
        yield TextPlace("recipients", one)
    for number, annex in enumerate(plan.annexes, start=1):
        where = f"annex {number}" if len(plan.annexes) > 1 else "annex"
        for text in (annex.title, annex.attached_to):
            yield TextPlace(where, text)
        yield from (TextPlace(where, text) for _, text, _ in _block_places(annex.blocks, where))
    for row in plan.numbered_tasks():
        yield TextPlace(f"task {row.number}", row.task.content)
        yield TextPlace(f"task {row.number}", row.task.timing, timing=True)


def _block_places(blocks: tuple[Block, ...], section: str) -> Iterator[TextPlace]:
    numbers = block_numbers(blocks)
    path: list[str] = []
    for block in blocks:
        if block.kind in NUMBERED_BLOCKS:
            path[block.level - 1 :] = [numbers[block.id].rpartition(".")[2]]
        where = _PLACES.get(block.kind) or f"{section} {'.'.join(path)}".strip()
        texts = [block.text, *(cell for row in block.rows for cell in row)]
        yield from (TextPlace(where, text) for text in texts if text)
