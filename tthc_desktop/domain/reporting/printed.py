"""A report as it is printed, as plain values: made anew from records, kept once it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tthc_desktop.domain.plan import PartialDate, Signature
from tthc_desktop.domain.reporting.pictures import ReportPicture


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell of a table's head: `span` columns wide, `rows` high."""

    text: str
    span: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of texts; `is_total` sets it in bold."""

    cells: tuple[str, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table with its headings. `widths` are parts of the page; `notes` stand above it.

    The columns `left_columns` (from 0) hold words and stand at the left, the others in the middle.
    """

    label: str
    title: str
    head: tuple[tuple[PrintedCell, ...], ...]
    rows: tuple[PrintedRow, ...]
    widths: tuple[float, ...]
    left_columns: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    landscape: bool = True


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A heading of the outline (`level` 1: I., 2: 1.) with its paragraphs and tables."""

    heading: str
    level: int
    paragraphs: tuple[str, ...] = ()
    tables: tuple[PrintedTable, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedPictures:
    """The annex of pictures with its heading; `note` says what it is attached to."""

    label: str
    title: str
    note: str
    pictures: tuple[ReportPicture, ...]


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """Everything that stands on the pages of a report; its pictures are the last annex."""

    parent_agency: str
    agency: str
    number: str | None
    symbol: str
    place: str
    date: PartialDate
    title: str
    addressees: tuple[str, ...]
    opening: tuple[str, ...]
    sections: tuple[PrintedSection, ...]
    closing: str
    recipients: tuple[str, ...]
    archive: str
    signature: Signature
    annexes: tuple[PrintedTable, ...] = ()
    picture_annex: PrintedPictures | None = None


def placed_cells(
    head: tuple[tuple[PrintedCell, ...], ...],
) -> Iterator[tuple[int, int, PrintedCell]]:
    """Yield the cells of a head with their row and first column, from 0."""
    taken: set[tuple[int, int]] = set()
    for down, cells in enumerate(head):
        across = 0
        for cell in cells:
            while (down, across) in taken:
                across += 1
            yield down, across, cell
            taken |= {
                (down + one, across + other)
                for one in range(cell.rows)
                for other in range(cell.span)
            }
