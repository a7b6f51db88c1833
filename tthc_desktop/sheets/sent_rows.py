"""What a sheet holds when it goes out, as it is kept to compare the returned one with."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.periods import Period
from tthc_desktop.domain.sent_sheet import SentRow, SentSheet, SheetHead
from tthc_desktop.domain.sheet_merge import Value, value_of
from tthc_desktop.domain.sheet_return import ReturnTerms
from tthc_desktop.sheets.progress_columns import COLUMNS, FIELD_OF, ProgressColumn
from tthc_desktop.sheets.progress_rows import ProgressRow, ProgressSheet
from tthc_desktop.sheets.returned_values import fixed_text
from tthc_desktop.sheets.text_cells import joined_names

_VERSION_DIGITS = 32


def sent_sheet(
    sheet: ProgressSheet,
    plan_id: str,
    period: Period | None,
    file_name: str,
    terms: ReturnTerms | None = None,
) -> SentSheet:
    """Return what is kept of a sheet; *terms* are those of a unit's."""
    head = SheetHead(
        sheet.version,
        plan_id,
        sheet.for_unit,
        period.key if period else "",
        file_name,
        return_on=terms.return_on if terms else None,
        addressee=terms.addressee if terms else "",
    )
    return SentSheet(head, tuple(_row(row, sheet) for row in sheet.rows))


def versioned(sheet: ProgressSheet, sent: SentSheet) -> tuple[ProgressSheet, SentSheet]:
    """Give both the sheet's version.

    Each sheet of a unit is sent once and is a version of its own. That of all units is the
    version that its cells make: two exports of one state are equal.
    """
    version = new_id() if sheet.for_unit else _content_version(sent)
    return replace(sheet, version=version), replace(sent, head=replace(sent.head, id=version))


def _content_version(sent: SentSheet) -> str:
    held = repr((sent.head.plan_id, sent.head.period, sent.rows))
    return sha256(held.encode()).hexdigest()[:_VERSION_DIGITS]


def _row(row: ProgressRow, sheet: ProgressSheet) -> SentRow:
    fixed: dict[str, str] = {}
    fields: dict[str, Value] = {}
    for column in COLUMNS:
        field = FIELD_OF.get(column.heading)
        if field is not None and _is_filled(row, column, sheet):
            fields[field] = value_of(row.record, field)
        elif words := _words(row, column):
            fixed[column.heading] = words
    return SentRow(row.occurrence_id, row.number, row.period, fixed, fields)


def _is_filled(row: ProgressRow, column: ProgressColumn, sheet: ProgressSheet) -> bool:
    if row.is_group:
        return False
    return sheet.for_unit is None or row.role in column.filled_by


def _words(row: ProgressRow, column: ProgressColumn) -> str:
    value = None if row.is_group and column.heading in FIELD_OF else column.value(row)
    return fixed_text(joined_names(value) if isinstance(value, tuple) else value)
