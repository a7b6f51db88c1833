"""The layout of the open plan while it is edited: only what changed is laid out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tthc_desktop.document.annex_layout import lay_out_annex
from tthc_desktop.document.blocks import DocumentLayout, PageSection, Paragraph, Table
from tthc_desktop.document.plan_layout import lay_out_plan
from tthc_desktop.domain.numbering import Numbering, printed_number
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import NUMBERED_BLOCKS, Annex, Block, BlockKind, Plan
from tthc_desktop.domain.sections import block_numbers
from tthc_desktop.domain.text_run import Run, runs_text
from tthc_desktop.use_cases.paragraph_words import DASH, dash_of
from ui.pages.paginator import BlockPlace
from ui.plan.spots import RECIPIENTS, SIGNATURE, Spot, SpotKind, spots_of

# What stands where nothing is written yet, so that the line can be seen and clicked.
_NOTHING = "\u00a0"
Runs = tuple[Run, ...]


class LiveLayout:
    """The plan as it prints, and its paragraphs without words as empty lines."""

    def __init__(self, plan: Plan, directory: Directory, annexes: Sequence[PageSection]) -> None:
        """Lay *plan* out; *annexes* are its annexes as a worker has laid them out already."""
        self.plan = plan
        self._directory = directory
        self._annexes = _known(plan, annexes)
        self.layout = self._laid_out()
        self._count()

    def follow(self, plan: Plan, directory: Directory, annexes: Sequence[PageSection] = ()) -> None:
        """Lay the plan out as it is after an edit; annexes that did not change stay."""
        if directory is not self._directory:
            self._annexes = []
        if annexes:
            self._annexes = _known(plan, annexes)
        self.plan, self._directory = plan, directory
        self.layout = self._laid_out()
        self._count()

    def with_words(self, spot: Spot, runs: Runs) -> DocumentLayout:
        """Return the layout with other words at *spot*, as they are being typed."""
        place = self.places.get(spot)
        if place is None:
            return self.layout
        if spot.kind is not SpotKind.BLOCK:
            return self._with_line(spot, runs_text(runs))
        sections = list(self.layout.sections)
        blocks = list(sections[place.section].blocks)
        known = blocks[place.block]
        if isinstance(known, Paragraph):
            blocks[place.block] = replace(known, runs=self.printed(spot, runs))
        sections[place.section] = replace(sections[place.section], blocks=tuple(blocks))
        return replace(self.layout, sections=tuple(sections))

    def printed(self, spot: Spot, runs: Runs) -> Runs:
        """Return words with the number or dash that is printed before them."""
        before = self.before(spot)
        if not runs:
            return (Run(before or _NOTHING),)
        first, *rest = runs
        return (replace(first, text=before + first.text), *rest) if before else runs

    def before(self, spot: Spot) -> str:
        """Return what the program prints before the words at *spot*: "II. ", "- "."""
        return self._befores.get(spot.id, "")

    def block(self, block_id: str) -> Block | None:
        """Return a block of the plan."""
        return self._blocks.get(block_id)

    def _count(self) -> None:
        lists = (self.plan.blocks, *(annex.blocks for annex in self.plan.annexes))
        self._blocks = {one.id: one for blocks in lists for one in blocks}
        self._befores = {
            block.id: _before(block, numbers) for blocks, numbers in
            ((one, block_numbers(one)) for one in lists) for block in blocks
        }  # fmt: skip
        self.spots = spots_of(self.plan, self.layout.sections)
        self.places: dict[Spot, BlockPlace] = {}
        for place, spot in self.spots.items():
            self.places.setdefault(spot, place)
        if RECIPIENTS in self.places:
            self.places[SIGNATURE] = self.places[RECIPIENTS]

    def _laid_out(self) -> DocumentLayout:
        shown = replace(self.plan, annexes=(), blocks=_shown(self.plan.blocks))
        main = lay_out_plan(replace(shown, title=shown.title or _NOTHING), self._directory)
        self._annexes = [(one, self._annex(one)) for one in self.plan.annexes]
        return replace(main, sections=(*main.sections, *(laid for _, laid in self._annexes)))

    def _annex(self, annex: Annex) -> PageSection:
        """Lay an annex out; its task table stays as it is until the worker brings another."""
        known = next(((one, laid) for one, laid in self._annexes if one.id == annex.id), None)
        if known is None or bool(known[0].tasks) != bool(annex.tasks):
            return lay_out_annex(_shown_annex(annex), self._directory)
        before, laid = known
        if replace(before, tasks=annex.tasks) == annex:
            return laid
        table = laid.blocks[-1]
        has_same_table = (before.headings, before.landscape) == (annex.headings, annex.landscape)
        if not (annex.tasks and has_same_table and isinstance(table, Table)):
            return lay_out_annex(_shown_annex(annex), self._directory)
        head = lay_out_annex(_shown_annex(replace(annex, tasks=())), self._directory)
        return replace(head, blocks=(*head.blocks, table))

    def _with_line(self, spot: Spot, text: str) -> DocumentLayout:
        kept = self._annexes, self.plan
        text = text or _NOTHING
        if spot.kind is SpotKind.TITLE:
            self.plan = replace(self.plan, title=text)
        else:
            annexes = (
                _with_text(one, spot.kind, text) if one.id == spot.id else one
                for one in self.plan.annexes
            )
            self.plan = replace(self.plan, annexes=tuple(annexes))
        layout = self._laid_out()
        self._annexes, self.plan = kept
        return layout


def _with_text(annex: Annex, kind: SpotKind, text: str) -> Annex:
    if kind is SpotKind.ANNEX_LABEL:
        return replace(annex, label=text)
    if kind is SpotKind.ANNEX_TITLE:
        return replace(annex, title=text)
    return replace(annex, attached_to=text)


def _known(plan: Plan, sections: Sequence[PageSection]) -> list[tuple[Annex, PageSection]]:
    """Return annexes with their pages; one with an empty paragraph looks otherwise here."""
    pairs = zip(plan.annexes, sections, strict=False)
    return [
        (annex, laid)
        for annex, laid in pairs
        if annex.title and all(block.text or block.rows for block in annex.blocks)
    ]


def _shown_annex(annex: Annex) -> Annex:
    return replace(annex, blocks=_shown(annex.blocks), title=annex.title or _NOTHING)


def _shown(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(_with_a_line(one) if _is_empty(one) else one for one in blocks)


def _is_empty(block: Block) -> bool:
    return block.kind not in (BlockKind.TABLE, *NUMBERED_BLOCKS) and not block.text


def _with_a_line(block: Block) -> Block:
    return replace(block, runs=(Run(DASH if block.kind is BlockKind.DASH else _NOTHING),))


def _before(block: Block, numbers: dict[str, str]) -> str:
    if block.id in numbers:
        return f"{printed_number(block.numbering or Numbering.ARABIC, numbers[block.id])} "
    return dash_of(block)
