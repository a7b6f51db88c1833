"""Rules T20 to T27: what is wrong with the task table and its timings (spec nd30, section 5.2).

`where` names the row as it is printed: "task 3.4", "task T1".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tthc_desktop.domain.findings import Finding, Severity
from tthc_desktop.domain.occurrences import (
    SHIPPED_CALENDAR,
    PlannedOccurrence,
    ReportCalendar,
    plan_occurrences,
)
from tthc_desktop.domain.office import Directory, Respondent, RespondentKind
from tthc_desktop.domain.periods import ONCE
from tthc_desktop.domain.plan import Plan
from tthc_desktop.domain.task import Assignment, NumberedTask
from tthc_desktop.domain.timing import PeriodClause, Schedule, WordsClause
from tthc_desktop.domain.working_days import WorkingDays
from tthc_desktop.vietnamese_text import fold

_LONGEST_QUOTE = 120
_SHOWN_DAYS = 3
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def task_findings(
    plan: Plan,
    directory: Directory,
    days: WorkingDays,
    calendar: ReportCalendar = SHIPPED_CALENDAR,
) -> tuple[Finding, ...]:
    """Return what T20 to T22 and T24 to T27 find in a plan, in table order.

    T23 looks at numbers as typed, which a plan of ours does not have: `number_findings`.
    """
    issued = plan.date.as_date()
    found: list[Finding] = []
    for row in plan.numbered_tasks():
        found += _of_row(row)
        found += _units(row, directory)
        if not row.task.is_group:
            planned = plan_occurrences(row.task.schedule, plan.year, days, calendar)
            found += _off_days(row, plan.year, days, calendar)
            found += _too_early(row, planned, issued)
    return tuple(found)


def _finding(
    rule: str, severity: Severity, row: NumberedTask, quote: str, message: str, suggestion: str
) -> Finding:
    if len(quote) > _LONGEST_QUOTE:
        quote = f"{quote[:_LONGEST_QUOTE].rstrip()}…"
    return Finding(rule, severity, f"task {row.number}", quote, message, suggestion)


def _of_row(row: NumberedTask) -> Iterator[Finding]:
    """T20, T21, T22, T24: what one row lacks, or has too much."""
    task = row.task
    if task.children:
        if task.lead or task.timing:
            yield _finding(
                "T22", Severity.ERROR, row, task.content,
                "Dòng nhóm việc có đơn vị chủ trì hoặc thời gian.",
                "Ghi đơn vị chủ trì và thời gian ở từng việc bên dưới.",
            )  # fmt: skip
    else:
        if not task.lead:
            yield _finding(
                "T20", Severity.ERROR, row, task.content, "Công việc chưa có đơn vị chủ trì.",
                "Ghi đơn vị chủ trì.",
            )  # fmt: skip
        if not task.timing:
            yield _finding(
                "T21", Severity.ERROR, row, task.content, "Công việc chưa có thời gian hoàn thành.",
                "Ghi thời gian hoàn thành.",
            )  # fmt: skip
    for clause in task.schedule.clauses:
        if isinstance(clause, WordsClause) and clause.kind == "unknown":
            reason = f" {clause.reason}" if clause.reason else ""
            yield _finding(
                "T24", Severity.WARNING, row, clause.text or task.timing,
                f"Chưa hiểu thời gian hoàn thành.{reason}",
                "Viết lại thời gian, hoặc chọn cách hiểu thời gian cho công việc này.",
            )  # fmt: skip


def _off_days(
    row: NumberedTask, year: int, days: WorkingDays, calendar: ReportCalendar
) -> Iterator[Finding]:
    """T25: a day that is written ends on a day off; one finding a task.

    "Quý I" and "Tháng 5" name no day: they end with the calendar, whatever day that is.
    """
    written = tuple(
        one
        for one in row.task.schedule.clauses
        if not (isinstance(one, PeriodClause) and one.kind == "period")
    )
    planned = plan_occurrences(Schedule(written), year, days, calendar)
    off = sorted({one.due for one in planned if one.due and not days.is_working(one.due)})
    if not off:
        return
    told = ", ".join(f"{_WEEKDAYS[one.weekday()]} {one:%d/%m/%Y}" for one in off[:_SHOWN_DAYS])
    more = f" và {len(off) - _SHOWN_DAYS} hạn khác" if len(off) > _SHOWN_DAYS else ""
    before = days.working_before(off[0])
    yield _finding(
        "T25", Severity.WARNING, row, row.task.timing,
        f"Hạn rơi vào ngày nghỉ: {told}{more}.",
        f"Nên xong trong ngày {before:%d/%m/%Y}, hoặc ghi một ngày làm việc.",
    )  # fmt: skip


def _too_early(
    row: NumberedTask, planned: Iterable[PlannedOccurrence], issued: date | None
) -> Iterator[Finding]:
    """T27: due before the plan is issued; periods that come back begin later by themselves."""
    for one in planned:
        if issued and one.due and one.period.startswith(ONCE) and one.due < issued:
            yield _finding(
                "T27", Severity.ERROR, row, row.task.timing,
                f"Hạn {one.due:%d/%m/%Y} sớm hơn ngày ban hành kế hoạch {issued:%d/%m/%Y}.",
                "Sửa thời gian hoàn thành, hoặc ngày ban hành.",
            )  # fmt: skip


def _units(row: NumberedTask, directory: Directory) -> Iterator[Finding]:
    """T26: a unit that the office has not confirmed, each once a row."""
    told: set[str] = set()
    for one in (*row.task.lead, *row.task.coordinating):
        unit = directory.get(one.respondent_id)
        if unit.confirmed or unit.id in told:
            continue
        told.add(unit.id)
        near = _near(unit, directory)
        yield _finding(
            "T26", Severity.WARNING, row, _name(one, unit),
            f"“{_name(one, unit)}” không có trong danh bạ đơn vị của cơ quan.",
            f"Có phải là “{near.name}”." if near else "Sửa tên, hoặc xác nhận đơn vị mới.",
        )  # fmt: skip


def _name(assignment: Assignment, unit: Respondent) -> str:
    return assignment.words or unit.name


def _near(unit: Respondent, directory: Directory) -> Respondent | None:
    """Return the confirmed unit whose name holds the unknown one: "Phòng" is often left out."""
    wanted = fold(unit.name)
    for one in directory.respondents:
        if one.confirmed and one.kind is not RespondentKind.OUTSIDE and wanted in fold(one.name):
            return one
    return None


_TYPED = re.compile(r"(\d+(?:\.\d+)*)(\.?)")


def number_findings(typed: Sequence[str]) -> tuple[Finding, ...]:
    """Return what T23 finds in the numbers of a table as they were typed, in table order.

    Each number follows the one before it: a first child, or the next of one of its levels.
    "1." beside "1.1" mixes styles, which is told once.
    """
    found: list[Finding] = []
    before: tuple[int, ...] = ()
    end: str | None = None
    is_mixed = False
    for text in typed:
        match = _TYPED.fullmatch(text.strip())
        if match is None:
            found.append(_number(text, "STT không theo kiểu 1, 1.1, 1.1.1."))
            continue
        number = tuple(int(part) for part in match[1].split("."))
        if number not in _following(before):
            found.append(_number(text, "STT không liên tục hoặc không đúng cấp."))
        before = number
        end = match[2] if end is None else end
        if match[2] != end and not is_mixed:
            is_mixed = True
            found.append(_number(text, "STT chỗ có dấu chấm cuối, chỗ không."))
    return tuple(found)


def _following(number: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return the numbers that may stand after *number*."""
    next_ones = [(*number[:level], number[level] + 1) for level in range(len(number))]
    return [*next_ones, (*number, 1)]


def _number(text: str, message: str) -> Finding:
    where = f"task {text.strip().rstrip('.')}"
    suggestion = "Đánh lại số theo thứ tự: 1, 1.1, 1.2, 2."
    return Finding("T23", Severity.ERROR, where, text, message, suggestion)
