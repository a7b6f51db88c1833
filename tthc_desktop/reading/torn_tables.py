"""Task tables told from other tables, and put together where page ends have torn them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tthc_desktop.reading.findings import Findings
from tthc_desktop.reading.source import SourceItem, SourceParagraph, SourceTable
from tthc_desktop.reading.task_columns import TaskHeader, task_header
from tthc_desktop.reading.task_rows import TaskRow, TaskRows

_PAGE_NUMBER = re.compile(r"^\W*\d{1,3}\W*$")


@dataclass(frozen=True, slots=True)
class TornTable:
    """A task table, whole or in pieces that follow each other."""

    pieces: tuple[SourceTable, ...]
    header: TaskHeader

    @property
    def landscape(self) -> bool:
        """Whether it stands on pages turned sideways."""
        return self.pieces[0].landscape

    def rows(self, findings: Findings) -> list[TaskRow]:
        """Return the rows of all pieces, repeated headers left out."""
        rows = TaskRows(findings, self.header)
        for piece in self.pieces:
            rows.take(piece, task_header(piece))
        return rows.rows()


AnnexItem = SourceItem | TornTable


def with_task_tables(items: Iterable[SourceItem], findings: Findings) -> list[AnnexItem]:
    """Return *items* with every task table in one piece; page numbers between are layout."""
    found: list[AnnexItem] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, SourceParagraph):
            if isinstance(last, TornTable) and _PAGE_NUMBER.match(item.text):
                findings.skip(item.text)
            else:
                found.append(item)
            continue
        header = task_header(item)
        if isinstance(last, TornTable) and _goes_on(last, item, header):
            found[-1] = TornTable((*last.pieces, item), last.header)
        else:
            found.append(TornTable((item,), header) if header else item)
    return found


def _goes_on(torn: TornTable, table: SourceTable, header: TaskHeader | None) -> bool:
    if header is None:
        return table.columns == len(torn.header.columns)
    return header.columns == torn.header.columns
