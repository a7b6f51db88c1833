"""The rows of a progress sheet as frozen values, before any file format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import NamedTuple

from tthc_desktop.domain.periods import Period, parse_period
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.plan_progress import PlanProgress
from tthc_desktop.domain.progress import Occurrence, Record
from tthc_desktop.domain.task import (
    Assignment,
    NumberedTask,
    Target,
    Task,
    numbered,
    numbered_follow_up,
)
from tthc_desktop.sheets.file_names import sheet_file_name
from tthc_desktop.sheets.period_titles import period_title
from tthc_desktop.sheets.row_selection import SheetTask, selected_tasks
from tthc_desktop.sheets.summary import NO_LEAD, CountedLine, counted_line, counted_lines

__all__ = (
    "FOLLOW_UP_HEADING",
    "HEADING",
    "NamePart",
    "ProgressRow",
    "ProgressSheet",
    "Role",
    "SheetTitle",
    "progress_sheet",
    "sheet_file_name",
    "units_of_period",
)

FOLLOW_UP_HEADING = "Nhiệm vụ theo dõi thêm"
NO_GROUP = "Nhiệm vụ ngoài nhóm"
HEADING = "BẢNG THEO DÕI TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH"


class Role(Enum):
    """What the unit of a sheet is in a row: it decides which cells the unit fills."""

    LEAD = "lead"
    COORDINATING = "coordinating"


class NamePart(NamedTuple):
    """A name in Chủ trì or Phối hợp; `own` where it names the unit the sheet is for."""

    words: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """A group row, or one occurrence of a task. `period` is the key, empty for a group."""

    number: str
    content: str
    depth: int = 0
    is_group: bool = False
    lead: tuple[NamePart, ...] = ()
    coordinating: tuple[NamePart, ...] = ()
    timing: str = ""
    occurrence_id: str = ""
    period: str = ""
    due: date | None = None
    record: Record = Record()
    role: Role | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class SheetTitle:
    """What stands above the table; empty where there is nothing to say."""

    agency: str
    heading: str
    plan_title: str
    plan_number: str
    unit: str
    period: str
    as_of: date
    instruction: str = ""


@dataclass(frozen=True, slots=True)
class ProgressSheet:
    """A whole sheet. `units` are ids and names of those counted, in the directory's order.

    `lines` count per leading unit, `row_lines` each row with a state once, for the group of
    tasks it stands in: `groups` are ids and words of those in the table's order. `version` is
    the id under which the sheet is kept as sent, "" for one that is not to come back.
    """

    title: SheetTitle
    rows: tuple[ProgressRow, ...]
    units: tuple[tuple[str, str], ...]
    lines: tuple[CountedLine, ...]
    row_lines: tuple[CountedLine, ...]
    groups: tuple[tuple[str, str], ...] = ()
    for_unit: str | None = None
    version: str = ""


def progress_sheet(
    progress: PlanProgress,
    today: date,
    *,
    period: Period | None = None,
    unit: str | None = None,
    instruction: str = "",
) -> ProgressSheet:
    """Freeze the sheet of a plan: all of it, one period, one unit (an id), or both.

    *instruction* tells how to send it back.
    """
    rows: list[ProgressRow] = []
    lines: list[CountedLine] = []
    row_lines: list[CountedLine] = []
    groups: dict[str, str] = {}
    for heading, tasks in _tables(progress, period, unit):
        if heading:
            rows.append(ProgressRow("", heading, is_group=True))
        group, named = heading, heading or NO_GROUP
        for (number, depth, task), occurrences in tasks:
            if depth == 0:
                group, named = _group(heading, number, task)
            if not occurrences:
                rows.append(ProgressRow(number, task.content, depth, is_group=True))
            for one in occurrences:
                row = _occurrence_row(progress, NumberedTask(number, depth, task), one, unit)
                rows.append(row)
                lines.extend(counted_lines(progress, number, task, one, unit))
                if row.record.state is not None:
                    row_lines.append(counted_line(group, number, task, one, row.record))
                    groups.setdefault(group, named)
    title = replace(_title(progress, today, period, unit), instruction=instruction)
    units = _counted_units(progress, lines, unit)
    counted = (units, tuple(lines), tuple(row_lines))
    return ProgressSheet(title, tuple(rows), *counted, tuple(groups.items()), unit)


def _group(heading: str, number: str, task: Task) -> tuple[str, str]:
    """Return the id and the words of the group that a first row of a table begins."""
    if not task.is_group:
        return heading, heading or NO_GROUP
    words = f"{number}. {task.content}"
    return task.id, f"{heading}: {words}" if heading else words


def units_of_period(progress: PlanProgress, period: Period | None) -> tuple[str, ...]:
    """Return the ids of those who have a row in the period, in the directory's order.

    Groups count as their members; a group without members answers as one, so it is here.
    """
    tasks = tuple(progress.plan.numbered_tasks())
    return tuple(
        one.id
        for one in progress.directory.respondents
        if any(selected_tasks(progress, tasks, period, one.id))
    )


def _tables(
    progress: PlanProgress, period: Period | None, unit: str | None
) -> Iterator[tuple[str, tuple[SheetTask, ...]]]:
    """Yield each table that has rows to show, with the heading it needs to be told apart."""
    plan = progress.plan
    tables = [one for one in plan.annexes if one.tasks]
    any_above = False
    for annex in tables:
        tasks = tuple(selected_tasks(progress, numbered(annex.tasks), period, unit))
        if tasks:
            any_above = True
            yield (annex.title or annex.label) if len(tables) > 1 else "", tasks
    follow_up = numbered_follow_up(plan.follow_up)
    tasks = tuple(selected_tasks(progress, follow_up, period, unit))
    if tasks:
        yield FOLLOW_UP_HEADING if any_above else "", tasks


def _occurrence_row(
    progress: PlanProgress, numbered_task: NumberedTask, occurrence: Occurrence, unit: str | None
) -> ProgressRow:
    number, depth, task = numbered_task
    return ProgressRow(
        number=number,
        content=task.content,
        depth=depth,
        lead=_names(progress, task.lead, unit),
        coordinating=_names(progress, task.coordinating, unit),
        timing=task.timing,
        occurrence_id=occurrence.id,
        period=occurrence.period,
        due=occurrence.due,
        record=_record(progress, task, occurrence, unit),
        role=_role(progress, task, unit),
        target=task.target,
    )


def _record(progress: PlanProgress, task: Task, occurrence: Occurrence, unit: str | None) -> Record:
    if unit is None:
        return progress.record(task, occurrence)
    return progress.unit_record(task, occurrence, unit)


def _role(progress: PlanProgress, task: Task, unit: str | None) -> Role | None:
    if unit is None:
        return None
    return Role.LEAD if unit in progress.lead_units(task) else Role.COORDINATING


def _names(
    progress: PlanProgress, assignments: Iterable[Assignment], unit: str | None
) -> tuple[NamePart, ...]:
    """Return the names as the plan prints them; a group that holds the unit is its own too."""
    parts = []
    for one in assignments:
        respondent = progress.directory.get(one.respondent_id)
        own = unit is not None and unit in (respondent.id, *respondent.members)
        parts.append(NamePart(one.words or respondent.name, own))
    return tuple(parts)


def _title(
    progress: PlanProgress, today: date, period: Period | None, unit: str | None
) -> SheetTitle:
    plan = progress.plan
    shown = period or parse_period(str(plan.year))
    return SheetTitle(
        agency=plan.agency,
        heading=HEADING,
        plan_title=plan.title,
        plan_number=_plan_number(plan),
        unit="" if unit is None else progress.directory.get(unit).name,
        period="" if shown is None else period_title(shown),
        as_of=today,
    )


def _plan_number(plan: Plan) -> str:
    if plan.number is None:
        return ""
    number = f"{plan.number}/{plan.symbol}" if plan.symbol else plan.number
    day = plan.date.as_date()
    return f"Kế hoạch số {number}" + (f" ngày {day:%d/%m/%Y}" if day else "")


def _counted_units(
    progress: PlanProgress, lines: Iterable[CountedLine], unit: str | None
) -> tuple[tuple[str, str], ...]:
    counted = {line.unit for line in lines}
    units = tuple(
        (one.id, one.name)
        for one in progress.directory.respondents
        if one.id in counted or one.id == unit
    )
    return (*units, ("", NO_LEAD)) if "" in counted else units
