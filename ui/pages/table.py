"""Ruled tables as pieces: a row is one piece unless it is higher than a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Cell, Table
from ui.pages.lines import set_lines
from ui.pages.measures import units_of_mm, units_of_pt
from ui.pages.pieces import Mark, Piece, RuledRow, Text


def table_pieces(table: Table, room: float, *, large: bool) -> Iterator[Piece]:
    """Yield the header and the rows of a table; *room* is the height of a page's text."""
    edges = (0.0, *accumulate(units_of_mm(width) for width in table.widths_mm))
    gap = units_of_pt(nd30.TABLE.gap_before_pt)
    header: tuple[Piece, ...] = ()
    if table.header:
        # What heads the rows never stands without one of them, whatever its look says.
        header = tuple(_head_rows(table, edges, large=large))
        yield replace(header[0], gap=gap)
        yield from header[1:]
    room -= sum(piece.height for piece in header)
    for place, cells in enumerate(table.rows):
        row = _row(cells, edges, large=large)
        if not place:
            # Without a header the first row mostly is the heading.
            is_alone = len(table.rows) == 1
            row = replace(row, gap=0.0 if header else gap, keep=row.keep or not is_alone)
        for piece in (row,) if row.height <= room else _bands(row):
            yield _with_header(piece, header)


def _head_rows(table: Table, edges: tuple[float, ...], *, large: bool) -> Iterator[Piece]:
    for cells, below in zip(table.head, (*table.head[1:], ()), strict=True):
        piece = replace(_row(cells, edges, large=large), keep=True)
        if piece.row:
            row = replace(
                piece.row, unruled_top=_joined(cells, edges), unruled_bottom=_joined(below, edges)
            )
            yield replace(piece, row=row)


def _joined(cells: tuple[Cell, ...], edges: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
    """Return from where to where the cells are one with those above them."""
    found = []
    place = 0
    for cell in cells:
        if cell.joins_above:
            found.append((edges[place], edges[place + cell.span]))
        place += cell.span
    return tuple(found)


def _with_header(piece: Piece, header: tuple[Piece, ...]) -> Piece:
    return replace(piece, row=replace(piece.row, header=header)) if piece.row else piece


def _row(cells: tuple[Cell, ...], edges: tuple[float, ...], *, large: bool) -> Piece:
    side = units_of_mm(nd30.TABLE.cell_side_mm)
    top = units_of_mm(nd30.TABLE.cell_top_mm)
    columns: list[list[Text]] = []
    borders = [edges[0]]
    place = 0
    for cell in cells:
        left, place = edges[place], place + cell.span
        borders.append(edges[place])
        columns.append(_cell(cell, left + side, edges[place] - left - 2 * side, top, large=large))
    inner = max((_bottom(column) for column in columns), default=top)
    marks: list[Mark] = []
    for column in columns:
        down = (inner - _bottom(column)) / 2
        marks.extend(text.moved(0, down) for text in column)
    row = RuledRow(tuple(borders), units_of_pt(nd30.TABLE.border_pt))
    keep = any(nd30.style(cell.role, large=large).keep_with_next for cell in cells)
    return Piece(inner + top, tuple(marks), keep=keep, row=row)


def _cell(cell: Cell, left: float, width: float, top: float, *, large: bool) -> list[Text]:
    style = nd30.style(cell.role, large=large)
    texts: list[Text] = []
    top += units_of_pt(style.before_pt)
    for line in set_lines(cell.runs, style, width):
        texts.append(Text(line, left, top))
        top += line.height
    return texts


def _bottom(texts: list[Text]) -> float:
    return max((text.top + text.line.height for text in texts), default=0.0)


def _bands(row: Piece) -> Iterator[Piece]:
    """Cut a row that no page can hold between its lines, all cells at the same height."""
    texts = sorted((mark for mark in row.marks if isinstance(mark, Text)), key=lambda one: one.top)
    tops = _cuts(texts)
    ends = [*tops[1:], row.height]
    for count, (start, end) in enumerate(zip(tops, ends, strict=True)):
        inside = (text.moved(0, -start) for text in texts if start <= text.top < end)
        part = replace(row.row, opens=count == 0, closes=end == row.height) if row.row else None
        yield replace(row, height=end - start, marks=tuple(inside), row=part)


def _cuts(texts: list[Text]) -> list[float]:
    """Return the tops of the bands: heights at which no line of any cell is cut."""
    cuts = [0.0]
    bottom = texts[0].top + texts[0].line.height
    for text in texts[1:]:
        if text.top >= bottom:
            cuts.append(text.top)
        bottom = max(bottom, text.top + text.line.height)
    return cuts
