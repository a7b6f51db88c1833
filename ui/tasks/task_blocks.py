"""Blocks of cells: what is copied from the task table, and where a pasted block goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.task_tree import TaskPlace
from tthc_desktop.vietnamese_text import fold
from ui.tasks.row_dragging import Beside
from ui.tasks.task_columns import FIELDS, Column, Field
from ui.tasks.task_places import beside, end_of_lists
from ui.tasks.task_rows import RowKind, TaskRow
from ui.tasks.task_selection import Span, TaskSelection
from ui.tasks.task_tree_model import TaskTreeModel

Block = list[list[str]]
Cells = dict[str, dict[Field, str]]
_NUMBER = re.compile(r"T?\d*([.,]\d+)*\.?")
_HEADINGS = ("stt", "tt", "so tt")
_NOWHERE = (
    "Chỉ dán được vào các cột Nội dung công việc, Chủ trì, Phối hợp, Thời gian. Chưa thay đổi gì."
)


@dataclass(frozen=True, slots=True)
class Paste:
    """A block over tasks *rows* from *first_field* on; further lines become tasks at *end*."""

    rows: tuple[str, ...]
    first_field: Field
    lines: Block
    end: TaskPlace


def block_of(model: TaskTreeModel, span: Span) -> Block:
    """Return the words of a rectangle of cells; what stands for an empty cell is none."""
    rows = (model.row_at(model.index(line, 0)) for line in span.lines)
    return [[row.value(Column(one)) for one in span.columns] for row in rows if row is not None]


def paste_of(
    model: TaskTreeModel, chosen: TaskSelection, block: Block, progress: PlanProgress
) -> Paste | tuple[Cells, str] | str:
    """Return where a block goes: over rows, one value into many cells, or why nowhere."""
    span = chosen.block()
    left = Column.CONTENT if span is None else Column(span.left)
    if left is Column.NUMBER:
        left, block = Column.CONTENT, without_numbers(block)
    field = FIELDS.get(left)
    if field is None:
        return _NOWHERE
    if span is not None and len(block) == 1 and len(block[0]) == 1 and len(span.lines) > 1:
        ids = chosen.ids()
        columns = [one for one in FIELDS if one in span.columns]
        cells: Cells = {one: {FIELDS[each]: block[0][0] for each in columns} for one in ids}
        return cells, f"dán vào {len(ids)} dòng"
    rows, lines = _rows_under(model, span.top if span else 0, block, field)
    if rows:
        end = beside(progress.plan, rows[-1], Beside.AFTER)
    else:
        current = chosen.current
        inside = current is not None and current.task is not None
        end = beside(progress.plan, current.id, Beside.INSIDE) if inside and current else None
    return Paste(tuple(rows), field, lines, end or end_of_lists(progress.plan))


def without_numbers(block: Block) -> Block:
    """Leave out a first column of numbers: the program makes them; and a line of headings."""
    lines = [line for line in block if not (line and fold(line[0]).strip(". ") in _HEADINGS)]
    if lines and all(_NUMBER.fullmatch(line[0].strip()) for line in lines if line):
        return [line[1:] for line in lines]
    return lines


def filled_down(model: TaskTreeModel, chosen: TaskSelection) -> Cells:
    """Return the cells below the first line of the selection, filled with its words."""
    span = chosen.block()
    if span is None:
        return {}
    columns = [one for one in FIELDS if one in span.columns]
    top = span.top - 1 if len(span.lines) == 1 else span.top
    first = model.row_at(model.index(top, 0))
    if first is None or first.task is None or not columns:
        return {}
    ids = [one for one in chosen.ids() if one != first.id]
    return {one: {FIELDS[each]: first.value(each) for each in columns} for one in ids}


def _rows_under(
    model: TaskTreeModel, top: int, block: Block, field: Field
) -> tuple[list[str], Block]:
    """Return the tasks that a block covers, and its lines.

    A group keeps what it is: a line that says more than its heading ends the covered rows,
    and it and those after it become new ones there.
    """
    rows: list[str] = []
    names = list(FIELDS.values())
    others = names.index(field) > 0
    for line, cells in zip(range(top, model.rowCount()), block, strict=False):
        row = model.row_at(model.index(line, 0))
        if row is None or row.task is None or _overwrites_group(row, cells, others=others):
            break
        rows.append(row.id)
    width = len(names) - names.index(field)
    return rows, [line[:width] for line in block]


def _overwrites_group(row: TaskRow, cells: Sequence[str], *, others: bool) -> bool:
    if row.kind is not RowKind.GROUP:
        return False
    return others or any(cell.strip() for cell in cells[1:4])
