"""What the check of a form says under the grid: one sentence, the cells it touches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tthc_desktop.domain.findings import Finding, Severity
from tthc_desktop.domain.reporting.form_checks import CAUSE
from tthc_desktop.domain.reporting.forms import Form, FormCheck, Formula, Heading, Relation
from tthc_desktop.domain.reporting.grids import Grid, shown_values, total_values
from tthc_desktop.vietnamese_text import fold

_WHERE = re.compile(r"form (?P<form>\S+) row (?P<row>.*) column (?P<column>\d+)")
# What every heading of a form begins with says nothing in a sentence about its columns.
_LEAD = re.compile(r"^(?:số lượng hồ sơ|số hồ sơ|số lượng|tổng số)\s+", re.IGNORECASE)
# A figure of a quote, behind its "="; columns and rules have numbers too.
_FIGURE = re.compile(r"(?<== )\d{4,}")
_WHOLE = re.compile(r"^tổng số\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TouchedCells:
    """The cells of a form that a finding speaks of; `column` is the one to go to."""

    row: str
    column: int
    columns: tuple[int, ...]


def touched(form: Form, finding: Finding) -> TouchedCells | None:
    """Return the cells of *form* a finding speaks of, None where it speaks of another form."""
    match = _WHERE.fullmatch(finding.where)
    if match is None or match["form"] != form.code:
        return None
    column = int(match["column"])
    check = _check(form, finding)
    columns = (*check.left.columns, *check.right.columns) if check else (column,)
    return TouchedCells(match["row"], column, tuple(dict.fromkeys(columns)))


def wants_cause(finding: Finding) -> bool:
    """Whether the finding asks why dossiers are late."""
    return finding.rule == CAUSE


def is_error(finding: Finding) -> bool:
    """Whether the finding holds the report back."""
    return finding.severity is Severity.ERROR


def finding_sentence(form: Form, grid: Grid, finding: Finding) -> str:
    """Return the sentence under the grid: place, check, the figures and the difference."""
    cells, check = touched(form, finding), _check(form, finding)
    if cells is None:
        return finding.message
    place = f"{row_place(form, grid, cells.row)}, kiểm tra {finding.rule}"
    if check is None:
        _, _, said = finding.message.partition("”: ")
        quote = _FIGURE.sub(lambda found: _number(int(found[0])), finding.quote)
        told = f"{said} ({quote})" if said else finding.message
        return f"{place}: {told.replace('. (', ' (')}."
    values = _values(form, grid, cells.row)
    left, right = check.left.of(values), check.right.of(values)
    must = "phải bằng" if check.relation is Relation.EQUAL else "không được lớn hơn"
    return (
        f"{place}: {_side(form, check.left, values)} {must} {_side(form, check.right, values)}. "
        f"Lệch {_number(abs(left - right))}."
    )


def row_place(form: Form, grid: Grid, label: str) -> str:
    """Return "Dòng 2", or "Dòng tổng cộng"."""
    for number, row in enumerate(grid.body(form), start=1):
        if fold(row.label) == fold(label):
            return f"Dòng {number}"
    return f"Dòng “{label}”"


def column_name(form: Form, number: int) -> str:
    """Return what a column is called in a sentence: "nhận giải quyết", "trước hạn"."""
    path = next((one for one in _paths(form.headings) if one[-1].column == number), ())
    if not path:
        return f"cột {number}"
    own = path[-1].label
    if _WHOLE.match(own) and len(path) > 1:
        own = path[0].label
    words = _LEAD.sub("", own.replace("\n", " "))
    return words if words[:2].isupper() else f"{words[0].lower()}{words[1:]}"


def _paths(
    headings: tuple[Heading, ...], above: tuple[Heading, ...] = ()
) -> Iterator[tuple[Heading, ...]]:
    for one in headings:
        path = (*above, one)
        if one.column is not None:
            yield path
        yield from _paths(one.children, path)


def _check(form: Form, finding: Finding) -> FormCheck | None:
    return next((one for one in form.checks if one.code == finding.rule), None)


def _values(form: Form, grid: Grid, label: str) -> Mapping[int, int]:
    if fold(label) == fold(form.total_label):
        return total_values(form, grid)
    row = grid.row(label)
    return shown_values(form, row) if row else {}


def _side(form: Form, side: Formula, values: Mapping[int, int]) -> str:
    parts: list[str] = []
    for sign, column in side.terms:
        named = f"{column_name(form, column)} ({column}) {_number(values.get(column, 0))}"
        lead = ("− " if sign < 0 else "+ ") if parts else ""
        parts.append(f"{lead}{named}")
    words = " ".join(parts)
    return words if len(side.terms) == 1 else f"{words} = {_number(side.of(values))}"


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
