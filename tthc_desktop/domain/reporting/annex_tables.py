"""The annexes of a report as printed tables: its forms and the progress of its tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tthc_desktop.domain.numbering import roman
from tthc_desktop.domain.progress import STATE_WORDS
from tthc_desktop.domain.reporting.activities import ActivityLine
from tthc_desktop.domain.reporting.entry_fields import number_words
from tthc_desktop.domain.reporting.facts import ProgressLine
from tthc_desktop.domain.reporting.forms import Form, Heading
from tthc_desktop.domain.reporting.grids import Grid, shown_values, total_values
from tthc_desktop.domain.reporting.number_words import percent_words
from tthc_desktop.domain.reporting.printed import PrintedCell, PrintedRow, PrintedTable
from tthc_desktop.domain.reporting.told_words import in_one_line

_NUMBER_WIDTH, _NAME_WIDTH, _FIGURE_WIDTH = 0.05, 0.17, 0.07
_FORMULA_ROOM = 5  # characters that fit into the width of a figure
_PROGRESS = (
    ("STT", 0.05), ("Nội dung công việc", 0.24), ("Chủ trì", 0.13), ("Kỳ", 0.08), ("Hạn", 0.1),
    ("Trạng thái", 0.1), ("Kết quả, lý do", 0.3),
)  # fmt: skip
_ACTIVITIES = (
    ("STT", 0.05), ("Hình thức tuyên truyền", 0.29), ("Đơn vị tính", 0.1),
    ("Số lượng trong kỳ", 0.11), ("Lũy kế năm", 0.1), ("Chỉ tiêu năm", 0.1), ("Tỷ lệ", 0.08),
    ("Minh chứng", 0.17),
)  # fmt: skip


def form_table(form: Form, grid: Grid, place: int, notes: tuple[str, ...]) -> PrintedTable:
    """Return a form with its rows, computed cells and total."""
    figures = [one.column for one in form.figure_columns() if one.column]
    has_number = len(form.label_columns()) > 1
    rows = []
    for number, row in enumerate(grid.body(form), start=1):
        values = shown_values(form, row)
        rows.append(_figure_row(number if has_number else None, row.label, values, figures))
    total = _figure_row(None, form.total_label, total_values(form, grid), figures)
    lead = ("",) if has_number else ()
    rows.append(PrintedRow((*lead, *total.cells), is_total=True))
    widths = (*((_NUMBER_WIDTH,) if has_number else ()), _NAME_WIDTH)
    said = (*notes, f"Đơn vị tính: {form.unit}", *((form.note,) if form.note else ()))
    return PrintedTable(
        f"Phụ lục {roman(place)}. Biểu số {form.code}/VPCP/KSTT",
        form.title.upper(),
        form_head(form),
        tuple(rows),
        (*widths, *(_FIGURE_WIDTH for _ in figures)),
        (int(has_number),),
        ("; ".join(said),),
    )


def form_head(form: Form) -> tuple[tuple[PrintedCell, ...], ...]:
    """Return the rows of a form's head: its tree, then the numbers of the columns."""
    depth = max(one.depth for one in form.headings)
    rows: list[list[PrintedCell]] = [[] for _ in range(depth)]
    for one in form.headings:
        _place(one, 0, depth, rows)
    numbers = [PrintedCell(_number_words(one)) for one in form.columns()]
    return (*(tuple(cells) for cells in rows), tuple(numbers))


def _number_words(one: Heading) -> str:
    """Return the column's number with its formula, broken so that a narrow column holds it."""
    if one.formula is None:
        return f"({one.column})"
    lines = [f"({one.column})", ""]
    for term in re.findall(r"[+-]?\d+", f"={one.formula}"):
        lead = "" if lines[1] else "="
        if len(lines[-1]) + len(term) + len(lead) > _FORMULA_ROOM:
            lines.append("")
        lines[-1] += lead + term
    return "\n".join(lines)


def _place(one: Heading, level: int, depth: int, rows: list[list[PrintedCell]]) -> None:
    if not one.children:
        rows[level].append(PrintedCell(one.label, 1, depth - level))
        return
    rows[level].append(PrintedCell(one.label, len(tuple(one.columns()))))
    for child in one.children:
        _place(child, level + 1, depth, rows)


def _figure_row(
    number: int | None, label: str, values: dict[int, int], columns: Iterable[int]
) -> PrintedRow:
    lead = (str(number),) if number is not None else ()
    return PrintedRow((*lead, label, *(number_words(values[one]) for one in columns)))


def progress_table(
    lines: tuple[ProgressLine, ...], place: int, notes: tuple[str, ...]
) -> PrintedTable:  # fmt: skip
    """Return the table of the tasks of a period."""
    rows = tuple(
        PrintedRow(
            (
                one.number, one.content, one.lead, one.period,
                f"{one.due:%d/%m/%Y}" if one.due else "", _state_words(one), _result_words(one),
            )
        )
        for one in lines
    )  # fmt: skip
    label = f"Phụ lục {roman(place)}"
    title = "TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ"
    return _plain(label, title, _PROGRESS, rows, (1, 2, 6), notes)


def activity_annex(
    lines: tuple[ActivityLine, ...], place: int, notes: tuple[str, ...]
) -> PrintedTable:  # fmt: skip
    """Return the table of communication: in the period, in the year, against the target."""
    rows = tuple(
        PrintedRow(
            (
                str(number), one.kind, one.unit, number_words(one.in_period),
                number_words(one.in_year), number_words(one.target) if one.target else "",
                percent_words(one.percent) if one.target else "", one.evidence,
            )
        )
        for number, one in enumerate(lines, start=1)
    )  # fmt: skip
    return _plain(f"Phụ lục {roman(place)}", "KẾT QUẢ HOẠT ĐỘNG TRUYỀN THÔNG", _ACTIVITIES, rows,
                  (1, 7), notes)  # fmt: skip


def _plain(
    label: str, title: str, columns: tuple[tuple[str, float], ...],
    rows: tuple[PrintedRow, ...], left: tuple[int, ...], notes: tuple[str, ...],
) -> PrintedTable:  # fmt: skip
    head = (tuple(PrintedCell(name) for name, _ in columns),)
    widths = tuple(width for _, width in columns)
    return PrintedTable(label, title, head, rows, widths, left, notes)


def _state_words(one: ProgressLine) -> str:
    if one.is_overdue:
        return f"Quá hạn {one.days_late} ngày"
    return STATE_WORDS[one.state]


def _result_words(one: ProgressLine) -> str:
    results = ((unit, in_one_line(result)) for unit, result in one.told)
    told = "; ".join(f"{unit}: {result}" for unit, result in results if result)
    why = in_one_line(one.reason)
    reason = f"Lý do chậm: {why}" if why else ""
    target = f"Chỉ tiêu: {one.target}" if one.target else ""
    parts = (told or in_one_line(one.result), target, reason)
    return ". ".join(part for part in parts if part)
