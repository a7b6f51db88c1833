"""Tasks to follow, proposed from the text of a plan that has no table.

One for every form of communication, one for every duty of the organisation section (design.md,
"Plans without a table"). What UBND tỉnh's own office and the press do is no task of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from tthc_desktop.domain.follow_up_words import (
    duty_of,
    is_outside,
    is_passed_over,
    names_forms,
    names_organisation,
    timing_in,
    unit_of_heading,
)
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import NUMBERED_BLOCKS, Block, BlockKind, Plan
from tthc_desktop.domain.sections import block_numbers
from tthc_desktop.vietnamese_text import fold

_LINES = (BlockKind.DASH, BlockKind.ITEM, BlockKind.PARAGRAPH)


class ProposalSource(Enum):
    """What part of the plan a task is proposed from."""

    FORM = "form"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A task to follow: its cells as words, the block it comes from, and why, in Vietnamese.

    `lead` and `timing` are empty where the text names none; `lead` is the office's own name of
    the unit where it has one.
    """

    content: str
    lead: str
    timing: str
    block_id: str
    source: ProposalSource
    why: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text with the headings it stands under, the outermost first."""

    block: Block
    headings: tuple[Block, ...]
    where: str


def propose_follow_up(plan: Plan, directory: Directory) -> tuple[Proposal, ...]:
    """Return the tasks that the text of *plan* asks for and that it does not follow yet.

    A plan with a task table has its tasks: nothing is proposed.
    """
    if any(annex.tasks for annex in plan.annexes):
        return ()
    followed = {fold(task.content) for task in plan.follow_up}
    found: dict[str, Proposal] = {}
    for line in _lines(plan.blocks):
        proposal = _form(line) or _duty(line, directory)
        if proposal is not None and fold(proposal.content) not in followed:
            found.setdefault(fold(proposal.content), proposal)
    return tuple(found.values())


def _lines(blocks: tuple[Block, ...]) -> Iterator[_Line]:
    numbers = block_numbers(blocks)
    open_blocks: list[Block] = []
    for block in blocks:
        if block.kind in NUMBERED_BLOCKS:
            while open_blocks and open_blocks[-1].level >= block.level:
                open_blocks.pop()
        above = tuple(one for one in open_blocks if one.kind is BlockKind.HEADING)
        if block.kind in NUMBERED_BLOCKS:
            open_blocks.append(block)
        if block.kind in _LINES:
            path = [numbers[one.id].rpartition(".")[2] for one in open_blocks]
            yield _Line(block, above, ".".join(path))


def _form(line: _Line) -> Proposal | None:
    """Return the task of a line under "Hình thức tuyên truyền"; lead-in sentences are none."""
    if not line.headings or not names_forms(line.headings[-1].text):
        return None
    if line.block.kind is BlockKind.PARAGRAPH or is_passed_over(line.block.text):
        return None
    text = _bare(line.block.text)
    why = f"Hình thức, mục {line.where}"
    return Proposal(_sentence(text), "", timing_in(text), line.block.id, ProposalSource.FORM, why)


def _duty(line: _Line, directory: Directory) -> Proposal | None:
    """Return the task of a line of the organisation section."""
    place = next((at for at, one in enumerate(line.headings) if names_organisation(one.text)), None)
    if place is None:
        return None
    text = _bare(line.block.text)
    below = line.headings[place + 1 :]
    if is_passed_over(text) or any(is_passed_over(one.text) for one in below):
        return None
    unit, duty = (unit_of_heading(below[-1].text), text) if below else duty_of(text)
    if not duty or is_outside(unit) or (not unit and line.block.kind is BlockKind.PARAGRAPH):
        return None
    lead = known_name(unit, directory)
    why = f"Phân công, mục {line.where}"
    return Proposal(_sentence(duty), lead, timing_in(duty), line.block.id, ProposalSource.DUTY, why)


def known_name(unit: str, directory: Directory) -> str:
    """Return the office's name for *unit*; "Văn phòng Sở" is its Văn phòng. Else the words."""
    for words in (unit, unit.removesuffix(" Sở"), unit.replace(" thuộc Sở", "")):
        if found := directory.find(words):
            return found.name
    return unit


def _bare(text: str) -> str:
    return text.removeprefix("- ").lstrip("-–+•* ").strip()


def _sentence(text: str) -> str:
    bare = text.rstrip(" ;.,…").strip()
    return bare[:1].upper() + bare[1:]
