"""A plan comes in from a Word or text file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import Plan
from tthc_desktop.reading.completeness import leave_what_is_missing
from tthc_desktop.reading.file_source import PLAN_SUFFIXES, read_source
from tthc_desktop.reading.findings import Findings
from tthc_desktop.reading.plan_annex import (
    annex_of_body_table,
    body_without_task_tables,
    read_annexes,
)
from tthc_desktop.reading.plan_body import read_body
from tthc_desktop.reading.plan_foot import read_foot
from tthc_desktop.reading.plan_head import kind_of, read_head, year_of
from tthc_desktop.reading.plan_parts import parts_of
from tthc_desktop.reading.results import ReadPlan, ReadWarning
from tthc_desktop.reading.source import Source
from tthc_desktop.reading.steps import SILENT, Steps
from tthc_desktop.reading.unit_names import UnitNames

__all__ = ["PLAN_SUFFIXES", "ReadPlan", "ReadWarning", "plan_of", "read_plan", "read_source"]

# The share of the time after which the file is read and its plan is made of it.
_AT_PLAN = 0.7


def read_plan(path: Path, *, today: date, directory: Directory, steps: Steps = SILENT) -> ReadPlan:
    """Return the plan of a Word or text file; Refused if it is none or cannot be read.

    Raises Stopped where *steps* say so.
    """
    source = read_source(path, steps.part(0, _AT_PLAN))
    part = steps.part(_AT_PLAN, 1)
    return plan_of(source, path.name, today=today, directory=directory, steps=part)


def plan_of(
    source: Source, name: str, *, today: date, directory: Directory, steps: Steps = SILENT
) -> ReadPlan:
    """Return the plan that a source says; *name* is told where it is none."""
    steps.reach(0)
    parts = parts_of(source.items, name)
    findings = Findings([*source.warnings], [*source.not_understood])
    findings.skip(parts.kind_line)
    findings.leave(parts.draft_mark)
    units = UnitNames(directory, findings)
    head = read_head(parts.head, findings)
    title = " ".join(line.shown_text for line in parts.title)
    text, tables = body_without_task_tables(parts.body, findings)
    steps.reach(0.2)
    blocks = read_body(text, findings)
    steps.reach(0.5)
    foot = read_foot(parts.rest, findings)
    annexes = (
        *(annex_of_body_table(table, units, findings) for table in tables),
        *read_annexes(parts.rest[foot.taken :], units, findings),
    )
    steps.reach(0.8)
    if not (parts.title or parts.body):
        findings.warn("title", "Tệp chỉ có bảng công việc; trích yếu lấy theo tên của bảng.")
        title = next((one.title for one in annexes if one.title), "Bảng công việc")
    plan = Plan(
        id=new_id(),
        kind=kind_of(title),
        year=year_of(title, head.date, today),
        parent_agency=head.parent_agency,
        agency=head.agency,
        number=head.number,
        symbol=head.symbol,
        place=head.place,
        date=head.date,
        title=title,
        blocks=blocks,
        recipients=foot.recipients,
        archive=foot.archive,
        drafter=foot.drafter,
        signature=foot.signature,
        annexes=annexes,
    )
    leave_what_is_missing(source, plan, units.directory, findings)
    steps.reach(1)
    return ReadPlan(
        plan, tuple(units.added), tuple(findings.warnings), tuple(findings.not_understood)
    )
