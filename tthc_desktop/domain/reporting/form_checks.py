"""The checks of a form: its own rules (C1 to C4 and what its file adds) and C5 to C8.

Sources: domain rules of the circular's forms; C7 and C8 follow from how periods join.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tthc_desktop.domain.findings import Finding, Severity
from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.forms import Form, Relation
from tthc_desktop.domain.reporting.grids import (
    Grid,
    GridRow,
    shown_values,
    summed_values,
    total_values,
    values_of_quarters,
)
from tthc_desktop.vietnamese_text import fold

NEGATIVE, TOTAL, CONTINUITY, QUARTERS, CAUSE = "C5", "C6", "C7", "C8", "N1"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The same form in the period before, and in the quarters that tile this period."""

    before: Grid | None = None
    quarters: tuple[Grid, ...] = ()


def check_grid(
    form: Form, grid: Grid, around: Surroundings = Surroundings()
) -> tuple[Finding, ...]:
    """Return what is wrong with a form's figures; nothing for a form without rows."""
    if not grid.rows:
        return ()
    found: list[Finding] = []
    for row in grid.body(form):
        values = shown_values(form, row)
        found += _row_faults(form, row.label, values)
        found += _cause(form, row, values)
    total = total_values(form, grid)
    if grid.row(form.total_label):
        found += _row_faults(form, form.total_label, total)
    found += _total(form, grid, total)
    found += _continuity(form, grid, around.before)
    found += _quarters(form, grid, around.quarters)
    return tuple(found)


def _row_faults(form: Form, label: str, values: Mapping[int, int]) -> Iterator[Finding]:
    for check in form.checks:
        left, right = check.left.of(values), check.right.of(values)
        is_kept = left == right if check.relation is Relation.EQUAL else left <= right
        if not is_kept:
            sign = "=" if check.relation is Relation.EQUAL else "không lớn hơn"
            yield _finding(
                form, check.code, label, check.left.columns[0], check.severity,
                f"cột {check.left} = {left}; cột {check.right} = {right}",
                f"cột {check.left} phải {sign} cột {check.right}, lệch {_gap(left, right)}",
                f"Kiểm tra lại các cột {check.left} và {check.right} của dòng này.",
            )  # fmt: skip
    for column, value in values.items():
        if value < 0:
            yield _finding(
                form, NEGATIVE, label, column, Severity.ERROR, f"cột {column} = {value}",
                f"số không thể âm, thiếu {-value}", "Kiểm tra lại các cột cộng thành số này.",
            )  # fmt: skip


def _gap(one: int, other: int) -> str:
    return number_words(abs(one - other))


def _total(form: Form, grid: Grid, total: Mapping[int, int]) -> Iterator[Finding]:
    for column, expected in summed_values(form, grid).items():
        if total[column] != expected:
            yield _finding(
                form, TOTAL, form.total_label, column, Severity.ERROR,
                f"cột {column} = {total[column]}; cộng các dòng = {expected}",
                f"dòng tổng lệch {_gap(total[column], expected)} so với cộng các dòng",
                "Xóa số gõ ở dòng tổng để chương trình cộng, hoặc sửa các dòng.",
            )  # fmt: skip


def _continuity(form: Form, grid: Grid, before: Grid | None) -> Iterator[Finding]:
    if before is None or not before.rows:
        return
    for label in _labels(form, grid, before):
        now, then = _shown(form, grid, label), _shown(form, before, label)
        for column, source in form.carried:
            here, there = now.get(column, 0), then.get(source, 0)
            if here != there:
                yield _finding(
                    form, CONTINUITY, label, column, Severity.WARNING,
                    f"cột {column} = {here}; cột {source} kỳ trước = {there}",
                    f"số chuyển từ kỳ trước lệch {_gap(here, there)}",
                    "Sửa cho khớp, hoặc ghi lý do điều chỉnh số liệu kỳ trước.",
                )  # fmt: skip


def _quarters(form: Form, grid: Grid, quarters: tuple[Grid, ...]) -> Iterator[Finding]:
    if not quarters or not all(one.rows for one in quarters):
        return
    for label in _labels(form, grid, *quarters):
        shown = _shown(form, grid, label)
        for column, expected in values_of_quarters(form, quarters, label).items():
            value = shown.get(column, 0)
            if value != expected:
                yield _finding(
                    form, QUARTERS, label, column, Severity.ERROR,
                    f"cột {column} = {value}; theo các quý = {expected}",
                    f"số của kỳ dài lệch {_gap(value, expected)} so với các quý",
                    "Kiểm tra lại số của kỳ này và của từng quý.",
                )  # fmt: skip


def _cause(form: Form, row: GridRow, values: Mapping[int, int]) -> Iterator[Finding]:
    late = [column for column in form.reason_for if values.get(column, 0) > 0]
    if late and not row.cause:
        yield _finding(
            form, CAUSE, row.label, late[0], Severity.INFO,
            f"cột {late[0]} = {values[late[0]]}", "có hồ sơ quá hạn, chưa ghi nguyên nhân",
            "Ghi nguyên nhân quá hạn của dòng này.",
        )  # fmt: skip


def _labels(form: Form, *grids: Grid) -> list[str]:
    labels = {fold(row.label): row.label for one in reversed(grids) for row in one.body(form)}
    return list(labels.values())


def _shown(form: Form, grid: Grid, label: str) -> Mapping[int, int]:
    row = grid.row(label)
    return shown_values(form, row) if row else {}


def _finding(
    form: Form, rule: str, label: str, column: int, severity: Severity, quote: str,
    message: str, suggestion: str,
) -> Finding:  # fmt: skip
    where = f"form {form.code} row {label} column {column}"
    said = f"Biểu {form.code}, dòng “{label}”: {message}."
    return Finding(rule, severity, where, quote, said, suggestion)
