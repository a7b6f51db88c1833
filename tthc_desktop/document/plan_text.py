"""Blocks of a plan's text as paragraphs and tables of the page."""

from __future__ import annotations

from collections.abc import Iterator

from tthc_desktop.document.blocks import Cell, LayoutBlock, Paragraph, Role, Table
from tthc_desktop.document.column_widths import spread_widths
from tthc_desktop.domain.numbering import Numbering, printed_number
from tthc_desktop.domain.plan import Block, BlockKind
from tthc_desktop.domain.sections import block_numbers
from tthc_desktop.domain.text_run import Run, plain_runs, runs_text

_ROLES = {
    BlockKind.LEGAL_BASIS: Role.LEGAL_BASIS,
    BlockKind.OPENING: Role.BODY,
    BlockKind.PARAGRAPH: Role.BODY,
    BlockKind.DASH: Role.DASH,
    BlockKind.CLOSING: Role.CLOSING,
}
_NUMBER_HEADINGS = ("STT", "TT")


def lay_out_blocks(blocks: tuple[Block, ...], width_mm: float) -> Iterator[LayoutBlock]:
    """Yield what *blocks* print, with computed numbers; a block without text prints nothing."""
    numbers = block_numbers(blocks)
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            if any(block.rows):
                yield _table(block, width_mm)
            continue
        runs = _numbered(block, numbers[block.id]) if block.id in numbers else block.runs
        if runs_text(runs):
            yield Paragraph(role_of(block), runs)


def role_of(block: Block) -> Role:
    """Return the role of a block that is no table."""
    if block.kind is BlockKind.HEADING:
        return Role.SECTION if block.numbering is Numbering.ROMAN else Role.CLAUSE_TITLE
    if block.kind is BlockKind.ITEM:
        return Role.POINT if block.numbering is Numbering.LETTER else Role.CLAUSE
    return _ROLES[block.kind]


def _numbered(block: Block, number: str) -> tuple[Run, ...]:
    """Put the number before the words, in the look of the first of them."""
    printed = printed_number(block.numbering or Numbering.ARABIC, number)
    if not block.runs:
        return (Run(printed),)
    first, *rest = block.runs
    return (Run(f"{printed} {first.text}", first.bold, first.italic), *rest)


def _table(block: Block, width_mm: float) -> Table:
    """A first row that begins with "STT" heads the table: it is repeated on every page."""
    rows = tuple(row for row in block.rows if row)
    widths = spread_widths(rows, width_mm)
    header: tuple[Cell, ...] = ()
    if len(rows) > 1 and rows[0][0].strip(" .").upper() in _NUMBER_HEADINGS:
        header, rows = _row(rows[0], len(widths), Role.TABLE_HEAD), rows[1:]
    return Table(widths, header, tuple(_row(row, len(widths)) for row in rows))


def _row(texts: tuple[str, ...], columns: int, role: Role = Role.TABLE_CELL) -> tuple[Cell, ...]:
    """Return a row's cells; the last one of a short row reaches to the table's edge."""
    spans = [1] * (len(texts) - 1) + [columns - len(texts) + 1]
    return tuple(
        Cell(role, plain_runs(text), span) for text, span in zip(texts, spans, strict=True)
    )
