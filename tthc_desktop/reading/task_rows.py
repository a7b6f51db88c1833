"""Rows of a task table: cells by their column, rows cut in two made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tthc_desktop.domain.text_run import Run, joined_runs, runs_text, without_start
from tthc_desktop.reading.cell_roles import lead_and_coordinating
from tthc_desktop.reading.findings import Findings
from tthc_desktop.reading.markers import Marker, dash_length, marker_of
from tthc_desktop.reading.row_details import hangs, with_details
from tthc_desktop.reading.source import SourceCell, SourceParagraph, SourceTable, has_letters
from tthc_desktop.reading.source_rows import placed
from tthc_desktop.reading.task_columns import Column, TaskHeader
from tthc_desktop.reading.text_source import has_end_mark
from tthc_desktop.vietnamese_text import fold

_TOTAL = re.compile(r"^(?:tong cong|tong so|cong)\b(?! tac)")
# "như trên", as it is typed.
_DITTO = re.compile(r"^\W*(?:nt|như trên)\W*$|^(?:[/\"“”'’]{1,3})$", re.IGNORECASE)
_COUNTED = re.compile(r"^\(?\d{1,2}\)?$")
_LONGEST_NAME = 300
_INHERITED = (Column.LEAD, Column.COORDINATING, Column.TIMING)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row as it stands in the file; `wide` for a heading over the width of the table."""

    number: str = ""
    content: tuple[Run, ...] = ()
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    timing: str = ""
    others: tuple[tuple[str, str], ...] = ()
    wide: bool = False
    detail: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        """The plain content."""
        return runs_text(self.content)

    @property
    def bare(self) -> bool:
        """Whether the row has nothing but content: a heading, or the rest of a row."""
        return not (self.number or self.lead or self.coordinating or self.timing)

    @property
    def bold(self) -> bool:
        """Whether every letter of the content is bold."""
        return all(run.bold for run in self.content if has_letters(run.text))


@dataclass
class TaskRows:
    """Collects the rows of one task table, also when it was torn into several."""

    findings: Findings
    header: TaskHeader
    _torn: list[list[TaskRow]] = field(default_factory=list)
    _above: dict[Column, tuple[str, ...]] = field(default_factory=dict)

    def take(self, table: SourceTable, header: TaskHeader | None) -> None:
        """Take a table; a repeated header is passed over, its words noted as layout."""
        self.header = header or self.header
        start = header.rows if header else 0
        width = table.columns
        for row in table.rows[:start]:
            for cell in row:
                is_title = cell.span >= width > 1
                (self.findings.leave if is_title else self.findings.skip)(cell.text)
        for row in table.rows[start:]:
            self._take_row(row)

    def _take_row(self, cells: tuple[SourceCell, ...]) -> None:
        if self._is_repeated_header(cells):
            self.findings.skip(*(cell.text for cell in cells))
            return
        row = self._row(cells)
        if not (row.number or row.content or row.detail or not row.bare or row.others):
            return
        if not row.number and len(row.text) <= _LONGEST_NAME and _TOTAL.match(fold(row.text)):
            # What is added up is no task.
            self.findings.leave(" ".join(cell.text for cell in cells if cell.text))
            return
        if self._torn and _continues(self._torn[-1], row):
            self._torn[-1].append(row)
        else:
            self._torn.append([row])

    def rows(self) -> list[TaskRow]:
        """Return the rows taken so far, those cut in two made whole."""
        whole = [pieces[0] if len(pieces) == 1 else _joined(pieces) for pieces in self._torn]
        return list(with_details(whole))

    def _is_repeated_header(self, cells: tuple[SourceCell, ...]) -> bool:
        texts = [cell.text for cell in cells]
        if len(texts) > 1 and all(map(_COUNTED.match, texts)):
            return [text.strip("()") for text in texts] == [str(i + 1) for i in range(len(texts))]
        headings = [heading for heading in self.header.headings if heading]
        return bool(headings) and [text for text in texts if text] == headings

    def _row(self, cells: tuple[SourceCell, ...]) -> TaskRow:
        row = TaskRow()
        for column, heading, cell, wide in self._by_column(cells):
            row = self._with_cell(row, column, heading, cell, wide=wide)
        lead, coordinating, labels = lead_and_coordinating(row.lead)
        if labels:
            self.findings.skip(*labels)
            row = replace(row, lead=lead, coordinating=(*coordinating, *row.coordinating))
        return self._with_number(row)

    def _with_number(self, row: TaskRow) -> TaskRow:
        """Take the number out of the content where the table has no column for it."""
        if row.number or self.header.place(Column.NUMBER) is not None:
            return row
        marker = marker_of(row.text)
        return _numbered_by_content(row, marker) if marker else row

    def _by_column(
        self, cells: tuple[SourceCell, ...]
    ) -> Iterator[tuple[Column, str, SourceCell, bool]]:
        """Yield every cell with what its column means; the last word on wide cells."""
        content = self.header.place(Column.CONTENT) or 0
        for start, cell in placed(cells):
            end = start + cell.span
            wide = start <= content < end and cell.span > 1
            place = content if wide else min(start, len(self.header.columns) - 1)
            column = self.header.columns[place]
            if start >= len(self.header.columns):
                column = Column.OTHER
            yield column, self.header.headings[place], cell, wide

    def _with_cell(
        self, row: TaskRow, column: Column, heading: str, cell: SourceCell, *, wide: bool
    ) -> TaskRow:
        lines = _lines(cell)
        if column in _INHERITED:
            if cell.continues or _DITTO.match(cell.text):
                self.findings.skip(cell.text)
                lines = self._above.get(column, ())
            self._above[column] = lines
        elif cell.continues:
            return row
        if column is Column.CONTENT:
            return _with_content(row, cell, wide=wide)
        if column is Column.DETAIL:
            return replace(row, detail=cell.runs)
        if column is Column.OTHER:
            text = cell.text
            return replace(row, others=(*row.others, (heading, text))) if text else row
        return _with_lines(row, column, lines)


def _with_content(row: TaskRow, cell: SourceCell, *, wide: bool) -> TaskRow:
    held = replace(row, content=cell.runs, wide=row.wide or wide)
    marker = marker_of(cell.text) if wide and not row.number else None
    return _numbered_by_content(held, marker) if marker else held


def _numbered_by_content(row: TaskRow, marker: Marker) -> TaskRow:
    rest = without_start(row.content, marker.length)
    return replace(row, number=marker.typed, content=rest)


def _with_lines(row: TaskRow, column: Column, lines: tuple[str, ...]) -> TaskRow:
    if column is Column.NUMBER:
        return replace(row, number=" ".join(lines).strip())
    if column is Column.LEAD:
        return replace(row, lead=lines)
    if column is Column.COORDINATING:
        return replace(row, coordinating=lines)
    return replace(row, timing=" ".join(lines))


def _lines(cell: SourceCell) -> tuple[str, ...]:
    """Return the lines of a cell; one that begins in lower case goes on from above."""
    lines: list[str] = []
    for text in (line.shown_text for one in cell.paragraphs for line in _of(one)):
        goes_on = bool(lines) and text[:1].islower() and len(lines[-1]) < _LONGEST_NAME
        if goes_on and not lines[-1].endswith((";", ".")):
            lines[-1] = f"{lines[-1]} {text}"
        elif text:
            lines.append(text)
    return tuple(lines)


def _of(one: SourceParagraph) -> list[SourceParagraph]:
    return one.lines() or [one]


def _continues(pieces: list[TaskRow], row: TaskRow) -> bool:
    """Whether a row without number is the rest of the row before, cut by a page end."""
    if row.number or row.wide or dash_length(row.text) or marker_of(row.text):
        return False
    if hangs(row):
        return runs_text(row.detail)[:1].islower()
    if not row.content or row.text[:1].islower():
        return True
    if row.bare and row.bold and not pieces[-1].bold:
        return False
    if row.lead and row.timing and any(one.lead for one in pieces):
        # Who leads stands in the first piece: this is a row of its own under a merged number.
        return False
    before = next((one.text for one in reversed(pieces) if one.content), "")
    return not has_end_mark(before)


def _joined(pieces: list[TaskRow]) -> TaskRow:
    """Join the pieces of a row by one blank, cell by cell."""
    others: dict[str, list[str]] = {}
    for heading, text in (other for piece in pieces for other in piece.others):
        others.setdefault(heading, []).append(text)
    return replace(
        pieces[0],
        content=joined_runs(run for piece in pieces for run in (Run(" "), *piece.content)),
        lead=_joined_lines([piece.lead for piece in pieces]),
        coordinating=_joined_lines([piece.coordinating for piece in pieces]),
        timing=" ".join(piece.timing for piece in pieces if piece.timing),
        detail=joined_runs(run for piece in pieces for run in (Run(" "), *piece.detail)),
        others=tuple((heading, " ".join(texts)) for heading, texts in others.items()),
    )


def _joined_lines(pieces: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Join the lines of a cell: the cut may go through the middle of a name."""
    lines: list[str] = []
    for piece in pieces:
        for place, text in enumerate(piece):
            goes_on = not place and lines and text[:1].islower()
            if goes_on and not lines[-1].endswith(";") and len(lines[-1]) < _LONGEST_NAME:
                lines[-1] = f"{lines[-1]} {text}"
            else:
                lines.append(text)
    return tuple(lines)
