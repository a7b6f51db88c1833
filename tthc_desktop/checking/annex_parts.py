"""Annexes: what stands behind the foot, each with its label, title and note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tthc_desktop.checking.document_kinds import kind_of
from tthc_desktop.checking.facts import Block, Paragraph
from tthc_desktop.checking.parts import Annex
from tthc_desktop.reading.wording import is_annex_label

ATTACHED = re.compile(r"^\(?\s*(?:(?:ban hành\s+)?kèm\s+theo|đính\s+kèm)\b", re.IGNORECASE)
_MOST_HEAD_LINES = 10
_MOST_NOTE_LINES = 3


def read_annexes(blocks: Sequence[Block]) -> tuple[Annex, ...]:
    """Return the annexes in *blocks*, all behind the foot."""
    starts = list(_starts(blocks))
    return tuple(
        _annex(blocks, start, end, number if len(starts) > 1 else 0)
        for number, (start, end) in enumerate(pairwise((*starts, len(blocks))), 1)
    )


def _starts(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield where annexes begin: at a label, or at the first words if they are labelled by none."""
    labels = [place for place, one in enumerate(blocks) if _has_label(one)]
    first = next((place for place, one in enumerate(blocks) if _says(one)), None)
    if first is not None and first not in labels and _announces(blocks[first:], labels, first):
        yield first
    yield from labels


def _announces(blocks: Sequence[Block], labels: list[int], first: int) -> bool:
    """Whether what follows the foot without a label is an attached part nevertheless."""
    head = _head_lines(blocks[: labels[0] - first] if labels else blocks)
    return any(ATTACHED.match(one.text) or kind_of(one.text) for one in head)


def _annex(blocks: Sequence[Block], start: int, end: int, number: int) -> Annex:
    held = blocks[start:end]
    lines = _head_lines(held)
    label = next((one for one in lines[:1] if is_annex_label(one.text)), None)
    rest = lines[1:] if label else lines
    place = next((n for n, one in enumerate(rest) if ATTACHED.match(one.text)), None)
    section = blocks[start].section
    opens = not any(_says(one) for one in blocks[:start] if one.section == section)
    titles = rest[:place] if place is not None else rest[:1]
    return Annex(
        f"annex {number}" if number else "annex",
        section,
        opens,
        label,
        tuple(titles),
        tuple(_note(rest, place)) if place is not None else (),
        next((kind for one in titles if (kind := kind_of(one.text))), None),
    )


def _note(lines: Sequence[Paragraph], place: int) -> Iterator[Paragraph]:
    """Yield the lines of "(Kèm theo …)" up to its closing bracket, if it has one."""
    held = lines[place : place + _MOST_NOTE_LINES]
    closed = next((n for n, one in enumerate(held) if ")" in one.text), 0)
    yield from held[: closed + 1]


def _head_lines(blocks: Sequence[Block]) -> list[Paragraph]:
    """Return the first lines that say something, also those in the rows of a table."""
    found: list[Paragraph] = []
    for block in blocks:
        held = (block,) if isinstance(block, Paragraph) else block.paragraphs[:_MOST_HEAD_LINES]
        found += [line for one in held for line in one.lines if line.lettered]
        if len(found) >= _MOST_HEAD_LINES:
            break
    return found[:_MOST_HEAD_LINES]


def _has_label(block: Block) -> bool:
    held = (block,) if isinstance(block, Paragraph) else block.paragraphs[:2]
    return any(is_annex_label(line.text) for one in held for line in one.lines[:1])


def _says(block: Block) -> bool:
    return bool(block.lettered) if isinstance(block, Paragraph) else True
