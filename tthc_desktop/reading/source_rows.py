"""Rows of tables on the grid of their columns."""

from __future__ import annotations

from collections.abc import Iterator

from tthc_desktop.reading.source import SourceCell, SourceTable


def placed(row: tuple[SourceCell, ...]) -> Iterator[tuple[int, SourceCell]]:
    """Yield the cells of a row with the column each begins in."""
    column = 0
    for cell in row:
        yield column, cell
        column += cell.span


def plain_rows(table: SourceTable) -> tuple[tuple[str, ...], ...]:
    """Return the texts of a table; a cell over several columns stands in its first.

    Columns of Word's grid in which no cell begins are none to the reader.
    """
    begun = sorted({at for row in table.rows for at, cell in placed(row) if not cell.absent})
    rows: list[tuple[str, ...]] = []
    for row in table.rows:
        texts = {at: "" if cell.continues else cell.text for at, cell in placed(row)}
        rows.append(tuple(texts.get(column, "") for column in begun))
    return tuple(rows)
