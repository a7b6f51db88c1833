"""The rows of a form as the grid shows them: words, what is computed, what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from tthc_desktop.domain.findings import Finding, Severity
from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.grids import (
    CellSource,
    Grid,
    GridRow,
    shown_values,
    total_values,
)
from tthc_desktop.vietnamese_text import fold
from ui.reports.finding_words import touched


class RowKind(Enum):
    """A row of figures, the line where a new one begins, the total."""

    BODY = "body"
    NEW = "new"
    TOTAL = "total"


class CellLook(Enum):
    """Where a figure comes from, as far as one sees it."""

    TYPED = "typed"
    COMPUTED = "computed"
    CARRIED = "carried"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class RefusedText:
    """What was typed and is no figure, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class FormCell:
    """A figure as shown; `fault` is the worst finding that touches it, `refused` what is none."""

    words: str = ""
    look: CellLook = CellLook.TYPED
    fault: Severity | None = None
    refused: RefusedText | None = None


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the grid."""

    kind: RowKind
    label: str = ""
    number: str = ""
    cells: Mapping[int, FormCell] = field(default_factory=dict)


RefusedCells = Mapping[tuple[str, int], RefusedText]
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
NOT_COMPUTED = "–"


def form_rows(
    form: Form, grid: Grid, findings: Iterable[Finding], refused: RefusedCells, *, can_edit: bool
) -> tuple[FormRow, ...]:
    """Return the rows as shown; *findings* are those that colour cells."""
    faults = _faults(form, findings)
    body = [
        _body_row(form, row, str(number), faults, refused)
        for number, row in enumerate(grid.body(form), start=1)
    ]
    bad = {column for _, column in refused}
    total = _total_row(form, grid, faults, bad)
    new = (FormRow(RowKind.NEW),) if can_edit else ()
    return (*body, *new, total)


def figure_words(value: int) -> str:
    """Return a figure with its thousands apart."""
    return f"{value:,}".replace(",", ".")


def _faults(form: Form, findings: Iterable[Finding]) -> dict[tuple[str, int], Severity]:
    faults: dict[tuple[str, int], Severity] = {}
    for one in findings:
        cells = touched(form, one)
        for column in cells.columns if cells else ():
            key = (fold(cells.row), column) if cells else ("", column)
            if key not in faults or _RANK[one.severity] < _RANK[faults[key]]:
                faults[key] = one.severity
    return faults


def _body_row(
    form: Form, row: GridRow, number: str, faults: Mapping[tuple[str, int], Severity],
    refused: RefusedCells,
) -> FormRow:  # fmt: skip
    own = fold(row.label)
    values, kept = shown_values(form, row), {one.column: one for one in row.cells}
    bad = {column for label, column in refused if label == own}
    cells = {}
    for heading in form.figure_columns():
        column = heading.column or 0
        look, words = CellLook.TYPED, ""
        cell = kept.get(column)
        if cell is not None:
            look, words = _LOOKS[cell.source], figure_words(cell.value)
        elif heading.formula:
            look = CellLook.COMPUTED
            is_bad = bool(_read_columns(form, column) & bad)
            words = NOT_COMPUTED if is_bad else figure_words(values[column])
        fault = None if bad & _read_columns(form, column) else faults.get((own, column))
        cells[column] = FormCell(words, look, fault, refused.get((own, column)))
    return FormRow(RowKind.BODY, row.label, number, cells)


_LOOKS = {
    CellSource.TYPED: CellLook.TYPED,
    CellSource.CARRIED: CellLook.CARRIED,
    CellSource.REGISTER: CellLook.REGISTER,
}


def _total_row(
    form: Form, grid: Grid, faults: Mapping[tuple[str, int], Severity], bad: set[int]
) -> FormRow:
    typed = grid.row(form.total_label)
    kept = typed.typed() if typed else {}
    values, has_rows = total_values(form, grid), bool(grid.rows)
    cells = {}
    for heading in form.figure_columns():
        column = heading.column or 0
        is_bad = bool(_read_columns(form, column) & bad)
        words = figure_words(values[column]) if has_rows else ""
        look = CellLook.TYPED if column in kept else CellLook.COMPUTED
        if is_bad and look is CellLook.COMPUTED:
            words = NOT_COMPUTED
        fault = faults.get((fold(form.total_label), column))
        cells[column] = FormCell(words, look, fault)
    return FormRow(RowKind.TOTAL, form.total_label, "", cells)


def _read_columns(form: Form, column: int) -> set[int]:
    """Return the column itself and all that its formula reads, through other formulas too."""
    found, left = {column}, [column]
    while left:
        heading = form.column(left.pop())
        if heading is not None and heading.formula:
            for one in heading.formula.columns:
                if one not in found:
                    found.add(one)
                    left.append(one)
    return found
