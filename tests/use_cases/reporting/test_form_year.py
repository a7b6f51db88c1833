"""Four quarters and the year of an invented Sở: every check against plain arithmetic.

The oracle below knows columns and sums and nothing of the program: domain.md 1.3, C1 to C8.
"""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.data_file import SqliteDataFile
from tthc_desktop.domain.reporting.form_checks import Surroundings, check_grid
from tthc_desktop.domain.reporting.grids import FigureCell, Grid, GridRow
from tthc_desktop.domain.reporting.report import ReportKind
from tthc_desktop.ports import UnitsOfWork
from tthc_desktop.use_cases.reporting.report_data import find_form
from tthc_desktop.use_cases.reporting.reports import check_report, create_report, set_figure

FORM = find_form("II.06a")
FIELDS = ("Lưu trú", "Thương mại", "Du lịch")
TOTAL = "Tổng cộng"
COLUMNS = range(3, 14)
PARTS = {3: (4, 5, 6), 7: (8, 9, 10), 11: (12, 13)}
SUMMED, LAST = (4, 5, 8, 9, 10), (11, 12, 13)  # over the quarters; of the fourth one
PERIODS = ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026")
YEAR = 4

Row = dict[int, int]
Report = dict[str, Row]
Fault = tuple[str, str, int]


@st.composite
def quarters_and_year(draw: st.DrawFn) -> list[Report]:
    """Give five reports in which everything holds, each cell of each row written out."""
    small = st.integers(0, 400)
    reports: list[Report] = [{} for _ in PERIODS]
    for field in FIELDS:
        running = draw(st.integers(0, 50))
        for report in reports[:YEAR]:
            row = {4: draw(small), 5: draw(small), 6: running}
            row[3] = row[4] + row[5] + row[6]
            running = draw(st.integers(0, row[3]))
            row[13] = draw(st.integers(0, running))
            row[11], row[12] = running, running - row[13]
            row[7] = row[3] - running
            row[8] = draw(st.integers(0, row[7]))
            row[9] = draw(st.integers(0, row[7] - row[8]))
            row[10] = row[7] - row[8] - row[9]
            report[field] = row
        year = {column: sum(one[field][column] for one in reports[:YEAR]) for column in SUMMED}
        year |= {column: reports[3][field][column] for column in LAST}
        year[6] = reports[0][field][6]
        year[3], year[7] = year[4] + year[5] + year[6], year[8] + year[9] + year[10]
        reports[YEAR][field] = year
    for report in reports:
        report[TOTAL] = {one: sum(report[field][one] for field in FIELDS) for one in COLUMNS}
    return reports


def failing(reports: list[Report], place: int) -> set[Fault]:
    """Return the checks that fail in a report, with row and column."""
    report, faults = reports[place], set[Fault]()
    for label, row in report.items():
        faults |= {(rule, label, column) for rule, column in of_row(row)}
    for column in COLUMNS:
        if report[TOTAL][column] != sum(report[field][column] for field in FIELDS):
            faults.add(("C6", TOTAL, column))
    for field in FIELDS:
        if place in (1, 2, 3) and report[field][6] != reports[place - 1][field][11]:
            faults.add(("C7", field, 6))
        if place == YEAR:
            faults |= {("C8", field, column) for column in of_quarters(reports, field)}
    return faults


def of_row(row: Row) -> Iterator[tuple[str, int]]:
    """Yield the checks that fail inside one row."""
    for rule, whole in (("C1", 3), ("C2", 7), ("C3", 11)):
        if row[whole] != sum(row[part] for part in PARTS[whole]):
            yield rule, whole
    if row[3] != row[7] + row[11]:
        yield "C4", 3
    yield from (("C5", column) for column in COLUMNS if row[column] < 0)


def of_quarters(reports: list[Report], field: str) -> Iterator[int]:
    """Yield the columns of the year that the quarters do not give."""
    quarters, year = [one[field] for one in reports[:YEAR]], reports[YEAR][field]
    for column in SUMMED:
        if year[column] != sum(one[column] for one in quarters):
            yield column
    for column in LAST:
        if year[column] != quarters[3][column]:
            yield column
    if year[6] != quarters[0][6]:
        yield 6


def grid(report: Report) -> Grid:
    rows = (
        GridRow(label, tuple(FigureCell(*one) for one in sorted(row.items())), "Chờ ý kiến")
        for label, row in report.items()
    )
    return Grid(FORM.code, tuple(rows))


def told(reports: list[Report], place: int) -> set[Fault]:
    """Return what the program tells of a report."""
    before = grid(reports[place - 1]) if place in (1, 2, 3) else None
    quarters = tuple(grid(one) for one in reports[:YEAR]) if place == YEAR else ()
    found = check_grid(FORM, grid(reports[place]), Surroundings(before, quarters))
    return {fault(one.rule, one.where) for one in found}


def fault(rule: str, where: str) -> Fault:
    row, column = where.split(" row ")[1].split(" column ")
    return rule, row, int(column)


@settings(max_examples=60, deadline=None)
@given(quarters_and_year())
def test_what_holds_passes_every_check(reports: list[Report]) -> None:
    for place in range(len(PERIODS)):
        assert failing(reports, place) == set()
        assert told(reports, place) == set()


@settings(max_examples=200, deadline=None)
@given(
    quarters_and_year(),
    st.integers(0, YEAR),
    st.sampled_from((*FIELDS, TOTAL)),
    st.sampled_from(COLUMNS),
    st.integers(-500, 500).filter(bool),
)
def test_one_figure_changed_fails_exactly_what_arithmetic_says(
    reports: list[Report], place: int, label: str, column: int, by: int
) -> None:
    reports[place][label][column] += by
    for one in range(len(PERIODS)):
        assert told(reports, one) == failing(reports, one)
    assert failing(reports, place)


@pytest.fixture
def units(sample: Path) -> Iterator[UnitsOfWork]:
    data_file = SqliteDataFile(sample, lambda: datetime(2026, 12, 20, 8))
    yield data_file.units_of_work()
    data_file.close()


def filled(units: UnitsOfWork, reports: list[Report]) -> list[str]:
    """Type the year into the data file, only what a person types."""
    made = []
    for period, report in zip(PERIODS, reports, strict=True):
        created = create_report(units, ReportKind.CONTROL, period)
        for field in FIELDS:
            for column in (4, 5, 6, 8, 9, 10, 12, 13):
                set_figure(units, created.id, "II.06a", field, column, str(report[field][column]))
        made.append(created.id)
    return made


def typed_year() -> list[Report]:
    """Return a small year with late dossiers in none of its rows."""
    reports: list[Report] = []
    running = dict.fromkeys(FIELDS, 5)
    for quarter in range(4):
        report: Report = {}
        for place, field in enumerate(FIELDS):
            row = {4: 100 + 10 * quarter + place, 5: 7, 6: running[field], 10: 0, 13: 0}
            row[12] = running[field] = 3 + quarter
            row[9] = 20
            row[8] = row[4] + row[5] + row[6] - row[12] - row[9]
            report[field] = row
        reports.append(report)
    year = {}
    for field in FIELDS:
        row = {one: sum(report[field][one] for report in reports) for one in (4, 5, 8, 9, 10)}
        year[field] = row | {6: reports[0][field][6], 12: reports[3][field][12], 13: 0}
    return [*reports, year]


def test_a_year_typed_into_the_data_file_passes_and_one_figure_fails_everywhere_it_counts(
    units: UnitsOfWork,
) -> None:
    made = filled(units, typed_year())
    assert [check_report(units, one) for one in made] == [(), (), (), (), ()]
    # One dossier more is received on line in the second quarter: its row does not close any
    # more, and the year is not the sum of its quarters.
    set_figure(units, made[1], "II.06a", "Thương mại", 4, "112")
    found = [{fault(one.rule, one.where) for one in check_report(units, each)} for each in made]
    assert found == [
        set(), {("C4", "Thương mại", 3)}, set(), set(), {("C8", "Thương mại", 4)},
    ]  # fmt: skip
