"""The words at a spot of the plan, as they are typed, and how their places are counted."""

from __future__ import annotations

from tthc_desktop.domain.plan import Annex, BlockKind
from tthc_desktop.domain.plan_text import PlanTextEdit
from tthc_desktop.domain.text_run import Run, plain_runs
from tthc_desktop.use_cases.paragraph_words import own_runs
from tthc_desktop.use_cases.plan_field_acts import set_annex, set_title
from tthc_desktop.use_cases.plan_text_acts import set_words
from tthc_desktop.use_cases.text_act import TextAct
from ui.plan.live_layout import LiveLayout
from ui.plan.spots import TITLE, Spot, SpotKind

Runs = tuple[Run, ...]


def words_at(known: LiveLayout, spot: Spot) -> Runs | None:
    """Return the words at a spot that is typed where it stands; None where it is no more."""
    if spot.kind is SpotKind.TITLE:
        return plain_runs(known.plan.title)
    if spot.kind is SpotKind.BLOCK:
        block = known.block(spot.id)
        return None if block is None else own_runs(block)
    annex = next((one for one in known.plan.annexes if one.id == spot.id), None)
    return None if annex is None else plain_runs(_words_of(annex, spot.kind))


def writing(spot: Spot, runs: Runs, merges_as: str) -> TextAct:
    """Return the act that writes the words at a spot."""
    text = "".join(one.text for one in runs)
    if spot.kind is SpotKind.BLOCK:
        return set_words(spot.id, runs, merges_as)
    if spot.kind is SpotKind.TITLE:
        return set_title(text, merges_as)
    if spot.kind is SpotKind.ANNEX_LABEL:
        return set_annex(spot.id, label=text, merges_as=merges_as)
    if spot.kind is SpotKind.ANNEX_TITLE:
        return set_annex(spot.id, title=text, merges_as=merges_as)
    return set_annex(spot.id, attached_to=text, merges_as=merges_as)


def changed_spot(edit: PlanTextEdit) -> Spot | None:
    """Return where an edit changed something first; None where that is no spot that is left."""
    before, after = edit.before, edit.after
    if before.title != after.title:
        return TITLE
    lists = [(before.blocks, after.blocks)]
    known = {one.id: one for one in before.annexes}
    lists += [(known[one.id].blocks, one.blocks) for one in after.annexes if one.id in known]
    for old, new in lists:
        if old == new:
            continue
        there = {one.id: one for one in old}
        for place, block in enumerate(new):
            if there.get(block.id) != block or old[place : place + 1] != (block,):
                kind = SpotKind.TABLE if block.kind is BlockKind.TABLE else SpotKind.BLOCK
                return Spot(kind, block.id)
        return Spot(SpotKind.BLOCK, new[-1].id) if new else None
    return None


def units_in(text: str) -> int:
    """Return how many UTF-16 units *text* takes: Qt counts those, the plan counts letters."""
    return len(text.encode("utf-16-le")) // 2


def letters_in(text: str, count: int) -> int:
    """Return how many letters the first *count* UTF-16 units of *text* are."""
    return len(text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore"))


def _words_of(annex: Annex, kind: SpotKind) -> str:
    if kind is SpotKind.ANNEX_LABEL:
        return annex.label
    return annex.title if kind is SpotKind.ANNEX_TITLE else annex.attached_to
