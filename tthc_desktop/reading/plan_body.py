"""The text of a plan becomes blocks: căn cứ, opening, headings, items, dash lines, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.plan import Block, BlockKind, is_closing, is_legal_basis
from tthc_desktop.domain.text_run import Run, joined_runs, runs_text, without_start
from tthc_desktop.reading.findings import Findings
from tthc_desktop.reading.markers import (
    CAPITAL,
    PART,
    ROMAN,
    Marker,
    dash_length,
    marker_of,
)
from tthc_desktop.reading.part_lines import with_whole_parts
from tthc_desktop.reading.section_levels import SectionLevels
from tthc_desktop.reading.soft_items import soft_items
from tthc_desktop.reading.source import SourceItem, SourceParagraph, SourceTable
from tthc_desktop.reading.source_rows import plain_rows

# Styles of our own Word files say of a line that is not bold that it is an item.
_ITEM_STYLES = ("NĐ30 Khoản", "NĐ30 Điểm")
# Word's own numbers may have a word in front: "Mục 1.", "Điều 2.".
_NAMED = re.compile(r"^(?:Mục|Chương|Điều|Khoản|Điểm)\s+", re.IGNORECASE)
# A longer line that is not bold and does not end with a colon carries its own text.
_LONGEST_HEADING = 25


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph with its number or dash told apart from its words."""

    runs: tuple[Run, ...]
    bold: bool
    style: str = ""
    marker: Marker | None = None
    dashed: bool = False
    counted: bool = False


def read_body(items: Sequence[SourceItem], findings: Findings) -> tuple[Block, ...]:
    """Return the blocks of a plan's main text."""
    lines = _lines(items, findings)
    first = next((i for i, one in enumerate(lines) if _is_numbered(one)), len(lines))
    last = max((i for i, one in enumerate(lines) if _is_item(one)), default=first - 1)
    blocks = [
        _before_sections(line, may_close=place > last) for place, line in enumerate(lines[:first])
    ]
    return (*blocks, *_sections(lines[first:], last - first, findings))


def read_annex_text(items: Sequence[SourceItem], findings: Findings) -> tuple[Block, ...]:
    """Return the blocks of an annex's text, which has neither căn cứ nor closing."""
    lines = _lines(items, findings)
    return tuple(_sections(lines, len(lines), findings))


def _lines(items: Sequence[SourceItem], findings: Findings) -> list[_Line | Block]:
    lines: list[_Line | Block] = []
    capital = 0
    for item in with_whole_parts(items):
        if isinstance(item, SourceTable):
            lines.append(Block(new_id(), BlockKind.TABLE, rows=plain_rows(item)))
            continue
        for piece in soft_items(item):
            line = _line(piece, capital)
            if line.marker is not None:
                capital = line.marker.value if line.marker.style == CAPITAL else capital
                findings.skip(line.marker.typed)
            if line.runs:
                lines.append(line)
    return lines


def _line(item: SourceParagraph, capital: int) -> _Line:
    label, runs = item.label, item.runs
    if label is not None and not label.bullet:
        number = _NAMED.sub("", label.text)
        marker = marker_of(f"{number} {item.text}", capital) or marker_of(
            f"{number}. {item.text}", capital
        )
        if marker is not None:
            marker = replace(marker, value=label.value, length=0)
            return _Line(runs, _is_bold(item, runs), item.style, marker, counted=True)
        return _Line(joined_runs((Run(f"{label.text} "), *runs)), item.bold, item.style)
    if label is not None and runs:
        return _Line(
            joined_runs((Run(f"{label.text} "), *runs)), item.bold, item.style, dashed=True
        )
    marker = marker_of(item.text, capital)
    if marker is not None:
        rest = without_start(runs, marker.length)
        return _Line(rest, _is_bold(item, rest), item.style, marker)
    return _Line(runs, item.bold, item.style, dashed=bool(dash_length(item.text)))


def _is_bold(item: SourceParagraph, rest: tuple[Run, ...]) -> bool:
    return item.heading or replace(item, runs=rest).bold


def _is_numbered(line: _Line | Block) -> bool:
    return isinstance(line, _Line) and line.marker is not None


def _is_item(line: _Line | Block) -> bool:
    return isinstance(line, _Line) and (line.marker is not None or line.dashed)


def _before_sections(line: _Line | Block, *, may_close: bool) -> Block:
    if isinstance(line, Block):
        return line
    text = runs_text(line.runs)
    dash = dash_length(text)
    if is_legal_basis(text[dash:]):
        # The whole paragraph is italic in print: that is its layout.
        runs = without_start(line.runs, dash)
        return _block(BlockKind.LEGAL_BASIS, unformatted(runs, bold=line.bold, italic=True))
    if may_close and is_closing(text):
        return _block(BlockKind.CLOSING, line.runs)
    return _block(BlockKind.OPENING, line.runs)


def _sections(lines: Sequence[_Line | Block], last: int, findings: Findings) -> list[Block]:
    levels = SectionLevels(findings)
    blocks: list[Block] = []
    for place, line in enumerate(lines):
        if isinstance(line, Block):
            blocks.append(line)
        elif line.marker is not None:
            level = levels.enter(line.marker, counted=line.counted)
            following = lines[place + 1] if place + 1 < len(lines) else None
            heads = _is_heading(line, following, levels)
            numbering = levels.numbering_of(line.marker, level)
            blocks.append(_numbered(line, numbering, level, heads=heads))
        elif line.dashed:
            blocks.append(_block(BlockKind.DASH, line.runs))
        elif place > last and is_closing(runs_text(line.runs)):
            blocks.append(_block(BlockKind.CLOSING, line.runs))
        else:
            blocks.append(_block(BlockKind.PARAGRAPH, line.runs))
    levels.compare(blocks)
    return blocks


def _numbered(line: _Line, numbering: Numbering, level: int, *, heads: bool) -> Block:
    if not heads:
        return Block(new_id(), BlockKind.ITEM, line.runs, level, numbering)
    runs = unformatted(line.runs, bold=True)
    return Block(new_id(), BlockKind.HEADING, runs, level, numbering)


def _is_heading(line: _Line, following: _Line | Block | None, levels: SectionLevels) -> bool:
    """Whether a numbered line heads what follows (commands.md: bold, or alone above it)."""
    marker = line.marker
    text = runs_text(line.runs)
    if marker is None or marker.style in {PART, ROMAN} or line.bold:
        return True
    if line.style in _ITEM_STYLES:
        return False
    return _stands_alone(text) and following is not None and _is_content(following, levels)


def _stands_alone(text: str) -> bool:
    words = len(text.split())
    if text.endswith(":"):
        return True
    return words <= _LONGEST_HEADING and not text.endswith((".", ";", ","))


def _is_content(line: _Line | Block, levels: SectionLevels) -> bool:
    if isinstance(line, Block):
        return True
    if line.marker is not None:
        return levels.is_deeper(line.marker)
    return line.dashed or not is_closing(runs_text(line.runs))


def _block(kind: BlockKind, runs: tuple[Run, ...]) -> Block:
    return Block(new_id(), kind, runs)


def unformatted(
    runs: tuple[Run, ...], *, bold: bool = False, italic: bool = False
) -> tuple[Run, ...]:
    """Return *runs* without the formats named: they are the layout of the whole line."""
    return joined_runs(
        Run(run.text, run.bold and not bold, run.italic and not italic) for run in runs
    )
