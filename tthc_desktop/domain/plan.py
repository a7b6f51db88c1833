"""A plan: its head, its text as blocks, its annexes with task tables, its foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.task import (
    NumberedTask,
    Task,
    numbered,
    numbered_follow_up,
)
from tthc_desktop.domain.text_run import Run, runs_text


class PlanKind(StrEnum):
    """Kế hoạch kiểm soát TTHC, kế hoạch truyền thông, or another plan."""

    CONTROL = "control"
    COMMUNICATION = "communication"
    OTHER = "other"


class PlanState(StrEnum):
    """Where a plan stands; `reference` is another agency's plan, kept to compare with."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    ISSUED = "issued"
    CLOSED = "closed"
    REFERENCE = "reference"


class BlockKind(StrEnum):
    """What a paragraph of the plan's text is; number and look follow from it."""

    LEGAL_BASIS = "legal_basis"
    OPENING = "opening"
    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    DASH = "dash"
    TABLE = "table"
    CLOSING = "closing"


NUMBERED_BLOCKS = (BlockKind.HEADING, BlockKind.ITEM)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table of the plan's text.

    `level` counts from 1 for headings and items (I., 1., a)), 0 for the rest. A heading
    stands alone above other content; an item is a numbered line that carries its own text.
    A dash line's text keeps its "- ". `rows` only for a table.
    """

    id: str
    kind: BlockKind
    runs: tuple[Run, ...] = ()
    level: int = 0
    numbering: Numbering | None = None
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """The block's plain text, without its computed number."""
        return runs_text(self.runs)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which a draft may leave parts blank."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    def as_date(self) -> date | None:
        """Return the whole date, or None while a part is blank or the day does not exist."""
        if self.day is None or self.month is None or self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines above the name ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC") and the name."""

    lines: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex; `tasks` is its task table (empty where it has none).

    `headings` are the five column headings of the table in the office's own words, in the
    order number, content, lead, co-ordinating, timing. `blocks` stand before the table.
    """

    id: str
    label: str = ""
    title: str = ""
    attached_to: str = ""
    headings: tuple[str, ...] = ()
    landscape: bool = False
    blocks: tuple[Block, ...] = ()
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan. `follow_up` are tasks that are followed but not printed."""

    id: str
    kind: PlanKind
    year: int
    state: PlanState = PlanState.DRAFT
    parent_agency: str = ""
    agency: str = ""
    number: str | None = None
    symbol: str = ""
    place: str = ""
    date: PartialDate = PartialDate()
    title: str = ""
    blocks: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    archive: str = ""
    drafter: str | None = None
    signature: Signature = Signature()
    annexes: tuple[Annex, ...] = ()
    follow_up: tuple[Task, ...] = ()

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """Return the blocks of the main text that are of one of *kinds*, in order."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    def numbered_tasks(self) -> Iterator[NumberedTask]:
        """Yield every task of every annex and then the follow-up tasks, with numbers."""
        for annex in self.annexes:
            yield from numbered(annex.tasks)
        yield from numbered_follow_up(self.follow_up)


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A plan's content as it was issued under a number on a day: frozen, laid out again."""

    id: str
    version: int
    number: str
    issued_on: date
    content: Plan


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """What a list of plans shows."""

    id: str
    kind: PlanKind
    year: int
    title: str
    state: PlanState
    number: str | None
    symbol: str


def is_legal_basis(text: str) -> bool:
    """Whether a paragraph before the first section is a căn cứ (commands.md, legal_bases)."""
    return text.startswith(("Căn cứ", "Thực hiện", "Theo ", "Xét "))


def is_closing(text: str) -> bool:
    """Whether a paragraph after the last item closes the plan (commands.md, closing)."""
    return text.startswith(("Trên đây", "Trong quá trình", "Đề nghị"))
