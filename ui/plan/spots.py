"""What of a plan stands where on its pages: every block of the layout leads to its spot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tthc_desktop.document.blocks import LayoutBlock, PageSection, Paragraph, Role, Rule, SideBySide
from tthc_desktop.domain.plan import Block, BlockKind, Plan
from ui.pages.paginator import BlockPlace


class SpotKind(Enum):
    """What a spot is; those `in_line` are typed where they stand."""

    HEAD = auto()
    NAME = auto()
    TITLE = auto()
    BLOCK = auto()
    TABLE = auto()
    RECIPIENTS = auto()
    SIGNATURE = auto()
    ANNEX_LABEL = auto()
    ANNEX_TITLE = auto()
    ANNEX_NOTE = auto()
    TASKS = auto()


_IN_LINE = frozenset(
    {
        SpotKind.TITLE, SpotKind.BLOCK, SpotKind.ANNEX_LABEL, SpotKind.ANNEX_TITLE,
        SpotKind.ANNEX_NOTE,
    }
)  # fmt: skip
_ROLES = {
    Role.KIND_NAME: SpotKind.NAME,
    Role.SUBJECT: SpotKind.TITLE,
    Role.ANNEX_LABEL: SpotKind.ANNEX_LABEL,
    Role.ANNEX_TITLE: SpotKind.ANNEX_TITLE,
    Role.ATTACHED_TO: SpotKind.ANNEX_NOTE,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of the plan that is edited by itself; `id` is that of its block or annex."""

    kind: SpotKind
    id: str = ""

    @property
    def in_line(self) -> bool:
        """Whether it is typed where it stands on the page."""
        return self.kind in _IN_LINE


HEAD, TITLE = Spot(SpotKind.HEAD), Spot(SpotKind.TITLE)
RECIPIENTS, SIGNATURE = Spot(SpotKind.RECIPIENTS), Spot(SpotKind.SIGNATURE)


def spots_of(plan: Plan, sections: Sequence[PageSection]) -> dict[BlockPlace, Spot]:
    """Return the spot of every block of *sections*, which print all paragraphs of *plan*.

    The foot is that of the recipients; the signature stands beside them.
    """
    spots: dict[BlockPlace, Spot] = {}
    for place, section in enumerate(sections):
        is_main = not place
        annex = None if is_main else plan.annexes[place - 1]
        blocks = plan.blocks if annex is None else annex.blocks
        tail = _tail(section, is_main=is_main, has_tasks=annex is not None and bool(annex.tasks))
        printed = [_spot_of(one) for one in blocks if is_printed(one)]
        first = len(section.blocks) - tail - len(printed)
        found = [*_before(section.blocks[:first], annex.id if annex else ""), *printed]
        if tail:
            found.append(RECIPIENTS if annex is None else Spot(SpotKind.TASKS, annex.id))
        spots |= {BlockPlace(place, at): spot for at, spot in enumerate(found)}
    return spots


def is_printed(block: Block) -> bool:
    """Whether a block stands on the page; a table without rows does not."""
    return block.kind is not BlockKind.TABLE or any(block.rows)


def _tail(section: PageSection, *, is_main: bool, has_tasks: bool) -> int:
    if not is_main:
        return int(has_tasks)
    return int(len(section.blocks) > 1 and isinstance(section.blocks[-1], SideBySide))


def _spot_of(block: Block) -> Spot:
    is_table = block.kind is BlockKind.TABLE
    return Spot(SpotKind.TABLE if is_table else SpotKind.BLOCK, block.id)


def _before(blocks: Sequence[LayoutBlock], annex_id: str) -> Iterator[Spot]:
    """Yield the spots of what stands above the text; a rule belongs to the words over it."""
    spot = HEAD
    for block in blocks:
        if isinstance(block, Paragraph) and block.role in _ROLES:
            spot = Spot(_ROLES[block.role], annex_id)
        elif not isinstance(block, Rule):
            spot = HEAD
        yield spot
