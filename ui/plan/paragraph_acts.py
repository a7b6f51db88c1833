"""What the keys of a paragraph do beyond its own words: split, join, level, paste, bold."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject

from tthc_desktop.domain.plan import Block, BlockKind
from tthc_desktop.domain.style import Style
from tthc_desktop.domain.text_run import runs_text
from tthc_desktop.use_cases import plan_outline_acts, plan_text_acts
from tthc_desktop.use_cases.paragraph_guess import Pasted, paste
from tthc_desktop.use_cases.paragraph_words import own_runs
from tthc_desktop.use_cases.text_act import blocks_beside, place_in
from ui.plan.clipboard_paragraphs import pasted_in
from ui.plan.page_editor import PageEditor
from ui.plan.spot_words import units_in
from ui.plan.spots import Spot, SpotKind
from ui.plan.text_doing import TextDoing

_OUTSIDE_LISTS = (BlockKind.PARAGRAPH, BlockKind.OPENING, BlockKind.CLOSING, BlockKind.LEGAL_BASIS)


class ParagraphActs(QObject):
    """Answers the keyboard of the open paragraph."""

    def __init__(self, pages: PageEditor, doing: TextDoing) -> None:
        """Listen to the keys of *pages*; every act goes through *doing*."""
        super().__init__(pages)
        self._pages, self._doing, self._keys = pages, doing, pages.keys
        self._keys.split_asked.connect(self.split)
        self._keys.join_asked.connect(self.join)
        self._keys.level_asked.connect(self.change_level)
        self._keys.pasted.connect(self.paste)
        self._keys.given_up.connect(doing.give_up)

    def split(self) -> None:
        """Begin a new paragraph at the cursor; an empty one in a list leaves the list."""
        spot = self._pages.open_spot
        if spot is None or spot.kind is not SpotKind.BLOCK:
            if spot is not None:
                self._keys.neighbour_asked.emit(1)
            return
        block = self._written(spot)
        if block is None:
            return
        if not own_runs(block):
            if block.kind not in _OUTSIDE_LISTS:
                self._doing.do(plan_outline_acts.set_style((spot.id,), Style.BODY))
            return
        start, _ = self._pages.selection
        newcomer = plan_text_acts.newcomer_id()
        if self._doing.do(plan_text_acts.split(spot.id, start, newcomer)) and start:
            self._pages.open_paragraph(Spot(SpotKind.BLOCK, newcomer))

    def join(self, way: int) -> None:
        """Join with the paragraph before (-1) or after (1); an empty one just goes."""
        spot = self._pages.open_spot
        if spot is None or spot.kind is not SpotKind.BLOCK or self._written(spot) is None:
            return
        plan = self._doing.plan
        assert plan is not None  # noqa: S101 - a paragraph of it is open
        blocks = blocks_beside(plan, spot.id)
        second = place_in(blocks, spot.id) + (1 if way > 0 else 0)
        if not 0 < second < len(blocks):
            return
        first, block = blocks[second - 1], blocks[second]
        if first.kind is not BlockKind.TABLE and not own_runs(first) and own_runs(block):
            self._doing.do(plan_text_acts.delete_blocks((first.id,), "nối đoạn"))
            self._pages.open_paragraph(Spot(SpotKind.BLOCK, block.id))
            return
        at = len(runs_text(own_runs(first)))
        if self._doing.do(plan_text_acts.join_with_before(block.id)):
            joined = bool(own_runs(first)) and bool(own_runs(block)) and way < 0
            self._pages.open_paragraph(Spot(SpotKind.BLOCK, first.id), at + joined)

    def change_level(self, way: int) -> None:
        """Bring the open paragraph a level down (1) or up (-1)."""
        spot = self._pages.open_spot
        if spot is not None and spot.kind is SpotKind.BLOCK:
            act = plan_outline_acts.demote if way > 0 else plan_outline_acts.promote
            self._doing.do(act(spot.id))

    def change_look(self, *, bold: bool | None = None, italic: bool | None = None) -> None:
        """Make what is selected bold or italic, or what is typed next."""
        spot = self._pages.open_spot or self._pages.current
        if spot is None or spot.kind is not SpotKind.BLOCK:
            return
        if self._pages.open_spot is None:
            block = self._block(spot)
            end = len(runs_text(own_runs(block))) if block else 0
            self._doing.do(plan_text_acts.format_words(spot.id, 0, end, bold=bold, italic=italic))
            return
        start, end = self._pages.selection
        if start == end:
            self._keys.type_in(bold=bold, italic=italic)
            return
        chosen = self._keys.selection
        act = plan_text_acts.format_words(spot.id, start, end, bold=bold, italic=italic)
        if self._doing.do(act):
            self._keys.stand_at(chosen[0])
            self._keys.stand_at(chosen[1], selects=True)

    def paste(self, data: QMimeData, *, text_only: bool = False) -> None:
        """Put in what the clipboard holds: into the line, or as paragraphs of their own."""
        spot, pasted = self._pages.open_spot, pasted_in(data, text_only=text_only)
        if spot is None or not pasted:
            return
        if spot.kind is not SpotKind.BLOCK:
            words = " ".join(runs_text(one.runs) for one in pasted)
            self._keys.textCursor().insertText(words)
            return
        self._keys.textCursor().removeSelectedText()
        if self._written(spot) is not None:
            self._paste_at(spot, pasted)

    def _paste_at(self, spot: Spot, pasted: tuple[Pasted, ...]) -> None:
        text = self._keys.toPlainText()
        start, _ = self._pages.selection
        newcomers = [plan_text_acts.newcomer_id() for _ in pasted]
        if not self._doing.do(paste(spot.id, start, pasted, newcomers)):
            return
        if len(pasted) == 1 and text and not pasted[0].rows:
            self._keys.stand_at(self._keys.at + units_in(runs_text(pasted[0].runs)))
            return
        last = Spot(SpotKind.BLOCK, newcomers[-1])
        block = self._block(last) or self._block(spot)
        if block is not None and block.kind is not BlockKind.TABLE:
            rest = len(text.strip()) - start
            end = len(runs_text(own_runs(block))) - max(rest, 0)
            self._pages.open_paragraph(Spot(SpotKind.BLOCK, block.id), max(end, 0))

    def _written(self, spot: Spot) -> Block | None:
        """Write what is typed and return the paragraph as it stands then."""
        self._doing.write_words(False)
        return self._block(spot)

    def _block(self, spot: Spot) -> Block | None:
        known = self._pages.layout_now
        return known.block(spot.id) if known else None
