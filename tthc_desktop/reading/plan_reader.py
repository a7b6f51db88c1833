"""A plan comes in from a Word or text file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from tthc_desktop.domain.identifiers import new_id
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.plan import PartialDate, Plan, PlanKind
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
from tthc_desktop.reading.plan_head import read_head
from tthc_desktop.reading.plan_parts import parts_of
from tthc_desktop.reading.results import ReadPlan, ReadWarning
from tthc_desktop.reading.source import Source
from tthc_desktop.reading.unit_names import UnitNames
from tthc_desktop.vietnamese_text import fold

__all__ = ["PLAN_SUFFIXES", "ReadPlan", "ReadWarning", "plan_of", "read_plan", "read_source"]

_YEAR = re.compile(r"\bnam (\d{4})\b")


def read_plan(path: Path, *, today: date, directory: Directory) -> ReadPlan:
    """Return the plan of a Word or text file; Refused if it is none or cannot be read."""
    return plan_of(read_source(path), path.name, today=today, directory=directory)


def plan_of(source: Source, name: str, *, today: date, directory: Directory) -> ReadPlan:
    """Return the plan that a source says; *name* is told where it is none."""
    parts = parts_of(source.items, name)
    findings = Findings([*source.warnings], [*source.not_understood])
    findings.skip("KẾ HOẠCH")
    findings.leave(parts.draft_mark)
    units = UnitNames(directory, findings)
    head = read_head(parts.head, findings)
    title = " ".join(line.shown_text for line in parts.title)
    text, tables = body_without_task_tables(parts.body)
    foot = read_foot(parts.rest, findings)
    plan = Plan(
        id=new_id(),
        kind=_kind_of(title),
        year=_year_of(title, head.date, today),
        parent_agency=head.parent_agency,
        agency=head.agency,
        number=head.number,
        symbol=head.symbol,
        place=head.place,
        date=head.date,
        title=title,
        blocks=read_body(text, findings),
        recipients=foot.recipients,
        archive=foot.archive,
        drafter=foot.drafter,
        signature=foot.signature,
        annexes=(
            *(annex_of_body_table(table, units, findings) for table in tables),
            *read_annexes(parts.rest[foot.taken :], units, findings),
        ),
    )
    leave_what_is_missing(source, plan, units.directory, findings)
    return ReadPlan(
        plan, tuple(units.added), tuple(findings.warnings), tuple(findings.not_understood)
    )


def _kind_of(title: str) -> PlanKind:
    folded = fold(title)
    if "truyen thong" in folded or "tuyen truyen" in folded:
        return PlanKind.COMMUNICATION
    return PlanKind.CONTROL if "kiem soat" in folded else PlanKind.OTHER


def _year_of(title: str, day: PartialDate, today: date) -> int:
    years = _YEAR.findall(fold(title))
    return int(years[-1]) if years else day.year or today.year
