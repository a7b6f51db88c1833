"""Rules T20 to T27 on the task table of a Word file that is a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tthc_desktop.domain.findings import Finding
from tthc_desktop.domain.office import Directory
from tthc_desktop.domain.task_rules import number_findings, task_findings
from tthc_desktop.domain.text_run import runs_text
from tthc_desktop.errors import Refused
from tthc_desktop.use_cases.timing import with_timings_read
from tthc_desktop.use_cases.working_days import shipped_working_days

if TYPE_CHECKING:
    from tthc_desktop.reading.source import Source

_HEADINGS = ("stt", "tt", "số tt")


def check_task_table(path: Path, *, today: date) -> tuple[Finding, ...]:
    """Return what the task rules find in a file; nothing where it is no plan with a table.

    Follow-up tasks are not printed and not looked at; a file names units that no directory
    can confirm, so T26 is silent.
    """
    from tthc_desktop.reading.plan_reader import plan_of, read_source

    try:
        source = read_source(path)
        read = plan_of(source, path.name, today=today, directory=Directory(()))
    except Refused:
        return ()
    plan = with_timings_read(replace(read.plan, follow_up=()))
    directory = Directory(tuple(replace(one, confirmed=True) for one in read.new_respondents))
    found = task_findings(plan, directory, shipped_working_days())
    typed = list(_typed_numbers(source))
    is_counted = bool(typed) and typed[0][:1].isdigit()
    return (*found, *(number_findings(typed) if is_counted else ()))


def _typed_numbers(source: Source) -> Iterator[str]:
    """Yield the cells below "STT", torn tables one after the other, repeated headings left out."""
    from tthc_desktop.reading.source import SourceTable

    for table in source.items:
        if not isinstance(table, SourceTable) or not table.rows:
            continue
        first = [runs_text(row[0].runs).strip() if row else "" for row in table.rows]
        if first[0].lower().rstrip(".") not in _HEADINGS:
            continue
        for number in first[1:]:
            if number and number.lower().rstrip(".") not in _HEADINGS and number[0] != "(":
                yield number
