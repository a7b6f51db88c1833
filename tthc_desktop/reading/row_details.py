"""Tables with two columns of content: "Nhiệm vụ" and, beside it, "Nội dung cụ thể"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tthc_desktop.domain.text_run import Run, joined_runs

if TYPE_CHECKING:
    from tthc_desktop.reading.task_rows import TaskRow


def with_details(rows: Sequence[TaskRow]) -> Iterator[TaskRow]:
    """Yield rows of one content: several details of a task stand below it, a single one in it."""
    for place, row in enumerate(rows):
        follows = place + 1 < len(rows) and hangs(rows[place + 1])
        if not row.detail:
            yield row
        elif not row.content:
            yield replace(row, content=row.detail, detail=())
        elif follows:
            yield replace(row, lead=(), coordinating=(), timing="", others=(), detail=())
            yield replace(row, number="", content=row.detail, detail=())
        else:
            runs = joined_runs((*row.content, Run(": "), *row.detail))
            yield replace(row, content=runs, detail=())


def hangs(row: TaskRow) -> bool:
    """Whether a row is a further detail of the task above it."""
    return bool(row.detail) and not row.content and not row.number
