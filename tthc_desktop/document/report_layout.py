"""A báo cáo on its pages: text in the outline's order, then its annexes turned where they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tthc_desktop.document import nd30
from tthc_desktop.document.annex_heading import lay_out_heading
from tthc_desktop.document.blocks import (
    Cell,
    DocumentLayout,
    LayoutBlock,
    PageSection,
    Role,
    Table,
)
from tthc_desktop.document.letterhead import Head
from tthc_desktop.document.office_document import OfficeDocument, lay_out_document
from tthc_desktop.document.picture_layout import DrawPicture, lay_out_pictures
from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.numbering import Numbering
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Block, BlockKind
from tthc_desktop.domain.reporting.printed import (
    PrintedReport,
    PrintedRow,
    PrintedSection,
    PrintedTable,
    placed_cells,
)
from tthc_desktop.domain.text_run import Run, plain_runs

KIND_NAME = "BÁO CÁO"


def lay_out_report(report: PrintedReport, draw: DrawPicture | None = None) -> DocumentLayout:
    """Return the pages of *report*; without *draw* there is no annex of pictures."""
    document = OfficeDocument(
        Head(report.parent_agency, report.agency, report.number, report.symbol, report.place,
             report.date),
        KIND_NAME,
        report.title,
        tuple(_blocks(report)),
        report.signature,
        report.addressees,
        report.recipients,
        report.archive,
    )  # fmt: skip
    layout = lay_out_document(document, Directory(()))
    main, *others = layout.sections
    annexes = [lay_out_table(one) for one in report.annexes]
    if report.picture_annex is not None and draw is not None:
        annexes.append(lay_out_pictures(report.picture_annex, draw))
    return replace(layout, sections=(main, *others, *annexes))


def _blocks(report: PrintedReport) -> Iterator[Block]:
    for text in report.opening:
        yield _block(BlockKind.OPENING, text)
    for section in report.sections:
        yield _heading(section)
        for text in section.paragraphs:
            kind = BlockKind.DASH if text.startswith("- ") else BlockKind.PARAGRAPH
            yield _block(kind, text)
        for table in section.tables:
            yield Block(new_id(), BlockKind.TABLE, rows=_plain_rows(table))
    yield _block(BlockKind.CLOSING, report.closing)


def _heading(section: PrintedSection) -> Block:
    numbering = Numbering.ROMAN if section.level == 1 else Numbering.ARABIC
    runs = plain_runs(section.heading)
    return Block(new_id(), BlockKind.HEADING, runs, section.level, numbering)


def _block(kind: BlockKind, text: str) -> Block:
    return Block(new_id(), kind, plain_runs(text))


def _plain_rows(table: PrintedTable) -> tuple[tuple[str, ...], ...]:
    head = tuple(cell.text for cell in table.head[-1])
    return (head, *(row.cells for row in table.rows))


def lay_out_table(table: PrintedTable) -> PageSection:
    """Return the pages of one table with its heading."""
    width = nd30.page(landscape=table.landscape).text_width_mm
    blocks: list[LayoutBlock] = [*lay_out_heading(table.label, table.title, table.notes, width)]
    parts = sum(table.widths)
    head = _head(table)
    body = tuple(_row(table, row) for row in table.rows)
    widths = tuple(width * one / parts for one in table.widths)
    *upper, lowest = head
    blocks.append(Table(widths, lowest, body, tuple(upper)))
    return PageSection(tuple(blocks), table.landscape)


def _head(table: PrintedTable) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of the head; below a cell that is several rows high stand empty ones."""
    rows: list[dict[int, Cell]] = [{} for _ in table.head]
    for down, across, cell in placed_cells(table.head):
        for lower in range(cell.rows):
            text = "" if lower else cell.text
            rows[down + lower][across] = Cell(
                Role.TABLE_HEAD, plain_runs(text), cell.span, joins_above=lower > 0
            )
    return tuple(tuple(cells[across] for across in sorted(cells)) for cells in rows)


def _row(table: PrintedTable, row: PrintedRow) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            Role.TABLE_CELL if place in table.left_columns else Role.TABLE_CENTRED,
            (Run(text, bold=row.is_total),) if text else (),
        )
        for place, text in enumerate(row.cells)
    )
