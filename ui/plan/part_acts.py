"""What the menu and the tree do to parts: add, take out, move, change their style."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tthc_desktop.domain.plan import NUMBERED_BLOCKS
from tthc_desktop.domain.style import Style
from tthc_desktop.use_cases import plan_field_acts, plan_outline_acts, plan_text_acts
from tthc_desktop.use_cases.paragraph_style import style_of
from tthc_desktop.use_cases.text_act import TextAct, blocks_beside, place_in
from ui.plan.page_editor import PageEditor
from ui.plan.spots import Spot, SpotKind
from ui.plan.text_doing import TextDoing

_OF_ANNEX = (SpotKind.ANNEX_LABEL, SpotKind.ANNEX_TITLE, SpotKind.ANNEX_NOTE, SpotKind.TASKS)
_MOVED = (SpotKind.BLOCK, SpotKind.TABLE)


class PartActs(QObject):
    """Acts on the current part of the page; `said` carries what the card says."""

    said = Signal(str)

    def __init__(self, pages: PageEditor, doing: TextDoing) -> None:
        """Act on *pages*, every act through *doing*."""
        super().__init__(pages)
        self._pages, self._doing = pages, doing

    @property
    def current(self) -> Spot | None:
        """The part that is acted on, where it is a paragraph or a table."""
        spot = self._pages.open_spot or self._pages.current
        return spot if spot is not None and spot.kind in _MOVED else None

    @property
    def annex_id(self) -> str:
        """The annex of the current part; the only one where there is one; else empty."""
        plan, spot = self._doing.plan, self._pages.open_spot or self._pages.current
        if plan is None:
            return ""
        if spot is not None and spot.kind in _OF_ANNEX:
            return spot.id
        for annex in plan.annexes:
            if spot is not None and any(block.id == spot.id for block in annex.blocks):
                return annex.id
        return plan.annexes[0].id if len(plan.annexes) == 1 else ""

    def add(self) -> None:
        """Begin a new part behind the current one, of its kind, and let its name be typed."""
        plan, spot, newcomer = self._doing.plan, self.current, plan_text_acts.newcomer_id()
        if plan is None:
            return
        act = plan_text_acts.insert_first(Style.SECTION, newcomer, "thêm phần")
        if spot is not None:
            self._doing.write_words(False)
            blocks = blocks_beside(plan, spot.id)
            place = place_in(blocks, spot.id)
            heads = (one for one in reversed(blocks[: place + 1]) if one.kind in NUMBERED_BLOCKS)
            if (head := next(heads, None)) is not None:
                style = style_of(head) or Style.BODY
                last = plan_outline_acts.part_of(plan, head.id)[-1]
                act = plan_text_acts.insert_after(last, style, newcomer, "thêm phần")
        if self._doing.do(act):
            self._pages.open_paragraph(Spot(SpotKind.BLOCK, newcomer))

    def remove(self) -> None:
        """Take the current part out with all that stands under it."""
        plan, spot = self._doing.plan, self.current
        if plan is None or spot is None:
            self.said.emit("Phần này không xóa được. Hãy chọn một mục, khoản hoặc đoạn.")
            return
        self._doing.write_words(False)
        ids = plan_outline_acts.part_of(plan, spot.id)
        name = plan_outline_acts.part_name(plan, spot.id)
        following = self._neighbour(ids)
        self._pages.close_paragraph()
        if self._doing.do(plan_text_acts.delete_blocks(ids, f"xóa {name}")):
            count = f" ({len(ids)} đoạn)" if len(ids) > 1 else ""
            self.said.emit(f"Đã xóa {name}{count}. Ctrl+Z lấy lại được.")
            if following is not None:
                self._pages.choose(following)

    def move(self, step: int) -> None:
        """Move the current part up (-1) or down (1)."""
        if (spot := self.current) is not None:
            self._do_and_follow(plan_outline_acts.move(spot.id, step), spot)

    def change_level(self, way: int) -> None:
        """Bring the current part a level down (1) or up (-1)."""
        if (spot := self.current) is not None:
            act = plan_outline_acts.demote if way > 0 else plan_outline_acts.promote
            self._do_and_follow(act(spot.id), spot)

    def drop(self, moved: Spot, target: Spot, after: bool) -> None:
        """Move a part to where it was dropped."""
        act = plan_outline_acts.move_beside(moved.id, target.id, after=after)
        self._do_and_follow(act, moved)

    def set_style(self, style: Style) -> None:
        """Change what the current paragraph is."""
        if (spot := self.current) is not None and spot.kind is SpotKind.BLOCK:
            self._do_and_follow(plan_outline_acts.set_style((spot.id,), style), spot)

    def add_annex(self) -> None:
        """Begin a new annex at the end."""
        newcomer = plan_text_acts.newcomer_id()
        if self._doing.do(plan_field_acts.add_annex(newcomer)):
            self._pages.open_paragraph(Spot(SpotKind.ANNEX_TITLE, newcomer))

    def remove_annex(self) -> None:
        """Take the current annex out, if it has no tasks."""
        if annex_id := self.annex_id:
            self._pages.close_paragraph()
            self._doing.do(plan_field_acts.remove_annex(annex_id))
        else:
            self.said.emit("Hãy chọn một phụ lục trước.")

    def _do_and_follow(self, act: TextAct, spot: Spot) -> None:
        is_open = self._pages.open_spot is not None
        if self._doing.do(act) and not is_open:
            self._pages.choose(spot)
            self._pages.show_current()

    def _neighbour(self, ids: tuple[str, ...]) -> Spot | None:
        known = self._pages.layout_now
        spots = [one for one in known.places if one.id not in ids] if known else []
        order = list(known.places) if known else []
        gone = next((place for place, one in enumerate(order) if one.id in ids), 0)
        before = [one for one in order[:gone] if one in spots]
        after = [one for one in order[gone:] if one in spots]
        return next(iter(after), before[-1] if before else None)
