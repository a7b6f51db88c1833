"""What paragraphs from outside are: typed dashes and numbers told by the readers' own rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.plan import Block, BlockKind, is_legal_basis
from tthc_desktop.domain.style import Style
from tthc_desktop.domain.text_run import Run, runs_text, without_start
from tthc_desktop.reading.markers import ROMAN, Marker, dash_length, marker_of
from tthc_desktop.use_cases.paragraph_style import styled
from tthc_desktop.use_cases.paragraph_words import (
    DASH,
    Runs,
    cleaned,
    cut_at,
    own_runs,
    with_own_runs,
)
from tthc_desktop.use_cases.text_act import Blocks, TextAct, with_blocks

# A line as long as this is no heading, however it is numbered.
_LONGEST_HEADING = 25
_STYLES = {
    Numbering.ROMAN: Style.SECTION,
    Numbering.ARABIC: Style.CLAUSE,
    Numbering.LETTER: Style.POINT,
}


@dataclass(frozen=True, slots=True)
class Pasted:
    """A paragraph from the clipboard, or a table (`rows`)."""

    runs: Runs = ()
    rows: tuple[tuple[str, ...], ...] = ()


def recognised(blocks: Blocks, place: int) -> Block:
    """Return the paragraph at *place* as what its beginning says; only Lời văn is looked at."""
    block = blocks[place]
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    style, words = _guess(block.runs, in_head=False)
    return _made(blocks[:place], block.id, style, words)


def paste(block_id: str, at: int, pasted: Sequence[Pasted], newcomers: Sequence[str]) -> TextAct:
    """Put paragraphs in at a place of a paragraph; *newcomers* are as many ids.

    One paragraph goes into the line. Of several, the first goes on the line it is put in
    (or takes its place, where that is empty) and the last takes the rest of it.
    """

    def change(blocks: Blocks, place: int) -> Iterable[Block]:
        left, right = cut_at(own_runs(blocks[place]), at)
        if len(pasted) == 1 and not pasted[0].rows and runs_text((*left, *right)):
            return _in_line(blocks, place, (*left, *pasted[0].runs, *right))
        return _as_paragraphs(blocks, place, (left, right), pasted, newcomers)

    return TextAct("dán", lambda plan: with_blocks(plan, block_id, change))


def _in_line(blocks: Blocks, place: int, runs: Runs) -> Blocks:
    return (*blocks[:place], with_own_runs(blocks[place], runs), *blocks[place + 1 :])


def _as_paragraphs(
    blocks: Blocks,
    place: int,
    halves: tuple[Runs, Runs],
    pasted: Sequence[Pasted],
    newcomers: Sequence[str],
) -> Blocks:
    left, right = halves
    block = blocks[place]
    made: list[Block] = list(blocks[:place])
    todo = list(zip(pasted, newcomers, strict=True))
    if runs_text(left):
        first, _ = todo.pop(0) if not pasted[0].rows else (Pasted(), "")
        made.append(with_own_runs(block, (*left, *first.runs)))
    in_head = block.kind in (BlockKind.LEGAL_BASIS, BlockKind.OPENING)
    for one, newcomer in todo:
        # What was empty keeps its own id: the cursor stands in it.
        is_first = len(made) == place
        made.append(_block(made, one, block.id if is_first else newcomer, in_head=in_head))
    if runs_text(right):
        last = made[-1]
        is_words = last.kind is not BlockKind.TABLE
        tail = with_own_runs(last, (*own_runs(last), *right)) if is_words else last
        made[-1] = tail
        if not is_words:
            made.append(Block(newcomers[0], BlockKind.PARAGRAPH, right))
    return (*made, *blocks[place + 1 :])


def _block(before: Sequence[Block], one: Pasted, block_id: str, *, in_head: bool) -> Block:
    if one.rows:
        return Block(block_id, BlockKind.TABLE, rows=one.rows)
    style, words = _guess(cleaned(one.runs), in_head=in_head)
    return _made(before, block_id, style, words)


def _made(before: Sequence[Block], block_id: str, style: Style, words: Runs) -> Block:
    if style is Style.DASH:
        return Block(block_id, BlockKind.DASH, words)
    bare = Block(block_id, BlockKind.PARAGRAPH, words)
    return styled((*before, bare), len(before), style)


def _guess(runs: Runs, *, in_head: bool) -> tuple[Style, Runs]:
    text = runs_text(runs)
    if dash := dash_length(text):
        return Style.DASH, _dashed(text[0], without_start(runs, dash))
    if marker := marker_of(text):
        words = without_start(runs, marker.length)
        return _numbered_style(marker, words), words
    if in_head:
        return Style.LEGAL_BASIS if is_legal_basis(text) else Style.OPENING, runs
    return Style.BODY, runs


def _dashed(mark: str, words: Runs) -> Runs:
    # "+" stands below "-" in most offices; every other bullet becomes a dash.
    first, *rest = words
    dash = "+ " if mark == "+" else DASH
    return (Run(dash + first.text, first.bold, first.italic), *rest)


def _numbered_style(marker: Marker, words: Runs) -> Style:
    style = Style.SECTION if marker.style == ROMAN else _STYLES[marker.numbering]
    is_bold = all(one.bold for one in words if one.text.strip())
    is_short = len(runs_text(words).split()) <= _LONGEST_HEADING
    return Style.CLAUSE_TITLE if style is Style.CLAUSE and is_bold and is_short else style
