"""An annex: its own pages with its heading, its text and its task table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tthc_desktop.document import nd30
from tthc_desktop.document.blocks import (
    Cell,
    LayoutBlock,
    PageSection,
    Paragraph,
    Role,
    Table,
)
from tthc_desktop.document.column_widths import task_table_widths
from tthc_desktop.document.letterhead import role_measure, rule_under
from tthc_desktop.document.line_breaking import balanced_lines
from tthc_desktop.document.plan_text import lay_out_blocks
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Annex
from tthc_desktop.domain.task import Assignment, NumberedTask, numbered
from tthc_desktop.domain.text_run import Run, plain_runs

HEADINGS = (
    "STT",
    "Nội dung công việc",
    "Cơ quan, đơn vị chủ trì",
    "Cơ quan, đơn vị phối hợp",
    "Thời gian hoàn thành",
)
# "số /KH-…", "ngày /01/2026", "ngày tháng 01", "tháng năm": what a draft leaves open is
# stored as one blank and printed with room to write. Only white space is changed.
_BLANKS = (
    (re.compile(r"(?<=\bsố) (?=/)", re.IGNORECASE), nd30.NUMBER_BLANK),
    (re.compile(r"(?<=\bngày) (?=/|tháng\b)"), nd30.DAY_BLANK),
    (re.compile(r"(?<=\btháng) (?=năm\b)"), nd30.DAY_BLANK),
)


def lay_out_annex(annex: Annex, directory: Directory) -> PageSection:
    """Return the pages of *annex*."""
    width = nd30.page(landscape=annex.landscape).text_width_mm
    blocks = [*_heading(annex, width), *lay_out_blocks(annex.blocks, width)]
    if annex.tasks:
        blocks.append(_task_table(annex, directory, width))
    return PageSection(tuple(blocks), annex.landscape)


def with_open_blanks(text: str) -> str:
    """Return *text* with room for the number and the day that it leaves open."""
    for blank, room in _BLANKS:
        text = blank.sub(room, text)
    return text


def _heading(annex: Annex, width_mm: float) -> Iterator[LayoutBlock]:
    lines = (
        (Role.ANNEX_LABEL, annex.label),
        (Role.ANNEX_TITLE, annex.title),
        (Role.ATTACHED_TO, with_open_blanks(annex.attached_to)),
    )
    for role, text in lines:
        measure = role_measure(role)
        broken = balanced_lines(text, width_mm, measure)
        if broken:
            yield Paragraph(role, plain_runs("\n".join(broken)))
        if broken and role is Role.ATTACHED_TO:
            yield rule_under(broken, measure)


def _task_table(annex: Annex, directory: Directory, width_mm: float) -> Table:
    headings = annex.headings if len(annex.headings) == len(HEADINGS) else HEADINGS
    tasks = tuple(numbered(annex.tasks))
    return Table(
        task_table_widths((headings[0], *(task.number for task in tasks)), width_mm),
        tuple(Cell(Role.TABLE_HEAD, plain_runs(heading)) for heading in headings),
        tuple(_row(task, directory) for task in tasks),
    )


def _row(row: NumberedTask, directory: Directory) -> tuple[Cell, ...]:
    task = row.task
    content = Role.TABLE_GROUP if task.is_group else Role.TABLE_CELL
    centred = (_names(task.lead, directory), _names(task.coordinating, directory), task.timing)
    return (
        Cell(Role.TABLE_NUMBER, (Run(row.number, bold=task.is_group),)),
        Cell(content, task.runs),
        *(Cell(Role.TABLE_CENTRED, plain_runs(text)) for text in centred),
    )


def _names(assignments: tuple[Assignment, ...], directory: Directory) -> str:
    return "; ".join(one.words or directory.get(one.respondent_id).name for one in assignments)
