"""The words of a paragraph as a person edits them: without the number, without the dash."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tthc_desktop.domain.plan import Block, BlockKind
from tthc_desktop.domain.text_run import Run, joined_runs, runs_text, without_start
from tthc_desktop.reading.markers import dash_length
from tthc_desktop.reading.run_cleaning import clean_runs

DASH = "- "
Runs = tuple[Run, ...]


def cleaned(runs: Iterable[Run]) -> Runs:
    """Return *runs* cleaned as all text on its way in, on one line."""
    return joined_runs(clean_runs(runs))


def dash_of(block: Block) -> str:
    """Return what stands before the words of a dash line: "- ", "+ "; empty for others."""
    if block.kind is not BlockKind.DASH:
        return ""
    return block.text[: dash_length(block.text)] or DASH


def own_runs(block: Block) -> Runs:
    """Return the words of a paragraph without its dash."""
    if block.kind is not BlockKind.DASH:
        return block.runs
    return without_start(block.runs, dash_length(block.text))


def with_own_runs(block: Block, runs: Iterable[Run]) -> Block:
    """Return *block* with other words, cleaned; the dash of a dash line stays."""
    words = cleaned(runs)
    if block.kind is BlockKind.DASH:
        words = without_start(words, dash_length(runs_text(words)))
        words = _after_dash(dash_of(block), words)
    return replace(block, runs=words)


def cut_at(runs: Iterable[Run], at: int) -> tuple[Runs, Runs]:
    """Return *runs* in two halves; *at* counts characters."""
    left: list[Run] = []
    right: list[Run] = []
    for run in runs:
        kept = max(0, min(at, len(run.text)))
        at -= len(run.text)
        for side, text in ((left, run.text[:kept]), (right, run.text[kept:])):
            if text:
                side.append(replace(run, text=text))
    return tuple(left), tuple(right)


def formatted(
    runs: Runs, start: int, end: int, *, bold: bool | None = None, italic: bool | None = None
) -> Runs:
    """Return *runs* with the characters from *start* to *end* made bold or italic, or not."""
    before, rest = cut_at(runs, start)
    middle, after = cut_at(rest, end - start)
    changed = (
        Run(
            one.text,
            one.bold if bold is None else bold,
            one.italic if italic is None else italic,
        )
        for one in middle
    )
    return joined_runs((*before, *changed, *after))


def _after_dash(dash: str, words: Runs) -> Runs:
    # A dash line without words prints nothing rather than a lone dash.
    if not words:
        return ()
    first, *rest = words
    return (replace(first, text=dash + first.text), *rest)
