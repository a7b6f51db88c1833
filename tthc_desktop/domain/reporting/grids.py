"""The figures of a form in one report: rows with typed cells, computed cells, the total row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.errors import Refused
from tthc_desktop.vietnamese_text import clean_line, fold

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_LARGEST = 999_999_999


class CellSource(StrEnum):
    """Where a figure comes from: typed, carried over, or counted from a register."""

    TYPED = "typed"
    CARRIED = "carried"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A figure that is kept; what a formula gives is computed and kept only where typed over."""

    column: int
    value: int
    source: CellSource = CellSource.TYPED


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row by its label (lĩnh vực, đơn vị). `cause`: why dossiers are late."""

    label: str
    cells: tuple[FigureCell, ...] = ()
    cause: str = ""

    def typed(self) -> dict[int, int]:
        """Return the kept figures by column."""
        return {one.column: one.value for one in self.cells}

    def with_cell(self, cell: FigureCell) -> GridRow:
        """Return the row with the figure of a column put in."""
        others = [one for one in self.cells if one.column != cell.column]
        return replace(self, cells=tuple(sorted((*others, cell), key=lambda one: one.column)))

    def without_cell(self, column: int) -> GridRow:
        """Return the row without a kept figure of a column."""
        return replace(self, cells=tuple(one for one in self.cells if one.column != column))


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one form in one report, the total row only where it was typed."""

    form: str
    rows: tuple[GridRow, ...] = ()

    def row(self, label: str) -> GridRow | None:
        """Return the row with this label, letters and marks folded."""
        return next((one for one in self.rows if fold(one.label) == fold(label)), None)

    def with_row(self, row: GridRow) -> Grid:
        """Return the grid with a row put in place of that of its label, or at the end."""
        if self.row(row.label) is None:
            return replace(self, rows=(*self.rows, row))
        same = fold(row.label)
        return replace(
            self, rows=tuple(row if fold(one.label) == same else one for one in self.rows)
        )

    def body(self, form: Form) -> tuple[GridRow, ...]:
        """Return the rows but the total."""
        return tuple(one for one in self.rows if fold(one.label) != fold(form.total_label))


def shown_values(form: Form, row: GridRow) -> dict[int, int]:
    """Return every figure of a row as shown: typed over, else computed, else as kept.

    A formula may read a column that is computed itself.
    """
    typed = row.typed()
    values = dict(typed)
    computed = [one for one in form.figure_columns() if one.formula]
    for _ in computed:
        for one in computed:
            if one.column is not None and one.formula and one.column not in typed:
                values[one.column] = one.formula.of(values)
    return {one.column: values.get(one.column, 0) for one in form.figure_columns() if one.column}


def total_values(form: Form, grid: Grid) -> dict[int, int]:
    """Return the total row as shown: what was typed into it, else the sum of the rows."""
    typed = grid.row(form.total_label)
    kept = typed.typed() if typed else {}
    return summed_values(form, grid) | kept


def summed_values(form: Form, grid: Grid) -> dict[int, int]:
    """Return the sum of the rows for every figure column."""
    rows = [shown_values(form, row) for row in grid.body(form)]
    return {
        one.column: sum(row[one.column] for row in rows)
        for one in form.figure_columns()
        if one.column
    }


def read_figure(text: str, place: str) -> int:
    """Return the figure typed as *text* ("1.234" is one); Refused where it is no count.

    *place* names the cell in the sentence.
    """
    words = clean_line(text)
    if _GROUPED.fullmatch(words):
        words = words.replace(".", "")
    if re.fullmatch(r"-\s*\d+", words):
        message = f"{place}: số hồ sơ không thể âm (“{words}”). Hãy ghi số từ 0 trở lên."
    elif not re.fullmatch(r"[0-9]+", words):
        message = f"{place}: “{words}” không phải là số nguyên. Hãy ghi số như 0, 15 hoặc 1.234."
    elif int(words) > _LARGEST:
        message = f"{place}: số “{words}” quá lớn. Hãy kiểm tra lại."
    else:
        return int(words)
    raise Refused(f"{message} Chưa thay đổi gì.")


def with_figure(form: Form, grid: Grid, label: str, column: int, text: str) -> Grid:
    """Return the grid with a figure typed into a cell; empty text takes the figure out.

    A row that is not there yet is added. Raises Refused for an unknown column or no figure.
    """
    name = clean_line(label)
    place = f"Biểu {form.code}, dòng “{name}”, cột {column}"
    if not name:
        raise Refused(f"Biểu {form.code}: dòng chưa có tên. Chưa thay đổi gì.")
    if form.column(column) is None:
        raise Refused(f"{place}: biểu không có cột số liệu này. Chưa thay đổi gì.")
    row = grid.row(name) or GridRow(name)
    if not clean_line(text):
        return grid.with_row(row.without_cell(column))
    return grid.with_row(row.with_cell(FigureCell(column, read_figure(text, place))))


def carried_grid(form: Form, before: Grid | None, quarters: tuple[Grid, ...]) -> Grid:
    """Return the grid a new report begins with.

    With *quarters* (all that tile the period) their sums, first and last figures; else the
    rows of the period *before* with what is carried over.
    """
    if quarters:
        return _of_quarters(form, quarters)
    if before is None:
        return Grid(form.code)
    rows = []
    for row in before.body(form):
        values = shown_values(form, row)
        cells = [
            FigureCell(column, values[source], CellSource.CARRIED)
            for column, source in form.carried
        ]
        rows.append(GridRow(row.label, tuple(cells)))
    return Grid(form.code, tuple(rows))


def _of_quarters(form: Form, quarters: tuple[Grid, ...]) -> Grid:
    labels: dict[str, str] = {}
    for grid in quarters:
        for row in grid.body(form):
            labels.setdefault(fold(row.label), row.label)
    rows = []
    for label in labels.values():
        expected = values_of_quarters(form, quarters, label)
        typed = [one for one in expected.items() if not _is_computed(form, one[0])]
        cells = [FigureCell(column, value, CellSource.CARRIED) for column, value in typed]
        rows.append(GridRow(label, tuple(sorted(cells, key=lambda one: one.column))))
    return Grid(form.code, tuple(rows))


def values_of_quarters(form: Form, quarters: tuple[Grid, ...], label: str) -> dict[int, int]:
    """Return what a longer period must show in the row *label*, by its quarters."""
    shown = [_values_of(form, grid, label) for grid in quarters]
    expected = {column: sum(one.get(column, 0) for one in shown) for column in form.summed}
    expected |= {column: shown[0].get(column, 0) for column in form.first}
    return expected | {column: shown[-1].get(column, 0) for column in form.last}


def _values_of(form: Form, grid: Grid, label: str) -> Mapping[int, int]:
    if fold(label) == fold(form.total_label):
        return total_values(form, grid)
    row = grid.row(label)
    return shown_values(form, row) if row else {}


def _is_computed(form: Form, column: int) -> bool:
    found = form.column(column)
    return found is not None and found.formula is not None
