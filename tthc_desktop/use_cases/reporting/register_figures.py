"""Figures of a form counted from a register, beside what a person typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tthc_desktop.domain.agency_names import spelled_in
from tthc_desktop.domain.reporting.forms import Form
from tthc_desktop.domain.reporting.grids import CellSource, FigureCell, Grid, GridRow
from tthc_desktop.domain.reporting.petitions import Petition, petition_counts
from tthc_desktop.domain.reporting.procedures import Procedure, procedure_counts
from tthc_desktop.domain.reporting.registers import REGISTERS
from tthc_desktop.domain.reporting.report import Report
from tthc_desktop.domain.reporting.windows import ReportWindow
from tthc_desktop.errors import Refused
from tthc_desktop.ports import UnitOfWork, UnitsOfWork
from tthc_desktop.use_cases.reporting.report_data import find_form
from tthc_desktop.use_cases.reporting.report_facts import window_of
from tthc_desktop.use_cases.reporting.reports import change_report, found_report, with_grid
from tthc_desktop.vietnamese_text import fold

_OTHER_FIELD = "Lĩnh vực khác"


def count_form(units: UnitsOfWork, report_id: str, form_code: str) -> Report:
    """Count a form's figures from its register anew; what was typed stays as typed.

    Raises Refused for a form that counts no register and a report that was sent.
    """
    form = find_form(form_code)
    if not form.register:
        raise Refused(f"Biểu {form.code} không lấy số từ sổ nào. Chưa thay đổi gì.")
    with units.reading() as work:
        counted = counted_grid(work, form, found_report(work, report_id))

    def change(report: Report) -> Report:
        return with_grid(report, _overlaid(report.grid(form.code), counted))

    return change_report(units, report_id, f"Lấy số liệu biểu {form.code} từ sổ", change)


def counted_grid(work: UnitOfWork, form: Form, report: Report) -> Grid:
    """Return the figures a register gives a form; an empty register gives no row."""
    register = REGISTERS[form.register]
    window = window_of(work, report)
    held = work.entries.all(register.key, register.entry_type)
    office = spelled_in(work.office.office().agency, ()) or "Sở"
    groups: dict[str, list[object]] = {}
    for one in held:
        label = getattr(one, form.counted_by) or _OTHER_FIELD if form.counted_by else office
        groups.setdefault(label, []).append(one)
    rows = []
    for label, entries in groups.items():
        counts = _counts(entries, window)
        if counts:
            cells = [
                FigureCell(column, counts[name], CellSource.REGISTER)
                for column, name in form.counted
            ]
            rows.append(GridRow(label, tuple(cells)))
    return Grid(form.code, tuple(rows))


def _counts(entries: Iterable[object], window: ReportWindow) -> Counter[str]:
    held = tuple(entries)
    petitions = petition_counts((one for one in held if isinstance(one, Petition)), window)
    return petitions + procedure_counts((one for one in held if isinstance(one, Procedure)), window)


def _overlaid(kept: Grid, counted: Grid) -> Grid:
    """Return what was typed or carried over with what is counted now.

    What was counted before goes: its row may have another name by now, or no entry any more.
    """
    bare = [one for row in kept.rows if (one := _uncounted(row)) is not None]
    grid = replace(kept, rows=tuple(bare))
    for row in counted.rows:
        own = grid.row(row.label) or GridRow(row.label)
        typed = {one.column for one in own.cells if one.source is CellSource.TYPED}
        for cell in row.cells:
            if cell.column not in typed:
                own = own.with_cell(cell)
        grid = grid.with_row(own)
    places = {fold(one.label): place for place, one in enumerate(kept.rows)}
    rows = sorted(grid.rows, key=lambda one: places.get(fold(one.label), len(places)))
    return replace(grid, rows=tuple(rows))


def _uncounted(row: GridRow) -> GridRow | None:
    """Return the row without counted figures; None where nothing else stood in it."""
    left = tuple(one for one in row.cells if one.source is not CellSource.REGISTER)
    return replace(row, cells=left) if left or row.cause or not row.cells else None
