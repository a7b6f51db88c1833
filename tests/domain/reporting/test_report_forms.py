"""Forms as data, and their checks against an oracle that knows nothing of the program's code."""

import random
from collections.abc import Iterator

import pytest

from tthc_desktop.domain.findings import Severity
from tthc_desktop.domain.reporting.form_checks import Surroundings, check_grid
from tthc_desktop.domain.reporting.forms import Form, form_from_json
from tthc_desktop.domain.reporting.grids import (
    FigureCell,
    Grid,
    GridRow,
    carried_grid,
    read_figure,
    shown_values,
    total_values,
    with_figure,
)
from tthc_desktop.domain.reporting.report import Acceptance
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.reporting.report_data import find_form, forms

FIELDS = ("Lưu trú", "Thương mại", "Lao động")
FIGURES = range(3, 14)
FORM = find_form("II.06a")


def consistent(chance: random.Random, before: int) -> dict[int, int]:
    """Return the figures of a row in one quarter, all of them, with nothing wrong."""
    cells = {4: chance.randrange(50, 400), 5: chance.randrange(60), 6: before}
    cells[3] = cells[4] + cells[5] + cells[6]
    running = chance.randrange(cells[3])
    cells[13] = chance.randrange(running // 4 + 1)
    cells[12] = running - cells[13]
    cells[11] = running
    cells[7] = cells[3] - running
    cells[10] = chance.randrange(cells[7] // 5 + 1)
    cells[8] = chance.randrange(cells[7] - cells[10] + 1)
    cells[9] = cells[7] - cells[10] - cells[8]
    return cells


def invented_year(seed: int) -> list[dict[str, dict[int, int]]]:
    """Return four quarters and the year of an invented Sở, every cell and the total typed."""
    chance = random.Random(seed)
    quarters: list[dict[str, dict[int, int]]] = []
    open_now = {field: chance.randrange(20) for field in FIELDS}
    for _ in range(4):
        rows = {field: consistent(chance, open_now[field]) for field in FIELDS}
        open_now = {field: rows[field][11] for field in FIELDS}
        quarters.append(rows)
    year = {}
    for field in FIELDS:
        cells = {column: sum(one[field][column] for one in quarters) for column in (4, 5, 8, 9, 10)}
        cells[6] = quarters[0][field][6]
        cells |= {column: quarters[3][field][column] for column in (11, 12, 13)}
        cells[3], cells[7] = cells[4] + cells[5] + cells[6], cells[8] + cells[9] + cells[10]
        year[field] = cells
    for rows in (*quarters, year):
        rows["Tổng cộng"] = {
            column: sum(rows[field][column] for field in FIELDS) for column in FIGURES
        }
    return [*quarters, year]


def oracle(reports: list[dict[str, dict[int, int]]], place: int) -> set[tuple[str, str]]:
    """Return the checks that must fail in a report, with their rows, by plain arithmetic."""
    failing = set()
    rows = reports[place]
    for label, one in rows.items():
        rules = {
            "C1": one[3] == one[4] + one[5] + one[6],
            "C2": one[7] == one[8] + one[9] + one[10],
            "C3": one[11] == one[12] + one[13],
            "C4": one[3] == one[7] + one[11],
            "C5": all(value >= 0 for value in one.values()),
        }
        failing |= {(rule, label) for rule, holds in rules.items() if not holds}
    for column in FIGURES:
        if rows["Tổng cộng"][column] != sum(rows[field][column] for field in FIELDS):
            failing.add(("C6", "Tổng cộng"))
    if place in (1, 2, 3):
        failing |= {
            ("C7", field) for field in FIELDS if rows[field][6] != reports[place - 1][field][11]
        }
    if place == 4:
        for field in FIELDS:
            expected = {
                column: sum(reports[quarter][field][column] for quarter in range(4))
                for column in (4, 5, 8, 9, 10)
            }
            expected[6] = reports[0][field][6]
            expected |= {column: reports[3][field][column] for column in (11, 12, 13)}
            if any(rows[field][column] != value for column, value in expected.items()):
                failing.add(("C8", field))
    return failing


def grid(rows: dict[str, dict[int, int]]) -> Grid:
    return Grid(
        FORM.code,
        tuple(
            GridRow(label, tuple(FigureCell(column, value) for column, value in cells.items()), "x")
            for label, cells in rows.items()
        ),
    )


def told(reports: list[dict[str, dict[int, int]]], place: int) -> set[tuple[str, str]]:
    before = grid(reports[place - 1]) if place in (1, 2, 3) else None
    quarters = tuple(grid(one) for one in reports[:4]) if place == 4 else ()
    found = check_grid(FORM, grid(reports[place]), Surroundings(before, quarters))
    return {(one.rule, one.where.split(" row ")[1].split(" column ")[0]) for one in found}


@pytest.mark.parametrize("seed", range(8))
def test_a_year_of_an_invented_office_passes_all_checks(seed: int) -> None:
    reports = invented_year(seed)
    assert [told(reports, place) for place in range(5)] == [set()] * 5


def changed() -> Iterator[tuple[int, int, str, int, int]]:
    chance = random.Random(7)
    for seed in range(60):
        label = chance.choice((*FIELDS, "Tổng cộng"))
        by = chance.choice((-900, -1, 1, 17))
        yield seed, chance.randrange(5), label, chance.choice(FIGURES), by


@pytest.mark.parametrize(("seed", "place", "label", "column", "by"), [*changed()])
def test_one_changed_figure_fails_exactly_the_checks_of_the_oracle(
    seed: int, place: int, label: str, column: int, by: int
) -> None:
    reports = invented_year(seed)
    reports[place][label][column] += by
    for one in range(5):
        assert told(reports, one) == oracle(reports, one)
    assert any(oracle(reports, one) for one in range(5))


def test_computed_cells_follow_their_columns_and_the_total_its_rows() -> None:
    held = Grid(FORM.code)
    for label, column, text in (("Lưu trú", 4, "1.200"), ("Lưu trú", 6, "5"), ("Lao động", 4, "3")):
        held = with_figure(FORM, held, label, column, text)
    row = held.row("lưu TRÚ")
    assert row
    assert shown_values(FORM, row)[3] == 1205
    assert total_values(FORM, held)[3] == 1208
    typed = with_figure(FORM, held, "Lưu trú", 3, "1.210")
    (finding,) = (one for one in check_grid(FORM, typed) if one.rule == "C1")
    assert finding.where == "form II.06a row Lưu trú column 3"
    assert "lệch 5" in finding.message
    assert with_figure(FORM, typed, "Lưu trú", 3, "") == held


@pytest.mark.parametrize("text", ["abc", "-5", "1,5", "1.23", "9999999999999"])
def test_what_is_no_count_is_said_at_its_cell(text: str) -> None:
    with pytest.raises(Refused, match="dòng “Lưu trú”, cột 4"):
        with_figure(FORM, Grid(FORM.code), "Lưu trú", 4, text)
    assert read_figure(" 1.234 ", "ô") == 1234


def test_an_unknown_column_and_a_label_column_are_refused() -> None:
    for column in (1, 2, 14, 0):
        with pytest.raises(Refused, match="không có cột"):
            with_figure(FORM, Grid(FORM.code), "Lưu trú", column, "1")


def test_a_new_period_begins_with_what_is_carried_over() -> None:
    reports = invented_year(1)
    begun = carried_grid(FORM, grid(reports[0]), ())
    assert {row.label: row.typed() for row in begun.rows} == {
        field: {6: reports[0][field][11]} for field in FIELDS
    }
    whole = carried_grid(FORM, None, tuple(grid(one) for one in reports[:4]))
    for row in whole.rows:
        assert shown_values(FORM, row) == reports[4][row.label]


def test_a_check_let_pass_holds_while_its_figures_stay() -> None:
    reports = invented_year(2)
    reports[0]["Lưu trú"][3] += 4
    (finding, *_) = check_grid(FORM, grid(reports[0]))
    given = Acceptance(finding.rule, finding.where, finding.quote, "Số liệu của Cổng")
    assert given.covers(finding)
    reports[0]["Lưu trú"][3] += 1
    (later, *_) = check_grid(FORM, grid(reports[0]))
    assert (later.rule, later.where) == (finding.rule, finding.where)
    assert not given.covers(later)


def test_the_shipped_forms_say_whether_their_wording_was_seen() -> None:
    confirmed = {one.code: one.confirmed for one in forms()}
    assert confirmed == {"II.05": False, "II.06a": True, "II.07b": True, "II.08": False}
    assert all("đối chiếu" in one.note for one in forms() if not one.confirmed)
    for one in forms():
        known = {column.column for column in one.figure_columns()}
        used = {column for check in one.checks for side in (check.left, check.right)
                for column in side.columns}  # fmt: skip
        assert used <= known


def another_form() -> Form:
    return form_from_json(
        {
            "code": "X.01",
            "title": "Biểu của địa phương",
            "unit": "Số phiếu",
            "source": "Công văn của tỉnh",
            "confirmed": False,
            "periods": ["quarter"],
            "row_word": "Đơn vị",
            "headings": [
                {"label": "Đơn vị", "column": 1, "is_label": True},
                {"label": "Phiếu", "children": [
                    {"label": "Phát ra", "column": 2},
                    {"label": "Thu về", "column": 3},
                    {"label": "Chưa thu", "column": 4, "formula": "2-3"},
                ]},
            ],
            "checks": [{"code": "X1", "left": "3", "right": "2", "relation": "at_most",
                        "severity": "warning"}],
            "carried": [{"column": 2, "from": 4}],
        }
    )  # fmt: skip


def test_another_form_is_another_file() -> None:
    form = another_form()
    held = with_figure(form, Grid(form.code), "Phòng A", 2, "40")
    held = with_figure(form, held, "Phòng A", 3, "30")
    assert total_values(form, held) == {2: 40, 3: 30, 4: 10}
    assert check_grid(form, held) == ()
    wrong = with_figure(form, held, "Phòng A", 3, "45")
    assert [(one.rule, one.severity) for one in check_grid(form, wrong)] == [
        ("X1", Severity.WARNING),
        ("C5", Severity.ERROR),
    ]
    assert carried_grid(form, held, ()).rows[0].typed() == {2: 10}
