"""Tables as Word has them: the invisible ones of head and foot, and the ruled ones.

Rows are built element by element: python-docx's cells cost a hundred times as much.
"""

from __future__ import annotations

from collections.abc import Iterator

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import Cell, Flow, SideBySide, Table
from tthc_desktop.document.word_paragraphs import add_cell_words, add_flow, add_part_end
from tthc_desktop.document.word_xml import (
    Element,
    add,
    column_twips,
    eighth_points,
    twips_of_mm,
    twips_of_pt,
)

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def add_side_by_side(parent: Element, columns: SideBySide) -> None:
    """Add an invisible table of two columns."""
    widths = column_twips(columns.widths_mm)
    gap = nd30.SIGNATURE.gap_before_pt if columns.keep_together else 0.0
    table = _add_table(parent, widths, visible=False, margins=(twips_of_pt(gap), 0, 0, 0))
    for cells in columns.rows:
        row = add(table, "tr")
        add(add(row, "trPr"), "cantSplit")
        for flow, width, width_mm in zip(cells, widths, columns.widths_mm, strict=True):
            _add_flow_cell(row, flow, width, width_mm)


def add_ruled_table(parent: Element, table: Table, *, keep_last_row: bool) -> None:
    """Add a ruled table with its repeated header row.

    *keep_last_row*: the signature below never stands on a page without the table's end.
    A first row is no page's last one either: without a header it mostly is the heading.
    """
    widths = column_twips(table.widths_mm)
    side, top = twips_of_mm(nd30.TABLE.cell_side_mm), twips_of_mm(nd30.TABLE.cell_top_mm)
    element = _add_table(parent, widths, visible=True, margins=(top, side, top, side))
    for place, cells in enumerate(table.head):
        below = table.head[place + 1] if place + 1 < len(table.head) else ()
        _add_row(element, cells, widths, repeated=True, below=below)
    last = len(table.rows) - 1
    for number, cells in enumerate(table.rows):
        keep = keep_last_row if number == last else not number
        _add_row(element, cells, widths, keep=keep)


def _add_table(
    parent: Element, widths: list[int], *, visible: bool, margins: tuple[int, int, int, int]
) -> Element:
    table = add(parent, "tbl")
    properties = add(table, "tblPr")
    add(properties, "tblW", w=sum(widths), type="dxa")
    add(properties, "tblInd", w=0, type="dxa")
    if visible:
        _add_borders(properties)
    add(properties, "tblLayout", type="fixed")
    # Word reads the margins only where they stand before the look.
    cell_margins = add(properties, "tblCellMar")
    for edge, width in zip(_EDGES, margins, strict=False):
        add(cell_margins, edge, w=width, type="dxa")
    add(properties, "tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0,
        noHBand=1, noVBand=1)  # fmt: skip
    grid = add(table, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)
    return table


def _add_borders(properties: Element) -> None:
    borders = add(properties, "tblBorders")
    thickness = eighth_points(nd30.TABLE.border_pt)
    for edge in _EDGES:
        add(borders, edge, val="single", sz=thickness, space=0, color="000000")


def _add_flow_cell(row: Element, flow: tuple[Flow, ...], width: int, width_mm: float) -> None:
    cell = _add_cell(row, width)
    for one in flow:
        add_flow(cell, one, width_mm)
    if not flow:
        add_part_end(cell)


def _add_row(
    table: Element,
    cells: tuple[Cell, ...],
    widths: list[int],
    *,
    repeated: bool = False,
    keep: bool = False,
    below: tuple[Cell, ...] = (),
) -> None:
    row = add(table, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if repeated:
        add(properties, "tblHeader")
    # Word keeps a row with the next one when its paragraphs say so.
    keep = keep or any(nd30.STYLES[cell.role].keep_with_next for cell in cells)
    place = 0
    joined_below = {start for start, one in _starts(below) if one.joins_above}
    for start, cell in _starts(cells):
        width = sum(widths[place : place + cell.span])
        place += cell.span
        merge = "continue" if cell.joins_above else "restart" if start in joined_below else ""
        element = _add_cell(row, width, span=cell.span, middle=True, merge=merge)
        add_cell_words(element, cell.role, cell.runs, keep_with_next=keep)


def _starts(cells: tuple[Cell, ...]) -> Iterator[tuple[int, Cell]]:
    """Yield each cell with the column it begins in."""
    start = 0
    for cell in cells:
        yield start, cell
        start += cell.span


def _add_cell(
    row: Element, width: int, *, span: int = 1, middle: bool = False, merge: str = ""
) -> Element:
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=width, type="dxa")
    if span > 1:
        add(properties, "gridSpan", val=span)
    if merge:
        add(properties, "vMerge", val=merge)
    if middle:
        add(properties, "vAlign", val="center")
    return cell
