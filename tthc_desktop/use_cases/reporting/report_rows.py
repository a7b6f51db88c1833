"""Rows of a form: added, named anew, filled with a block of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.grids import (
    Grid,
    GridRow,
    shown_values,
    summed_values,
    with_figure,
)
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_data import find_form
from tthc_desktop.use_cases.reporting.reports import change_report, with_grid
from tthc_desktop.vietnamese_text import clean_line, fold


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure as typed: the row's label, the column's number, the text ("" takes it out)."""

    row: str
    column: int
    text: str


def set_figures(
    units: UnitsOfWork, report_id: str, form_code: str, figures: Sequence[FigureText]
) -> Report:
    """Type a block of figures in one act; rows that are not there yet are added.

    What is typed over a computed cell is kept only where it says something else than the
    formula, so that the cell goes on following. Raises Refused as `set_figure` does, and then
    nothing of the block is written.
    """
    form = find_form(form_code)
    words = f"Ghi số liệu biểu {form.code}"

    def change(report: Report) -> Report:
        grid = report.grid(form.code)
        for one in figures:
            grid = with_figure(form, grid, one.row, one.column, one.text)
        return with_grid(report, _computed_again(form, grid, figures))

    return change_report(units, report_id, words, change)


def add_row(units: UnitsOfWork, report_id: str, form_code: str, name: str) -> Report:
    """Add an empty row; Refused without a name and where a row has it already."""
    form = find_form(form_code)

    def change(report: Report) -> Report:
        grid = report.grid(form.code)
        row = GridRow(_free_name(form, grid, name))
        return with_grid(report, grid.with_row(row))

    return change_report(units, report_id, f"Thêm dòng vào biểu {form.code}", change)


def rename_row(
    units: UnitsOfWork, report_id: str, form_code: str, row: str, name: str
) -> Report:  # fmt: skip
    """Give a row another name; Refused for a row that is not there and a name that is taken."""
    form = find_form(form_code)

    def change(report: Report) -> Report:
        grid = report.grid(form.code)
        found = grid.row(row)
        if found is None:
            raise Refused(f"Biểu {form.code} không có dòng “{row}”. Chưa thay đổi gì.")
        others = replace(grid, rows=tuple(one for one in grid.rows if one is not found))
        renamed = replace(found, label=_free_name(form, others, name))
        rows = tuple(renamed if one is found else one for one in grid.rows)
        return with_grid(report, replace(grid, rows=rows))

    return change_report(units, report_id, f"Đổi tên dòng của biểu {form.code}", change)


def remove_rows(
    units: UnitsOfWork, report_id: str, form_code: str, rows: Sequence[str]
) -> Report:  # fmt: skip
    """Take rows out in one act; Refused for one that is not there."""
    form = find_form(form_code)
    gone = {fold(one) for one in rows}

    def change(report: Report) -> Report:
        grid = report.grid(form.code)
        for one in rows:
            if grid.row(one) is None:
                raise Refused(f"Biểu {form.code} không có dòng “{one}”. Chưa thay đổi gì.")
        left = tuple(one for one in grid.rows if fold(one.label) not in gone)
        return with_grid(report, replace(grid, rows=left))

    return change_report(units, report_id, f"Bỏ dòng của biểu {form.code}", change)


def _free_name(form: Form, grid: Grid, name: str) -> str:
    said = clean_line(name)
    if not said:
        raise Refused(f"Biểu {form.code}: dòng chưa có tên. Chưa thay đổi gì.")
    if grid.row(said) is not None or fold(said) == fold(form.total_label):
        raise Refused(f"Biểu {form.code} đã có dòng “{said}”. Hãy ghi tên khác. Chưa thay đổi gì.")
    return said


def _computed_again(form: Form, grid: Grid, figures: Sequence[FigureText]) -> Grid:
    for one in figures:
        column, row = form.column(one.column), grid.row(one.row)
        if row is None or column is None or fold(row.label) == fold(form.total_label):
            continue
        without = row.without_cell(one.column)
        if column.formula and shown_values(form, without)[one.column] == _typed(row, one):
            grid = grid.with_row(without)
    return _summed_again(form, grid)


def _summed_again(form: Form, grid: Grid) -> Grid:
    total = grid.row(form.total_label)
    if total is None:
        return grid
    sums = summed_values(form, grid)
    cells = tuple(one for one in total.cells if one.value != sums[one.column])
    if cells:
        return grid.with_row(replace(total, cells=cells))
    return replace(grid, rows=tuple(one for one in grid.rows if one is not total))


def _typed(row: GridRow, one: FigureText) -> int | None:
    return row.typed().get(one.column)
